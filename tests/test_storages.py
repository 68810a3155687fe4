"""Storages as PyTorch shows them, and tensors that are set to other memory."""

import numpy as np
import pytest

import tensorlite as tl

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch

LIBRARIES = [tl, torch]


@pytest.mark.parametrize("name", ["float32", "float64", "int64", "uint8", "bool", "complex64"])
def test_a_storage_tells_what_torch_tells(name):
    told = []
    for library in LIBRARIES:
        x = library.arange(6).to(getattr(library, name)).reshape(2, 3)
        storage, memory = x.t()[1:].storage(), x.t()[1:].untyped_storage()
        told.append([len(storage), storage.size(), storage.nbytes(), storage.element_size(),
                     storage.tolist(), [*storage], storage[-1], storage[2], str(storage.device),
                     len(memory), memory.size(), memory.nbytes(), memory.element_size(),
                     memory.tolist(), memory[3], storage.data_ptr() == x.data_ptr(),
                     memory.data_ptr() == x.data_ptr(), x.t()[1:].storage_offset(),
                     storage == x.storage(), storage.untyped().tolist() == memory.tolist(),
                     storage.is_cuda, library.is_storage(storage), library.is_storage(memory),
                     str(storage).replace("torch", "tensorlite")])  # fmt: skip
        assert storage.dtype is x.dtype
    told[1][18] = True  # PyTorch compares the objects
    assert told[0] == told[1]


def test_views_share_a_storage_and_copies_do_not():
    x = tl.arange(6.0)
    assert x.untyped_storage() == x[2:].untyped_storage() == x.view(2, 3).t().untyped_storage()
    assert len({x.storage(), x[1:].storage(), x.clone().storage()}) == 2
    assert x.untyped_storage() != x.clone().untyped_storage() and x.storage() != x.untyped_storage()
    assert tl.ones(0).untyped_storage().data_ptr() == 0


def test_what_a_storage_is_given_its_tensors_show():
    x = tl.arange(4)
    version = x._version
    x[2:].storage()[0] = 7
    x.storage()[-1:] = 9
    assert x.tolist() == [7, 1, 2, 9] and x._version > version
    assert x.storage().copy_(tl.TypedStorage([4, 3, 2, 1], dtype=tl.int64)).tolist() == x.tolist()
    own = x.storage().clone().fill_(0)
    assert own.tolist() == [0] * 4 and x.tolist() == [4, 3, 2, 1]
    x.untyped_storage()[8] = 5
    assert x.tolist() == [4, 5, 2, 1]


def test_a_storage_that_was_kept_for_backward_is_missed():
    x = tl.ones(3, requires_grad=True)
    y = x.exp()
    y.storage()[0] = 1.0
    with pytest.raises(RuntimeError, match="version"):
        y.sum().backward()


def test_storages_of_their_own():
    assert tl.TypedStorage([1, 2], dtype=tl.int16).nbytes() == 4
    assert tl.TypedStorage(3).dtype is tl.float32 and len(tl.UntypedStorage(3)) == 3
    assert tl.UntypedStorage([1, 2]).tolist() == [1, 2]
    assert tl.storage.TypedStorage is tl.TypedStorage
    assert tl.storage.UntypedStorage is tl.UntypedStorage
    with pytest.raises(AttributeError, match="Other"):
        tl.storage.Other  # noqa: B018


@pytest.mark.parametrize("call, error, text", [
    (lambda s: s[6], IndexError, "from -6 to 5; got 6"),
    (lambda s: s.untyped()[-25], IndexError, "from -24 to 23"),
    (lambda s: s.__setitem__(6, 1.0), IndexError, "from -6 to 5; got 6"),
    (lambda s: s[1:3], RuntimeError, "expected an integer; got slice"),
    (lambda s: s.untyped()[1:3], RuntimeError, "expected an integer; got slice"),
    (lambda s: s["a"], RuntimeError, "an integer or a slice"),
    (lambda s: s.copy_(tl.TypedStorage(2)), RuntimeError, "a storage of 6; got one of 2"),
    (lambda s: s.copy_([1.0] * 6), RuntimeError, "a storage of 6; got list"),
    (lambda s: s.resize_(0), RuntimeError, "the size that it has, 6; got 0"),
    (lambda s: s.untyped().fill_(300), RuntimeError, "overflow"),
    (lambda s: tl.UntypedStorage(-1), RuntimeError, "at least 0"),
])  # fmt: skip
def test_what_a_storage_refuses(call, error, text):
    x = tl.arange(6.0)
    with pytest.raises(error, match=text):
        call(x.storage())
    assert x.tolist() == [0, 1, 2, 3, 4, 5]


def test_read_only_memory_stays_as_it_is():
    array = np.arange(3.0)
    array.flags.writeable = False
    storage = tl.from_numpy(array).storage()
    for write in (lambda: storage.fill_(1), lambda: storage.__setitem__(0, 1.0),
                  lambda: storage.untyped().fill_(1)):  # fmt: skip
        with pytest.raises(RuntimeError, match="read-only"):
            write()
    assert storage.tolist() == [0, 1, 2]


PARTS = {
    "nothing": lambda x: (),
    "a tensor": lambda x: (x[1:],),
    "a part of a tensor": lambda x: (x[1:], 1, (2, 2), (2, 1)),
    "a storage": lambda x: (x[1:].storage(),),
    "a part of a storage": lambda x: (x.storage(), 1, (2, 2), (1, 2)),
    "rows of a storage": lambda x: (x.untyped_storage(), 0, (3, 2)),
    "bytes": lambda x: (x.untyped_storage(),),
    "no element": lambda x: (x.storage(), 6, (0,)),
}


@pytest.mark.parametrize("what", PARTS)
def test_set_to_other_memory_as_torch(what):
    told = []
    for library in LIBRARIES:
        x, y = library.arange(6.0), library.ones(3)
        assert y.set_(*PARTS[what](x)) is y
        y += 10
        told.append([y.tolist(), tuple(y.stride()), y.storage_offset(), x.tolist()])
    assert told[0] == told[1]


def test_a_view_that_is_set_is_none():
    base, x = tl.ones(4), tl.arange(3.0)
    view = base[1:].set_(x)
    view.mul_(tl.tensor(2.0, requires_grad=True))
    assert not view._is_view() or view._base is not base
    assert base.tolist() == [1] * 4 and not base.requires_grad and x.tolist() == [0, 2, 4]


@pytest.mark.parametrize("given, error, text", [
    (lambda x: (x.storage(), 5, (2,)), RuntimeError, "within a storage of 6; got 5 to 6"),
    (lambda x: (x.storage(), -1, (2,)), RuntimeError, "within a storage of 6; got -1 to 0"),
    (lambda x: (x.storage(), 0, (2, 2), (-1, 2)), RuntimeError, "within a storage of 6"),
    (lambda x: (x.storage(), 0, (2, 2), (1,)), RuntimeError, "as many strides"),
    (lambda x: (x.long(),), RuntimeError, "a source of tensorlite.float32; got tensorlite.int64"),
    (lambda x: (x.long().storage(),), RuntimeError, "a source of tensorlite.float32"),
    (lambda x: (x, 1), TypeError, "a size beside an offset"),
    (lambda x: (3,), TypeError, "a tensor or a storage; got int"),
])  # fmt: skip
def test_a_set_that_is_refused_leaves_the_tensor(given, error, text):
    y = tl.ones(3)
    address = y.data_ptr()
    with pytest.raises(error, match=text):
        y.set_(*given(tl.arange(6.0)))
    assert y.tolist() == [1] * 3 and y.data_ptr() == address


def test_gradients_never_use_what_was_set():
    x, w = tl.arange(3.0), tl.ones(3, requires_grad=True)
    y = (w * x).sum()
    x.set_(tl.ones(3))
    with pytest.raises(RuntimeError, match="version"):
        y.backward()
    with pytest.raises(RuntimeError, match="without gradient"):
        w.set_(x)
    with tl.no_grad():  # as programs set the weights of layers
        assert w.set_(x) is w and w.requires_grad and w.data_ptr() == x.data_ptr()
        with pytest.raises(RuntimeError, match="without gradient"):
            y.set_(x)
    with pytest.raises(tl.TraceError, match=r"set_: .* x\.data = y"):
        tl.compile(lambda x: x.set_() + 1)(tl.ones(3))

"""save and load: what comes back, what is shared, and what is refused."""

import io
import os
import pickle
from collections import OrderedDict

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn


def round_trip(value):
    file = io.BytesIO()
    tl.save(value, file)
    return tl.load(io.BytesIO(file.getvalue()))


DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]


@pytest.mark.parametrize("dtype", [*DTYPES, "float32", "float64"])
def test_a_tensor_of_each_dtype(dtype):
    values = np.array([[0, 1, 2], [3, 4, 5]]).astype(dtype)
    back = round_trip(tl.from_numpy(values))
    assert back.dtype == getattr(tl, dtype)
    np.testing.assert_array_equal(back.numpy(), values)


@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 2), (1,), (2, 3, 4)])
def test_a_tensor_of_each_shape(shape):
    back = round_trip(tl.ones(shape))
    assert tuple(back.shape) == shape
    assert bool((back == 1).all())


def test_nested_values_come_back_as_they_were():
    value = {
        "epoch": 3,
        "lr": 0.1,
        "betas": (0.9, 0.999),
        "names": ["a", "ü", ""],
        "flags": [True, False, None],
        "extremes": [float("inf"), -float("inf"), 2**70, -0.0],
        0: {1: {"deep": []}},
        "ordered": OrderedDict([("z", 1), ("a", 2)]),
        "empty": [{}, [], ()],
    }
    back = round_trip(value)
    assert back == value
    assert type(back["betas"]) is tuple
    assert type(back["flags"][0]) is bool
    assert isinstance(back["ordered"], OrderedDict)
    assert list(back["ordered"]) == ["z", "a"]
    assert [type(k) for k in back][-4:] == [str, int, str, str]
    nan = round_trip([float("nan")])[0]
    assert nan != nan


def test_a_model_and_its_optimizer(tmp_path):
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
    opt = tl.optim.Adam(model.parameters(), lr=0.1)
    model(tl.ones(5, 3)).sum().backward()
    opt.step()
    path = tmp_path / "checkpoint.pt"
    tl.save({"model": model.state_dict(), "optimizer": opt.state_dict(), "epoch": 7}, path)
    saved = tl.load(path, weights_only=True)
    other = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
    other.load_state_dict(saved["model"])
    for a, b in zip(model.state_dict().values(), other.state_dict().values(), strict=True):
        np.testing.assert_array_equal(a.numpy(), b.numpy())
    resumed = tl.optim.Adam(other.parameters(), lr=0.5)
    resumed.load_state_dict(saved["optimizer"])
    assert resumed.param_groups[0]["lr"] == 0.1
    assert saved["epoch"] == 7


def test_tensors_that_share_memory_share_it_again():
    x = tl.zeros(4, 3)
    back = round_trip({"whole": x, "again": x, "row": x[1], "columns": x.t()[1:]})
    back["whole"].fill_(5.0)
    assert bool((back["again"] == 5).all())
    assert bool((back["row"] == 5).all())
    assert tuple(back["columns"].shape) == (2, 4)
    assert bool((back["columns"] == 5).all())


def test_tensors_apart_stay_apart():
    x = tl.zeros(4)
    back = round_trip([x[:2], x[2:]])
    back[0].fill_(1.0)
    assert back[1].tolist() == [0.0, 0.0]


def test_views_are_saved_alone_and_dense():
    file = io.BytesIO()
    tl.save(tl.zeros(1000, 1000)[:, 3], file)
    assert len(file.getvalue()) < 10_000
    transposed = tl.from_numpy(np.arange(6.0).reshape(2, 3)).t()
    np.testing.assert_array_equal(round_trip(transposed).numpy(), transposed.numpy())


def test_gradients_and_parameters():
    back = round_trip([nn.Parameter(tl.ones(2)), tl.ones(2, requires_grad=True), tl.ones(2)])
    assert [type(t).__name__ for t in back] == ["Parameter", "Tensor", "Tensor"]
    assert [t.requires_grad for t in back] == [True, True, False]


def test_loaded_tensors_are_writable():
    back = round_trip(tl.zeros(3))
    back.add_(1)
    assert back.tolist() == [1.0, 1.0, 1.0]


def test_names_in_the_file_are_those_of_the_state_dict(tmp_path):
    numpy_files = pytest.importorskip("safetensors.numpy")
    path = tmp_path / "model.safetensors"
    tl.save(nn.Linear(3, 2).state_dict(), path)
    arrays = numpy_files.load_file(path)
    assert {name: a.shape for name, a in arrays.items()} == {"weight": (2, 3), "bias": (2,)}


def test_safetensors_of_others(tmp_path):
    numpy_files = pytest.importorskip("safetensors.numpy")
    path = tmp_path / "other.safetensors"
    numpy_files.save_file({"a": np.arange(3), "b": np.ones((2, 2), np.float32)}, path)
    back = tl.load(path)
    assert back["a"].tolist() == [0, 1, 2]
    assert back["b"].dtype == tl.float32


def test_keys_that_would_collide():
    back = round_trip({"a.b": tl.zeros(1), "a": {"b": tl.ones(1)}, "__metadata__": tl.ones(2)})
    assert back["a.b"].item() == 0.0
    assert back["a"]["b"].item() == 1.0
    assert back["__metadata__"].tolist() == [1.0, 1.0]


class Thing:
    pass


def itself():
    loop = []
    loop.append(loop)
    return loop


REFUSED = [
    (lambda: {"a": [Thing()]}, TypeError, "got Thing at a.0; try a dict of its parts"),
    (lambda: {"x": np.ones(2)}, TypeError, "got ndarray at x; try tensorlite.from_numpy"),
    (lambda: np.float32(1), TypeError, "got float32 at the top; try value.item"),
    (lambda: nn.Linear(1, 1), TypeError, r"try its state_dict\(\)"),
    (lambda: {(1, 2): 3}, TypeError, "keys that are strings or numbers; got tuple"),
    (lambda: {1, 2}, TypeError, "got set"),
    (lambda: 1j, TypeError, "got complex"),
    (itself, ValueError, "holds itself"),
]


@pytest.mark.parametrize(("make", "kind", "text"), REFUSED, ids=[r[2][:20] for r in REFUSED])
def test_what_cannot_be_saved_leaves_the_file(make, kind, text, tmp_path):
    path = tmp_path / "file"
    tl.save(tl.ones(1), path)
    with pytest.raises(kind, match=text):
        tl.save(make(), path)
    assert tl.load(path).item() == 1.0
    assert os.listdir(tmp_path) == ["file"]


def test_a_failed_write_leaves_the_file(tmp_path, monkeypatch):
    path = tmp_path / "file"
    tl.save(tl.ones(1), path)

    def refuse(*args):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        tl.save(tl.zeros(1), path)
    assert os.listdir(tmp_path) == ["file"]
    assert tl.load(path).item() == 1.0


def whole():
    file = io.BytesIO()
    tl.save({"a": tl.ones(100), "n": 1}, file)
    return file.getvalue()


def with_header(text):
    data = text.encode()
    return len(data).to_bytes(8, "little") + data


BROKEN = [
    (lambda: b"", "an empty file"),
    (lambda: b"hello", "5 bytes that are none or are cut off"),
    (lambda: b"some longer text that is no such file", "none or are cut off"),
    (lambda: whole()[:20], "none or are cut off"),
    (lambda: whole()[:-1], "broken or truncated"),
    (lambda: whole() + b"more", "broken or truncated"),
    (lambda: pickle.dumps({"a": 1}), "a pickle or zip archive"),
    (lambda: b"PK\x03\x04" + bytes(100), "torch.save or numpy.savez"),
    (lambda: with_header("{nonsense"), "broken or truncated"),
    (lambda: with_header('{"__metadata__":{"tensorlite":"[]"}}'), "the structure that"),
    (
        lambda: with_header('{"__metadata__":{"tensorlite":"{\\"version\\":99,\\"data\\":1}"}}'),
        "version 99",
    ),
]


@pytest.mark.parametrize(("make", "text"), BROKEN, ids=[b[1] for b in BROKEN])
def test_what_cannot_be_loaded(make, text, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(make())
    with pytest.raises(RuntimeError, match="tensorlite.load: expected .*" + text):
        tl.load(path)


def test_a_view_cannot_reach_beyond_its_storage():
    x = tl.arange(6)
    file = io.BytesIO()
    tl.save([x, x[1:3]], file)
    data = file.getvalue().replace(b'\\"offset\\":1', b'\\"offset\\":5')
    assert data != file.getvalue()
    with pytest.raises(RuntimeError, match="a view beyond its storage"):
        tl.load(io.BytesIO(data))


def test_a_header_of_any_length():
    # A header of 640 bytes starts like a pickle of protocol 2.
    for length in range(400, 700, 4):
        assert round_trip("x" * length) == "x" * length


def test_no_such_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        tl.load(tmp_path / "none")
    with pytest.raises(FileNotFoundError, match="expected a folder"):
        tl.save(tl.ones(1), tmp_path / "none" / "file")


@pytest.mark.torch
def test_a_torch_pickle_is_refused(tmp_path):
    torch = pytest.importorskip("torch")
    path = tmp_path / "model.pt"
    torch.save({"a": torch.ones(2)}, path)
    with pytest.raises(RuntimeError, match=r"safetensors\.torch\.save_file"):
        tl.load(path)

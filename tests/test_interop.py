"""Libraries that keep a list of array libraries know tensors once `tensorlite.interop` is there."""

import ctypes
import gc
import importlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import arrow

x = tl.arange(24.0).reshape(2, 3, 4)
REARRANGED = (
    *("a b c -> b (a c)", "(a 1) b (c d) -> d a (b c)", "a b c -> a 1 c b", "... c -> c ..."),
)


@pytest.fixture
def einops():
    found = pytest.importorskip("einops")
    import tensorlite.interop as interop

    assert "einops" in interop.register()
    return found


@pytest.mark.parametrize("pattern", REARRANGED)
def test_rearrange(einops, pattern):
    sizes = {"d": 2} if " d " in pattern else {}
    expected = einops.rearrange(x.numpy(), pattern, **sizes)
    assert (einops.rearrange(x, pattern, **sizes).numpy() == expected).all()


@pytest.mark.parametrize("reduction", ["min", "max", "sum", "mean", "prod"])
def test_reduce(einops, reduction):
    expected = einops.reduce(x.numpy(), "a b (c d) -> b d", reduction, d=2)
    found = einops.reduce(x, "a b (c d) -> b d", reduction, d=2)
    np.testing.assert_allclose(found.numpy(), expected, rtol=1e-6)
    assert einops.reduce(x > 3, "a b c -> a", "any").tolist() == [True, True]


def test_repeat_pack_and_einsum(einops):
    assert einops.repeat(x, "a b c -> a n b c", n=3).shape == (2, 3, 3, 4)
    packed, shapes = einops.pack([x, x[:, 0]], "a * c")
    assert packed.shape == (2, 4, 4)
    assert [part.shape for part in einops.unpack(packed, shapes, "a * c")] == [(2, 3, 4), (2, 4)]
    found = einops.einsum(x, x, "a b c, a d c -> a b d")
    assert (found == tl.einsum("abc,adc->abd", x, x)).all()


def test_gradients_flow_through_einops(einops):
    leaf = tl.ones(2, 6, requires_grad=True)
    einops.reduce(leaf, "a (b c) -> b", "sum", c=3).pow(2).sum().backward()
    assert leaf.grad.tolist() == [[12.0] * 6] * 2


def test_opt_einsum():
    opt_einsum = pytest.importorskip("opt_einsum")
    import tensorlite.interop as interop

    assert "opt_einsum" in interop.register()
    a, b, c = tl.rand(2, 3), tl.rand(3, 4, 5), tl.rand(5, 2)
    assert tl.equal(tl.tensordot(a, b, axes=((1,), (0,))), tl.tensordot(a, b, 1))  # NumPy's name
    found = opt_einsum.contract("ij,jkl,lm->mki", a, b, c)
    assert isinstance(found, tl.Tensor)
    expected = np.einsum("ij,jkl,lm->mki", a.numpy(), b.numpy(), c.numpy())
    np.testing.assert_allclose(found.numpy(), expected, rtol=1e-5)


ARROWS = {
    "numbers": np.arange(5, dtype=np.int16),
    "every other": np.arange(9.0)[::2],
    "truth": np.arange(11) % 3 == 0,
    "rows": np.arange(6, dtype=np.float32).reshape(2, 3),
    "transposed": np.arange(24).reshape(2, 3, 4).transpose(2, 0, 1)[1:],
    "nothing": np.zeros((0, 3), np.uint8),
}


def read(capsule, kind):
    """What a reader of Arrow's interface finds in a capsule."""
    place = ctypes.pythonapi.PyCapsule_GetPointer
    place.restype, place.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)
    return kind.from_address(place(capsule, arrow.NAMES[kind]))


def child(found):
    """The only entry of its list of children."""
    return type(found).from_address(ctypes.c_void_p.from_address(found.children).value)


@pytest.mark.parametrize("name", ARROWS)
def test_arrow(name):
    """polars and pyarrow read numbers where they lie; lists of fixed size are further dims."""
    array = ARROWS[name]
    schema, data = tl.from_numpy(array).__arrow_c_array__()
    told, found, shape = read(schema, arrow.Schema), read(data, arrow.Array), [array.shape[0]]
    while found.n_children:
        assert told.format == b"+w:%d" % array.shape[len(shape)] and found.n_buffers == 1
        told, found, size = child(told), child(found), int(told.format[3:])
        shape.append(size)
        assert found.length == np.prod(shape)
    assert tuple(shape) == array.shape and told.format == arrow.FORMATS[array.dtype.name]
    buffers = (ctypes.c_void_p * 2).from_address(found.buffers)
    assert buffers[0] is None and found.null_count == 0
    packed = np.packbits(array, bitorder="little") if array.dtype == bool else array
    assert ctypes.string_at(buffers[1], packed.nbytes) == packed.tobytes()


def test_arrow_gives_memory_back():
    array = np.arange(1000.0)
    before = sys.getrefcount(array)

    def take(capsule, kind):
        found = read(capsule, kind)
        moved = kind.from_buffer_copy(found)
        found.release = None
        return moved

    schema, data = tl.from_numpy(array).__arrow_c_array__()
    assert read(data, arrow.Array).n_buffers == 2 and sys.getrefcount(array) > before
    kept = take(schema, arrow.Schema), take(data, arrow.Array)
    del schema, data
    gc.collect()
    assert sys.getrefcount(array) > before, "who took the data holds it"
    for each in kept:
        ctypes.CFUNCTYPE(None, ctypes.c_void_p)(each.release)(ctypes.addressof(each))
        assert each.release is None

    def fails():
        return tl.from_numpy(array).reshape(10, 100).__arrow_c_array__(), 1 / 0

    with pytest.raises(ZeroDivisionError):
        fails()  # a capsule that nobody took dies while an exception is on its way
    gc.collect()
    assert sys.getrefcount(array) == before
    with pytest.raises(TypeError, match="__arrow_c_array__: expected real numbers; got complex64"):
        tl.ones(2, dtype=tl.complex64).__arrow_c_array__()
    with pytest.raises(RuntimeError, match="requires grad; try detach"):
        tl.ones(2, requires_grad=True).__arrow_c_array__()


BUFFERS = {
    "no buffer": ([1, 2], {}, "an object with Python's buffer protocol; got list"),
    "nothing": (b"", {}, "not empty; got 0 bytes and count=-1"),
    "no numbers": (bytearray(8), {"count": 0}, "not empty; got 8 bytes and count=0"),
    "before": (bytearray(8), {"offset": -1}, "offset of 0 to 7; got -1"),
    "behind": (bytearray(8), {"offset": 8}, "offset of 0 to 7; got 8"),
    "too many": (bytearray(8), {"count": 2, "offset": 4}, "at most 4 bytes after offset=4"),
    "half a number": (bytearray(7), {}, "a multiple of 4 bytes after offset=0; got 7"),
}


@pytest.mark.parametrize("name", BUFFERS)
def test_a_part_of_a_buffer_that_is_not_there(name):
    """Some gave empty tensors, others errors of NumPy's in the words of a wrong call."""
    buffer, named, text = BUFFERS[name]
    with pytest.raises(ValueError, match=f"frombuffer: expected .*{text}"):
        tl.frombuffer(buffer, dtype=tl.int32, **named)
    part = tl.frombuffer(bytearray(range(9)), dtype=tl.uint8, count=2, offset=7)
    assert part.tolist() == [7, 8]


def test_polars():
    polars = pytest.importorskip("polars")
    table = polars.DataFrame({"a": tl.arange(3), "b": tl.tensor([True, False, True])})
    assert table.rows() == [(0, True), (1, False), (2, True)]
    assert polars.Series(tl.ones(2, 3)).dtype == polars.Array(polars.Float32, 3)
    assert tl.tensor(table["a"]).tolist() == [0, 1, 2]


def test_pyarrow():
    pyarrow = pytest.importorskip("pyarrow")
    assert pyarrow.array(x[0]).to_pylist() == x[0].tolist()
    assert tl.tensor(pyarrow.array([1.0, 2.0])).dtype is tl.float64


def test_pictures_keep_their_dtype():
    """`tensor` of a picture made int64 of its bytes."""
    image = pytest.importorskip("PIL.Image")
    pixels = np.arange(48, dtype=np.uint8).reshape(4, 4, 3)
    picture = image.fromarray(pixels)
    for made in (tl.tensor(picture), tl.as_tensor(picture), tl.asarray(picture)):
        assert made.dtype is tl.uint8 and (made.numpy() == pixels).all()
    assert image.fromarray(made.numpy()).tobytes() == picture.tobytes()


def test_pictures_are_made_of_tensors():
    """`fromarray` asked for the array interface, which tensors had not."""
    image = pytest.importorskip("PIL.Image")
    x = tl.arange(48, dtype=tl.uint8).reshape(4, 4, 3)
    assert image.fromarray(x).tobytes() == x.tobytes() == x.numpy().tobytes()
    turned = x[..., 0].T
    assert np.asarray(image.fromarray(turned)).tolist() == turned.tolist()
    assert image.fromarray(x[..., 0] > 9).mode == "1"
    with pytest.raises(AttributeError, match=r"requires grad; try detach\(\)"):
        image.fromarray(tl.ones(2, 2, requires_grad=True))


@pytest.mark.parametrize("view", [
    lambda x: x, lambda x: x.T, lambda x: x[1:, ::2], lambda x: x[0, 0], lambda x: x[:0],
    lambda x: x.expand(2, 3, 4), lambda x: x.T[1:],
])  # fmt: skip
def test_the_array_interface_shows_the_memory(view):
    x = view(tl.arange(12.0).reshape(3, 4))
    array = np.asarray(x)
    assert array.tolist() == x.tolist()
    assert array.ctypes.data == x.data_ptr() or not x.numel()
    assert array.shape == x.shape and array.dtype == np.float32


def test_an_array_outlives_the_memory_of_its_tensor():
    """The array interface names an address: NumPy must keep what lies there."""
    x = tl.arange(1200.0).reshape(30, 40)
    arrays, before = [np.asarray(x), np.asarray(x.T)], x.tolist()
    x.data = tl.zeros(30, 40)
    others = [tl.ones(30, 40) for _ in range(50)]
    assert arrays[0].tolist() == arrays[1].T.tolist() == before
    assert len(others) == 50
    fixed = np.arange(6.0).reshape(2, 3).T
    fixed.flags.writeable = False
    assert not np.asarray(tl.from_numpy(fixed)).flags.writeable


def test_the_array_interface_refuses_what_numpy_refuses():
    x = tl.ones(2, requires_grad=True)
    assert hasattr(tl.ones(2), "__array_interface__") and not hasattr(x, "__array_interface__")
    with pytest.raises(RuntimeError, match=r"try detach\(\)"):
        np.asarray(x)
    with pytest.raises(AttributeError, match=r"got bfloat16; try \.float\(\)"):
        _ = tl.ones(2, dtype=tl.bfloat16).__array_interface__
    with pytest.raises(AttributeError, match=r"got one on the CPU; try \.cuda\(\)"):
        _ = tl.ones(2).__cuda_array_interface__  # said that there is no such attribute


def test_plots_of_what_requires_grad():
    figure = pytest.importorskip("matplotlib.figure")
    import tensorlite.interop as interop

    assert "matplotlib" in interop.register()
    axes = figure.Figure().add_subplot()
    y = tl.arange(3.0).requires_grad_()
    (line,) = axes.plot(y, y * 2)
    assert line.get_ydata().tolist() == [0.0, 2.0, 4.0]
    assert axes.bar(y, y)[2].get_height() == 2.0
    axes.axhline(y.sum())
    axes.fill_between(y, y)


def test_plots_of_every_kind():
    """Only what asks the registry of units was drawn: no points, histograms and images."""
    figure = pytest.importorskip("matplotlib.figure")
    import tensorlite.interop as interop

    interop.register()
    axes = figure.Figure().add_subplot()
    y = tl.arange(6.0).reshape(2, 3).requires_grad_()
    assert axes.scatter(y[0], y[1], c=y[0], s=y[1]).get_offsets().tolist() == y.T.tolist()
    assert axes.hist(y[0], bins=3)[0].tolist() == [1, 1, 1]
    assert axes.imshow(y).get_array().tolist() == y.tolist()
    assert axes.errorbar(y[0], y[1], yerr=y[0]).has_yerr
    (line,) = axes.plot([y.mean(), y.sum()])  # losses that were kept as they came
    assert line.get_ydata().tolist() == [2.5, 15.0]
    for draw in (axes.contourf, axes.pcolormesh, axes.boxplot, axes.matshow):
        draw(y)
    line.set_data(y[0], y[1])
    assert line.get_xdata(orig=False).tolist() == [0.0, 1.0, 2.0]


def test_plots_in_three_dimensions_and_polar():
    """Classes that are made of Axes have methods of their own, which were left as they are."""
    figure = pytest.importorskip("matplotlib.figure")
    import tensorlite.interop as interop

    interop.register()
    x, y = tl.meshgrid(tl.linspace(-1, 1, 4), tl.linspace(-1, 1, 5), indexing="ij")
    z, line = (x * y).requires_grad_(), tl.arange(4.0).requires_grad_()
    axes = figure.Figure().add_subplot(projection="3d")
    assert axes.scatter(line, line, line, c=line)._offsets3d[2].tolist() == [0, 1, 2, 3]
    for draw in (axes.plot_surface, axes.plot_wireframe, axes.contour):
        draw(x, y, z)
    axes.bar3d(line, line, line, 1, 1, line)
    (drawn,) = axes.plot(line, line, line)
    assert [each.tolist() for each in drawn.get_data_3d()] == [[0, 1, 2, 3]] * 3
    polar = figure.Figure().add_subplot(projection="polar")
    polar.bar(line, line)
    polar.set_rmax(line.max())


def test_matplotlib_may_be_imported_later():
    pytest.importorskip("matplotlib")
    code = """
import sys, tensorlite as tl, tensorlite.interop
assert "matplotlib" not in sys.modules
from matplotlib.figure import Figure
print(Figure().add_subplot().hist(tl.ones(3, requires_grad=True))[0].sum())
assert not any("Later" in type(finder).__name__ for finder in sys.meta_path)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "3.0\n", done.stderr


def test_tensorboard(tmp_path):
    pytest.importorskip("tensorboardX")
    layer = tl.nn.Linear(3, 2)
    with tl.utils.tensorboard.SummaryWriter(str(tmp_path)) as writer:
        writer.add_scalar("loss", layer(tl.ones(4, 3)).mean(), 1)
        writer.add_scalars("two", {"a": tl.tensor(1), "b": tl.tensor(2.0)}, 1)
        writer.add_histogram("weight", layer.weight, global_step=1)
        writer.add_image("image", tl.rand(3, 8, 8), 1)
        with pytest.raises(NotImplementedError, match="add_graph: expected values; got a Linear"):
            writer.add_graph(layer)
    (written,) = tmp_path.glob("events.*")
    assert all(name in written.read_bytes() for name in (b"loss", b"weight", b"image"))


def test_tensorboard_says_what_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    with pytest.raises(ImportError, match=r"SummaryWriter: expected the package tensorboardX; .*"):
        tl.utils.tensorboard.SummaryWriter()


def test_layers_of_einops(einops):
    from einops.layers.tensorlite import EinMix, Rearrange, Reduce

    assert einops.layers.tensorlite.Rearrange is Rearrange
    backend = importlib.import_module("einops._backends").get_backend(tl.ones(2))
    assert backend.layers() is einops.layers.tensorlite  # where einops's own tests find them

    images = tl.arange(2 * 3 * 4 * 4.0).reshape(2, 3, 4, 4)
    patches = tl.nn.Sequential(
        Rearrange("b c (h p) (w q) -> b (h w) (c p q)", p=2, q=2),
        EinMix("b n d -> b n e", weight_shape="d e", bias_shape="e", d=12, e=5),
        Reduce("b n e -> b e", "mean"),
        EinMix("b (h e) -> b (h f)", weight_shape="h e f", h=5, e=1, f=2),
    )
    out = patches(images)
    weight, bias, last = patches.parameters()
    rows = einops.rearrange(images, "b c (h p) (w q) -> b (h w) (c p q)", p=2, q=2)
    wanted = (rows @ weight + bias).mean(1)[..., None] * last[:, 0]
    assert tl.testing.assert_close(out, wanted.flatten(1)) is None and out.shape == (2, 10)
    out.sum().backward()
    assert all(p.grad is not None for p in (weight, bias, last))


# ------------------------------------------------------------------ PyTorch's own beside ours


LIBRARY = """
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.hooks import RemovableHandle

def widths(model):
    return [m.out_features for m in model.modules() if isinstance(m, nn.Linear)]
"""


def test_libraries_that_import_torch_are_given_tensorlite(tmp_path):
    """With an entry in `sys.modules` alone, modules below were loaded a second time."""
    (tmp_path / "library.py").write_text(LIBRARY)
    (tmp_path / "refused.py").write_text("import torch.overrides")
    code = """
import sys
import tensorlite as tl
from tensorlite.interop import as_torch
with as_torch():
    import library
    try:
        import refused
    except ModuleNotFoundError as error:
        print(error)
assert library.torch is tl and library.nn is tl.nn and library.F is tl.nn.functional
assert library.RemovableHandle is type(tl.nn.ReLU().register_forward_hook(print))
assert library.widths(tl.nn.Sequential(tl.nn.Linear(2, 3))) == [3]
assert not any(name.partition(".")[0] == "torch" for name in sys.modules)
assert tl.__spec__.name == "tensorlite" and tl.nn.__spec__.name == "tensorlite.nn"
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(Path(tl.__file__).parents[1])})  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "tensorlite.overrides: expected what tensorlite has" in done.stdout


@pytest.mark.torch
def test_a_program_with_pytorch_has_no_other_torch():
    pytest.importorskip("torch")
    from tensorlite.interop import as_torch

    with pytest.raises(RuntimeError, match="expected a program without PyTorch"), as_torch():
        pass


@pytest.mark.torch
@pytest.mark.parametrize("kind", ["bfloat16", "float16", "float32", "int8", "bool", "complex64"])
def test_tensors_of_pytorch_are_shared(kind):
    """Those of bfloat16 were refused, and of the others a copy was made."""
    torch = pytest.importorskip("torch")
    theirs = torch.ones(2, 3).to(getattr(torch, kind)).T
    shared = tl.as_tensor(theirs)
    assert shared.dtype is getattr(tl, kind)
    assert shared.data_ptr() == theirs.data_ptr() and shared.stride() == theirs.stride()
    copied = tl.tensor(theirs)
    assert copied.dtype is shared.dtype and copied.data_ptr() != theirs.data_ptr()
    assert copied.tolist() == theirs.tolist() == tl.asarray(theirs).tolist()
    with pytest.raises((RuntimeError, BufferError), match="grad"):
        tl.as_tensor(torch.ones(2, requires_grad=True))


MIXED = {
    "tl.ones(2) + torch.ones(2)": "add: expected tensors and numbers; got torch.Tensor; try tensor()",
    "torch.ones(2) * tl.ones(2)": "mul: expected tensors and numbers; got torch.Tensor; try tensor()",
    "tl.ones(2) @ torch.ones(2)": "matmul: expected other to be a Tensor; got torch.Tensor; try tensor()",
    "torch.ones(2) @ tl.ones(2)": "matmul: expected input to be a Tensor; got torch.Tensor; try tensor()",
    "tl.ones(2).add_(torch.ones(2))": "add_: expected tensors and numbers; got torch.Tensor; try tensor()",
    "tl.exp(torch.ones(2))": "exp: expected tensors and numbers; got torch.Tensor; try tensor()",
    "tl.stack([tl.ones(2), torch.ones(2)])": "got list with torch.Tensor at entry 1",
    "nn.Linear(2, 2)(torch.ones(2))": "linear: expected input to be a Tensor; got torch.Tensor; try tensor()",
    "nn.LSTM(2, 3)(torch.ones(1, 2, 2))": "LSTM: expected input to be a Tensor; got torch.Tensor",
    "nn.CrossEntropyLoss()(tl.ones(2, 3), torch.tensor([0, 1]))": "expected a Tensor; got torch.Tensor",
    "nn.Sequential(torch.nn.Linear(2, 2))": "got torch.Linear at 0",
    "nn.Linear(2, 2).load_state_dict(torch.nn.Linear(2, 2).state_dict())": "weight: expected a Tensor; got torch.Tensor",
    "tl.optim.SGD(torch.nn.Linear(2, 2).parameters())": "one of the params is torch.Parameter",
    "tl.ones(3)[torch.tensor([1])]": "(got torch.Tensor)",
    "tl.ones(2, device=torch.device('cpu'))": "ones: expected device to be 'cpu', 'cuda' or 'cuda:<index>'; got torch.device(type='cpu'); try 'cpu'",
    "nn.Linear(2, 2).to(torch.device('cuda', 1))": "got torch.device(type='cuda', index=1); try 'cuda:1'",
    "tl.device(torch.device('cpu'))": "device: expected 'cpu', 'cuda' or 'cuda:<index>'; got torch.device(type='cpu'); try 'cpu'",
    "tl.ones(2).to(torch.float64)": "got torch.float64; try tensorlite.float64",
    "tl.randn(2, dtype=torch.float16)": "got torch.float16; try tensorlite.float16",
    "tl.ones(2).to(memory_format=torch.channels_last)": "expected a memory_format; got torch.memory_format",
    "tl.randn(2, generator=torch.Generator())": "expected generator to be a Generator; got torch.Generator; try tensorlite.Generator()",
    "tl.autocast('cpu', dtype=torch.bfloat16)": "expected dtype to be a dtype; got torch.dtype; try tensorlite.bfloat16",
}


@pytest.mark.torch
@pytest.mark.parametrize("code", MIXED)
def test_what_is_of_pytorch_is_told_so(code):
    """A forgotten import: it was "expected a Tensor; got Tensor"."""
    torch = pytest.importorskip("torch")
    with pytest.raises((TypeError, RuntimeError, IndexError)) as told:
        eval(code, {"tl": tl, "nn": tl.nn, "torch": torch})
    assert MIXED[code] in str(told.value)

"""Bad input, as users give it: each kind is a clear error, and leaves every tensor as it was.

A case is an expression over the fixed tensors of `tensors()`, the error's class, and a part of its
text.
"""

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.utils.data import DataLoader, TensorDataset, random_split

F = nn.functional


class Cube(tl.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * x * x

    @staticmethod
    def backward(ctx, g):
        return g, g, g


def tensors():
    """What the cases work on."""
    generator = tl.Generator().manual_seed(0)
    made = {
        "x": tl.rand(3, 4, generator=generator),
        "y": tl.rand(3, 5, generator=generator),
        "v": tl.rand(4, generator=generator),
        "i": tl.tensor([0, 2, 1]),
        "far": tl.tensor([0, 9, 1]),
        "mask": tl.tensor([True, False, True]),
        "double": tl.rand(3, 4, generator=generator).double(),
        "w": tl.rand(3, 4, generator=generator).requires_grad_(),
        "classes": tl.tensor([0, 3, 7]),
        "logits": tl.rand(3, 5, generator=generator),
        "wide": tl.rand(3, 1, generator=generator).expand(3, 4),
        "model": nn.Linear(4, 2),
    }
    frozen = np.ones(4, np.float32)
    frozen.flags.writeable = False
    return made | {"frozen": tl.from_numpy(frozen)}


def backward_twice(x):
    y = (x * x).sum()
    y.backward()
    y.backward()


def changed_after_saving(x):
    y = x * 2
    z = (y * y).sum()
    y.add_(1)
    z.backward()


CASES = {
    # shapes
    "add shapes": (lambda x, y, **t: x + y, RuntimeError, "broadcast together"),
    "in-place growth": (lambda x, v, **t: v.add_(x), RuntimeError, "add_"),
    "matmul inner": (lambda x, y, **t: x @ y, RuntimeError, "cannot be multiplied|can be multiplied"),
    "matmul 0-d": (lambda x, **t: x @ tl.tensor(1.0), RuntimeError, "at least 1D"),
    "mm of vectors": (lambda v, **t: tl.mm(v, v), RuntimeError, "mm: expected a 2-D"),
    "bmm batches": (lambda **t: tl.bmm(tl.ones(2, 3, 4), tl.ones(3, 4, 2)), RuntimeError, "batches"),
    "addmm bias": (lambda x, v, **t: tl.addmm(tl.ones(7), x, x.T), RuntimeError, "broadcast"),
    "view of transposed": (lambda x, **t: x.T.view(12), RuntimeError, "reshape"),
    "view count": (lambda x, **t: x.view(5, 5), RuntimeError, "12 elements"),
    "two -1": (lambda x, **t: x.reshape(-1, -1), RuntimeError, "at most one -1"),
    "expand": (lambda x, **t: x.expand(3, 8), RuntimeError, "expand: expected"),
    "squeeze dim": (lambda x, **t: x.squeeze(4), IndexError, "squeeze: expected dim"),
    "permute twice": (lambda x, **t: x.permute(0, 0), RuntimeError, "each of 2 dims once"),
    "cat shapes": (lambda x, y, **t: tl.cat([x, y]), RuntimeError, "agree except in dim 0"),
    "cat nothing": (lambda **t: tl.cat([]), ValueError, "non-empty"),
    "stack shapes": (lambda x, y, **t: tl.stack([x, y]), RuntimeError, "equal size"),
    "split sizes": (lambda x, **t: x.split([1, 1]), RuntimeError, "sum up to 3"),
    "narrow": (lambda x, **t: x.narrow(0, 2, 2), RuntimeError, "narrow: expected"),
    "as_strided beyond": (lambda x, **t: x.as_strided((4, 4), (4, 1)), RuntimeError, "storage of 12"),
    "unfold": (lambda v, **t: v.unfold(0, 5, 1), RuntimeError, "unfold: expected"),
    "negative size": (lambda **t: tl.zeros(2, -1), RuntimeError, "at least 0"),
    "einsum letters": (lambda x, y, **t: tl.einsum("ij,jk->ik", x, y), RuntimeError, "einsum: expected"),
    "einsum count": (lambda x, **t: tl.einsum("ij,jk", x), RuntimeError, "2 operands"),
    "einsum result": (lambda x, **t: tl.einsum("ij->iz", x), RuntimeError, "einsum: expected"),
    "tensordot": (lambda x, y, **t: tl.tensordot(x, y, 1), RuntimeError, "equal extents"),
    "cross": (lambda x, **t: tl.cross(x, x, dim=1), RuntimeError, "extent 3"),
    "item of many": (lambda x, **t: x.item(), RuntimeError, "12 elements"),
    "bool of many": (lambda x, **t: bool(x), RuntimeError, "ambiguous"),
    "ragged list": (lambda **t: tl.tensor([[1, 2], [3]]), ValueError, "equal lengths"),
    "max of nothing": (lambda **t: tl.ones(0).max(), (RuntimeError, IndexError), "max"),
    "gradient of fewer steps": (
        lambda **t: tl.gradient(tl.ones(2, 2), spacing=[1.0]), RuntimeError, "of length equal to",
    ),
    "argmax of nothing": (lambda **t: tl.ones(0).argmax(), IndexError, "argmax"),
    "outer of matrices": (lambda x, v, **t: tl.outer(x, v), RuntimeError, "outer: expected a 1-D"),
    "addmv vector": (lambda x, v, **t: tl.addmv(v, x.T, v), RuntimeError, "cannot be multiplied|can be multiplied"),
    "fliplr": (lambda v, **t: v.fliplr(), RuntimeError, "Input must be >= 2-d"),
    "flipud": (lambda **t: tl.tensor(1.0).flipud(), RuntimeError, "Input must be >= 1-d"),
    "embedding weight": (lambda i, **t: F.embedding(i, tl.ones(2, 2, 2)), RuntimeError, "'weight' must be 2-D"),
    "batch_norm of a vector": (lambda v, **t: F.batch_norm(v, v, v), RuntimeError, "at least 2 dimensions"),
    "65 dims": (lambda **t: tl.tensor(1.0).expand([1] * 65).amax(0), RuntimeError, "up to 64 dims"),
    "max over one of 65 dims": (lambda **t: tl.tensor(1.0).expand([1] * 65).max(0), RuntimeError, "up to 64 dims"),
    "unique of a number": (lambda **t: tl.tensor(3).unique(dim=0), IndexError, "no dimensions"),
    "unique_consecutive": (lambda **t: tl.unique_consecutive(tl.tensor(3), dim=0), IndexError, "no dimensions"),
    "diagonal dims": (lambda x, **t: x.diagonal(0, 1, 1), RuntimeError, "two different dims"),
    # dims and indices
    "sum dim": (lambda x, **t: x.sum(2), IndexError, "dim"),
    "sum dim twice": (lambda x, **t: x.sum((0, 0)), RuntimeError, "once"),
    "softmax dim": (lambda x, **t: x.softmax(5), IndexError, "dim"),
    "row": (lambda x, **t: x[3], IndexError, "out of bounds"),
    "too many indices": (lambda x, **t: x[0, 0, 0], IndexError, "too many indices"),
    "fancy read": (lambda x, far, **t: x[far], IndexError, "9"),
    "fancy write": (lambda x, far, **t: x.__setitem__(far, 0.0), IndexError, "9"),
    "mask shape": (lambda x, mask, **t: x[:, mask], IndexError, "mask|shape"),
    "write shape": (lambda x, v, **t: x.__setitem__(0, tl.ones(3)), RuntimeError, "broadcast"),
    "gather": (lambda x, **t: x.gather(1, tl.tensor([[7]])), RuntimeError, "7"),
    "scatter": (lambda x, **t: x.scatter_(1, tl.tensor([[7]]), 1.0), RuntimeError, "7"),
    "index_select": (lambda x, far, **t: x.index_select(0, far), IndexError, "9"),
    "float index": (lambda x, v, **t: x[v], (IndexError, TypeError), "index|integer|long"),
    "step zero": (lambda x, **t: x[::0], ValueError, "step"),
    "embedding": (lambda x, far, **t: F.embedding(far, x), IndexError, "9"),
    "class": (lambda logits, classes, **t: F.cross_entropy(logits, classes), IndexError, "7"),
    "nll class": (lambda logits, classes, **t: F.nll_loss(logits, classes), (IndexError, RuntimeError), "7"),
    "topk": (lambda x, **t: x.topk(9), (RuntimeError, IndexError), "topk"),
    # dtypes
    "int result in place": (lambda i, **t: i.add_(0.5), RuntimeError, "can't be cast"),
    "bool minus": (lambda mask, **t: mask - mask, RuntimeError, "bool"),
    "bitwise of floats": (lambda x, **t: x & 1, TypeError, "integer or bool"),
    "matmul dtypes": (lambda x, double, **t: x @ double.T, RuntimeError, "same dtype"),
    "int division by zero": (lambda i, **t: i // 0, RuntimeError, "ZeroDivision"),
    "int negative power": (lambda i, **t: i**-1, RuntimeError, "negative integer powers"),
    "grad of integers": (lambda i, **t: i.requires_grad_(), RuntimeError, "floating point"),
    "where mask": (lambda x, **t: tl.where(x, x, x), RuntimeError, "bool"),
    "masked_fill mask": (lambda x, i, **t: x.masked_fill(x, 0), RuntimeError, "bool"),
    "mean of integers": (lambda i, **t: i.mean(), RuntimeError, "mean"),
    "text": (lambda **t: tl.tensor(["a"]), TypeError, "numbers"),
    "narrow from bool": (lambda x, mask, **t: x.narrow(0, mask[0], 1), RuntimeError, "0-dim integral"),
    "narrow from True": (lambda x, **t: x.narrow(0, True, 1), TypeError, "integer"),
    "max of numbers": (lambda **t: tl.max(2, 3), TypeError, "max: expected input to be a Tensor"),
    "min of a number": (lambda **t: tl.min(2), TypeError, "min: expected input to be a Tensor"),
    "max with a float": (lambda x, **t: x.max(0.5), TypeError, "max: expected dim"),
    "mean of bool by places": (lambda i, mask, **t: mask.scatter_reduce(0, i, mask, "mean"), NotImplementedError, "numeric"),
    "memory format": (lambda x, **t: x.to(tl.float64, memory_format=3), TypeError, "to: expected a memory_format"),
    "type name": (lambda x, **t: x.type("torch.HugeTensor"), ValueError, "invalid type"),
    "type without package": (lambda x, **t: x.type("FloatTensor"), ValueError, "invalid type"),
    "sections of floats": (lambda x, **t: x.tensor_split(tl.tensor(2.0)), RuntimeError, "dtype int64"),
    "sections of a matrix": (lambda x, **t: x.tensor_split(tl.tensor([[1]])), RuntimeError, "one-dimensional"),
    "no sections": (lambda x, **t: x.tensor_split(tl.tensor(0)), RuntimeError, "at least 1 section"),
    "sections of a number": (lambda **t: tl.tensor(1).tensor_split(2), RuntimeError, "1-dimensional"),
    "numpy of a recorded tensor": (lambda w, **t: np.sort(w), RuntimeError, "detach"),
    "quantile of integers": (lambda i, **t: i.quantile(0.5), RuntimeError, "float32 or float64"),
    "quantile of nothing": (lambda **t: tl.ones(0).quantile(0.5), RuntimeError, "non-empty"),
    "quantile beyond": (lambda x, **t: x.quantile(1.5), RuntimeError, r"in the range \[0, 1\]"),
    "quantile of a name": (lambda x, **t: x.quantile("a"), TypeError, "q to be a number"),
    "quantile dtypes": (lambda x, double, **t: x.quantile(double[0]), RuntimeError, "same dtype as the input"),
    "quantile between": (lambda x, **t: x.quantile(0.5, interpolation="best"), RuntimeError, "linear, lower, higher"),
    "index_reduce kind": (lambda x, i, **t: x.index_reduce(0, i, x, "sum"), RuntimeError, "prod, mean, amax or amin"),
    "index_reduce shape": (lambda x, y, i, **t: x.index_reduce(0, i, y, "prod"), RuntimeError, "source of shape"),
    "index_reduce dtype": (lambda x, double, i, **t: x.index_reduce(0, i, double, "prod"), RuntimeError, "same dtype"),
    "index_reduce far": (lambda x, far, **t: x.index_reduce_(0, far, x, "prod"), IndexError, "9"),
    "unflatten into nothing": (lambda x, **t: x.unflatten(0, ()), RuntimeError, "sizes of one dim"),
    "arange to NaN": (lambda **t: tl.arange(-5, np.nan), RuntimeError, "expected a finite range"),
    "arange by NaN": (lambda **t: tl.arange(0, 5, np.nan), RuntimeError, "nonzero"),
    "endless arange": (lambda **t: tl.arange(np.inf), RuntimeError, "expected a finite range"),
    "too long an arange": (lambda **t: tl.arange(1e30), RuntimeError, "expected a finite range"),
    "vander of a matrix": (lambda x, **t: tl.vander(x), RuntimeError, "one-dimensional"),
    "vander of less than none": (lambda v, **t: tl.vander(v, -1), RuntimeError, "non-negative"),
    "scalar_tensor of a list": (lambda **t: tl.scalar_tensor([1]), TypeError, "s to be a number"),
    "cuda()": (lambda x, **t: x.cuda(), RuntimeError, "no card can be used"),
    "cov weights": (lambda x, v, **t: x.cov(fweights=v), RuntimeError, "integral dtype"),
    "cov of a cube": (lambda **t: tl.cov(tl.ones(2, 2, 2)), RuntimeError, "at most 2 dims"),
    "renorm of a vector": (lambda v, **t: v.renorm(2, 0, 1.0), RuntimeError, "at least 2 dims"),
    "trapezoid points": (lambda x, **t: tl.trapezoid(x, tl.ones(3)), RuntimeError, "one x value for each of 4"),
    "addbmm batches": (lambda x, **t: tl.addbmm(x, tl.ones(2, 3, 4), tl.ones(3, 4, 4)), RuntimeError, "equal batches"),
    "fill_diagonal_": (lambda **t: tl.ones(2, 3, 4).fill_diagonal_(1), RuntimeError, "equal length"),
    "sum_to_size": (lambda x, **t: x.sum_to_size(2), RuntimeError, "sum_to_size: expected size to broadcast"),
    "t_ of a leaf": (lambda w, **t: w.t_(), RuntimeError, "t_: a leaf Variable that requires grad"),
    "squeeze_ of a view": (lambda w, **t: w[:1].squeeze_(), RuntimeError, "leaf Variable"),
    "t_ of a cube": (lambda **t: tl.ones(2, 3, 4).t_(), RuntimeError, "at most 2 dims"),
    "unknown dtype": (lambda x, **t: x.to("float17"), (TypeError, RuntimeError), "expected"),
    "times": (lambda **t: tl.from_numpy(np.ones(2, "M8[s]")), TypeError, "dtype"),
    "add a string": (lambda x, **t: x + "a", TypeError, "unsupported|expected"),
    "huge integer": (lambda x, **t: x + 10**30, (RuntimeError, OverflowError), "64 bits|large"),
    "randint range": (lambda **t: tl.randint(5, 5, (2,)), RuntimeError, "from=5"),
    "bernoulli p": (lambda **t: tl.bernoulli(tl.tensor([1.5])), RuntimeError, "bernoulli"),
    # devices
    "cuda": (lambda x, **t: x.to("cuda"), RuntimeError, "'cpu'"),
    "device name": (lambda **t: tl.zeros(2, device="gpu"), RuntimeError, "'cpu'"),
    # autograd
    "no graph": (lambda x, **t: x.sum().backward(), RuntimeError, "does not require grad"),
    "not a scalar": (lambda w, **t: (w * 2).backward(), RuntimeError, "scalar outputs"),
    "gradient shape": (lambda w, **t: (w * 2).backward(tl.ones(3)), RuntimeError, "shape"),
    "second backward": (lambda w, **t: backward_twice(w.detach().requires_grad_()), RuntimeError, "second time"),
    "leaf in place": (lambda w, **t: w.add_(1), RuntimeError, "leaf Variable that requires grad"),
    "view of a leaf": (lambda w, **t: w[0].zero_(), RuntimeError, "view of a leaf"),
    "saved and changed": (lambda w, **t: changed_after_saving(w), RuntimeError, "inplace operation"),
    "numpy of a leaf": (lambda w, **t: w.numpy(), RuntimeError, "detach"),
    "unused": (lambda w, **t: tl.autograd.grad(tl.ones(1, requires_grad=True).sum(), w), RuntimeError, "not have been used"),
    "grad with out": (lambda w, x, **t: tl.add(w, 1, out=x), RuntimeError, "out="),
    "foreign grad": (lambda w, **t: setattr(w, "grad", tl.ones(2)), RuntimeError, "grad: expected"),
    "detach_ of a view": (lambda w, **t: w[0].detach_(), RuntimeError, "view"),
    "function grads": (lambda w, **t: Cube.apply(w).sum().backward(), RuntimeError, "1 gradients"),
    "gradcheck float32": (lambda w, **t: tl.autograd.gradcheck(tl.exp, w), (ValueError, RuntimeError), "float64|double"),
    # memory
    "read-only array": (lambda frozen, **t: frozen.add_(1), RuntimeError, "read-only"),
    "expanded": (lambda wide, **t: wide.add_(1), RuntimeError, "single memory location"),
    "out shape": (lambda x, v, **t: tl.add(x, v[:, None, None], out=x), RuntimeError, "shape"),
    "out dtype": (lambda x, i, **t: tl.exp(x[:, 0], out=i), RuntimeError, "cast"),
    # nn, optim, data, files
    "linear features": (lambda model, y, **t: model(y), RuntimeError, "linear: .*cannot be multiplied"),
    "state shapes": (lambda model, **t: model.load_state_dict({"weight": tl.ones(1, 1), "bias": tl.ones(2)}), RuntimeError, "size mismatch|shape"),
    "state keys": (lambda model, **t: model.load_state_dict({}), RuntimeError, "Missing key"),
    "dropout p": (lambda x, **t: F.dropout(x, 1.5), ValueError, "between 0 and 1|probability"),
    "loss shapes": (lambda x, y, **t: F.binary_cross_entropy(x, y), (ValueError, RuntimeError), "size|shape"),
    "layer norm": (lambda x, **t: F.layer_norm(x, (5,)), RuntimeError, "layer_norm"),
    "reduction": (lambda x, **t: F.mse_loss(x, x, reduction="most"), ValueError, "most"),
    "no parameters": (lambda **t: optim.SGD([], lr=0.1), ValueError, "empty parameter list"),
    "learning rate": (lambda model, **t: optim.Adam(model.parameters(), lr=-1), ValueError, "learning rate"),
    "dataset sizes": (lambda x, v, **t: TensorDataset(x, v), (AssertionError, ValueError), "[Ss]ize"),
    "batch size": (lambda x, **t: DataLoader(TensorDataset(x), batch_size=0), ValueError, "batch_size"),
    "split lengths": (lambda x, **t: random_split(TensorDataset(x), [1, 1]), ValueError, "[Ss]um"),
    "threads": (lambda **t: tl.set_num_threads(0), RuntimeError, "set_num_threads"),
    "user function": (lambda **t: tl.elementwise(lambda x: [x]), TypeError, "expected"),
    "elementwise arity": (lambda x, **t: tl.exp(x, x), TypeError, "exp: expected"),
}  # fmt: skip


def contents(made):
    """Every number that a case could have changed."""
    found = {}
    for name, thing in made.items():
        for key, x in thing.state_dict().items() if name == "model" else (("", thing),):
            found[name + key] = x.detach().clone().numpy().tobytes(), tuple(x.shape), x.dtype
    return found


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_refused_and_changes_nothing(name):
    bad, error, text = CASES[name]
    made = tensors()
    before = contents(made)
    with pytest.raises(error, match=text):
        bad(**made)
    assert contents(made) == before


@pytest.mark.parametrize(
    "content", [b"", b"not a file of ours", b"\x80\x02}q\x00.", b"\x08" + b"\0" * 7]
)
def test_broken_files_are_refused(tmp_path, content):
    path = tmp_path / "broken.safetensors"
    path.write_bytes(content)
    with pytest.raises(Exception, match="load: expected"):
        tl.load(path)


def test_a_truncated_file_is_refused(tmp_path):
    path = tmp_path / "cut.safetensors"
    tl.save({"x": tl.ones(100)}, path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(Exception, match="load: expected"):
        tl.load(path)


@pytest.mark.parametrize(
    "call",
    [
        lambda x: x.softmax(True), lambda x: x.unsqueeze(True), lambda x: x.transpose(False, True),
        lambda x: x.cumsum(False), lambda x: x.sort(True), lambda x: x.unbind(True),
    ],
)  # fmt: skip
def test_a_bool_is_no_dim(call):
    with pytest.raises(TypeError, match=r"expected dim to be an integer; got (True|False)"):
        call(tl.ones(2, 3))


def test_bool_has_no_kth_element_and_no_index_of_the_largest():
    x = tl.tensor([True, False])
    for call in (x.argmax, x.argmin, lambda: x.topk(1), lambda: x.kthvalue(1)):
        with pytest.raises(RuntimeError, match="does not support bool"):
            call()


def test_a_number_is_its_own_transpose():
    x = tl.tensor(2.0)
    assert all(y.shape == () and y.item() == 2 for y in (x.T, x.mT, x.H, x.mH))


INTEGERS = {  # what takes an integer or a number takes NumPy's, and 0-d tensors, by torch's rules
    "L.linspace(0, 1, k)", "L.logspace(0, 1, k)", "L.randn(k).shape", "L.zeros(k, k)",
    "L.cat([m, m], o)", "L.stack([m, m], dim=o)", "m.sum(o)", "m.mean(dim=o)", "m.argmax(o)",
    "m.std(o)", "m.logsumexp(o)", "m.amax(o)", "m.norm(k)", "m.norm(f)", "m.renorm(k, o, f)",
    "m.unfold(1, k, k)", "m.as_strided((k, k), (k, o), o)", "m.quantile(f)",
    "L.linalg.vector_norm(m, f)", "L.linalg.vector_norm(m, 2, o)", "L.linalg.norm(m, k)",
    "L.matrix_power(m[:, :2], k)", "L.fft.fft(m, k)",
    "L.fft.fft(m, k, o)", "L.fft.fftfreq(k)", "L.fft.rfftfreq(k, f)", "L.scalar_tensor(f)",
    "L.stft(m.ravel(), k * 2, k, return_complex=True)", "L.nn.MaxPool1d(k)(m[None])",
    "L.nn.functional.normalize(m, k, o)", "L.normal(L.tensor(0.0), L.tensor(1.0), (2, 3)).shape",
}  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("number", ["L.tensor", "lambda v: np.array(v)[()]"])
@pytest.mark.parametrize("call", sorted(INTEGERS))
def test_numbers_of_other_kinds_are_taken_as_torch_takes_them(call, number):
    torch = pytest.importorskip("torch", reason="the witness of these tests")

    def of(library):
        made = eval(number, {"L": library, "np": np})
        names = {"k": made(2), "o": made(0), "f": made(0.5), "L": library, "np": np}
        return eval(call, names, {"m": library.arange(8.0).reshape(2, 4) % 3})

    ours, theirs = of(tl), of(torch)
    if isinstance(ours, tuple):
        assert tuple(ours) == tuple(theirs)
        return
    assert {type(n) for n in (*ours.spec.shape, *ours.spec.strides)} <= {int}
    np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=2e-6, atol=1e-6)


def test_names_of_arguments_of_other_overloads():
    x = tl.tensor([1, 2])
    assert tl.isin(x, test_element=1).tolist() == [True, False] and tl.is_tensor(obj=x)
    assert tl.isin(element=1, test_elements=x).item()
    assert tl.tensor_split(x, tensor_indices_or_sections=tl.tensor(2))[1].item() == 2
    assert type(tl.compile(model=tl.nn.Linear(1, 1))) is tl.compile(tl.nn.Linear(1, 1)).__class__

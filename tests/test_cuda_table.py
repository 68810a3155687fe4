"""Every op on a simulated card equals the CPU: results, gradients, layouts, errors, plans.

Runs with NUMBA_ENABLE_CUDASIM=1, where blocks have eight threads, so that all borders show. CI runs
an eighth of it, another one each time; the whole takes some minutes.
"""

import itertools
import os
import random
import warnings

import numpy as np
import pytest
import test_plan_table as recorded
import test_table as entries
from card_memory import separate_memories  # noqa: F401

import tensorlite as tl
from tensorlite.plan import tree
from tensorlite.selftest.compare import moved, tensors

try:
    import test_op_db as db
except pytest.skip.Exception:  # PyTorch is not there
    db = None

pytestmark = [
    pytest.mark.cuda,
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(
        os.environ.get("NUMBA_ENABLE_CUDASIM") != "1", reason="run with NUMBA_ENABLE_CUDASIM=1"
    ),
]
CARD = "cuda:0"


def compare(got, want, exact):
    """Results on the card against those of the CPU."""
    found, wanted = (tree.flatten(x)[0] for x in (got, want))
    assert len(found) == len(wanted)
    for a, b in zip(found, wanted, strict=True):
        if not isinstance(b, tl.Tensor):
            assert a == b or (a != a and b != b)
            continue
        assert a.device == tl.device(CARD)
        assert (a.shape, a.dtype, a.requires_grad) == (b.shape, b.dtype, b.requires_grad)
        x, y = a.detach().cpu().numpy(), b.detach().numpy()
        if exact or x.dtype.kind != "f":
            np.testing.assert_array_equal(x, y)
        else:
            close = 1e-5 if x.dtype == np.float32 else 1e-12
            np.testing.assert_allclose(x, y, rtol=close, atol=close)


def agree(function, args, kwargs=None, exact=False):
    """A function gives the same on the card as on the CPU."""
    kwargs = kwargs or {}
    tl.manual_seed(5)
    want = function(*args, **kwargs)
    tl.manual_seed(5)
    compare(function(*moved(args, CARD), **moved(kwargs, CARD)), want, exact)


# ------------------------------------------------------------------ the entries of the table


@pytest.mark.parametrize("key", entries.OPS)
def test_entry(key):
    op = entries.OPS[key]
    for dtype in entries.supported(op)[:3:2]:  # float32, and one more
        data = entries.samples(op, dtype, 24)
        x = [tl.from_numpy(np.ascontiguousarray(a)).reshape(4, 6) for a in data]
        agree(recorded.with_gradients(op) if op.differentiable else op, x, exact=True)
        agree(op, [a[:0] for a in x], exact=True)
        if len(x) > 1:  # a transposed one, one that broadcasts, a number
            agree(op, [x[0].T.contiguous().T, *(a[:, ::2][:1, :1] for a in x[1:])], exact=True)
            agree(op, [x[0], *(a[0, 0].item() for a in x[1:])], exact=True)


@pytest.mark.parametrize("key", entries.OPS)
def test_compiled_entry(key):
    """A plan on the card, recorded on other data, gives what the CPU gives."""
    op = entries.OPS[key]
    function = recorded.with_gradients(op) if op.differentiable else op
    compiled = tl.compile(function)
    data = entries.samples(op, entries.supported(op)[0], 24)
    for shift in (0, 5):
        x = [tl.from_numpy(np.ascontiguousarray(np.roll(a, shift))).reshape(4, 6) for a in data]
        tl.manual_seed(5)
        want = function(*x)
        tl.manual_seed(5)
        compare(compiled(*moved(x, CARD)), want, exact=True)
    assert compiled.plans == 1 and compiled.recompiles == []


@pytest.mark.parametrize("key", [k for k, op in entries.OPS.items() if len(op.params) > 1])
def test_entry_on_two_devices(key):
    op = entries.OPS[key]
    data = entries.samples(op, entries.supported(op)[0], 4)
    first, *others = [tl.from_numpy(np.ascontiguousarray(a)) for a in data]
    with pytest.raises(RuntimeError, match=r"found at least two devices, cuda:0 and cpu; got \w+ "):
        op(first.to(CARD), *others)


# ------------------------------------------------------------------ all other functions

# What NumPy computes on the CPU has no kernel: the error names op, device and place.
NO_KERNEL = {
    "nn.functional.ctc_loss",  # a kernel of the CPU alone
    "svdvals", "norm.nuc", "cholesky", "cholesky_inverse", "cholesky_solve", "geqrf", "logdet",
    "lu", "lu_solve", "lu_unpack", "matrix_exp", "pca_lowrank", "pinverse", "qr", "svd",
    "svd_lowrank", "triangular_solve",
} | {f"linalg.{name}" for name in (
    "cholesky", "cholesky_ex", "cond", "det", "eig", "eigh", "eigvals", "eigvalsh",
    "inv", "inv_ex", "ldl_factor",
    "ldl_factor_ex", "ldl_solve", "lstsq", "lstsq.grad_oriented", "lu", "lu_factor", "lu_factor_ex",
    "lu_solve", "matrix_rank", "matrix_rank.hermitian", "pinv", "pinv.hermitian", "pinv.singular",
    "qr", "slogdet", "solve", "solve_ex", "solve_triangular", "svd", "svdvals", "tensorinv",
    "tensorsolve",
)}  # fmt: skip
NO_KERNEL |= {"stft", "istft"} | {
    f"fft.{way}{kind}fft{dims}" for way in ("", "i") for kind in ("", "r", "h")
    for dims in ("", "2", "n")
}  # fmt: skip
UNSET = {"empty", "empty_like", "new_empty", "empty_strided", "new_empty_strided", "empty_permuted",
         "resize_", "resize_as_"}  # fmt: skip
KEYS = [] if db is None else [key for key in db.PRESENT if key not in db.NOT_YET]


def torch_samples(info, dtype):
    kind = getattr(db.torch, dtype)
    if kind not in info.dtypes:
        return []
    db.torch.manual_seed(0)
    random.seed(0)
    np.random.seed(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(itertools.islice(filter(small(info), info.sample_inputs("cpu", kind)), 7))[::2]


def small(info):
    """Whether samples and their results are few numbers, for each takes the simulator long."""

    def told(sample):
        given = sample.transform(lambda x: x.clone() if isinstance(x, db.torch.Tensor) else x)
        inputs = (given.input, given.args, given.kwargs)
        results = info.op(given.input, *given.args, **given.kwargs)
        leaves, *_ = tree.flatten((inputs, results))
        return sum(x.numel() for x in leaves if isinstance(x, db.torch.Tensor)) <= 30_000

    return told


def arguments(sample):
    kwargs = db.ours(sample.kwargs)
    return [db.ours(sample.input), *db.ours(tuple(sample.args))], kwargs


def function_of(info):
    return db.ADAPTED.get(db.key_of(info)) or db.our_function(info.name)


def without_kernel(key, args, kwargs):
    """Whether a call asks for what a card has no kernel for."""
    nuclear = key.startswith("linalg.") and "nuc" in (*args[1:], *kwargs.values())
    slices = key.startswith("unique") and kwargs.get("dim") is not None
    if "pinv" in key and len(args) == 1 and not args[0].numel():
        return False
    inverse = key.endswith("matrix_power") and min([*args[1:], *kwargs.values()]) < 0
    return key in NO_KERNEL or nuclear or slices or inverse


def placed(function, args, kwargs, device):
    """The call, which is told the device if no argument could tell."""
    if not tensors((args, kwargs)) and function is not tl.broadcast_shapes:
        kwargs = {**kwargs, "device": device}

    def told(x):
        return device if isinstance(x, str) and x == "cpu" else x

    args = [told(x) for x in moved(args, device)]
    return function(*args, **{k: told(x) for k, x in moved(kwargs, device).items()})


@pytest.mark.torch
@pytest.mark.parametrize("key", KEYS)
def test_function(key):
    info = db.OP_DB[key]
    function = function_of(info)
    for dtype in ("float32", "int64"):
        for sample in torch_samples(info, dtype):
            args, kwargs = arguments(sample)
            with db.noted(f"{dtype}", sample):
                if without_kernel(key, args, kwargs):
                    with pytest.raises(NotImplementedError, match=r"kernel for cuda:0 in kernels/"):
                        placed(function, args, kwargs, CARD)
                    continue
                plain = dtype == "int64" or not tensors(args) or key in UNSET
                call = function if plain else recorded.with_gradients(function)
                results = []
                for device in (CARD, "cpu"):
                    tl.manual_seed(5)
                    results.append(placed(call, args, kwargs, device))
                if key in UNSET:
                    results = [[x.new_zeros(x.shape) for x in tensors(r)] for r in results]
                compare(*results, exact=False)


@pytest.mark.torch
@pytest.mark.parametrize("key", KEYS)
def test_compiled_function(key):
    """A plan on the card has the bits of eager there, with gradients, on a second call too."""
    info = db.OP_DB[key]
    if key in recorded.ON_HOST | UNSET | NO_KERNEL:
        return
    for sample in torch_samples(info, "float32")[:2]:
        args, kwargs = arguments(sample)
        if not tensors(args) or without_kernel(key, args, kwargs):
            continue
        args, kwargs = moved(args, CARD), moved({**kwargs, "device": CARD}, CARD)
        if "device" not in sample.kwargs:
            del kwargs["device"]
        function = recorded.with_gradients(function_of(info))
        compiled = tl.compile(function)
        with db.noted("compiled", sample):
            for _ in range(2):
                results = []
                for call in (compiled, function):
                    tl.manual_seed(5)
                    results.append([x.cpu() for x in tensors(call(*args, **kwargs))])
                for a, b in zip(*results, strict=True):
                    assert (a.shape, a.dtype) == (b.shape, b.dtype)
                    np.testing.assert_array_equal(a.detach().numpy(), b.detach().numpy())
            assert compiled.plans == 1


# views alone, an index that the host reads, and a shape
ANYWHERE = {"broadcast_tensors", "tensor_split", "resize_as_"}
# Indices on the CPU are brought to the card, as in PyTorch; so are the elements of copy_.
GO_ALONG = {
    "__getitem__", "type_as", "expand_as", "view_as", "reshape_as", "diagonal_scatter",
    "select_scatter", "slice_scatter", "as_strided_scatter",
}  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("key", KEYS)
def test_function_on_two_devices(key):
    """Never a crash: either one error that names both, or an index or number that goes along."""
    info = db.OP_DB[key]
    for sample in torch_samples(info, "float32")[:2]:
        args, kwargs = arguments(sample)
        given = tensors(args)
        solid = all(x.ndim and x.numel() for x in given)
        if len(given) < 2 or not solid or key in NO_KERNEL | ANYWHERE:
            continue
        leaves, build, _ = tree.flatten(args)
        first = next(k for k, x in enumerate(leaves) if isinstance(x, tl.Tensor))
        mixed = [x.to(CARD) if k == first else x for k, x in enumerate(leaves)]
        if key in GO_ALONG:
            compare(function_of(info)(*build(mixed), **kwargs),
                    function_of(info)(*args, **kwargs), False)  # fmt: skip
            continue
        with db.noted("mixed", sample), pytest.raises(RuntimeError, match=r"same device|on cuda:0"):
            function_of(info)(*build(mixed), **kwargs)

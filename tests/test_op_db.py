"""PyTorch's own samples (`op_db`) run against our functions of the same names.

Forward values, dtypes and shapes in several dtypes, gradients in float64, and the inputs that must
raise. What PyTorch has and we do not is listed, with a reason, and the lists must shrink.
"""

import contextlib
import inspect
import itertools
import sys
import types
import typing
import unittest
import warnings

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import stubs

torch = pytest.importorskip("torch")
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]

torch.set_num_threads(1)
SAMPLES = 8  # per op and dtype
DTYPES = ("float32", "float64", "int64", "bool")


def load():
    """PyTorch's table; its module wants `expecttest` for tests of its own."""
    if "expecttest" not in sys.modules:
        stub = types.ModuleType("expecttest")
        stub.TestCase = unittest.TestCase
        sys.modules["expecttest"] = stub
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from torch.testing._internal.common_methods_invocations import op_db
    return op_db


def key_of(info):
    variant = info.variant_test_name
    return f"{info.name}.{variant}" if variant else info.name


OP_DB = {key_of(info): info for info in load()}


# ------------------------------------------------------------------ from their world to ours


def our_function(name):
    """Our function of that name, a method, or None."""
    found = tl
    for part in name.split("."):
        found = getattr(found, part, None)
        if found is None:
            break
    if callable(found) and not isinstance(found, type) and not isinstance(found, tl.dtype):
        return found
    if "." in name:
        return None
    return getattr(tl.Tensor, name, None) or getattr(tl.Tensor, f"{name}_", None)


def ours(x, leaves=None):
    """Tensors, dtypes and containers of theirs as ours; leaves that need gradients are noted."""
    if isinstance(x, torch.Tensor):
        made = shown(x)
        if leaves is not None and x.requires_grad and x.is_leaf:
            made.requires_grad_()
            leaves.append((x, made))
        return made
    if isinstance(x, torch.dtype):
        return getattr(tl, str(x).split(".")[1])
    if isinstance(x, torch.memory_format | torch.layout):
        return getattr(tl, str(x).split(".")[1], x)
    if isinstance(x, torch.device):
        return str(x)
    if isinstance(x, torch.Size):
        return tuple(x)
    if isinstance(x, slice):
        return slice(*(ours(p, leaves) for p in (x.start, x.stop, x.step)))
    if isinstance(x, torch.nn.LinearCrossEntropyOptions):
        kind = tl.nn.LinearCrossEntropyOptions
        return kind(**{name: ours(getattr(x, name)) for name in kind._fields})
    if isinstance(x, tuple | list):
        return type(x)(ours(item, leaves) for item in x)
    if isinstance(x, dict):
        return {name: ours(item, leaves) for name, item in x.items()}
    return x


def shown(x):
    """A tensor of ours with the same strides."""
    detached = x.detach().resolve_conj()
    span = 1 + sum((n - 1) * s for n, s in zip(x.shape, x.stride(), strict=True) if n > 0)
    if x.numel() == 0 or 0 in x.stride():
        return tl.tensor(detached.numpy())
    flat = tl.tensor(torch.as_strided(detached, (span,), (1,)).numpy())
    return tl.as_strided(flat, tuple(x.shape), x.stride())


def flat(result):
    """The tensors of a result, in order."""
    if isinstance(result, torch.Tensor | tl.Tensor):
        return [result]
    if isinstance(result, tuple | list):
        return [x for item in result for x in flat(item)]
    return [result]


def compare(got, want, values=True, whole=False, coarse=1):
    """Results of ours and of theirs; `whole` ones beside the largest element."""
    got, want = flat(got), flat(want)
    assert len(got) == len(want)
    for g, w in zip(got, want, strict=True):
        if not isinstance(w, torch.Tensor):
            assert g == w
            continue
        assert isinstance(g, tl.Tensor), type(g)
        assert tuple(g.shape) == tuple(w.shape)
        assert str(g.dtype).split(".")[1] == str(w.dtype).split(".")[1]
        a, b = g.detach().numpy(), w.detach().numpy(force=True)
        if not values:
            continue
        if a.dtype.kind not in "fc":
            np.testing.assert_array_equal(a, b)
        else:
            short = np.finfo(a.dtype).bits == 32
            rtol, atol = (1e-4, 1e-5) if short else (1e-7, 1e-7)
            atol *= coarse or 1
            if whole:
                atol *= np.abs(b).max(initial=1)
            if a.dtype.kind == "c":  # infinity has no direction that is agreed on
                finite = np.isfinite(b)
                assert (np.isfinite(a) == finite).all()
                a, b = a[finite], b[finite]
            np.testing.assert_allclose(a, b, rtol=rtol, atol=atol)


# ------------------------------------------------------------------ the lists

TIER_A = """
T __getitem__ __radd__ __rdiv__ __rmul__ __rpow__ __rsub__ add allclose arange argmax bmm bool cat
clamp clone contiguous cos diag div double empty eq equal exp expand expand_as eye flatten flip
float full ge gt item le linalg.norm log log1p log_softmax long lt mT masked_fill matmul max mean
mm mul multinomial narrow ne neg new_zeros nn.functional.batch_norm
nn.functional.binary_cross_entropy nn.functional.conv2d nn.functional.conv_transpose2d
nn.functional.cross_entropy nn.functional.dropout nn.functional.elu nn.functional.embedding
nn.functional.gelu nn.functional.instance_norm nn.functional.interpolate nn.functional.layer_norm
nn.functional.leaky_relu nn.functional.linear nn.functional.max_pool2d nn.functional.mse_loss
nn.functional.multi_head_attention_forward nn.functional.nll_loss nn.functional.pad
nn.functional.pixel_shuffle nn.functional.relu nn.functional.scaled_dot_product_attention
nn.functional.smooth_l1_loss nn.functional.threshold norm ones ones_like permute pow randint randn
randn_like repeat reshape roll sigmoid sin softmax split sqrt squeeze stack std sub sum t tanh to
topk transpose tril triu unique unsqueeze view view_as where zero_ zeros
"""
KNOWN_MISSING: dict = {}
# Names that exist here and whose samples we do not all answer, with the reason.
NOT_YET = {
    "bfloat16": "NumPy, which compares, has no such dtype",
    "nn.functional.triplet_margin_with_distance_loss": "its samples pass functions of theirs",
    "as_strided.partial_views": "its samples see memory beyond the tensor that they pass",
}
UNREAD = "theirs gives the triangle that is not read a gradient, too"
BACKWARD = NOT_YET | {
    "as_strided_scatter": "theirs gives what was written over a gradient, too",
    "cholesky_inverse": UNREAD, "cholesky_solve": UNREAD,
}  # fmt: skip
OUT = "out= that overlaps an input: the result is right here, since it is copied"
ACCEPTED = {
    **dict.fromkeys(("masked_select", "gather", "bernoulli", "cat", "index_select", "take"), OUT),
    "complex": "out= of a narrower dtype",
}
# Compared by shape and dtype alone: other random streams, memory that nobody set.
RANDOM = {
    "bernoulli", "empty", "empty_like", "empty_permuted", "empty_strided", "new_empty_strided",
    "resize_", "resize_as_", "multinomial", "new_empty", "nn.functional.alpha_dropout",
    "nn.functional.dropout", "nn.functional.dropout2d", "nn.functional.dropout3d",
    "nn.functional.feature_alpha_dropout.with_train", "nn.functional.fractional_max_pool2d",
    "nn.functional.fractional_max_pool3d", "nn.functional.rrelu", "normal",
    "normal.in_place", "normal.number_mean", "rand_like", "randint", "randint_like", "randn",
    "randn_like", "uniform", "exponential", "cauchy", "geometric", "log_normal", "argsort",
    "nn.functional.multi_head_attention_forward", "nn.functional.scaled_dot_product_attention",
    # the signs of vectors are those of one LAPACK; see test_decompositions.py
    "linalg.eig", "linalg.eigh", "linalg.svd", "svd", "svd_lowrank", "pca_lowrank",
}  # fmt: skip
# Only the first result counts: indices of equal values may be any of them.
FIRST = {"sort", "topk", "kthvalue", "mode", "median", "nanmedian"}
# Large elements cancel in small ones.
WHOLE = {"matrix_exp"}
# Theirs is right to 1e-6 alone, of doubles too.
COARSE = {"special.bessel_j0", "special.bessel_y1"}


def in_place(name):
    """The method of a copy."""
    return lambda x, *args, **more: getattr(x.clone(), name)(*args, **more)


# Called with other words, or in another order.
ADAPTED = {
    "T": lambda x: x.T,
    "H": lambda x: x.H,
    "mT": lambda x: x.mT,
    "mH": lambda x: x.mH,
    "where": lambda x, condition, other: tl.where(condition, x, other),
    "nn.functional.embedding": lambda x, i, **more: tl.nn.functional.embedding(i, x, **more),
    "nn.functional.embedding_bag": lambda x, i, *offsets, **more: tl.nn.functional.embedding_bag(
        i, x, *offsets, **more),
    "einsum": lambda x, equation: tl.einsum(equation, *x),
    "zero_": lambda x: x.clone().zero_(),
    **{name: in_place(name) for name in ("resize_", "resize_as_")},
    **{name: in_place(f"{name}_") for name in
       ("cauchy", "exponential", "geometric", "log_normal", "uniform")},
    "linalg.lstsq.grad_oriented": lambda *args, **more: tl.linalg.lstsq(*args, **more)[:2],
    "linalg.pinv.singular": lambda a, b: tl.linalg.pinv(a @ b.mT),
    "svd_lowrank": lambda a, b, **more: tl.svd_lowrank(a @ b.mT, **more),
    "pca_lowrank": lambda a, b, **more: tl.pca_lowrank(a @ b.mT, **more),
    "normal.in_place": lambda x, *args, **more: x.clone().normal_(*args, **more),
    **{key: lambda x, n: tl.polygamma(n, x) for key in OP_DB if "polygamma" in key},
}
PRESENT = [key for key, info in OP_DB.items() if our_function(info.name) is not None]


def call(info, sample, leaves=None):
    """Our result for one of their samples."""
    function = ADAPTED.get(key_of(info)) or our_function(info.name)
    args = ours(tuple(sample.args), leaves)
    kwargs = ours(sample.kwargs, leaves)
    kwargs.pop("device", None)
    first = ours(sample.input, leaves)
    return function(first, *args, **kwargs)


def test_missing_names_are_listed():
    missing = {name for name in TIER_A.split() if our_function(name) is None}
    assert missing - {"T", "mT"} == set(KNOWN_MISSING), "a name that is there leaves the list"


def expecting(key, known):
    """For a listed op: it must fail, or it leaves the list."""
    if key in known:
        return pytest.raises((Exception, pytest.fail.Exception))
    return contextlib.nullcontext()


def samples_of(info, dtype, requires_grad=False, count=SAMPLES):
    kind = getattr(torch, dtype)
    if kind not in info.dtypes:
        return []
    torch.manual_seed(0)
    found = info.sample_inputs("cpu", kind, requires_grad=requires_grad)
    return list(itertools.islice(found, count))


@pytest.mark.parametrize("key", PRESENT)
def test_forward(key):
    info = OP_DB[key]
    with expecting(key, NOT_YET):
        for dtype in DTYPES:
            for number, sample in enumerate(samples_of(info, dtype)):
                want = info.op(sample.input, *sample.args, **sample.kwargs)
                with noted(f"sample {number}, {dtype}", sample):
                    got = call(info, sample)
                    if key in FIRST and isinstance(want, tuple):
                        got, want = got[0], want[0]
                    compare(got, want, key not in RANDOM, key in WHOLE, 10 * (key in COARSE))


@contextlib.contextmanager
def noted(what, sample):
    try:
        yield
    except Exception as error:
        error.add_note(f"{what}: {sample.summary()}")
        raise


@pytest.mark.parametrize("key", [k for k in PRESENT if OP_DB[k].supports_autograd])
def test_backward(key):
    info = OP_DB[key]
    if key in RANDOM:
        return
    with expecting(key, BACKWARD):
        for number, sample in enumerate(samples_of(info, "float64", True)):
            with noted(f"sample {number}", sample):
                backward(info, sample)


def backward(info, sample):
    leaves = []
    wants = flat(info.op(sample.input, *sample.args, **sample.kwargs))
    pairs = zip(flat(call(info, sample, leaves)), wants, strict=True)
    pairs = [(g, w) for g, w in pairs if isinstance(w, torch.Tensor) and w.requires_grad]
    if not pairs:
        return
    torch.manual_seed(1)
    seeds = [torch.randn_like(w) for _, w in pairs]
    theirs = torch.autograd.grad([w for _, w in pairs], [x for x, _ in leaves], seeds,
                                 allow_unused=True)  # fmt: skip
    live = [(g, s) for (g, _), s in zip(pairs, seeds, strict=True) if g.requires_grad]
    found = [None] * len(leaves)
    if live:
        outputs, ours_seeds = zip(*[(g, tl.tensor(s.numpy())) for g, s in live], strict=True)
        found = tl.autograd.grad(outputs, [x for _, x in leaves], ours_seeds, allow_unused=True)
    for g, w in zip(found, theirs, strict=True):
        if w is None or g is None:  # an unused operand has no gradient, or zeros
            assert w is None or not w.any()
            assert g is None or not g.numpy().any()
        else:
            compare(g, w)


# ------------------------------------------------------------------ inputs that must raise

ERRORS = (RuntimeError, TypeError, ValueError, IndexError, NotImplementedError)


@pytest.mark.parametrize("key", [k for k in PRESENT if OP_DB[k].error_inputs_func])
def test_wrong_inputs_raise(key):
    info = OP_DB[key]
    with expecting(key, ACCEPTED):
        for number, bad in enumerate(info.error_inputs("cpu")):
            if refused_by_torch(info, bad.sample_input) and not number_beside_tensor(bad):
                refused_by_us(info, bad, number)


def refused_by_torch(info, sample):
    """Some samples are errors only in other modes."""
    try:
        info.op(sample.input, *sample.args, **sample.kwargs)
    except Exception:
        return True
    return False


def number_beside_tensor(bad):
    """PyTorch takes a number for only one operand of some ops; we take it for either."""
    operands = (bad.sample_input.input, *bad.sample_input.args)
    kinds = {isinstance(x, torch.Tensor) for x in operands}
    return len(operands) == 2 and len(kinds) == 2 and any(type(x) is int for x in operands)


def refused_by_us(info, bad, number):
    try:
        call(info, bad.sample_input)
    except AttributeError as error:
        assert "its dtypes are" in str(error)  # a dtype that is not there
        return
    except ERRORS:
        return
    except Exception as error:
        error.add_note(f"error input {number}: {bad.sample_input.summary()}")
        raise
    pytest.fail(f"error input {number} accepted: {bad.sample_input.summary()}: {bad.error_regex}")


# ------------------------------------------------------------------ whose memory a result has

COPIES = {"positive": "a copy here", "from_dlpack": "its own storage over the same memory"}


def tensors_in(x):
    if isinstance(x, tuple | list):
        return [each for item in x for each in tensors_in(item)]
    if isinstance(x, dict):
        return tensors_in(list(x.values()))
    return [x] if isinstance(x, torch.Tensor | tl.Tensor) else []


def sharing(result, arguments):
    """The arguments whose memory each result has; None for what has no elements."""

    def memory(x):
        return id(x.memory) if isinstance(x, tl.Tensor) else x.untyped_storage().data_ptr()

    given = tensors_in(arguments)
    return [
        tuple(k for k, x in enumerate(given) if memory(x) == memory(out)) if out.numel() else None
        for out in tensors_in(flat(result))
    ]


def same_sharing(theirs, our, arguments, kwargs=None):
    """Compare the two libraries on one call, if both take it; whether they did."""
    kwargs, converted = kwargs or {}, {}

    def convert(x):  # one tensor given twice stays one
        if not isinstance(x, torch.Tensor):
            return type(x)(map(convert, x)) if type(x) in (tuple, list) else ours(x)
        return converted.setdefault(id(x), ours(x)) if id(x) not in converted else converted[id(x)]

    try:
        want = sharing(theirs(*arguments, **kwargs), (arguments, kwargs))
        mine, named = convert(arguments), {k: convert(x) for k, x in kwargs.items()}
        got = sharing(our(*mine, **named), (mine, named))
    except Exception:  # other tests tell what is refused
        return False
    for g, w in zip(got, want, strict=False):
        assert g == w or None in (g, w), (arguments, kwargs)
    return True


IN_PLACE = {"zero_", "normal.in_place", "cauchy", "exponential", "geometric", "log_normal",
            "uniform"}  # fmt: skip
SHARED = [key for key in PRESENT if key not in IN_PLACE | COPIES.keys()]


@pytest.mark.parametrize("key", SHARED)
def test_a_result_has_memory_of_its_own_where_theirs_has(key):
    info = OP_DB[key]
    if torch.float32 not in info.dtypes:
        return
    torch.manual_seed(0)
    function = ADAPTED.get(key) or our_function(info.name)
    samples = info.sample_inputs("cpu", torch.float32, requires_grad=False)
    for sample in itertools.islice(samples, 40):
        kwargs = {name: x for name, x in sample.kwargs.items() if name != "device"}
        with noted("sample", sample):
            same_sharing(info.op, function, (sample.input, *sample.args), kwargs)


def functions_of_both():
    """Functions and methods of one name, by that name."""
    spaces = {
        "": (tl, torch),
        "Tensor": (tl.Tensor, torch.Tensor),
        "linalg": (tl.linalg, torch.linalg),
        "special": (tl.special, torch.special),
        "fft": (tl.fft, torch.fft),
        "functional": (tl.nn.functional, torch.nn.functional),
    }
    left_out = {"set_printoptions", "manual_seed", "seed", "backward", "compile", "save", "load"}
    for space, (ours_in, theirs_in) in spaces.items():
        for name in dir(ours_in):
            if name[0] == "_" or name[-1] == "_" or name in left_out | COPIES.keys():
                continue
            pair = getattr(theirs_in, name, None), getattr(ours_in, name)
            if all(callable(f) and not isinstance(f, type) for f in pair):
                yield f"{space}.{name}", pair


BOTH = dict(functions_of_both())


def identities():
    """Calls that may have nothing to do: no shift, no step, one copy, the same shape or dtype."""
    for shape in ((), (1,), (3,), (1, 1), (3, 3), (1, 4, 2, 2)):
        x = torch.rand(shape)
        n, first = (shape or (1,))[0], torch.arange((shape or (1,))[0])
        yield from ((x,), (x, 0), (x, 1), (x, 2), (x, -1), (x, n), (x, 0.0), (x, 1.0), (x, 0, 0))
        yield from ((x, 1, 0), (x, n, 0), (x, 0, 1), (x, 0, 0, n), (x, [0]), (x, ()), (x, shape))
        yield from ((x, [1] * len(shape)), (x, 0, first), (x, first), (x, x), (x, x, x), ([x],))
        yield from ((x, x >= 0), (x, x < 0, x), (x >= 0, x, x), (x, float("-inf"), float("inf")))
        yield from ((x, x.dtype), (x, None), (x, shape[-1:]), (x, (0, 0)), (x, 1, 1, 1), ("...", x))
    yield from ((torch.rand(4)[::2],), (torch.rand(2, 3).t(),), (torch.arange(3),))
    yield from ((torch.arange(3), torch.int64), (torch.tensor([True]),), (torch.rand(3, 3), 3, 0))


IDENTITIES = list(identities())


@pytest.mark.parametrize("name", BOTH)
def test_a_call_that_has_nothing_to_do_gives_what_theirs_does(name):
    for arguments in IDENTITIES:
        same_sharing(*BOTH[name], arguments)


def test_writing_to_a_result_leaves_the_input():
    for shape in ((3,), (1, 1), (2, 3)):
        for call in (
            lambda x: x.roll(x.numel()), lambda x: x.roll(x.shape[0], 0), lambda x: x.diff(n=0),
            lambda x: x.repeat(*[1] * x.ndim), lambda x: x.tile(1),
            lambda x: tl.diag(x), lambda x: tl.nn.functional.pixel_shuffle(x[None], 1),
        ):  # fmt: skip
            x = tl.ones(shape)
            with contextlib.suppress(RuntimeError, IndexError):
                result = call(x)
                result.zero_()
                assert (x == 1).all() or result.numel() == 0


# ------------------------------------------------------------------ what stubs say


def fits(value, kind):
    """Whether a value is of a type."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is typing.Any:
        return True
    if kind is None or kind is type(None):
        return value is None
    if origin in (types.UnionType, typing.Union):
        return any(fits(value, each) for each in inner)
    if origin is tuple and inner[-1:] != (...,):
        inside = zip(value, inner, strict=False) if isinstance(value, tuple) else ()
        return isinstance(value, tuple) and all(fits(x, each) for x, each in inside)
    if origin is not None:
        return isinstance(value, origin) and all(fits(x, inner[0]) for x in value)
    return isinstance(value, (int, float) if kind is float else kind)


def unfitting(function, args, kwargs):
    """What of a call, or of its result, has another type than the stubs say."""
    parameters, result = stubs.called(function)
    given = inspect.Signature(parameters).bind(*args, **kwargs).arguments
    kinds = {
        p.name: (p.kind, tl.Tensor if p.name == "self" else stubs.taken(p)) for p in parameters
    }
    wrong = []
    for name, value in given.items():
        place, kind = kinds[name]
        values = value if place is inspect.Parameter.VAR_POSITIONAL else [value]
        wrong += [f"{name}={x!r} is no {kind}" for x in values if not fits(x, kind)]
    found = function(*args, **kwargs)
    return wrong + ([] if fits(found, result) else [f"{found!r} is no {result}"])


@pytest.mark.parametrize("key", [k for k in PRESENT if k not in ADAPTED and k not in NOT_YET])
def test_calls_are_of_the_types_that_stubs_say(key):
    info = OP_DB[key]
    function = our_function(info.name)
    for sample in samples_of(info, "float32") or samples_of(info, "int64"):
        kwargs = {name: ours(x) for name, x in sample.kwargs.items() if name != "device"}
        assert not unfitting(function, [ours(sample.input), *ours(tuple(sample.args))], kwargs)

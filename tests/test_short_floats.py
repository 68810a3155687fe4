"""float16 and bfloat16: kept in 16 bits, computed with as float32."""

import copy
import gc
import inspect
import io
import math
import pickle
import weakref

import numpy as np
import pytest
from tensorlite.kernels.scalars import short

import tensorlite as tl
from tensorlite.op import namespaces

KINDS = ["float16", "bfloat16"]
WORDS = np.arange(1 << 16, dtype=np.uint16)


def widened(name):
    """The float32 numbers of all words, by NumPy, or by shifting them."""
    if name == "float16":
        return WORDS.view(np.float16).astype(np.float32)
    return (WORDS.astype(np.uint32) << 16).view(np.float32)


def shown(words, name):
    """Words as a tensor of the dtype."""
    return tl.from_numpy(words.copy()).view(getattr(tl, name))


def words_of(x):
    return x.view(tl.uint16).numpy()


def nearest(name, numbers):
    """The words nearest to float32 numbers that are not NaN; ties to even."""
    if name == "float16":
        with np.errstate(over="ignore"):
            return numbers.astype(np.float16).view(np.uint16)
    numbers = numbers.astype(np.float64)
    unit = 2.0 ** (np.maximum(np.frexp(numbers)[1], -125) - 8)
    with np.errstate(invalid="ignore", over="ignore"):
        rounded = np.where(np.isfinite(numbers), np.rint(numbers / unit) * unit, numbers)
        return (rounded.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)


@pytest.mark.parametrize("name", KINDS)
def test_every_word_is_read_and_written(name):
    x = shown(WORDS, name)
    np.testing.assert_array_equal(x.float().numpy(), widened(name))
    number = ~np.isnan(widened(name))
    np.testing.assert_array_equal(words_of(x.float().to(x.dtype))[number], WORDS[number])
    assert x.float().to(x.dtype).isnan().sum() == (~number).sum()


@pytest.mark.parametrize("name", KINDS)
def test_copies_keep_every_bit(name):
    x = shown(WORDS, name)
    np.testing.assert_array_equal(words_of(x.clone()), WORDS)
    np.testing.assert_array_equal(words_of(tl.cat([x[1::2], x[::2]])), [*WORDS[1::2], *WORDS[::2]])


@pytest.mark.parametrize("name", KINDS)
def test_numbers_are_rounded_to_the_nearest_and_ties_to_even(name):
    random = np.random.default_rng(0)
    bits = random.integers(0, 1 << 32, 20000, dtype=np.uint32)
    small = np.float32(2.0) ** random.uniform(-30, 17, 20000).astype(np.float32)
    exact = widened(name)[:: 1 if name == "float16" else 7]
    exact = exact[np.isfinite(exact) & (np.abs(exact) < 1e38)].astype(np.float64)
    middle = (exact[:-1] + exact[1:]) / 2
    numbers = np.concatenate([bits.view(np.float32), small, middle.astype(np.float32)])
    numbers = numbers[~np.isnan(numbers)]
    found = words_of(tl.from_numpy(numbers).to(getattr(tl, name)))
    np.testing.assert_array_equal(found, nearest(name, numbers))


@pytest.mark.parametrize("name", KINDS)
def test_the_scalar_functions_in_python(name):
    for word in (0, 1, 0x3C00, 0x3F80, 0x7BFF, 0x7C00, 0x8001, 0xFC00):
        number = short.WIDEN[name](np.uint16(word))
        assert short.NARROW[name](number) == word
        np.testing.assert_equal(number, widened(name)[word])


def test_the_table_of_promotion():
    half, brain = tl.float16, tl.bfloat16
    assert tl.promote_types(half, brain) is tl.float32
    assert tl.promote_types(half, tl.int64) is half
    assert tl.promote_types(brain, tl.complex64) is tl.complex64
    x = tl.ones(2, dtype=brain)
    assert (x * 0.1).dtype is (x + tl.arange(2)).dtype is (x * tl.tensor(2.0)).dtype is brain
    assert (x + x.half()).dtype is (x + x.float()).dtype is tl.float32
    assert (x * 1j).dtype is tl.complex64
    assert bool((tl.tensor([0.1], dtype=half) == 0.1).all())  # a number is rounded beside it


@pytest.mark.parametrize("name", KINDS)
def test_results_are_rounded_once(name):
    kind = getattr(tl, name)
    x, y = tl.randn(7, 70).to(kind), tl.randn(70, 5).to(kind)
    for function in (lambda x, y: x @ y, lambda x, y: x.sum(1), lambda x, y: x.softmax(1),
                     lambda x, y: x.std(0), lambda x, y: x.cumsum(1), lambda x, y: x.exp(),
                     lambda x, y: tl.nn.functional.layer_norm(x, (70,)),
                     lambda x, y: tl.nn.functional.scaled_dot_product_attention(x, x, x),
                     ):  # fmt: skip
        want = function(x.float(), y.float()).to(kind)
        got = function(x, y)
        assert got.dtype is kind
        np.testing.assert_allclose(got.float().numpy(), want.float().numpy(),
                                   rtol=1.01 * tl.finfo(kind).eps)  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_comparisons_write_into_short_floats(name):
    x = tl.tensor([-math.inf, -1.0, 2.0, math.inf, math.nan])
    for kind in (tl.float32, tl.float64, getattr(tl, name)):
        given = x.to(kind)
        for function, other in ((tl.eq, 2), (tl.ne, given), (tl.lt, given + 1)):
            out = tl.empty(5, dtype=getattr(tl, name))
            want = tl.empty(5, dtype=tl.bool)
            assert function(given, other, out=out).tolist() == function(
                given, other, out=want
            ).tolist()


@pytest.mark.parametrize("toward", [math.inf, -math.inf, 0.0, 1.0, math.nan])
@pytest.mark.parametrize("name", KINDS)
def test_the_next_number_is_the_next_word(name, toward):
    """It was the next float32, rounded: the number itself."""
    numbers = widened(name)
    got = tl.nextafter(shown(WORDS, name), tl.full((1 << 16,), toward, dtype=getattr(tl, name)))
    away = (numbers < toward) == (numbers > 0)
    want = WORDS + np.where(away, 1, -1).astype(np.uint16)
    want = np.where(numbers == 0, 0x8001 if toward < 0 else 1, want)
    if toward == toward:
        want = np.where(numbers == toward, nearest(name, np.float32([toward])), want)
    known = ~np.isnan(numbers) & (toward == toward)
    np.testing.assert_array_equal(words_of(got)[known], want[known])
    assert got[tl.from_numpy(~known)].isnan().all()


def step(net, opt, x, classes):
    opt.zero_grad()
    loss = tl.nn.functional.cross_entropy(net(x), classes)
    loss.backward()
    opt.step()
    return loss


@pytest.mark.parametrize("name", KINDS)
def test_a_step_of_training_has_the_bits_of_its_plan(name):
    made = []
    for _ in range(2):
        tl.manual_seed(1)
        net = tl.nn.Sequential(tl.nn.Linear(8, 16), tl.nn.GELU(), tl.nn.Linear(16, 4))
        net.to(getattr(tl, name))
        made.append((net, tl.optim.AdamW(net.parameters(), lr=0.01)))
    (eager, opt), (other, its_opt) = made
    compiled = tl.compile(lambda x, t: step(other, its_opt, x, t))
    x, classes = tl.randn(6, 8).to(getattr(tl, name)), tl.arange(6) % 4
    losses = []
    for _ in range(3):
        losses.append(float(step(eager, opt, x, classes)))
        assert losses[-1] == float(compiled(x, classes))
    assert losses[-1] < losses[0]
    for p, q in zip(eager.parameters(), other.parameters(), strict=True):
        assert p.grad.dtype is p.dtype is getattr(tl, name)
        assert tl.equal(p, q)


@pytest.mark.parametrize("name", KINDS)
def test_what_moves_numbers_keeps_them(name):
    kind = getattr(tl, name)
    x = tl.randn(4, 6).to(kind)
    whole = x.float()
    i, mask = tl.tensor([2, 0]), whole > 0
    for f in (lambda x: x.T.contiguous(), lambda x: x[1:, ::2], lambda x: x[i], lambda x: x[mask],
              lambda x: x.flip(0), lambda x: x.roll(1, 1), lambda x: tl.cat([x, x]),
              lambda x: tl.stack([x, x]), lambda x: x.gather(1, i[None]), lambda x: x.sort(1)[0],
              lambda x: x.topk(2)[0], lambda x: x.amax(0), lambda x: x.where(mask, x * 0),
              lambda x: x.index_put((i,), x[:2]), lambda x: x.scatter(1, i[None], 0.5),
              lambda x: x.clone().index_add_(0, i, x[:2] * 0), lambda x: x.masked_fill(mask, 2.0),
              lambda x: x.unique(), lambda x: x.unique_consecutive(),
              lambda x: tl.nn.functional.interpolate(x[None], scale_factor=2),
              lambda x: tl.nn.functional.pad(x, (1, 1), value=0.5)):  # fmt: skip
        got = f(x)
        assert got.dtype is kind
        np.testing.assert_array_equal(got.float().numpy(), f(whole).numpy())


@pytest.mark.parametrize("name", KINDS)
def test_making_and_showing(name):
    kind = getattr(tl, name)
    assert repr(tl.tensor([1.5, -2.0], dtype=kind)) == f"tensor([ 1.5000, -2.0000], dtype={kind!r})"
    for x in (tl.ones(2, dtype=kind), tl.full((2,), 1.0, dtype=kind), tl.eye(1, dtype=kind)[0],
              tl.linspace(1, 1, 2, dtype=kind), tl.arange(1, 2, dtype=kind)):  # fmt: skip
        assert x.dtype is kind
        assert set(x.tolist()) == {1.0}
    assert tl.tensor(0.1, dtype=kind).item() == pytest.approx(0.1, rel=tl.finfo(kind).eps)
    drawn = tl.rand(5000, dtype=kind).float()
    assert drawn.min() >= 0
    assert drawn.max() < 1
    assert abs(float(drawn.mean()) - 0.5) < 0.03
    tl.set_default_dtype(kind)
    try:
        assert tl.tensor(1.0).dtype is tl.zeros(2).dtype is (tl.arange(2) / 2).dtype is kind
    finally:
        tl.set_default_dtype(tl.float32)
    assert tl.finfo(tl.bfloat16).eps == 2**-7
    assert tl.finfo(tl.float16).max == 65504.0


GIVEN = {"n": 3, "start": 0, "end": 2, "steps": 4, "window_length": 5, "row": 2, "col": 2}


def makers():
    """Public functions that make tensors of a dtype from numbers alone, and draw none."""
    for space in ("tl", "fft"):
        for name, function in sorted(namespaces[space].items()):
            if not inspect.isfunction(function) or name in ("tril_indices", "triu_indices"):
                continue  # of integers alone
            taken = inspect.signature(function).parameters.values()
            told = {p.name for p in taken}
            needed = [p.name for p in taken if p.default is p.empty and p.kind != p.VAR_KEYWORD]
            typed = "dtype" in told and "generator" not in told
            if typed and needed and GIVEN.keys() >= {*needed}:
                yield name, function, [GIVEN[each] for each in needed]


@pytest.mark.filterwarnings("ignore:range")
@pytest.mark.parametrize("name", KINDS)
def test_what_is_made_of_numbers_is_rounded(name):
    kind, tried = getattr(tl, name), []
    for called, function, given in makers():
        tried.append(called)
        want = content(function(*given, dtype=tl.float32).to(kind))
        made = tl.compile(lambda f=function, g=given: f(*g, dtype=kind))
        assert content(function(*given, dtype=kind)) == content(made()) == want, called
    assert {"eye", "linspace", "range", "hann_window", "fftfreq"} <= {*tried}


def content(x):
    return x.dtype, x.tolist()


@pytest.mark.parametrize("name", KINDS)
def test_random_whole_numbers_are_those_that_it_has(name):
    drawn = tl.empty(500, dtype=getattr(tl, name)).random_().double()
    most = 2 / tl.finfo(getattr(tl, name)).eps
    assert most / 2 < drawn.max() <= most
    assert tl.equal(drawn, drawn.round())


@pytest.mark.parametrize("name", KINDS)
def test_copies_and_files(name):
    x = tl.randn(3, 4).to(getattr(tl, name))
    file = io.BytesIO()
    tl.save({"x": x, "part": x[1:]}, file)
    file.seek(0)
    found = tl.load(file)
    again = tl.safetensors.load(tl.safetensors.save({"x": x}))["x"]
    for other in (pickle.loads(pickle.dumps(x)), copy.deepcopy(x), found["x"], again):
        assert other.dtype is x.dtype
        assert tl.equal(other, x)
    assert tl.equal(found["part"], x[1:])


def test_numpy_has_one_of_them():
    assert tl.ones(2, dtype=tl.float16).numpy().dtype == np.float16
    assert tl.from_numpy(np.ones(2, np.float16)).dtype is tl.float16
    x = tl.ones(2, dtype=tl.bfloat16)
    try:
        import ml_dtypes
    except ImportError:
        with pytest.raises(TypeError, match=r"numpy: expected a dtype that NumPy has; .* \.float"):
            x.numpy()
        return
    assert x.numpy().dtype == ml_dtypes.bfloat16
    assert tl.from_numpy(x.numpy()).dtype is tl.bfloat16


@pytest.mark.torch
@pytest.mark.parametrize("name", KINDS)
def test_memory_shared_with_torch(name):
    torch = pytest.importorskip("torch")
    theirs = torch.arange(6).reshape(2, 3).to(getattr(torch, name))
    x = tl.from_dlpack(theirs)
    assert x.dtype is getattr(tl, name)
    x[0, 0] = 7
    back = torch.from_dlpack(x.T)
    assert back.dtype is theirs.dtype
    assert back[0, 0] == theirs[0, 0] == 7
    file = io.BytesIO()
    torch.save(theirs, file)
    file.seek(0)
    assert tl.equal(tl.load(file), x)
    file = io.BytesIO()
    tl.save(x, file, format="torch")
    file.seek(0)
    assert torch.equal(torch.load(file), theirs)


SAMPLED = """
__getitem__ abs add addmm amax argmax bmm cat clamp cumsum div.no_rounding_mode einsum exp gather
index_add index_put linalg.norm log_softmax lt masked_fill matmul max.reduction_with_dim mean mul
nn.functional.conv2d nn.functional.cross_entropy nn.functional.embedding nn.functional.gelu
nn.functional.layer_norm nn.functional.linear nn.functional.max_pool2d nn.functional.mse_loss pow
prod scatter sort sqrt std sum topk tril var where
"""


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", KINDS)
def test_torch_s_own_samples(name, monkeypatch):
    """Shapes and dtypes as theirs, values as theirs in float32."""
    torch = pytest.importorskip("torch")
    import test_op_db as samples

    def shown(x):
        if x.dtype is getattr(torch, name):
            return tl.from_dlpack(x.detach().clone())
        return tl.tensor(x.detach().numpy())

    def whole(x):
        if isinstance(x, torch.Tensor):
            return x.float() if x.dtype is getattr(torch, name) else x
        return type(x)(map(whole, x)) if type(x) in (tuple, list) else x

    monkeypatch.setattr(samples, "shown", shown)
    for key in SAMPLED.split():
        info = samples.OP_DB[key]
        for sample in samples.samples_of(info, name, count=2):
            with samples.noted(key, sample):
                got = samples.flat(samples.call(info, sample))[0]
                want = samples.flat(info.op(sample.input, *sample.args, **sample.kwargs))[0]
                assert (got.shape, got.dtype.name) == (want.shape, str(want.dtype)[6:])
                args = whole(tuple(sample.args))
                exact = samples.flat(info.op(whole(sample.input), *args, **sample.kwargs))[0]
                np.testing.assert_allclose(got.double().numpy(), exact.to(want.dtype).double(),
                                           rtol=0.01, atol=0.01)  # fmt: skip


class Elsewhere:
    """An array of another library, as JAX has them."""

    dtype = tl.bfloat16.numpy

    def __dlpack__(self, **options):
        raise BufferError

    def __array__(self, dtype=None, copy=None):
        return np.array([0x3FC0, 0xC000], np.uint16).view(self.dtype)


@pytest.mark.parametrize("function", [tl.tensor, tl.as_tensor])
def test_arrays_of_other_libraries_keep_their_dtype(function):
    made = function(Elsewhere())
    assert made.dtype is tl.bfloat16 and made.tolist() == [1.5, -2.0]


def test_a_capsule_that_a_reader_refuses_gives_its_memory_back():
    """Python code ran while the reader's error was on its way, which was lost in a SystemError."""
    x = tl.ones(1000, dtype=tl.bfloat16)
    memory = weakref.ref(x.memory)
    with pytest.raises((BufferError, RuntimeError), match="dtype"):  # by the version of NumPy
        np.from_dlpack(x)
    del x
    gc.collect()
    assert memory() is None

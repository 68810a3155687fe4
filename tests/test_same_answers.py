"""Small calls by PyTorch's names answer as PyTorch does: the class of an error, or all of a result.

In each line `m` is the package and `F` its `nn.functional`. A result is its dtype, shape, strides
and numbers; of what is random only the class of an error is compared.
"""

import array
import warnings

import numpy as np
import pytest

import tensorlite as tl

torch = pytest.importorskip("torch")
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]


def answer(m, line):
    """What a line gives, in words; or the class of its error."""
    try:
        return described(eval(line, {"m": m, "F": m.nn.functional, "np": np, "array": array}))
    except Exception as error:
        return type(error).__name__


def described(result):
    if isinstance(result, tuple | list):
        return [described(x) for x in result]
    if not isinstance(result, torch.Tensor | tl.Tensor):
        return type(result).__name__
    dtype = str(result.dtype).partition(".")[2]
    return dtype, tuple(result.shape), result.stride(), str(result.tolist())


def lines(text):
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize("line", lines("""
    m.ones(3).gather(0, m.tensor([5]))
    m.ones(3).gather(0, m.tensor([-1]))
    m.ones(3).scatter(0, m.tensor([5]), 1.0)
    m.ones(3).scatter_(0, m.tensor([-1]), m.ones(1))
    m.ones(3).scatter_add(0, m.tensor([5]), m.ones(1))
    m.ones(3).scatter_reduce(0, m.tensor([5]), m.ones(1), "sum")
    m.ones(3).scatter_reduce_(0, m.tensor([-1]), m.ones(1), "amax")
    m.ones(3).index_select(0, m.tensor([5]))
    m.ones(3).index_select(0, m.tensor([-1]))
    m.ones(3, 3).index_select(0, m.tensor([5]))
    m.ones(3, 3).index_select(1, m.tensor([5]))
    m.ones(3, 3, 3).index_select(-2, m.tensor([-1]))
    m.ones(3, 3, 3).index_select(2, m.tensor([-1]))
    m.ones(3).take(m.tensor([5]))
    m.arange(3.0).take(m.tensor([-1]))
    m.arange(6.0).index_add(0, m.tensor([9]), m.ones(1))
    m.arange(6.0).index_add_(0, m.tensor([-1]), m.ones(1))
    m.ones(3, 2).index_add(0, m.tensor([-1]), m.ones(1, 2))
    m.ones(3, 2).index_add_(1, m.tensor([9]), m.ones(3, 1))
    m.arange(6.0).index_copy(0, m.tensor([-1]), m.ones(1))
    m.ones(3, 2).index_copy(0, m.tensor([9]), m.ones(1, 2))
    m.ones(3, 2).index_copy(0, m.tensor([0]), m.ones(2, 2))
    m.ones(3, 2).index_copy(0, m.tensor([0]), m.ones(1, 3))
    m.ones(3, 2).index_copy(0, m.tensor([0]), m.ones(2))
    m.ones(3, 2).index_copy(0, m.tensor([0]), m.tensor(1.0))
    m.arange(6.0).index_fill(0, m.tensor([9]), 1.0)
    m.arange(6.0).index_fill(0, m.tensor([-1, 1]), 7.0)
    m.arange(6.0).index_fill_(0, m.tensor([-7]), 1.0)
    m.arange(6.0).reshape(3, 2).index_fill_(1, m.tensor([-1]), 2.0)
    m.arange(6.0).reshape(3, 2).index_fill(1, m.tensor([-3]), 2.0)
    m.ones(3, 2).index_reduce(1, m.tensor([-1]), m.ones(3, 1), "prod")
    m.arange(6.0).index_put((m.tensor([9]),), m.ones(1))
    m.arange(6.0).index_put((m.tensor([-1]),), m.ones(1))
    m.arange(6.0).put_(m.tensor([9]), m.ones(1))
    m.ones(3).put(m.tensor([0, 1]), m.ones(1))
    F.embedding(m.tensor([9]), m.ones(3, 2))
    F.embedding_bag(m.tensor([9]), m.ones(3, 2), m.tensor([0]))
    F.embedding_bag(m.tensor([-1]), m.ones(3, 2), m.tensor([0]))
    """))  # fmt: skip
def test_places_that_do_not_exist(line):
    assert answer(tl, line) == answer(torch, line)


def test_a_place_filled_twice_passes_its_gradient_on_once():
    """-1 and 2 are one place of three; PyTorch's backward takes no index below 0."""
    value = tl.tensor(3.0, requires_grad=True)
    tl.zeros(3).index_fill(0, tl.tensor([-1, 2]), value).sum().backward()
    assert value.grad.item() == 1


@pytest.mark.parametrize("line", [
    f"m.{op}(m.ones(3, 3))" for op in (
        "stack", "cat", "concat", "concatenate", "hstack", "vstack", "row_stack", "dstack",
        "column_stack")
] + ["m.cat(m.tensor(1.0))", "m.stack(m.ones(2), m.ones(2))", "m.hstack((m.ones(3), m.ones(2)))"])
def test_a_lone_tensor_is_no_sequence(line):
    assert answer(tl, line) == answer(torch, line)


@pytest.mark.parametrize("std", [
    "-1.0", "float('nan')", "m.tensor([1.0, -1.0])", "m.tensor([float('nan'), 1.0])",
    "m.tensor([1 + 1j, 1 + 1j])", "m.tensor([])", "m.tensor([0, 2])", "m.tensor([True, False])",
])  # fmt: skip
def test_deviations(std):
    """A tensor of deviations was not looked at."""
    for line in (f"m.normal(m.zeros(1), {std})", f"m.normal(0.0, {std}, (2,))"):
        if "tensor" in std and "(2,)" in line:
            line = line.replace(", (2,)", "")
        wanted, got = answer(torch, line), answer(tl, line)
        assert got == wanted if isinstance(wanted, str) else got[:3] == wanted[:3], line


def test_deviations_are_looked_at_by_each_run_of_a_plan():
    drawn = tl.compile(lambda std: tl.normal(tl.zeros(2), std))
    assert drawn(tl.ones(2)).shape == (2,)
    with pytest.raises(RuntimeError, match=r"normal: expected all elements of std >= 0.0; got -2"):
        drawn(tl.tensor([1.0, -2.0]))


@pytest.mark.parametrize("line", lines("""
    m.Generator().manual_seed(2**64)
    m.Generator().manual_seed(-2**63 - 1)
    m.Generator().manual_seed(-2**63)
    m.Generator().manual_seed(2**64 - 1)
    m.Generator().manual_seed(1.5)
    m.Generator().manual_seed("3")
    m.manual_seed(2**64)
    m.manual_seed(1.5)
    m.manual_seed("3")
    m.autocast(m.device("cpu"))
    m.autocast(m.ones(1).device, dtype=m.bfloat16)
    m.amp.autocast(3)
    m.autocast("nope")
    """))  # fmt: skip
def test_seeds_and_autocast(line):
    with torch.random.fork_rng(), tl.random.fork_rng():
        assert answer(tl, line) == answer(torch, line)


@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16"])
@pytest.mark.parametrize("lambd", [0.1, 0.3, 0.7, 0.5])
@pytest.mark.parametrize("op", ["hardshrink", "softshrink"])
def test_shrinking_at_its_threshold(op, lambd, dtype):
    """What is as large as the threshold in the input's dtype goes; 0 keeps its sign."""
    numbers = f"[{lambd}, -{lambd}, {lambd} * 1.01, {lambd} * 0.99, -0.0, float('nan'), 9.0, -0.01]"
    line = f"F.{op}(m.tensor({numbers}, dtype=m.{dtype}), {lambd})"
    assert answer(tl, line) == answer(torch, line)


@pytest.mark.parametrize("line", lines("""
    m.ones(1).expand(3).fill_(2.0)
    m.ones(2, 1).expand(2, 3).zero_()
    m.ones(1).expand(3).masked_fill_(m.tensor([True, False, True]), 2.0)
    m.arange(2.0)[:, None].expand(2, 3).masked_fill_(m.tensor([[True] * 3, [False] * 3]), 5)
    m.arange(2.0)[:, None].expand(2, 3).masked_fill_(m.tensor([False, False, True]), m.tensor(5.0))
    m.arange(3.0).expand(2, 3).masked_fill_(m.tensor([True] * 4), 5.0)
    m.ones(1).expand(3).copy_(m.arange(3.0))
    m.ones(1).expand(3).copy_(m.tensor(2.0))
    m.ones(1).expand(3).add_(1)
    m.ones(1).expand(3).normal_()
    m.ones(1).expand(3).masked_scatter_(m.tensor([True, False, True]), m.ones(3))
    m.ones(1).expand(3).scatter_(0, m.tensor([0]), m.ones(1))
    m.ones(1).expand(3).__setitem__(slice(None), 1.0)
    m.ones(1).expand(3).__setitem__(m.tensor([True, False, True]), 1.0)
    m.nn.init.zeros_(m.ones(1).expand(3))
    """))  # fmt: skip
def test_writing_expanded_memory(line):
    assert answer(tl, line) == answer(torch, line)


def test_a_mask_over_expanded_memory_is_warned_of():
    for m in (torch, tl):
        x = m.arange(2.0)[:, None].expand(2, 3)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            x[m.tensor([[True, False, True], [False] * 3])] = 9
        assert x.tolist() == [[9.0] * 3, [1.0] * 3]
        text = str(caught[-1].message)
        assert text.startswith("Use of masked_fill_ on expanded tensors is deprecated.")


def test_filling_expanded_memory_is_recorded():
    """By autograd, where PyTorch's backward fails, and by plans."""
    x = tl.ones(2, 1, requires_grad=True)
    y = (x * 2).expand(2, 3)
    y.masked_fill_(tl.tensor([[True, False, False], [False] * 3]), 3.0)
    (y * tl.arange(3.0)).sum().backward()
    assert x.grad.tolist() == [[0.0], [6.0]]

    @tl.compile
    def filled(x):
        x[:, None].expand(2, 3).fill_(4.0)
        return x + 1

    for start in (0.0, 1.0):
        x = tl.full((2,), start)
        assert filled(x).tolist() == [5.0, 5.0] and x.tolist() == [4.0, 4.0]


@pytest.mark.parametrize("line", lines("""
    m.sort(m.tensor([[3.0, 1.0], [2.0, 5.0]]).t(), 0)
    m.sort(m.tensor([[3.0, 1.0], [2.0, 5.0]]).t(), 1, True)
    m.tensor([[3.0, 1.0], [2.0, 5.0]]).t().argsort()
    m.msort(m.tensor([[3, 1], [2, 5]]).t())
    m.arange(24.0).reshape(2, 3, 4).permute(2, 0, 1).sort(0)
    m.arange(24.0).reshape(2, 3, 4).permute(2, 0, 1).sort(1)
    m.arange(24.0).reshape(2, 3, 4).permute(2, 0, 1).sort(2)
    m.arange(24.0).reshape(2, 3, 4).sort(1)
    m.arange(24.0).reshape(2, 3, 4)[:, ::2].sort(2)
    m.arange(24.0).reshape(2, 3, 4)[:, :, ::2].permute(1, 2, 0).sort(1)
    m.arange(16.0).reshape(1, 2, 2, 4).contiguous(memory_format=m.channels_last).sort(1)
    m.arange(3.0).expand(2, 3).sort(0)
    m.tensor([[3.0, 1.0], [2.0, 5.0]], requires_grad=True).t().sort(0)
    m.tensor([[3.0, 1.0], [2.0, 5.0]], requires_grad=True).t().sort(1)
    m.tensor(3.0, requires_grad=True).sort()
    m.tensor(3.0).argsort()
    m.vmap(lambda x: x.t().sort(0)[0])(m.arange(8.0).reshape(2, 2, 2)).sum()
    """))  # fmt: skip
def test_sorted_elements_are_laid_like_the_input(line):
    assert answer(tl, line) == answer(torch, line)


@pytest.mark.parametrize("line", lines("""
    m.split_copy(m.arange(4.0), 2, out=[m.empty(2), m.empty(2)])
    m.split_copy(m.arange(4.0), 2, out=[m.empty(1), m.empty(2)])
    m.split_copy(m.arange(4.0), 2, out=[m.empty(2)])
    m.split_copy(m.arange(4.0), 2, out=m.empty(2))
    m.split_copy(m.arange(4.0), 2)
    m.split_with_sizes_copy(m.arange(4.0), [2, 2], out=[m.empty(1), m.empty(2)])
    m.split_with_sizes_copy(m.arange(4.0), [2, 2], out=[m.empty(2)])
    m.split_with_sizes_copy(m.arange(4.0), [2, 2], out=[m.empty(2), m.empty(2).double()])
    m.split_with_sizes_copy(m.arange(4.0), [1, 3])
    m.unbind_copy(m.ones(2, 2), out=[m.empty(2), m.empty(2)])
    m.unbind_copy(m.ones(2, 2), 0, out=[m.empty(2)])
    """))  # fmt: skip
def test_copies_of_parts(line):
    assert answer(tl, line) == answer(torch, line)


@pytest.mark.parametrize("call, other", [
    ("m.split_copy(x, 2, out=out)", "float64"),
    ("m.split_with_sizes_copy(x, [2, 2], out=out)", "float32"),
    ("m.unbind_copy(x.reshape(2, 2), out=out)", "float32"),
])  # fmt: skip
def test_parts_copied_into_others(call, other):
    for m in (torch, tl):
        out = [m.empty(2), m.empty(2, dtype=getattr(m, other))]
        eval(call, {"m": m, "x": m.arange(4.0), "out": out})
        assert [part.tolist() for part in out] == [[0, 1], [2, 3]]
        assert out[1].dtype is getattr(m, other)


def test_where_one_part_does_not_fit_none_is_copied():
    first = tl.full((2,), -1.0)
    for second in (tl.empty(3), tl.empty(2, dtype=tl.int32)):
        with pytest.raises(RuntimeError, match="split_copy"):
            tl.split_copy(tl.arange(4.0), 2, out=[first, second])
    assert first.tolist() == [-1, -1]


T, K = "m.arange(24.0).reshape(4, 2, 3)", "m.arange(12.0).reshape(2, 3, 2)"


@pytest.mark.parametrize("line", [
    f"F.conv_tbc({T}, {K}, m.arange(2.0))",
    f"m.conv_tbc({T}, {K}, m.arange(2.0), 1)",
    f"F.conv_tbc({T}, {K}, m.arange(2.0), pad=3)",
    f"F.conv_tbc({T}, {K}, m.arange(3.0))",
    f"F.conv_tbc({T}, m.ones(2, 2, 3), m.arange(3.0))",
    f"F.conv_tbc({T}, m.ones(2, 6), m.arange(3.0))",
    f"F.conv_tbc(m.ones(4, 6), {K}, m.arange(2.0))",
    f"F.conv_tbc({T}, {K}, None)",
    f"F.conv_tbc({T}, {K}, m.ones(1, 2))",
    f"F.conv_tbc({T}.double(), {K}, m.ones(2))",
    f"F.conv_tbc({T}.long(), {K}.long(), m.ones(2).long())",
    f"F.conv_tbc({T}[:1], {K}, m.ones(2))",
    f"F.conv_tbc({T}[:0], {K}, m.ones(2))",
])  # fmt: skip
def test_conv_tbc(line):
    assert answer(tl, line) == answer(torch, line)


def test_gradients_of_conv_tbc():
    shapes = (4, 2, 3), (2, 3, 2), (2,)
    x, w, b = (tl.rand(*s, dtype=tl.float64, requires_grad=True) for s in shapes)
    assert tl.autograd.gradcheck(lambda *args: tl.conv_tbc(*args, 1), (x, w, b))


@pytest.mark.parametrize("pool", ["avg", "max"])
@pytest.mark.parametrize("dims", [1, 2, 3])
def test_adaptive_pooling_of_nothing(pool, dims):
    """Without a batch, without channels, without an extent, and with too few dims."""
    sizes = "6, " * dims
    for shape in (f"0, {sizes}", f"2, 0, {sizes}", f"0, 2, {sizes}", f"2, 0, {sizes[3:]}", sizes):
        for windows in (3, f"({'3, ' * dims})"):
            line = f"F.adaptive_{pool}_pool{dims}d(m.ones({shape}), {windows})"
            assert answer(tl, line) == answer(torch, line), line


BUFFERS = """
    m.asarray(b"abc", dtype=m.uint8)
    m.asarray(b"abc")
    m.asarray(b"")
    m.asarray(bytearray(b"abcd"), dtype=m.int16)
    m.asarray(bytearray(b"abcd"))
    m.asarray(bytearray(b"abc"), dtype=m.int16)
    m.asarray(memoryview(bytearray(b"abcd")), dtype=m.float32)
    m.asarray(memoryview(np.arange(6.0).reshape(2, 3)), dtype=m.float64)
    m.asarray(array.array("d", [1.0, 2.0]))
    m.asarray(array.array("i", [1, 2]), dtype=m.int32, copy=False)
    m.asarray(bytearray(b"abcd"), dtype=m.float32, requires_grad=True)
    m.asarray(bytearray(b"abcd"), dtype=m.uint8, copy=True)
    m.asarray([1, 2], copy=False)
    m.asarray(np.float64(2.0))
    m.asarray(range(3))
    m.tensor(bytearray(b"abc"))
    m.as_tensor(array.array("d", [1.0, 2.0]))
    """


@pytest.mark.parametrize("line", lines(BUFFERS))
def test_bytes_of_buffers(line):
    assert answer(tl, line) == answer(torch, line)


CREATION = """
    m.asarray(m.ones(2, requires_grad=True)).requires_grad
    m.asarray(m.ones(2, requires_grad=True), requires_grad=False).requires_grad
    m.asarray(m.ones(2, requires_grad=True) * 2, requires_grad=False).grad_fn
    m.asarray(m.ones(2, requires_grad=True), dtype=m.float64, requires_grad=True).is_leaf
    m.asarray(m.ones(2), requires_grad=True).requires_grad
    m.tril_indices(-1, 2)
    m.triu_indices(2, -1)
    m.tril_indices(0, 3)
    m.linspace(0j, 1, 3, dtype=m.float32)
    m.logspace(1, 1j, 3, dtype=m.float64)
    m.linspace(0j, 1, 3)
    m.set_num_threads(0)
    """


@pytest.mark.parametrize("line", lines(CREATION))
def test_what_is_made(line):
    assert answer(tl, line) == answer(torch, line)


@pytest.mark.parametrize("copy", [None, False, True])
def test_a_buffer_is_shared_unless_a_copy_is_wanted(copy):
    for m in (torch, tl):
        buffer = bytearray(4)
        x = m.asarray(buffer, dtype=m.uint8, copy=copy)
        buffer[1] = 7
        assert x.tolist() == ([0] * 4 if copy else [0, 7, 0, 0])


@pytest.mark.parametrize("line", lines("""
    m.ones(3).apply_(lambda x: x + 1)
    m.ones(3, dtype=m.int64).apply_(lambda x: x + 1.5)
    m.ones(3, dtype=m.bool).apply_(lambda x: not x)
    m.arange(6.0).reshape(2, 3).t().apply_(lambda x: x * 2)
    m.tensor(3.0).apply_(lambda x: x + 1)
    m.ones(0).apply_(lambda x: x + 1)
    m.ones(2, dtype=m.complex64).apply_(lambda x: x * 1j)
    m.ones(2, dtype=m.bfloat16).apply_(lambda x: x * 2.01)
    m.ones(2, dtype=m.uint8).apply_(lambda x: x * 300)
    m.ones(3, requires_grad=True).apply_(lambda x: x + 1)
    m.ones(3).apply_(3)
    m.ones(3).apply_(lambda x: "a")
    m.ones(3).apply_(lambda x: None)
    m.ones(3).map_(m.arange(3.0), lambda a, b: a + b)
    m.ones(2, 3).map_(m.arange(3.0), lambda a, b: a - b)
    m.ones(3).map_(m.tensor(2.0), max)
    m.ones(3).map_(m.ones(2, 3), max)
    m.ones(3).map_(m.arange(3), max)
    m.ones(3).map_(2, max)
    m.ones(3).map_(m.ones(3, requires_grad=True), max)
    m.ones(2, 3).map2_(m.arange(3.0), m.arange(2.0)[:, None], lambda a, b, c: a + b * c)
    m.ones(3).map2_(m.arange(3.0), m.arange(3), lambda a, b, c: a + b * c)
    m.ones(3).map2_(m.arange(3.0), max)
    """))  # fmt: skip
def test_functions_called_with_each_element(line):
    assert answer(tl, line) == answer(torch, line)


def test_a_function_that_fails_leaves_the_tensor_as_it_was():
    x = tl.tensor([1.0, 0.0])
    with pytest.raises(ZeroDivisionError):
        x.apply_(lambda value: 1 / value * 2)
    assert x.tolist() == [1.0, 0.0]


def test_plans_call_no_function_with_each_element():
    with pytest.raises(tl.TraceError, match=r"a read of float32\[3\] .* at .*x.apply_"):
        tl.compile(lambda x: x.apply_(abs))(tl.ones(3))

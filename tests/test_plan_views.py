"""Compiled functions that return views: of arguments, of their own memory, and by any strides."""

import itertools

import numpy as np
import pytest

import tensorlite as tl

VIEWS = {
    "expanded": lambda x: x.exp().sum(0, keepdim=True).expand(3, 4),
    "expanded sum": lambda x: ((x * 2).sum().expand(5), x.exp()),
    "expanded argument": lambda x: x[:1].expand(3, 4),
    "new dim": lambda x: (x * 3).unsqueeze(0).expand(2, 3, 4)[:, 1],
    "overlapping": lambda x: (x * 2).as_strided((3, 3), (1, 1)),
    "windows": lambda x: (x * 2).reshape(-1).unfold(0, 4, 2),
    "windows of an argument": lambda x: x.reshape(-1).unfold(0, 4, 2),
    "nothing": lambda x: (x * 2)[:0].expand(0, 4),
    "sums of nothing": lambda x: (x * 2)[:, :0].sum(1, keepdim=True).expand(3, 2),
    "number": lambda x: (x * 2)[1, 2],
    "transposed": lambda x: (x * 2).t(),
    "spread": lambda x: (x * 2)[:, ::2],
    "one twice": lambda x: (lambda y: (y, y.sum(0).expand(3, 4), y.t(), y))(x * 2),
}
GRADIENTS = {
    "dense": lambda y: tl.arange(1.0 * y.numel()).view(y.shape),
    "repeated": lambda y: tl.tensor(2.0).expand(y.shape),
    "spread": lambda y: tl.arange(2.0 * y.numel()).view(*y.shape, 2)[..., 0],
}


@pytest.mark.parametrize("gradient", GRADIENTS)
@pytest.mark.parametrize("view", VIEWS)
def test_gradients_flow_into_views_of_any_strides(view, gradient):
    """Memory that several elements share was taken for the layout of a gradient."""

    def run(function):
        found = []
        for number in range(2):
            x = (tl.arange(12.0).view(3, 4) / 10 + number).requires_grad_()
            results = function(x)
            results = results if isinstance(results, tuple) else (results,)
            tl.autograd.backward(list(results), [GRADIENTS[gradient](y) for y in results])
            found.append([(y.tolist(), y.stride()) for y in results] + [x.grad.tolist()])
        return found

    assert run(tl.compile(VIEWS[view])) == run(VIEWS[view])


@pytest.mark.parametrize("factor", ["number", "weight"])
@pytest.mark.parametrize("part", [
    lambda x: x[:2], lambda x: x.T, lambda x: x[1], lambda x: x.reshape(-1), lambda x: x[1].detach()
], ids=["rows", "transposed", "row", "flat", "detached"])  # fmt: skip
def test_a_write_to_a_returned_view_is_one_to_the_argument(part, factor):
    def run(function):
        found, w = [], tl.tensor(2.0, requires_grad=True)
        for start in (tl.ones(3, 4), tl.ones(3, 4) * w, (tl.ones(4, 3) * w).t()):
            x = start * 1 if start.requires_grad else start
            y = function(x)
            y.mul_(w if factor == "weight" else 3)
            total = (x * tl.arange(12.0).view(3, 4)).sum()
            found.append((total.item(), total.requires_grad, y.requires_grad))
            if total.requires_grad:
                found.append(tl.autograd.grad(total, w)[0].item())
        return found

    assert run(tl.compile(part)) == run(part)


def test_a_result_that_backward_needs_must_not_change():
    x = tl.ones(3, requires_grad=True)
    y = tl.compile(lambda x: x.exp())(x)
    y.mul_(2)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.sum().backward()
    y = tl.compile(lambda x: x.T)(tl.ones(2, 3) * x)
    y.mul_(2)
    y.sum().backward()
    assert x.grad.tolist() == [4.0, 4.0, 4.0]


def set_data(x, new):
    x.data = new
    return x


SHOWN = {
    "squeeze_": lambda x: (x.squeeze_(0), x * 2)[1],
    "unsqueeze_": lambda x: (x.unsqueeze_(1), x + 1)[1],
    "transpose_": lambda x: (x[:1], x.transpose_(0, 1), x[:1], x),
    "there and back": lambda x: (x.transpose_(0, 1), x * 2, x.transpose_(0, 1))[1],
    "and written": lambda x: x.transpose_(0, 1).unsqueeze_(0).mul_(2).sum(),
    "data of its own": lambda x: set_data(x, x * 3).add_(1).sum(),
    "data of a part": lambda x: (set_data(x, x[0]), x + 1)[1],
    "data of itself": lambda x: set_data(x, x.detach().transpose(0, 1)),
}
LAYOUTS = {
    "dense": lambda: tl.arange(6.0).view(1, 2, 3),
    "spread": lambda: tl.arange(12.0).view(2, 6)[:, ::2],
    "inside": lambda: tl.arange(12.0).view(4, 3)[1:3],
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("change", SHOWN)
def test_what_an_argument_shows_is_set_on_the_callers_tensor(change, layout):
    def run(function):
        found = []
        for _ in range(3):
            x = LAYOUTS[layout]()
            memory, result = x.detach(), function(x)
            results = result if isinstance(result, tuple) else (result,)
            found.append([(y.tolist(), y.stride(), y is x) for y in (*results, x, memory)])
        return found

    assert run(tl.compile(SHOWN[change])) == run(SHOWN[change])


def test_what_a_captured_tensor_shows_is_set_at_every_call():
    def run(wrap):
        x, average = tl.arange(6.0).view(2, 3), tl.zeros(3)

        def function(y):
            x.t_()
            average.data = average * 0.5 + y
            return (x.sum(0) * 2).sum() + average.detach().unsqueeze_(0).sum()

        function = wrap(function)
        return [(function(tl.ones(3)).item(), x.shape, average.tolist()) for _ in range(4)]

    assert run(tl.compile) == run(lambda function: function)


def test_an_argument_that_is_given_twice_cannot_show_something_else():
    x = tl.ones(2, 3)
    with pytest.raises(RuntimeError, match="argument 0, whose dims or data"):
        tl.compile(lambda x, y: x.t_() @ y)(x, x)
    assert x.shape == (2, 3)


PIECES = (slice(0, 12), slice(3, 9), slice(0, 6), slice(6, 12), slice(None, None, 2),
          slice(1, None, 2), slice(None, None, -1))  # fmt: skip


@pytest.mark.parametrize(("first", "second"), [*itertools.product(PIECES, PIECES)])
def test_arrays_that_share_memory_are_one_memory(first, second):
    """Tensors made of two views of an array were taken for memories that nothing connects."""

    def run(wrap):
        array = np.arange(12, dtype=np.float32)
        x, y = tl.from_numpy(array[first]), tl.from_numpy(array[second])

        def function():
            x.add_(1)
            doubled = y * 2
            x.mul_(3)
            both = y + doubled
            y.sub_(1)
            return doubled, both, x.sum()

        function = wrap(function)
        return [[z.tolist() for z in function()] for _ in range(3)], array.tolist()

    assert run(tl.compile) == run(lambda function: function)

"""`autograd.graph`: hooks for saved tensors, edges of gradients, hooks of several tensors."""

import gc
import re
import weakref

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.autograd import Function, grad
from tensorlite.autograd.graph import (
    GradientEdge,
    disable_saved_tensors_hooks,
    get_gradient_edge,
    increment_version,
    register_multi_grad_hook,
    save_on_cpu,
    saved_tensors_hooks,
)
from tensorlite.utils.checkpoint import checkpoint


def raises(error, text):
    """`pytest.raises` for a literal piece of the message."""
    return pytest.raises(error, match=re.escape(text))


def leaf(*values):
    return tl.tensor(values, requires_grad=True)


class Cube(Function):
    """Saves an input and its result."""

    @staticmethod
    def forward(ctx, x):
        out = x**3
        ctx.save_for_backward(x, None, out)
        return out

    @staticmethod
    def backward(ctx, g):
        x, none, out = ctx.saved_tensors
        assert none is None
        return 3 * out / x * g


class Kept:
    """Hooks that keep copies, and count."""

    def __init__(self):
        self.packed, self.unpacked = 0, 0

    def pack(self, x):
        self.packed += 1
        assert not tl.is_grad_enabled()
        return x.detach().numpy().copy()

    def unpack(self, array):
        self.unpacked += 1
        return tl.from_numpy(array.copy())

    def active(self):
        return saved_tensors_hooks(self.pack, self.unpack)


FUNCTIONS = {
    "one operand": (lambda x: x.sin(), 1),
    "its result": (lambda x: x.exp(), 1),
    "two operands": (lambda x: x * (x + 1), 2),
    "a number": (lambda x: x * 3, 0),
    "a view": (lambda x: x[1:] * x[:-1], 2),
    "rows": (lambda x: x.softmax(-1) * x, 3),
    "a kernel of its own": (lambda x: nn.functional.layer_norm(x, (3,), x, x), None),
    "products": (lambda x: x.reshape(1, 3) @ x.reshape(3, 1), 2),
    "in place": (lambda x: (x * 2).sin_().mul_(x), None),
    "custom": (Cube.apply, 2),
    "a convolution": (lambda x: tl.conv1d(x.reshape(1, 1, 3), x[:2].reshape(1, 1, 2)), 2),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_packed_tensors_give_the_gradients_of_kept_ones(name):
    """Of first and second order; the second backward unpacks what the first has left."""
    function, count = FUNCTIONS[name]
    kept, found = Kept(), []
    for hooks in None, kept:
        x = leaf(0.5, 1.5, -2.0)
        if hooks is None:
            y = function(x)
        else:
            with hooks.active():
                y = function(x)
        (first,) = grad(y.pow(2).sum(), x, create_graph=True)
        (second,) = grad(first.pow(2).sum(), x)
        found.append((first.detach().numpy(), second.numpy()))
    for a, b in zip(*found, strict=True):
        np.testing.assert_array_equal(a, b)
    assert (count is None and kept.packed) or kept.packed == count
    assert kept.unpacked >= kept.packed


def test_each_backward_unpacks_once_until_the_last_one_frees():
    kept, x = Kept(), leaf(1.0, 2.0)
    with kept.active():
        y = (x * x).sum()
    for times in 1, 2:
        y.backward(retain_graph=times == 1)
        assert (kept.packed, kept.unpacked) == (2, 2 * times)
    with raises(RuntimeError, "Trying to backward through the graph a second time"):
        y.backward()
    assert kept.unpacked == 4 and x.grad.tolist() == [4.0, 8.0]


def test_the_innermost_hooks_hold():
    outer, inner, x = Kept(), Kept(), leaf(1.0)
    with outer.active():
        a = x.sin()
        with inner.active():
            b = a.sin().exp()
        c = b.tanh()
    d = c.sin()
    assert (outer.packed, inner.packed) == (2, 2)
    d.backward()
    assert (outer.unpacked, inner.unpacked) == (2, 2)
    with outer.active() as nothing:
        assert nothing is None


def test_a_packed_tensor_may_change_or_go():
    """Copies are kept, so neither the version nor the tensor matters."""
    kept, x = Kept(), leaf(1.0, 2.0)
    y = x * 2
    with kept.active():
        z = (y * y).sum()
    with tl.no_grad():
        y.zero_()
    z.backward()
    assert x.grad.tolist() == [8.0, 16.0]
    y = x * 2
    gone = weakref.ref(y)
    with kept.active():
        z = y.exp().sin()
    del y
    gc.collect()
    assert gone() is None and z.requires_grad


def test_graphs_end_with_their_results():
    """Also where hooks keep the tensors as they are: node and result must not hold each other."""
    gc.disable()
    try:
        x = leaf(1.0)
        with saved_tensors_hooks(lambda x: x, lambda x: x):
            y = Cube.apply(x.exp())
        gone = weakref.ref(y.grad_fn)
        del y
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("function", [lambda x: x.sin(), lambda x: x.exp(), Cube.apply])
def test_bad_hooks(function):
    x = leaf(1.0, 2.0)

    def packed(pack, unpack):
        with saved_tensors_hooks(pack, unpack):
            return function(x).sum()

    with raises(RuntimeError, "A saved tensor pack hook is modifying its input in place"):
        packed(lambda x: x.detach().add_(1), lambda x: x)
    with raises(TypeError, "expected Output of saved tensor unpack_hook to be a Tensor; got int"):
        packed(lambda x: 1, lambda x: x).backward()
    with raises(RuntimeError, "saved_tensors_hooks: expected unpack_hook to give float32[2]; got"):
        packed(lambda x: x[:1], lambda x: x).backward()
    with pytest.raises(ZeroDivisionError):
        packed(lambda x: 1 // 0, lambda x: x)
    kept = Kept()
    with kept.active(), pytest.raises(ZeroDivisionError):
        packed(lambda x: x, lambda x: 1 // 0).backward()
    assert not kept.packed and x.grad is None


def test_what_unpack_leaves_open_ends_with_it():
    other, x = Kept(), leaf(1.0)

    def unpack(x):
        other.active().__enter__()
        return x

    with saved_tensors_hooks(lambda x: x, unpack):
        y = x.sin()
    y.backward()
    x.sin()
    assert not other.packed

    def once_more(x):
        hooks.__enter__()
        return x

    hooks = saved_tensors_hooks(lambda x: x, once_more)
    with hooks:
        x.sin().backward()
    with disable_saved_tensors_hooks("some are left"):
        x.sin()


def test_save_on_cpu():
    x = leaf(1.0, 2.0)
    for pinned in False, True:
        with save_on_cpu(pin_memory=pinned):
            y = (x * x).exp().sum()
        y.backward()
    np.testing.assert_allclose(x.grad.numpy(), [4 * np.e, 8 * np.exp(4)], rtol=1e-6)


def test_hooks_can_be_ruled_out():
    x, kept = leaf(1.0), Kept()
    with disable_saved_tensors_hooks("outer"):
        with disable_saved_tensors_hooks("inner"), raises(RuntimeError, "inner"), kept.active():
            pass
        with raises(RuntimeError, "outer"), kept.active():
            pass
        x.sin().backward()
    with kept.active(), raises(RuntimeError, "too late"), disable_saved_tensors_hooks("too late"):
        pass
    with kept.active():
        x.sin()
    assert kept.packed == 1


def test_plans_refuse_hooks():
    """They keep what they save; nothing is lost: the next call works."""
    x, kept = leaf(1.0, 2.0), Kept()

    @tl.compile
    def inside(x):
        with kept.active():
            return (x * x).sum()

    @tl.compile
    def plain(x):
        return (x * x).sum()

    with raises(tl.TraceError, "compile: expected ops whose saved tensors the plan may keep; got"):
        inside(x)
    with kept.active(), raises(tl.TraceError, "got saved_tensors_hooks"):
        plain(x)
    for _ in range(3):
        plain(x).backward()
    with kept.active(), raises(tl.TraceError, "got saved_tensors_hooks around a compiled"):
        plain(x)
    with kept.active(), tl.no_grad():
        assert plain(x).item() == 5.0
    assert x.grad.tolist() == [6.0, 12.0] and not kept.packed


def test_checkpoints_keep_nothing_that_hooks_could_pack():
    """Those of the function itself do pack, in both runs of it."""
    outer, inner, x = Kept(), Kept(), leaf(0.5)

    def function(x):
        y = x.sin().sin()
        with inner.active():
            return y.exp()

    with outer.active():
        y = checkpoint(function, x, use_reentrant=False)
    y.backward()
    assert (outer.packed, inner.packed, inner.unpacked) == (0, 2, 1)
    expected = leaf(0.5)
    function(expected).backward()
    assert x.grad.item() == expected.grad.item()


# ------------------------------------------------------------------ edges


def test_gradients_at_edges():
    x = leaf(1.0, 2.0)
    y = x * 3
    place, start = get_gradient_edge(y), get_gradient_edge(x)
    assert place == GradientEdge(y.grad_fn, 0) and start.node.variable is x
    z = (y * y).sum()
    del y
    of_y, of_x = grad(z, [place, start], retain_graph=True)
    assert of_y.tolist() == [6.0, 12.0] and of_x.tolist() == [18.0, 36.0]
    assert grad(place, x, of_y, retain_graph=True)[0].tolist() == [18.0, 36.0]
    z.backward(inputs=start)
    assert x.grad.tolist() == [18.0, 36.0]
    unused = get_gradient_edge(leaf(1.0))
    assert grad((x * 2).sum(), unused, materialize_grads=True)[0].tolist() == [0.0]


def test_an_edge_of_several_outputs_and_of_a_number():
    x = leaf(3.0, 1.0, 2.0)
    values, _ = x.sort()
    first = get_gradient_edge(values[1])
    assert grad(first, x)[0].tolist() == [0.0, 0.0, 1.0]
    with raises(RuntimeError, "grad can be implicitly created only for scalar outputs"):
        grad(get_gradient_edge(values), x)
    with raises(RuntimeError, "get_gradient_edge: expected a tensor that requires grad"):
        get_gradient_edge(tl.ones(2))


def test_an_edge_stays_when_its_tensor_changes_in_place():
    x = leaf(1.0, 2.0)
    y = x.clone()
    before = get_gradient_edge(y)
    y.mul_(2)
    old, new = grad(y.sum(), (before, y))
    assert old.tolist() == [2.0, 2.0] and new.tolist() == [1.0, 1.0]


def test_an_announced_change_is_refused():
    x, y = leaf(1.0), leaf(2.0)
    a, b = x * 2, y * 2
    z = a * b
    increment_version([a, b])
    increment_version(a)
    assert (a._version, b._version) == (2, 1)
    with raises(RuntimeError, "modified by an inplace operation"):
        z.backward()


# ------------------------------------------------------------------ hooks of several tensors


def test_a_hook_of_several_tensors_hears_once_of_all():
    x, y, z = leaf(1.0), leaf(2.0), leaf(3.0)
    u = x * y
    v = u + x
    seen = []

    def told():
        found, seen[:] = [*seen], []
        return found

    def hook(grads):
        seen.append([None if g is None else g.item() for g in grads])

    handle = register_multi_grad_hook((u, x, z), hook)
    v.backward(retain_graph=True)
    assert told() == [[1.0, 3.0, None]]
    grad(v, u, retain_graph=True)
    assert told() == [[1.0, None, None]]
    grad(v, x, retain_graph=True)
    assert told() == [[1.0, 3.0, None]]  # on the way to x the gradient of u is complete, too
    grad(v, z, retain_graph=True, allow_unused=True)
    assert told() == []
    v.backward(tl.tensor([2.0]), retain_graph=True)
    assert told() == [[2.0, 6.0, None]]
    with handle:
        pass
    v.backward()
    assert told() == []


def test_a_gradient_that_never_comes_is_none():
    class Half(Function):
        @staticmethod
        def forward(ctx, x, y):
            return x + y

        @staticmethod
        def backward(ctx, g):
            return g, None

    x, y, seen = leaf(1.0), leaf(2.0), []
    register_multi_grad_hook((x, y), seen.append)
    Half.apply(x, y).backward()
    assert [[g and g.item() for g in grads] for grads in seen] == [[1.0, None]]


def test_the_first_of_several_gradients():
    x, y, seen = leaf(1.0), leaf(2.0), []
    u = x * y
    register_multi_grad_hook((x, u, y), lambda g: seen.append(g.item()), mode="any")
    u.exp().backward(retain_graph=True)
    assert seen == [pytest.approx(np.exp(2))]
    u.backward()
    assert seen[1:] == [1.0]


def test_walks_within_hooks_gather_on_their_own():
    x, y, seen = leaf(1.0), leaf(2.0), []
    inner = x * y

    def hook(grads):
        seen.append([g.item() for g in grads])
        if len(seen) == 1:
            inner.backward(retain_graph=True)

    register_multi_grad_hook((x, y), hook)
    (inner * 3).backward(retain_graph=True)
    assert seen == [[6.0, 3.0], [2.0, 1.0]]


def test_bad_hooks_of_several_tensors():
    with raises(ValueError, "register_multi_grad_hook: expected mode 'all' or 'any'; got 'some'"):
        register_multi_grad_hook((leaf(1.0),), print, mode="some")
    with raises(RuntimeError, "register_multi_grad_hook: expected a tensor that requires"):
        register_multi_grad_hook((tl.ones(1),), print)


# ------------------------------------------------------------------ nodes


def test_the_node_of_a_leaf():
    x = leaf(1.0, 2.0)
    place = (x * 2).grad_fn.next_functions[0][0]
    seen = []
    assert place.variable is x
    after = place.register_hook(lambda *given: seen.append((place.grad.tolist(), *given)))
    before = place.register_prehook(lambda grads: (grads[0] * 10,))
    (x * 2).sum().backward()
    ((found, inputs, (g,)),) = seen
    assert found == g.tolist() == [20.0, 20.0] and inputs == ()
    before.remove()
    after.remove()
    (x * 2).sum().backward()
    assert len(seen) == 1 and x.grad.tolist() == [22.0, 22.0]
    del x
    assert place.variable is None


def test_what_backward_is_asked_for_goes_through_the_node_of_its_leaf():
    """With `inputs=` the hooks of the node were left out: `.grad` got what they would change."""
    x = leaf(1.0, 2.0)
    y = x * 2
    y.grad_fn.next_functions[0][0].register_prehook(lambda grads: (grads[0] * 10,))
    y.sum().backward(inputs=[x], retain_graph=True)
    assert x.grad.tolist() == [20.0, 20.0]
    y.sum().backward(inputs=[x, y], retain_graph=True)
    assert x.grad.tolist() == [40.0, 40.0]
    assert grad(y.sum(), x)[0].tolist() == [2.0, 2.0]  # for which no leaf runs


def test_a_node_remembers_for_the_program():
    y = leaf(1.0) * 2
    assert y.grad_fn.metadata == {}
    y.grad_fn.metadata["seen"] = 1
    assert y.grad_fn.metadata == {"seen": 1} and (y * 2).grad_fn.metadata == {}


def test_hooks_of_tensors_come_before_those_of_nodes():
    """In whatever order they were registered; a node that does not run calls none of its own."""
    x = leaf(3.0)
    y = x * 2
    start = y.grad_fn.next_functions[0][0]
    seen = []

    def told():
        found, seen[:] = "".join(seen), []
        return found

    start.register_hook(lambda *given: seen.append("d"))
    start.register_prehook(lambda grads: seen.append("b"))
    x.register_post_accumulate_grad_hook(lambda x: seen.append("c"))
    x.register_hook(lambda g: seen.append("a"))
    y.grad_fn.register_prehook(lambda grads: seen.append("2"))
    y.register_hook(lambda g: seen.append("1"))
    y.backward(retain_graph=True)
    assert told() == "12abcd"
    grad(y, x, retain_graph=True)
    assert told() == "12a"
    grad(y, y, retain_graph=True)
    assert told() == "1"


def changed_after_saving(m):
    """Gradients of what was changed in place since, of the first and of the second order."""
    x = m.tensor([1.0, 2.0], requires_grad=True)
    with m.autograd.graph.allow_mutation_on_saved_tensors():
        y = x * 2
        out = (y * y).sum() + y.exp().sum() + (x * x * x).sum()
        y.zero_()
        with m.no_grad():
            x.zero_()
        (first,) = m.autograd.grad(out, x, create_graph=True)
        (second,) = m.autograd.grad(first.sum(), x)
    return first.tolist(), second.tolist()


@pytest.mark.torch
def test_saved_tensors_may_be_changed_where_that_is_allowed():
    torch = pytest.importorskip("torch")
    for got, wanted in zip(changed_after_saving(tl), changed_after_saving(torch), strict=True):
        assert got == pytest.approx(wanted)


def test_outside_of_the_context_changes_are_refused_again():
    x = tl.tensor([1.0, 2.0], requires_grad=True)
    with tl.autograd.graph.allow_mutation_on_saved_tensors():
        pass
    y = x.exp()
    y.zero_()
    with raises(RuntimeError, "inplace operation"):
        y.sum().backward()


def test_contexts_that_allow_changes_are_not_nested():
    allow = tl.autograd.graph.allow_mutation_on_saved_tensors
    between = saved_tensors_hooks(lambda x: x, lambda x: x)
    with allow(), between, raises(RuntimeError, "contexts cannot be nested"), allow():
        pass
    with allow(), raises(tl.TraceError, "saved_tensors_hooks"):
        tl.compile(lambda x: x.exp())(tl.ones(2, requires_grad=True))

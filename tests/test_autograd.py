"""The backward walk: accumulation, orders, hooks, modes, deep graphs, threads, memory."""

import gc
import re
import threading
import warnings
import weakref

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.autograd import grad
from tensorlite.op import Op


def leaf(*values):
    return tl.tensor(values, requires_grad=True)


def raises(error, text):
    """`pytest.raises` for a literal piece of the message."""
    return pytest.raises(error, match=re.escape(text))


# ------------------------------------------------------------------ walking


def test_accumulation():
    x = leaf(1.0, 2.0)
    (x * x).sum().backward()
    (x * 3).sum().backward()
    assert x.grad.tolist() == [5.0, 7.0]
    x.grad = None
    (x + x).backward(tl.tensor([1.0, 10.0]))
    assert x.grad.tolist() == [2.0, 20.0]


def test_a_gradient_that_is_passed_on_is_not_overwritten():
    """x received the root's gradient itself, added to it in place, and exp got the sum."""
    x = leaf(1.0)
    v = x.exp()
    (x + (v + x * 3)).backward()
    assert x.grad.item() == pytest.approx(4 + np.e)


def test_given_gradients_stay_the_users():
    x, g = leaf(1.0, 2.0), tl.ones(2)
    x.backward(g)
    x.grad.add_(1)
    (x * 1).backward(g)
    assert g.tolist() == [1.0, 1.0] and x.grad.tolist() == [3.0, 3.0]


def test_gradients_of_two_leaves_do_not_share_memory():
    x, y = leaf(1.0), leaf(1.0)
    (x + y).backward()
    x.grad.add_(5)
    assert y.grad.item() == 1.0


def test_retain_graph():
    x = leaf(2.0)
    y = x * x
    y.backward(retain_graph=True)
    y.backward()
    assert x.grad.item() == 8.0
    with raises(RuntimeError, "Trying to backward through the graph a second time"):
        y.backward()
    z = x + 1  # keeps nothing, so it may be walked again
    z.backward()
    z.backward()


def test_second_backward_names_op_shapes_and_line():
    x = leaf(2.0, 3.0)
    y = x * x  # the forward line
    y.sum().backward()
    with pytest.raises(RuntimeError) as error:
        y.sum().backward()
    text = str(error.value)
    assert text.startswith("mul(float32[2], float32[2]), called at ")
    assert "test_autograd.py" in text and ": y = x * x  # the forward line: Trying" in text


def test_third_order():
    x = tl.tensor(2.0, dtype=tl.float64, requires_grad=True)
    y = x**4
    for expected in (32.0, 48.0, 48.0):
        (y,) = grad(y, x, create_graph=True)
        assert y.item() == pytest.approx(expected, rel=1e-12)
    x = tl.tensor(0.5, dtype=tl.float64, requires_grad=True)
    y = (x.sin() * x.exp()).tanh()
    (y1,) = grad(y, x, create_graph=True)
    (y2,) = grad(y1, x, create_graph=True)
    (y3,) = grad(y2, x)
    assert not y3.requires_grad
    assert [y1.item(), y2.item(), y3.item()] == pytest.approx(tanh_derivatives(0.5), rel=1e-9)


def tanh_derivatives(x):
    """The derivatives of tanh(sin(x) exp(x)) by mpmath."""
    import mpmath

    mpmath.mp.dps = 30
    return [float(mpmath.diff(lambda t: mpmath.tanh(mpmath.sin(t) * mpmath.exp(t)), x, n))
            for n in (1, 2, 3)]  # fmt: skip


def test_create_graph_lets_grad_have_a_history():
    x = leaf(3.0)
    (x * x * x).backward(create_graph=True)
    assert x.grad.requires_grad
    first, x.grad = x.grad, None
    first.backward()
    assert x.grad.item() == pytest.approx(18.0)


# ------------------------------------------------------------------ autograd.grad


def test_grad_leaves_dot_grad_alone():
    x, y = leaf(1.0, 2.0), leaf(3.0, 4.0)
    gx, gy = grad((x * y).sum(), (x, y))
    assert gx.tolist() == [3.0, 4.0] and gy.tolist() == [1.0, 2.0]
    assert x.grad is None and y.grad is None


def test_grad_of_unused_inputs():
    x, y = leaf(1.0), leaf(2.0)
    with raises(RuntimeError, "The differentiated Tensor at index 1 appears to not have been used"):
        grad(x * 2, (x, y))
    assert grad(x * 2, (x, y), allow_unused=True)[1] is None
    zero = grad(x * 2, (x, y), materialize_grads=True)[1]
    assert zero.tolist() == [0.0] and not zero.requires_grad
    (zero,) = grad(x * 2, y, materialize_grads=True, create_graph=True)
    assert grad(zero, y, materialize_grads=True)[0].tolist() == [0.0]
    with raises(ValueError, "grad: expected allow_unused to be True or not passed"):
        grad(x * 2, (x, y), allow_unused=False, materialize_grads=True)


def test_grad_with_respect_to_inner_tensors_and_roots():
    x = leaf(2.0)
    y = x * x
    z = y * 3 + y * x
    gy, gx = grad(z, (y, x), retain_graph=True)
    assert gy.item() == 5.0 and gx.item() == 24.0
    assert grad(z, z)[0].item() == 1.0


def test_grad_computes_only_what_is_asked_for():
    x, y = leaf(1.0), leaf(2.0)
    called = []
    y.register_hook(called.append)
    grad(x * y, x)
    assert not called


def test_several_roots():
    x = leaf(1.0, 2.0)
    tl.autograd.backward([x * 2, (x * x).sum()], [tl.ones(2), None])
    assert x.grad.tolist() == [4.0, 6.0]
    (g,) = grad([x * 2, x * 3], x, [tl.ones(2), tl.tensor([1.0, 0.0])])
    assert g.tolist() == [5.0, 2.0]


def test_batched_grad():
    x = leaf(1.0, 2.0)
    (g,) = grad(x * x, x, tl.eye(2), is_grads_batched=True)
    assert g.tolist() == [[2.0, 0.0], [0.0, 4.0]]


def test_backward_inputs():
    x, y = leaf(1.0), leaf(2.0)
    z = x * y
    (z * z).backward(inputs=[x, z])
    assert x.grad.item() == 8.0 and y.grad is None and z.grad.item() == 4.0
    with raises(RuntimeError, "backward: expected inputs to be non-empty; got none"):
        (x * 1).backward(inputs=[])
    with raises(RuntimeError, "grad: expected inputs to be non-empty; got none"):
        tl.autograd.grad(x * 1, [])


def test_bad_roots_and_gradients():
    x = leaf(1.0, 2.0)
    with raises(RuntimeError, "element 0 of tensors does not require grad and does not have a gra"):
        tl.ones(1).backward()
    with raises(RuntimeError, "grad can be implicitly created only for scalar outputs; got shape"):
        (x * 2).backward()
    with raises(RuntimeError, "grad can be implicitly created only for real scalar outputs; got"):
        (x.sum() * 1j).backward()
    for out, g in ((x * 1j, tl.ones(2)), (x * 2, tl.ones(2) * 1j)):
        with raises(RuntimeError, "output are required to have the same dtype; expected"):
            grad(out, x, g)
    with raises(RuntimeError, "Mismatch in shape: expected a gradient of shape [2]; got [3]"):
        (x * 2).backward(tl.ones(3))
    with raises(TypeError, "gradients can be either Tensors or None"):
        (x * 2).backward([1.0])
    with raises(RuntimeError, "backward: expected 1 gradients; got 2; try one per tensor"):
        tl.autograd.backward(x * 2, [tl.ones(2), tl.ones(2)])
    with raises(RuntimeError, "grad: One of the differentiated Tensors does not require grad"):
        grad((x * 2).sum(), tl.ones(2))
    assert x.grad is None


def test_gradient_of_another_dtype_is_converted():
    x = leaf(1.0, 2.0)
    (x * 2).backward(tl.ones(2, dtype=tl.float64))
    assert x.grad.dtype is tl.float32


def test_promoted_operands_get_gradients_of_their_own_dtype():
    x, y = leaf(1.0), tl.tensor([[2.0], [3.0]], dtype=tl.float64, requires_grad=True)
    (x * y).sum().backward()
    assert (x.grad.dtype, x.grad.tolist()) == (tl.float32, [5.0])
    assert (y.grad.dtype, y.grad.tolist()) == (tl.float64, [[1.0], [1.0]])


# ------------------------------------------------------------------ hooks


def test_leaf_hook_sees_the_whole_gradient_once():
    x = leaf(1.0, 2.0)
    seen = []
    handle = x.register_hook(lambda g: seen.append(g.tolist()))
    (x * 2 + x * 3).sum().backward()
    assert seen == [[5.0, 5.0]] and x.grad.tolist() == [5.0, 5.0]
    handle.remove()
    handle.remove()
    x.sum().backward()
    assert len(seen) == 1


def test_hook_returns_another_gradient():
    x = leaf(1.0, 2.0)
    y = x * 2
    y.register_hook(lambda g: g * 10)
    x.register_hook(lambda g: g + 1)
    y.sum().backward()
    assert x.grad.tolist() == [21.0, 21.0]


def test_hooks_run_in_order_and_may_keep_gradients():
    x = leaf(1.0)
    kept = []
    x.register_hook(lambda g: g * 2)
    x.register_hook(kept.append)
    (x * 3).backward()
    (x * 3).backward()
    assert [g.item() for g in kept] == [6.0, 6.0] and x.grad.item() == 12.0


def test_bad_hooks():
    x = leaf(1.0, 2.0)
    with raises(RuntimeError, "register_hook: expected a tensor that requires grad; got one that"):
        tl.ones(1).register_hook(print)
    with raises(TypeError, "register_hook: expected a callable; got int"):
        x.register_hook(3)
    with x.register_hook(lambda g: 3.0), raises(TypeError, "hook: expected a Tensor or None"):
        (x * 2).sum().backward()
    with x.register_hook(lambda g: g[:1]), raises(RuntimeError, "expected a gradient of shape [2]"):
        (x * 2).sum().backward()
    assert x.grad is None


def test_node_hooks():
    x = leaf(1.0, 2.0)
    y = x * 2
    seen = []
    y.grad_fn.register_prehook(lambda grads: (grads[0] * 3,))
    handle = y.grad_fn.register_hook(lambda gi, go: seen.append((gi[0].tolist(), go[0].tolist())))
    y.sum().backward(retain_graph=True)
    assert seen == [([6.0, 6.0], [3.0, 3.0])] and x.grad.tolist() == [6.0, 6.0]
    handle.remove()
    y.grad_fn.register_hook(lambda gi, go: (gi[0] * 0, *gi[1:]))
    y.sum().backward()
    assert len(seen) == 1 and x.grad.tolist() == [6.0, 6.0]


def test_post_accumulate_hook():
    x, y = leaf(1.0), leaf(1.0)
    seen = []
    handle = x.register_post_accumulate_grad_hook(lambda p: seen.append((p is x, p.grad.item())))
    (x * 2 + x * y).backward()
    assert seen == [(True, 3.0)]
    handle.remove()
    (x * 2).backward()
    assert len(seen) == 1
    with raises(RuntimeError, "register_post_accumulate_grad_hook: expected a leaf that requires"):
        (x * 2).register_post_accumulate_grad_hook(print)
    x.register_post_accumulate_grad_hook(lambda p: p.grad)
    with raises(RuntimeError, "backward: expected post accumulate grad hooks that return None"):
        (x * 2).backward()


def test_optimizer_in_backward():
    """The hook may drop the gradient, as in PyTorch's tutorial of that name."""
    x = leaf(1.0)

    def step(p):
        with tl.no_grad():
            p.sub_(p.grad * 0.5)
        p.grad = None

    x.register_post_accumulate_grad_hook(step)
    (x * 1).backward()
    assert x.grad is None and x.item() == 0.5


def test_retain_grad():
    x = leaf(1.0, 2.0)
    y = x * 2
    y.retain_grad()
    y.retain_grad()
    assert y.retains_grad and not x.retains_grad and not y.is_leaf
    y.register_hook(lambda g: g * 2)
    (y * y).sum().backward(retain_graph=True)
    assert y.grad.tolist() == [8.0, 16.0] and x.grad.tolist() == [16.0, 32.0]
    (y * 1).sum().backward()
    assert y.grad.tolist() == [10.0, 18.0]
    with raises(RuntimeError, "retain_grad: expected a tensor that requires grad; got one that do"):
        tl.ones(1).retain_grad()


def test_retain_grad_follows_a_write():
    x = leaf(1.0)
    y = x * 1
    y.retain_grad()
    y.mul_(3)
    (y * 5).backward()
    assert y.grad.item() == 5.0 and x.grad.item() == 15.0


def test_retain_grad_follows_a_write_through_another_tensor():
    """The gradient of what a base was, or none, was kept where a view of it had been written."""
    base = leaf(1.0, 2.0) * 1
    one, other = base[:1], base[:1]
    for x in (base, one, other):
        x.retain_grad()
    one.mul_(3)
    (base * other).sum().backward()
    assert base.grad.tolist() == [8.0, 3.0] and other.grad.tolist() == [5.0] and one.grad is None
    base = leaf(1.0, 2.0) * 1
    view = base[:1]
    view.retain_grad()
    base.mul_(3)
    (base * view).sum().backward()
    assert view.grad.tolist() == [9.0]


def test_a_graph_can_be_walked_to_its_leaves():
    node = (leaf(1.0) * 2).grad_fn.next_functions[0][0]
    assert node.name() == "AccumulateGrad" and node.next_functions == ()


# ------------------------------------------------------------------ attributes and modes


def test_leaves():
    x = leaf(1.0)
    y = x * 2
    assert x.is_leaf and x.grad_fn is None and not y.is_leaf and y.grad_fn is not None
    assert tl.ones(1).is_leaf and y.detach().is_leaf and not y.detach().requires_grad
    assert y.requires_grad_() is y
    with raises(RuntimeError, "requires_grad_: expected a leaf tensor; got the result of an op"):
        y.requires_grad_(False)
    with raises(
        RuntimeError,
        "requires_grad_: expected a floating point or complex tensor; got tensorlite.in",
    ):
        tl.ones(1, dtype=tl.int64).requires_grad_()
    assert not x.requires_grad_(False).requires_grad


def test_detach_shares_memory():
    x = leaf(1.0, 2.0)
    y = (x * 1).detach()
    z = x.detach()
    z[0] = 9
    assert x.tolist() == [9.0, 2.0] and y.tolist() == [1.0, 2.0]
    w = x * 2
    assert w.detach_() is w and w.is_leaf and not w.requires_grad
    with raises(RuntimeError, "detach_: expected a tensor that is not a view; got a view"):
        (x * 2)[0].detach_()


def test_setting_grad():
    x = leaf(1.0, 2.0)
    x.grad = tl.ones(2)
    x.sum().backward()
    assert x.grad.tolist() == [2.0, 2.0]
    with raises(TypeError, "grad: expected a Tensor or None; got float"):
        x.grad = 1.0
    with raises(RuntimeError, "grad: expected a gradient of float32[2]; got float32[3]"):
        x.grad = tl.ones(3)
    del x.grad
    assert x.grad is None


MODES = [
    (tl.no_grad, False), (tl.enable_grad, True), (tl.inference_mode, False),
    (lambda: tl.set_grad_enabled(False), False), (lambda: tl.set_grad_enabled(True), True),
    (lambda: tl.inference_mode(False), True),
]  # fmt: skip


@pytest.mark.parametrize("switch", [tl.no_grad, tl.enable_grad])
def test_a_switch_that_takes_nothing_refuses_a_value(switch):
    """``with tl.no_grad(x):`` passed as if x mattered."""
    name = switch.__name__
    with pytest.raises(TypeError, match=rf"{name}: expected a function to .*; got Tensor; try "):
        switch(tl.ones(2))
    with pytest.raises(TypeError, match="got bool"):
        switch(False)


@pytest.mark.parametrize(("switch", "records"), MODES)
def test_modes(switch, records):
    x = leaf(1.0)
    for outer in (tl.no_grad, tl.enable_grad):
        with outer():
            before = tl.is_grad_enabled()
            with switch():
                assert tl.is_grad_enabled() is records
                assert (x * 2).requires_grad is records
            assert tl.is_grad_enabled() is before
            with raises(KeyError, "out"), switch():
                raise KeyError("out")
            assert tl.is_grad_enabled() is before

            @switch()
            def decorated(x):
                return x * 2

            assert tl.is_grad_enabled() is before
            assert decorated(x).requires_grad is records
            assert tl.is_grad_enabled() is before


def test_modes_without_parentheses_and_on_generators():
    x = leaf(1.0)

    @tl.no_grad
    def plain():
        return x * 2

    @tl.inference_mode
    def quiet():
        return tl.is_inference_mode_enabled(), x * 2

    @tl.no_grad()
    def generator():
        got = yield tl.is_grad_enabled()
        yield got, tl.is_grad_enabled()
        return 7

    assert not plain().requires_grad
    inside, y = quiet()
    assert inside and not y.requires_grad and not tl.is_inference_mode_enabled()
    values = generator()
    assert next(values) is False and tl.is_grad_enabled()
    assert values.send("a") == ("a", False)
    with pytest.raises(StopIteration):
        next(values)


def test_set_grad_enabled_acts_at_once():
    try:
        tl.set_grad_enabled(False)
        assert not tl.is_grad_enabled()
    finally:
        tl.set_grad_enabled(True)
    with raises(TypeError, "set_grad_enabled: expected a bool; got 3"):
        tl.set_grad_enabled(3)


def test_modes_are_per_thread():
    seen = []
    with tl.no_grad():
        thread = threading.Thread(target=lambda: seen.append(tl.is_grad_enabled()))
        thread.start()
        thread.join()
    assert seen == [True]


# ------------------------------------------------------------------ size, threads, memory


def test_a_hundred_thousand_nodes():
    x = leaf(1.0)
    y = x
    for _ in range(100_000):
        y = y + x
    y.backward()
    assert x.grad.item() == 100_001.0
    (g,) = grad(y, x)
    assert g.item() == 100_001.0
    y = x
    for _ in range(100_000):
        y = y * 1.0
    y.backward()
    del y


def test_threads_share_leaves():
    x = tl.ones(1000, requires_grad=True)

    def work():
        for _ in range(50):
            (x * 2 + x * 1).sum().backward()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert x.grad.tolist() == [600.0] * 1000


@pytest.fixture
def no_collector():
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def test_graphs_die_without_the_collector(no_collector):
    x = leaf(1.0, 2.0)
    y = x.exp()  # saves its result
    z = (y * y).tanh().sum()
    w = (x * 1)[:1].mul_(2)
    watched = [weakref.ref(t) for t in (y, z, w, y.grad_fn, z.grad_fn)]
    z.backward(retain_graph=True)
    grad(z, x, create_graph=True)
    del y, z, w
    assert [ref() for ref in watched] == [None] * 5


def test_functions_die_without_the_collector(no_collector):
    class Exp(tl.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            y = x.exp()
            ctx.save_for_backward(x, y)
            return y

        @staticmethod
        def backward(ctx, g):
            return g * ctx.saved_tensors[1]

    y = Exp.apply(leaf(1.0))
    watched = [weakref.ref(y), weakref.ref(y.grad_fn)]
    del y
    assert [ref() for ref in watched] == [None, None]


def test_training_does_not_grow():
    x = tl.ones(64, requires_grad=True)

    def step():
        x.grad = None
        y = x
        for _ in range(10):
            y = (y * x).tanh()
        y.sum().backward(create_graph=True)
        x.grad = None

    def objects(steps):
        for _ in range(steps):
            step()
        gc.collect()
        return len(gc.get_objects())

    before = objects(10)
    assert objects(40) < before + 40, "an object for each step"  # other threads make a few


def test_a_gradient_penalty_as_programs_write_it():
    """All keywords are given, `only_inputs=True` among them, or all by position."""
    x = tl.tensor([3.0, 4.0], requires_grad=True)
    y = (x * x).sum() / 2
    options = {"create_graph": True, "retain_graph": True, "only_inputs": True}
    (g,) = grad(outputs=y, inputs=x, grad_outputs=tl.ones_like(y), **options)
    ((g.norm(2) - 1) ** 2).backward()
    assert x.grad.tolist() == pytest.approx([4.8, 6.4])
    assert grad(y, [x, tl.ones(1, requires_grad=True)], None, True, False, True, True)[1] is None


# ------------------------------------------------------------------ what PyTorch refuses, or tells


@pytest.mark.parametrize("where", ["leaf", "result", "node", "node before", "leaf node before"])
def test_what_hooks_return_is_checked(where):
    """A leaf of float32 once got a `.grad` of float64."""
    x = leaf(1.0, 2.0)
    y = x * 2

    def tried(value):
        node = y.grad_fn
        handle = {
            "leaf": lambda: x.register_hook(lambda g: value),
            "result": lambda: y.register_hook(lambda g: value),
            "node": lambda: node.register_hook(lambda gi, go: value),
            "node before": lambda: node.register_prehook(lambda go: value),
            "leaf node before": lambda: node.next_functions[0][0].register_prehook(lambda g: value),
        }[where]()
        with handle:
            y.sum().backward(retain_graph=True)

    single = where in ("leaf", "result")
    rest = (None,) if where == "node" else ()
    wrap = (lambda g: g) if single else lambda g: (g, *rest)
    tried(wrap(tl.ones(2)))
    before = x.grad.clone()
    for bad in 3, "text", [tl.ones(2)], (tl.ones(2),) if single else tl.ones(2):
        with pytest.raises(TypeError, match="hook: expected a "):
            tried(bad)
    with raises(RuntimeError, "float32[2] on cpu: a hook has changed the type of value; got"):
        tried(wrap(tl.ones(2, dtype=tl.float64)))
    with raises(RuntimeError, "a hook has changed the size of value"):
        tried(wrap(tl.ones(3)))
    if not single:
        with raises(RuntimeError, "gradients, as many as it got; got 3"):
            tried((tl.ones(2),) * 3)
    assert x.grad.tolist() == before.tolist() and x.grad.dtype is tl.float32


def test_hooks_cannot_make_a_gradient_of_none():
    y = leaf(1.0, 2.0) * 2
    y.grad_fn.register_hook(lambda gi, go: (gi[0], tl.ones(2)))
    with raises(RuntimeError, "hook: expected None, for it can't replace a None gradient"):
        y.sum().backward()


def test_a_prehook_lets_the_gradient_end():
    x = leaf(1.0, 2.0)
    y = x * x
    y.grad_fn.register_prehook(lambda grads: (None,))
    y.sum().backward()
    assert x.grad is None
    with raises(RuntimeError, "Trying to backward through the graph a second time"):
        y.register_hook(lambda g: g)
        y.grad_fn.prehooks.clear()
        y.sum().backward()


def test_the_gradient_of_a_result_is_told_of():
    x = leaf(1.0, 2.0)
    y = x * 2
    with pytest.warns(UserWarning, match=r"The .grad attribute of a Tensor that is not a leaf"):
        assert y.grad is None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert x.grad is tl.ones(2).grad is None
        y.backward(tl.ones(2), inputs=[y])
        assert y.grad.tolist() == [1.0, 1.0]
        z = x * 3
        z.retain_grad()
        assert z.grad is None
        z.sum().backward()
        assert z.grad.tolist() == [1.0, 1.0]


def test_what_was_saved_and_left_its_graph_is_refused():
    """Second derivatives through it were lost without a word."""
    x = leaf(1.0, 2.0)
    y = x * 1
    z = y.sin()
    y.detach_()
    for _ in range(2):
        with raises(RuntimeError, "has been detached in-place, i.e. with .detach_()"):
            z.sum().backward()
        y.requires_grad_()
    y = x * 1
    z = y.exp()
    out = z * 1
    z.detach_()  # a result that is kept is its node's own
    out.sum().backward()
    np.testing.assert_allclose(x.grad.numpy(), np.exp([1.0, 2.0]), rtol=1e-6)


@pytest.mark.parametrize("leave", ["detach_", "requires_grad_"])
def test_views_stay_when_their_base_leaves_its_graph(leave):
    """They said that they require grad, and had no history."""
    x = leaf(1.0, 2.0)
    base = x.clone() if leave == "detach_" else x
    view, other = base[:1], base[1:].reshape(-1)
    getattr(base, leave)(*[False] * (leave == "requires_grad_"))
    assert not base.requires_grad and base.is_leaf
    for each in view, other:
        assert each.requires_grad and each.grad_fn is not None
    x.requires_grad_()
    found = grad(view.sum() + 3 * other.sum(), x, allow_unused=leave == "requires_grad_")
    if leave == "detach_":
        assert found[0].tolist() == [1.0, 3.0]


def test_a_joint_rule_gives_several_gradients_at_once():
    """It names what is kept, is told which results nothing used, and runs once a node."""
    seen = []
    op = Op("both", ("x", "y", "z"), lambda x, y, z, *, scale: (x * y * scale, x + z))

    @op.grad("x", "y", joint=True)
    def both_grads(g, x, y, scale):
        seen.append([each is not None for each in g])
        first = g[0] * scale
        return first * y if g[1] is None else first * y + g[1], first * x

    x, y = (tl.tensor(v, requires_grad=True) for v in ([1.0, 2.0], [3.0, 4.0]))
    out, more = op(x, y, tl.ones(2), scale=2.0)
    assert set(out.grad_fn.saved) == {0, 1}
    out.sum().backward(retain_graph=True)
    assert x.grad.tolist() == [6.0, 8.0] and y.grad.tolist() == [2.0, 4.0]
    (out + more).sum().backward()
    assert x.grad.tolist() == [13.0, 17.0] and y.grad.tolist() == [4.0, 8.0]
    assert seen == [[True, False], [True, True]]


def test_an_op_may_compute_the_gradients_of_a_node_itself():
    """What it answers with NotImplemented is left to its rules."""
    answers = [lambda g: NotImplemented, lambda g: [g * 3]]

    def gradients(node, slots, saved, out):
        return answers.pop(0)(slots[0])

    op = Op("own", ("x",), lambda x: x * 2, gradients=gradients)
    op.grad("x")(lambda g: g * 2)
    x = tl.ones(2, requires_grad=True)
    op(x).sum().backward()
    assert x.grad.tolist() == [2.0, 2.0]
    op(x).sum().backward()
    assert x.grad.tolist() == [5.0, 5.0]

"""Hooks of all Modules: what they see and change, in calls, in registrations and in plans."""

import pytest
from tensorlite.nn.modules import module as everywhere

import tensorlite as tl
from tensorlite import nn


def programs(m):
    """What each of some programs writes down, by its name."""
    hooks = m.nn.modules.module

    class Doubling(m.nn.Module):
        def forward(self, x, by=2):
            if by < 0:
                raise ValueError("negative")
            return x * by

    def kind(module):
        return type(module).__name__

    def forward_pre(log):
        with hooks.register_module_forward_pre_hook(lambda mod, args: log.append(kind(mod))):
            m.nn.Sequential(m.nn.ReLU(), Doubling())(m.ones(2))
        Doubling()(m.ones(2))

    def new_arguments(log):
        with hooks.register_module_forward_pre_hook(lambda mod, args: args[0] + 1):
            log.append(Doubling()(m.ones(2)).tolist())

    def forward(log):
        def hook(mod, args, out):
            log.append((kind(mod), args[0].tolist(), out.tolist()))
            return out + 1

        with hooks.register_module_forward_hook(hook):
            log.append(m.nn.Sequential(m.nn.ReLU(), Doubling())(m.ones(1)).item())

    def keywords(log):
        def hook(mod, args, kwargs, out):
            log.append((kwargs, out if out is None else out.tolist()))

        with hooks.register_module_forward_hook(hook, with_kwargs=True):
            Doubling()(m.ones(1), by=3)

    def always(log):
        def hook(mod, args, out):
            log.append((kind(mod), out if out is None else out.tolist()))

        with hooks.register_module_forward_hook(hook, always_call=True):
            Doubling()(m.ones(1))
            with pytest.raises(ValueError, match="negative"):
                Doubling()(m.ones(1), -1)

    def order(log):
        layer = Doubling()
        layer.register_forward_pre_hook(lambda *seen: log.append("own pre"))
        layer.register_forward_hook(lambda *seen: log.append("own"))
        layer.register_full_backward_pre_hook(lambda *seen: log.append("own backward pre"))
        layer.register_full_backward_hook(lambda *seen: log.append("own backward"))
        handles = [
            hooks.register_module_forward_pre_hook(lambda *seen: log.append("pre")),
            hooks.register_module_forward_hook(lambda *seen: log.append("all")),
            hooks.register_module_full_backward_pre_hook(lambda *seen: log.append("backward pre")),
            hooks.register_module_full_backward_hook(lambda *seen: log.append("backward")),
        ]
        for _ in range(2):
            layer(m.ones(1, requires_grad=True)).sum().backward()
            for handle in handles:
                handle.remove()

    def backward(log):
        def hook(mod, grad_input, grad_output):
            log.append((kind(mod), grad_input[0].tolist(), grad_output[0].tolist()))
            return (grad_input[0] * 10,)

        def pre(mod, grad_output):
            return (grad_output[0] + 1,)

        x = m.tensor([-1.0, 1.0], requires_grad=True)
        with (hooks.register_module_full_backward_hook(hook),
              hooks.register_module_full_backward_pre_hook(pre)):  # fmt: skip
            m.nn.ReLU()(x).sum().backward()
        log.append(x.grad.tolist())

    def parameters(log):
        def hook(mod, name, parameter):
            log.append((kind(mod), name, tuple(parameter.shape)))
            return m.nn.Parameter(m.ones(3)) if name == "extra" else None

        with hooks.register_module_parameter_registration_hook(hook):
            layer = m.nn.Linear(2, 3)
            layer.extra = m.nn.Parameter(m.zeros(1))
            layer.bias = None
            layer.register_parameter("free", None)
        log.append((layer.extra.tolist(), layer.bias, layer.free))

    def buffers(log):
        def hook(mod, name, tensor):
            log.append((kind(mod), name, None if tensor is None else tensor.tolist()))
            return m.zeros(1) if name == "extra" else None

        with hooks.register_module_buffer_registration_hook(hook):
            layer = m.nn.BatchNorm1d(1)
            layer.running_mean = m.ones(1)
            layer.running_mean = None
            layer.extra = m.nn.Buffer(m.ones(2))
            layer.register_buffer("free", None)
        log.append((layer.extra.tolist(), layer.running_mean))

    def children(log):
        def hook(mod, name, child):
            log.append((kind(mod), name, kind(child)))
            return m.nn.Tanh() if kind(child) == "ReLU" else None

        with hooks.register_module_module_registration_hook(hook):
            net = m.nn.Sequential(m.nn.ReLU(), m.nn.Linear(1, 1))
            net.more = m.nn.ReLU()
            net.more = None
            net.add_module("last", m.nn.ReLU())
        log.append([kind(child) for child in net.children()])

    found = (forward_pre, new_arguments, forward, keywords, always, order, backward, parameters,
             buffers, children)  # fmt: skip
    return {program.__name__: program for program in found}


def written(m, name):
    log: list = []
    programs(m)[name](log)
    return log


@pytest.mark.torch
@pytest.mark.parametrize("name", programs(tl))
def test_hooks_see_and_change_what_they_do_in_pytorch(name):
    torch = pytest.importorskip("torch")
    log = written(tl, name)
    assert log == written(torch, name)
    assert log


def test_hooks_run_once_in_gradients_of_gradients():
    """The walk through the gradient came by the inputs again, and called them with old results."""
    x, log = tl.tensor([2.0], requires_grad=True), []
    layer = nn.MSELoss()
    layer.register_full_backward_hook(lambda *seen: log.append(seen[2][0].item()))
    (slope,) = tl.autograd.grad(layer(x, tl.zeros(1)), x, create_graph=True)
    assert log == [1.0]
    assert tl.autograd.grad(slope, x)[0].item() == 2.0
    assert log == [1.0]
    out = layer(x, tl.zeros(1))
    out.backward(retain_graph=True)
    out.backward(tl.tensor(3.0))
    assert log == [1.0, 1.0, 3.0], "each walk of the layer itself calls them"


def test_hooks_that_are_removed_leave_nothing_behind():
    for name in programs(tl):
        written(tl, name)
    assert not [name for name, table in vars(nn.hooks).items() if name[:8] == "_global_" and table]
    assert not nn.hooks.around_calls


def scaled(module, args, out):
    return out * FACTORS["of all"]


FACTORS = {"of all": 3.0}
CHANGES = {
    "forward": lambda: everywhere.register_module_forward_hook(scaled),
    "forward pre": lambda: everywhere.register_module_forward_pre_hook(lambda m, args: args[0] * 2),
    "full backward": lambda: everywhere.register_module_full_backward_hook(
        lambda m, gx, g: (gx[0] * 5,)
    ),
    "full backward pre": lambda: everywhere.register_module_full_backward_pre_hook(
        lambda m, g: (g[0] * 7,)
    ),
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("first", [False, True], ids=["set later", "there before"])
def test_a_plan_is_not_stale(what, first):
    """Hooks of all that come, stay or go are seen by plans of functions that call a Module."""
    net = nn.Sequential(nn.Linear(3, 2), nn.Tanh())

    def step(x):
        x = x.detach().requires_grad_()
        out = net(x)
        return out, *tl.autograd.grad(out.sum(), x)

    compiled, x = tl.compile(step), tl.randn(4, 3)
    handle = CHANGES[what]() if first else None
    for turn in range(4):
        wanted, got = step(x), compiled(x)
        assert all(tl.allclose(a, b, atol=1e-6) for a, b in zip(wanted, got, strict=True))
        if turn == 1:
            if handle is None:
                handle = CHANGES[what]()
            else:
                handle.remove()
    handle.remove()


def test_what_a_hook_of_all_reads_is_watched():
    net = nn.Tanh()
    compiled, x = tl.compile(lambda x: net(x)), tl.randn(3)
    with everywhere.register_module_forward_hook(scaled):
        for factor in (3.0, 5.0, 5.0, 3.0):
            FACTORS["of all"] = factor
            assert tl.allclose(compiled(x), tl.tanh(x) * factor)


def test_a_compiled_module_runs_the_hooks_of_all():
    net = tl.compile(nn.Linear(2, 2, bias=False))
    plain, seen = net(tl.ones(1, 2)), []
    with everywhere.register_module_forward_hook(lambda module, args, out: out + 1):
        assert (net(tl.ones(1, 2)) - plain).tolist() == [[2.0, 2.0]]  # of the outer and the inner
    with everywhere.register_module_forward_pre_hook(lambda module, args: seen.append(module)):
        net(tl.ones(1, 2))
        net(tl.ones(1, 2))
    assert seen == [net, net._orig_mod] * 2
    assert net(tl.ones(1, 2)).tolist() == plain.tolist()


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="expected a callable; got int"):
        everywhere.register_module_forward_hook(3)

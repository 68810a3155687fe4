"""GradScaler beside PyTorch's, and what autocast says."""

import numpy as np
import pytest

import tensorlite as tl


def train(library, spoiled=(), **options):
    """Weights and scales over twelve steps; some gradients are spoiled."""
    w = library.nn.Parameter(library.tensor([1.0, -2.0]))
    opt = library.optim.SGD([w], lr=0.1)
    scaler = library.amp.GradScaler("cpu", growth_interval=3, **options)
    rows = []
    for step in range(12):
        opt.zero_grad()
        scaler.scale((w * w).sum()).backward()
        if step in spoiled:
            w.grad[0] = float("inf")
        if step % 2:
            scaler.unscale_(opt)
            library.nn.utils.clip_grad_norm_([w], 1.0)
        scaler.step(opt)
        scaler.update()
        rows += [*w.detach().tolist(), scaler.get_scale()]
    state = {k: float(v) for k, v in scaler.state_dict().items()}
    return rows, state


@pytest.mark.torch
@pytest.mark.parametrize("options", [{}, {"init_scale": 4.0, "growth_factor": 3.0},
                                     {"enabled": False}])  # fmt: skip
@pytest.mark.parametrize("spoiled", [(), (2, 3, 9)])
def test_as_torch(options, spoiled):
    torch = pytest.importorskip("torch")
    if not options.get("enabled", True):
        spoiled = ()
    ours, theirs = (train(library, spoiled, **options) for library in (tl, torch))
    np.testing.assert_allclose(ours[0], theirs[0], rtol=1e-6)
    assert ours[1] == theirs[1]


def test_saving():
    first, second = tl.amp.GradScaler("cpu", 8.0), tl.GradScaler("cpu")
    second.load_state_dict(first.state_dict())
    assert second.get_scale() == 8.0
    with pytest.raises(RuntimeError, match="source state dict is empty"):
        second.load_state_dict({})


def test_what_comes_in_the_wrong_order():
    w = tl.nn.Parameter(tl.ones(1))
    opt, scaler = tl.optim.SGD([w], lr=0.1), tl.amp.GradScaler("cpu")
    with pytest.raises(AssertionError, match="No inf checks were recorded for this optimizer"):
        scaler.unscale_(opt)
    with pytest.raises(AssertionError, match="prior to update"):
        scaler.update()
    scaler.scale([w.sum()])[0].backward()
    scaler.unscale_(opt)
    with pytest.raises(RuntimeError, match="already been called on this optimizer"):
        scaler.unscale_(opt)
    scaler.step(opt)
    with pytest.raises(RuntimeError, match=r"step\(\) has already been called"):
        scaler.step(opt)
    with pytest.raises(RuntimeError, match="Closure use"):
        scaler.step(opt, closure=lambda: w.sum())
    with pytest.raises(ValueError, match="must be a Tensor or an iterable"):
        scaler.scale(3)


def test_autocast():
    @tl.autocast("cpu", enabled=False)
    def product(x):
        return x @ x

    assert product(tl.ones(2, 2)).dtype == tl.float32
    with tl.amp.autocast(device_type="cpu", dtype=tl.float32):
        assert product(tl.ones(2, 2)).dtype == tl.float32
    with pytest.raises(NotImplementedError, match="autocast: expected dtype=float32"):
        tl.autocast("cpu", dtype="bfloat16")
    assert not tl.amp.is_autocast_available("cpu")
    with pytest.raises(RuntimeError, match="device"):
        tl.autocast("toaster")

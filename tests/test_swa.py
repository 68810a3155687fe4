"""Averages of weights: against PyTorch's, over models with parameters and buffers."""

import copy

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.optim import swa_utils


def model(library):
    library.manual_seed(0)
    made = library.nn.Sequential(library.nn.Linear(3, 4), library.nn.BatchNorm1d(4))
    for number, p in enumerate(made.parameters()):
        values = np.arange(p.numel(), dtype=np.float32).reshape(p.shape) + number
        p.data.copy_(library.tensor(values))
    return made


def functions(library):
    u = library.optim.swa_utils
    return {
        "default": {},
        "ema": {"avg_fn": u.get_ema_avg_fn(0.9)},
        "emas": {"multi_avg_fn": u.get_ema_multi_avg_fn(0.9)},
        "swa": {"avg_fn": u.get_swa_avg_fn()},
        "swas": {"multi_avg_fn": u.get_swa_multi_avg_fn()},
        "own": {"avg_fn": lambda mean, value, count: mean * 0.5 + value * (count + 1)},
    }


def averaged(library, name, use_buffers):
    net = model(library)
    average = library.optim.swa_utils.AveragedModel(
        net, use_buffers=use_buffers, **functions(library)[name]
    )
    for step in range(4):
        for p in net.parameters():
            p.data.mul_(1.5).add_(step)
        net(library.ones(2, 3) * step)
        average.update_parameters(net)
    average.eval()
    state = {key: value.numpy() for key, value in average.state_dict().items()}
    return state, average(library.ones(2, 3)).detach().numpy()


@pytest.mark.torch
@pytest.mark.parametrize(("name", "use_buffers"), [
    (name, both) for name in ("default", "ema", "emas", "swa", "swas", "own")
    for both in (False, True) if (name, both) != ("swas", True)  # theirs raises for integers
])  # fmt: skip
def test_averages_as_torch(name, use_buffers):
    torch = pytest.importorskip("torch")
    (ours, out), (theirs, want) = (averaged(lib, name, use_buffers) for lib in (tl, torch))
    assert list(ours) == list(theirs)
    for key, value in ours.items():
        np.testing.assert_allclose(value, theirs[key], rtol=2e-6, err_msg=key)
    np.testing.assert_allclose(out, want, rtol=1e-5)


@pytest.mark.torch
@pytest.mark.parametrize("options", [
    {}, {"anneal_epochs": 4}, {"anneal_strategy": "linear", "anneal_epochs": 3},
    {"anneal_epochs": 0},
])  # fmt: skip
def test_rates_as_torch(options):
    torch = pytest.importorskip("torch")
    runs = []
    for library in (tl, torch):
        groups = [{"params": [library.zeros(1)]}, {"params": [library.zeros(1)], "lr": 0.2}]
        optimizer = library.optim.SGD(groups, lr=1.0)
        scheduler = library.optim.swa_utils.SWALR(optimizer, swa_lr=[0.1, 0.4], **options)
        rows = []
        for _ in range(8):
            optimizer.step()
            scheduler.step()
            rows += scheduler.get_last_lr()
        runs.append(rows)
    assert runs[0] == pytest.approx(runs[1], rel=1e-12)


def test_statistics_anew():
    net = model(tl)
    batches = [tl.randn(5, 3) for _ in range(3)]
    net.eval()
    swa_utils.update_bn([(batch, 1) for batch in batches], net)
    want = np.mean([net[0](b).mean(0).detach().numpy() for b in batches], 0)
    np.testing.assert_allclose(net[1].running_mean.numpy(), want, rtol=1e-5)
    assert net[1].momentum == 0.1 and not net.training


def test_an_average_is_a_copy():
    net = model(tl)
    average = swa_utils.AveragedModel(net)
    before = copy.deepcopy(average.module.state_dict())
    net[0].weight.data.add_(1)
    for key, value in average.module.state_dict().items():
        assert tl.equal(value, before[key])


@pytest.mark.parametrize(("call", "kind", "text"), [
    (lambda: swa_utils.get_ema_avg_fn(2.0), ValueError, "Invalid decay value 2.0"),
    (lambda: swa_utils.get_ema_multi_avg_fn(-1), ValueError, "Invalid decay value -1"),
    (lambda: swa_utils.AveragedModel(model(tl), avg_fn=max, multi_avg_fn=max), AssertionError,
     "Only one of avg_fn and multi_avg_fn"),
    (lambda: swa_utils.SWALR(tl.optim.SGD([tl.zeros(1)]), 0.1, anneal_strategy="x"), ValueError,
     "'cos' or 'linear'"),
    (lambda: swa_utils.SWALR(tl.optim.SGD([tl.zeros(1)]), 0.1, anneal_epochs=-1), ValueError,
     "equal or greater than 0"),
    (lambda: swa_utils.SWALR(tl.optim.SGD([tl.zeros(1)]), [0.1, 2]), ValueError,
     "Expected 1 values for swa_lr"),
])  # fmt: skip
def test_bad_arguments(call, kind, text):
    with pytest.raises(kind, match=text):
        call()

"""PyTorch's own samples of optimizers (`optim_db`) run against ours of the same names."""

import importlib
import warnings

import numpy as np
import pytest
import test_op_db as db

import tensorlite as tl
from tensorlite import optim

torch = db.torch
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]


def load():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("torch.testing._internal.common_optimizers").optim_db


OPTIMIZERS = {info.name: info for info in load()}
LOOSE = {
    "Muon": (3e-2, 1e-2),  # theirs computes with the two or three digits of bfloat16
    "ASGD": (1e-6, 1e-7),  # theirs keeps its rates in float32
}
IGNORED = "foreach=True"  # every step is one call here, and takes any rate


def sample_options(name):
    info = OPTIMIZERS[name]
    return [sample.kwargs for sample in info.optim_inputs_func(device="cpu", dtype=torch.float64)]


CASES = [
    pytest.param(name, options, id=f"{name}-{number}")
    for name in OPTIMIZERS
    for number, options in enumerate(sample_options(name))
]


def ours(options):
    return {key: db.ours(value) for key, value in options.items()}


def descend(library, name, options, weights):
    """Twelve steps on a small regression; the weights after each."""
    params = [library.nn.Parameter(library.tensor(w)) for w in weights]
    optimizer = getattr(library.optim, name)(params, **options)
    inputs, rows = library.tensor(np.linspace(-1, 1, 12).reshape(4, 3)), []

    def closure():
        optimizer.zero_grad()
        out = inputs
        for param in params:
            out = out @ param if param.ndim == 2 else out + param
        loss = (out - 1).square().mean()
        loss.backward()
        return loss

    for _ in range(12):
        optimizer.step(closure)
        rows += [param.detach().numpy().copy() for param in params]
    return rows


@pytest.mark.parametrize(("name", "options"), CASES)
def test_steps(name, options):
    random = np.random.default_rng(0)
    shapes = [(3, 4), (4, 2)] if name == "Muon" else [(3, 4), (4,), (4, 2), (2,)]
    weights = [random.standard_normal(shape) for shape in shapes]
    if name == "SparseAdam":
        with pytest.raises(RuntimeError, match="expected sparse gradients, which tensorlite"):
            descend(tl, name, ours(options), weights)
        return
    theirs = descend(torch, name, options, weights)
    rtol, atol = LOOSE.get(name, (1e-7, 1e-9))
    for got, want in zip(descend(tl, name, ours(options), weights), theirs, strict=True):
        np.testing.assert_allclose(got, want, rtol, atol)


def translated(x, known):
    """Their parameters as ours, with their gradients."""
    if id(x) in known:
        return known[id(x)]
    if isinstance(x, torch.Tensor):
        if x.layout is not torch.strided:
            pytest.skip("no such tensors here")
        made = tl.nn.Parameter(tl.tensor(x.detach().numpy()))
        if x.grad is not None:
            made.grad = tl.tensor(x.grad.numpy())
        return known.setdefault(id(x), made)
    if isinstance(x, dict):
        return {key: translated(value, known) for key, value in x.items()}
    if isinstance(x, list | tuple):
        return type(x)(translated(item, known) for item in x)
    return x


ERRORS = [
    pytest.param(name, number, id=f"{name}-{number}")
    for name, info in OPTIMIZERS.items()
    for number in range(len(info.optim_error_inputs_func(device="cpu", dtype=torch.float64)))
]


@pytest.mark.parametrize(("name", "number"), ERRORS)
def test_errors(name, number):
    info = OPTIMIZERS[name]
    bad = info.optim_error_inputs_func(device="cpu", dtype=torch.float64)[number]
    given = bad.optimizer_error_input
    if IGNORED in bad.error_regex:
        getattr(optim, name)([tl.nn.Parameter(tl.ones(2, 3))], **ours(given.kwargs)).step()
        return
    params = [torch.nn.Parameter(torch.randn(2, 3))] if given.params is None else given.params
    if bad.error_type is UserWarning:
        with pytest.warns(UserWarning, match=bad.error_regex):
            getattr(optim, name)(translated(params, {}), **ours(given.kwargs))
        return
    with pytest.raises(bad.error_type, match=bad.error_regex):
        getattr(optim, name)(translated(params, {}), **ours(given.kwargs)).step()

"""PyTorch's own samples of modules (`module_db`) run against our modules of the same names.

What they print, the names of their state, results and gradients with the same parameters.
"""

import copy
import importlib
import warnings

import numpy as np
import pytest
import test_op_db as db

import tensorlite as tl
from tensorlite import nn

torch = db.torch
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]
SAMPLES = 12  # per module and mode


def load():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("torch.testing._internal.common_modules").module_db


MODULES = {info.name.removeprefix("nn."): info for info in load()}
PRESENT = [name for name in MODULES if hasattr(nn, name)]
# Compared by shapes alone: they draw random numbers.
RANDOM = {"RReLU", "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout",
          "FeatureAlphaDropout", "FractionalMaxPool2d", "FractionalMaxPool3d"}  # fmt: skip
# Present, but their samples are not all answered, with the reason.
NOT_YET: dict = {}
ACCEPTED = {
    "CrossEntropyLoss": "integer probabilities",
    "HuberLoss": "a complex delta, until it is used",
}


def inputs_of(name, training):
    torch.manual_seed(0)
    info = MODULES[name]
    made = info.module_inputs_func(info, device="cpu", dtype=torch.float64, requires_grad=True,
                                   training=training)  # fmt: skip
    return [sample for sample in made if sample.forward_input is not None][:SAMPLES]


def named_alike(x):
    """Our function, or our module made with the arguments of a sample, for one of theirs."""
    if isinstance(x, torch.nn.TransformerEncoderLayer):
        attention, first = x.self_attn, x.linear1
        return nn.TransformerEncoderLayer(
            attention.embed_dim, attention.num_heads, first.out_features, x.dropout.p,
            activation=named_alike(x.activation), norm_first=x.norm_first,
            batch_first=attention.batch_first, bias=first.bias is not None,
        )  # fmt: skip
    if callable(x) and getattr(x, "__module__", "").startswith("torch"):
        return getattr(nn.functional, x.__name__)
    return x


def pair(name, sample):
    """Their module and ours, with their parameters."""
    given = sample.constructor_input
    theirs = MODULES[name].module_cls(*given.args, **given.kwargs).double()
    args = [named_alike(x) for x in db.ours(tuple(given.args))]
    kwargs = {key: named_alike(x) for key, x in db.ours(given.kwargs).items()}
    mine = getattr(nn, name)(*args, **kwargs).double()
    return theirs, mine


def copied(theirs, mine):
    state = theirs.state_dict()
    assert list(mine.state_dict()) == list(state)
    mine.load_state_dict({key: tl.tensor(value.numpy()) for key, value in state.items()})


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("name", PRESENT)
def test_module(name, training):
    with db.expecting(name, NOT_YET):
        for number, sample in enumerate(inputs_of(name, training)):
            with db.noted(f"sample {number}", _Shown(sample)):
                agree(name, sample, training)


class _Shown:
    def __init__(self, sample):
        self.sample = sample

    def summary(self):
        given = self.sample.constructor_input
        return f"{given.args} {given.kwargs} on {db.flat(self.sample.forward_input.args)}"


def agree(name, sample, training):
    theirs, mine = (module.train(training) for module in pair(name, sample))
    assert repr(mine) == repr(theirs).replace("NonDynamicallyQuantizableLinear", "Linear")
    given = sample.forward_input
    lazy = name.startswith("Lazy")
    if lazy:  # a first call makes the parameters
        for module, arguments in ((theirs, given.args), (mine, db.ours(tuple(given.args)))):
            module(*copy.deepcopy(arguments))
    copied(theirs, mine)
    leaves = []
    want = theirs(*given.args, **given.kwargs)
    got = mine(*db.ours(tuple(given.args), leaves), **db.ours(given.kwargs, leaves))
    db.compare(got, want, name not in RANDOM)
    copied_after = {key: value.numpy() for key, value in theirs.state_dict().items()}
    for key, value in mine.state_dict().items():
        np.testing.assert_allclose(value.numpy(), copied_after[key], 1e-6, 1e-6, err_msg=key)
    if name not in RANDOM:
        gradients(got, want, leaves, theirs, mine)


def gradients(got, want, leaves, theirs, mine):
    pairs = zip(db.flat(got), db.flat(want), strict=True)
    pairs = [(g, w) for g, w in pairs if isinstance(w, torch.Tensor) and w.requires_grad]
    leaves = [*leaves, *zip(theirs.parameters(), mine.parameters(), strict=True)]
    if not pairs or not leaves:
        return
    torch.manual_seed(1)
    seeds = [torch.randn_like(w) for _, w in pairs]
    wants = torch.autograd.grad([w for _, w in pairs], [x for x, _ in leaves], seeds,
                                allow_unused=True)  # fmt: skip
    found = tl.autograd.grad([g for g, _ in pairs], [x for _, x in leaves],
                             [tl.tensor(s.numpy()) for s in seeds], allow_unused=True)  # fmt: skip
    for g, w in zip(found, wants, strict=True):
        if w is None or g is None:
            assert w is None or not w.any()
            assert g is None or not g.numpy().any()
        else:
            db.compare(g, w)


@pytest.mark.parametrize(
    "name", [n for n in PRESENT if MODULES[n].module_error_inputs_func is not None]
)
@pytest.mark.parametrize("training", [True, False])
def test_wrong_inputs_raise(name, training):
    info = MODULES[name]
    made = info.module_error_inputs_func(info, device="cpu", dtype=torch.float64,
                                         requires_grad=False, training=training)  # fmt: skip
    with db.expecting(name, ACCEPTED):
        for bad in made:
            with pytest.raises(db.ERRORS):
                constructed_and_called(name, bad.module_error_input)


def constructed_and_called(name, sample):
    given, call = sample.constructor_input, sample.forward_input
    module = getattr(nn, name)(*db.ours(tuple(given.args)), **db.ours(given.kwargs))
    if call is not None:
        module(*db.ours(tuple(call.args)), **db.ours(call.kwargs))

"""Recurrent layers: against torch over the options, against NumPy step by step, and misuse."""

import copy

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.ops import recurrent as kernels

random = np.random.default_rng(0)
KINDS = ("RNN", "LSTM", "GRU")
OPTIONS = {
    "plain": {},
    "relu": {"nonlinearity": "relu"},
    "deep": {"num_layers": 3},
    "no bias": {"bias": False},
    "batch first": {"batch_first": True},
    "both ways": {"bidirectional": True},
    "all": {"num_layers": 2, "batch_first": True, "bidirectional": True, "dropout": 0.0},
    "projected": {"proj_size": 2},
    "projected both ways": {"proj_size": 2, "num_layers": 2, "bidirectional": True, "bias": False},
}
CASES = [
    (kind, name)
    for kind in KINDS
    for name, options in OPTIONS.items()
    if ("nonlinearity" not in options or kind == "RNN")
    and ("proj_size" not in options or kind == "LSTM")
]


def pair(torch, name, *args, **options):
    """The layer of both packages with the same parameters."""
    theirs = getattr(torch.nn, name)(*args, **options)
    ours = getattr(nn, name)(*args, **options)
    state = theirs.state_dict()
    assert list(ours.state_dict()) == list(state)
    ours.load_state_dict({key: tl.tensor(value.numpy()) for key, value in state.items()})
    assert repr(ours) == repr(theirs)
    return ours, theirs


def run(package, layer, x, states):
    """Outputs, final states, and the gradients of input, initial states and parameters."""
    x = package.tensor(x, requires_grad=True)
    states = [package.tensor(h, requires_grad=True) for h in states]
    hx = None if not states else states[0] if len(states) == 1 else tuple(states)
    out, last = layer(x, hx)
    last = last if isinstance(last, tuple) else (last,)
    results = [out, *last]
    loss = sum((r * package.tensor(weights_like(r))).sum() for r in results)
    loss.backward()
    grads = [x.grad, *(h.grad for h in states), *(p.grad for p in layer.parameters())]
    return [r.detach().numpy() for r in (*results, *grads)]


def weights_like(x):
    shape = tuple(x.shape)
    values = np.cos(np.arange(int(np.prod(shape)))).reshape(shape)
    return values.astype("float64" if "64" in str(x.dtype) else "float32")


def initial_states(kind, batch, options):
    count = options.get("num_layers", 1) * (2 if options.get("bidirectional") else 1)
    sizes = (options.get("proj_size") or 4, 4) if kind == "LSTM" else (4,)
    lead = (count, batch) if batch is not None else (count,)
    return [random.normal(size=(*lead, size)).astype(np.float32) for size in sizes]


def compare(got, wanted):
    for a, b in zip(got, wanted, strict=True):
        assert a.shape == b.shape
        assert a.dtype == b.dtype
        np.testing.assert_allclose(a, b, rtol=2e-4, atol=2e-5)


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore:.*oneDNN")
@pytest.mark.parametrize("given", [False, True], ids=["zeros", "states"])
@pytest.mark.parametrize(("kind", "name"), CASES, ids=lambda value: value)
def test_layers_as_torch(kind, name, given):
    torch = pytest.importorskip("torch")
    options = OPTIONS[name]
    ours, theirs = pair(torch, kind, 3, 4, **options)
    for batch, time in ((5, 6), (1, 1), (0, 2), (None, 3)):
        shape = (time, batch, 3) if batch is not None else (time, 3)
        if batch is not None and options.get("batch_first"):
            shape = (batch, time, 3)
        x = random.normal(size=shape).astype(np.float32)
        states = initial_states(kind, batch, options) if given else []
        for layer in (ours, theirs):
            layer.zero_grad()
        compare(run(tl, ours, x, states), run(torch, theirs, x, states))


@pytest.mark.torch
@pytest.mark.parametrize("kind", KINDS)
def test_float64_and_other_strides_as_torch(kind):
    torch = pytest.importorskip("torch")
    ours, theirs = pair(torch, kind, 3, 4, dtype=None)
    ours.double(), theirs.double()
    x = random.normal(size=(2, 5, 9)).transpose(1, 0, 2)[:, :, ::3]
    got = [y.detach().numpy() for y in (ours(tl.tensor(x))[0], ours(tl.from_numpy(x))[0])]
    wanted = theirs(torch.tensor(x))[0].detach().numpy()
    view = tl.tensor(np.ascontiguousarray(x.transpose(2, 1, 0))).permute(2, 1, 0)
    assert not view.is_contiguous()
    for each in (*got, ours(view)[0].detach().numpy()):
        np.testing.assert_allclose(each, wanted, rtol=1e-12)


CELLS = [("RNNCell", {}), ("RNNCell", {"nonlinearity": "relu"}), ("RNNCell", {"bias": False}),
         ("LSTMCell", {}), ("LSTMCell", {"bias": False}),
         ("GRUCell", {}), ("GRUCell", {"bias": False})]  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize(("kind", "options"), CELLS, ids=str)
def test_cells_as_torch(kind, options):
    torch = pytest.importorskip("torch")
    ours, theirs = pair(torch, kind, 3, 4, **options)
    count = 2 if kind == "LSTMCell" else 1
    for lead in ((5,), (1,), (0,), ()):
        x = random.normal(size=(*lead, 3)).astype(np.float32)
        states = [random.normal(size=(*lead, 4)).astype(np.float32) for _ in range(count)]
        for given in (states, []):
            compare(*(step(p, c, x, given) for p, c in ((tl, ours), (torch, theirs))))


def step(package, cell, x, states):
    """The next states of a cell, and all gradients."""
    cell.zero_grad()
    x = package.tensor(x, requires_grad=True)
    states = [package.tensor(h, requires_grad=True) for h in states]
    hx = None if not states else states[0] if len(states) == 1 else tuple(states)
    out = cell(x, hx)
    out = out if isinstance(out, tuple) else (out,)
    sum((r * package.tensor(weights_like(r))).sum() for r in out).backward()
    grads = [x.grad, *(h.grad for h in states), *(p.grad for p in cell.parameters())]
    return [r.detach().numpy() for r in (*out, *grads)]


# ------------------------------------------------------------------ without torch


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm_reference(x, h, c, w_ih, w_hh, b_ih, b_hh):
    """The equations of the docstring, one step after another."""
    outputs = []
    for each in x:
        i, f, g, o = np.split(each @ w_ih.T + b_ih + h @ w_hh.T + b_hh, 4, axis=1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs), h, c


def gru_reference(x, h, w_ih, w_hh, b_ih, b_hh):
    """The equations of the docstring, one step after another."""
    outputs = []
    for each in x:
        xr, xz, xn = np.split(each @ w_ih.T + b_ih, 3, axis=1)
        hr, hz, hn = np.split(h @ w_hh.T + b_hh, 3, axis=1)
        z = sigmoid(xz + hz)
        h = (1 - z) * np.tanh(xn + sigmoid(xr + hr) * hn) + z * h
        outputs.append(h)
    return np.stack(outputs), h


@pytest.mark.parametrize(("kind", "reference"), [("LSTM", lstm_reference), ("GRU", gru_reference)])
def test_layers_by_formula(kind, reference):
    layer = getattr(nn, kind)(3, 4, dtype=tl.float64)
    x, *states = (random.normal(size=s) for s in ((5, 2, 3), *[(2, 4)] * (1 + (kind == "LSTM"))))
    hx = [tl.tensor(h[None]) for h in states]
    out, last = layer(tl.tensor(x), tuple(hx) if len(hx) > 1 else hx[0])
    weights = [p.detach().numpy() for p in layer.parameters()]
    wanted = reference(x, *states, *weights)
    last = last if isinstance(last, tuple) else (last,)
    np.testing.assert_allclose(out.detach().numpy(), wanted[0], rtol=1e-12)
    for got, each in zip(last, wanted[1:], strict=True):
        np.testing.assert_allclose(got.detach().numpy()[0], each, rtol=1e-12)
    cell = getattr(nn, f"{kind}Cell")(3, 4, dtype=tl.float64)
    cell.load_state_dict(dict(zip(cell.state_dict(), layer.parameters(), strict=True)))
    hx = [tl.tensor(h) for h in states]
    for each in tl.tensor(x):
        new = cell(each, tuple(hx) if len(hx) > 1 else hx[0])
        hx = new if isinstance(new, tuple) else (new,)
    np.testing.assert_allclose(hx[0].detach().numpy(), wanted[1], rtol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_second_order_gradients(kind):
    layer = getattr(nn, kind)(2, 2, bidirectional=True, dtype=tl.float64)
    names = [name for name, _ in layer.named_parameters()]
    values = [p.detach().clone().requires_grad_() for p in layer.parameters()]
    x = tl.tensor(random.normal(size=(2, 1, 2)), requires_grad=True)
    bare = copy.deepcopy(layer)
    for name in names:
        delattr(bare, name)

    def function(x, *values):
        for name, value in zip(names, values, strict=True):
            bare.__dict__[name] = value
        return bare(x)[0]

    assert tl.autograd.gradcheck(function, (x, *values))
    assert tl.autograd.gradgradcheck(function, (x, *values))


@pytest.mark.parametrize("reverse", [False, True], ids=["forward", "reverse"])
@pytest.mark.parametrize("time", [0, 1])
@pytest.mark.parametrize("mode", kernels.GATES)
def test_a_sequence_as_one_op_is_its_steps(mode, time, reverse):
    """Outputs, states and gradients, whichever of the results are used."""
    gates = kernels.GATES[mode] * 3
    sizes = [(4, 4, gates), (gates, 3), (gates,)] + [(4, 3)] * (1 + (mode == "LSTM"))
    values = [random.normal(size=s) for s in sizes]

    def run(function, used):
        x, w, b, *state = (tl.tensor(v, requires_grad=True) for v in values)
        b = b if mode == "GRU" else None
        out, last = function(mode, x, tuple(state), w, b, time, reverse)
        results = (out, *last)
        sum((results[i] ** 3).sum() for i in used).backward()
        leaves = [t for t in (x, w, b, *state) if t is not None]
        return [t.detach().numpy() for t in (*results, *(leaf.grad for leaf in leaves))]

    def composed(mode, x, state, w, b, time, reverse):
        return kernels.composed_recurrence(mode, x, state, (w, b, None), time, reverse)

    for used in ((0,), (1,), (0, 1), (0, -1), (-1,)):
        for got, wanted in zip(run(kernels.fused, used), run(composed, used), strict=True):
            np.testing.assert_allclose(got, wanted, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_outputs_changed_in_place(kind):
    layer, x = getattr(nn, kind)(3, 4), tl.randn(5, 2, 3)
    layer(x)[1][0].mul_(2)
    out = layer(x)[0]
    (out * 2).sum().backward()
    out = layer(x)[0]
    changed = out.relu_() if hasattr(out, "relu_") else out.mul_(2)
    with pytest.raises(RuntimeError, match="modified by an inplace operation; expected version"):
        changed.sum().backward()


@pytest.mark.parametrize("kind", KINDS)
def test_backward_twice_and_the_memory_it_frees(kind):
    layer, x = getattr(nn, kind)(3, 4), tl.randn(5, 2, 3)
    out = layer(x)[0].sum()
    out.backward(retain_graph=True)
    first = layer.weight_hh_l0.grad.clone()
    out.backward()
    np.testing.assert_allclose(layer.weight_hh_l0.grad.numpy(), 2 * first.numpy(), rtol=1e-5)
    with pytest.raises(RuntimeError, match="Trying to backward through the graph a second time"):
        out.backward()


@pytest.mark.parametrize("kind", KINDS)
def test_an_input_that_depends_on_a_state(kind):
    """Each input's gradient stops at that input, though one leads to the other."""
    h = tl.tensor(random.normal(size=(2, 2)), requires_grad=True)
    w = tl.tensor(random.normal(size=(2 * kernels.GATES.get(kind, 1), 2)), requires_grad=True)
    mode = kind if kind in kernels.GATES else "RNN_TANH"

    def function(h, w):
        x = (h @ w.T).unsqueeze(0)
        state = (h, h * h) if kind == "LSTM" else (h,)
        return kernels.fused(mode, x, state, w, None, 0, False)[0]

    assert tl.autograd.gradcheck(function, (h, w))
    assert tl.autograd.gradgradcheck(function, (h, w))


def test_views_of_parts():
    x = tl.tensor(random.normal(size=(2, 6)), requires_grad=True)
    a, b = kernels.pieces(x, 1, (2, 4))
    assert a.data_ptr() == x.data_ptr() and b.data_ptr() == x.data_ptr() + 16
    assert tl.autograd.gradgradcheck(lambda x: kernels.pieces(x, 1, (2, 4))[1] ** 3, (x,))
    assert tl.autograd.gradgradcheck(lambda x: kernels.unbind(x, 1)[4] ** 3, (x,))
    assert tl.autograd.gradcheck(lambda x: kernels.unbind(x[:1], 0)[0] ** 2, (x,))


@pytest.mark.torch
@pytest.mark.parametrize(("kind", "name"), CASES)
def test_names_of_weights(kind, name):
    torch = pytest.importorskip("torch")
    ours, theirs = pair(torch, kind, 3, 4, **OPTIONS[name])
    assert ours._flat_weights_names == theirs._flat_weights_names
    assert ours._all_weights == theirs._all_weights
    assert all(x is y for x, y in zip(ours._flat_weights, ours.parameters(), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_first_values_and_copies(kind):
    layer = getattr(nn, kind)(8, 16, num_layers=2)
    values = np.concatenate([p.detach().numpy().ravel() for p in layer.parameters()])
    assert np.abs(values).max() <= 0.25
    assert values.std() == pytest.approx(0.25 / 3**0.5, rel=0.05)
    assert layer.flatten_parameters() is None
    assert len(layer.all_weights) == 2 and len(layer.all_weights[0]) == 4
    twin, x = copy.deepcopy(layer), tl.randn(3, 2, 8)
    before = layer(x)[0].tolist()
    with tl.no_grad():
        twin.weight_ih_l0.zero_()
    assert layer(x)[0].tolist() == before
    assert twin(x)[0].tolist() != before


def test_dropout_between_layers_while_training():
    layer = nn.GRU(3, 4, num_layers=2, dropout=0.5)
    x = tl.randn(5, 2, 3)
    assert layer(x)[0].tolist() != layer(x)[0].tolist()
    layer.eval()
    assert layer(x)[0].tolist() == layer(x)[0].tolist()
    blind = nn.GRU(3, 4, num_layers=2, dropout=1.0)
    blind(x)[0].sum().backward()
    assert blind.weight_ih_l0.grad.abs().sum().item() == 0.0


def test_dropout_of_one_layer_warns():
    with pytest.warns(UserWarning, match="adds dropout after all but last recurrent layer") as seen:
        nn.LSTM(3, 4, dropout=0.1)
    assert seen[0].filename == __file__


def test_a_sequence_model_learns():
    """Whether the first element was positive, remembered over ten steps."""
    tl.manual_seed(0)
    x = tl.randn(10, 64, 1)
    target = (x[0, :, 0] > 0).long()
    rnn, head = nn.LSTM(1, 8), nn.Linear(8, 2)
    optimizer = tl.optim.Adam([*rnn.parameters(), *head.parameters()], lr=0.05)
    for _ in range(60):
        loss = nn.functional.cross_entropy(head(rnn(x)[0][-1]), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert loss.item() < 0.1


BAD_OPTIONS = [
    ({"dropout": 1.5}, ValueError, r"RNN: dropout should be a number in range \[0, 1\]"),
    ({"dropout": True}, ValueError, "RNN: dropout should be a number"),
    ({"bias": 1}, TypeError, "RNN: expected bias to be of type bool; got int"),
    ({"batch_first": None}, TypeError, "RNN: expected batch_first to be of type bool"),
    ({"num_layers": 0}, ValueError, "RNN: num_layers must be greater than zero; got 0"),
    ({"nonlinearity": "sin"}, ValueError, "RNN: Unknown nonlinearity 'sin'"),
    ({"proj_size": 2}, ValueError, "RNN: proj_size argument is only supported for LSTM"),
]


@pytest.mark.parametrize(("options", "error", "text"), BAD_OPTIONS, ids=str)
def test_bad_options(options, error, text):
    with pytest.raises(error, match=text):
        nn.RNN(3, 4, **options)


def test_bad_sizes():
    with pytest.raises(TypeError, match="GRU: expected input_size to be of type int; got float"):
        nn.GRU(3.0, 4)
    with pytest.raises(ValueError, match="GRU: hidden_size must be greater than zero; got 0"):
        nn.GRU(3, 0)
    with pytest.raises(ValueError, match="GRU: proj_size argument is only supported for LSTM"):
        nn.GRU(3, 4, proj_size=2)
    with pytest.raises(ValueError, match=r"LSTM: expected proj_size .* smaller than hidden_size"):
        nn.LSTM(3, 4, proj_size=4)


BAD_INPUTS = [
    (lambda: tl.zeros(2, 3, 4, 3), None, ValueError, "Expected input to be 2D or 3D; got 4D"),
    (lambda: tl.zeros(3), None, ValueError, "Expected input to be 2D or 3D; got 1D"),
    (lambda: [1.0], None, TypeError, "expected input to be a Tensor; got list; .*pack_sequence"),
    (lambda: tl.zeros(5, 2, 4), None, RuntimeError, "must be equal to input_size; expected 3"),
    (lambda: tl.zeros(5, 2, 3).double(), None, ValueError, "does not match weight dtype"),
    (lambda: tl.zeros(0, 2, 3), None, RuntimeError, "sequence length to be larger than 0"),
    (lambda: tl.zeros(5, 2, 3), (1, 3, 4), RuntimeError, r"Expected hidden.* size \(1, 2, 4\)"),
    (lambda: tl.zeros(5, 2, 3), (2, 4), RuntimeError, "For batched 3-D input, hx should also be"),
    (lambda: tl.zeros(5, 3), (1, 1, 4), RuntimeError, "For unbatched 2-D input, hx should also"),
]


@pytest.mark.parametrize(("x", "state", "error", "text"), BAD_INPUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_bad_input(kind, x, state, error, text):
    layer = getattr(nn, kind)(3, 4)
    hx = None if state is None else tl.zeros(*state)
    if hx is not None and kind == "LSTM":
        hx = (hx, hx)
    with pytest.raises(error, match=f"{kind}: .*{text}"):
        layer(x(), hx)


def test_bad_states():
    x, h = tl.zeros(5, 2, 3), tl.zeros(1, 2, 4)
    with pytest.raises(TypeError, match=r"LSTM: expected hx of 2 Tensor\(s\); got"):
        nn.LSTM(3, 4)(x, (h,))
    with pytest.raises(TypeError, match=r"GRU: expected hx of 1 Tensor\(s\); got \(tuple\)"):
        nn.GRU(3, 4)(x, (h, h))
    with pytest.raises(RuntimeError, match="RNN: expected an initial state of the input's dtype"):
        nn.RNN(3, 4)(x, h.double())
    with pytest.raises(RuntimeError, match=r"LSTM: Expected hidden\[1\] size \(1, 2, 4\)"):
        nn.LSTM(3, 4, proj_size=2)(x, (h[..., :2], h[..., :2]))


def test_parameters_that_do_not_fit_are_refused_before_a_kernel_reads_them():
    layer = nn.LSTM(3, 4)
    layer.weight_hh_l0 = nn.Parameter(tl.zeros(16, 2))
    with pytest.raises(RuntimeError, match=r"LSTM: expected weight_hh of shape \[16, 4\]"):
        layer(tl.zeros(5, 2, 3))
    cell = nn.GRUCell(3, 4)
    cell.bias_hh = nn.Parameter(tl.zeros(12, dtype=tl.float64))
    with pytest.raises(RuntimeError, match=r"GRUCell: expected bias_hh of shape \[12\] and"):
        cell(tl.zeros(2, 3))


def test_bad_calls_of_cells():
    cell, x, h = nn.LSTMCell(3, 4), tl.zeros(2, 3), tl.zeros(2, 4)
    with pytest.raises(ValueError, match="LSTMCell: Expected input to be 1D or 2D; got 3D"):
        cell(tl.zeros(1, 2, 3))
    with pytest.raises(RuntimeError, match="LSTMCell: input has inconsistent input_size"):
        cell(tl.zeros(2, 4))
    with pytest.raises(RuntimeError, match="LSTMCell: hidden1 has inconsistent hidden_size"):
        cell(x, (h, tl.zeros(2, 3)))
    with pytest.raises(ValueError, match=r"LSTMCell: Expected hx\[0\] to be 1D or 2D; got 3D"):
        cell(x, (h[None], h))
    with pytest.raises(ValueError, match="LSTMCell: expected hx of 2 Tensors; got 1"):
        cell(x, (h,))
    with pytest.raises(TypeError, match="LSTMCell: expected input to be a Tensor; got list"):
        cell([0.0])
    with pytest.raises(RuntimeError, match="RNNCell: Unknown nonlinearity: sin"):
        nn.RNNCell(3, 4, nonlinearity="sin")(x)

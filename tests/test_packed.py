"""Sequences of unequal lengths: packing and padding, and recurrent layers over both."""

import numpy as np
import pytest
from test_recurrent import pair

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn.utils import rnn

random = np.random.default_rng(0)
LENGTHS = [[5, 3, 3, 1], [2, 5, 1, 4], [3], [4, 4]]


def same(got, want):
    assert (got is None) == (want is None)
    if got is not None:
        np.testing.assert_array_equal(got.detach().numpy(), want.detach().numpy())


@pytest.mark.torch
@pytest.mark.parametrize("lengths", LENGTHS)
@pytest.mark.parametrize("batch_first", [False, True])
def test_packing_as_torch(lengths, batch_first):
    torch = pytest.importorskip("torch")
    data = random.standard_normal((len(lengths), max(lengths), 2))
    data = data if batch_first else data.swapaxes(0, 1)
    found = []
    for library in (tl, torch):
        utils = library.nn.utils.rnn
        x = library.tensor(data, requires_grad=True)
        packed = utils.pack_padded_sequence(x, lengths, batch_first, enforce_sorted=False)
        padded, sizes = utils.pad_packed_sequence(packed, batch_first, -1.0, 6)
        (padded * library.arange(padded.numel()).reshape(padded.shape)).sum().backward()
        found.append([*packed, padded, sizes, x.grad, *utils.unpack_sequence(packed)])
    for got, want in zip(*found, strict=True):
        same(got, want)


def test_sorted_sequences_stay_in_order():
    packed = rnn.pack_sequence([tl.tensor([1, 2, 3]), tl.tensor([4, 5])])
    assert packed.data.tolist() == [1, 4, 2, 5, 3] and packed.batch_sizes.tolist() == [2, 2, 1]
    assert packed.sorted_indices is None and packed.unsorted_indices is None
    assert [x.tolist() for x in rnn.unpack_sequence(packed)] == [[1, 2, 3], [4, 5]]
    assert packed.to(tl.float64).data.dtype == packed.double().data.dtype == tl.float64


def test_padding_on_either_side():
    rows = [tl.tensor([1]), tl.tensor([2, 3])]
    assert rnn.pad_sequence(rows).tolist() == [[1, 2], [0, 3]]
    left = rnn.pad_sequence(rows, batch_first=True, padding_value=9, padding_side="left")
    assert left.tolist() == [[9, 1], [2, 3]]
    padded = rnn.pad_sequence(rows, batch_first=True)
    assert [x.tolist() for x in rnn.unpad_sequence(padded, [1, 2], True)] == [[1], [2, 3]]


LAYERS = {
    "RNN": {"nonlinearity": "relu"}, "LSTM": {"num_layers": 2, "bidirectional": True},
    "GRU": {"bidirectional": True, "num_layers": 2},
}  # fmt: skip


def results(library, layer, data, lengths, state, sort):
    """Outputs, final states, and all gradients."""
    x = library.tensor(data, requires_grad=True)
    states = [library.tensor(s, requires_grad=True) for s in state]
    hx = None if not states else states[0] if len(states) == 1 else tuple(states)
    packed = library.nn.utils.rnn.pack_padded_sequence(x, lengths, enforce_sorted=sort)
    out, last = layer(packed, hx)
    last = last if isinstance(last, tuple) else (last,)
    padded, _ = library.nn.utils.rnn.pad_packed_sequence(out)
    layer.zero_grad()
    sum((r * (r + 1)).sum() for r in (padded, *last)).backward()
    grads = [p.grad for p in (x, *states, *layer.parameters())]
    return [r.detach().numpy() for r in (out.data, padded, *last, *grads)]


@pytest.mark.torch
@pytest.mark.parametrize("with_state", [False, True])
@pytest.mark.parametrize("lengths", LENGTHS[:3])
@pytest.mark.parametrize(("name", "options"), [*LAYERS.items(), ("LSTM", {"proj_size": 2})])
def test_layers_as_torch(name, options, lengths, with_state):
    torch = pytest.importorskip("torch")
    ours, theirs = pair(torch, name, 3, 4, **options)
    ours, theirs = ours.double(), theirs.double()
    ways = options.get("num_layers", 1) * (1 + options.get("bidirectional", False))
    sizes = [options.get("proj_size", 4), 4] if name == "LSTM" else [4]
    state = [random.standard_normal((ways, len(lengths), n)) for n in sizes] if with_state else []
    data = random.standard_normal((max(lengths), len(lengths), 3))
    sort = lengths == sorted(lengths, reverse=True)
    found = [
        results(library, layer, data, lengths, state, sort)
        for library, layer in ((tl, ours), (torch, theirs))
    ]
    for got, want in zip(*found, strict=True):
        np.testing.assert_allclose(got, want, 1e-6, 1e-8)


def test_dropout_between_layers():
    layer = nn.GRU(3, 4, num_layers=2, dropout=1.0)
    packed = rnn.pack_sequence([tl.ones(3, 3), tl.ones(1, 3)])
    out, _ = layer(packed)
    biases = (layer.bias_ih_l1, layer.bias_hh_l1, layer.weight_hh_l1)
    (out.data.sum()).backward()
    assert not layer.weight_ih_l1.grad.any() and all(b.grad.any() for b in biases)


def pack(*args, **options):
    return lambda: rnn.pack_padded_sequence(*args, **options)


X = tl.ones(3, 2, 4)
ERRORS = [
    (pack(X, [1, 2]), RuntimeError, "must be sorted in decreasing order"),
    (pack(X, [0, 1]), RuntimeError, "has to be greater than 0; got 0"),
    (pack(X, [1]), RuntimeError, "equal to batch_size; expected 2; got 1"),
    (pack(X, [4, 1]), RuntimeError, "at most 3 steps"),
    (pack(tl.ones(0, 0), []), RuntimeError, r"an input with elements; got \(0, 0\)"),
    (pack(tl.ones(3, 1, 0), [3]), RuntimeError, "an input with elements"),
    (lambda: rnn.pad_sequence(5), RuntimeError, "expected iterable sequences; got int"),
    (lambda: rnn.pad_packed_sequence(pack(X, [3, 1])(), total_length=2), ValueError,
     "total_length=2 and max sequence length being 3"),
    (lambda: rnn.pad_sequence([tl.ones(2), tl.ones(2, 1)]), RuntimeError, r"sequences \(L, \)"),
    (lambda: rnn.pad_sequence([]), RuntimeError, "an empty list of sequences"),
    (lambda: rnn.pad_sequence([X], padding_side="up"), RuntimeError, "should be left or right"),
    (lambda: nn.LSTM(3, 4)(pack(X, [3, 1])()), RuntimeError, "must be equal to input_size"),
    (lambda: nn.GRU(4, 2)(pack(X, [3, 1])(), tl.ones(1, 3, 2)), RuntimeError, r"size \(1, 2, 2\)"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "kind", "text"), ERRORS)
def test_errors(call, kind, text):
    with pytest.raises(kind, match=text):
        call()


def test_what_lies_there_already_is_itself():
    packed = rnn.pack_sequence([tl.ones(3), tl.ones(2)])
    assert packed.to("cpu") is packed.float() is packed
    assert packed.double() is not packed and packed.double().data.dtype is tl.float64

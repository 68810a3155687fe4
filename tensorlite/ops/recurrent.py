"""The arithmetic of recurrent layers, as few primitives.

The inputs of all time steps go through one product. A step is then one product with the hidden
state and one or two elementwise kernels that read the gates through views.
"""

import math

from ..dispatch import apply
from ..errors import expected
from ..kernels.scalars import sigmoid
from ..op import supplies
from .activation_rules import rule
from .joining import stack
from .pieces import pieces, unbind
from .product_rules import affine
from .products import linear
from .recurrent_sequences import fused

GATES = {"RNN_TANH": 1, "RNN_RELU": 1, "LSTM": 4, "GRU": 3}


# ------------------------------------------------------------------ cells


@rule
def lstm_cell(i, f, g, c):
    """The next cell state, from the gates before their sigmoid and tanh, and the last one."""
    return sigmoid(f) * c + sigmoid(i) * math.tanh(g)


@rule
def lstm_hidden(o, c):
    """The next hidden state, from the output gate before its sigmoid and the cell state."""
    return sigmoid(o) * math.tanh(c)


@rule
def gru_cell(r, z, x, y, h):
    """The next hidden state; `x` and `y` are what input and state give to the new gate."""
    n = math.tanh(x + sigmoid(r) * y)
    return n + sigmoid(z) * (h - n)


def _halves(x):
    """What belongs to the reset and update gates of a GRU, and what to the new gate."""
    size = x.spec.shape[-1] // 3
    return pieces(x, x.ndim - 1, (2 * size, size))


def _plus_product(x, h, weight):
    """x + h @ weight.T as one kernel."""
    return apply(affine, x, h, weight)


def _rnn_tanh_step(x, state, w_hh, b_hh, w_hr):
    return (_plus_product(x, state[0], w_hh).tanh(),)


def _rnn_relu_step(x, state, w_hh, b_hh, w_hr):
    return (_plus_product(x, state[0], w_hh).relu(),)


def _lstm_step(x, state, w_hh, b_hh, w_hr):
    h, c = state
    gates = _plus_product(x, h, w_hh)
    i, f, g, o = pieces(gates, 1, [c.spec.shape[1]] * 4)
    c = lstm_cell(i, f, g, c)
    h = lstm_hidden(o, c)
    return (h if w_hr is None else linear(h, w_hr)), c


def _gru_step(x, state, w_hh, b_hh, w_hr):
    (h,) = state
    y, y_new = _halves(linear(h, w_hh, b_hh))
    r, z = pieces(x[0] + y, 1, [h.spec.shape[1]] * 2)
    return (gru_cell(r, z, x[1], y_new, h),)


_STEPS = {
    "RNN_TANH": _rnn_tanh_step,
    "RNN_RELU": _rnn_relu_step,
    "LSTM": _lstm_step,
    "GRU": _gru_step,
}


# ------------------------------------------------------------------ sequences


def _projected(mode, x, w_ih, b_ih, b_hh):
    """What the input gives to all gates at all times; a GRU's b_hh belongs to its steps."""
    if b_ih is not None and mode != "GRU":
        b_ih = b_ih + b_hh
    return linear(x, w_ih, b_ih)


def cell(mode, x, state, w_ih, w_hh, b_ih=None, b_hh=None):
    """One step: x (N, input_size) and a tuple of states (N, H) to the next tuple of states."""
    x = _projected(mode, x, w_ih, b_ih, b_hh)
    return _STEPS[mode](_halves(x) if mode == "GRU" else x, state, w_hh, b_hh, None)


def sequence(mode, x, state, weights, time, reverse=False):
    """
    One direction of one layer.

    Parameters
    ----------
    mode : str
        "RNN_TANH", "RNN_RELU", "LSTM" or "GRU".
    x : Tensor (T, N, I) or (N, T, I)
    state : tuple of Tensor (N, H)
        The hidden state and, for an LSTM, the cell state.
    weights : tuple
        w_ih, w_hh, b_ih, b_hh, w_hr; the last three may be None.
    time : int
        The dim of time in x: 0 or 1.
    reverse : bool
        From the last step to the first.

    Returns
    -------
    Tensor, tuple of Tensor
        The hidden states of all steps, like x; the state after the last one.
    """
    w_ih, w_hh, b_ih, b_hh, w_hr = weights
    x = _projected(mode, x, w_ih, b_ih, b_hh)
    if w_hr is None and x.spec.numel:
        return fused(mode, x, state, w_hh, b_hh, time, reverse)
    return composed_recurrence(mode, x, state, (w_hh, b_hh, w_hr), time, reverse)


@supplies
def composed_recurrence(mode, x, state, weights, time, reverse):
    """`sequence`, step by step in ops, from what the input gives to the gates."""
    if mode == "GRU":
        steps = list(zip(*[unbind(part, time) for part in _halves(x)], strict=True))
    else:
        steps = unbind(x, time)
    outputs, step = [], _STEPS[mode]
    for each in reversed(steps) if reverse else steps:
        state = step(each, state, *weights)
        outputs.append(state[0])
    if reverse:
        outputs.reverse()
    return stack(outputs, time), state


def check_weights(op, dtype, gates, features, weights, hidden=None):
    """Refuse parameters that do not fit each other, before a kernel reads them.

    `weights` are w_ih, w_hh, b_ih, b_hh and perhaps w_hr, `gates` counts their rows, `features` is
    (of the input, of the hidden state).
    """
    w_ih, w_hh, b_ih, b_hh, w_hr = (*weights, None)[:5]
    wanted = {
        "weight_ih": (w_ih, (gates, features[0])),
        "weight_hh": (w_hh, (gates, features[1])),
        "bias_ih": (b_ih, (gates,)),
        "bias_hh": (b_hh, (gates,)),
        "weight_hr": (w_hr, (features[1], hidden)),
    }
    if (b_ih is None) != (b_hh is None):
        raise RuntimeError(expected(op, "both biases or none", "one", "bias=False"))
    for name, (weight, shape) in wanted.items():
        if weight is not None and (weight.spec.shape != shape or weight.spec.dtype is not dtype):
            got = f"{list(weight.spec.shape)} and {weight.dtype!r}"
            raise RuntimeError(
                expected(op, f"{name} of shape {list(shape)} and {dtype!r}", got, ".to()")
            )

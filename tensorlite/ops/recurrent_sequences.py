"""Whole sequences of a recurrent layer as one op: two kernels per step, forward and backward.

The same as `recurrent.composed_recurrence`, which defines it, and gives the gradients of gradients.
A step computes y = addend + h @ w.T, the addend being x[t] (or b_hh in a GRU, whose cell reads x[t]
itself), and then the cell. Backward walks the steps from the last, and takes the gradient of w in
one product at the end: that saves a sum of matrices per step.
"""

import functools
import math

from ..declare import primitive
from ..graph import mode
from ..kernels import interpreters
from ..kernels.language.program import Program
from ..kernels.scalars import sigmoid
from ..kernels.work.operands import moved
from ..op import supplied
from ..tensor import CPU, empty_shape, make
from .creation import zeros
from .joining import cat

# ------------------------------------------------------------------ cells and their gradients
# The gradients are written by hand: several of them share what is costly. `g` comes from the
# output of the step, `gh` and `gc` from the step after it.


def rnn_tanh(y):
    """The next hidden state."""
    return math.tanh(y)


def rnn_tanh_grad(g, gh, y):
    """The gradient of y."""
    h = math.tanh(y)
    return (g + gh) * (1.0 - h * h)


def rnn_relu(y):
    """The next hidden state."""
    return 0.0 if y <= 0.0 else y


def rnn_relu_grad(g, gh, y):
    """The gradient of y."""
    return 0.0 if y <= 0.0 else g + gh


def lstm(i, f, g, o, c):
    """The next hidden state and cell state, from the gates before their sigmoid and tanh."""
    new = sigmoid(f) * c + sigmoid(i) * math.tanh(g)
    return sigmoid(o) * math.tanh(new), new


def lstm_grad(gout, gh, gc, i, f, g, o, c):
    """The gradients of the gates and of the cell state."""
    i = sigmoid(i)
    f = sigmoid(f)
    g = math.tanh(g)
    o = sigmoid(o)
    t = math.tanh(f * c + i * g)
    gout = gout + gh
    gc = gc + gout * o * (1.0 - t * t)
    gi = gc * g * i * (1.0 - i)
    gf = gc * c * f * (1.0 - f)
    return gi, gf, gc * i * (1.0 - g * g), gout * t * o * (1.0 - o), gc * f


def gru(yr, yz, yn, xr, xz, xn, h):
    """The next hidden state, from what state and input give to the gates."""
    n = math.tanh(xn + sigmoid(xr + yr) * yn)
    return n + sigmoid(xz + yz) * (h - n)


def gru_grad(g, gh, yr, yz, yn, xr, xz, xn, h):
    """The gradients of y and x, and the direct one of the hidden state."""
    r = sigmoid(xr + yr)
    z = sigmoid(xz + yz)
    n = math.tanh(xn + r * yn)
    g = g + gh
    gn = g * (1.0 - z) * (1.0 - n * n)
    gz = g * (h - n) * z * (1.0 - z)
    gr = gn * yn * r * (1.0 - r)
    return gr, gz, gn * r, gr, gz, gn, g * z


_CELLS = {
    "RNN_TANH": (rnn_tanh, rnn_tanh_grad),
    "RNN_RELU": (rnn_relu, rnn_relu_grad),
    "LSTM": (lstm, lstm_grad),
    "GRU": (gru, gru_grad),
}


# ------------------------------------------------------------------ kernels on parts of tensors


class _Steps:
    """The matrices (N, F) that are the parts of a tensor at each time.

    On the CPU they are plain addresses where nobody records: the caller keeps the tensor.
    """

    __slots__ = ("step", "strides", "x")

    def __init__(self, x, time):
        watched = interpreters.current() is not None or x.spec.device is not CPU
        self.x, steps = x if watched else x.address, x.spec.byte_strides
        self.step = steps[time]
        self.strides = (steps[1 - time], steps[2])

    def at(self, t):
        """The place of one matrix: an operand and its strides."""
        return moved(self.x, t * self.step), self.strides

    def pieces(self, t, count, width):
        """The places of its columns in `count` parts, `width` bytes each."""
        first, strides = self.at(t)
        return [(moved(first, k * width), strides) for k in range(count)]


def _place(x):
    return x, x.spec.byte_strides


@functools.lru_cache(maxsize=1024)
def _cell_launch(device, function, dtype, shape, strides, outputs, inplace):
    inputs = len(strides) - outputs + sum(k is not None for k in inplace)
    program = Program.single(function, (dtype,) * inputs, dtype, (dtype,) * outputs, inplace)
    return device.kernels.elementwise.launch(program, shape, strides)


def _run_cell(device, function, dtype, shape, inputs, outputs, inplace=None):
    """One cell over places; a last output may overwrite the input number `inplace`."""
    places = (*inputs, *outputs)
    results = len(outputs) + (inplace is not None)
    targets = () if inplace is None else (*[None] * len(outputs), inplace)
    strides = tuple([place[1] for place in places])
    launch = _cell_launch(device, function, dtype, shape, strides, results, targets)
    launch(*[place[0] for place in places])


@functools.lru_cache(maxsize=1024)
def _product_plan(device, dtype, m, n, k, x, y, out, c):
    return device.kernels.matmul.plan(dtype, m, n, k, x, y, out, c_strides=c)


def _run_product(device, dtype, sizes, x, y, out, c=None):
    """out = x @ y + c over places."""
    plan = _product_plan(device, dtype, *sizes, x[1], y[1], out[1], None if c is None else c[1])
    device.kernels.matmul.run(plan, x[0], y[0], out[0], *(() if c is None else c[:1]))


# ------------------------------------------------------------------ forward


class _Sizes:
    """The numbers that both directions of a pass share."""

    __slots__ = ("batch", "bytes", "count", "device", "dtype", "gates", "hidden", "order", "width")

    def __init__(self, x, w, h, time, reverse):
        self.count, self.batch = x.spec.shape[time], x.spec.shape[1 - time]
        self.gates, self.hidden = w.spec.shape
        self.device, self.dtype = x.spec.device, x.spec.dtype.name
        self.bytes = x.spec.dtype.itemsize
        self.width = self.hidden * self.bytes
        self.order = list(range(self.count))[:: -1 if reverse else 1]


def _forward(x, w, h, c, b, y, cells, hidden, kind, time, reverse):
    """The outputs (like x), and the last hidden and cell state.

    `y`, `cells` and `hidden` are memory for what the steps compute; y may have room for one step.
    """
    s = _Sizes(x, w, h, time, reverse)
    parts = s.gates // s.hidden
    last_c = None if c is None else empty_shape((s.batch, s.hidden), x.spec.dtype, s.device)
    xs, ys, outs = _Steps(x, time), _Steps(y, 0), _Steps(hidden, time)
    state, cell = _place(h), None if c is None else _place(c)
    bias = None if b is None else (b, (0, b.spec.byte_strides[0]))
    turned = _place(w.mT.contiguous())  # once, as no step has to
    sizes = (s.batch, s.gates, s.hidden)
    for number, t in enumerate(s.order):
        row = t % y.spec.shape[0]
        addend = xs.at(t) if kind != "GRU" else bias
        _run_product(s.device, s.dtype, sizes, state, turned, ys.at(row), addend)
        inputs, results = ys.pieces(row, parts, s.width), [outs.at(t)]
        if kind == "GRU":
            inputs += [*xs.pieces(t, parts, s.width), state]
        if c is not None:
            inputs.append(cell)
            cell = _place(last_c) if number + 1 == s.count else _Steps(cells, 0).at(t)
            results.append(cell)
        _run_cell(s.device, _CELLS[kind][0], s.dtype, (s.batch, s.hidden), inputs, results)
        state = outs.at(t)
    # not `hidden` itself, which belongs to no graph
    out = make(hidden.memory, hidden.spec, hidden.address)
    last_h = hidden.select(time, s.order[-1]).clone()
    return (out, last_h) if c is None else (out, last_h, last_c)


# ------------------------------------------------------------------ backward


def _start(g, s, dtype):
    """A dense copy of the gradient of a last state, to be changed; zeros where there is none."""
    out = empty_shape((s.batch, s.hidden), dtype, s.device)
    return out.zero_() if g is None else out.copy_(g)


def _backward(slots, inputs, memory, kind, time, reverse):
    """The gradients of x, w, h, c and b, from what forward left in the last three."""
    (x, w, h, c, b), (y, cells, hidden) = inputs, memory
    s, dtype = _Sizes(x, w, h, time, reverse), x.spec.dtype
    parts, gru = s.gates // s.hidden, kind == "GRU"
    g, gh = slots[0], _start(slots[1], s, dtype)
    gc = None if c is None else _start(slots[2], s, dtype)
    gy = empty_shape(x.spec.shape, dtype, s.device)
    gx = empty_shape(x.spec.shape, dtype, s.device) if gru else gy
    outs, xs, ys = _Steps(hidden, time), _Steps(x, time), _Steps(y, 0)
    gys, gxs = _Steps(gy, time), _Steps(gx, time)
    none = zeros((), dtype=dtype, device=s.device)
    gs = None if g is None else _Steps(g, time)
    for number in reversed(range(s.count)):
        t, before = s.order[number], s.order[number - 1]
        state = outs.at(before) if number else _place(h)
        inputs = [(none, (0, 0)) if gs is None else gs.at(t), _place(gh)]
        results, inplace = gys.pieces(t, parts, s.width), None
        if c is not None:
            inplace = len(inputs)
            inputs.append(_place(gc))
        inputs += ys.pieces(t, parts, s.width)
        if c is not None:
            inputs.append(_Steps(cells, 0).at(before) if number else _place(c))
        if gru:
            inplace = 1
            inputs += [*xs.pieces(t, parts, s.width), state]
            results += gxs.pieces(t, parts, s.width)
        _run_cell(s.device, _CELLS[kind][1], s.dtype, (s.batch, s.hidden), inputs, results, inplace)
        sizes, target = (s.batch, s.hidden, s.gates), _place(gh)
        added = target if gru else None
        _run_product(s.device, s.dtype, sizes, gys.at(t), _place(w), target, added)
    gw = _weight_gradient(gy, hidden, h, time, reverse)
    return gx, gw, gh, gc, gy.sum((0, 1)) if b is not None else None


def _weight_gradient(gy, hidden, h, time, reverse):
    """The sum over all times of gy[t].T @ h[t - 1]."""
    count = gy.spec.shape[time]
    known = hidden.narrow(time, 1 if reverse else 0, count - 1)
    first = h.unsqueeze(time)
    before = cat([known, first] if reverse else [first, known], time)
    return gy.flatten(0, 1).mT @ before.flatten(0, 1)


def _gradients(g, inputs, memory, kind, time, reverse):
    """The gradients of x, w, h, c and b: those that are recorded from composed ops."""
    if mode.grad:
        return _recorded_gradients(g, inputs, kind, time, reverse)
    return _backward(g, inputs, memory, kind, time, reverse)


def _recorded_gradients(slots, given, kind, time, reverse):
    """The gradients through the composed ops, so that they can be differentiated again."""
    # views of their own, for one input may depend on another
    inputs = [None if t is None else t.view_as(t) for t in given]
    x, w, h, c, b = inputs
    state = (h,) if c is None else (h, c)
    out, last = supplied["composed_recurrence"](kind, x, state, (w, b, None), time, reverse)
    pairs = [(o, g) for o, g in zip((out, *last), slots, strict=True) if g is not None]
    live = [t for t in inputs if t is not None and t.requires_grad]
    outputs, seeds = zip(*pairs, strict=True)
    grads = iter(supplied["grad"](outputs, live, seeds, create_graph=True, allow_unused=True))
    return [next(grads) if t is not None and t.requires_grad else None for t in inputs]


@primitive
def _rnn(x, w, h, y, hidden, *, kind, time, reverse):
    """The outputs and the last hidden state of an RNN."""
    return _forward(x, w, h, None, None, y, None, hidden, kind, time, reverse)


@primitive
def _lstm(x, w, h, c, y, cells, hidden, *, kind, time, reverse):
    """The outputs and the last hidden and cell state of an LSTM."""
    return _forward(x, w, h, c, None, y, cells, hidden, kind, time, reverse)


@primitive
def _gru(x, w, h, b, y, hidden, *, kind, time, reverse):
    """The outputs and the last hidden state of a GRU."""
    return _forward(x, w, h, None, b, y, None, hidden, kind, time, reverse)


@_rnn.grad("x", "w", "h", joint=True)
def _rnn_grads(g, x, w, h, y, hidden, kind, time, reverse):
    return _gradients(g, (x, w, h, None, None), (y, None, hidden), kind, time, reverse)[:3]


@_lstm.grad("x", "w", "h", "c", joint=True)
def _lstm_grads(g, x, w, h, c, y, cells, hidden, kind, time, reverse):
    return _gradients(g, (x, w, h, c, None), (y, cells, hidden), kind, time, reverse)[:4]


@_gru.grad("x", "w", "h", "b", joint=True)
def _gru_grads(g, x, w, h, b, y, hidden, kind, time, reverse):
    found = _gradients(g, (x, w, h, None, b), (y, None, hidden), kind, time, reverse)
    return *found[:3], found[4]


def fused(kind, x, state, w_hh, b_hh, time, reverse):
    """The outputs of all steps and the last state, from what the input gives to the gates."""
    count, batch, dtype = x.shape[time], x.shape[1 - time], x.spec.dtype
    gates, size = w_hh.shape
    tensors = [x, w_hh, *state]
    if kind == "GRU":
        tensors.append(x.new_zeros(gates) if b_hh is None else b_hh)
    recorded = mode.grad and any(t.requires_grad for t in tensors)
    memory = [empty_shape((count if recorded else 1, batch, gates), dtype, x.spec.device)]
    if kind == "LSTM":
        memory.append(empty_shape((count, batch, size), dtype, x.spec.device))
    memory.append(empty_shape((*x.spec.shape[:2], size), dtype, x.spec.device))
    op = {"LSTM": _lstm, "GRU": _gru}.get(kind, _rnn)
    out, *last = op(*tensors, *memory, kind=kind, time=time, reverse=reverse)
    return out, tuple(last)

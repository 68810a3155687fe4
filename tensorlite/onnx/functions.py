"""The operators of ONNX as functions of the graph, tensors and settings."""

from __future__ import annotations

import math

import tensorlite as tl

from ..errors import expected
from ..nn import functional as F
from .layers import LAYERS
from .recurrent import RECURRENT

KINDS = {
    1: "float32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64",
    9: "bool", 10: "float16", 11: "float64", 12: "uint32", 13: "uint64", 16: "bfloat16",
}  # fmt: skip


def _ints(x):
    """A list of sizes: of an operand, or of a setting, as it was in older versions."""
    return list(x) if isinstance(x, list) else [int(n) for n in x.reshape(-1).tolist()]


def _dtype(number):
    name = KINDS.get(number)
    if name is None or not hasattr(tl, name):
        wanted = "a dtype that is there"
        raise NotImplementedError(expected("onnx.Cast", wanted, f"{name or number}", "float"))
    return getattr(tl, name)


# ------------------------------------------------------------------ shapes


def _reshape(graph, data, shape, allowzero=0):
    sizes = _ints(shape)
    if not allowzero:
        sizes = [data.shape[i] if n == 0 else n for i, n in enumerate(sizes)]
    return data.reshape(sizes)


def _flatten(graph, x, axis=1):
    axis = axis % (x.ndim + 1) if axis < 0 else axis
    return x.reshape(math.prod(x.shape[:axis]), -1)


def _squeeze(graph, data, axes=None):
    return data.squeeze() if axes is None else data.squeeze(tuple(_ints(axes)))


def _unsqueeze(graph, data, axes):
    axes = _ints(axes)
    rank = data.ndim + len(axes)
    for axis in sorted(a % rank for a in axes):
        data = data.unsqueeze(axis)
    return data


def _transpose(graph, data, perm=None):
    return data.permute(perm or list(range(data.ndim))[::-1])


def _shape(graph, data, start=0, end=None):
    return tl.tensor(list(data.shape)[start:end], dtype=tl.int64)


def _slice(graph, data, starts, ends, axes=None, steps=None):
    firsts, lasts = _ints(starts), _ints(ends)
    dims = range(len(firsts)) if axes is None else _ints(axes)
    strides = [1] * len(firsts) if steps is None else _ints(steps)
    for dim, first, last, step in zip(dims, firsts, lasts, strides, strict=True):
        n = data.shape[dim]
        if step > 0:
            part = slice(*slice(first, last, step).indices(n))
            data = data[(slice(None),) * (dim % data.ndim) + (part,)]
        else:
            places = list(range(*slice(first, last if last >= -n else None, step).indices(n)))
            index = tl.tensor(places, dtype=tl.int64, device=data.device)
            data = data.index_select(dim, index)
    return data


def _gather(graph, data, indices, axis=0):
    n = data.shape[axis]
    index = tl.where(indices < 0, indices + n, indices)
    if data.ndim == 2 and axis == 0 and data.is_floating_point():
        return F.embedding(index, data)
    picked = data.index_select(axis, index.reshape(-1))
    return picked.unflatten(axis, tuple(indices.shape)) if indices.ndim else picked.squeeze(axis)


def _split(graph, data, split=None, axis=0, num_outputs=None):
    if split is None:
        return data.split(-(-data.shape[axis] // num_outputs), axis)
    return data.split(_ints(split), axis)


def _constant(graph, value=None, value_float=None, value_int=None, value_floats=None,
              value_ints=None):  # fmt: skip
    if value is not None:
        return value
    if value_float is not None or value_floats is not None:
        found = value_float if value_floats is None else value_floats
        return tl.tensor(found, dtype=tl.float32)
    return tl.tensor(value_int if value_ints is None else value_ints, dtype=tl.int64)


def _constant_of_shape(graph, shape, value=None):
    value = tl.zeros(1) if value is None else value
    return tl.full(_ints(shape), value.item(), dtype=value.dtype)


def _expand(graph, data, shape):
    return data.expand(tl.broadcast_shapes(tuple(data.shape), tuple(_ints(shape))))


def _range(graph, start, limit, delta):
    numbers = [x.item() for x in (start, limit, delta)]
    return tl.arange(*numbers, dtype=start.dtype)


# ------------------------------------------------------------------ arithmetic


def _plain(function):
    """An operator without settings."""

    def operator(graph, *operands):
        return function(*operands)

    return operator


def _divide(graph, x, y):
    if x.is_floating_point():
        return x / y
    return tl.div(x, y, rounding_mode="trunc")


def _power(graph, x, y):
    return x.pow(y).to(x.dtype)


def _mod(graph, x, y, fmod=0):
    return tl.fmod(x, y) if fmod else tl.remainder(x, y)


def _gemm(graph, a, b, c=None, alpha=1.0, beta=1.0, transA=0, transB=0):
    a, b = (a.mT if transA else a), (b.mT if transB else b)
    out = a @ b if alpha == 1 else a @ b * alpha
    if c is None:
        return out
    return out + (c if beta == 1 else c * beta)


def _clip(graph, x, low=None, high=None, **old):
    low = old.get("min") if low is None else low
    high = old.get("max") if high is None else high
    return x.clamp(low, high) if low is not None or high is not None else x


def _reducer(function):
    """A reduction over axes, given as a tensor or as a setting."""

    def operator(graph, data, axes=None, keepdims=1, noop_with_empty_axes=0):
        dims = [] if axes is None else _ints(axes)
        if not dims:
            if noop_with_empty_axes:
                return data
            dims = list(range(data.ndim))
        return function(data, tuple(dims), bool(keepdims))

    return operator


def _prod(x, dims, keepdim):
    for dim in sorted((d % x.ndim for d in dims), reverse=True):
        x = x.prod(dim, keepdim=keepdim)
    return x


def _argmax(graph, x, axis=0, keepdims=1, select_last_index=0):
    return x.argmax(axis, keepdim=bool(keepdims))


def _argmin(graph, x, axis=0, keepdims=1, select_last_index=0):
    return x.argmin(axis, keepdim=bool(keepdims))


def _softmax(graph, x, axis=None):
    return x.softmax(axis if axis is not None else (1 if graph.opset < 13 else -1))


def _log_softmax(graph, x, axis=None):
    return x.log_softmax(axis if axis is not None else (1 if graph.opset < 13 else -1))


def _gelu(graph, x, approximate="none"):
    return F.gelu(x, approximate=approximate)


def _total(*operands):
    return sum(operands[1:], operands[0])


_SIMPLE = {
    "Add": tl.add, "Sub": tl.sub, "Mul": tl.mul, "MatMul": tl.matmul, "Abs": tl.abs, "Neg": tl.neg,
    "Exp": tl.exp, "Log": tl.log, "Sqrt": tl.sqrt, "Erf": tl.erf, "Tanh": tl.tanh,
    "Sigmoid": tl.sigmoid, "Relu": tl.relu, "Sin": tl.sin, "Cos": tl.cos, "Floor": tl.floor,
    "Ceil": tl.ceil, "Round": tl.round, "Sign": tl.sign, "Reciprocal": tl.reciprocal,
    "Softplus": F.softplus, "Softsign": F.softsign, "HardSwish": F.hardswish, "Mish": F.mish,
    "Equal": tl.eq, "Less": tl.lt, "LessOrEqual": tl.le, "Greater": tl.gt,
    "GreaterOrEqual": tl.ge, "Not": tl.logical_not, "And": tl.logical_and, "Or": tl.logical_or,
    "Xor": tl.logical_xor, "Where": tl.where, "IsNaN": tl.isnan,
    "PRelu": lambda x, slope: tl.where(x < 0, x * slope, x),
    "Identity": lambda x: x, "Sum": _total, "Max": tl.maximum, "Min": tl.minimum,
    "Tile": lambda x, repeats: x.repeat(_ints(repeats)),
}  # fmt: skip
_REDUCED = {
    "ReduceMean": lambda x, dims, keep: x.mean(dims, keepdim=keep),
    "ReduceSum": lambda x, dims, keep: x.sum(dims, keepdim=keep),
    "ReduceMax": lambda x, dims, keep: x.amax(dims, keepdim=keep),
    "ReduceMin": lambda x, dims, keep: x.amin(dims, keepdim=keep),
    "ReduceL2": lambda x, dims, keep: x.square().sum(dims, keepdim=keep).sqrt(),
    "ReduceL1": lambda x, dims, keep: x.abs().sum(dims, keepdim=keep),
    "ReduceSumSquare": lambda x, dims, keep: x.square().sum(dims, keepdim=keep),
    "ReduceProd": _prod,
}
FUNCTIONS = {
    **{name: _plain(function) for name, function in _SIMPLE.items()},
    **{name: _reducer(function) for name, function in _REDUCED.items()},
    "Dropout": lambda graph, x, *more, **settings: x,
    "Cast": lambda graph, x, to, saturate=1: x.to(_dtype(to)),
    "Concat": lambda graph, *parts, axis: tl.cat(list(parts), axis),
    "LeakyRelu": lambda graph, x, alpha=0.01: F.leaky_relu(x, alpha),
    "Elu": lambda graph, x, alpha=1.0: F.elu(x, alpha),
    "Selu": lambda graph, x, alpha=None, gamma=None: F.selu(x),
    "HardSigmoid": lambda graph, x, alpha=0.2, beta=0.5: (x * alpha + beta).clamp(0, 1),
    "CumSum": lambda graph, x, axis: x.cumsum(int(axis)),
    "Div": _divide, "Pow": _power, "Mod": _mod, "Gemm": _gemm, "Clip": _clip, "Gelu": _gelu,
    "Reshape": _reshape, "Flatten": _flatten, "Squeeze": _squeeze, "Unsqueeze": _unsqueeze,
    "Transpose": _transpose, "Shape": _shape, "Slice": _slice, "Gather": _gather,
    "Split": _split, "Constant": _constant, "ConstantOfShape": _constant_of_shape,
    "Expand": _expand, "Range": _range, "ArgMax": _argmax, "ArgMin": _argmin,
    "Softmax": _softmax, "LogSoftmax": _log_softmax,
    **LAYERS,
    **RECURRENT,
}  # fmt: skip

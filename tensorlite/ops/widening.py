"""float16 and bfloat16 where no kernel takes them: widened to float32, and the results narrowed."""

import functools

from ..calls import Call, steps_at
from ..dispatch import apply
from ..dtypes import dtype, float32, promote_types
from ..kernels.work.launches import Stage
from ..op import supplies
from ..tensor import Spec, Tensor, spec_of
from .copying import copying, to_dtype


def wide(x):
    """A tensor in the dtype in which its numbers are computed with."""
    return to_dtype(x, x.spec.dtype.wide)


def narrow(x, kind):
    """A float32 result in a short dtype; another one as it is."""
    return to_dtype(x, kind) if kind.short and x.spec.dtype is float32 else x


def in_wide(function, *args, **named):
    """What a function gives for tensors of which some are short, by way of float32."""
    given = [x.spec.dtype for x in (*args, *named.values()) if isinstance(x, Tensor)]
    named = {name: _wide_one(x) for name, x in named.items()}
    return _narrowed(function(*map(_wide_one, args), **named), _common(*given))


def _wide_one(x):
    return wide(x) if isinstance(x, Tensor) else x


def _narrowed(out, kind):
    """A result or a tuple of them, the float32 ones in a short dtype."""
    if not isinstance(out, tuple):
        return narrow(out, kind)
    narrowed = [narrow(x, kind) for x in out]
    return type(out)(*narrowed) if hasattr(out, "_fields") else tuple(narrowed)


@supplies
def in_float32(op, tensors, static):
    """What a primitive gives for operands of which some are short, by way of float32.

    Casts are ops like any other, so gradients come to each operand in its own dtype, and what
    backward keeps and computes is not rounded on the way.
    """
    kind = static.get("dtype")
    if kind is None:
        kind = _common(*[x.spec.dtype for x in tensors if not x.spec.weak])
    static = {name: _widened(value) for name, value in static.items()}
    return _narrowed(apply(op, *map(wide, tensors), **static), kind)


@functools.cache
def _common(*kinds):
    """The dtype of what is computed of these floating point types, and of others."""
    return functools.reduce(promote_types, [kind for kind in kinds if kind.is_floating_point])


def _widened(static):
    """A static argument as the op is given it in float32."""
    if isinstance(static, dtype):
        return static.wide
    if isinstance(static, Spec) and static.dtype.short:
        return static.seen(static.shape, static.strides, static.dtype.wide)
    return static


def kept_short(call, kind, operands):
    """The Call whose float32 results are kept in a short dtype; `operands` are as many before."""
    specs = [call.spec, *call.more]
    scratch, places, casts, results = call.scratch, [(k, 0) for k in range(operands)], [], []
    room = operands + len(specs)
    for number, spec in enumerate(specs, operands):
        if spec.dtype is not float32:
            places.append((number, 0))
            results.append(spec)
            continue
        scratch = -(-scratch // 64) * 64
        made = spec_of(spec.shape, kind, spec.device)
        places.append((room, scratch))
        casts.append(Stage(copying(spec, made), ((room, scratch), (number, 0))))
        results.append(made)
        scratch += max(1, spec.nbytes)
    return Call(tuple(results), *steps_at(call, *places, (room, 0)), *casts, scratch=scratch)

"""A frame of one value around a tensor."""

from ..calls import Call, remembered
from ..declare import prepared
from ..dispatch import apply
from ..errors import expected
from ..kernels.work.launches import Stage
from ..tensor import Tensor, number, spec_of
from .copying import copying
from .parts import slice_op
from .requiring import one_number
from .slicing import part_along


@prepared
def _pad(x, value, *, pads):
    """A frame of one value around x; `pads` holds (before, after) per dim."""
    shape = tuple([n + a + b for n, (a, b) in zip(x.shape, pads, strict=True)])
    out = spec_of(shape, x.dtype, x.device)
    steps = [Stage(copying(value, out), ((1, 0), (2, 0)))]
    if x.numel:
        offset = sum(a * s for (a, _), s in zip(pads, out.byte_strides, strict=True))
        inside = spec_of(x.shape, x.dtype, x.device, out.strides)
        steps.append(Stage(copying(x, inside), ((0, 0), (2, offset))))
    return Call(out, *steps)


@_pad.grad("x")
def _pad_grad_x(g, x_spec, *, pads):
    return apply(
        slice_op,
        g,
        index=tuple(slice(a, a + n) for (a, _), n in zip(pads, x_spec.shape, strict=True)),
    )


def constant_pad(input, pad, value=0):
    """input framed by a value; `pad` holds (before, after), last dim first; negative crops."""
    pads, crops = _frame(input.spec, tuple(pad))
    for dim, kept in crops:
        input = part_along(input, dim, kept, "pad")
    value = one_number("pad", value, input.spec.dtype)
    value = value.detach() if isinstance(value, Tensor) else number(value)
    return apply(_pad, input, value, pads=pads)


@remembered
def _frame(spec, pad):
    """What is put before and after each dim, and (dim, slice) of dims that are cropped first."""
    ndim, count = len(spec.shape), len(pad) // 2
    if len(pad) % 2 or count > ndim:
        wanted = f"an even number of pads, at most {2 * ndim}"
        raise RuntimeError(expected("pad", wanted, str([*pad]), "(1, 1)"))
    pads = [(0, 0)] * (ndim - count) + [(pad[2 * k], pad[2 * k + 1]) for k in range(count)][::-1]
    crops = []
    for dim, (before, after) in enumerate(pads):
        extent = spec.shape[dim]
        if extent + before + after < 0 or min(before, 0) + min(after, 0) < -extent:
            wanted = f"pads that leave something of extent {extent}"
            raise RuntimeError(expected("pad", wanted, f"{[*pad]}", "less"))
        if before < 0 or after < 0:
            crops.append((dim, slice(max(-before, 0), extent - max(-after, 0))))
    return tuple([(max(a, 0), max(b, 0)) for a, b in pads]), crops

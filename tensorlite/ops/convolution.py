"""Convolutions: one sum of products of images, kernels and results, sought for each of the three.

The gradients of each are the other two, so they can be differentiated again. A transposed
convolution seeks the images behind results.
"""

from dataclasses import replace

from .. import dtypes, formats
from ..declare import primitive
from ..dispatch import apply
from ..kernels.work import convolutions
from ..kernels.work.convolutions import Geometry
from ..kernels.work.operands import moved
from ..tensor import empty_of, spec_of

_calls: dict = {}


class _Part:
    """One Sum of a call: from images or their frame, and the right operand or its panels."""

    __slots__ = ("contract", "framed", "pack", "packed", "total")

    def __init__(self, kernels, dtype, device, total, added, framed):
        self.total, self.framed = total, framed
        self.pack, count = kernels.pack(dtype.name, total)
        self.packed = spec_of((count,), dtype, device)
        self.contract = kernels.contract(dtype.name, total, added)

    def run(self, images, frame, right, out, added):
        total, b = self.total, moved(right, self.total.b.start)
        if self.pack is not None:
            panels = empty_of(self.packed)
            self.pack(b, panels)
            b = panels
        a = moved(frame if self.framed else images, total.a.start)
        self.contract(a, b, moved(out, total.out.start), added)


class _Call:
    """A sum prepared for operands of certain specs: perhaps a frame, then one part or several.

    Panels are the right operand in another order, where a device wants one; what reads images as
    they lie needs no frame.
    """

    __slots__ = ("cleared", "frame", "framed", "parts", "spec")

    def __init__(self, sought, left, right, form, extents, added):
        geometry, shape, size = _geometry(sought, left, right, form, extents)
        reach, totals = _SOUGHT[sought]
        kernels, dtype, device = left.device.kernels.convolution, left.dtype, left.device
        strides = _strides(shape, left, right)
        self.spec = spec_of(shape, dtype, device, strides)
        self.frame, self.parts, self.cleared = None, [], False
        if self.spec.numel == 0:
            return
        others = _lifted(right), _lifted(self.spec)
        given = totals(geometry, dtype.itemsize, _lifted(left), (0, 0, 0), *others)
        self.cleared = any(0 in total.steps for total in given) and not added
        bare = [kernels.bare(dtype.name, total) for total in given]
        frame, framed = reach(geometry), given
        summed = zip(bare, given, strict=True)
        needed = [not alone for alone, total in summed if 0 not in total.steps]
        if any(needed) and not frame.within(size):
            self.framed = spec_of((*left.shape[:2], *frame.extents), dtype, device)
            self.frame = kernels.frame(
                dtype.name, *left.shape[:2], size, _lifted(left), frame
            )
            framed = totals(geometry, dtype.itemsize, self.framed.byte_strides, frame.low, *others)
        for alone, total, other in zip(bare, given, framed, strict=True):
            if self.cleared and 0 in total.steps:
                continue
            if alone:
                total = replace(total, a=replace(total.a, start=0))
            else:
                total = replace(other, reach=None)
            part_framed = self.frame is not None and not alone
            self.parts.append(_Part(kernels, dtype, device, total, added, part_framed))

    def run(self, left, right, added):
        out, framed = empty_of(self.spec), None
        if self.cleared:  # where no tap lies
            out.fill_(0)
        if self.frame is not None:
            framed = empty_of(self.framed)
            self.frame(left, framed)
        for part in self.parts:
            part.run(left, framed, right, out, 0 if added is None else added)
        return out


def _strides(shape, left, right):
    """Channels lie last where they do in an operand, but for volumes of float64, as in PyTorch."""
    last = left.channels_last or right.channels_last
    if not last or (len(shape) == 5 and left.dtype is dtypes.float64):
        return None
    return formats.channels_last_strides(shape)


def _geometry(sought, left, right, form, extents):
    """The Geometry of a sum, the shape of what is sought, and the extents that the left one has."""
    images, groups = left.shape[0], form.groups
    if sought == "results":
        inner, outer = left.shape[1], right.shape[0]
        size, kernel, places = left.shape[2:], right.shape[2:], extents
        shape = (images, outer, *places)
    elif sought == "weights":
        inner, outer = left.shape[1], right.shape[1]
        size, kernel, places = left.shape[2:], extents, right.shape[2:]
        shape = (outer, inner // groups, *kernel)
    else:
        inner, outer = right.shape[1] * groups, left.shape[1]
        size, kernel, places = extents, right.shape[2:], left.shape[2:]
        shape = (images, inner, *size)
    geometry = Geometry.of(form, images, inner, outer, size, kernel, places)
    return geometry, shape, geometry.places if sought == "images" else geometry.size


_SOUGHT = {
    "results": (convolutions.result_frame, convolutions.results),
    "weights": (convolutions.result_frame, convolutions.weights),
    "images": (convolutions.image_frame, convolutions.images),
}


def _lifted(spec):
    """The strides of a tensor as if it had three dims of space."""
    images, channels, *rest = spec.byte_strides
    return (images, channels, *convolutions.spatial(rest, 0))


def _run(sought, left, right, form, extents, added=None):
    key = (sought, left.spec, right.spec, form, extents, added is not None)
    call = _calls.get(key)
    if call is None:
        if len(_calls) > 1024:
            _calls.clear()
        call = _calls[key] = _Call(*key)
    return call.run(left, right, added)


@primitive
def convolution(x, w, *, form, extents):
    """y (N, O, *extents) of images x (N, C, *size) and kernels w (O, C / groups, *kernel)."""
    return _run("results", x, w, form, extents)


@convolution.grad("x")
def _convolution_grad_x(g, w, x_spec, *, form):
    return apply(convolution_images, g, w, form=form, extents=x_spec.shape[2:])


@convolution.grad("w")
def _convolution_grad_w(g, x, w_spec, *, form):
    return apply(convolution_weights, x, g, form=form, extents=w_spec.shape[2:])


@primitive
def biased_convolution(b, x, w, *, form, extents):
    """A convolution, plus b (O,) in each channel."""
    return _run("results", x, w, form, extents, b)


@biased_convolution.grad("b")
def _biased_convolution_grad_b(g):
    return g.sum((0, *range(2, g.ndim)))


biased_convolution.grad("x")(_convolution_grad_x)
biased_convolution.grad("w")(_convolution_grad_w)


@primitive
def convolution_images(y, w, *, form, extents):
    """x (N, C, *extents): each element of y (N, O, *places) times w, where w lay over x."""
    return _run("images", y, w, form, extents)


@convolution_images.grad("y")
def _convolution_images_grad_y(g, w, y_spec, *, form):
    return apply(convolution, g, w, form=form, extents=y_spec.shape[2:])


@convolution_images.grad("w")
def _convolution_images_grad_w(g, y, w_spec, *, form):
    return apply(convolution_weights, g, y, form=form, extents=w_spec.shape[2:])


@primitive
def convolution_weights(x, y, *, form, extents):
    """w (O, C / groups, *extents): products of x (N, C, *size) and y (N, O, *places) that meet."""
    return _run("weights", x, y, form, extents)


@convolution_weights.grad("x")
def _convolution_weights_grad_x(g, y, x_spec, *, form):
    return apply(convolution_images, y, g, form=form, extents=x_spec.shape[2:])


@convolution_weights.grad("y")
def _convolution_weights_grad_y(g, x, y_spec, *, form):
    return apply(convolution, x, g, form=form, extents=y_spec.shape[2:])

"""What reductions share: kernels prepared for each set of Specs, and the dims that go."""

import math

from .. import dtypes, shapes
from ..batches import batches, carrying, grounded, levels_of, part_spec
from ..calls import Call, OverParts, launched, own_spec, remembered
from ..device import one_device
from ..kernels.language.program import Program
from ..kernels.work import reducers
from ..tensor import spec_of
from .complexes import real_spec
from .requiring import complex_refused
from .widening import kept_short


class Fold:
    """A reducer over a scalar function of one or more tensors, prepared for each set of specs.

    The first tensor gives the shape; the others broadcast to it.
    """

    def __init__(self, reducer, function=None):
        self.reducer = reducer
        self.function = function
        self.plans = remembered(self.prepare)

    def __call__(self, *tensors, **static):
        """The result, or the values and the indices, outside of any graph; see `prepare`."""
        return launched(None, self.plans(*map(own_spec, tensors), **static), tensors)

    def prepare(self, *specs, dims, keepdim, dtype, divisor=None, result=None):
        """The Call for operands of these Specs.

        `dtype` is what the reducer is fed, `result` the dtype of the values, where that is not what
        the reducer makes of `dtype`.
        """
        if batches.used and levels_of(specs):
            return self._over_parts(specs, dims=dims, keepdim=keepdim, dtype=dtype,
                                    divisor=divisor, result=result)  # fmt: skip
        if dtype.is_complex and self.reducer.combine is not reducers.multiply:
            return self._of_parts(specs, dims, keepdim, dtype, divisor)
        if (result or dtype).short:
            kind, result = result or dtype, None if result is None else result.wide
            call = self.prepare(*specs, dims=dims, keepdim=keepdim, dtype=dtype.wide,
                                divisor=divisor, result=result)  # fmt: skip
            return kept_short(call, kind, len(specs))
        names = tuple([spec.dtype.name for spec in specs])
        if self.function is None:
            program = reducers.identity(names[0], dtype.name)
        else:
            program = Program.single(self.function, names, dtype.name, (dtype.name,))
        shape = specs[0].shape
        strides = [shapes.expanded_strides(s.shape, s.byte_strides, shape) for s in specs]
        device = one_device(program.label, specs)
        answered = result or dtypes.DTYPES[reducers.dtypes(program, self.reducer)[2]]
        plan = device.kernels.reduction.launches(
            program, self.reducer, shape, strides, dims, divisor, answered.name
        )
        kept = kept_shape(shape, dims, keepdim)
        outputs = [spec_of(kept, answered, device)] * self.reducer.values
        outputs += [spec_of(kept, dtypes.int64, device)] * self.reducer.indices
        steps = plan.stages if plan.scratch else [plan.launch]
        return Call(tuple(outputs), *steps, scratch=plan.scratch)

    def _over_parts(self, specs, *, dims, **static):
        """The same where some have hidden dims, in front of which none is folded."""
        levels = levels_of(specs)
        shifted = tuple([dim + len(levels) for dim in dims])

        def folded(tensors):
            whole = [grounded(x, levels, len(specs[0].shape)) for x in tensors]
            return carrying(self(*whole, dims=shifted, **static), levels)

        return OverParts(folded, self.prepare(*map(part_spec, specs), dims=dims, **static))

    def _of_parts(self, specs, dims, keepdim, dtype, divisor):
        """The same of complex numbers: a sum or a mean is one of their parts, side by side."""
        if self.reducer.combine is not reducers.add or self.function is not None:
            raise complex_refused(dtype)
        (spec,) = specs
        parts = real_spec(spec)
        divisor = extents(spec.shape, dims) if divisor is None else divisor
        call = self.prepare(parts, dims=dims, keepdim=keepdim, dtype=dtype.to_real(),
                            divisor=divisor)  # fmt: skip
        shape = kept_shape(spec.shape, dims, keepdim)
        return Call(spec_of(shape, dtype, spec.device), *call.steps, scratch=call.scratch)


def kept_shape(shape, dims, keepdim):
    """The shape that a reduction leaves."""
    if keepdim:
        return tuple([1 if d in dims else n for d, n in enumerate(shape)])
    return tuple([n for d, n in enumerate(shape) if d not in dims])


def reduced_dims(spec, dim, op):
    """Dims in ascending order; all for None and for ()."""
    ndim = len(spec.shape)
    if shapes.is_none(dim):
        return shapes.every_dim(ndim)
    if ndim > 64:
        raise RuntimeError(
            f"{op}: only tensors with up to 64 dims are supported; got {ndim}; try reshape()"
        )
    return shapes.dim_indices(dim, ndim, op)


def extents(shape, dims):
    return math.prod([shape[d] for d in dims])

"""Ops that NumPy computes: at once, or as a step of the plan that is being recorded."""

from operator import attrgetter

from ..device import CPU, cards, device_of, missing
from ..kernels import interpreters
from ..kernels.cpu import host
from ..tensor import array_of, empty_shape
from .creation import from_array
from .widening import narrow, wide

_SHORT = attrgetter("short")


def hosted(op, function, inputs, outputs):
    """
    The results of a function of NumPy arrays, outside of any graph.

    Parameters
    ----------
    op : str
        The name of the op in messages.
    function : callable
        Takes the arrays of dense `inputs`, returns a sequence of arrays; not a closure over data.
    inputs : list of Tensor
    outputs : list of (tuple of int, dtype)
        Shapes and dtypes of what it returns.

    Raises
    ------
    NotImplementedError
        If an input lies on a card: nothing is copied behind the user's back.
    """
    kinds = [*[kind for _, kind in outputs], *[x.spec.dtype for x in inputs]]
    if any(map(_SHORT, kinds)):
        found = hosted(op, function, [*map(wide, inputs)], [(s, d.wide) for s, d in outputs])
        return [narrow(x, kind) for x, (_, kind) in zip(found, outputs, strict=True)]
    if cards.used:
        where = device_of([x.spec for x in inputs])
        if where is not CPU:
            raise missing(op, where, f"kernels/{where.type}/")
    recorder = interpreters.current()
    if recorder is None or not recorder.active:
        return [from_array(result) for result in function(*map(array_of, inputs))]
    made = [empty_shape(shape, dtype, CPU) for shape, dtype in outputs]
    launch = host.HostLaunch(
        function,
        [(x.spec.shape, x.spec.dtype.name) for x in inputs],
        [(x.spec.shape, x.spec.dtype.name) for x in made],
    )
    launch(*inputs, *made)
    return made

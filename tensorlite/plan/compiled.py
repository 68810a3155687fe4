"""`tensorlite.compile`: functions that are recorded once and replayed."""

import functools
import threading
import warnings

from ..errors import TraceError, expected
from ..graph import mode
from ..kernels.cpu import launch as launching
from ..kernels.cpu import threads
from ..op import registry
from ..ops.strided import empty_as
from ..tensor import Leaf, Tensor, make
from . import tree
from .build import Plan
from .guards import Guards, is_plain
from .trace import Trace

PLANS = 64  # kept per function
_tracing = threading.Lock()


class Compiled:
    """
    A function whose runs are recorded as plans; see `tensorlite.compile`.

    Attributes
    ----------
    plans : int
        How many plans there are, one per set of shapes, dtypes and Python arguments.
    recompiles : list of str
        Why a plan was made although there was one for these arguments.
    """

    def __init__(self, function):
        self._function = function
        self._plans = {}
        self._lock = threading.RLock()
        self.recompiles = []
        functools.update_wrapper(self, function, updated=())

    def __call__(self, *args, **kwargs):
        if launching.recorder is not None and launching.recorder.active:
            return self._function(*args, **kwargs)  # part of a larger plan
        tensors, key, call = _read(args, kwargs)
        with self._lock:
            plan = self._plans.get(key)
            if plan is not None:
                changed = plan.guards.changed()
                if changed is None and not plan.renew():
                    changed = "the optimizer's rule"
                if changed is None:
                    try:
                        return plan(tensors)
                    except BaseException:
                        plan.take_back()
                        raise
                self._note(changed)
            return self._record(key, tensors, call)

    def _note(self, changed):
        self.recompiles.append(changed)
        if len(self.recompiles) in (8, 64, 512):
            warnings.warn(
                f"compile: {self.__name__} was recorded {len(self.recompiles)} times again; the "
                f"last time because of {changed}; try to keep it constant, or pass it as a tensor",
                stacklevel=3,
            )

    def _record(self, key, tensors, call):
        trace = Trace()
        stand_ins = [_stand_in(x, k) for k, x in enumerate(tensors)]
        arguments = []
        with _tracing:
            launching.recorder = trace
            try:
                for x in stand_ins:
                    trace.made(x.storage, "argument")
                    arguments.append((x, trace.locate(x.address)[0]))
                result = self._function(*call[0](stand_ins), **call[1](stand_ins))
                guards = Guards(self._function, trace)
                leaves, rebuild, _ = tree.flatten(result)
                del result
            except BaseException:
                launching.recorder = None
                trace.roll_back()
                raise
            launching.recorder = None
        plan = Plan(trace, arguments, leaves, rebuild, guards)
        del trace, arguments
        result = plan(tensors)
        while len(self._plans) >= PLANS:
            self._plans.pop(next(iter(self._plans)))
        self._plans[key] = plan
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)

    @property
    def plans(self):
        """How many plans there are."""
        return len(self._plans)

    def reset(self):
        """Forget all plans and their memory."""
        with self._lock:
            self._plans.clear()
            self.recompiles.clear()

    def __repr__(self):
        return (f"<compiled {self.__name__}: {self.plans} plans, "
                f"{len(self.recompiles)} recompiles>")  # fmt: skip


def _read(args, kwargs):
    """The tensors among arguments, the key of a plan for them, and how to call with others."""
    if not kwargs:
        plain = True
        for x in args:
            if type(x) is not Tensor or x._node is not None:
                plain = False
                break
        if plain:
            return args, (_same_specs([x.spec for x in args])), (list, _nothing)
    leaves, rebuild, shape = tree.flatten((args, kwargs))
    tensors = [x for x in leaves if isinstance(x, Tensor)]
    key = (shape, *[_key(x) for x in leaves])

    def build(stand_ins):
        new = iter(stand_ins)
        return rebuild([next(new) if isinstance(x, Tensor) else x for x in leaves])

    return tensors, key, (lambda new: build(new)[0], lambda new: build(new)[1])


_same_specs = tuple


def _nothing(_):
    return {}


def _key(x):
    if isinstance(x, Tensor):
        return x.spec, type(x), x.requires_grad, None if x._node is None else x._node
    if is_plain(x):
        return type(x), repr(x) if isinstance(x, float) else x
    try:
        hash(x)
    except TypeError:
        raise TypeError(
            expected("compile", "arguments that are tensors, numbers, strings or hashable objects",
                     type(x).__name__, "a tuple, or a global")
        ) from None  # fmt: skip
    return type(x), x


def _stand_in(x, number):
    """A tensor of the spec of an argument, over memory that nothing else shows."""
    if x._node is not None and type(x._node) is not Leaf and mode.grad:
        raise TraceError(
            f"compile: expected leaves or tensors without a graph; got argument {number} "
            f"{x.spec}, the result of a recorded op; try detach()"
        )
    base = empty_as(x.spec, x.spec.dtype)
    out = make(base.storage, x.spec, base.address, type(x))
    if x._node is not None:
        out._node = x._node
    return out


def compile(function=None, **options):
    """
    Record a function of tensors as plans of fused kernels, replayed by one native call.

    Parameters
    ----------
    function : callable
        Of tensors, modules, optimizers and Python values: a forward pass, a loss with its
        gradients, or a whole training step.

    Returns
    -------
    Compiled
        Called like `function`, with the same results and the same changes to parameters,
        gradients, optimizer state and generators.

    Raises
    ------
    TraceError
        If the function reads data on the host: ``item()``, ``bool()``, ``numpy()``, or a result
        whose shape depends on data.

    Notes
    -----
    The first call with new shapes, dtypes or Python arguments runs the function once to record it.
    Python code in it does not run again; what it reads from modules, optimizers, globals and its
    closure is watched, and a change makes a new plan.

    Examples
    --------
    >>> import tensorlite as tl
    >>> model = tl.nn.Linear(2, 1)
    >>> optimizer = tl.optim.SGD(model.parameters(), lr=0.1)
    >>> @tl.compile
    ... def step(x, y):
    ...     optimizer.zero_grad()
    ...     loss = tl.nn.functional.mse_loss(model(x), y)
    ...     loss.backward()
    ...     optimizer.step()
    ...     return loss
    >>> losses = [step(tl.ones(4, 2), tl.zeros(4, 1)).item() for _ in range(3)]
    >>> losses[2] < losses[0]
    True
    """
    if function is None:
        return compile
    if not callable(function):
        got = type(function).__name__
        raise TypeError(expected("compile", "a function", got, "compile(model.forward)"))
    return Compiled(function)


registry["compile"] = compile

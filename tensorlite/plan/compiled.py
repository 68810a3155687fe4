"""`tensorlite.compile`: functions that are recorded once and replayed."""

import functools
import threading
import warnings

from ..autograd.walk import Walk
from ..errors import TraceError, expected
from ..graph import edge, mode
from ..kernels.cpu import launch as launching
from ..op import registry
from ..ops.creation import empty_as, like_spec
from ..tensor import Leaf, Tensor, make
from . import tree
from .again import Again
from .build import Plan, Recording
from .gradients import Backward, without_hooks
from .guards import Guards, is_plain, watched
from .trace import Trace, restore_grads

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
        recorder = launching.recorder
        if recorder is not None and recorder.active:
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
        plan, before = self._planned(key, tensors, call)
        try:
            result = plan(tensors)
        except BaseException:
            plan.take_back()
            restore_grads(before)
            raise
        del before
        while len(self._plans) >= PLANS:
            self._plans.pop(next(iter(self._plans)))
        self._plans[key] = plan
        return result

    def _planned(self, key, tensors, call):
        """A Plan for these arguments, and the gradients that leaves had before it was made."""
        objects = [part[1] for part in key[1:] if type(part) is tuple and len(part) == 2]
        recording, guards = self._traced(tensors, call, objects)
        plan = Plan(recording, guards)
        plan.tape.label = self._label
        if plan.node is not None:
            plan.node.again = Again(self._function, call, len(tensors), plan)
        return plan, recording.trace.before

    def planned(self, *args, **kwargs):
        """The Plan that a call would make; it neither runs nor stays.

        What is made once at a first call, such as the state of an optimizer, is made.
        """
        tensors, key, call = _read(args, kwargs)
        with self._lock:
            plan, before = self._planned(key, tensors, call)
            plan.take_back()
            restore_grads(before)
        return plan

    def _traced(self, tensors, call, objects):
        """Run the function on stand-ins, and the gradients of what it returns."""
        arguments, stand_ins = [], [_stand_in(x) for x in tensors]
        with _tracing:
            trace = Trace()
            before, launching.recorder = launching.recorder, trace
            try:
                for x in stand_ins:
                    trace.made(x.storage, "argument")
                    arguments.append((x, trace.locate(x.address)[0]))
                _lend_grads(tensors, stand_ins)
                outside = watched(self._function, objects)
                result = self._function(*call[0](stand_ins), **call[1](stand_ins))
                guards = Guards(self._function, outside, trace, {x._node for x in stand_ins})
                leaves, rebuild, _ = tree.flatten(result)
                del result
                backward = recorded_backward(trace, leaves, stand_ins)
                recording = Recording(trace, arguments, leaves, rebuild, backward)
                _refuse_inner_grads(trace, tensors, stand_ins)
            except BaseException:
                launching.recorder = before
                trace.roll_back()
                raise
            launching.recorder = before
        return recording, guards

    @property
    def _label(self):
        return getattr(self, "__name__", type(self._function).__name__)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)

    @property
    def plans(self):
        """How many plans there are."""
        return len(self._plans)

    def explain(self):
        """
        What each plan does: kernels, bytes, operations, and the time that they take.

        Returns
        -------
        Explanation
            Prints as a table, in notebooks as HTML; `source(n)` is the Python source of kernel n.
            The steps run on copies of the memory that they write, and arguments count as zeros:
            no parameter, gradient or optimizer state changes.

        Examples
        --------
        >>> import tensorlite as tl
        >>> double = tl.compile(lambda x: (x * 2).sum())
        >>> double(tl.ones(3)).item()
        6.0
        >>> explanation = double.explain()
        >>> print(explanation)
        <lambda>: 1 plan...
        >>> "def " in explanation.source(1)
        True
        """
        from .explain import explain

        with self._lock:
            return explain(self)

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
        key = []
        for x in args:
            if type(x) is not Tensor or x._node is not None:
                break
            key.append(x.spec)
        else:
            return args, tuple(key), PLAIN_CALL
    leaves, rebuild, shape = tree.flatten((args, kwargs))
    tensors = [x for x in leaves if isinstance(x, Tensor)]
    tensors += [x._node.grad for x in tensors if type(x._node) is Leaf and x._node.grad is not None]
    key = (shape, *[_key(x) for x in leaves])

    def build(stand_ins):
        new = iter(stand_ins)
        return rebuild([next(new) if isinstance(x, Tensor) else x for x in leaves])

    return tensors, key, (lambda new: build(new)[0], lambda new: build(new)[1])


def _nothing(_):
    return {}


PLAIN_CALL = list, _nothing


def _key(x):
    if isinstance(x, Tensor):
        leaf = x._node if type(x._node) is Leaf else None
        grad = None if leaf is None or leaf.grad is None else leaf.grad.spec
        return x.spec, type(x), x.requires_grad, grad
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


def _stand_in(x):
    """A tensor of the spec of an argument, over memory that nothing else shows."""
    base = empty_as(x.spec, x.spec.dtype)
    out = make(base.storage, x.spec, base.address, type(x))
    if x._node is not None and mode.grad:
        out._node = Leaf(x.spec)
    return out


def _lend_grads(tensors, stand_ins):
    """Give stand-ins the `.grad` that their arguments have: it follows among the arguments."""
    own = iter(stand_ins[_argument_count(tensors) :])
    for x, stand_in in zip(tensors, stand_ins, strict=True):
        if type(x._node) is Leaf and x._node.grad is not None and stand_in._node is not None:
            stand_in._node.grad = next(own)


def _argument_count(tensors):
    """How many of the tensors are arguments, not gradients of arguments."""
    with_grad = 0
    for count, x in enumerate(tensors):
        if count + with_grad == len(tensors):
            return count
        with_grad += type(x._node) is Leaf and x._node.grad is not None
    return len(tensors)


def _refuse_inner_grads(trace, tensors, stand_ins):
    """Gradients of the function's own backward end at leaves."""
    for number, (x, stand_in) in enumerate(zip(tensors, stand_ins, strict=True)):
        if stand_in._node in trace.grads and type(x._node) is not Leaf:
            raise TraceError(
                f"compile: expected backward() inside the function to end at leaves; got argument "
                f"{number} {x.spec}, the result of a recorded op; try detach(), or backward() "
                "outside"
            )


def recorded_backward(trace, leaves, stand_ins):
    """Record the gradients of the results whose graphs still stand; None if there are none."""
    roots = []
    for x in leaves:
        graph = isinstance(x, Tensor) and x._node is not None and type(x._node) is not Leaf
        if graph and all(x is not root for root in roots):
            roots.append(x)
    nodes = _reachable(roots)
    roots = [x for x in roots if all(node.saved is not None for node in _reachable([x]))]
    if not roots:
        return None
    places = sorted({e for node in nodes for e in node.edges if type(e) is Leaf}, key=id)
    first, grads = len(trace.steps), []
    for x in roots:
        g = empty_as(like_spec(x.spec, x.spec.dtype), x.spec.dtype)  # dense, if x repeats elements
        trace.made(g.storage, "argument")
        grads.append((g, trace.locate(g.address)[0]))
    own = {x._node: k for k, x in enumerate(stand_ins) if x._node is not None}
    with without_hooks([place for place in places if place not in own]):
        found = Walk(roots, [g for g, _ in grads], False, False, set(places)).found
    return Backward(
        first, roots, grads, [own.get(p, p) for p in places], [found.get(p) for p in places]
    )


def _reachable(roots):
    """The nodes that the gradients of some tensors pass."""
    seen, stack = set(), [edge(x) for x in roots]
    while stack:
        place = stack.pop()
        if place is not None and type(place) is not Leaf and place[0] not in seen:
            seen.add(place[0])
            stack += place[0].edges
    return seen


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
    RuntimeError
        If an argument shares memory that the function changes through another tensor.

    Notes
    -----
    The first call with new shapes, dtypes or Python arguments runs the function once to record it.
    Python code in it does not run again; what it reads from modules, optimizers, globals and its
    closure is watched, and a change makes a new plan.

    Results have gradients of any order. A backward with ``create_graph=True`` runs the function
    once more, eagerly: it must be what it was at the call, and write nothing but its results.

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

"""`tensorlite.compile`: functions that are recorded once and replayed."""

import collections
import copy
import functools
import threading
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Self, TypeVar, overload

from ..declare import offer
from ..errors import TraceError, expected
from ..gate import gated
from ..graph import warn
from ..kernels import interpreters
from ..kernels.places import place
from ..op import found_at
from .again import Again
from .build import Plan
from .conditions import Change
from .debug import compare, signature
from .known import functions_of
from .listen import Unprepared
from .record import ARGUMENT, Arguments, Raised, read, record
from .trace import restore_grads

if TYPE_CHECKING:
    import tensorlite as tl

    from .explain import Explanation

P = ParamSpec("P")
R = TypeVar("R")
Model = TypeVar("Model", bound="tl.nn.Module")
PLANS = 64  # kept per function
PATIENCE = 8  # recordings for one reason after which a warning names the remedy
STATES = 1024  # in which a call ran as eager code: the second time it is recorded
_tracing = threading.Lock()
kinds: list = []  # classes of callables that are compiled as a class of their own: (class, as what)
living: weakref.WeakSet = weakref.WeakSet()  # all that are compiled


class Compiled(Generic[P, R]):
    """
    A function whose runs are recorded as plans; see `tensorlite.compile`.

    Attributes
    ----------
    plans : int
        How many plans there are: for shapes, dtypes, and whatever else a recording relied on.
    recompiles : list of str
        Why a plan was made although there was one for these arguments.
    """

    stands_for = "_function"  # whose attributes it has beside its own, as a recording has to know

    recompiles: list[str]

    def __init__(self, function: Callable[P, R], check_every=None):
        self._function, self._check_every, self._calls = function, check_every, 0
        self._plans = {}  # key of the arguments -> plans, the last that held first
        self._raising = {}  # the same -> Guards of recordings that raised
        self._varying, self._fixed = set(), set()  # places of inputs; and of what cannot be one
        self._reasons, self._met = collections.Counter(), {}
        self._lock = threading.RLock()
        self.recompiles = []
        functools.update_wrapper(self, function, updated=())
        living.add(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        recorder = interpreters.current()
        if recorder is not None and recorder.active:
            return self._function(*args, **kwargs)  # part of a larger plan
        leaves, tensors, key, call = read(args, kwargs)
        with self._lock:
            plans = self._plans.get(key, ())
            for plan in plans:
                taken = plan.guards.holds(leaves)
                if taken is None or not plan.renew():
                    continue
                if len(taken) > 2 and (taken := _with_late(plan, taken)) is None:
                    continue
                if not plan.may_meet or self._is_apart(plan, tensors, taken):
                    if plan is not plans[0]:
                        plans.remove(plan)
                        plans.insert(0, plan)
                    if self._check_every is not None:
                        self._check(plan, Arguments(leaves, tensors, key, call, (args, kwargs)))
                    return _run(plan, leaves, tensors, taken, args, kwargs)
            arguments = Arguments(leaves, tensors, key, call, (args, kwargs))
            raising = self._raising.get(key, ())
            error = next((told for guards, told in raising if guards.holds(leaves)), None)
            often = len(raising) == PATIENCE
            if error is None and not often and self._is_worth_it(plans, arguments):
                try:
                    return self._record(arguments)
                except Raised as raised:
                    error = repr(raised.error)
                    if raised.guards is not None:
                        self._raising.setdefault(key, []).append((raised.guards, error))
        return self._eagerly(arguments, error)

    def _eagerly(self, arguments, error):
        """Run a call whose recording raises: it raises again, and leaves what it did before.

        Where recordings raise time and again, or are of use once (`error` is None), it may as
        well raise nothing.
        """
        args, kwargs = arguments.given
        result = self._function(*args, **kwargs)
        self._raising.pop(arguments.key, None)
        if error is None:
            return result
        raise TraceError(
            expected("compile", "a function that raises nothing, or what eager code raises, too",
                     f"{error} while it was recorded, not when it ran",
                     "leaving this part uncompiled")
        )  # fmt: skip

    def _is_worth_it(self, plans, arguments):
        """Whether to record: what has been something else time and again has to come again."""
        if not plans:
            return True
        change = self._changed(plans, arguments)
        reason, now = change.place or change.text.partition(": was ")[0], change.now
        if self._reasons[reason] >= PATIENCE and now not in self._met:
            self._met[now] = None
            if len(self._met) > STATES:
                del self._met[next(iter(self._met))]
            return False
        self._explain(change, reason)
        return True

    def _changed(self, plans, arguments):
        """Why the plan that held last does not; which values become inputs is noted."""
        changes = [plan.guards.changed(arguments.leaves) for plan in plans]
        for change in filter(None, changes):
            self._varying.update(change.varying)
        refused = plans[0].refused or "a number that cannot be computed"
        return changes[0] or Change(refused, now=object())

    def _explain(self, change, reason):
        """Note why a plan is made beside one that is there."""
        if change.place is None or not change.place.startswith(ARGUMENT):
            self.recompiles.append(change.text)
        self._reasons[reason] += 1
        if self._reasons[reason] == PATIENCE:
            warn(
                f"compile: {self._label} was recorded {PATIENCE} times again, the last time "
                f"because of {change.text}; try to keep it constant, or pass it as a tensor; "
                "from now on, what it has not been before runs as eager code"
            )

    def _check(self, plan, arguments):
        """At every n-th call, see that the plan is what would be recorded now."""
        self._calls += 1
        if self._calls % self._check_every == 0:
            plan.take_back()
            recording, _ = self._recorded(arguments, plan.varying)
            recording.trace.roll_back()
            compare(plan.signature, signature(recording.trace))
            plan.renew()

    def _record(self, arguments):
        plan, before, taken = self._planned(arguments)
        if plan.may_meet and not self._is_apart(plan, arguments.tensors, taken):
            restore_grads(before)
            return self._record(arguments)
        try:
            result = _run(plan, arguments.leaves, arguments.tensors, taken, *arguments.given)
        except BaseException:
            if not plan.calls:
                restore_grads(before)
            raise
        del before
        while self.plans >= PLANS:
            oldest = next(iter(self._plans))
            self._plans[oldest].pop()
            if not self._plans[oldest]:
                del self._plans[oldest]
        self._plans.setdefault(arguments.key, []).insert(0, plan)
        return result

    def _is_apart(self, plan, tensors, taken):
        """Whether a plan may take what it takes from outside; else it is no input any more."""
        if plan.is_apart((*tensors, *taken[1])):
            return True
        plan.take_back()
        plan.refused = "memory that it writes is that of another tensor that it takes"
        self._fixed.update(plan.lent[1])
        return False

    def _planned(self, arguments):
        """A Plan for these arguments, the gradients that leaves had before it was made, and what
        its first call takes from outside."""
        recording, guards = self._recorded(arguments, self._varying - self._fixed)
        told = None if self._check_every is None else signature(recording.trace)
        plan = Plan(recording, guards)
        plan.signature = told
        plan.tape.label = self._label
        if plan.node is not None:
            plan.node.again = Again(self._function, arguments.call, plan)
        return plan, recording.trace.before, (guards.conditions.first(), recording.given)

    def planned(self, *args, **kwargs):
        """The Plan that a call would make; it neither runs nor stays.

        What is made once at a first call, such as the state of an optimizer, is made.
        """
        with self._lock:
            leaves, tensors, key, call = read(args, kwargs)
            given = Arguments(leaves, tensors, key, call, (args, kwargs))
            try:
                plan, before, _ = self._planned(given)
            except Raised as raised:
                raise raised.error from None
            plan.take_back()
            restore_grads(before)
        return plan

    def _recorded(self, arguments, varying):
        """A Recording and its Guards; functions that turn up on the way are followed, too."""
        followed, suspects = [], set()
        first: Any = None
        while True:
            try:
                with _tracing:
                    found = record(self._function, arguments, varying, followed)
                self._fixed |= suspects
                return found
            except Unprepared as other:
                functions = functions_of(other.code)
                if not functions or all(f in followed for f in functions):
                    raise TraceError(
                        f"compile: expected functions that can be followed; got "
                        f"{other.code.co_qualname} at "
                        f"{place(other.code.co_filename, other.code.co_firstlineno)}, which no "
                        "function object runs; try a plain function"
                    ) from None
                followed += functions
            except Exception as error:
                if not varying:
                    alike = type(first) is type(error) is Raised and first.is_like(error)
                    raise first if alike else error from None
                first = error
                suspects, varying = varying, set()  # what came as a Number may be the reason

    @property
    def _label(self):
        return self.__dict__.get("__name__", type(self._function).__name__)

    @overload
    def __get__(self, instance: None, owner: Any = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: Any = None) -> Callable[..., R]: ...

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)

    @property
    def plans(self) -> int:
        """How many plans there are."""
        return len(self.at_hand())

    def at_hand(self):
        """All plans."""
        return [plan for plans in self._plans.values() for plan in plans]

    def explain(self) -> "Explanation":
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

    def reset(self) -> None:
        """Forget all plans and their memory, and what varied."""
        with self._lock:
            for kept in (self._plans, self._raising, self._varying, self._fixed, self._reasons,
                         self._met, self.recompiles):  # fmt: skip
                kept.clear()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return getattr(self._function, name)  # parameters(), train(), ... of a Module

    def __copy__(self):
        return type(self)(self._function, self._check_every)

    def __deepcopy__(self, memo):
        return type(self)(copy.deepcopy(self._function, memo), self._check_every)

    def __reduce__(self):
        """By its name, if it stands there in its module; else with what it compiles."""
        if found_at(self.__dict__.get("__module__"), self.__dict__.get("__qualname__")) is self:
            return self.__qualname__
        return type(self), (self._function, self._check_every)

    def __repr__(self):
        return (f"<compiled {self._label}: {self.plans} plans, "
                f"{len(self.recompiles)} recompiles>")  # fmt: skip


def _with_late(plan, taken):
    """What a call takes, with the numbers that come late; None if another plan is due."""
    numbers, inputs, late = taken
    more = late()
    if more is None:
        plan.take_back()
        return None
    return (*numbers, *more), inputs


def _run(plan, leaves, tensors, taken, args, kwargs):
    """A call: the plan on the arguments and what it takes from outside, then what it writes."""
    numbers, inputs = taken
    for tell in plan.told:
        tell()
    try:
        result = plan((*tensors, *inputs) if inputs else tensors, numbers, leaves)
    except BaseException:
        if not plan.has_run():
            plan.take_back()
        raise
    if plan.writes is None:
        return result
    result, values = result if plan.writes_values else (result, ())
    plan.writes(leaves, numbers, values, (args, kwargs))
    return result


@overload
def compile(model: Model, *, check_every: int | None = None, **options: Any) -> Model: ...


@overload
def compile(
    model: Callable[P, R], *, check_every: int | None = None, **options: Any
) -> Compiled[P, R]: ...


@overload
def compile(
    model: None = None, *, check_every: int | None = None, **options: Any
) -> Callable[[Callable[P, R]], Compiled[P, R]]: ...


def compile(
    model: Callable[..., Any] | None = None, *, check_every: int | None = None, **options: Any
) -> Any:
    """
    Record a function of tensors as plans of fused kernels, replayed by one native call.

    Parameters
    ----------
    model : callable
        Of tensors, modules, optimizers and Python values: a forward pass, a loss with its
        gradients, or a whole training step.
    check_every : int, optional
        For debugging: at every call of this number the function is recorded once more, and an
        error is raised if the plan at hand would do anything else.
    **options
        PyTorch's (`mode`, `fullgraph`, `dynamic`, ...), which mean nothing here, except
        `disable=True`: the function is returned as it is.

    Returns
    -------
    Compiled
        Called like `model`, with the same results and the same changes to parameters,
        gradients, optimizer state, generators and Python objects. Of a Module, a Module that has it
        as its child `_orig_mod`.

    Raises
    ------
    TraceError
        If the function reads data on the host (``item()``, ``bool()``, ``numpy()``, or a result
        whose shape depends on data), or reads or writes what can be neither watched nor repeated.
    RuntimeError
        If an argument shares memory that the function changes through another tensor.

    Notes
    -----
    The first call with new shapes or dtypes runs the function once to record it; Python code in it
    does not run again while the plan holds. What the recording *read* outside of itself, from
    arguments, globals, enclosing functions, defaults, objects, classes, modules, dicts, lists, sets
    and arrays, is looked at by every call, or is an input of the plan, or is refused with the line
    that reads it. What it *wrote* to Python objects each call repeats, or it is refused with the
    line. So a plan is never stale.

    A changed value makes another plan; all plans stay at hand, and a call takes the one that holds
    (`.grad` present or not, `training`, every tenth step). From its second value on, a number
    (int or float), and a tensor that is replaced by another one of the same shape and dtype, is an
    input: no further plan. Where a number decides something (``if k % 10 == 0``), the decision is
    what the plan holds for. So it is with the length of a list and with what stands at its ends: a
    log may grow. `recompiles` tells the reasons. A call whose recording raised runs as it is, and
    so do later ones for which it holds.

    A rate or a count that a step of an optimizer or scheduler in the function changes is read when
    that step is done; what would be decided by it is refused.

    What cannot be an input (a size, the text of a number, memory that is replaced) makes 8 plans
    for one reason; then a warning names it, and a call with what was not there before runs as
    eager code. The second time that the same is there, it is recorded.

    Results have gradients of any order. A backward with ``create_graph=True`` runs the function
    once more, eagerly: it must be what it was at the call, and write nothing but its results.

    Methods of library classes (``Tensor.relu``, ``nn.Linear.forward``, ``SGD.step``) are watched
    by the names that the function and the modules in it use, operators (``x * y``) too, and so are
    the functions of `nn.functional`, `linalg` and the like, whoever uses them. That is the limit of
    the rule: what else code of a library looks up inside itself is not watched.

    Functions of C extensions count as functions of their arguments alone, and of the settings of
    NumPy, `decimal` and `locale`, which are watched; changing such settings inside, files, clocks
    and Python's own random numbers are refused, `print` and `logging` are repeated. While a
    function is recorded, its code and that of the functions that it calls is replaced by the same
    code with spies (see `plan/spies.py`), and an input stands where its number did: other
    threads should not change the same objects meanwhile.

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
    if model is None:
        return functools.partial(compile, check_every=check_every, **options)
    if not callable(model):
        got = type(model).__name__
        raise TypeError(expected("compile", "a function", got, "compile(model.forward)"))
    if check_every is not None and (type(check_every) is not int or check_every < 1):
        raise ValueError(expected("compile", "check_every to be a number of calls",
                                  repr(check_every), "check_every=10"))  # fmt: skip
    if options.get("disable"):
        return model
    kind = next((kind for of, kind in kinds if isinstance(model, of)), Compiled)
    return kind(model, check_every)


offer("compile", gated(compile))

"""One run of a function, recorded: arguments in, a Recording and its Guards out."""

import traceback

from ..autograd.walk import Walk
from ..errors import TraceError, expected
from ..graph import edge, mode
from ..kernels import interpreters
from ..ops.creation import empty_as, like_spec
from ..tensor import Leaf, Tensor
from . import tree
from .build import Recording
from .conditions import Conditions, is_plain
from .effects import Showing
from .gradients import Backward, without_hooks
from .guards import Guards
from .listen import Listener, Unprepared
from .numbers import Number
from .outputs import Given
from .trace import Trace, stand_in
from .writes import Containers, Writes

ARGUMENT = "argument "  # so begin the places of numbers among the arguments


class Raised(Exception):
    """The recorded function raised an error of its own.

    Attributes
    ----------
    guards : Guards or None
        What it was raised for; None if more may decide.
    """

    def __init__(self, error):
        super().__init__(error)
        self.error, self.guards = error, None

    def is_like(self, other):
        """Whether two recordings raised the same."""
        return repr(self.error) == repr(other.error)


class Arguments:
    """
    The arguments of a call.

    Attributes
    ----------
    leaves : sequence
        All of them, out of their tuples, lists and dicts.
    tensors : sequence of Tensor
        The tensors among them, then the gradients that these have.
    key : tuple
        Equal for calls that differ in data, numbers and objects alone.
    call : callable
        `call(leaves)` is (args, kwargs) with others in their places.
    given : (tuple, dict)
        These args and kwargs themselves.
    """

    __slots__ = ("call", "given", "key", "leaves", "tensors")

    def __init__(self, leaves, tensors, key, call, given):
        self.leaves, self.tensors, self.key, self.call = leaves, tensors, key, call
        self.given = given


def read(args, kwargs):
    """The leaves, tensors, key and call of Arguments, one by one: an object takes 0.2 us."""
    if not kwargs:
        key = []
        for x in args:
            if type(x) is not Tensor or x._node is not None:
                break
            key.append(x.spec)
        else:
            return args, args, tuple(key), _plain_call
    leaves, rebuild, shape = tree.flatten((args, kwargs))
    tensors = [x for x in leaves if isinstance(x, Tensor)]
    tensors += [x._node.grad for x in tensors if type(x._node) is Leaf and x._node.grad is not None]
    return leaves, tensors, (shape, *map(_key, leaves)), rebuild


def _plain_call(leaves):
    return leaves, {}


def _key(x):
    if isinstance(x, Tensor):
        leaf = x._node if type(x._node) is Leaf else None
        grad = None if leaf is None or leaf.grad is None else leaf.grad.spec
        return x.spec, type(x), x.requires_grad, grad
    if type(x) in (int, float):
        return type(x)  # an input, when it varies
    if is_plain(x):
        return type(x), repr(x) if isinstance(x, float) else x
    if not hasattr(x, "__dict__") and type(x).__hash__ is None:
        raise TypeError(
            expected("compile", "arguments that are tensors, numbers, strings or objects",
                     type(x).__name__, "a tuple, or a global")
        )  # fmt: skip
    return type(x)


def record(function, arguments, varying, followed):
    """
    Run a function on stand-ins for its arguments; nothing is computed, and nothing stays changed.

    Parameters
    ----------
    function : callable
    arguments : Arguments
    varying : set of str
        Places whose values become inputs.
    followed : list of function
        Functions of the user's that turned up in an earlier run.

    Returns
    -------
    Recording, Guards

    Raises
    ------
    Unprepared
        If another function of the user's turned up.
    Raised
        If the function raised an error.
    TraceError
        If something cannot be recorded, watched or repeated.
    """
    tensors = arguments.tensors
    stand_ins = [_stand_in(x) for x in tensors]
    trace = Trace()
    conditions = Conditions(trace)
    watch = trace.watch = Listener(trace, conditions, varying, followed)
    try:
        with interpreters.standing(trace):
            places = [_argument(trace, x) for x in stand_ins]
            _lend_grads(tensors, stand_ins)
            leaves = _leaves(arguments, stand_ins, watch)
            args, kwargs = arguments.call(leaves)
            containers = Containers(args, kwargs, leaves)
            with watch:
                watch.mark(function, getattr(function, "__name__", type(function).__name__))
                watch.enters(function)
                result = _called(function, args, kwargs)
            _raise_what_ended(trace, watch, result, stand_ins)
            _keep_shared_grads(trace, watch)
            _refuse_shown_arguments(trace)
            writes = Writes(watch, containers)
            if writes.values:
                result = result, writes.values
            results = _results(result, watch)
            del result
            guards = Guards(watch, trace, stand_ins)
            recording = _recording(trace, watch, places, results, varying, writes, stand_ins)
            _refuse_inner_grads(trace, tensors, stand_ins)
    except BaseException:
        watch.restore()
        trace.roll_back()
        raise
    else:
        watch.restore()
    finally:
        trace.watch = None  # no cycle keeps what was recorded
    return recording, guards.closed()


def _argument(trace, x):
    """What stands for an argument, and its Region."""
    trace.made(x.memory, "argument")
    return x, trace.region(x.memory)


def _raise_what_ended(trace, watch, result, stand_ins):
    """Raise what ended the run before its time, even where the function caught it."""
    if watch.unprepared is not None:
        raise Unprepared(watch.unprepared)
    if trace.refusal is not None:
        raise trace.refusal
    if type(result) is Raised:
        if not trace.effects:
            result.guards = Guards(watch, trace, stand_ins).closed()
        raise result


def _recording(trace, watch, places, results, varying, writes, stand_ins):
    """The Recording of a run that ended well, with the gradients of its results."""
    places = [*places, *[(x, trace.region(x.memory)) for x in watch.inputs], *trace.lent.values()]
    backward = recorded_backward(trace, results[0], stand_ins)
    given = [*watch.given, *[grad for grad, _ in trace.lent.values()]]
    told = writes.function, bool(writes.values)
    recording = Recording(trace, places, results, varying, given, told, backward)
    recording.lent = len(stand_ins), watch.paths
    return recording


def _called(function, args, kwargs):
    """What a function gives, or Raised, when all that it has made is gone."""
    try:
        return function(*args, **kwargs)
    except TraceError:
        raise
    except Unprepared as error:
        traceback.clear_frames(error.__traceback__)  # finalizers run while they are watched
        return None
    except (Exception, SystemExit) as error:
        traceback.clear_frames(error.__traceback__)
        return Raised(error)


def _leaves(arguments, stand_ins, watch):
    """The arguments with stand-ins for tensors, conditions for the rest, and numbers that vary."""
    new, found = iter(stand_ins), []
    for place, x in enumerate(arguments.leaves):
        if isinstance(x, Tensor):
            x = next(new)
            watch.own(x, f"a[{place}]", arguments.leaves[place])
        elif type(x) in (int, float):
            x = watch.argument(f"a[{place}]", x, f"{ARGUMENT}{place}")
        elif not is_plain(x):
            watch.object(f"a[{place}]", x, f"{ARGUMENT}{place}")
        found.append(x)
    return found


def _results(result, watch):
    """What leaves, each value once; how it is put together; where each stands first."""
    leaves, rebuild = tree.flatten_result(result, watch.is_there)
    unique, places, numbers, firsts = [], [], {}, []
    for place, x in enumerate(leaves):
        if type(x) is Number:
            x = Given(watch.conditions.gives(x))
        elif not isinstance(x, Tensor):
            watch.leaves(x)
        number = numbers.setdefault(id(x), len(unique))
        if number == len(unique):
            unique.append(x)
            firsts.append(place)
        places.append(number)
    if len(unique) == len(leaves):
        return unique, rebuild, firsts
    return unique, lambda found: rebuild([found[number] for number in places]), firsts


def _stand_in(x):
    """A tensor of the Spec of an argument, over memory that nothing else shows."""
    out = stand_in(x)
    if x._node is not None and mode.grad:
        out._node = Leaf(x.spec)
    return out


def _lend_grads(tensors, stand_ins):
    """Give stand-ins the `.grad` that their arguments have: it follows among the arguments."""
    own = iter(stand_ins[_argument_count(tensors) :])
    for x, its in zip(tensors, stand_ins, strict=True):
        if type(x._node) is Leaf and x._node.grad is not None and its._node is not None:
            its._node.grad = next(own)


def _argument_count(tensors):
    """How many of the tensors are arguments, not gradients of arguments."""
    with_grad = 0
    for count, x in enumerate(tensors):
        if count + with_grad == len(tensors):
            return count
        with_grad += type(x._node) is Leaf and x._node.grad is not None
    return len(tensors)


def _keep_shared_grads(trace, watch):
    """A gradient that the function reaches in other ways, too, stays the one that it was."""
    for x, _ in watch.tensors.values():
        for leaf, (grad, _) in list(trace.lent.items()):
            if x.memory.root is grad.memory.root and x is not grad:
                trace.take_back(leaf)


def _refuse_shown_arguments(trace):
    """What was there before cannot show the memory of an argument, which differs between calls."""
    for showing in trace.effects:
        x = showing.tensor() if type(showing) is Showing else None
        if x is not None and x.spec.numel and trace.region(x.memory).kind == "argument":
            raise TraceError(
                f"compile: expected tensors from outside to show memory that stays; got {x.spec}, "
                f"which shows that of an argument since {showing.place}; try copy_(), or clone()"
            )


def _refuse_inner_grads(trace, tensors, stand_ins):
    """Gradients of the function's own backward end at leaves."""
    for number, (x, its) in enumerate(zip(tensors, stand_ins, strict=True)):
        inner = x._node is not None and type(x._node) is not Leaf
        if inner and its._node in trace.grads:
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
        trace.made(g.memory, "argument")
        grads.append((g, trace.region(g.memory)))
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

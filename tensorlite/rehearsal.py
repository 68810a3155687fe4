"""Small calls again: what a function does for arguments of a kind, done without the function.

A `rehearsed` function depends on nothing but its arguments and the modes of autograd. What tells
calls apart is their kind: the Specs of the tensors, which of them have a history, and all other
arguments by type and value. The second call of a kind is rehearsed: the function runs once more, on
stand-ins, while a Rehearsal notes what it allocates, checks and launches and which nodes it leaves.
From the third call on this Score is played: three Python frames, however long the function is.

What looks at numbers, draws them, writes to an argument or gives back its memory has no Score, and
runs as it stands each time. So does a call that a check of a Score refuses: the function knows why.
"""

import ctypes
import weakref
from operator import itemgetter

import numpy as np

from . import dtypes, shapes
from .device import CPU
from .device import device as Device
from .graph import Node, casting, edge, mode, orders, packing, user_frame
from .kernels import interpreters
from .kernels.cpu import native
from .kernels.cpu.launch import Launch
from .kernels.internals import cpython
from .kernels.interpreters import Interpreter
from .kernels.work.operands import Operand
from .op import supplied
from .shapes import Size
from .storage import ALIGNMENT, POOLED, DataStorage, Storage, allocate
from .tensor import Leaf, Spec, Tensor, empty_of, make, spec_of

_empty, _bytes, _new = np.empty, np.dtype(np.uint8), object.__new__
_PLAIN = frozenset({int, bool, str, type(None), type(...), dtypes.dtype, Device, Spec})
_HISTORY = object()  # behind the Spec of a tensor that has one
_SEQUENCES = frozenset({tuple, list, Size})
_BOUNDS = {int, type(None)}  # what slices in a kind of call are from and to
MOST = 32  # parts of a sequence: longer ones seldom come again
_NEW, _MET = object(), object()  # kinds of calls that were not made yet, or once
_repertoires: weakref.WeakSet = weakref.WeakSet()


class Repertoire:
    """
    What is known of a function's calls.

    Attributes
    ----------
    scores : dict
        By the kind of call: a Score, or None where there can be none.
    hopeless : bool
        Whether nothing that was rehearsed has one.
    """

    __slots__ = ("__weakref__", "hopeless", "scores")

    def __init__(self, hopeless=False):
        self.scores: dict = {}
        self.hopeless = hopeless
        _repertoires.add(self)

    def rehearse(self, kind, function, args, named):
        """Look for the Score of a kind of call, of which this is one."""
        self.scores[kind] = found = _rehearsed(function, args, named)
        known = list(self.scores.values())
        self.hopeless = found is None and not any(type(score) is Score for score in known)


@dtypes.when_default_changes
def _forget():
    for repertoire in list(_repertoires):
        repertoire.scores.clear()


def recall(repertoire, function, args, named):
    """`function(*args, **named)` by its Score; NotImplemented where there is none, or not yet."""
    if interpreters.busy or (casting.used and mode.casts is not None):
        return NotImplemented
    key: list = [mode.grad]
    given: list = []
    for x in args:
        kind = type(x)
        if kind is Tensor:
            given.append(x)
            key.append(x.spec)
            if x._node is not None:
                key.append(_HISTORY)
        elif kind in _PLAIN:
            key.append(kind)
            key.append(x)
        elif not _takes(x, kind, key, given):
            return NotImplemented
    for name in named:
        key.append(name)
        if not _takes(named[name], type(named[name]), key, given):
            return NotImplemented
    sort = tuple(key)
    score = repertoire.scores.get(sort, _NEW)
    if type(score) is Score:
        return score.play(given)
    if score is _MET:
        repertoire.rehearse(sort, function, args, named)
    elif score is _NEW:
        if len(repertoire.scores) > 1024:
            repertoire.scores.clear()
        repertoire.scores[sort] = _MET if given and all(map(_is_small, given)) else None
    return NotImplemented


def _takes(x, kind, key, given):
    """Add what tells an argument apart, and its tensors; whether anything does."""
    if isinstance(x, Tensor):
        given.append(x)
        key += (x.spec, kind) if x._node is None else (x.spec, kind, _HISTORY)
    elif kind in _SEQUENCES and len(x) <= MOST:
        key += (kind, len(x))
        for each in x:
            sort = type(each)
            if sort is Tensor:
                given.append(each)
                key.append(each.spec)
                if each._node is not None:
                    key.append(_HISTORY)
            elif sort is int:
                key.append(each)
            elif not _takes(each, sort, key, given):
                return False
    elif kind in _PLAIN:
        key += (kind, x)
    elif kind is float:
        key += (kind, x or repr(x))  # -0.0 is not 0.0
    elif kind is slice and {type(x.start), type(x.stop), type(x.step)} <= _BOUNDS:
        key += (kind, x.start, x.stop, x.step)
    else:
        return False
    return True


def _is_small(x):
    """Whether it is worth a rehearsal: a few numbers of one of our classes on the CPU."""
    spec = x.spec
    ours = type(x).__module__.partition(".")[0] == __package__
    return ours and spec.device is CPU and not spec.hidden and spec.nbytes < POOLED


class Score:
    """
    What a function does with tensors of certain Specs.

    A play numbers tensors: first the arguments, then what is made, then views of both.

    Attributes
    ----------
    made : list of Spec
        The memory that lives on, in results and in nodes: a tensor for each.
    scratch : int
        The bytes that it needs besides.
    fixed : list of int
        Addresses of constants. As operands they follow what is made and the scratch.
    points : list of (int, int)
        Further operands: which one of those before, and how many bytes from where it begins.
    launches : list of tuple
        As `native.launch` takes them, with what picks their operands.
    written : list of (int, int)
        Arguments that are written, and how often.
    views : list of (int, Spec, int)
        Which tensor they show, and where they begin, in bytes from it.
    nodes : list of tuple
        What `_link` makes them of, in their order.
    results : list
        The numbers of the tensors that the function returns; None for none.
    answer : callable or None
        Makes of them what it returns; None where it is one tensor.
    simple : bool
        Whether it is launches alone, with a result that is made last.
    held : object
        What has to live as long.
    """

    __slots__ = ("answer", "apart", "fixed", "held", "launches", "made", "nodes", "points",
                 "results", "scratch", "simple", "views", "written")  # fmt: skip

    def play(self, given):
        """Do it; NotImplemented if a check fails."""
        tensors = [*given, *map(empty_of, self.made)]
        if not self.simple:
            return self.fill(tensors)
        for entry, geometry, words, items, pick in self.launches:
            if native.launch(entry, geometry, words, items, *pick(tensors)):
                return NotImplemented
        return tensors[-1]

    def fill(self, tensors):
        """The same, in memory that is there."""
        if self.written and not self._may_write(tensors):
            return NotImplemented
        operands = tensors
        if self.apart:
            operands = tensors[:]
            if self.scratch:
                block = _empty(self.scratch + ALIGNMENT, _bytes)
                operands.append((native.address_of(block) + ALIGNMENT - 1) & -ALIGNMENT)
            operands += self.fixed
            for k, offset in self.points:
                x = operands[k]
                operands.append((x if type(x) is int else x.address) + offset)
        for entry, geometry, words, items, pick in self.launches:
            if native.launch(entry, geometry, words, items, *pick(operands)):
                return NotImplemented
        for k, times in self.written:
            tensors[k].memory.version += times
        for k, spec, offset in self.views:
            x = tensors[k]
            tensors.append(make(x.memory, spec, x.address + offset))
        if self.nodes:
            self._link(tensors)
        if self.answer is None:
            return tensors[self.results[0]]
        return self.answer([None if k is None else tensors[k] for k in self.results])

    def _may_write(self, tensors):
        """Whether the arguments that are written may change, and are memory of their own."""
        for k, _ in self.written:
            x = tensors[k]
            shared = sum([y.memory.buffer is x.memory.buffer for y in tensors]) > 1
            base = None if x._extra is None else x._extra.base
            heard = mode.grad and base is not None and base._node is not None
            if shared or heard or not x.memory.writeable:
                return False
        return True

    def _link(self, tensors):
        """Give what was made its history."""
        code, lasti = user_frame(cpython.frame(5))  # behind gate, `recall`, `play` and `fill`
        nodes = []
        for op, static, edges, specs, outputs, saved, out, results in self.nodes:
            node = _new(Node)
            node.op, node.static, node.specs, node.outputs = op, static, specs, outputs
            node.code, node.lasti, node.out = code, lasti, None
            links, node.order = [], next(orders)
            for place in edges:
                if type(place) is int:
                    x = tensors[place]
                    place = x._node
                    if type(place) is not Leaf:
                        place = (place, x._index) if x._extra is None else edge(x)
                elif place is not None:
                    place = nodes[place[0]], place[1]
                links.append(place)
            node.saved, node.versions = {}, ()
            if saved or out is not None:
                kept = node.saved
                node.versions = marks = []
                for i, x in saved:
                    kept[i] = x = tensors[x] if type(x) is int else x
                    marks.append((x.memory, x.memory.version))
                if out is not None:
                    x = tensors[out]
                    node.out = x.memory, x.spec, x.address
                    marks.append((x.memory, x.memory.version))
                if packing.used and mode.packs is not None:
                    supplied["pack_saved"](node)
            for k, index in results:
                x = tensors[k]
                x._node, x._index = node, index
            node.edges = tuple(links)
            nodes.append(node)


class _Unfit(Exception):
    """What a function does has no Score."""


class Rehearsal(Interpreter):
    """
    Notes what a function does with stand-ins of its arguments, while that runs.

    Attributes
    ----------
    origins : dict of Storage to int
        The memory that was made, and where in it operands begin to count.
    notes : list of (Launch, tuple)
        With the operands of each.
    checks : list of int
        Which of them are checks.
    """

    rehearses = True

    def __init__(self):
        self.origins, self.notes, self.checks = {}, [], []

    def launch(self, launch, operands):
        """Run it, and note it; what it answers has to be 0 each time."""
        shared = 0 < launch.grain < launch.items or launch.part < launch.items
        if type(launch) is not Launch or shared or not all(map(_is_followed, operands)):
            raise _Unfit
        if launch.run(*operands):
            raise _Unfit
        self.notes.append((launch, operands))
        return 0

    def check(self, launch, operand, complain):
        """The same of a check."""
        self.checks.append(len(self.notes))
        return not self.launch(launch, (operand,))

    def supposes(self, launch, operand):
        """Whether a check answers 0 now; a play finds out whether it does then."""
        return not launch.run(operand) and self.check(launch, operand, None)

    def made(self, storage, kind="made", filled=False):
        """Memory is fresh, or holds a constant."""
        if not filled:
            self.origins[storage] = storage.address

    def scratch(self, count):
        """Memory that begins at a multiple of 64."""
        storage = allocate(count + ALIGNMENT)
        self.origins[storage] = address = (storage.address + ALIGNMENT - 1) & -ALIGNMENT
        return Operand(address, storage)

    def _refuse(self, *_):
        raise _Unfit

    words = table = host_access = effect = shows = uses = uses_tree = replay = _refuse
    requires = made_leaf = reads_grad = writes_grad = warned = draws = _refuse


def _is_followed(operand):
    """Whether it is known what memory an operand is: nobody watches that of an address."""
    return operand == 0 if type(operand) is int else isinstance(operand.memory, Storage)


def _rehearsed(function, args, named):
    """The Score of a function for such arguments, or None."""
    if mode.packs is not None:
        return None
    stand_ins: list = []
    args = [_stood_in(x, stand_ins) for x in args]
    named = {name: _stood_in(x, stand_ins) for name, x in named.items()}
    rehearsal, before = Rehearsal(), [_bytes_of(x.memory) for x in stand_ins]
    try:
        with interpreters.standing(rehearsal):
            result = function(*args, **named)
        return _Writing(rehearsal, stand_ins).checked(result, before)
    except Exception:  # it has no Score; or fails, which the call itself will tell
        return None


def _stood_in(x, stand_ins):
    """An argument with copies in the place of its tensors, which are leaves."""
    if type(x) in _SEQUENCES:
        return type(x)([_stood_in(each, stand_ins) for each in x])
    if not isinstance(x, Tensor):
        return x
    spec, size = x.spec, x.spec.dtype.itemsize
    low, high = shapes.reach(spec.shape, spec.strides) if spec.numel else (0, -1)
    memory = allocate((high - low + 1) * size)
    ctypes.memmove(memory.address, x.address + low * size, memory.nbytes)
    own = make(memory, spec, memory.address - low * size, type(x))
    if x._node is not None:
        own._node = Leaf(spec)
    stand_ins.append(own)
    return own


def _bytes_of(storage):
    return ctypes.string_at(storage.address, storage.nbytes)


class _Writing:
    """
    Writes the Score of what was rehearsed.

    Attributes
    ----------
    roots : dict of Storage to int
        The numbers of the tensors that have all of a memory: stand-ins, and what is made.
    made : list of Spec
    views : dict of (int, Spec, int, Node or None) to int
        By the tensor that they show, how, from which byte on, and whence: the number of each.
    nodes : list of Node
    """

    def __init__(self, rehearsal, stand_ins):
        self.rehearsal, self.stand_ins = rehearsal, stand_ins
        self.roots = {x.memory: k for k, x in enumerate(stand_ins)}
        self.made, self.views, self.nodes = [], {}, []

    def checked(self, result, before):
        """The Score, if a play in memory full of something else gives the same bits."""
        score = self.score(result)
        written = [self.stand_ins[k].memory for k, _ in score.written]
        kept = [root for root, k in self.roots.items() if k >= len(self.stand_ins)]
        wanted = [_bytes_of(storage) for storage in (*written, *kept)]
        for x, numbers in zip(self.stand_ins, before, strict=True):
            ctypes.memmove(x.memory.address, numbers, len(numbers))
        made = [*map(empty_of, score.made)]
        for x in made:
            x.memory.buffer.fill(0xA5)
        again = score.fill([*self.stand_ins, *made])
        found = [_bytes_of(storage) for storage in (*written, *[x.memory for x in made])]
        return score if again is not NotImplemented and found == wanted else None

    def score(self, result):
        """The Score of a function that returned this."""
        parts = result if isinstance(result, tuple | list) else (result,)
        own = [x for x in parts if x is not None]
        self._check_results(own)
        score, count = Score(), len(self.stand_ins)
        score.written = self._written_to()
        self.nodes = sorted(_history(own), key=lambda node: node.order)
        kept = [*own, *[x for node in self.nodes for x in _saved_by(node)]]
        for x in kept:
            self._keep(x)
        self._lay_out(score)
        score.results = [None if x is None else self._number(x) for x in parts]
        score.nodes = [self._links(node, kept) for node in self.nodes]
        score.made, score.views = self.made, [view[:3] for view in self.views]
        score.answer = None if type(result) is Tensor else _answer(type(result))
        last = score.results == [count + len(self.made) - 1]
        score.simple = last and not (score.apart or score.written or score.nodes or score.answer)
        return score

    def _check_results(self, own):
        """Refuse results that are not tensors in memory that was made."""
        if not all(isinstance(x, Tensor) and x.memory in self.rehearsal.origins for x in own):
            raise _Unfit
        apart = len({x.memory for x in own}) == len(own) or all(x._extra is None for x in own)
        if mode.grad and not apart:
            raise _Unfit  # views of one tensor, which hear of each other

    def _written_to(self):
        """Which arguments were written, and how often."""
        found = [(k, x.memory.version) for k, x in enumerate(self.stand_ins) if x.memory.version]
        if any(self.stand_ins[k]._node is not None for k, _ in found):
            raise _Unfit
        roots = {self.stand_ins[k].memory for k, _ in found}
        for launch, operands in self.rehearsal.notes[: max(self.rehearsal.checks, default=0)]:
            if not roots.isdisjoint(x.memory for x in _may_change(launch, operands)):
                raise _Unfit  # before a check, which may fail
        return found

    def _keep(self, x):
        """Let the memory of a tensor live on, as a tensor that has all of it."""
        root = x.memory.root
        if root in self.roots or root not in self.rehearsal.origins:
            return
        whole = x.spec.nbytes == root.nbytes and x.address == root.address
        self.roots[root] = len(self.stand_ins) + len(self.made)
        self.made.append(x.spec if whole else spec_of((root.nbytes,), dtypes.uint8, CPU))

    def _number(self, x):
        """The number of a tensor in a play; or the tensor itself, if it is a constant."""
        k = self.roots.get(x.memory.root)
        if k is None:
            return x
        if type(x.memory) is DataStorage:
            raise _Unfit
        count = len(self.stand_ins)
        spec, first = self._whole(k)
        own = k >= count or x._node is self.stand_ins[k]._node  # no view, which has a node
        if own and (x.spec, x.address) == (spec, first):
            return k
        view = k, x.spec, x.address - first, x._node
        return self.views.setdefault(view, count + len(self.made) + len(self.views))

    def _whole(self, k):
        """The Spec and the address of a tensor that has all of a memory."""
        if k < len(self.stand_ins):
            return self.stand_ins[k].spec, self.stand_ins[k].address
        root = next(root for root, number in self.roots.items() if number == k)
        return self.made[k - len(self.stand_ins)], root.address

    # ---- launches

    def _lay_out(self, score):
        """Say what is launched, and on what: see `Score`."""
        origins, notes = self.rehearsal.origins, self.rehearsal.notes
        offsets, score.scratch = {}, 0
        for root, address in origins.items():
            if root not in self.roots:
                offsets[root] = score.scratch
                score.scratch += _rounded(root.address + root.nbytes - address)
        scratch = len(self.roots)
        first = scratch + bool(score.scratch)
        constants = {_address(x): x for _, operands in notes for x in operands
                     if self._is_constant(x)}  # fmt: skip
        numbers = {address: first + k for k, address in enumerate(constants)}
        points: dict = {}

        def place(x):
            if self._is_constant(x):
                return numbers[_address(x)]
            root = x.memory.root
            k = self.roots.get(root, scratch)
            begin = origins[root] - offsets[root] if k == scratch else self._whole(k)[1]
            offset = x.address - begin
            if not offset:
                return k
            return points.setdefault((k, offset), first + len(constants) + len(points))

        score.launches = []
        for launch, operands in notes:
            written = [operands[k] for k in (*(launch.writes or ()), *launch.updates)]
            if any(map(self._is_constant, written)):
                raise _Unfit
            pick = _picking([place(x) for x in operands])
            kernel = launch.entry, launch.geometry_address, launch.words, launch.items
            score.launches.append((*kernel, pick))
        score.fixed, score.points = [*constants], [*points]
        score.apart = bool(score.scratch or constants or points)
        score.held = [launch for launch, _ in notes], [*constants.values()]

    def _is_constant(self, operand):
        """Whether an operand was there before the call, and is no argument."""
        if type(operand) is int:
            return True
        root = operand.memory.root
        return root not in self.roots and root not in self.rehearsal.origins

    # ---- nodes

    def _links(self, node, kept):
        """What `Score._link` makes a node of."""
        if any(isinstance(value, Tensor) for value in (node.static or {}).values()):
            raise _Unfit
        edges = tuple([None if place is None else self._edge(place) for place in node.edges])
        saved = [(i, self._number(x)) for i, x in (node.saved or {}).items()]
        out = None if node.out is None else self._number(make(*node.out))
        results = {self._number(x): x._index for x in kept if x._node is node}
        more = saved, out, [*results.items()]
        return node.op, node.static, edges, node.specs, node.outputs, *more

    def _edge(self, place):
        if type(place) is not Leaf:
            return self.nodes.index(place[0]), place[1]
        return [x._node for x in self.stand_ins].index(place)


def _may_change(launch, operands):
    """The memory that a launch may write to."""
    known = launch.writes is not None or launch.updates
    places = (*(launch.writes or ()), *launch.updates) if known else range(len(operands))
    return [operands[k] for k in places if type(operands[k]) is not int]


def _rounded(count):
    return -(-count // ALIGNMENT) * ALIGNMENT


def _address(operand):
    return operand if type(operand) is int else operand.address


def _picking(places):
    """What picks these of a list, as a sequence."""
    return itemgetter(*places) if len(places) > 1 else itemgetter(slice(places[0], places[0] + 1))


def _answer(kind):
    """What makes a result of this class of a list of its parts."""
    if kind is type(None):
        return lambda parts: None
    return (lambda parts: kind(*parts)) if hasattr(kind, "_fields") else kind


def _history(results):
    """The nodes from which results come."""
    found, stack = set(), [x._node for x in results]
    while stack:
        node = stack.pop()
        if node is not None and type(node) is not Leaf and node not in found:
            found.add(node)
            stack += [e if type(e) is Leaf else e[0] for e in node.edges if e is not None]
    return found


def _saved_by(node):
    """The tensors that a node has saved."""
    saved = [*(node.saved or {}).values()]
    if node.op.ctx is not None or not all(isinstance(x, Tensor) for x in saved):
        raise _Unfit
    return saved if node.out is None else [*saved, make(*node.out)]

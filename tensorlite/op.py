"""The record of an op, and the registry of everything that `tensorlite` offers by name."""

import functools
import inspect
import sys
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FunctionType, ModuleType
from typing import Any

from . import dtypes
from .docstrings import docstring
from .errors import expected
from .kernels.language import complexes, derive

SPACES = ("tl", "Tensor", "fft", "linalg", "masked", "nn.functional", "random", "signal.windows",
          "special")  # fmt: skip
namespaces: dict = {space: {} for space in SPACES}  # what is public, by its name
registry = namespaces["tl"]  # tensorlite.<name>
methods = namespaces["Tensor"]
table: dict = {}  # the Op records by name
supplied: dict = {}  # by name: what higher layers give to lower ones, which cannot import them
NOTHING = ((), False)  # what an op saves that needs nothing for its gradients
_prepared: weakref.WeakSet = weakref.WeakSet()  # ops with calls made for one default dtype


@dtypes.when_default_changes
def _forget_calls():
    for op in list(_prepared):
        op.calls.clear()
        getattr(op, "writes", op.calls).clear()


def tied_to_default(op):
    """Let an op forget what it has prepared when the default dtype changes."""
    _prepared.add(op)


def is_inner(name):
    """Whether an op of ours has this name; users know those that are public."""
    package = __package__ + "."
    return any(op.name == name and op.__module__.startswith(package) for op in _prepared)


def supplies(function):
    """Give a function to lower layers, which call `supplied[its name]`."""
    supplied[function.__name__] = function
    return function


class Served(ModuleType):
    """A module that is filled from the registry: what somebody puts in the place of a function
    stands in `replaced`, for code of ours that looks it up here."""

    def __setattr__(self, name, value):
        key = self.__name__, name
        if name in vars(self) and not isinstance(value, ModuleType):
            usual = _usual.setdefault(key, vars(self)[name])
            replaced[key] = value
            if value is usual:
                del replaced[key]
        super().__setattr__(name, value)


replaced: dict = {}  # (name of a module, name) -> what somebody has put there
_usual: dict = {}  # what stood there


def serve(module):
    """Fill a module with what is registered for it; returns the names."""
    sys.modules[module["__name__"]].__class__ = Served
    offered = namespaces[module["__name__"].partition(".")[2]]
    module.update(offered)
    return sorted(offered)


def settle_names(package, tensor=None):
    """Let each function of a module, and each method, say where it is found: pickle names it.

    A function that is both is found in the module.
    """
    found = {}  # the function by its identity, with the first of its public names
    places = [(package, package["__name__"], "")]
    if tensor is not None:
        places.append((vars(tensor), tensor.__module__, "Tensor."))
    for names, module, prefix in places:
        for name, function in sorted(names.items(), key=_is_private):
            if type(function) is not FunctionType or _is_at_home(function):
                continue
            if prefix or name[0] != "_":
                found.setdefault(id(function), (function, module, prefix + name))
                if prefix and getattr(tensor, function.__name__, None) is not function:
                    function.__name__ = name  # what pickle looks up for a bound method
    for function, module, name in found.values():
        function.__module__, function.__qualname__ = module, name


def _is_at_home(function):
    """Whether it lies in a module that is served, and says so."""
    space = (function.__module__ or "").partition(".")[2]
    return namespaces.get(space, {}).get(function.__name__) is function


def _is_private(item):
    return item[0][0] == "_" and item[0][:2] != "__"


def found_at(module, qualname):
    """What stands under a name of a module, which pickle would find; None if nothing does."""
    found = sys.modules.get(module)
    for part in (qualname or "").split("."):
        found = getattr(found, part, None)
    return found


def named(name):
    """The op of the library with this name: what pickle calls."""
    return table[name]


class Rule:
    """How the gradient of an input is computed, or of several, and what backward keeps for it.

    `names` are by default those of the function's parameters. They say what it takes after the
    incoming gradient `g`: an input (`x`), the result (`out`), the spec of an input without its data
    (`x_spec`), a static argument; or else the number of the input (`index`), all `specs`, or which
    of several results have a gradient (`used`; `g` has zeros for the others).
    """

    __slots__ = ("by_name", "function", "keeps_out", "kept", "repertoire", "sources")

    def __init__(self, function, params, names=None):
        code: Any = getattr(function, "__code__", None)  # no constant and no Elementwise has one
        if names is None:
            names = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
        self.function = function
        self.kept = tuple(name for name in names if name in params)
        self.keeps_out = "out" in names
        self.sources = tuple([_source(name, params) for name in names])
        self.by_name = names[code.co_argcount - 1 :] if code else ()
        self.repertoire: Any = None  # what of it was rehearsed

    def applied(self, g, *args):
        """What the function gives, where all arguments go by place."""
        count = len(args) - len(self.by_name)
        named = dict(zip(self.by_name, args[count:], strict=True))
        return self.function(g, *args[:count], **named)


INPUT, OUT, SPEC, STATIC = range(4)  # where backward finds what a rule asks for


def _source(name, params):
    """Where backward finds what a rule calls `name`: the kind of place, and which it is there."""
    if name in params:
        return INPUT, params.index(name)
    if name == "out":
        return OUT, name
    if name.endswith("_spec") and name[:-5] in params:
        return SPEC, params.index(name[:-5])
    return STATIC, name


def _by_joint_rule(rule, places, node, slots, saved, out):
    """The gradients of a node's inputs by one rule: None for those that it does not give."""
    g = slots[0] if len(slots) == 1 else tuple(slots)
    found = supplied["apply_rule"](rule, node, None, g, saved, out, slots)
    grads = [None] * len(node.edges)
    for place, g in zip(places, found, strict=True):
        grads[place] = g
    return grads


class Op:
    """A primitive with its kernel and its gradient rules.

    Attributes
    ----------
    name : str
    params : tuple of str
        The names of its tensor arguments, which are positional.
    rules : list of Rule or None
        One per tensor argument; None where there is no gradient.
    gradients : callable or None
        Gives those of all inputs at once, of a node, the gradients of its results (None for those
        that nothing used), and what was saved, inputs by number and the result. What it answers
        with NotImplemented is left to the rules.
    calls : dict
        By what tells calls apart: what was prepared for calls like that.
    prepare : callable or None
        Gives the Call for Specs of operands and keywords, where launches are all that it does.
    takes_short : bool or callable
        Whether it sees to float16 and bfloat16 itself, or what tells that of the Specs of operands:
        others are given float32 in their place.
    of_numbers : bool
        Whether numbers alone are operands enough, as PyTorch has it in arithmetic.
    """

    __slots__ = ("__dict__", "__weakref__", "calls", "forward", "gradients", "name", "params",
                 "prepare", "rules", "saves")  # fmt: skip
    __call__: Callable  # given by `declare`
    takes_short = of_numbers = False
    ctx: Any = None  # of one call of a user's Function

    def __init__(self, name, params, forward, doc=None, gradients=None):
        self.name = name
        self.params = params
        self.forward, self.gradients = forward, gradients
        self.rules: list[Any] = [None] * len(params)
        self.saves, self.calls, self.prepare = {}, {}, None
        self.__doc__ = doc

    def __repr__(self):
        return f"<op {self.name}({', '.join(self.params)})>"

    def __reduce_ex__(self, protocol):
        if table.get(self.name) is self:
            return named, (self.name,)
        return super().__reduce_ex__(protocol)

    def rule(self, index):
        """The rule for the input number `index`, or None."""
        return self.rules[index]

    def grad(self, *names, joint=False, takes=None):
        """Decorate the gradient rule of the tensor arguments with these names.

        A `joint` one gives all of them at once, a tuple in this order; where the op has several
        results its `g` has None for those that nothing used. `takes` are the names in `Rule`.
        """
        places = [self.params.index(name) for name in names]

        def declare(function):
            rule = Rule(function, self.params, takes)
            for place in places:
                self.rules[place] = rule
            if joint:
                self.gradients = functools.partial(_by_joint_rule, rule, places)
            self.saves.clear()
            return function

        return declare

    def saving(self, needed):
        """Which inputs, and whether the result, must be kept for the gradients of `needed`."""
        found = self.saves.get(needed)
        if found is None:
            rules = [self.rule(i) for i in range(len(self.params)) if needed >> i & 1]
            kept = {name for rule in rules if rule for name in rule.kept}
            indices = tuple(i for i, name in enumerate(self.params) if name in kept)
            keeps_out = any(rule.keeps_out for rule in rules if rule)
            found = (indices, keeps_out) if indices or keeps_out else NOTHING
            self.saves[needed] = found
        return found


@dataclass(frozen=True, slots=True)
class Samples:
    """The operands with which an op is tested, and how near its results are to the reference.

    Attributes
    ----------
    domain : tuple of float
        The interval of inputs on which it is smooth.
    floating : bool
        Only for floating point operands, though its dtype rule takes others too.
    operands : dict
        By parameter, what is not like the others: "bool", "shift" or "whole" numbers; "nonzero" or
        "natural" where it is an integer; "step" where the result does not move with it.
    ordered : tuple of str
        Parameters of which each is at most the next.
    special : bool
        Whether it equals the reference at infinities, NaN and the like.
    smooth : bool
        Whether differences of its results tell its gradient.
    orders : int
        How many times it can be derived, of the two that are tested.
    rough : float
        How many times the usual error is allowed, where the reference is the worse of the two.
    """

    domain: tuple = (-2.0, 2.0)
    floating: bool = False
    operands: dict = field(default_factory=dict)
    ordered: tuple = ()
    special: bool = True
    smooth: bool = True
    orders: int = 2
    rough: float = 1.0


_USUAL = Samples()


def _no_gradient(op, operand):
    """The rule of an operand by which PyTorch has no gradient, either."""

    def refuse(g):
        what = "gradients by its other operands alone"
        raise NotImplementedError(expected(op, what, f"one by {operand}", f"{operand}.detach()"))

    return refuse


class Elementwise(Op):
    """An op that is one scalar function, applied to each element of its broadcast operands.

    Attributes
    ----------
    function : function
        The scalar function.
    kind : str
        The dtype rule. "same": the operands' common type; "float": the same, integers become the
        default floating point type; "bool": compares in the common type, gives bool; "logical":
        computes in bool; "integer": like "same", for integers and bool only; "number": like
        "same", but not for bool; "numbers": nor for bool beside numbers; "whole": like "same", bool
        counts as int64; "first": computes in the common type, gives the first operand's. Of complex
        operands a function whose result is real, like an absolute value, gives the type of their
        parts.
    reference : function or None
        The same in NumPy, the oracle of the tests.
    samples : Samples
        What the tests call it with.
    written : dict
        Written gradients: scalar functions `(g, ...)` by the name of the parameter; None where
        there is none.
    """

    __slots__ = (
        "defaults",
        "function",
        "kind",
        "reference",
        "samples",
        "writes",
        "written",
    )

    def __init__(self, function, kind, reference=None, samples=None, written=None, name=None):
        code = function.__code__
        super().__init__(
            name or function.__name__.strip("<>"),
            code.co_varnames[: code.co_argcount],
            None,
            function.__doc__,
        )
        self.function = function
        self.kind = kind
        self.reference = reference
        self.samples = samples or _USUAL
        self.written = written or {}
        self.defaults = function.__defaults__ or ()
        self.writes = {}
        tied_to_default(self)
        self.__name__ = self.name.strip("_")
        self.__module__, self.__qualname__ = function.__module__, function.__qualname__
        self.__doc__ = docstring(function.__doc__, self)

    def __reduce__(self):
        """By its name; one that its module knows as another object by its parts."""
        if found_at(self.__module__, self.__qualname__) is self:
            return self.__qualname__
        parts = self.function, self.kind, self.reference, self.samples, self.written, self.name
        return type(self), parts

    def signature(self):
        """What a call takes: its operands by the names of the parameters, and `out`."""
        empty, first = inspect.Parameter.empty, len(self.params) - len(self.defaults)
        made = [
            inspect.Parameter(
                name,
                inspect.Parameter.POSITIONAL_OR_KEYWORD,
                default=self.defaults[k - first] if k >= first else empty,
            )
            for k, name in enumerate(self.params)
        ]
        out = inspect.Parameter("out", inspect.Parameter.KEYWORD_ONLY, default=None)
        return inspect.Signature([*made, out])

    @property
    def __signature__(self):
        """The same by PyTorch's names, for `help` and editors."""
        *own, out = self.signature().parameters.values()
        names = [*("input", "other")[: len(own)], *self.params[2:]]
        told = [p.replace(name=n) for n, p in zip(names, own, strict=True)]
        return inspect.Signature([*told, out])

    def __get__(self, instance, owner=None):
        """Itself, as a builtin function: `help` then shows it as one."""
        return self

    @property
    def py_func(self):
        """The scalar function, so that other scalar functions may call the op by its name."""
        return self.function

    @property
    def differentiable(self):
        """Whether it has gradients: the others give integers or bool."""
        return self.kind in ("same", "float", "number", "numbers", "whole", "first")

    @property
    def fixed(self):
        """The numbers of the operands by which it has no gradient, though it has one by others."""
        return [k for k, name in enumerate(self.params) if self.written.get(name, self) is None]

    def rule(self, index):
        """The rule of an input, derived from the scalar function where none was written."""
        if self.rules[index] is None and self.differentiable:
            self.rules[index] = self._derived(index)
        return self.rules[index]

    def _derived(self, index):
        name = self.params[index]
        written, given = self.written.get(name), name in self.written
        if index in self.fixed:
            return Rule(_no_gradient(self.__name__, name), self.params)
        if written is None:
            constant = derive.derive(self.function, index).constant
            if constant in (0.0, 1.0, -1.0):
                return Rule(constant, self.params, ())
            written = derive.pullback(self.function, index)
            kept = written.params
        else:
            kept = written.__code__.co_varnames[1 : written.__code__.co_argcount]
        complexes.pulled(written, self.function, name, given)
        op = Elementwise(written, "same", name=f"{self.name}_grad_{name}")
        return Rule(op, self.params, kept)

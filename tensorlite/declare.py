"""Decorators that make entries: an op from a function, with all its public forms."""

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, overload

from . import shapes
from .annotations import Operand
from .batches import again as part_by_part
from .batches import batches
from .calls import outside, preparing
from .dispatch import apply, binary, computed, program_of, result_spec, unary
from .docstrings import docstring, document
from .dtypes import bool_
from .errors import expected
from .gate import check_kinds, dressed, gated, gated_factory, otherwise, refuse, respelled
from .kernels.cpu import elementwise as loops
from .kernels.language import reflect
from .op import Elementwise, Op, Samples, namespaces, table
from .rehearsal import Repertoire, recall
from .tensor import Tensor, number
from .writing import check_delivery, check_dtype, check_out, deliver, delivered, write


def primitive(function=None, *, takes_short=False):
    """Declare an op with a kernel of its own; the decorated function computes the result.

    Its positional parameters are tensors, its keyword-only ones static. It returns a fresh tensor,
    or a tuple of them, outside of any graph; `@name.grad("x")` gives the rule of an input. For
    `takes_short` see `op.Op`: what moves numbers only, or has kernels for them or casts in its
    launches. The op of `_softmax` or `matmul_op` has the plain name: "softmax" or "matmul".
    """
    if function is None:
        return functools.partial(primitive, takes_short=takes_short)
    code, name = function.__code__, function.__name__.strip("_").removesuffix("_op")
    op = Op(name, code.co_varnames[: code.co_argcount], function)
    op.__doc__ = function.__doc__
    op.__name__ = op.name
    op.__wrapped__, op.takes_short = function, takes_short
    table.setdefault(op.name, op)
    return op


def prepared(function=None, *, takes_short=False):
    """Declare an op that is launches alone; the decorated function says which, as a Call.

    Its positional parameters are the Specs of the tensors, its keyword-only ones static. It runs
    once for each combination; the rest is as in `primitive`.
    """
    if function is None:
        return functools.partial(prepared, takes_short=takes_short)
    op = primitive(function, takes_short=takes_short)
    op.prepare, op.forward = preparing(op, function), functools.partial(outside, op)
    return op


Op.__call__ = apply


def public(*spaces, name=None, method=True, names=(), out=False, rehearsed=False):
    """Offer a function under the namespaces that are given, or as the function alone.

    They are "tl" for ``tensorlite.<name>``, "Tensor" for its methods, and modules: "special",
    "nn.functional". Without any it is "tl" and, by default, "Tensor". Each of `names` is another
    name there, or, if it is qualified ("special.expit"), in that namespace alone. With `out` the
    function, not the method, takes `out=`: where its result is to be put ("exact": in its dtype).
    What depends on nothing but its arguments is `rehearsed`: small calls are played, see there.
    """
    bare = bool(spaces) and callable(spaces[0])
    where = spaces[bare:] or (("tl", "Tensor") if method else ("tl",))

    def declare(function):
        made = {}  # the same under one name everywhere
        for space, each in _places(where, name or function.__name__, names):
            key = each, space != "Tensor" and out
            if key not in made:
                made[key] = _form(function, each, space, key[1], "Tensor" not in where, rehearsed)
            offer(each, made[key], space)
        return function

    return declare(spaces[0]) if bare else declare


def _places(spaces, name, names):
    """Each namespace with each name in it."""
    for each in (name, *names):
        space, _, short = each.rpartition(".")
        for one in (space,) if space else spaces:
            yield one, short


def _form(function, name, space, out, maker, rehearsed):
    """A function as users of a namespace call it."""
    if out:
        return with_out(function, name, _module(space), out == "exact", rehearsed)
    if maker and _is_factory(function):
        return gated_factory(function, name, _module(space))
    return gated(function, name, _module(space), rehearsed)


def _module(space):
    return "tensorlite" if space in ("tl", "Tensor") else f"tensorlite.{space}"


def _is_factory(function):
    """Whether it makes tensors like no other, on a device."""
    names = inspect.signature(function).parameters
    return "device" in names and "input" not in names


def offer(name, function, *spaces):
    """Register something under a name in namespaces, by default as `tensorlite.<name>`, once."""
    if isinstance(function, type):  # a function's docstring is made by its gate
        document({name: function}, [name])
    for space in spaces or ("tl",):
        found = namespaces[space].setdefault(name, function)
        if inspect.unwrap(found) is not inspect.unwrap(function):
            shown = f"Tensor.{name}" if space == "Tensor" else f"{_module(space)}.{name}"
            raise ValueError(
                expected(shown, "a name that is free", f"the name of {found.__module__}'s and "
                         f"{function.__module__}'s", "another name")
            )  # fmt: skip
        if space == "Tensor":
            setattr(Tensor, name, function)


def with_out(function, name=None, module="tensorlite", exact=False, rehearsed=False):
    """A function of fresh tensors that also takes `out=`, a tensor or as many as it returns.

    Where it is `exact` they have the dtypes of the results.
    """
    name, repertoire = name or function.__name__, Repertoire() if rehearsed else None
    plain = inspect.signature(function)
    widens = "dtype" in plain.parameters and not exact

    def turn(other):
        nonlocal function
        before, function = function, other
        return before

    def bound(*args, out=None, **named):
        try:
            if out is None:
                made = NotImplemented
                if repertoire is not None:
                    made = recall(repertoire, function, args, named)
                return function(*args, **named) if made is NotImplemented else made
            if widens and named.get("dtype") is not None:
                check_kinds(name, out, named["dtype"])
            elif widens and args and _sets_dtype(out, args[0]):
                named["dtype"] = out.spec.dtype
            return _deliver(name, function(*args, **named), out, exact)
        except Exception as error:
            made = otherwise(error, bound, args, named)
            if made is not NotImplemented:
                return made
            again = respelled(error, bound, args, named)
            if again is None:
                refuse(error, bound, args, named)
                raise
        return bound(*again[0], out=out, **again[1])

    bound.turn = turn
    kind, by_name = out_kind(plain.return_annotation), inspect.Parameter.KEYWORD_ONLY
    more = inspect.Parameter("out", by_name, default=None, annotation=kind)
    signature = plain.replace(parameters=[*plain.parameters.values(), more])
    return dressed(bound, function, name, module, signature)


def out_kind(result):
    """What a function takes as `out` that gives such a result: one tensor, or one for each."""
    if result is Any:
        return Tensor | Sequence[Tensor] | None
    return Tensor | None if result in (Tensor, "Tensor") else Sequence[Tensor] | None


def _sets_dtype(out, x):
    """Whether x is to be summed in the dtype of `out`: it holds more digits, or is a whole one."""
    if not isinstance(out, Tensor) or not isinstance(x, Tensor):
        return False
    kind, own = out.spec.dtype, x.spec.dtype
    return own.is_floating_point and (kind.category < 2 or kind.itemsize > own.itemsize)


def _deliver(name, result, out, exact):
    """`out`, once all of it is known to fit and holds the result; positions keep their dtype."""
    if not isinstance(result, tuple):
        return delivered(name, result, out, exact)
    if not isinstance(out, tuple | list) or len(out) != len(result):
        got = f"{len(out)}" if isinstance(out, tuple | list) else type(out).__name__
        raise TypeError(expected(name, f"out to be {len(result)} tensors", got, "out=None"))
    for x, each in zip(result, out, strict=True):
        check_delivery(name, x, each, exact or x.spec.dtype.category < 2)
    filled = [deliver(name, x, each) for x, each in zip(result, out, strict=True)]
    return type(result)(*filled) if hasattr(result, "_fields") else tuple(filled)


def method(function=None, *, names=()):
    """Offer a function as a method of Tensor only."""
    if function is None:
        return functools.partial(method, names=names)
    for each in (function.__name__, *names):
        offer(each, gated(function, each), "Tensor")
    return function


offer("requires_grad_", gated(Tensor.requires_grad_), "Tensor")


def in_place(function, *names, spaces=("Tensor",)):
    """Offer the in-place forms of a function that takes the tensor to write as `target`."""
    plain = inspect.signature(function)
    kept = [p for name, p in plain.parameters.items() if name not in ("out", "target")]
    signature = plain.replace(parameters=kept)
    for name in names:
        written = _in_place(function, name, signature)
        for space in spaces:
            offer(name, written if space == "Tensor" else gated(written, name), space)


def _in_place(function, name, signature):
    def bound(self, *args, **named):
        try:
            if named or len(args) != 1:
                return function(self, *args, target=self, **named)
            return function(self, args[0], target=self)  # in half the time
        except Exception as error:
            given = (self, *args)
            if batches.used and part_by_part(error, bound, given, named) is not NotImplemented:
                return self
            again = respelled(error, bound, (self, *args), named)
            if again is None:
                refuse(error, bound, (self, *args), named)
                raise
        return bound(*again[0], **again[1])

    dressed(bound, function, name, signature=signature)
    bound.__doc__ = docstring(f"In place: {function.__doc__}", bound)
    return bound


def call_elementwise(op, *args, out=None, **named):
    """What `tl.exp(x)` does: bind the arguments, then compute or write into `out`."""
    try:
        count = len(op.params)
        if named or len(args) != count:
            args = arguments_of(op, args, named)
        if out is not None:
            return _into(op, args, out)
        if count == 1 and isinstance(args[0], Tensor):
            return unary(op, args[0])
        return computed(op, *args)  # or raises, naming the argument
    except Exception as error:
        made = otherwise(error, op, args, named)
        if made is not NotImplemented:
            return made
        refuse(error, op, args, named)
        raise


def arguments_of(op, args, named):
    """Arguments in the order of the parameters; `input` and `other`, or `x1` and `x2`, begin."""
    given = dict(zip(op.params, args, strict=False))
    spelled = dict(zip(("input", "other"), op.params, strict=False))
    spelled |= dict(zip(("x1", "x2"), op.params, strict=False))
    for name, argument in named.items():
        name = spelled.get(name, name) if name not in op.params else name
        if name not in op.params or name in given:
            raise TypeError(
                expected(op.__name__, f"arguments {', '.join(op.params)}", f"{name}=", "help()")
            )
        given[name] = argument
    defaults = dict(zip(op.params[len(op.params) - len(op.defaults) :], op.defaults, strict=True))
    missing = [name for name in op.params if name not in given and name not in defaults]
    if missing or len(args) > len(op.params):
        got = f"{len(args) + len(named)} arguments"
        raise TypeError(expected(op.__name__, f"arguments {', '.join(op.params)}", got, "help()"))
    return tuple(given.get(name, defaults.get(name)) for name in op.params)


def _into(op, args, out):
    check_out(op.__name__, [x for x in args if isinstance(x, Tensor)], out)
    if op.kind == "bool" and len(args) == 1:
        check_dtype(op.__name__, out, bool_)
    given = [x.spec.shape for x in args if isinstance(x, Tensor)]
    shape = shapes.broadcast(*given, op=op.__name__)
    if shape != out.spec.shape:
        if any(x is out for x in args):
            wanted, got = f"out of shape {list(shape)}", f"{list(out.spec.shape)}"
            raise RuntimeError(expected(op.__name__, wanted, got, "out=None"))
        return delivered(op.__name__, op(*args), out)
    if any(_may_wrap(x, out) for x in args):
        return delivered(op.__name__, op(*args), out)  # wraps in its own dtype first
    return write(op, args, out, op.__name__)


def _may_wrap(x, out):
    """Whether an operand is of integers, or bool, that `out` holds otherwise."""
    if not isinstance(x, Tensor) or x.spec.dtype is out.spec.dtype:
        return False
    return x.spec.dtype.category < 2


def _source(op, *args, **named):
    """The generated Python source of the kernel that runs on these operands."""
    given = arguments_of(op, args, named)
    specs = [x.spec if isinstance(x, Tensor) else number(x).spec for x in given]
    computed, spec = result_spec(op, specs)
    return loops.text(*program_of(op, specs, computed, spec))


Elementwise.__call__ = call_elementwise
Elementwise.source = _source


def entry(kind="same", *, reference=None, grad=None, name=None, inplace=True, method=True,
          names=(), **samples):  # fmt: skip
    """Declare a public elementwise op from a scalar function: function, method and in-place form.

    `grad` is a written gradient `(g, ...)`, or a dict of them by parameter, where it is better than
    the derived one. An op of one operand has its in-place form as a function too; one of more with
    `inplace="tl"`. `names` are as in `public`, `samples` the fields of `op.Samples`; see
    `op.Elementwise` for the rest.
    """

    def declare(function):
        op = _elementwise(function, kind, reference, Samples(**samples), grad, name)
        table[op.name] = op
        for space, each in _places(("tl", "Tensor") if method else ("tl",), op.name, names):
            if space != "Tensor":
                offer(each, op, space)
                continue
            offer(each, _method(op), space)
            if inplace:
                written = _inplace_method(op, f"{each}_")
                offer(f"{each}_", written, space)
                if inplace == "tl" or len(op.params) == 1:
                    offer(f"{each}_", gated(written, f"{each}_"))
        return op

    return declare


def _elementwise(function, kind, reference, samples, grad, name):
    if grad is not None and not isinstance(grad, dict):
        grad = {function.__code__.co_varnames[0]: grad}
    return Elementwise(function, kind, reference, samples, grad, name)


@overload
def user_elementwise(
    function: None = None,
    *,
    grad: Callable[..., Any] | Mapping[str, Callable[..., Any]] | None = None,
    kind: str = "float",
    name: str | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Tensor]]: ...
@overload
def user_elementwise(
    function: Callable[..., Any],
    *,
    grad: Callable[..., Any] | Mapping[str, Callable[..., Any]] | None = None,
    kind: str = "float",
    name: str | None = None,
) -> Callable[..., Tensor]: ...
def user_elementwise(
    function: Callable[..., Any] | None = None,
    *,
    grad: Callable[..., Any] | Mapping[str, Callable[..., Any]] | None = None,
    kind: str = "float",
    name: str | None = None,
) -> Callable:
    """
    Make an op from a plain Python function of numbers.

    Parameters
    ----------
    function : function
        Takes and returns numbers; may use if, while, for over range, arithmetic, the functions of
        `math` and `numpy`, and other such functions.
    grad : function or dict of str to function, optional
        A written gradient ``(g, ...)``, by parameter where there are several; its parameters after
        `g` name what it needs: inputs, or ``out``. Without it gradients are derived, of any order.
    kind : str
        The dtype rule: "float" (integers become float32), "same", "bool", "integer".
    name : str, optional
        The name in messages; the function's own by default.

    Returns
    -------
    Elementwise
        A callable on tensors and numbers, which broadcasts.

    Raises
    ------
    ScalarError
        If the function cannot be compiled: names file, line, reason and remedy.

    Notes
    -----
    Numbers and functions that it reads from globals, from an enclosing function or as defaults are
    read once, where the op is defined, and are part of its kernel from then on. What is to change
    later is a parameter, which may be given as a number.

    Examples
    --------
    >>> import tensorlite as tl
    >>> @tl.elementwise
    ... def swish(x, beta):
    ...     return x / (1 + tl.scalars.exp(-beta * x))
    >>> x = tl.tensor([0.0, 1.0], requires_grad=True)
    >>> swish(x, 1.0).sum().backward()
    >>> x.grad
    tensor([0.5000, 0.9277])

    >>> k = 2.0
    >>> @tl.elementwise
    ... def scaled(x):
    ...     return x * k
    >>> k = 3.0
    >>> scaled(tl.ones(2))  # 2.0 was read where it was defined
    tensor([2., 2.])
    """
    if function is None:
        return functools.partial(user_elementwise, grad=grad, kind=kind, name=name)
    if not callable(function):
        got = type(function).__name__
        raise TypeError(expected("elementwise", "a function of numbers", got, "def f(x): ..."))
    reflect.dependencies(function)  # reads it and all that it calls
    read = reflect.read(function)
    if read.outputs > 1:
        raise reflect.ScalarError(reflect.complaint(
            f"{read.where}", read.name, "one value", f"{read.outputs}", "an op for each"
        ))  # fmt: skip
    return _elementwise(function, kind, None, None, grad, name)


offer("elementwise", gated(user_elementwise, "elementwise"))


def _method(op):
    """The Tensor method of an elementwise op, as short as its operands allow."""

    def short(self, /, *args, **named):
        if args or named:
            return op(self, *args, **named)
        try:
            return unary(op, self)
        except Exception as error:
            refuse(error, op, (self,), {})
            raise

    def pair(self, /, *args, **named):
        if named or len(args) != 1:
            return op(self, *args, **named)
        try:
            result = binary(op, self, args[0])
        except Exception as error:
            refuse(error, op, (self, *args), {})
            raise
        return op(self, *args) if result is NotImplemented else result

    def general(*args, **named):
        return op(*args, **named)

    by_count = {1: short, 2: pair}
    return _named(by_count.get(len(op.params), general), op, op.name, op.function.__doc__)


def _named(method, op, name, doc):
    method.__name__, method.__qualname__ = name, f"Tensor.{name}"
    method.__doc__ = docstring(doc, method)
    method.op = op  # whose operands it takes
    method.__wrapped__ = Writer(op) if name.endswith("_") else op  # whose signature it has
    return method


class Writer:
    """Stands behind an in-place form, with its signature."""

    __slots__ = ("op",)

    def __init__(self, op):
        self.op = op

    @property
    def __signature__(self):
        plain = self.op.__signature__
        return plain.replace(parameters=[*plain.parameters.values()][:-1])


def _inplace_method(op, name):
    def bound(self, /, *args, **named):
        try:
            if named or len(args) + 1 != len(op.params):
                args = arguments_of(op, (self, *args), named)[1:]
            return write(op, (self, *args), self, name)
        except Exception as error:
            refuse(error, bound, (self, *args), named)
            raise

    return _named(bound, op, name, f"In place: {op.function.__doc__}")


def operator(op, reflected=False):
    """The dunder method of a binary op."""

    def bound(x: Tensor, other: Operand) -> Tensor:
        try:
            made = binary(op, x, other)
        except Exception as error:
            refuse(error, op, (x, other), {})
            raise
        return _of_a_tensor(op, x) if made is NotImplemented else made

    def bound_behind(x: Tensor, other: Operand) -> Tensor:
        try:
            made = binary(op, other, x)
        except Exception as error:
            refuse(error, op, (other, x), {})
            raise
        return _of_a_tensor(op, x) if made is NotImplemented else made

    return bound_behind if reflected else bound


def _of_a_tensor(op, x):
    """What a dunder method returns if it takes no such operand: Python asks that."""
    if not isinstance(x, Tensor):
        raise TypeError(expected(op.__name__, "a tensor", type(x).__name__, "tensorlite.tensor()"))
    return NotImplemented


def operator_of(function, reflected=False):
    """The dunder method of a function of two operands."""

    def bound(x: Tensor, other: Operand) -> Tensor:
        operands = (other, x) if reflected else (x, other)
        try:
            return function(*operands)
        except Exception as error:
            if type(other).__name__ != "Tensor" and number(other) is NotImplemented:
                return NotImplemented
            refuse(error, function, operands, {})
            raise

    return bound

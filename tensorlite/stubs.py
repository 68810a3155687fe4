"""Typed stubs from the registry: ``python -m tensorlite.stubs`` writes them beside the modules.

They say what the functions say where they are written: each parameter and result of what is public
has an annotation. Tests call the functions and hold what goes in and what comes out against these
types.
"""

import contextlib
import functools
import importlib
import inspect
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

import tensorlite as tl

from .annotations import Operand
from .declare import out_kind
from .errors import expected
from .gate import signature_of
from .op import Elementwise, namespaces
from .tensor import Tensor

ROOT = Path(tl.__file__).parent
WIDTH = 100
PACKAGES = (
    *("nn", "nn.utils", "optim", "optim.lr_scheduler", "utils", "utils.data", "autograd", "func"),
    *("distributions", "amp", "cuda", "optim.swa_utils"),
    *("nn.utils.parametrizations", "nn.utils.parametrize", "nn.utils.prune"),
    *("array_api", "array_api.fft", "array_api.linalg"),
)  # of classes, whose stubs are made by `class_stubs`
BUILTINS: dict[Any, str] = {bool: "_bool", int: "_int", float: "_float"}
BUILTINS |= dict.fromkeys((None, type(None)), "None")
TYPING: dict[Any, str] = {Any: "_Any", Callable: "_Callable[..., _Any]"}
TYPING |= {Sequence: "_Sequence[_Any]"}
TYPING |= {Iterator: "_Iterator[_Any]", typing.Self: "_Self", np.ndarray: "_ndarray[_Any, _Any]"}
TYPING |= {Iterable: "_Iterable[_Any]", Mapping: "_Mapping[str, _Any]", typing.Generic: "_Generic"}
GENERIC: dict[Any, str] = {dict: "dict[_Any, _Any]", list: "list[_Any]", tuple: "tuple[_Any, ...]"}
GENERIC |= {type: "type[_Any]", set: "set[_Any]"}
HEADER = '''"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)
'''


@functools.cache
def homes():
    """The package in which checkers find each public class that is not of the core."""
    found: dict[type, str] = {}
    for module in PACKAGES:
        package = importlib.import_module(f"tensorlite.{module}")
        for name in package.__all__:
            thing = getattr(package, name)
            if inspect.isclass(thing) and thing.__module__.startswith("tensorlite."):
                found.setdefault(thing, module)
    return found


def public_form(kind):
    """The public class that stands for one of the kernels, of the same name."""
    if not kind.__module__.startswith("tensorlite.kernels"):
        return kind
    return next((c for c in homes() if c.__name__ == kind.__name__ and issubclass(c, kind)), kind)


class Stub:
    """The text of one stub.

    Parameters
    ----------
    module : str
        "nn.functional"; "" for the package.
    own : class, optional
        One that the stub itself defines.
    """

    def __init__(self, module, own=()):
        self.dots = "." * (module.count(".") + 1)
        self.exports = not module  # what it imports
        self.own = own
        self.imports = {}  # lines, by the name that they give
        self.variables = {}  # lines of type variables, likewise
        self.lines = []

    def text(self):
        """All of it."""
        own = [*self.variables.values(), ""] if self.variables else []
        imports = sorted(self.imports.values())
        return "\n".join([HEADER, *imports, "", *own, *self.lines, ""])

    # ---- types

    def spelled(self, kind):
        """A type as stubs write it; builtins are hidden by methods and dtypes of their names."""
        if kind is inspect.Parameter.empty:
            wanted, remedy = "an annotation of each parameter and result", "x: Tensor, or -> None"
            raise KeyError(expected("stubs", wanted, "none", remedy))
        if isinstance(kind, str | typing.ForwardRef):
            return getattr(kind, "__forward_arg__", kind)
        if isinstance(kind, typing.TypeVar):
            return self.variable(kind)
        if isinstance(kind, list):  # the parameters of a function
            return f"[{', '.join(map(self.spelled, kind))}]"
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin in (types.UnionType, typing.Union):
            return " | ".join(dict.fromkeys(map(self.spelled, inner)))
        if origin is Literal:
            return f"_Literal[{', '.join(map(repr, inner))}]"
        if kind is not typing.Generic and origin is not None:
            parts = ["..." if each is ... else self.spelled(each) for each in inner]
            plain = self.spelled(origin).partition("[")[0]
            return f"{plain}[{', '.join(parts) or '()'}]"
        known = BUILTINS.get(kind) or TYPING.get(kind) or GENERIC.get(kind)
        if known is not None or kind.__module__ == "builtins":
            return known or kind.__name__
        kind = public_form(kind)
        if kind in self.own:
            return kind.__name__
        return self.imported(kind, "Tensor" if kind is Tensor else f"_{kind.__name__}")

    def variable(self, kind):
        """A type variable under a name in the stub, where its bound has the stub's name, too."""
        name, bound = f"_{kind.__name__.strip('_')}", kind.__bound__
        if f"\n{name} = " not in HEADER:
            if isinstance(bound, typing.ForwardRef):  # which its module knows
                return self.imported(kind, name)
            told = "" if bound is None else f", bound={self.spelled(bound)}"
            self.variables[name] = f'{name} = _TypeVar("{name}"{told})'
        return name

    def imported(self, kind, name):
        """A name of the package, under a name in the stub."""
        if kind.__module__.partition(".")[0] not in ("tensorlite", "kernels"):
            self.imports[name] = f"from {kind.__module__} import {kind.__name__} as {name}"
            return name
        home = None if hasattr(kind, "_fields") else homes().get(kind)
        if home is not None:
            renamed = "" if name == kind.__name__ and not self.exports else f" as {name}"
            self.imports[name] = f"from {self.dots}{home} import {kind.__name__}{renamed}"
            return name
        module = kind.__module__.removeprefix("tensorlite").removeprefix(".") or "tensor"
        if module.startswith("kernels"):  # which lies elsewhere in a checkout
            module = "errors"
        renamed = f" as {name}" if self.exports or name != kind.__name__ else ""
        self.imports[name] = f"from {self.dots}{module} import {kind.__name__}{renamed}"
        return name

    # ---- functions

    def function(self, name, thing, first=""):
        """The lines of a function, or of a method whose first parameter is `self` or `cls`."""
        parameters, result = called(thing)
        forms = [called(form) for form in overloads(thing)]
        if not forms:
            return with_words(self.form(name, parameters, result, first), thing)
        out = [p for p in parameters if p.name == "out"]
        lines = []
        for own, given in forms:
            more = [
                p.replace(annotation=out_kind(given)) if p.annotation == out_kind(Any) else p
                for p in out
                if p.name not in {q.name for q in own}
            ]
            taken = [*own, *more]
            last = self.form(name, taken, given, first)
            lines += ["    " * bool(first) + "@_overload", *last]
        return lines[: -len(last)] + with_words(last, thing)

    def form(self, name, parameters, result, first):
        """The lines of one way to call a function."""
        pad, told = "    " if first else "", [first] if first else []
        parameters = parameters[bool(first) :]
        star = any(p.kind is p.VAR_POSITIONAL for p in parameters)
        for place, each in enumerate(parameters):
            if each.kind is each.KEYWORD_ONLY and not star:
                told.append("*")
                star = True
            told.append(self.parameter(each))
            after = parameters[place + 1].kind if place + 1 < len(parameters) else None
            if each.kind is each.POSITIONAL_ONLY and after is not each.POSITIONAL_ONLY:
                told.append("/")
        end = f") -> {self.spelled(result)}: ..."
        if name in ("__eq__", "__ne__") and parameters[-1].annotation is not object:
            end += "  # type: ignore[override]"
        line = f"{pad}def {name}({', '.join(told)}{end}"
        if len(line) <= WIDTH:
            return [line]
        return [f"{pad}def {name}(", *[f"{pad}    {each}," for each in told], f"{pad}{end}"]

    def parameter(self, parameter):
        """A parameter with its type and default."""
        kind, default = taken(parameter), parameter.default
        text = f"{parameter.name}: {self.spelled(kind)}"
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}
        text = stars.get(parameter.kind, "") + text
        return text if default is parameter.empty else f"{text} = {literal(default)}"

    # ---- classes and namespaces

    def members(self, cls):
        """The lines of the body of a class."""
        kinds = inspect.get_annotations(cls)
        told = [f"    {name}: {self.spelled(kind)}" for name, kind in kinds.items()]
        for name, thing in sorted(vars(cls).items()):
            if isinstance(thing, property):
                told += self.described(name, thing)
            elif name == "__hash__":
                told.append("    def __hash__(self) -> _int: ...")
            elif name == "__new__":
                told += self.function(name, thing.__func__, "cls")
            elif isinstance(thing, types.FunctionType) and is_told(name):
                told += self.function(name, thing, "self")
        return told

    def described(self, name, thing):
        """The lines of a property."""
        text = self.spelled(annotations(thing.fget)["return"])
        if thing.fset is not None:
            return [f"    {name}: {text}", *words(thing, "    ")]
        form = [f"    def {name}(self) -> {text}: ..."]
        return ["    @property", *with_words(form, thing)]

    def offer(self, names):
        """Add what a namespace offers."""
        for name, thing in sorted(names.items()):
            is_class = isinstance(thing, type)
            if isinstance(thing, Elementwise) or inspect.isfunction(thing):
                self.lines += self.function(name, thing)
            elif thing is Tensor or (is_class and thing.__module__.startswith("tensorlite.")):
                self.imported(thing, name)
            elif is_class:
                self.lines.append(f"{name}: type[{self.spelled(Tensor)}]")
            else:
                self.lines.append(f"{name}: {self.spelled(type(thing))}")


def words(thing, pad):
    """The lines of the docstring, as `help` has it; editors show it when they hover."""
    text = inspect.cleandoc(str(thing.__doc__ or ""))
    if not text:
        return []
    raw = "r" if "\\" in text else ""
    end = "\n" if "\n" in text else ""
    return [pad * bool(x) + x for x in f'{raw}"""{text}{end}"""'.splitlines()]


def with_words(form, thing):
    """A function's lines with its docstring; what Python calls by itself has none."""
    name = getattr(thing, "__name__", "")
    pad = form[0][: -len(form[0].lstrip())] + "    "
    told = [] if name[:2] == "__" else words(thing, pad)
    return [*form[:-1], form[-1].removesuffix(" ..."), *told] if told else form


def taken(parameter):
    """The type of a parameter."""
    kind, default = parameter.annotation, parameter.default
    if default is not None or kind is Any or type(None) in typing.get_args(kind):
        return kind
    return typing.Optional[kind]  # noqa: UP045


UNTOLD = {
    "__getattr__",  # which refuses: a checker would take it to know every name
    *("__replace__", "__annotate_func__"),  # made by Python since 3.13, and since 3.14
}


def is_told(name):
    if name in UNTOLD:
        return False
    return name[0] != "_" or name[:2] == "__" or name.startswith("_repr_")


def called(thing):
    """The parameters of a function, and what it returns."""
    op = getattr(thing, "op", thing)
    if isinstance(op, Elementwise):
        return operands(op, thing is not op and thing.__name__.endswith("_")), Tensor
    signature, hints = signature_of(thing), annotations(thing)
    found = [
        p.replace(annotation=hints.get(p.name, p.annotation))
        for p in signature.parameters.values()
        if not is_hidden(p)
    ]
    return found, yielded(thing, hints.get("return", signature.return_annotation))


def annotations(thing):
    """Those of a function, behind a gate or not; none of what is no function."""
    function = inspect.unwrap(thing)
    return inspect.get_annotations(function, eval_str=True) if inspect.isfunction(function) else {}


_CONTEXT = contextlib.contextmanager(lambda: iter(())).__code__


def yielded(thing, result):
    """What a call gives: of a generator that makes a context, the context of what it yields."""
    while hasattr(thing, "__wrapped__"):
        if getattr(thing, "__code__", None) is _CONTEXT:
            return contextlib.AbstractContextManager[typing.get_args(result)[0]]  # type: ignore[misc]
        thing = thing.__wrapped__
    return result


def overloads(thing):
    """What `typing.overload` tells of a function, which it knows by the name in the source."""
    function = inspect.unwrap(thing)
    if not inspect.isfunction(function):
        return []
    module, name = function.__globals__["__name__"], function.__code__.co_qualname
    written: Any = types.SimpleNamespace(__module__=module, __qualname__=name)
    return typing.get_overloads(written)


def is_hidden(parameter):
    """`target`, which in-place forms pass on."""
    return parameter.name == "target" and parameter.kind is parameter.KEYWORD_ONLY


def operands(op, in_place):
    """The operands of an elementwise op by PyTorch's names, and `out` where there is one."""
    *own, out = op.signature().parameters.values()
    names = [*("input", "other")[: len(own)], *op.params[2:]]
    told = [p.replace(name=n, annotation=Operand) for n, p in zip(names, own, strict=True)]
    if in_place:
        return [told[0].replace(annotation=Tensor), *told[1:]]
    return [*told, out.replace(annotation=Tensor | None)]


def literal(default):
    """A default, if it can be read in a stub."""
    plain = isinstance(default, bool | int | str | None)
    if plain or (isinstance(default, float) and abs(default) < float("inf")):
        return repr(default)
    return "()" if default == () else "..."


# ------------------------------------------------------------------ modules


def tensor_stub():
    """`tensor.pyi`: what `tensor.py` defines, with the methods that ops attach."""
    module = importlib.import_module("tensorlite.tensor")
    things = {
        name: thing
        for name, thing in vars(module).items()
        if getattr(thing, "__module__", None) == module.__name__ or thing is Tensor
        if name[0] != "_"
        if inspect.isclass(thing) or inspect.isfunction(thing)
    }
    stub = Stub("tensor", [thing for thing in things.values() if inspect.isclass(thing)])
    for name, thing in things.items():
        if inspect.isclass(thing):
            stub.lines += [f"class {name}:", *words(thing, "    "), *stub.members(thing), ""]
        else:
            stub.lines += stub.function(name, thing)
    return stub.text()


def package_stub():
    """`__init__.pyi`: the registry, dtypes, constants and modules."""
    stub = Stub("")
    stub.lines.append("from .version import __version__ as __version__")
    modules = dict.fromkeys(("autograd", *tl._MODULES), "")
    for name, where in sorted((modules | tl._MEMBERS).items()):
        if "kernels" in (name, where):
            stub.lines.append(f"{name}: _Any")
        else:
            stub.lines.append(f"from .{where} import {name} as {name}")
    stub.offer({name: thing for name, thing in vars(tl).items() if is_public(name, thing)})
    return stub.text()


def is_public(name, thing):
    return name[0] != "_" and not isinstance(thing, types.ModuleType)


def module_stub(space):
    """The stub of a module that is served from the registry alone."""
    stub = Stub(space)
    stub.lines += ["__all__ = [", *[f'    "{name}",' for name in sorted(namespaces[space])], "]"]
    stub.offer(namespaces[space])
    return stub.text()


def stubs():
    """The text of every stub, by its path in the package."""
    served = {
        f"{space.replace('.', '/')}.pyi": module_stub(space)
        for space in ("fft", "linalg", "masked", "nn.functional", "random", "signal.windows",
                      "special")
    }
    from .class_stubs import class_stubs  # which stands on this module

    return {"__init__.pyi": package_stub(), "tensor.pyi": tensor_stub()} | served | class_stubs()


if __name__ == "__main__":
    for path, text in stubs().items():
        (ROOT / path).write_text(text)

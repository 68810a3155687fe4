"""Typed stubs of the packages of classes: `nn`, `optim`, `utils.data`, `distributions`, ...

As in `tensorlite.stubs` an annotation stands as it is; an attribute is what the constructor's
parameter is that it is set to, and a call of a layer gives what `forward` gives. Bases that have no
public name lend their members to the classes that have one.
"""

import ast
import functools
import importlib
import inspect
import textwrap
import types
import typing
from collections.abc import Callable
from typing import Any

from .nn import Buffer, Module, Parameter
from .op import Elementwise
from .stubs import PACKAGES, Stub, annotations, called, homes, is_told, overloads, with_words, words
from .tensor import Tensor

_ANY = "(*args: _Any, **kwargs: _Any) -> _Any: ..."
FREE = {
    "Module": {"__call__": f"def __call__(self, {_ANY[1:]}"},
    "Function": {
        "apply": f"@classmethod\n    def apply(cls, {_ANY[1:]}",
        "forward": f"@staticmethod\n    def forward{_ANY}",
        "backward": f"@staticmethod\n    def backward{_ANY}",
        "setup_context": f"@staticmethod\n    def setup_context{_ANY}",
    },
}  # what subclasses give parameters of their own
SOURCES = {Buffer, Module, Parameter}  # on which much stands; told where they are written
MACHINERY = (
    *("__class_getitem__", "__setattr__", "__delattr__", "__del__", "__getstate__", "__dir__"),
    *("__init_subclass__", "__reduce__", "__copy__", "__deepcopy__"),
)  # which no program calls


class ClassStub(Stub):
    """The stub of a package that defines classes."""

    def __init__(self, module):
        self.module = module
        package = importlib.import_module(f"tensorlite.{module}")
        self.offered = {name: getattr(package, name) for name in package.__all__}
        own = [t for t in self.offered.values() if homes().get(t) == module]
        super().__init__(module, [t for t in own if not hasattr(t, "_fields")])
        self.dots += "." * is_package(module)
        self.lines += ["__all__ = [", *[f'    "{name}",' for name in sorted(self.offered)], "]"]

    def written(self):
        """The whole text."""
        classes = [t for t in self.offered.values() if t in self.own]
        for cls in sorted(set(classes), key=lambda c: (len(c.__mro__), c.__name__)):
            self.lines += [self.taken(cls)] if cls in SOURCES else self.class_lines(cls)
        for name, thing in sorted(self.offered.items()):
            if isinstance(thing, types.ModuleType):
                self.lines.append(f"from . import {name} as {name}")
            elif inspect.isclass(thing):
                if thing in self.own:
                    self.lines += [f"{name} = {thing.__name__}"] * (name != thing.__name__)
                else:
                    self.imported(thing, name)
            elif isinstance(thing, Elementwise) or inspect.isfunction(thing):
                self.lines += self.function(name, thing)
            else:
                self.lines.append(f"{name}: {self.spelled(type(thing))}")
        return self.text()

    def taken(self, cls):
        """The import of a class that is the same wherever it is imported from."""
        module = cls.__module__.removeprefix(f"tensorlite.{self.module}.")
        return f"from .{module} import {cls.__name__} as {cls.__name__}"

    def class_lines(self, cls):
        """A class with the members that its named bases do not tell alike."""
        bases, _ = self.bases(cls)
        head = f"({', '.join(map(self.spelled, bases))})" if bases else ""
        told = self.told(bases)
        own = sorted(item for item in self.members(cls).items() if told.get(item[0]) != item[1])
        lines = [line for _, found in own for line in found]
        body = [*words(cls, "    "), *lines]
        return [f"class {cls.__name__}{head}:", *(body or ["    ..."]), ""]

    def told(self, bases):
        """What named bases that stand in this stub tell, by name."""
        found: dict[str, list[str]] = {}
        for base in reversed(bases):
            cls = typing.get_origin(base) or base
            if cls in self.own:
                found |= self.told(self.bases(cls)[0]) | self.members(cls)
        return found

    @functools.cache  # noqa: B019  (a stub lives as long as it is written)
    def members(self, cls):
        """The lines of a class and of its bases that have no name here, by the name of each."""
        body: dict[str, list[str]] = {}
        for each in reversed(self.bases(cls)[1]):
            body |= self.own_members(each, cls)
        if "forward" in body and "__call__" not in vars(cls) and issubclass(cls, Module):
            body["__call__"] = [x.replace("def forward(", "def __call__(") for x in body["forward"]]
        if cls is Module:
            body["__getattr__"] = ["    def __getattr__(self, name: str) -> _Any: ..."]
            body.pop("forward")
        return body | {name: [f"    {line}"] for name, line in FREE.get(cls.__name__, {}).items()}

    def bases(self, cls):
        """The named bases, and the classes whose members are told as its own."""
        bases, lent = [], [cls]
        for base in vars(cls).get("__orig_bases__", cls.__bases__):
            plain = typing.get_origin(base) or base
            if plain is typing.Generic or plain is Tensor or plain in homes():
                bases.append(base)
            elif plain.__module__.startswith("tensorlite"):
                inner, more = self.bases(plain)
                bases += [b for b in inner if b not in bases]
                lent += more
        plain = [typing.get_origin(b) or b for b in bases]
        kept = [not any(o is not b and issubclass(o, b) for o in plain) for b in plain]
        return [b for b, keep in zip(bases, kept, strict=True) if keep], lent

    def own_members(self, cls, final):
        """The lines of what a class itself defines, by name."""
        found = {n: [f"    {n}: {self.spelled(k)}"] for n, k in attributes(cls).items()}
        for name, thing in vars(cls).items():
            if not is_told(name) or name in MACHINERY or thing is vars(cls).get("_refuse"):
                continue
            if isinstance(thing, property):
                found[name] = self.described(name, thing)
            elif isinstance(thing, classmethod | staticmethod):
                kind = type(thing).__name__
                first = "cls" if kind == "classmethod" or name == "__new__" else ""
                lines = self.function(name, thing.__func__, first)
                mark = [] if name in ("__new__", "__init_subclass__") else [f"    @{kind}"]
                found[name] = [*mark, *lines] if first else [*mark, *indented(lines)]
            elif isinstance(thing, types.FunctionType) and not is_generated(name, thing):
                found[name] = self.function(name, thing, "self")
        return found

    def function(self, name, thing, first=""):
        parameters, result = called(thing)
        if first or overloads(thing) or not parameters or parameters[0].name != "func":
            return super().function(name, thing, first)
        taken, *others = parameters
        forms = [[taken.replace(annotation=f), *others] for f in by_count(taken.annotation)]
        told = [self.form(name, f, result, first) for f in forms]
        told[-1] = with_words(told[-1], thing)
        return [x for lines in told for x in ("@_overload", *lines)]


def is_generated(name, thing):
    """Whether it is what a dataclass makes, and every object has."""
    return name != "__init__" and inspect.unwrap(thing).__code__.co_filename == "<string>"


def by_count(kind):
    """A function's type for one, two and three parameters, so that those of a lambda have one."""
    result = typing.get_args(kind)[1]
    return [*(Callable[[Any] * count, result] for count in (1, 2, 3)), kind]  # type: ignore[misc]


def indented(lines):
    return [f"    {line}" for line in lines]


def attributes(cls):
    """What instances have, with types: as the class says, and as its constructor sets them."""
    told = {n: k for n, k in inspect.get_annotations(cls, eval_str=True).items() if n[0] != "_"}
    init = vars(cls).get("__init__")
    if init is None or not inspect.isfunction(init):
        return told
    plain = inspect.unwrap(init)
    if plain.__code__.co_filename == "<string>":  # a dataclass says all that it has
        return told
    tree = ast.parse(textwrap.dedent(inspect.getsource(plain)))
    hints = {p.name: gathered(p) for p in called(init)[0]}
    for node in ast.walk(tree):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            for where, kind in assigned(target, node.value, hints, plain.__globals__):
                if isinstance(where, ast.Attribute) and where.attr[0] != "_":
                    told.setdefault(where.attr, kind)
    return told


def gathered(parameter):
    """What a parameter is inside of the function: a tuple, or a dict, behind stars."""
    one = parameter.annotation
    if parameter.kind is parameter.VAR_POSITIONAL:
        return types.GenericAlias(tuple, (one, ...))
    return types.GenericAlias(dict, (str, one)) if parameter.kind is parameter.VAR_KEYWORD else one


def assigned(target, value, hints, names):
    """What is set, with its type, one by one: parts of a tuple, too."""
    if not isinstance(target, ast.Tuple):
        return [(target, kind_of(value, hints, names))]
    if isinstance(value, ast.Tuple):
        pairs = zip(target.elts, value.elts, strict=True)
        return [(each, kind_of(what, hints, names)) for each, what in pairs]
    kind = kind_of(value, hints, names)
    inner = typing.get_args(kind) if typing.get_origin(kind) is tuple else ()
    one = inner[0] if inner[1:] == (...,) else Any
    return [(each, one) for each in target.elts]


def kind_of(value, hints, names):
    """The type of what a constructor sets: a parameter, or what a function says that it gives."""
    if isinstance(value, ast.Name):
        return hints.get(value.id, Any)
    called_by_name = isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
    made = names.get(value.func.id) if called_by_name else None
    if made is Parameter:
        return Parameter
    return annotations(made).get("return", Any) if inspect.isfunction(made) else Any


def class_stubs():
    """The text of every stub of a package, by its path."""
    return {
        f"{module.replace('.', '/')}/__init__.pyi"
        if is_package(module)
        else f"{module.replace('.', '/')}.pyi": ClassStub(module).written()
        for module in PACKAGES
    }


def is_package(module):
    return hasattr(importlib.import_module(f"tensorlite.{module}"), "__path__")

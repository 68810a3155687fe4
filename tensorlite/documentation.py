"""What a docstring says beyond its author's words: sections that follow from the record.

The author's own sections stand as they are; `documented` adds those that are missing, in NumPy's
order. What a parameter means is told by `senses`, as its type is by `stubs`, and the examples of
functions that have none of their own are in `worked.txt` (see `worked`).
"""

import enum
import functools
import inspect
import re
import sys
import types
import typing
from pathlib import Path
from typing import Any, Literal, Self

from . import dtypes, formats, shapes, stubs
from .annotations import Dims
from .device import device
from .op import Elementwise, methods, namespaces
from .senses import senses
from .tensor import Tensor

ORDER = ("Parameters", "Attributes", "Returns", "Yields", "Raises", "Warns", "See Also", "Notes",
         "References", "Examples")  # fmt: skip
OTHERS = (
    *("hub", "nn.grad", "nn.init", "nn.utils.rnn", "notebook", "onnx", "quasirandom"),
    *("compiler", "distributions.utils", "accelerator", "autograd.forward_ad"),
    *("autograd.functional", "autograd.graph", "cpu", "distributed", "futures", "jit"),
    *("multiprocessing", "profiler", "nn.parallel", "nn.utils.stateless", "utils.checkpoint"),
    *("safetensors", "serialization", "sklearn", "testing", "utils.tensorboard"),
)  # modules of what is public beside the packages
_HEAD = re.compile(r"^(\w[\w ]*)\n-{3,}\n", re.M)
WORKED = Path(__file__).with_name("worked.txt")
SHAPES = {
    "mat1": "(N, K)", "mat2": "(K, M)", "batch1": "(B, N, K)", "batch2": "(B, K, M)",
    "vec1": "(N,)", "vec2": "(M,)", "vec": "(M,)", "A": "(..., M, N)", "B": "(..., M, K)",
    "LU": "(..., N, N)", "LD": "(..., N, N)", "L": "(..., N, N)", "pivots": "(..., N)",
    "tau": "(..., K)", "bias": "(N,)", "running_mean": "(C,)", "running_var": "(C,)",
}  # fmt: skip
_PLAIN: dict[Any, str] = {bool: "bool", int: "int", float: "float", str: "str", Any: "object"}
_PLAIN |= {None: "None", type(None): "None", dtypes.dtype: "dtype", Self: "the same"}


def documented(words, thing):
    """The whole docstring of a public function or class whose author wrote `words`."""
    summary, sections = parts_of(inspect.cleandoc(words) if words else "")
    if (made := constructed(thing)) is not None:
        told = parts_of(inspect.getdoc(made) or "")[1]
        sections = {n: told[n] for n in ("Parameters", "Raises") if n in told} | sections
    if ">>>" in summary:  # an example without its headline
        summary, mark, example = summary.partition(">>>")
        sections["Examples"] = mark + example
    is_class = inspect.isclass(thing)
    parameters, result = called(thing)
    if parameters:
        told, known = sections.get("Parameters", ""), senses(place(made or thing))
        sections["Parameters"] = listed(parameters, told, known, receiver(thing))
    if not is_class and getattr(thing, "__name__", "") != "__init__":
        sections.setdefault("Returns", given(result, thing))
    raised = raises(parameters, thing)
    if raised:
        sections.setdefault("Raises", raised)
    if not is_class and (notes := forms(thing)):
        sections["Notes"] = "\n\n".join(filter(None, (sections.get("Notes"), notes)))
    if (example := worked().get(place(thing)) or shown_elsewhere(thing)) is not None:
        sections.setdefault("Examples", example)
    told = [f"{n}\n{'-' * len(n)}\n{sections[n].rstrip()}" for n in ORDER if n in sections]
    return "\n\n".join([summary.rstrip(), *told]) + "\n"


def owner_of(thing):
    """The class of a method: one that has a public name; None of what is no method."""
    path = getattr(thing, "__qualname__", "").rpartition(".")[0]
    if inspect.isclass(thing) or not path or path == "Tensor":
        return None
    owner = getattr(sys.modules.get(thing.__module__), path, None)
    return named(owner) if inspect.isclass(owner) else None


def named(cls):
    """The class, or the first one made of it that is public."""
    found = [cls]
    for each in found:
        if each in classes():
            return each
        found += each.__subclasses__()
    return cls


def constructed(thing):
    """The public class whose constructor it is, else None."""
    owner, _, name = getattr(thing, "__qualname__", "").rpartition(".")
    if name not in ("__init__", "__new__"):
        return None
    found = getattr(sys.modules.get(thing.__module__), owner, None)
    return found if inspect.isclass(found) else None


def parts_of(words):
    """The text before the first section, and the sections by name."""
    found = _HEAD.split(words)
    return found[0], {name: text.strip("\n") for name, text in _pairs(found)}


def _pairs(parts):
    """The name and the text of each section, of what `re.split` found."""
    return zip(parts[1::2], parts[2::2], strict=True)


def place(thing):
    """`tensorlite.linalg.inv`: where a function or class is found."""
    if isinstance(thing, Elementwise):
        spaces = (s for s, named in namespaces.items() if named.get(thing.__name__) is thing)
        space = next(spaces, "tl")
        return f"tensorlite.{'' if space == 'tl' else f'{space}.'}{thing.__name__}"
    name = getattr(thing, "__name__", "")
    if inspect.isclass(thing):
        home = stubs.homes().get(thing)
        if home is not None:
            return f"tensorlite.{home}.{name}"
        if vars(sys.modules[__package__]).get(name) is thing:
            return f"tensorlite.{name}"
    owner = owner_of(thing)
    if owner is not None:
        return f"{place(owner)}.{name}"
    return f"{thing.__module__}.{getattr(thing, '__qualname__', type(thing).__name__)}"


def called(thing):
    """The parameters with their types, and what a call gives."""
    if isinstance(thing, enum.EnumType):
        return [], thing  # its members are there: nobody makes one
    if inspect.isclass(thing):
        try:
            found = inspect.signature(thing).parameters.values()
        except (TypeError, ValueError):
            return [], thing
        hints = stubs.annotations(thing.__init__) | stubs.annotations(thing.__new__)
        return [p.replace(annotation=hints.get(p.name, p.annotation)) for p in found], thing
    parameters, result = stubs.called(thing)
    forms = [stubs.called(each)[1] for each in stubs.overloads(thing)]
    result = typing.Union[tuple(forms)] if forms else result  # noqa: UP007
    own = [p for p in parameters if p.name not in receiver(thing)]
    return own, owner_of(thing) if result is Self else result


def receiver(thing):
    """The name of the parameter before the dot: of a method, the first."""
    first = [] if inspect.isclass(thing) else [p.name for p in stubs.called(thing)[0][:1]]
    is_method = getattr(thing, "__qualname__", "")[:7] == "Tensor."
    return first if is_method else [name for name in first if name in ("self", "cls")]


def listed(parameters, told, senses, without=()):
    """The author's section of parameters, less some, and those that it leaves out in place."""
    entries = re.split(r"(?<!,)\n(?=\S)", told.rstrip()) if told else []  # heads go on behind ","
    heads = {e: re.findall(r"\w+", re.split(r" : |\n ", e)[0]) for e in entries}
    entries = [e for e in entries if heads[e] != [*without]]
    where = {name: e for e, names in heads.items() for name in names}
    told_of = [where.get(p.name) or described(p, senses) for p in parameters
               if p.name in where or p.name[0] != "_"]  # fmt: skip
    return "\n".join(dict.fromkeys([*told_of, *entries]))


def described(parameter, senses):
    """The lines of a parameter: name, type, and what it means."""
    stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    kind, default = parameter.annotation, parameter.default
    kind = "" if kind is parameter.empty else spelled(kind, parameter.name)
    kind = kind.removesuffix(" or None") if default is None else kind
    end = ""
    if default is None:
        end = ", optional"
    elif default is not parameter.empty:
        end = f", default {default!r}" if len(repr(default)) < 30 else ", optional"
    name = f"{stars}{parameter.name}"
    line = f"{name} : {kind}{end}" if kind else name
    sense = senses.get(parameter.name)
    return f"{line}\n    {sense}" if sense else line


def spelled(kind, name=""):
    """A type as docstrings write it."""
    if isinstance(kind, str):
        return kind
    if isinstance(kind, typing.TypeVar):
        return spelled(getattr(kind.__bound__, "__forward_arg__", kind.__bound__ or object))
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        if set(inner) - {type(None)} == {int, typing.get_args(Dims)[1]}:
            return "int or tuple of int"
        if set(inner) - {type(None)} == {Tensor, float}:
            return "Tensor (...) or number"
        return " or ".join(dict.fromkeys(spelled(each, name) for each in inner))
    if origin is Literal:
        return "{" + ", ".join(map(repr, inner)) + "}"
    if kind is Tensor:
        return f"Tensor {SHAPES.get(name, '(...)')}"
    if origin is not None:
        kinds = [spelled(each) for each in inner if each is not ... and not isinstance(each, list)]
        word = getattr(origin, "__name__", str(origin)).lower()
        return word if word == "callable" else f"{word} of {' and '.join(dict.fromkeys(kinds))}"
    return _PLAIN.get(kind) or getattr(kind, "__name__", str(kind))


def given(result, thing):
    """What a call gives."""
    op = getattr(thing, "op", thing)
    name = getattr(thing, "__name__", "")
    if result is Tensor and name.endswith("_") and not name.startswith("_"):
        return "Tensor (...)\n    The tensor itself, written."
    if isinstance(op, Elementwise):
        return f"Tensor (...)\n    Of the shape to which the operands broadcast; {RULES[op.kind]}."
    return spelled(result)


RULES = {
    "same": "of their common dtype",
    "number": "of their common dtype; bool is refused",
    "numbers": "of their common dtype; bool is refused, beside numbers too",
    "whole": "of their common dtype, bool counting as int64",
    "float": "of their common dtype, integers becoming the default floating point one",
    "bool": "of bool",
    "logical": "of bool",
    "integer": "of their common dtype; integers and bool alone",
    "first": "of the first operand's dtype",
}


def raises(parameters, thing):
    """The errors that follow from what is taken."""
    names = {p.name for p in parameters}
    op, told = getattr(thing, "op", thing), []
    tensors = [p.name for p in parameters if p.annotation is Tensor]
    if isinstance(op, Elementwise) or tensors:
        told.append("TypeError\n    If an operand is no tensor.")
    if isinstance(op, Elementwise) and len(op.params) > 1:
        told.append("RuntimeError\n    If the shapes do not broadcast.")
    if "dim" in names:
        told.append("IndexError\n    If `dim` is out of range.")
    return "\n".join(told)


def forms(thing):
    """Under which other names and in which other forms it is found, and what gradients it has."""
    op = getattr(thing, "op", thing)
    name = getattr(thing, "__name__", "")
    public = thing.__module__ == "tensorlite" and "." not in getattr(thing, "__qualname__", "")
    if name.endswith("_") or not (public or isinstance(op, Elementwise)):
        return ""
    told = []
    if name in methods and getattr(thing, "op", None) is None:
        told.append(f"Also the method ``Tensor.{name}``")
    if f"{name}_" in methods:
        told.append(f"{'in' if told else 'In'} place ``Tensor.{name}_``")
    text = f"{', '.join(told)}." if told else ""
    if isinstance(op, Elementwise):
        rule = "written" if op.written else "derived from its source"
        text += f" Its gradient is {rule}." if op.differentiable else " It has no gradient."
    return text.strip()


def shown_elsewhere(thing):
    """The example of a method that its class calls; of its like in a base, or in any class."""
    owner, name = owner_of(thing), getattr(thing, "__name__", "")
    if owner is None or name[:2] == "__":
        return None
    example = parts_of(inspect.getdoc(owner) or "")[1].get("Examples", "")
    if example and (name == "forward" or re.search(rf"\.{name}\(", example)):
        return example  # which calls the layer
    places = [*(place(named(base)) for base in owner.__mro__[1:-1]), "*"]
    return next(filter(None, (worked().get(f"{each}.{name}") for each in places)), None)


@functools.cache
def worked():
    """The examples of `worked.txt`, by the place of the function or class."""
    return examples_in(WORKED) if WORKED.exists() else {}


def examples_in(path):
    """The text behind each line that is ``# a.place``, by the place."""
    parts = re.split(r"^# (\S+)\n", path.read_text(), flags=re.M)
    return {name: text.strip("\n") for name, text in _pairs(parts)}


def public():
    """Every public function and class, once, by its place."""
    found: dict[str, Any] = {}
    for thing in offered():
        found.setdefault(place(thing), thing)
    return found


def offered():
    """What the namespaces and the modules of what is public offer, some of it more than once."""
    for known in namespaces.values():
        yield from (thing for name, thing in known.items() if name[0] != "_" and callable(thing))
    for module in (*stubs.PACKAGES, *OTHERS):
        package = __import__(f"tensorlite.{module}", fromlist=["__all__"])
        for name in package.__all__:
            thing = getattr(package, name)
            known = inspect.isfunction(thing) or inspect.isclass(thing)
            if name[0] != "_" and known and thing.__module__.partition(".")[0] == __package__:
                yield thing
    yield from CORE


CORE = (Tensor, shapes.Size, dtypes.dtype, device, formats.layout, formats.memory_format)


@functools.cache
def classes():
    """Every public class."""
    return {thing for thing in offered() if inspect.isclass(thing)}


def members():
    """Every method of a public class that is not Tensor, once, by its place."""
    found: dict[str, Any] = {}
    for cls in public().values():
        for name in dir(cls) if inspect.isclass(cls) and cls is not Tensor else ():
            method = getattr(cls, name)
            plain = getattr(method, "__func__", method)
            if name[0] == "_" or not inspect.isfunction(plain) or owner_of(plain) is None:
                continue
            if plain.__module__.partition(".")[0] == __package__:
                found.setdefault(place(plain), plain)
    return found

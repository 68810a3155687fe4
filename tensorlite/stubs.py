"""Typed stubs from the registry: ``python -m tensorlite.stubs`` writes them beside the modules.

An annotation of a function stands as it is. A parameter without one has the type that its name has
everywhere (`PARAMETERS`), and a result without one is a Tensor. Tests call the functions and hold
what goes in and what comes out against these types.
"""

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

from . import dtypes, formats
from .device import device
from .errors import expected
from .gate import signature_of
from .op import Elementwise, namespaces
from .ops.random import Generator
from .tensor import Tensor

ROOT = Path(tl.__file__).parent
WIDTH = 100
PACKAGES = (
    *("nn", "nn.utils", "optim", "optim.lr_scheduler", "utils", "utils.data", "autograd", "func"),
    *("distributions", "amp", "cuda"),
)  # of classes, whose stubs are made by `class_stubs`
Operand = Tensor | float
Dims = int | Sequence[int]

# What a parameter takes where it is not annotated: a name has one sense everywhere.
_TYPES: dict[Any, str] = {
    Tensor: """
        A _random_samples anchor attn_mask aweights batch1 batch2 bias bias_k bias_v boundaries
        condition fweights gradient grid in_proj_bias in_proj_weight index indices input input1
        input2 k_proj_weight key key_padding_mask logits mask mat mat1 mat2 negative new_state out
        out_proj_bias out_proj_weight pos_weight positive q_proj_weight query running_mean
        running_var self sorted_sequence sorter source static_k static_v target tensor tensor1
        linear_bias linear_weight log_probs offsets per_sample_weights targets the_template vec
        tensor2 theta v_proj_weight values vec1 vec2 weight weights x x1 x2 y a b append prepend
    """,
    Operand: """
        end exponent fill_value high low max mean min other q repeats src start std value var
    """,
    float: """
        alpha atol base beta bounds correction delta dropout_p dx eps label_smoothing lambd lower
        margin max_norm max_val maxnorm median min_val momentum nan negative_slope neginf norm_type
        p posinf rtol s scale sigma step tau threshold to upper
    """,
    int: """
        N _stacklevel check_every chunks col count decimals diagonal divisor_override dim0 dim1 dim2
        dimension downscale_factor edgeitems embed_dim_to_check end_dim groups ignore_index k length
        blank linewidth m minlength n num_classes num_groups num_heads num_samples number offset
        padding_idx precision r row seed start_dim steps storage_offset upscale_factor
    """,
    bool: """
        accumulate add_zero_attn align_corners antialias as_tuple assume_unique average_attn_weights
        ceil_mode copy count_include_pad create_graph recompute_scale_factor return_indices
        cudnn_enable density descending enable_gqa equal_nan force full hard include_self increasing
        inplace invert is_causal keepdim largest log_input log_target need_weights non_blocking
        out_int32 pin_memory replacement requires_grad retain_graph return_counts return_inverse
        include_last_offset masked_grad zero_infinity
        right scale_grad_by_freq sci_mode size_average sorted sparse sparse_grad stable swap train
        training unbiased use_input_stats use_separate_proj_weight warn_only with_replacement wrap
    """,
    str: """
        approximate device_type equation indexing interpolation kind mode name padding_mode profile
        reduction rounding_mode side
    """,
    Dims: """
        axes dilation dim dims kernel_size normalized_shape padding shape shifts size
        sizes split_size split_size_or_sections split_sizes stride pad
    """,
    Tensor | Sequence[Tensor]: "inputs matrices operands tensors",
    int | Sequence[int] | Tensor: "bins indices_or_sections",
    Tensor | Sequence[int]: "input_lengths target_lengths",
    int | Sequence[int | None]: "output_size",
    float | str: "ord",
    float | Sequence[float]: "output_ratio scale_factor",
    bool | str: "reduce",
    tuple[float, float]: "range",
    dtypes.dtype: "d dtype",
    device | str | int: "device",
    formats.layout: "layout",
    formats.memory_format: "memory_format",
    Generator: "generator",
    np.ndarray: "ndarray",
    Callable: "function grad hook",
    Callable[[Tensor, Tensor], Tensor]: "distance_function",
    Any: "args buffer data debug_mode elements named obj options stream t test_elements",
}
PARAMETERS = {name: kind for kind, names in _TYPES.items() for name in names.split()}
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
        self.lines = []

    def text(self):
        """All of it."""
        return "\n".join([HEADER, *sorted(self.imports.values()), "", *self.lines, ""])

    # ---- types

    def spelled(self, kind):
        """A type as stubs write it; builtins are hidden by methods and dtypes of their names."""
        if isinstance(kind, str | typing.ForwardRef):
            return getattr(kind, "__forward_arg__", kind)
        if isinstance(kind, typing.TypeVar) and f"\n_{kind.__name__.strip('_')} = " in HEADER:
            return f"_{kind.__name__.strip('_')}"
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
            return f"{plain}[{', '.join(parts)}]"
        known = BUILTINS.get(kind) or TYPING.get(kind) or GENERIC.get(kind)
        if known is not None or kind.__module__ == "builtins":
            return known or kind.__name__
        if kind in self.own:
            return kind.__name__
        return self.imported(kind, "Tensor" if kind is Tensor else f"_{kind.__name__}")

    def imported(self, kind, name):
        """A name of the package, under a name in the stub."""
        if kind.__module__.partition(".")[0] not in ("tensorlite", "kernels"):
            self.imports[name] = f"from {kind.__module__} import {kind.__name__} as {name}"
            return name
        home = homes().get(kind)
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
            return self.form(name, parameters, result, first)
        out = [p for p in parameters if p.name == "out"]
        lines = []
        for own, given in forms:
            taken = [*own, *[p for p in out if p.name not in {q.name for q in own}]]
            lines += ["    " * bool(first) + "@_overload", *self.form(name, taken, given, first)]
        return lines

    def form(self, name, parameters, result, first):
        """The lines of one way to call a function."""
        pad, told = "    " if first else "", [first] if first else []
        parameters = parameters[bool(first) :]
        several = result is not Tensor
        star = any(p.kind is p.VAR_POSITIONAL for p in parameters)
        for place, each in enumerate(parameters):
            if each.kind is each.KEYWORD_ONLY and not star:
                told.append("*")
                star = True
            told.append(self.parameter(each, several))
            after = parameters[place + 1].kind if place + 1 < len(parameters) else None
            if each.kind is each.POSITIONAL_ONLY and after is not each.POSITIONAL_ONLY:
                told.append("/")
        end = f") -> {self.spelled(result)}: ..."
        if name in ("__eq__", "__ne__"):
            end += "  # type: ignore[override]"
        line = f"{pad}def {name}({', '.join(told)}{end}"
        if len(line) <= WIDTH:
            return [line]
        return [f"{pad}def {name}(", *[f"{pad}    {each}," for each in told], f"{pad}{end}"]

    def parameter(self, parameter, several=False):
        """A parameter with its type and default."""
        kind, default = taken(parameter, several), parameter.default
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
        kind = inspect.signature(thing.fget).return_annotation
        text = self.spelled(Tensor if kind is inspect.Signature.empty else kind)
        if thing.fset is not None:
            return [f"    {name}: {text}"]
        return ["    @property", f"    def {name}(self) -> {text}: ..."]

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


def taken(parameter, several=False):
    """The type of a parameter; `several` tensors come out of the function."""
    kind, default = parameter.annotation, parameter.default
    if parameter.name == "out" and several:
        return Any
    if kind is parameter.empty and parameter.name not in PARAMETERS:
        raise KeyError(
            expected("stubs", f"a type of the parameter {parameter.name}", "none",
                     "an annotation, or a line in PARAMETERS if the name has one sense")
        )  # fmt: skip
    if kind is parameter.empty:
        kind = PARAMETERS[parameter.name]
        if parameter.name == "dim" and type(default) is int:
            kind = int  # one dim, where others take several
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
    signature = signature_of(thing)
    found = [p for p in signature.parameters.values() if not is_hidden(p)]
    result = signature.return_annotation
    return found, Tensor if result is signature.empty else result


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
    return [told[0].replace(annotation=Tensor), *told[1:]] if in_place else [*told, out]


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
            stub.lines += [f"class {name}:", *stub.members(thing), ""]
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

"""The gate before every public function: a call that cannot be is refused in one form.

It costs nothing that an exception does not pay: only when one leaves a function of ours is it
looked at. What a user's own code raised (a hook, a Function, a closure) passes as it is, and so
does what was said clearly, and what no argument is to blame for: files, imports, threads, the
compiler. Anything else becomes ``op: expected ...; got ...; try ...`` with the
public name and the argument at fault.
"""

import functools
import inspect
import math
import operator
import re
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from . import dtypes
from .absent import NoSuchName
from .batches import again as part_by_part
from .batches import batches
from .device import default, device
from .docstrings import docstring, document_class
from .errors import OutOfMemoryError, expected, type_name
from .formats import check_layout
from .graph import warn
from .kernels.internals import cpython
from .op import is_inner, methods, registry
from .rehearsal import Repertoire, recall
from .tensor import Tensor

F = TypeVar("F", bound=Callable[..., Any])
_OURS = __package__
_LIBRARIES = {_OURS, "numpy", "numba", "llvmlite", "scipy", "safetensors"}
_LIBRARIES |= sys.stdlib_module_names - {"__main__"}
_MACHINERY = {"numba", "llvmlite", "ctypes", "importlib", "threading", "multiprocessing"}
_COMPILERS = {"numba", "llvmlite"}
_MACHINERY |= {"concurrent", "subprocess", "socket", "tempfile", "shutil"}
_HELPERS = {"number", "shape", "dtype"}  # heads of messages that know no op
_HEAD = re.compile(r"^([A-Za-z_][\w.]*)(\(\))?: ")

ALIASES = {  # names of arguments that PyTorch takes too: NumPy's, and those of its overloads
    "axis": ("dim", "dims"),
    "axes": ("dims",),
    "keepdims": ("keepdim",),
    "ddof": ("correction",),
    "x": ("input", "self"),
    "a": ("input", "self"),
    "x1": ("input", "self"),
    "x2": ("other",),
    "input": ("self", "x"),
    "self": ("input",),
    "axis0": ("dim0",),
    "axis1": ("dim1",),
    "split_size": ("split_size_or_sections",),
    "sections": ("indices_or_sections",),
    "indices": ("indices_or_sections", "input"),
    "b": ("B",),
    "element": ("elements",),
    "test_element": ("test_elements",),
    "tensor_indices_or_sections": ("indices_or_sections",),
}
_ALPHA, _VALUE = {"TnT": ("alpha",)}, {"TnTT": ("value",)}
_FACTORS = {"TnTT": ("beta",), "nTTT": ("beta",), "TnnTT": ("beta", "alpha"),
            "nTnTT": ("beta", "alpha")}  # fmt: skip
FORMER = {  # numbers (n) amid tensors (T), as PyTorch's first versions had them, and still takes
    "add": _ALPHA, "sub": _ALPHA, "addcmul": _VALUE, "addcdiv": _VALUE, "addmm": _FACTORS,
    "addmv": _FACTORS, "addr": _FACTORS, "addbmm": _FACTORS, "baddbmm": _FACTORS,
}  # fmt: skip
_SIZES = {"size", "sizes", "shape", "dims", "repeats"}  # what is taken by place, or as one argument


# ------------------------------------------------------------------ the gate itself


def gated(function: F, name=None, module=_OURS, rehearsed=False) -> F:
    """`function` behind the gate, under its public name; `turn` puts something else there.

    For `rehearsed` see `rehearsal.py`.
    """
    repertoire = Repertoire() if rehearsed else None

    def turn(other):
        nonlocal function
        before, function = function, other
        return before

    def bound(*args, **named):
        try:
            if repertoire is not None:
                made = recall(repertoire, function, args, named)
                if made is not NotImplemented:
                    return made
            return function(*args, **named) if named else function(*args)  # a tenth of a view
        except Exception as error:
            made = otherwise(error, bound, args, named)
            if made is not NotImplemented:
                return made
            again = respelled(error, bound, args, named)
            if again is None:
                refuse(error, bound, args, named)
                raise
        return bound(*again[0], **again[1])

    bound.turn = turn
    return dressed(bound, function, name, module)


def gated_factory(function, name, module=_OURS):
    """The same for what makes tensors on a device, which is the default one if none is named."""
    taken = inspect.signature(function).parameters.values()
    places = [p.name for p in taken if p.kind is p.POSITIONAL_OR_KEYWORD]
    by_place = places.index("device") if "device" in places else math.inf

    def bound(*args, **named):
        try:
            if default.chosen and len(args) <= by_place:
                _place(named)
            if named.get("layout") is not None:
                check_layout(name or function.__name__, named["layout"])
            if "out" in named and named.get("dtype") is not None:
                check_kinds(name or function.__name__, named["out"], named["dtype"])
            return function(*args, **named)
        except Exception as error:
            made = otherwise(error, bound, args, named)
            if made is not NotImplemented:
                return made
            again = respelled(error, bound, args, named)
            if again is None:
                refuse(error, bound, args, named)
                raise
        return bound(*again[0], **again[1])

    return dressed(bound, function, name, module)


def _place(named):
    if default.device is not None and named.get("device") is None and named.get("out") is None:
        named["device"] = default.device


def check_kinds(name, out, kind):
    """Refuse an `out` of another dtype than the one that is asked for beside it."""
    if isinstance(out, Tensor) and out.spec.dtype is not dtypes.as_dtype(kind, name):
        raise RuntimeError(
            expected(name, f"dtype {kind} to be that of out", f"{out.spec.dtype}", "one of them")
        )


def dressed(bound, function, name=None, module=_OURS, signature=None):
    """A gate with the name, the signature and the words of what is behind it."""
    functools.update_wrapper(bound, function)
    bound.__name__ = bound.__qualname__ = name or function.__name__
    bound.__module__ = module
    bound.is_gate = True
    bound.__doc__ = docstring(function.__doc__, bound)
    if signature is None and "target" in (getattr(function, "__kwdefaults__", None) or ()):
        signature = inspect.signature(function)
    if signature is not None:
        kept = [p for p in signature.parameters.values() if not _is_inner(p)]
        bound.__signature__ = signature.replace(parameters=kept)
    return bound


def _is_inner(parameter):
    """Whether it is `target`, by which in-place forms pass on what they write."""
    return parameter.name == "target" and parameter.kind is parameter.KEYWORD_ONLY


def spelled(function, **names):
    """`function` with other names of parameters for its users; those of its code stay beside.

    They are for one code under many public names, each of which calls its arguments differently.
    """
    plain = inspect.signature(function)
    told = [p.replace(name=names.get(p.name, p.name)) for p in plain.parameters.values()]
    function.__signature__ = plain.replace(parameters=told)
    function.own_names = {told: own for own, told in names.items()}
    return function


def signature_of(bound):
    """What a public function takes."""
    own = getattr(bound, "signature", None)
    return inspect.signature(bound) if own is None else own()


def gated_class(cls):
    """A class whose constructors, its own or inherited, are behind the gate."""
    for name, kind in (("__init__", lambda function: function), ("__new__", staticmethod)):
        owner = next(c for c in cls.__mro__ if name in vars(c))
        plain = getattr(owner, name)
        if owner.__module__.partition(".")[0] == _OURS and not getattr(plain, "is_gate", False):
            bound = gated(plain, name, plain.__module__)
            bound.__qualname__ = plain.__qualname__
            setattr(owner, name, kind(bound))
    return cls


def gate_all(namespace, names):
    """Put what a module offers under these names behind the gate."""
    for name in names:
        found = namespace[name]
        if inspect.isclass(found):
            gated_class(found)
        elif callable(found) and not getattr(found, "is_gate", False):
            namespace[name] = gated(found, name, namespace["__name__"])
        if inspect.isclass(found):
            document_class(found)


def otherwise(error, bound, args, named):
    """The result of a call that failed from what else can compute it, else NotImplemented.

    Tensors with hidden dims have it part by part; an argument that is no Tensor may have a
    `__torch_function__`, which is given the function, the classes that have one, and the arguments.
    """
    if batches.used:
        made = part_by_part(error, bound, args, named)
        if made is not NotImplemented:
            return made
    kinds = _overriding((*args, *named.values()))
    call = bound, *map(id, (*args, *named.values()))
    if not kinds or call in _asking.calls:
        return NotImplemented
    _asking.calls.add(call)
    try:
        for kind in kinds:
            made = kind.__torch_function__(bound, kinds, args, named)
            if made is not NotImplemented:
                return made
    finally:
        _asking.calls.remove(call)
    return NotImplemented


class _Asking(threading.local):
    """The calls of this thread for which classes are being asked: PyTorch's Tensor calls again."""

    def __init__(self):
        self.calls = set()


_asking = _Asking()


def _overriding(values):
    """The classes of what is no Tensor, in lists, too, that have a `__torch_function__`."""
    given = [x for value in values
             for x in (value if isinstance(value, tuple | list) else (value,))]  # fmt: skip
    kinds = dict.fromkeys(type(x) for x in given if not isinstance(x, Tensor))
    return tuple([kind for kind in kinds if hasattr(kind, "__torch_function__")])


def respelled(error, bound, args, named):
    """The arguments by the function's own names, if they only went by others or as `size=`."""
    trace = error.__traceback__
    if type(error) is not TypeError or trace is None or trace.tb_next is not None:
        return None
    parameters, own = signature_of(bound).parameters, getattr(bound, "own_names", {})
    places = list(parameters)
    by_name = {n for n, p in parameters.items() if p.kind is not p.VAR_POSITIONAL}
    variadic = next((n for n in parameters if n not in by_name), None)
    found, changed = {}, False
    for key, value in named.items():
        other = next((n for n in ALIASES.get(key, ()) if n in parameters), None)
        if key in own and key not in places[: len(args)] and own[key] not in named:
            found[own[key]], changed = value, True
        elif key not in parameters and other is not None and other not in named:
            found[other], changed = value, True
        elif key not in by_name and key in _SIZES and variadic in _SIZES:
            args, changed = (*args, value), True
        else:
            found[key] = value
    return (args, found) if changed else _reordered(bound, args, named)


def _reordered(bound, args, named):
    """The arguments with numbers by keyword that stand amid the tensors, after a warning."""
    name = bound.__name__
    order = "".join(["T" if isinstance(x, Tensor) else "n" for x in args])
    keys = FORMER.get(name.rstrip("_"), {}).get(order)
    if keys is None or not named.keys().isdisjoint(keys):
        return None
    tensors = tuple([x for x in args if isinstance(x, Tensor)])
    numbers = dict(zip(keys, [x for x in args if not isinstance(x, Tensor)], strict=True))
    told = ", ".join([f"{key}={_told(value)}" for key, value in numbers.items()])
    warn(expected(name, "numbers by keyword", "the former order of arguments", told))
    return tensors, named | numbers


# ------------------------------------------------------------------ what is refused, and how


def refuse(error, bound, args, named):
    """Raise what `error` should have said; return where it is to pass as it is."""
    trace = error.__traceback__.tb_next
    if type(error.__context__) is KeyError and _innermost(error.__context__.__traceback__):
        error.__suppress_context__ = True  # of a call that was not prepared yet
    if isinstance(error, Warning) or _is_told(error):
        return
    if trace is None and type(error) is TypeError:
        raise _misbound(bound, args, named) from None
    last = _innermost(trace)
    if last is not None and _package(last) in _COMPILERS and _takes_complex(args, named):
        raise NotImplementedError(
            f"{_public_name(bound, args)}: not implemented for complex numbers; expected real "
            "tensors; got complex ones; try .real, .imag or .abs()"
        ) from None
    if last is None or _is_environment(error, last):
        return
    name, text = _public_name(bound, args), _text(error)
    if bound.__name__ == "forward" and _HEAD.match(text):
        return  # a model's layer has the name of what failed in it
    raised = cpython.raises(last.tb_frame, last.tb_lasti) and _package(last) == _OURS
    if raised and not isinstance(error, NoSuchName):
        if text.startswith("bool: ") and (place := _condition(bound, args, named)) is not None:
            raise TypeError(expected(name, *place)) from None
        if (told := _placed(_headed(text, name, bound, trace), args, named)) != text:
            raise type(error)(told) from None
        return
    raise _accident(error, text, name, _given(bound, args, named)) from None


def _takes_complex(args, named):
    """Whether a complex tensor is among the arguments."""
    given = [each for x in (*args, *named.values())
             for each in (x if isinstance(x, tuple | list) else (x,))]  # fmt: skip
    return any(isinstance(x, Tensor) and x.spec.dtype.is_complex for x in given)


def refuse_forward(error, module, args, named):
    """The same for a call of a module, if its forward is ours."""
    forward = module.forward
    if getattr(forward, "__module__", "").partition(".")[0] == _OURS:
        refuse(error, forward, args, named)


def _is_told(error):
    """Whether it is of a class of ours, which says more than any gate: TraceError, ScalarError."""
    ours = type(error).__module__.partition(".")[0] == _OURS
    return ours and not isinstance(error, OutOfMemoryError | NoSuchName)


def _is_environment(error, last):
    """Whether the machine or a library failed, and no argument: as it is, it says the most."""
    if isinstance(error, AttributeError) and inspect.ismodule(_owner(error)):
        return True  # of a module that is only half imported
    return isinstance(error, OSError | ImportError) or _package(last) in _MACHINERY


def _innermost(trace):
    """The last entry of a traceback in which no frame is a user's and no import, else None."""
    while trace is not None:
        if _package(trace) not in _LIBRARIES or trace.tb_frame.f_code.co_name == "<module>":
            return None
        if trace.tb_next is None:
            return trace
        trace = trace.tb_next
    return None


def _package(trace):
    return _package_of(trace.tb_frame)


def _package_of(frame):
    return (frame.f_globals.get("__name__") or "").partition(".")[0]


def is_library(frame):
    """Whether a frame is of this package, of one that it stands on, or of Python's own modules."""
    return _package_of(frame) in _LIBRARIES


def _public_name(bound, args):
    """What the user called: a class by its name."""
    if bound.__name__ == "__init__" and args:
        return type(args[0]).__name__
    if bound.__name__ == "__new__" and args:
        return args[0].__name__
    return type(bound.__self__).__name__ if bound.__name__ == "forward" else bound.__name__


def _text(error):
    return str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)


def _headed(text, name, bound, trace):
    """A message of ours under the public name; one about an argument names it.

    What failed in the backward of an op keeps the name of that op.
    """
    match = _HEAD.match(text)
    if _in_backward(trace):
        return text
    if match is None:
        return f"{name}: {text}"
    head, rest = match[1], text[match.end() :]
    if head == name:
        return text
    if head in signature_of(bound).parameters:
        told = rest.startswith(f"expected a {head} ") or " to be " in rest.partition(";")[0]
        if rest.startswith("expected ") and not told:
            rest = f"expected {head} to be {rest.removeprefix('expected ')}"
        return f"{name}: {rest}"
    if head not in methods and head.rstrip("_") in signature_of(bound).parameters:
        return f"{name}: {text}"
    inner = head in registry or head in methods or head in _HELPERS or is_inner(head)
    return f"{name}: {rest}" if inner else text


def _placed(text, args, named):
    """The message with the library of what is another's and has a name of ours: `torch.Tensor`."""
    for x in (*args, *named.values()):
        parts = x.values() if isinstance(x, dict) else x if isinstance(x, tuple | list) else ()
        for told in {type_name(each) for each in (x, *parts)}:
            _, dot, name = told.rpartition(".")
            if dot:
                text = re.sub(rf"\b(got|not|is)\b((?: [^;]*)?) {name}\b", rf"\1\2 {told}", text)
    return text


def _in_backward(trace):
    while trace is not None:
        if trace.tb_frame.f_globals.get("__name__", "") == f"{_OURS}.autograd.walk":
            return True
        trace = trace.tb_next
    return False


def _misbound(bound, args, named):
    """The error for arguments that do not fit the signature."""
    name, signature = _public_name(bound, args), signature_of(bound)
    parameters = list(signature.parameters.values())
    told = parameters[1:] if parameters and parameters[0].name in ("self", "cls") else parameters
    made = "(...)" * (bound.__name__ == "forward")  # of the settings, and then of the input
    remedy = f"{name}{made}({', '.join(map(_shown, told))})"
    places = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    names = {p.name for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)}
    taken = {p.name for p in places[: len(args)]}
    for key, value in named.items():
        if key not in names:
            return TypeError(
                expected(name, "a keyword that it has", f"{key}={_told(value)}", remedy)
            )
        if key in taken:
            return TypeError(expected(name, f"{key} once", f"it twice, as {key}= too", remedy))
    extra = len(parameters) - len(told)
    if len(args) > len(places):
        wanted = f"at most {len(places) - extra} arguments by place"
        return TypeError(expected(name, wanted, str(len(args) - extra), remedy))
    empty = inspect.Parameter.empty
    missing = [p.name for p in places if p.default is empty and p.name not in taken | {*named}]
    return TypeError(expected(name, " and ".join(missing), "none", remedy))


def _shown(parameter):
    """A parameter as a signature shows it, without annotations."""
    return str(parameter.replace(annotation=inspect.Parameter.empty))


def _given(bound, args, named):
    """The arguments by name."""
    try:
        found = signature_of(bound).bind_partial(*args, **named).arguments
    except TypeError:
        found = {f"argument {k}": value for k, value in enumerate(args)} | named
    if bound.__name__ in ("__init__", "__new__"):
        found.pop("self", None)
        found.pop("cls", None)
    return found


# ------------------------------------------------------------------ the argument at fault

_CLASSES = {  # what the user gets for what was raised within; RuntimeError for all others
    TypeError: TypeError,
    ValueError: ValueError,
    IndexError: IndexError,
    NotImplementedError: NotImplementedError,
    AttributeError: TypeError,
    KeyError: ValueError,
}


def _accident(error, text, name, given):
    """The error for what failed within: it names the argument, else all of them."""
    culprit = None
    if isinstance(error, AttributeError):
        culprit = _lacking(error, given)
    culprit = culprit or _unkind(given)
    if culprit is not None:
        place, wanted, got, remedy = culprit
        return TypeError(expected(name, f"{place} to be {wanted}", got, remedy))
    told = ", ".join(f"{key}={_told(value)}" for key, value in given.items()) or "no arguments"
    if isinstance(error, MemoryError):
        remedy = f"a smaller shape; {text}" if text else "a smaller shape"
        return OutOfMemoryError(expected(name, "memory for what it makes", told, remedy))
    kind = next((_CLASSES[c] for c in type(error).__mro__ if c in _CLASSES), RuntimeError)
    cause = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return kind(expected(name, "arguments that go together", told, f"help(); {cause}"))


def _lacking(error, given):
    """The argument, or the element of one, that has not the attribute that was looked for."""
    wanted, remedy = f"something with .{error.name}", "help()"
    if hasattr(Tensor, error.name or ""):
        wanted, remedy = "a Tensor", "tensorlite.tensor()"
    for key, value in given.items():
        parts = {key: value}
        if isinstance(value, tuple | list):
            parts |= {f"{key}[{k}]": part for k, part in enumerate(value)}
        if isinstance(value, dict):
            parts |= {f"{key}[{k!r}]": part for k, part in value.items()}
        for place, part in parts.items():
            if part is _owner(error):
                if place in _KINDS and not _KINDS[place][1](part):
                    wanted = _KINDS[place][0]
                    remedy = _EXAMPLES.get(wanted, "help()")
                return place, wanted, _told(part), remedy
    return None


def _owner(error):
    """What had not the attribute that was looked for."""
    return error.of if isinstance(error, NoSuchName) else error.obj


def _condition(bound, args, named):
    """What to say of a tensor in the place of a setting, where it was taken for a condition."""
    parameters, constructs = signature_of(bound).parameters, bound.__name__ == "__init__"
    for key, value in _given(bound, args, named).items():
        default = parameters[key].default if key in parameters else None
        setting = isinstance(default, bool | int | float | str)
        if isinstance(value, Tensor) and (setting or (constructs and key not in _KINDS)):
            wanted = f"a {type(default).__name__}" if setting else "a setting"
            made = f"{_public_name(bound, args)}(...)(input)"
            remedy = made if constructs else f"{key}={default!r}"
            return f"{key} to be {wanted}", _told(value), remedy
    return None


def _is_integer(value):
    try:
        operator.index(value)
    except TypeError:
        return False
    return True


def _is_number(value):
    return isinstance(value, int | float | np.number | np.bool_ | Tensor)


def _library(value):
    """The package that the type of a value is of."""
    return type(value).__module__.partition(".")[0]


def _is_dims(value):
    return _is_integer(value) or _are_integers(value)


def _are_integers(value):
    return isinstance(value, tuple | list) and all(map(_is_integer, value))


def _is_dtype(value):
    return isinstance(value, dtypes.dtype | type | np.dtype | str)


def _is_plain_number(value):
    return not isinstance(value, str | bytes | dict | set | type) and value is not None


_INTEGER = ("an integer", _is_integer)
_DIMS = ("an integer or a tuple of them", _is_dims)
_TENSOR = ("a Tensor", lambda value: isinstance(value, Tensor))
_KINDS = {
    **dict.fromkeys(("input", "self", "tensor", "mask", "weight", "bias", "index"), _TENSOR),
    **dict.fromkeys(("condition", "src", "source", "mat1", "mat2", "vec", "vec1"), _TENSOR),
    **dict.fromkeys(("vec2", "batch1", "batch2"), _TENSOR),
    **dict.fromkeys(("dim0", "dim1", "dim2", "start_dim", "end_dim", "n", "m"), _INTEGER),
    **dict.fromkeys(("steps", "chunks", "seed"), _INTEGER),
    **dict.fromkeys(("dim", "dims", "size", "sizes", "shape", "normalized_shape"), _DIMS),
    **dict.fromkeys(("start", "end", "step", "p", "lr"), ("a number", _is_plain_number)),
    "pad": ("a tuple of integers", _are_integers),
    "dtype": ("a dtype", _is_dtype),
    "device": ("a device or its name", lambda value: isinstance(value, device | str | int)),
    "generator": ("a Generator", lambda value: _library(value) == _OURS),
    "alpha": ("a number", _is_number),
    "beta": ("a number", _is_number),
    "value": ("a number", _is_number),
}  # by the names that all functions share
_EXAMPLES = {
    "an integer": "0", "a Tensor": "tensorlite.tensor()", "a dtype": "tensorlite.float32",
    "a number": "0.5", "a tuple of integers": "(1, 1)", "a Generator": "tensorlite.Generator()",
}  # fmt: skip


def _unkind(given):
    """The first argument that is not of the kind that its name tells."""
    for key, value in given.items():
        if key not in _KINDS or value is None:
            continue
        wanted, fits = _KINDS[key]
        if not fits(value):
            return key, wanted, _told(value), _EXAMPLES.get(wanted, "help()")
    return None


def _told(value):
    """An argument in a message: dtype and shape of a tensor, else its type and a short value."""
    if isinstance(value, Tensor):
        return repr(value.spec)
    if isinstance(value, np.ndarray):
        return f"numpy {value.dtype}{list(value.shape)}"
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int | float | str | bytes | tuple | list | dict | set):
        try:
            text = repr(value)
        except Exception:
            text = "?"
        return f"{type(value).__name__} {text}" if len(text) < 40 else type(value).__name__
    if isinstance(value, type):
        return f"type {value.__name__}"
    return type_name(value)

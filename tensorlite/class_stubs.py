"""Typed stubs of the packages of classes: `nn`, `optim`, `utils.data`, `distributions`, ...

As in `tensorlite.stubs` an annotation stands as it is, and a name of a parameter has one sense;
here its default tells the type of the others. A method without an annotation gives what its name
gives everywhere (`RESULTS`), `forward` a Tensor, and a call of a layer what `forward` gives. Bases
that have no public name lend their members to the classes that have one.
"""

import ast
import functools
import importlib
import inspect
import textwrap
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from . import dtypes
from .nn import Module, Parameter
from .op import Elementwise
from .stubs import PACKAGES, PARAMETERS, Operand, Stub, called, homes, is_told, overloads
from .tensor import Tensor

Size = int | Sequence[int]
_TYPES: dict[Any, str] = {
    Tensor: """
        bn_b bn_rm bn_rv bn_w conv_b conv_w hx input_ linear_b linear_w memory
        memory_key_padding_mask memory_mask src_key_padding_mask src_mask target_ tgt vec
        tgt_key_padding_mask tgt_mask
        total_norm src
    """,
    Operand: """
        concentration concentration0 concentration1 cov_diag cov_factor covariance_matrix df df1 df2
        loc logits lr precision_matrix probs rate scale scale_tril temperature metrics value
    """,
    float: """
        bn_eps clip_value dampening lr_decay initial_accumulator_value new_factor timeout
        weight_decay
    """,
    int: """
        T_0 T_max chunk_size count d_model embed_dim embedding_dim epochs hidden_size in1_features
        in2_features in_channels in_features input_size kdim max_eval n_classes num_channels
        num_chunks num_embeddings num_features out_channels reinterpreted_batch_ndims step_size
        step_size_down step_size_up steps_per_epoch total_steps vdim prefetch_factor batch_size
        out_features
    """,
    bool: "allow_unused drop_last foreach fused record shuffle validate_args nesterov",
    str: "adjust_lr_fn line_search_fn prefix",
    Size: "output_padding unflattened_size in_shape out_shape normalized_shape kernel_size stride "
    "dilation",
    Size | str: "padding",
    Callable[[Tensor], Tensor] | str: "activation",
    Iterable[Any]: "datasets",
    Size | dtypes.dtype: "shape",
    tuple[float, float]: "betas etas step_sizes lims",
    Sequence[int]: "cutoffs lengths milestones sample_shape batch_shape event_shape",
    Sequence[float]: "weights",
    Iterable[Tensor] | Iterable[dict[str, Any]] | Iterable[tuple[str, Tensor]]: "params",
    Tensor | Iterable[Tensor]: "parameters",
    Module: "module conv bn linear decoder_layer encoder_layer norm custom_encoder custom_decoder",
    Callable: "func hook",
    Callable[[], Any]: "closure",
    Callable[[list[Any]], Any]: "collate_fn",
    Callable[[Module], Any]: "fn",
    Callable[[int], float] | Sequence[Callable[[int], float]]: "lr_lambda",
    Callable[[float], float]: "scale_fn",
    Callable[[int], None]: "worker_init_fn",
    Mapping[str, Any]: "state_dict defaults param_group",
    int | tuple[int, ...]: "argnums",
    Any: """
        init in_dims out_dims total_count data_source dataset default optimizer modules
        multiprocessing_context min_lr max_lr base_lr base_momentum max_momentum epoch tensors
        dims data sampler batch_sampler
    """,
}
OWN = {name: kind for kind, names in _TYPES.items() for name in names.split()}
SHARED = {name: kind for name, kind in PARAMETERS.items() if name not in OWN}
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
MACHINERY = (
    *("__class_getitem__", "__setattr__", "__delattr__", "__del__", "__getstate__", "__dir__"),
    *("__init_subclass__", "__reduce__", "__copy__", "__deepcopy__"),
)  # which no program calls
WITH_TENSORS = ("forward", "__init__", "__new__", "log_prob", "cdf", "icdf")
_RESULTS: dict[Any, str] = {
    Self: """
        apply bfloat16 cpu cuda double eval float half requires_grad_ to to_empty train type
        __enter__ append extend insert copy expand with_cache __new__
    """,
    None: """
        zero_grad add_param_group clear update register_parameter register_buffer add_module
        register_module set_extra_state set_submodule reset_parameters reset_running_stats
        flatten_parameters mark_dirty mark_non_differentiable save_for_backward __init__ __exit__
        set_materialize_grads clip_grad_value_ vector_to_parameters synchronize empty_cache
        manual_seed manual_seed_all set_device __setitem__ __delitem__ set_growth_factor
        set_backoff_factor set_growth_interval unscale_
    """,
    str: "__repr__ __str__ extra_repr get_device_name name",
    int: "__len__ __hash__ device_count current_device memory_allocated",
    bool: """
        is_available is_grad_enabled gradcheck gradgradcheck is_enabled is_initialized __eq__
        __contains__ is_built query
    """,
    Tensor: """
        clip_grad_norm_ clip_grad_norm get_total_norm parameters_to_vector kl_divergence sample
        rsample log_prob cdf icdf entropy perplexity enumerate_support log_abs_det_jacobian
        get_buffer forward
    """,
    float: "get_scale get_growth_factor get_backoff_factor elapsed_time",
    Iterator[Parameter]: "parameters",
    Iterator[tuple[str, Parameter]]: "named_parameters",
    Iterator[Tensor]: "buffers",
    Iterator[tuple[str, Tensor]]: "named_buffers",
    Iterator[Module]: "children modules",
    Iterator[tuple[str, Module]]: "named_children named_modules",
    Iterator[Any]: "__iter__ __reversed__",
    Parameter: "get_parameter",
    Module: "get_submodule",
    dict[str, Any]: "state_dict",
    list[float]: "get_last_lr",
    Callable: """
        func.vmap func.grad func.grad_and_value func.jacrev func.jacfwd func.hessian
    """,
    tuple[Any, Callable]: "func.linearize",
    tuple[Any, ...]: "func.jvp func.vjp",
    tuple[Tensor, ...]: "autograd.grad",
}
RESULTS = {name: kind for kind, names in _RESULTS.items() for name in names.split()}


class ClassStub(Stub):
    """The stub of a package that defines classes."""

    def __init__(self, module):
        self.module = module
        package = importlib.import_module(f"tensorlite.{module}")
        self.offered = {name: getattr(package, name) for name in package.__all__}
        super().__init__(module, [t for t in self.offered.values() if homes().get(t) == module])
        self.dots += "." * is_package(module)
        self.lines += ["__all__ = [", *[f'    "{name}",' for name in sorted(self.offered)], "]"]

    def written(self):
        """The whole text."""
        classes = [t for t in self.offered.values() if t in self.own]
        for cls in sorted(set(classes), key=lambda c: (len(c.__mro__), c.__name__)):
            self.lines += self.class_lines(cls)
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
                self.lines.append(f"{name}: _Any")
        return self.text()

    def class_lines(self, cls):
        """A class with the members that its named bases do not tell alike."""
        bases, _ = self.bases(cls)
        head = f"({', '.join(map(self.spelled, bases))})" if bases else ""
        told = self.told(bases)
        own = sorted(item for item in self.members(cls).items() if told.get(item[0]) != item[1])
        lines = [line for _, found in own for line in found]
        return [f"class {cls.__name__}{head}:", *(lines or ["    ..."]), ""]

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
        found = {n: [f"    {n}: {self.attribute(n, k)}"] for n, k in attributes(cls).items()}
        for name, thing in vars(cls).items():
            if not is_told(name) or name in MACHINERY:
                continue
            if isinstance(thing, property):
                found[name] = self.described(name, thing)
            elif isinstance(thing, classmethod | staticmethod):
                kind = type(thing).__name__
                first = "cls" if kind == "classmethod" or name == "__new__" else ""
                lines = self.function(name, thing.__func__, first)
                mark = [] if name in ("__new__", "__init_subclass__") else [f"    @{kind}"]
                found[name] = [*mark, *lines] if first else [*mark, *indented(lines)]
            elif isinstance(thing, types.FunctionType):
                found[name] = self.function(name, thing, "self")
        return found

    def attribute(self, name, kind):
        return kind if isinstance(kind, str) else self.spelled(kind)

    def described(self, name, thing):
        hints = inspect.get_annotations(thing.fget, eval_str=True)
        text = self.spelled(hints.get("return", Any))
        if thing.fset is not None:
            return [f"    {name}: {text}"]
        return ["    @property", f"    def {name}(self) -> {text}: ..."]

    def function(self, name, thing, first=""):
        if overloads(thing):
            return super().function(name, thing, first)
        parameters, _ = called(thing)
        hints = inspect.get_annotations(inspect.unwrap(thing), eval_str=True)
        plain = not first or name in WITH_TENSORS
        parameters = [p.replace(annotation=kind_of(p, hints, plain)) for p in parameters]
        result = RESULTS.get(f"{self.module}.{name}" if not first else name, RESULTS.get(name, Any))
        result = hints.get("return", result)
        if not first and parameters and parameters[0].name == "func":
            taken, *others = parameters
            forms = [[taken.replace(annotation=f), *others] for f in by_count(taken.annotation)]
            return [x for f in forms for x in ("@_overload", *self.form(name, f, result, first))]
        return self.form(name, parameters, result, first)


def by_count(kind):
    """A function's type for one, two and three parameters, so that those of a lambda have one."""
    result = typing.get_args(kind)[1]
    return [*(Callable[[Any] * count, result] for count in (1, 2, 3)), kind]  # type: ignore[misc]


def indented(lines):
    return [f"    {line}" for line in lines]


def kind_of(parameter, hints, tensors=True):
    """The type of a parameter: as annotated, by its name, or by its default.

    Without `tensors` no name stands for a tensor: methods of containers have keys and values.
    """
    name, default = parameter.name, parameter.default
    if name in hints:
        return hints[name]
    if isinstance(default, bool):
        return bool
    kind = OWN.get(name) or (type(default) if isinstance(default, float) else SHARED.get(name))
    if kind is None:
        return type(default) if type(default) in (int, str) else Any
    return Any if kind in (Tensor, Operand) and not tensors else kind


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
    taken = inspect.signature(plain).parameters
    for node in ast.walk(tree):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            value: Any = node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=True))
            for where, what in pairs:
                if isinstance(where, ast.Attribute) and where.attr[0] != "_":
                    told.setdefault(where.attr, set_to(where.attr, what, taken))
    return told


def set_to(name, what, taken):
    """The type of an attribute that a constructor sets."""
    if isinstance(what, ast.Name) and what.id == name and name in taken:
        kind = kind_of(taken[name], {})
        return kind if taken[name].default is not None or kind is Any else kind | None
    if isinstance(what, ast.Call) and isinstance(what.func, ast.Name):
        return Parameter if what.func.id == "Parameter" else Any
    return Any


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

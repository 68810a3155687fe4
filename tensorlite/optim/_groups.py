"""The parameters of an optimizer, as they are given."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import expected, type_name
from ..graph import warn
from ..tensor import Tensor


class _Required:
    """Stands in `defaults` for a setting that every group must give."""

    def __repr__(self):
        return "<required parameter>"


required = _Required()


def iterated(params, op):
    """What was given as parameters, which one can go through: not a module, nor a method."""
    if not isinstance(params, Iterable):
        got, remedy = type(params).__name__, "model.parameters()"
        if callable(params) and hasattr(params, "__name__"):
            got = f"the {got} {params.__name__} itself"
            remedy = f"{params.__name__}(), with its brackets"
        raise TypeError(expected(op, "an iterable of Tensors or dicts", got, remedy))
    return params


def named_params(params):
    """A list of Tensors, and their names where they came as (name, Tensor) pairs."""
    if isinstance(params, Tensor):
        return [params], []
    if isinstance(params, set):
        raise TypeError(
            "optimizer parameters need to be organized in ordered collections, but the ordering "
            "of tensors in sets will change between runs; try a list"
        )
    params = list(iterated(params, "add_param_group"))
    names = [p[0] for p in params if isinstance(p, tuple)]
    if names and len(names) != len(params):
        raise ValueError(
            "all optimizer params should be with/without names. Some param names are missing"
        )
    return [p[1] if isinstance(p, tuple) else p for p in params], names


def check_params(params, taken, differentiable):
    for param in params:
        if not isinstance(param, Tensor):
            raise TypeError(
                "optimizer can only optimize Tensors, but one of the params is "
                f"{type_name(param)}; try model.parameters()"
            )
        if not (differentiable or param.is_leaf or param.retains_grad):
            raise ValueError("can't optimize a non-leaf Tensor; try the Tensor it was made from")
    if len({id(p) for p in params}) != len(params):
        warn(
            "optimizer contains a parameter group with duplicate parameters; it is updated once "
            "for each",
        )
    if any(id(p) in taken for p in params):
        raise ValueError("some parameters appear in more than one parameter group")

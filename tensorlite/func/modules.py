"""Modules as functions of their parameters."""

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from ..errors import expected
from ..kernels import interpreters
from ..nn import Module
from ..nn.running_norms import _BatchNorm
from ..op import registry
from ..tensor import Tensor

Model = TypeVar("Model", bound=Module)


def functional_call(
    module: Module,
    parameter_and_buffer_dicts: Mapping[str, Tensor] | Sequence[Mapping[str, Tensor]],
    args: Any = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    tie_weights: bool = True,
    strict: bool = False,
) -> Any:  # fmt: skip
    """
    Call a module with other tensors in the place of its parameters and buffers.

    Parameters
    ----------
    module : Module
    parameter_and_buffer_dicts : dict of str to Tensor, or tuple of such dicts
        By the names that `named_parameters` and `named_buffers` give; what is not named stays.
    args : tuple or any
        What the module is called with; anything but a tuple is its only argument.
    kwargs : dict, optional
    tie_weights : bool
        A parameter that has several names gets what one of them is given.
    strict : bool
        Every parameter and buffer has to be given, and nothing else.

    Returns
    -------
    any
        What the module returns.

    Raises
    ------
    RuntimeError
        For names that the module has not (or, with `strict`, that are missing).

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Linear(2, 1, bias=False)
    >>> tl.func.functional_call(layer, {"weight": tl.ones(1, 2)}, tl.tensor([3.0, 4.0]))
    tensor([7.])
    """
    if not isinstance(module, Module):
        raise TypeError(expected("functional_call", "a Module", type(module).__name__, "nn.Module"))
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    with reparametrized(module, _merged(parameter_and_buffer_dicts), tie_weights, strict):
        return module(*args, **(kwargs or {}))


@contextlib.contextmanager
def reparametrized(module, given, tie_weights, strict):
    """A context in which a module has other tensors; what it assigned to their names is given back.

    `given` has them by name, and afterwards what the module has left under these names.
    """
    places = _places(module)
    _check_names(given, places, tie_weights, strict)
    targets = [(places[name], x) for name, x in given.items()]
    if tie_weights:
        targets += _tied(places, given)
    recorder = interpreters.current()
    if recorder is not None:
        for each in module.modules():  # as they are, before others stand in their tables
            recorder.uses(each)
    before = [(table, key, table[key]) for (table, key), _ in targets]
    try:
        for (table, key), x in targets:
            table[key] = x
        yield
    finally:
        left = {name: places[name][0][places[name][1]] for name in given}
        if any(left[name] is not x for name, x in given.items()):
            given.update(left)
        for table, key, x in before:
            table[key] = x


def _merged(dicts):
    """One dict of all that is given."""
    if isinstance(dicts, dict):
        return dicts
    if not isinstance(dicts, tuple | list) or not all(isinstance(each, dict) for each in dicts):
        raise ValueError(
            expected("functional_call", "a dict or a tuple of dicts", type(dicts).__name__,
                     "dict(module.named_parameters())")
        )  # fmt: skip
    merged: dict = {}
    for each in dicts:
        twice = sorted(merged.keys() & each.keys())
        if twice:
            raise ValueError(
                f"functional_call: {twice[0]} appeared in multiple dictionaries; expected each "
                f"name once; got {twice} twice; try one dict"
            )
        merged.update(each)
    return merged


def _places(module):
    """By its name, the table of a module that holds each parameter and buffer, and its key there.

    A tensor that is shared has a place under each of its names.
    """
    found = {}
    for prefix, owner in module.named_modules(remove_duplicate=False):
        for table in (owner._parameters, owner._buffers):
            for key, x in table.items():
                if x is not None:
                    found[f"{prefix}.{key}" if prefix else key] = table, key
    return found


def _check_names(given, places, tie_weights, strict):
    for name, x in given.items():
        if not isinstance(x, Tensor):
            got = f"{type(x).__name__} for {name}"
            raise TypeError(expected("functional_call", "tensors", got, "tensor()"))
    unknown = sorted(given.keys() - places.keys())
    if unknown:
        raise RuntimeError(
            expected("functional_call", "names of parameters and buffers of the module",
                     f"unexpected key(s): {', '.join(unknown)}", "named_parameters()")
        )  # fmt: skip
    if strict:
        held = {id(table[key]) for table, key in map(places.__getitem__, given)}
        missing = sorted(
            name for name, (table, key) in places.items()
            if name not in given and not (tie_weights and id(table[key]) in held)
        )  # fmt: skip
        if missing:
            raise RuntimeError(
                expected("functional_call", "every parameter and buffer in strict mode",
                         f"missing key(s): {', '.join(missing)}", "strict=False")
            )  # fmt: skip


def _tied(places, given):
    """What the other names of tensors get, of which one name is given."""
    values = {}
    for name, x in given.items():
        table, key = places[name]
        if values.setdefault(id(table[key]), x) is not x:
            raise ValueError(
                f"functional_call: expected one tensor for {name}, which is tied to another name; "
                "got different ones; try tie_weights=False"
            )
    return [
        (place, values[id(place[0][place[1]])]) for name, place in places.items()
        if name not in given and id(place[0][place[1]]) in values
    ]  # fmt: skip


def stack_module_state(models: Iterable[Module]) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """
    The parameters and the buffers of modules that are built alike, stacked.

    Parameters
    ----------
    models : list of Module

    Returns
    -------
    params, buffers : dict of str to Tensor (len(models), ...)
        Leaves, of which those of parameters require grad: for `vmap` over `functional_call`.

    Raises
    ------
    RuntimeError
        For no models, or models that are not of one class and mode.

    Examples
    --------
    >>> import tensorlite as tl
    >>> params, buffers = tl.func.stack_module_state([tl.nn.Linear(3, 2) for _ in range(4)])
    >>> params["weight"].shape
    tensorlite.Size([4, 2, 3])
    """
    models = list(models)
    if not models:
        raise RuntimeError(
            "stack_module_state: Expected at least one model, got 0; try a list of modules"
        )
    if any(type(model) is not type(models[0]) for model in models):
        got = ", ".join(sorted({type(model).__name__ for model in models}))
        raise RuntimeError(expected("stack_module_state", "models of the same class", got, "two"))
    if any(model.training is not models[0].training for model in models):
        raise RuntimeError(
            expected("stack_module_state", "models all in train mode or all in eval mode", "both",
                     "eval()")
        )  # fmt: skip
    params = [dict(model.named_parameters()) for model in models]
    buffers = [dict(model.named_buffers()) for model in models]
    stacked = {name: _stacked(params, name) for name in params[0]}
    return stacked, {name: _stacked(buffers, name) for name in buffers[0]}


def _stacked(states, name):
    """One tensor of all models: a leaf that requires grad as theirs do."""
    parts = [state[name] for state in states]
    trained = {x.requires_grad for x in parts}
    if len(trained) != 1:
        raise RuntimeError(
            f"stack_module_state: Expected {name} of all models to have the same requires_grad; "
            "got both; try requires_grad_()"
        )
    stack = registry["stack"]
    return stack([x.detach() for x in parts]).requires_grad_(trained.pop())


def replace_all_batch_norm_modules_(root: Model) -> Model:
    """
    Let no batch norm in a module keep running statistics, which `vmap` could not update.

    Parameters
    ----------
    root : Module

    Returns
    -------
    Module
        The same, changed in place.
    """
    for module in root.modules():
        if isinstance(module, _BatchNorm):
            module.running_mean = module.running_var = module.num_batches_tracked = None
            module.track_running_stats = False
    return root

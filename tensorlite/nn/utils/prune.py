"""Pruning: weights multiplied by masks, under PyTorch's names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import tensorlite as tl

from ...absent import listing as _listing
from ...docstrings import document as _document
from ...gate import gate_all
from ...tensor import Tensor
from ..module import Model, Module
from ._pruning import (
    BasePruningMethod,
    CustomFromMask,
    Identity,
    L1Unstructured,
    LnStructured,
    PruningContainer,
    RandomStructured,
    RandomUnstructured,
    hooks_of,
)
from .convert_parameters import parameters_to_vector

__all__ = [
    "BasePruningMethod",
    "CustomFromMask",
    "Identity",
    "L1Unstructured",
    "LnStructured",
    "PruningContainer",
    "RandomStructured",
    "RandomUnstructured",
    "custom_from_mask",
    "global_unstructured",
    "identity",
    "is_pruned",
    "l1_unstructured",
    "ln_structured",
    "random_structured",
    "random_unstructured",
    "remove",
]


def identity(module: Model, name: str) -> Model:
    """Give a parameter the names of pruning, without pruning it; returns the module."""
    Identity.apply(module, name)
    return module


def random_unstructured(module: Model, name: str, amount: float) -> Model:
    """Prune elements of a parameter at random; returns the module.

    Parameters
    ----------
    module : Module
    name : str
    amount : int or float
        A count, or a share in [0, 1].
    """
    RandomUnstructured.apply(module, name, amount)
    return module


def l1_unstructured(
    module: Model, name: str, amount: float, importance_scores: Tensor | None = None
) -> Model:
    """Prune the smallest elements of a parameter; returns the module.

    Parameters
    ----------
    module : Module
    name : str
    amount : int or float
        A count, or a share in [0, 1].
    importance_scores : Tensor, optional
        Like the parameter; what is compared instead.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.utils.prune.l1_unstructured(tl.nn.Linear(4, 4), "weight", amount=0.25)
    >>> int((layer.weight == 0).sum()), sorted(layer.state_dict())
    (4, ['bias', 'weight_mask', 'weight_orig'])
    """
    L1Unstructured.apply(module, name, amount, importance_scores=importance_scores)
    return module


def random_structured(module: Model, name: str, amount: float, dim: int) -> Model:
    """Prune channels of a parameter along `dim` at random; returns the module."""
    RandomStructured.apply(module, name, amount, dim)
    return module


def ln_structured(
    module: Model,
    name: str,
    amount: float,
    n: float | str,
    dim: int,
    importance_scores: Tensor | None = None,
) -> Model:
    """Prune the channels along `dim` with the smallest n-norms; returns the module."""
    LnStructured.apply(module, name, amount, n, dim, importance_scores=importance_scores)
    return module


def custom_from_mask(module: Model, name: str, mask: Tensor) -> Model:
    """Prune a parameter by a given mask of zeros and ones; returns the module."""
    CustomFromMask.apply(module, name, mask)
    return module


def global_unstructured(
    parameters: Iterable[tuple[Module, str]],
    pruning_method: type[BasePruningMethod],
    importance_scores: dict[tuple[Module, str], Tensor] | None = None,
    **kwargs: Any,
) -> None:
    """Prune several parameters as if they were one.

    Parameters
    ----------
    parameters : iterable of (Module, str)
    pruning_method : type
        An unstructured BasePruningMethod.
    importance_scores : dict of (Module, str) to Tensor, optional
    **kwargs
        Of the method.

    Examples
    --------
    >>> import tensorlite as tl
    >>> prune, net = tl.nn.utils.prune, tl.nn.Sequential(tl.nn.Linear(4, 4), tl.nn.Linear(4, 1))
    >>> places = [(net[0], "weight"), (net[1], "weight")]
    >>> prune.global_unstructured(places, pruning_method=prune.L1Unstructured, amount=10)
    >>> int(sum((module.weight == 0).sum() for module, _ in places))
    10
    """
    if not isinstance(parameters, Iterable):
        raise TypeError("global_unstructured(): parameters is not an Iterable")
    scores = {} if importance_scores is None else importance_scores
    if not isinstance(scores, dict):
        raise TypeError("global_unstructured(): importance_scores must be of type dict")
    method = pruning_method(**kwargs)
    if method.PRUNING_TYPE != "unstructured":
        raise TypeError(
            'Only "unstructured" PRUNING_TYPE supported for the `pruning_method`. Found method '
            f"{pruning_method} of type {method.PRUNING_TYPE}"
        )
    places = list(parameters)
    tensors = [getattr(module, name) for module, name in places]
    with tl.no_grad():
        masks = [
            getattr(module, f"{name}_mask", tl.ones_like(x, requires_grad=False))
            for (module, name), x in zip(places, tensors, strict=True)
        ]
        found = [scores.get(place, x).detach() for place, x in zip(places, tensors, strict=True)]
        container = PruningContainer(method)
        mask = container.compute_mask(parameters_to_vector(found), parameters_to_vector(masks))
        parts = mask.split([x.numel() for x in tensors])
    for (module, name), x, part in zip(places, tensors, parts, strict=True):
        custom_from_mask(module, name, part.reshape(x.shape))


def remove(module: Model, name: str) -> Model:
    """Make a pruned tensor a parameter again; what was pruned stays zero. Returns the module."""
    found = hooks_of(module, name)
    if not found:
        raise ValueError(
            f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed"
        )
    for key, hook in found:
        hook.remove(module)
        del module._forward_pre_hooks[key]
    return module


def is_pruned(module: Module) -> bool:
    """Whether a tensor of a module, or of one below it, is pruned."""
    return any(
        isinstance(hook, BasePruningMethod)
        for each in module.modules()
        for hook in each._forward_pre_hooks.values()
    )


gate_all(globals(), [name for name in __all__ if name[0].islower()])
__dir__ = _listing(__name__)
_document(globals(), __all__)

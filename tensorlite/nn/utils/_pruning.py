"""The ways to prune: what computes masks, and the hooks that multiply them in."""

from __future__ import annotations

import numbers
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

import tensorlite as tl

from ...tensor import Tensor
from ..module import Module

# ------------------------------------------------------------------ amounts


def _check_amount(amount):
    """A share in [0, 1] or a count."""
    if not isinstance(amount, numbers.Real):
        raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
    whole, size = isinstance(amount, numbers.Integral), float(amount)
    if size < 0 or (not whole and size > 1):
        raise ValueError(
            f"amount={amount} should either be a float in the range [0, 1] or a non-negative "
            "integer"
        )


def _count(amount, size):
    """How many of `size` elements are to go."""
    if not isinstance(amount, numbers.Integral):
        return round(amount * size)
    if amount > size:
        raise ValueError(
            f"amount={amount} should be smaller than the number of parameters to prune={size}"
        )
    return int(amount)


# ------------------------------------------------------------------ methods


class BasePruningMethod(ABC):
    """Base of the ways to prune, and the forward pre-hook that multiplies the mask in.

    A subclass sets ``PRUNING_TYPE`` and writes ``compute_mask(t, default_mask)``: a mask for the
    scores `t`, in which what the default mask has pruned stays pruned.
    """

    PRUNING_TYPE = "unstructured"
    _tensor_name: Any = None  # the parameter, once it is known

    def __call__(self, module: Module, inputs: Any) -> None:
        setattr(module, self._tensor_name, self.apply_mask(module))

    @abstractmethod
    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The mask."""

    def apply_mask(self, module: Module) -> Tensor:
        """The pruned tensor of a module."""
        if self._tensor_name is None:
            raise AssertionError(f"Module {module} has to be pruned")
        original = getattr(module, f"{self._tensor_name}_orig")
        return getattr(module, f"{self._tensor_name}_mask").to(original.dtype) * original

    @classmethod
    def apply(
        cls,
        module: Module,
        name: str,
        *args: Any,
        importance_scores: Tensor | None = None,
        **kwargs: Any,
    ) -> BasePruningMethod:
        """Prune a parameter: it is ``<name>_orig`` from then on, and ``<name>_mask`` a buffer.

        Parameters
        ----------
        module : Module
        name : str
        *args, **kwargs
            Of the class.
        importance_scores : Tensor, optional
            Like the parameter; what the mask is computed from instead.

        Returns
        -------
        BasePruningMethod
            The hook.
        """
        before = hooks_of(module, name)
        method = cls(*args, **kwargs)
        method._tensor_name = name
        original = getattr(module, name)
        scores = original if importance_scores is None else importance_scores
        if scores.shape != original.shape:
            raise AssertionError(
                f"importance_scores should have the same shape as parameter {name} of {module}, "
                f"got {tuple(scores.shape)} vs {tuple(original.shape)}"
            )
        with tl.no_grad():
            if before:
                mask = getattr(module, f"{name}_mask").clone()
            else:
                mask = tl.ones_like(original, requires_grad=False)
            if before:
                method = _joined(before[0][1], method)
            mask = method.compute_mask(scores.detach(), mask)
        for key, _ in before:
            del module._forward_pre_hooks[key]
        if not before:
            del module._parameters[name]
            module.register_parameter(f"{name}_orig", original)
        module.register_buffer(f"{name}_mask", mask)
        setattr(module, name, method.apply_mask(module))
        module.register_forward_pre_hook(method)
        return method

    def prune(
        self, t: Tensor, default_mask: Tensor | None = None, importance_scores: Tensor | None = None
    ) -> Tensor:
        """A tensor times its mask.

        Parameters
        ----------
        t : Tensor
        default_mask : Tensor, optional
            What is pruned already; default: ones.
        importance_scores : Tensor, optional
            What the mask is computed from; default `t`.
        """
        scores = t if importance_scores is None else importance_scores
        if scores.shape != t.shape:
            raise AssertionError(
                "importance_scores should have the same shape as tensor t, got "
                f"{tuple(scores.shape)} vs {tuple(t.shape)}"
            )
        if default_mask is None:
            default_mask = tl.ones_like(t, requires_grad=False)
        return t * self.compute_mask(scores.detach(), default_mask)

    def remove(self, module: Module) -> None:
        """Make the pruned tensor a parameter again; what was pruned stays zero."""
        if self._tensor_name is None:
            raise AssertionError(f"Module {module} has to be pruned before pruning can be removed")
        name = self._tensor_name
        value = self.apply_mask(module).detach()
        if hasattr(module, name):
            delattr(module, name)
        original = module._parameters.pop(f"{name}_orig")
        original.data = value
        del module._buffers[f"{name}_mask"]
        setattr(module, name, original)


def hooks_of(module, name):
    """The ids and the hooks that prune a tensor; there is one at most."""
    found = module._forward_pre_hooks.items()
    return [
        (key, hook)
        for key, hook in found
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name
    ]


def _joined(old, method):
    """A container of the ways by which a tensor is pruned, one after the other."""
    methods = tuple(old) if isinstance(old, PruningContainer) else (old,)
    return PruningContainer(*methods, method)


class PruningContainer(BasePruningMethod):
    """Several ways to prune one tensor, in order; each sees what the ones before have left."""

    def __init__(self, *args: BasePruningMethod) -> None:
        self._pruning_methods: tuple[BasePruningMethod, ...] = ()
        for method in args:
            self._tensor_name = self._tensor_name or method._tensor_name
            self.add_pruning_method(method)

    def add_pruning_method(self, method: BasePruningMethod) -> None:
        """Add one more."""
        if not isinstance(method, BasePruningMethod):
            raise TypeError(f"{type(method)} is not a BasePruningMethod subclass")
        if self._tensor_name != method._tensor_name:
            raise ValueError(
                "Can only add pruning methods acting on the parameter named "
                f"'{self._tensor_name}' to PruningContainer {self}. Found '{method._tensor_name}'"
            )
        self._pruning_methods += (method,)

    def __len__(self) -> int:
        return len(self._pruning_methods)

    def __iter__(self) -> Iterator[BasePruningMethod]:
        return iter(self._pruning_methods)

    def __getitem__(self, idx: int) -> BasePruningMethod:
        return self._pruning_methods[idx]

    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask, with what the last way prunes of the rest."""
        method, mask = self._pruning_methods[-1], default_mask.to(t.dtype)
        kind, shape = method.PRUNING_TYPE, t.shape
        if kind == "unstructured":
            place = (mask == 1).reshape(-1).nonzero().reshape(-1)
            part = t.reshape(-1)[place]
            own = method.compute_mask(part, tl.ones_like(part, requires_grad=False))
            return mask.reshape(-1).index_copy(0, place, own.to(mask.dtype)).reshape(shape)
        if kind == "structured":
            dim = getattr(method, "dim", -1)
            _check_dim(t, dim)
            kept = mask.movedim(dim, 0).flatten(1).sum(1) != 0
            place = kept.nonzero().reshape(-1)
            part = t.index_select(dim, place)
            own = method.compute_mask(part, mask.index_select(dim, place))
            return mask.index_copy(dim, place, own.to(mask.dtype))
        if kind == "global":
            return method.compute_mask(t, mask)
        raise ValueError(f"Unrecognized PRUNING_TYPE {kind}")


class Identity(BasePruningMethod):
    """Prunes nothing, but has the names of pruning."""

    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask."""
        return default_mask


class RandomUnstructured(BasePruningMethod):
    """Elements at random; `amount` is their count or share."""

    def __init__(self, amount: float) -> None:
        _check_amount(amount)
        self.amount = amount

    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask with so many zeros more."""
        return _without_least(tl.rand_like(t), default_mask, _count(self.amount, t.numel()))


class L1Unstructured(BasePruningMethod):
    """The smallest elements; `amount` is their count or share."""

    def __init__(self, amount: float) -> None:
        _check_amount(amount)
        self.amount = amount

    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask without the smallest elements."""
        return _without_least(t.abs(), default_mask, _count(self.amount, t.numel()))


def _without_least(scores, mask, count):
    """A mask that has zeros where the scores are least."""
    mask = mask.clone()
    if count:
        place = scores.reshape(-1).topk(count, largest=False).indices
        mask.view(-1)[place] = 0
    return mask


def _check_dim(t, dim):
    if not -t.ndim <= dim < t.ndim:
        raise IndexError(f"Invalid index {dim} for tensor of size {tuple(t.shape)}")


def _check_structured(t, dim):
    if t.ndim <= 1:
        raise ValueError(
            "Structured pruning can only be applied to multidimensional tensors. Found tensor of "
            f"shape {tuple(t.shape)} with {t.ndim} dims"
        )
    _check_dim(t, dim)


def _without_channels(t, default_mask, scores, amount, dim):
    """The default mask without the channels along a dim whose scores are least."""
    count = _count(amount, t.shape[dim])
    kept = tl.ones_like(scores, requires_grad=False)
    if count:
        kept[scores.topk(count, largest=False).indices] = 0
    shape = [1] * t.ndim
    shape[dim] = -1
    return default_mask * kept.reshape(shape).to(default_mask.dtype)


class RandomStructured(BasePruningMethod):
    """Channels along a dim, at random; `amount` is their count or share."""

    PRUNING_TYPE = "structured"

    def __init__(self, amount: float, dim: int = -1) -> None:
        _check_amount(amount)
        self.amount, self.dim = amount, dim

    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask without these channels."""
        _check_structured(t, self.dim)
        scores = tl.rand(t.shape[self.dim], device=t.device)
        return _without_channels(t, default_mask, scores, self.amount, self.dim)


class LnStructured(BasePruningMethod):
    """The channels along a dim whose n-norms are smallest; `amount` is their count or share."""

    PRUNING_TYPE = "structured"

    def __init__(self, amount: float, n: float | str, dim: int = -1) -> None:
        _check_amount(amount)
        self.amount, self.n, self.dim = amount, n, dim

    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask without these channels."""
        _check_structured(t, self.dim)
        others = [d for d in range(t.ndim) if d != self.dim % t.ndim]
        scores = t.norm(self.n, dim=others)
        return _without_channels(t, default_mask, scores, self.amount, self.dim)


class CustomFromMask(BasePruningMethod):
    """What a given mask says."""

    PRUNING_TYPE = "global"

    def __init__(self, mask: Tensor) -> None:
        self.mask = mask

    def compute_mask(self, t: Tensor, default_mask: Tensor) -> Tensor:
        """The default mask times the given one."""
        if default_mask.shape != self.mask.shape:
            raise AssertionError(
                "mask should have the same shape as the default mask; expected "
                f"{tuple(default_mask.shape)}; got {tuple(self.mask.shape)}"
            )
        return default_mask * self.mask.to(default_mask.dtype)

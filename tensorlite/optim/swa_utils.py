"""Averages of a model's weights over training: SWA and EMA, under PyTorch's names."""

from __future__ import annotations

import copy
import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import tensorlite as tl

from ..absent import listing as _listing
from ..annotations import DeviceLike
from ..docstrings import document as _document
from ..gate import gate_all
from ..nn import Module
from ..nn.running_norms import _BatchNorm
from ..ops import foreach
from ..tensor import Tensor
from ._scheduler import LRScheduler, per_group, rate_of
from .optimizer import Optimizer

__all__ = [
    "SWALR",
    "AveragedModel",
    "get_ema_avg_fn",
    "get_ema_multi_avg_fn",
    "get_swa_avg_fn",
    "get_swa_multi_avg_fn",
    "update_bn",
]


def drawn(mean, value, share):
    """A mean, drawn to a new value."""
    return mean + share * (value - mean)


def _draw(means, values, share):
    """Draw many means to their values; those of integers are rounded down, as in copy_()."""
    pairs = list(zip(means, values, strict=True))
    floating = [(m, v) for m, v in pairs if m.is_floating_point()]
    if floating:
        foreach.update(drawn, [list(column) for column in zip(*floating, strict=True)], (share,))
    for mean, value in pairs:
        if not mean.is_floating_point():
            mean.copy_(mean + share * (value - mean))


def _check_decay(decay):
    if not 0.0 <= decay <= 1.0:
        raise ValueError(
            f"Invalid decay value {decay} provided. Please provide a value in [0,1] range."
        )


def get_ema_multi_avg_fn(decay: float = 0.999) -> Callable:
    """A function of (means, values, count) that takes lists of tensors into moving averages."""
    _check_decay(decay)

    @tl.no_grad()
    def ema_update(ema_param_list, current_param_list, _):
        _draw(ema_param_list, current_param_list, 1 - decay)

    return ema_update


def get_swa_multi_avg_fn() -> Callable:
    """A function of (means, values, count) that takes lists of tensors into equal averages."""

    @tl.no_grad()
    def swa_update(averaged_param_list, current_param_list, num_averaged):
        _draw(averaged_param_list, current_param_list, 1 / (float(num_averaged) + 1))

    return swa_update


def get_ema_avg_fn(decay: float = 0.999) -> Callable:
    """A function of (mean, value, count) that gives the moving average."""
    _check_decay(decay)

    @tl.no_grad()
    def ema_update(ema_param, current_param, num_averaged):
        return decay * ema_param + (1 - decay) * current_param

    return ema_update


def get_swa_avg_fn() -> Callable:
    """A function of (mean, value, count) that gives the equal average."""

    @tl.no_grad()
    def swa_update(averaged_param, current_param, num_averaged):
        return averaged_param + (current_param - averaged_param) / (num_averaged + 1)

    return swa_update


class AveragedModel(Module):
    """A copy of a model that holds the average of its weights.

    Parameters
    ----------
    model : Module
    device : device, optional
        Where the copy stays.
    avg_fn : callable, optional
        Of (mean, value, count), gives the new mean of one tensor; default: equal averages.
    multi_avg_fn : callable, optional
        The same for lists of tensors, in place.
    use_buffers : bool
        Average buffers, too; else they are those of the model.

    References
    ----------
    Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima and Better Generalization",
    arXiv:1803.05407.

    Examples
    --------
    >>> import tensorlite as tl
    >>> model = tl.nn.Linear(1, 1, bias=False)
    >>> average = tl.optim.swa_utils.AveragedModel(model)
    >>> for value in (1.0, 2.0, 3.0):
    ...     _ = model.weight.data.fill_(value)
    ...     average.update_parameters(model)
    >>> average.module.weight.detach()
    tensor([[2.]])
    """

    def __init__(
        self,
        model: Module,
        device: DeviceLike | None = None,
        avg_fn: Callable[[Tensor, Tensor, Tensor], Tensor] | None = None,
        multi_avg_fn: Callable[[list[Tensor], list[Tensor], Tensor], None] | None = None,
        use_buffers: bool = False,
    ) -> None:
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError("Only one of avg_fn and multi_avg_fn should be provided")
        self.module = copy.deepcopy(model)
        if device is not None:
            self.module = self.module.to(device)
        self.register_buffer("n_averaged", tl.tensor(0, dtype=tl.int64, device=device))
        self.avg_fn, self.multi_avg_fn = avg_fn, multi_avg_fn
        self.use_buffers = use_buffers

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """What the averaged model gives."""
        return self.module(*args, **kwargs)

    @tl.no_grad()
    def update_parameters(self, model: Module) -> None:
        """Take the weights of `model` into the average; the first ones are copied."""
        means, values = (
            [x.detach() for x in itertools.chain(m.parameters(), m.buffers() if both else ())]
            for m, both in ((self.module, self.use_buffers), (model, self.use_buffers))
        )
        values = [v.to(m.device) for m, v in zip(means, values, strict=True)]
        count = self.n_averaged
        if count == 0:
            for mean, value in zip(means, values, strict=True):
                mean.copy_(value)
        elif self.avg_fn is None:
            for olds, news in _alike(means, values):
                (self.multi_avg_fn or get_swa_multi_avg_fn())(olds, news, count)
        else:
            for mean, value in zip(means, values, strict=True):
                mean.copy_(self.avg_fn(mean, value, count.to(mean.device)))
        if not self.use_buffers:
            for mine, theirs in zip(self.module.buffers(), model.buffers(), strict=True):
                mine.copy_(theirs)
        self.n_averaged += 1


def _alike(means, values):
    """The pairs of each device and dtype."""
    groups: dict = {}
    for mean, value in zip(means, values, strict=True):
        lists = groups.setdefault((mean.device, mean.dtype), ([], []))
        lists[0].append(mean)
        lists[1].append(value)
    return groups.values()


@tl.no_grad()
def update_bn(loader: Iterable[Any], model: Module, device: DeviceLike | None = None) -> None:
    """Take the running statistics of batch norms anew, in one pass over data.

    Parameters
    ----------
    loader : iterable of Tensor, or of tuples whose first element is the input
    model : Module
    device : device, optional
        Where inputs go first.
    """
    norms = [module for module in model.modules() if isinstance(module, _BatchNorm)]
    momenta = [norm.momentum for norm in norms]
    if not norms:
        return
    was_training = model.training
    model.train()
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None
    for batch in loader:
        batch = batch[0] if isinstance(batch, list | tuple) else batch
        model(batch if device is None else batch.to(device))
    for norm, momentum in zip(norms, momenta, strict=True):
        norm.momentum = momentum
    model.train(was_training)


class SWALR(LRScheduler):
    """The rate goes to a fixed one in some epochs, and stays there.

    Parameters
    ----------
    optimizer : Optimizer
    swa_lr : float, or one per group
    anneal_epochs : int
    anneal_strategy : {"cos", "linear"}
    last_epoch : int
    """

    def __init__(
        self,
        optimizer: Optimizer,
        swa_lr: float | Sequence[float],
        anneal_epochs: int = 10,
        anneal_strategy: str = "cos",
        last_epoch: int = -1,
    ) -> None:
        rates = per_group("swa_lr", optimizer, swa_lr)
        if anneal_strategy not in ("cos", "linear"):
            raise ValueError(
                f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}"
            )
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f"anneal_epochs must be equal or greater than 0, got {anneal_epochs}")
        for rate, group in zip(rates, optimizer.param_groups, strict=True):
            group["swa_lr"] = rate
        self._anneal_strategy, self.anneal_epochs = anneal_strategy, anneal_epochs
        super().__init__(optimizer, last_epoch)

    def _share(self, step):
        """How far the rate has gone after so many steps."""
        t = max(0.0, min(1.0, step / max(1, self.anneal_epochs)))
        return t if self._anneal_strategy == "linear" else (1 - math.cos(math.pi * t)) / 2

    def get_lr(self) -> list[float]:
        """The rates at the next step, from the present ones: others may have changed them."""
        step = self._step_count - 1
        if self.anneal_epochs == 0:
            step = max(1, step)
        before, now = self._share(step - 1), self._share(step)
        rates = []
        for group in self.optimizer.param_groups:
            last, rate = group["swa_lr"], rate_of(group)
            first = last if before == 1 else (rate - before * last) / (1 - before)
            rates.append(last * now + first * (1 - now))
        return rates


gate_all(globals(), __all__)
__dir__ = _listing(__name__)
_document(globals(), __all__)

"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from ..optim import Optimizer as _Optimizer
from typing import SupportsFloat as _SupportsFloat

__all__ = [
    "ChainedScheduler",
    "ConstantLR",
    "CosineAnnealingLR",
    "CosineAnnealingWarmRestarts",
    "CyclicLR",
    "ExponentialLR",
    "LRScheduler",
    "LambdaLR",
    "LinearLR",
    "MultiStepLR",
    "MultiplicativeLR",
    "OneCycleLR",
    "PolynomialLR",
    "ReduceLROnPlateau",
    "SequentialLR",
    "StepLR",
]
class LRScheduler:
    """Base of the schedulers: counts epochs and writes the rates into the groups.

    A subclass writes ``next_rate(lr, base)``, the rate of one group at `last_epoch`, and where
    there is one ``closed_rate(base)``, the same from the first rate alone.

    Parameters
    ----------
    optimizer : Optimizer
    last_epoch : int
        -1 to start; the last epoch done, to resume.

    Attributes
    ----------
    base_lrs : list of float
        The rate of each group at the start.
    last_epoch : int

    Raises
    ------
    TypeError
        If `optimizer` is none.
    KeyError
        If a resumed optimizer's groups lack "initial_lr".

    Examples
    --------
    >>> class Halved(tl.optim.lr_scheduler.LRScheduler):
    ...     def get_lr(self):
    ...         return [base / 2**self.last_epoch for base in self.base_lrs]
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=1.0)
    >>> scheduler = Halved(optimizer)
    >>> for epoch in range(2):
    ...     optimizer.step()
    ...     scheduler.step()
    >>> scheduler.get_last_lr()
    [0.25]
    """
    def __init__(self, optimizer: _Optimizer, last_epoch: _int = -1) -> None: ...
    base_lrs: _Any
    closed_rate: _Callable[[_Any], _Any] | None
    def get_last_lr(self) -> list[_float]:
        """The rates that the last step set.

        Returns
        -------
        list of float

        Examples
        --------
        >>> class Halved(tl.optim.lr_scheduler.LRScheduler):
        ...     def get_lr(self):
        ...         return [base / 2**self.last_epoch for base in self.base_lrs]
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=1.0)
        >>> scheduler = Halved(optimizer)
        >>> for epoch in range(2):
        ...     optimizer.step()
        ...     scheduler.step()
        >>> scheduler.get_last_lr()
        [0.25]
        """
    def get_lr(self) -> list[_float]:
        """The rates of all groups at `last_epoch`.

        Returns
        -------
        list of float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: 0.5**epoch).get_lr()
        [0.4]
        """
    def known(self, base: _float) -> _float:
        """The first rate of a group: one that was added later has none.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).known(0.4)
        0.4
        """
    last_epoch: _int
    def load_state_dict(self, state_dict: _Mapping[str, _Any]) -> None:
        """Take what `state_dict` gave.

        Parameters
        ----------
        state_dict : mapping of str and object

        Returns
        -------
        None

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
        >>> state = scheduler.state_dict()
        >>> scheduler.load_state_dict({**state, "last_epoch": 3})
        >>> scheduler.last_epoch
        3
        """
    def next_rate(self, lr: _float, base: _float) -> _float:
        """The rate at `last_epoch` of a group whose rate is `lr` and was `base` at the start.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """
    optimizer: _Optimizer
    def state_dict(self) -> dict[str, _Any]:
        """Everything but the optimizer, as a dict.

        Returns
        -------
        dict of str and object

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).state_dict()["gamma"]
        0.5
        """
    def step(self, epoch: _float | None = None) -> None:
        """Go to the next epoch, or to `epoch`.

        Parameters
        ----------
        epoch : float, optional

        Returns
        -------
        None

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
        >>> optimizer.step()
        >>> scheduler.step()
        >>> scheduler.get_last_lr()
        [0.2]
        """

class ChainedScheduler(LRScheduler):
    """Schedulers that all act at every step.

    Parameters
    ----------
    schedulers : sequence of LRScheduler
    optimizer : Optimizer, optional
        Default: the first scheduler's.

    Examples
    --------
    >>> from tensorlite.optim.lr_scheduler import ChainedScheduler, ConstantLR, ExponentialLR
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=1.0)
    >>> both = ChainedScheduler([ConstantLR(optimizer, 0.25, 2), ExponentialLR(optimizer, 0.5)])
    >>> rates = []
    >>> for epoch in range(4):
    ...     rates.append(both.get_last_lr()[0])
    ...     optimizer.step()
    ...     both.step()
    >>> rates
    [0.25, 0.125, 0.25, 0.125]
    """
    def __init__(
        self,
        schedulers: _Sequence[LRScheduler],
        optimizer: _Optimizer | None = None,
    ) -> None: ...
    def state_dict(self) -> dict[str, _Any]:
        """Everything but the optimizer, the schedulers by their own states.

        Returns
        -------
        dict of str and object

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).state_dict()["gamma"]
        0.5
        """
    def step(self) -> None:
        """One step of each.

        Returns
        -------
        None

        Examples
        --------
        >>> from tensorlite.optim.lr_scheduler import ChainedScheduler, ConstantLR, ExponentialLR
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=1.0)
        >>> both = ChainedScheduler([ConstantLR(optimizer, 0.25, 2), ExponentialLR(optimizer, 0.5)])
        >>> rates = []
        >>> for epoch in range(4):
        ...     rates.append(both.get_last_lr()[0])
        ...     optimizer.step()
        ...     both.step()
        >>> rates
        [0.25, 0.125, 0.25, 0.125]
        """

class ConstantLR(LRScheduler):
    """The rate times `factor` for the first `total_iters` epochs.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    factor : float, default 0.3333333333333333
    total_iters : int, default 5
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.ConstantLR(optimizer).get_last_lr()
    [0.03333333333333333]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        factor: _float = 0.3333333333333333,
        total_iters: _int = 5,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float:
        """The same from the first rate.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5, last_epoch=-1)
        >>> scheduler.closed_rate(0.4)  # of epoch 0
        0.4
        """
    factor: _float
    def next_rate(self, lr: _float, base: _float) -> _float:
        """factor at 0, its inverse at total_iters.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """
    total_iters: _int

class CosineAnnealingLR(LRScheduler):
    """The rate falls to eta_min along half a cosine of T_max epochs, and rises again.

    Parameters
    ----------
    optimizer : Optimizer
    T_max : int
    eta_min : float
    last_epoch : int

    References
    ----------
    Loshchilov, Hutter 2016, "SGDR", arXiv:1608.03983.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.CosineAnnealingLR(optimizer, 10).get_last_lr()
    [0.1]
    """
    T_max: _int
    def __init__(
        self,
        optimizer: _Optimizer,
        T_max: _int,
        eta_min: _float = 0.0,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float:
        """The same from the first rate.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5, last_epoch=-1)
        >>> scheduler.closed_rate(0.4)  # of epoch 0
        0.4
        """
    eta_min: _float
    def next_rate(self, lr: _float, base: _float) -> _float:
        """The ratio of two neighbouring cosines; at the bottom, where that is 0 / 0, a step.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """

class CosineAnnealingWarmRestarts(LRScheduler):
    """Cosine annealing that starts again after T_0, T_0 * T_mult, ... epochs.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    T_0 : int
    T_mult : int, default 1
    eta_min : float, default 0.0
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    References
    ----------
    Loshchilov, Hutter 2016, "SGDR", arXiv:1608.03983.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, 2).get_last_lr()
    [0.1]
    """
    T_0: _int
    T_cur: _int
    T_i: _int
    T_mult: _int
    def __init__(
        self,
        optimizer: _Optimizer,
        T_0: _int,
        T_mult: _int = 1,
        eta_min: _float = 0.0,
        last_epoch: _int = -1,
    ) -> None: ...
    eta_min: _float
    def next_rate(self, lr: _float, base: _float) -> _float:
        """The cosine at T_cur of T_i.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """
    def step(self, epoch: _float | None = None) -> None:
        """Go to the next epoch, or to `epoch`, which may be a fraction.

        Parameters
        ----------
        epoch : float, optional

        Returns
        -------
        None

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
        >>> optimizer.step()
        >>> scheduler.step()
        >>> scheduler.get_last_lr()
        [0.2]
        """

class CyclicLR(LRScheduler):
    """The rate goes up and down between two bounds, the momentum the other way; step per batch.

    Parameters
    ----------
    optimizer : Optimizer
    base_lr, max_lr : float, or one per group
    step_size_up, step_size_down : int
        Steps of the rising and of the falling half.
    mode : {"triangular", "triangular2", "exp_range"}
        A constant height, one halved every cycle, or one times gamma every step.
    gamma : float
    scale_fn : callable, optional
        The height instead of `mode`, of the cycle or of the iteration by `scale_mode`.
    scale_mode : {"cycle", "iterations"}
    cycle_momentum : bool
    base_momentum, max_momentum : float, or one per group
    last_epoch : int

    References
    ----------
    Smith 2015, "Cyclical Learning Rates for Training Neural Networks", arXiv:1506.01186.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1).get_last_lr()
    [0.01]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        base_lr: _float | _Sequence[_float],
        max_lr: _float | _Sequence[_float],
        step_size_up: _int = 2000,
        step_size_down: _int | None = None,
        mode: str = 'triangular',
        gamma: _float = 1.0,
        scale_fn: _Callable[[_float], _float] | None = None,
        scale_mode: str = 'cycle',
        cycle_momentum: _bool = True,
        base_momentum: _float | _Sequence[_float] = 0.8,
        max_momentum: _float | _Sequence[_float] = 0.9,
        last_epoch: _int = -1,
    ) -> None: ...
    base_momentums: _Any
    cycle_momentum: _bool
    gamma: _float
    def get_lr(self) -> list[_float]:
        """The rates at `last_epoch`; sets the momenta.

        Returns
        -------
        list of float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: 0.5**epoch).get_lr()
        [0.4]
        """
    max_lrs: _Any
    max_momentums: _Any
    mode: str
    def scale_fn(self, x: _float) -> _float:
        """The height of the cycle or iteration `x`.

        Parameters
        ----------
        x : float

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1, momentum=0.9)
        >>> tl.optim.lr_scheduler.CyclicLR(optimizer, 0.1, 0.5, mode="triangular2").scale_fn(2)
        0.5
        """
    scale_mode: str
    step_ratio: _Any
    total_size: _Any

class ExponentialLR(LRScheduler):
    """The rate times gamma every epoch.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    gamma : float
        By what the learning rate is multiplied.
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, 0.5).get_last_lr()
    [0.1]
    """
    def __init__(self, optimizer: _Optimizer, gamma: _float, last_epoch: _int = -1) -> None: ...
    def closed_rate(self, base: _float) -> _float:
        """The same from the first rate.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5, last_epoch=-1)
        >>> scheduler.closed_rate(0.4)  # of epoch 0
        0.4
        """
    gamma: _float
    def next_rate(self, lr: _float, base: _float) -> _float:
        """gamma after every epoch.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """

class LambdaLR(LRScheduler):
    """The first rate times ``lr_lambda(epoch)``.

    Parameters
    ----------
    optimizer : Optimizer
    lr_lambda : callable, or one per group
    last_epoch : int

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: 0.5**epoch).get_last_lr()
    [0.1]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        lr_lambda: _Callable[[_int], _float] | _Sequence[_Callable[[_int], _float]],
        last_epoch: _int = -1,
    ) -> None: ...
    def load_state_dict(self, state_dict: _Mapping[str, _Any]) -> None:
        """Take what `state_dict` gave; functions stay as they are.

        Parameters
        ----------
        state_dict : mapping of str and object

        Returns
        -------
        None

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
        >>> state = scheduler.state_dict()
        >>> scheduler.load_state_dict({**state, "last_epoch": 3})
        >>> scheduler.last_epoch
        3
        """
    lr_lambdas: _Any
    def state_dict(self) -> dict[str, _Any]:
        """Everything but optimizer and functions; of callable objects, their attributes.

        Returns
        -------
        dict of str and object

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).state_dict()["gamma"]
        0.5
        """

class LinearLR(LRScheduler):
    """The rate times a factor that goes from start to end in `total_iters` epochs.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    start_factor : float, default 0.3333333333333333
    end_factor : float, default 1.0
    total_iters : int, default 5
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.LinearLR(optimizer).get_last_lr()
    [0.03333333333333333]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        start_factor: _float = 0.3333333333333333,
        end_factor: _float = 1.0,
        total_iters: _int = 5,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float:
        """The same from the first rate.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5, last_epoch=-1)
        >>> scheduler.closed_rate(0.4)  # of epoch 0
        0.4
        """
    end_factor: _float
    def next_rate(self, lr: _float, base: _float) -> _float:
        """The ratio of two neighbouring factors.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """
    start_factor: _float
    total_iters: _int

class MultiStepLR(LRScheduler):
    """The rate times gamma at each epoch in `milestones`.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    milestones : sequence of int
    gamma : float, default 0.1
        By what the learning rate is multiplied.
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.MultiStepLR(optimizer, [1, 2]).get_last_lr()
    [0.1]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        milestones: _Sequence[_int],
        gamma: _float = 0.1,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float:
        """The same from the first rate.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5, last_epoch=-1)
        >>> scheduler.closed_rate(0.4)  # of epoch 0
        0.4
        """
    gamma: _float
    milestones: _Any
    def next_rate(self, lr: _float, base: _float) -> _float:
        """gamma once for each time the epoch stands in the milestones.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """

class OneCycleLR(LRScheduler):
    """One rise to `max_lr` and a long fall, the momentum the other way round; step per batch.

    Parameters
    ----------
    optimizer : Optimizer
    max_lr : float, or one per group
    total_steps : int, optional
        Or `epochs` and `steps_per_epoch`.
    epochs : int, optional
    steps_per_epoch : int, optional
    pct_start : float in [0, 1]
        The share of the rise.
    anneal_strategy : {"cos", "linear"}
    cycle_momentum : bool
    base_momentum, max_momentum : float, or one per group
    div_factor : float
        The first rate is max_lr / div_factor.
    final_div_factor : float
        The last one is the first / final_div_factor.
    three_phase : bool
        Fall back to the first rate as fast as it rose, then to the last.
    last_epoch : int

    References
    ----------
    Smith, Topin 2017, "Super-Convergence", arXiv:1708.07120.

    Examples
    --------
    >>> import tensorlite as tl
    >>> opt = tl.optim.SGD([tl.nn.Parameter(tl.zeros(1))], lr=0.1, momentum=0.9)
    >>> cycle = tl.optim.lr_scheduler.OneCycleLR(opt, max_lr=1.0, total_steps=10)
    >>> round(cycle.get_last_lr()[0], 6)
    0.04
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        max_lr: _float | _Sequence[_float],
        total_steps: _int | None = None,
        epochs: _int | None = None,
        steps_per_epoch: _int | None = None,
        pct_start: _float = 0.3,
        anneal_strategy: str = 'cos',
        cycle_momentum: _bool = True,
        base_momentum: _float | _Sequence[_float] = 0.85,
        max_momentum: _float | _Sequence[_float] = 0.95,
        div_factor: _float = 25.0,
        final_div_factor: _float = 10000.0,
        three_phase: _bool = False,
        last_epoch: _int = -1,
    ) -> None: ...
    cycle_momentum: _bool
    def get_lr(self) -> list[_float]:
        """The rates at `last_epoch`; sets the momenta.

        Returns
        -------
        list of float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: 0.5**epoch).get_lr()
        [0.4]
        """
    total_steps: _Any
    use_beta1: _Any

class PolynomialLR(LRScheduler):
    """The first rate times (1 - epoch / total_iters)^power.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    total_iters : int, default 5
    power : float, default 1.0
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.PolynomialLR(optimizer).get_last_lr()
    [0.1]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        total_iters: _int = 5,
        power: _float = 1.0,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float:
        """The same from the first rate.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5, last_epoch=-1)
        >>> scheduler.closed_rate(0.4)  # of epoch 0
        0.4
        """
    def next_rate(self, lr: _float, base: _float) -> _float:
        """The ratio of two neighbouring powers.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """
    power: _float
    total_iters: _int

class ReduceLROnPlateau(LRScheduler):
    """The rate times `factor` when a metric has not improved for `patience` epochs.

    Parameters
    ----------
    optimizer : Optimizer
    mode : {"min", "max"}
        Whether less or more is better.
    factor : float below 1
    patience : int
    threshold : float
    threshold_mode : {"rel", "abs"}
        How much better counts: by a share of the best, or by an amount.
    cooldown : int
        Epochs of rest after a change.
    min_lr : float, or one per group
    eps : float
        A smaller change is not made.

    Examples
    --------
    >>> import tensorlite as tl
    >>> opt = tl.optim.SGD([tl.nn.Parameter(tl.zeros(1))], lr=1.0)
    >>> scheduler = tl.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.5, patience=1)
    >>> for loss in (3.0, 3.0, 3.0):
    ...     scheduler.step(loss)
    >>> scheduler.get_last_lr()
    [0.5]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        mode: str = 'min',
        factor: _float = 0.1,
        patience: _int = 10,
        threshold: _float = 0.0001,
        threshold_mode: str = 'rel',
        cooldown: _int = 0,
        min_lr: _float | _Sequence[_float] = 0,
        eps: _float = 1e-08,
    ) -> None: ...
    best: _Any
    cooldown: _int
    cooldown_counter: _Any
    each_min_lr: _Any
    eps: _float
    factor: _float
    @property
    def in_cooldown(self) -> _bool:
        """Whether it rests."""
    last_epoch: _Any
    min_lrs: _Any
    mode: str
    num_bad_epochs: _Any
    patience: _int
    def step(self, metrics: _SupportsFloat, epoch: _int | None = None) -> None:
        """Take the metric of an epoch.

        Parameters
        ----------
        metrics : SupportsFloat
        epoch : int, optional

        Returns
        -------
        None

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=0)
        >>> for loss in [1.0, 0.8, 0.8]:
        ...     scheduler.step(loss)
        >>> optimizer.param_groups[0]["lr"]
        0.2
        """
    threshold: _float
    threshold_mode: str

class SequentialLR(LRScheduler):
    """Schedulers one after the other, each from its milestone on.

    Parameters
    ----------
    optimizer : Optimizer
    schedulers : list of LRScheduler
    milestones : list of int
        One fewer than the schedulers: the epochs at which the next one takes over.
    last_epoch : int

    Examples
    --------
    >>> from tensorlite.optim.lr_scheduler import ConstantLR, ExponentialLR, SequentialLR
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=1.0)
    >>> warm, decay = ConstantLR(optimizer, 0.25, 2), ExponentialLR(optimizer, 0.5)
    >>> scheduler = SequentialLR(optimizer, [warm, decay], milestones=[2])
    >>> rates = []
    >>> for epoch in range(4):
    ...     rates.append(scheduler.get_last_lr()[0])
    ...     optimizer.step()
    ...     scheduler.step()
    >>> rates
    [0.25, 0.25, 1.0, 0.5]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        schedulers: _Sequence[LRScheduler],
        milestones: _Sequence[_int],
        last_epoch: _int = -1,
    ) -> None: ...
    last_epoch: _Any
    def state_dict(self) -> dict[str, _Any]:
        """Everything but the optimizer, the schedulers by their own states.

        Returns
        -------
        dict of str and object

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).state_dict()["gamma"]
        0.5
        """
    def step(self) -> None:
        """Go to the next epoch; at a milestone the next scheduler starts from its epoch 0.

        Returns
        -------
        None

        Examples
        --------
        >>> from tensorlite.optim.lr_scheduler import ConstantLR, ExponentialLR, SequentialLR
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=1.0)
        >>> warm, decay = ConstantLR(optimizer, 0.25, 2), ExponentialLR(optimizer, 0.5)
        >>> scheduler = SequentialLR(optimizer, [warm, decay], milestones=[2])
        >>> rates = []
        >>> for epoch in range(4):
        ...     rates.append(scheduler.get_last_lr()[0])
        ...     optimizer.step()
        ...     scheduler.step()
        >>> rates
        [0.25, 0.25, 1.0, 0.5]
        """

class StepLR(LRScheduler):
    """The rate times gamma every `step_size` epochs.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    step_size : int
    gamma : float, default 0.1
        By what the learning rate is multiplied.
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    Examples
    --------
    >>> import tensorlite as tl
    >>> opt = tl.optim.SGD([tl.nn.Parameter(tl.zeros(1))], lr=1.0)
    >>> scheduler = tl.optim.lr_scheduler.StepLR(opt, step_size=2, gamma=0.5)
    >>> rates = []
    >>> for _ in range(4):
    ...     rates += scheduler.get_last_lr()
    ...     opt.step()
    ...     scheduler.step()
    >>> rates
    [1.0, 1.0, 0.5, 0.5]
    """
    def __init__(
        self,
        optimizer: _Optimizer,
        step_size: _int,
        gamma: _float = 0.1,
        last_epoch: _int = -1,
    ) -> None: ...
    def closed_rate(self, base: _float) -> _float:
        """The same from the first rate.

        Parameters
        ----------
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> scheduler = tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5, last_epoch=-1)
        >>> scheduler.closed_rate(0.4)  # of epoch 0
        0.4
        """
    gamma: _float
    def next_rate(self, lr: _float, base: _float) -> _float:
        """gamma at each multiple of step_size.

        Parameters
        ----------
        lr : float
            Its present rate.
        base : float
            The first rate of the group.

        Returns
        -------
        float

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.4)
        >>> tl.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5).next_rate(0.4, 0.4)
        0.4
        """
    step_size: _int

class MultiplicativeLR(LambdaLR):
    """The present rate times ``lr_lambda(epoch)``; arguments as of LambdaLR.

    Parameters
    ----------
    optimizer : Optimizer
        Whose learning rate is set.
    lr_lambda : callable or sequence of callable
    last_epoch : int, default -1
        The epoch from which to go on; -1 to begin.

    Examples
    --------
    >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
    >>> tl.optim.lr_scheduler.MultiplicativeLR(optimizer, lambda epoch: 0.5**epoch).get_last_lr()
    [0.1]
    """


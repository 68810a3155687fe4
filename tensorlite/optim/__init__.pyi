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

from ..nn.hooks import RemovableHandle as _RemovableHandle
from ..tensor import Tensor

__all__ = [
    "ASGD",
    "Adadelta",
    "Adafactor",
    "Adagrad",
    "Adam",
    "AdamW",
    "Adamax",
    "LBFGS",
    "Lion",
    "Muon",
    "NAdam",
    "Optimizer",
    "RAdam",
    "RMSprop",
    "Rprop",
    "SGD",
    "SparseAdam",
    "lr_scheduler",
    "swa_utils",
]
class Optimizer:
    """Base of all optimizers.

    A subclass names its defaults and writes ``_rule(group, state)``, which answers the `Rule` of a
    step: one scalar function, run by one native call for all parameters of a group.

    Parameters
    ----------
    params : iterable of Tensor, of (name, Tensor) pairs, or of dict
        A dict is a group: its "params", and settings that replace the defaults.
    defaults : dict
        The settings of groups that do not give their own.

    Attributes
    ----------
    param_groups : list of dict
    state : dict of Tensor to dict
        What the rule remembers of each parameter.

    Raises
    ------
    TypeError, ValueError
        If the parameters are not leaf Tensors, are empty, or stand in two groups.

    Examples
    --------
    >>> class SignDescent(tl.optim.Optimizer):
    ...     def __init__(self, params, lr):
    ...         super().__init__(params, {"lr": lr})
    ...     @tl.no_grad()
    ...     def step(self):
    ...         for group in self.param_groups:
    ...             for parameter in group["params"]:
    ...                 parameter.sub_(group["lr"] * parameter.grad.sign())
    >>> x = tl.tensor([1.0, -2.0], requires_grad=True)
    >>> optimizer = SignDescent([x], lr=0.25)
    >>> (x * x).sum().backward()
    >>> optimizer.step()
    >>> x.detach()
    tensor([ 0.7500, -1.7500])
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        defaults: _Mapping[str, _Any],
    ) -> None: ...
    def __new__(cls, *args: _Any, **kwargs: _Any) -> _Self: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: dict[str, _Any]) -> None: ...
    def add_param_group(self, param_group: _Mapping[str, _Any]) -> None:
        """Add a group of parameters, as when layers are unfrozen.

        Parameters
        ----------
        param_group : dict
            "params", and settings that replace the defaults.

        Returns
        -------
        None

        Examples
        --------
        >>> body, head = tl.ones(2, requires_grad=True), tl.ones(2, requires_grad=True)
        >>> optimizer = tl.optim.SGD([body], lr=0.1)
        >>> optimizer.add_param_group({"params": [head], "lr": 1.0})
        >>> [group["lr"] for group in optimizer.param_groups]
        [0.1, 1.0]
        """
    defaults: _Mapping[str, _Any]
    def load_state_dict(self, state_dict: _Mapping[str, _Any]) -> None:
        """Take groups and state from `state_dict`; the parameters stay.

        Parameters
        ----------
        state_dict : mapping of str and object

        Returns
        -------
        None

        Raises
        ------
        ValueError
            If the groups differ in number or size; nothing has been changed then.

        Examples
        --------
        >>> first, second = (tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=lr) for lr in (0.1, 0.2))
        >>> second.load_state_dict(first.state_dict())
        >>> second.param_groups[0]["lr"]
        0.1
        """
    param_groups: _Any
    def register_load_state_dict_post_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle:
        """Call ``hook(optimizer)`` after loading.

        Parameters
        ----------
        hook : Callable
            What is called, with what its docstring says.
        prepend : bool, default False

        Returns
        -------
        RemovableHandle

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
        >>> handle = optimizer.register_load_state_dict_post_hook(lambda optimizer: print("loaded"))
        >>> optimizer.load_state_dict(optimizer.state_dict())
        loaded
        """
    def register_load_state_dict_pre_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle:
        """Call ``hook(optimizer, state_dict)`` before loading; it may replace it.

        Parameters
        ----------
        hook : Callable
            What is called, with what its docstring says.
        prepend : bool, default False

        Returns
        -------
        RemovableHandle

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
        >>> handle = optimizer.register_load_state_dict_pre_hook(lambda optimizer, state: print(len(state)))
        >>> optimizer.load_state_dict(optimizer.state_dict())
        2
        """
    def register_state_dict_post_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle:
        """Call ``hook(optimizer, state_dict)`` with what `state_dict()` gives, or replace it.

        Parameters
        ----------
        hook : Callable
            What is called, with what its docstring says.
        prepend : bool, default False

        Returns
        -------
        RemovableHandle

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
        >>> handle = optimizer.register_state_dict_post_hook(lambda optimizer, state: {**state, "run": 7})
        >>> optimizer.state_dict()["run"]
        7
        """
    def register_state_dict_pre_hook(
        self,
        hook: _Callable[..., _Any],
        prepend: _bool = False,
    ) -> _RemovableHandle:
        """Call ``hook(optimizer)`` before `state_dict()` reads it.

        Parameters
        ----------
        hook : Callable
            What is called, with what its docstring says.
        prepend : bool, default False

        Returns
        -------
        RemovableHandle

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
        >>> handle = optimizer.register_state_dict_pre_hook(lambda optimizer: print("saves now"))
        >>> state = optimizer.state_dict()
        saves now
        """
    def register_step_post_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle:
        """Call ``hook(optimizer, args, kwargs)`` after every step.

        Parameters
        ----------
        hook : Callable
            What is called, with what its docstring says.

        Returns
        -------
        RemovableHandle

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
        >>> handle = optimizer.register_step_post_hook(lambda optimizer, args, kwargs: print("stepped"))
        >>> optimizer.step()
        stepped
        >>> handle.remove()
        """
    def register_step_pre_hook(self, hook: _Callable[..., _Any]) -> _RemovableHandle:
        """Call ``hook(optimizer, args, kwargs)`` before every step; it may give both anew.

        Parameters
        ----------
        hook : Callable
            What is called, with what its docstring says.

        Returns
        -------
        RemovableHandle

        Examples
        --------
        >>> optimizer = tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)
        >>> handle = optimizer.register_step_pre_hook(lambda optimizer, args, kwargs: print("steps now"))
        >>> optimizer.step()
        steps now
        >>> handle.remove()
        """
    state: _Any
    def state_dict(self) -> dict[str, _Any]:
        """Groups and state with parameters as numbers, in PyTorch's form.

        Returns
        -------
        dict
            "state": dict of parameter number to dict; "param_groups": list of dict.

        Examples
        --------
        >>> weight = tl.ones(2, requires_grad=True)
        >>> optimizer = tl.optim.SGD([weight], lr=0.5, momentum=0.9)
        >>> weight.sum().backward()
        >>> optimizer.step()
        >>> optimizer.state_dict()["state"]
        {0: {'momentum_buffer': tensor([1., 1.])}}
        """
    @_overload
    def step(self, closure: None = None) -> None: ...
    @_overload
    def step(self, closure: _Callable[[], _T]) -> _T:
        """Update all parameters that have a gradient.

        Parameters
        ----------
        closure : callable, optional
            Computes the loss and its gradients again.

        Returns
        -------
        What the closure returned, or None.

        Raises
        ------
        RuntimeError
            If a parameter lies in read-only memory; nothing is written then.

        Examples
        --------
        >>> weight = tl.ones(2, requires_grad=True)
        >>> optimizer = tl.optim.SGD([weight], lr=0.5)
        >>> weight.sum().backward()
        >>> optimizer.step()
        >>> weight.detach()
        tensor([0.5000, 0.5000])
        """
    def zero_grad(self, set_to_none: _bool = True) -> None:
        """Drop all gradients, or set them to zero.

        Parameters
        ----------
        set_to_none : bool, default True

        Returns
        -------
        None

        Examples
        --------
        >>> weight = tl.ones(2, requires_grad=True)
        >>> weight.sum().backward()
        >>> optimizer = tl.optim.SGD([weight], lr=0.1)
        >>> optimizer.zero_grad()
        >>> weight.grad is None
        True
        """

class ASGD(Optimizer):
    """Averaged stochastic gradient descent.

    Parameters
    ----------
    params : iterable
    lr, lambd, alpha, t0, weight_decay : float
        lambd decays the parameters, alpha the step size, t0 is when averaging starts.
    foreach : bool, optional
        Accepted: all parameters of a group are updated by one call anyway.
    maximize : bool
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.
    capturable : bool, default False
        Accepted without effect.

    References
    ----------
    Polyak, Juditsky 1992, "Acceleration of stochastic approximation by averaging".

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.ASGD([weight]).param_groups[0]['lr']
    0.01
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        lambd: _float = 0.0001,
        alpha: _float = 0.75,
        t0: _float = 1000000.0,
        weight_decay: _float = 0,
        foreach: _bool | None = None,
        maximize: _bool = False,
        differentiable: _bool = False,
        capturable: _bool = False,
    ) -> None: ...

class Adadelta(Optimizer):
    """Steps scaled by the ratio of the mean squares of steps and gradients.

    Parameters
    ----------
    params : iterable of Tensor (...) or iterable of dict of str and object or iterable of tuple of str and Tensor (...)
        The parameters, or dicts of them with settings of their own.
    lr : Tensor (...) or number, default 1.0
        The learning rate.
    rho : float, default 0.9
    eps : float, default 1e-06
        A small number that keeps divisions finite.
    weight_decay : float, default 0
        How strongly parameters are drawn towards 0.
    foreach : bool, optional
        Accepted: all parameters of a group are updated by one call anyway.
    capturable : bool, default False
        Accepted without effect.
    maximize : bool, default False
        Whether steps go up.
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.

    References
    ----------
    Zeiler 2012, "ADADELTA: An Adaptive Learning Rate Method", arXiv:1212.5701.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.Adadelta([weight]).param_groups[0]['lr']
    1.0
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 1.0,
        rho: _float = 0.9,
        eps: _float = 1e-06,
        weight_decay: _float = 0,
        foreach: _bool | None = None,
        *,
        capturable: _bool = False,
        maximize: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class Adafactor(Optimizer):
    """Steps scaled by a mean square that takes memory for rows and columns only.

    Parameters
    ----------
    params : iterable
    lr : float
        The largest step, as a share of the parameter's root mean square; and of the decay.
    beta2_decay : float
        At step t the mean forgets ``t ** beta2_decay``.
    eps : (float or None, float)
        The least root mean square of gradients (None: the dtype's eps), and of parameters.
    d : float
        Where the root mean square of a step is clipped.
    weight_decay : float
    foreach : ignored
    maximize : bool

    References
    ----------
    Shazeer, Stern 2018, "Adafactor: Adaptive Learning Rates with Sublinear Memory Cost",
    arXiv:1804.04235.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Linear(4, 3)
    >>> opt = tl.optim.Adafactor(layer.parameters(), lr=0.1)
    >>> layer(tl.randn(8, 4)).square().mean().backward()
    >>> opt.step()
    >>> opt.state[layer.weight]["row_var"].shape, opt.state[layer.weight]["col_var"].shape
    (tensorlite.Size([3, 1]), tensorlite.Size([1, 4]))
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        beta2_decay: _float = -0.8,
        eps: tuple[_float | None, _float] = ...,
        d: _float = 1.0,
        weight_decay: _float = 0.0,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
    ) -> None: ...

class Adagrad(Optimizer):
    """Steps scaled by the root of the sum of all squared gradients.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr, lr_decay, weight_decay : float
    initial_accumulator_value : float
        Where the sum starts.
    eps : float
    foreach, fused : ignored
        Every step is fused.
    maximize : bool
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.

    References
    ----------
    Duchi, Hazan, Singer 2011, "Adaptive Subgradient Methods", JMLR 12.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.Adagrad([weight]).param_groups[0]['lr']
    0.01
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        lr_decay: _float = 0,
        weight_decay: _float = 0,
        initial_accumulator_value: _float = 0,
        eps: _float = 1e-10,
        foreach: _bool | None = None,
        *,
        maximize: _bool = False,
        differentiable: _bool = False,
        fused: _bool | None = None,
    ) -> None: ...
    def add_param_group(self, param_group: _Mapping[str, _Any]) -> None:
        """Add a group of parameters, with sums that start where its settings say.

        Parameters
        ----------
        param_group : mapping of str and object

        Returns
        -------
        None

        Examples
        --------
        >>> body, head = tl.ones(2, requires_grad=True), tl.ones(2, requires_grad=True)
        >>> optimizer = tl.optim.SGD([body], lr=0.1)
        >>> optimizer.add_param_group({"params": [head], "lr": 1.0})
        >>> [group["lr"] for group in optimizer.param_groups]
        [0.1, 1.0]
        """

class Adam(Optimizer):
    """Adam: steps scaled by running means of the gradient and of its square.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr : float
    betas : (float, float)
        The decay of the two means.
    eps : float
        Added to the denominator.
    weight_decay : float
    amsgrad : bool
        Use the largest mean square so far. Reddi et al. 2018, arXiv:1904.09237.
    foreach, fused, capturable : ignored
        Every step is fused.
    maximize : bool
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.
    decoupled_weight_decay : bool
        Decay the parameters instead of the gradients, as AdamW does.

    References
    ----------
    Kingma, Ba 2014, "Adam: A Method for Stochastic Optimization", arXiv:1412.6980.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0]))
    >>> opt = tl.optim.Adam([w], lr=0.1)
    >>> (w * w).sum().backward()
    >>> opt.step()
    >>> w.detach()
    tensor([0.9000])
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        amsgrad: _bool = False,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
        capturable: _bool = False,
        differentiable: _bool = False,
        fused: _bool | None = None,
        decoupled_weight_decay: _bool = False,
    ) -> None: ...

class Adamax(Optimizer):
    """Adam with the largest gradient in place of the mean square.

    Parameters
    ----------
    params : iterable of Tensor (...) or iterable of dict of str and object or iterable of tuple of str and Tensor (...)
        The parameters, or dicts of them with settings of their own.
    lr : Tensor (...) or number, default 0.002
        The learning rate.
    betas : tuple of float, default (0.9, 0.999)
        How fast the running means of gradients and of their squares forget.
    eps : float, default 1e-08
        A small number that keeps divisions finite.
    weight_decay : float, default 0
        How strongly parameters are drawn towards 0.
    foreach : bool, optional
        Accepted: all parameters of a group are updated by one call anyway.
    maximize : bool, default False
        Whether steps go up.
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.
    capturable : bool, default False
        Accepted without effect.

    References
    ----------
    Kingma, Ba 2014, arXiv:1412.6980, section 7.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.Adamax([weight]).param_groups[0]['lr']
    0.002
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.002,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        foreach: _bool | None = None,
        *,
        maximize: _bool = False,
        differentiable: _bool = False,
        capturable: _bool = False,
    ) -> None: ...

class LBFGS(Optimizer):
    """Limited-memory BFGS, with a line search or without.

    Parameters
    ----------
    params : iterable
        One group.
    lr : float
        The length of a step, or with a line search the first one that is tried.
    max_iter : int
        Iterations of one `step`.
    max_eval : int, optional
        Calls of the closure in one `step`; default 1.25 max_iter.
    tolerance_grad, tolerance_change : float
        It ends when no element of the gradient, or no change, is larger.
    history_size : int
        How many gradients are remembered.
    line_search_fn : {None, "strong_wolfe"}

    References
    ----------
    Liu, Nocedal 1989, "On the limited memory BFGS method for large scale optimization".

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([3.0, -2.0]))
    >>> opt = tl.optim.LBFGS([w], line_search_fn="strong_wolfe")
    >>> def closure():
    ...     opt.zero_grad()
    ...     loss = ((w - 1) ** 4).sum()
    ...     loss.backward()
    ...     return loss
    >>> opt.step(closure)
    tensor(97., grad_fn=<SumBackward0>)
    >>> bool(closure() < 1e-6)
    True
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 1,
        max_iter: _int = 20,
        max_eval: _int | None = None,
        tolerance_grad: _float = 1e-07,
        tolerance_change: _float = 1e-09,
        history_size: _int = 100,
        line_search_fn: str | None = None,
    ) -> None: ...
    def add_param_group(self, param_group: _Mapping[str, _Any]) -> None:
        """Set the parameters; there is one group.

        Parameters
        ----------
        param_group : mapping of str and object

        Returns
        -------
        None

        Examples
        --------
        >>> body, head = tl.ones(2, requires_grad=True), tl.ones(2, requires_grad=True)
        >>> optimizer = tl.optim.SGD([body], lr=0.1)
        >>> optimizer.add_param_group({"params": [head], "lr": 1.0})
        >>> [group["lr"] for group in optimizer.param_groups]
        [0.1, 1.0]
        """
    def step(self, closure: _Callable[[], _T]) -> _T:
        """Iterate until one of the limits is reached.

        Parameters
        ----------
        closure : callable
            Clears the gradients, computes loss and gradients, and returns the loss.

        Returns
        -------
        Tensor
            The loss before the step.

        Examples
        --------
        >>> import tensorlite as tl
        >>> w = tl.nn.Parameter(tl.tensor([3.0, -2.0]))
        >>> opt = tl.optim.LBFGS([w], line_search_fn="strong_wolfe")
        >>> def closure():
        ...     opt.zero_grad()
        ...     loss = ((w - 1) ** 4).sum()
        ...     loss.backward()
        ...     return loss
        >>> opt.step(closure)
        tensor(97., grad_fn=<SumBackward0>)
        >>> bool(closure() < 1e-6)
        True
        """

class Lion(Optimizer):
    """Steps along the sign of a running mean of gradients; rates 3 to 10 times below AdamW's.

    PyTorch has no optimizer of this name.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr : float
    betas : (float, float)
        The decay of the mean: for the sign, and for what is kept.
    weight_decay : float
        Of the parameters themselves.
    maximize : bool

    References
    ----------
    Chen et al. 2023, "Symbolic Discovery of Optimization Algorithms", arXiv:2302.06675.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0, -1.0]))
    >>> opt = tl.optim.Lion([w], lr=0.25)
    >>> (w * w).sum().backward()
    >>> opt.step()
    >>> w.detach()
    tensor([ 0.7500, -0.7500])
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.0001,
        betas: tuple[_float, _float] = ...,
        weight_decay: _float = 0.0,
        *,
        maximize: _bool = False,
    ) -> None: ...

class Muon(Optimizer):
    """Momentum made orthogonal: all directions of a matrix move by the same amount.

    For matrices of hidden layers; vectors and embeddings belong to another optimizer.

    Parameters
    ----------
    params : iterable of Tensor (M, N)
    lr, weight_decay, momentum : float
    nesterov : bool
    ns_coefficients : (float, float, float)
        Of the quintic polynomial that pushes singular values towards 1.
    eps : float
        The least norm that is divided by.
    ns_steps : int
    adjust_lr_fn : {None, "original", "match_rms_adamw"}
        How the rate depends on the shape: sqrt(max(1, M/N)), or 0.2 sqrt(max(M, N)).

    Notes
    -----
    The iterations run in the dtype of the parameter, where PyTorch takes bfloat16: steps agree to
    the two or three digits that bfloat16 has.

    References
    ----------
    Jordan et al. 2024, "Muon: An optimizer for hidden layers in neural networks".

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Linear(4, 4, bias=False)
    >>> opt = tl.optim.Muon(layer.parameters(), lr=0.02)
    >>> layer(tl.randn(8, 4)).square().mean().backward()
    >>> opt.step()
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        weight_decay: _float = 0.1,
        momentum: _float = 0.95,
        nesterov: _bool = True,
        ns_coefficients: tuple[_float, _float, _float] = ...,
        eps: _float = 1e-07,
        ns_steps: _int = 5,
        adjust_lr_fn: str | None = None,
    ) -> None: ...
    def add_param_group(self, param_group: _Mapping[str, _Any]) -> None:
        """Add a group of matrices.

        Parameters
        ----------
        param_group : mapping of str and object

        Returns
        -------
        None

        Examples
        --------
        >>> body, head = tl.ones(2, requires_grad=True), tl.ones(2, requires_grad=True)
        >>> optimizer = tl.optim.SGD([body], lr=0.1)
        >>> optimizer.add_param_group({"params": [head], "lr": 1.0})
        >>> [group["lr"] for group in optimizer.param_groups]
        [0.1, 1.0]
        """

class NAdam(Optimizer):
    """Adam with Nesterov's momentum.

    Parameters
    ----------
    params : iterable
    lr, betas, eps, weight_decay
        As of Adam.
    momentum_decay : float
    decoupled_weight_decay : bool
    foreach : bool, optional
        Accepted: all parameters of a group are updated by one call anyway.
    maximize : bool, default False
        Whether steps go up.
    capturable : bool, default False
        Accepted without effect.
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.

    References
    ----------
    Dozat 2016, "Incorporating Nesterov Momentum into Adam", ICLR workshop.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.NAdam([weight]).param_groups[0]['lr']
    0.002
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.002,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        momentum_decay: _float = 0.004,
        decoupled_weight_decay: _bool = False,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
        capturable: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class RAdam(Optimizer):
    """Adam with a rectified start.

    Parameters
    ----------
    params : iterable of Tensor (...) or iterable of dict of str and object or iterable of tuple of str and Tensor (...)
        The parameters, or dicts of them with settings of their own.
    lr : Tensor (...) or number, default 0.001
        The learning rate.
    betas : tuple of float, default (0.9, 0.999)
        How fast the running means of gradients and of their squares forget.
    eps : float, default 1e-08
        A small number that keeps divisions finite.
    weight_decay : float, default 0
        How strongly parameters are drawn towards 0.
    decoupled_weight_decay : bool, default False
    foreach : bool, optional
        Accepted: all parameters of a group are updated by one call anyway.
    maximize : bool, default False
        Whether steps go up.
    capturable : bool, default False
        Accepted without effect.
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.

    References
    ----------
    Liu et al. 2019, "On the Variance of the Adaptive Learning Rate and Beyond", arXiv:1908.03265.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.RAdam([weight]).param_groups[0]['lr']
    0.001
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        decoupled_weight_decay: _bool = False,
        *,
        foreach: _bool | None = None,
        maximize: _bool = False,
        capturable: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class RMSprop(Optimizer):
    """Steps scaled by the root of the running mean of squared gradients.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr, alpha, eps, weight_decay, momentum : float
        alpha is the decay of the mean.
    centered : bool
        Scale by the estimated standard deviation instead.
    foreach, capturable : ignored
        Every step is fused.
    maximize : bool
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.

    References
    ----------
    Tieleman, Hinton 2012, Coursera lecture 6e; centered: Graves 2013, arXiv:1308.0850.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.RMSprop([weight]).param_groups[0]['lr']
    0.01
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        alpha: _float = 0.99,
        eps: _float = 1e-08,
        weight_decay: _float = 0,
        momentum: _float = 0,
        centered: _bool = False,
        capturable: _bool = False,
        foreach: _bool | None = None,
        maximize: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class Rprop(Optimizer):
    """Resilient backpropagation: uses the signs of the gradients alone.

    Parameters
    ----------
    params : iterable
    lr : float
        The first step size.
    etas : (float, float)
        Factors that shorten and lengthen it.
    step_sizes : (float, float)
        Its limits.
    capturable : bool, default False
        Accepted without effect.
    foreach : bool, optional
        Accepted: all parameters of a group are updated by one call anyway.
    maximize : bool, default False
        Whether steps go up.
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.

    References
    ----------
    Riedmiller, Braun 1993, "A direct adaptive method for faster backpropagation learning".

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.Rprop([weight]).param_groups[0]['lr']
    0.01
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.01,
        etas: tuple[_float, _float] = ...,
        step_sizes: tuple[_float, _float] = ...,
        *,
        capturable: _bool = False,
        foreach: _bool | None = None,
        maximize: _bool = False,
        differentiable: _bool = False,
    ) -> None: ...

class SGD(Optimizer):
    """Stochastic gradient descent with momentum.

    Parameters
    ----------
    params : iterable
        See `Optimizer`.
    lr, momentum, dampening, weight_decay : float
    nesterov : bool
    maximize : bool
        Ascend instead.
    foreach, fused : ignored
        Every step is fused.
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.

    References
    ----------
    Sutskever et al. 2013, "On the importance of initialization and momentum", ICML.

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([1.0]))
    >>> opt = tl.optim.SGD([w], lr=0.1)
    >>> (w * w).sum().backward()
    >>> opt.step()
    >>> w.detach()
    tensor([0.8000])
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        momentum: _float = 0,
        dampening: _float = 0,
        weight_decay: _float = 0,
        nesterov: _bool = False,
        *,
        maximize: _bool = False,
        foreach: _bool | None = None,
        differentiable: _bool = False,
        fused: _bool | None = None,
    ) -> None: ...

class SparseAdam(Optimizer):
    """Adam for sparse gradients: its steps raise, since every gradient here is dense.

    Parameters
    ----------
    params : iterable
    lr, betas, eps, maximize
        As of Adam.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.SparseAdam([weight]).param_groups[0]['lr']
    0.001
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        maximize: _bool = False,
    ) -> None: ...
    def add_param_group(self, param_group: _Mapping[str, _Any]) -> None:
        """Add a group of real parameters.

        Parameters
        ----------
        param_group : mapping of str and object

        Returns
        -------
        None

        Examples
        --------
        >>> body, head = tl.ones(2, requires_grad=True), tl.ones(2, requires_grad=True)
        >>> optimizer = tl.optim.SGD([body], lr=0.1)
        >>> optimizer.add_param_group({"params": [head], "lr": 1.0})
        >>> [group["lr"] for group in optimizer.param_groups]
        [0.1, 1.0]
        """

class AdamW(Adam):
    """Adam with weight decay on the parameters themselves; arguments as of Adam.

    Parameters
    ----------
    params : iterable of Tensor (...) or iterable of dict of str and object or iterable of tuple of str and Tensor (...)
        The parameters, or dicts of them with settings of their own.
    lr : Tensor (...) or number, default 0.001
        The learning rate.
    betas : tuple of float, default (0.9, 0.999)
        How fast the running means of gradients and of their squares forget.
    eps : float, default 1e-08
        A small number that keeps divisions finite.
    weight_decay : float, default 0.01
        How strongly parameters are drawn towards 0.
    amsgrad : bool, default False
    maximize : bool, default False
        Whether steps go up.
    foreach : bool, optional
        Accepted: all parameters of a group are updated by one call anyway.
    capturable : bool, default False
        Accepted without effect.
    differentiable : bool, default False
        Whether steps are recorded: gradients go through them, to rates, too.
    fused : bool, optional
        Accepted: steps are fused anyway.

    References
    ----------
    Loshchilov, Hutter 2017, "Decoupled Weight Decay Regularization", arXiv:1711.05101.

    Examples
    --------
    >>> weight = tl.ones(2, requires_grad=True)
    >>> tl.optim.AdamW([weight]).param_groups[0]['lr']
    0.001
    """
    def __init__(
        self,
        params: _Iterable[Tensor] | _Iterable[dict[str, _Any]] | _Iterable[tuple[str, Tensor]],
        lr: Tensor | _float = 0.001,
        betas: tuple[_float, _float] = ...,
        eps: _float = 1e-08,
        weight_decay: _float = 0.01,
        amsgrad: _bool = False,
        *,
        maximize: _bool = False,
        foreach: _bool | None = None,
        capturable: _bool = False,
        differentiable: _bool = False,
        fused: _bool | None = None,
    ) -> None: ...

from . import lr_scheduler as lr_scheduler
from . import swa_utils as swa_utils

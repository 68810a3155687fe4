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

from ...formats import memory_format as _memory_format
from ...nn import Module as _Module
from ...nn import Parameter as _Parameter
from ...tensor import Tensor

_Model = _TypeVar("_Model", bound=_Module)

__all__ = [
    "clip_grad_norm",
    "clip_grad_norm_",
    "clip_grad_value_",
    "clip_grads_with_norm_",
    "convert_conv2d_weight_memory_format",
    "convert_conv3d_weight_memory_format",
    "fuse_conv_bn_eval",
    "fuse_conv_bn_weights",
    "fuse_linear_bn_eval",
    "fuse_linear_bn_weights",
    "get_total_norm",
    "parameters_to_vector",
    "parametrizations",
    "parametrize",
    "prune",
    "remove_spectral_norm",
    "remove_weight_norm",
    "rnn",
    "skip_init",
    "spectral_norm",
    "stateless",
    "vector_to_parameters",
    "weight_norm",
]
def clip_grad_norm(
    parameters: Tensor | _Iterable[Tensor],
    max_norm: _float,
    norm_type: _float = 2.0,
    error_if_nonfinite: _bool = False,
    foreach: _bool | None = None,
) -> Tensor:
    """An older name of `clip_grad_norm_`.

    Parameters
    ----------
    parameters : Tensor (...) or iterable of Tensor (...)
    max_norm : float
    norm_type : float, default 2.0
    error_if_nonfinite : bool, default False
    foreach : bool, optional
        Accepted without effect.

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> x = tl.zeros(2, requires_grad=True)
    >>> x.grad = tl.tensor([3.0, 4.0])
    >>> tl.nn.utils.clip_grad_norm(x, max_norm=1.0)  # gives the norm before
    tensor(5.)
    >>> x.grad
    tensor([0.6000, 0.8000])
    """
def clip_grad_norm_(
    parameters: Tensor | _Iterable[Tensor],
    max_norm: _float,
    norm_type: _float = 2.0,
    error_if_nonfinite: _bool = False,
    foreach: _bool | None = None,
) -> Tensor:
    """Scale all gradients together so that their norm is at most `max_norm`.

    Parameters
    ----------
    parameters : Tensor or iterable of Tensor
        Those without a gradient are passed over.
    max_norm : float
    norm_type : float
    error_if_nonfinite : bool
    foreach : ignored

    Returns
    -------
    Tensor ()
        The norm before scaling.

    References
    ----------
    Pascanu, Mikolov, Bengio 2012, arXiv:1211.5063.

    Examples
    --------
    >>> import tensorlite as tl
    >>> p = tl.nn.Parameter(tl.zeros(2))
    >>> p.grad = tl.tensor([3.0, 4.0])
    >>> tl.nn.utils.clip_grad_norm_(p, 1.0)
    tensor(5.)
    >>> p.grad
    tensor([0.6000, 0.8000])
    """
def clip_grad_value_(
    parameters: Tensor | _Iterable[Tensor],
    clip_value: _float,
    foreach: _bool | None = None,
) -> None:
    """Limit every gradient element to [-clip_value, clip_value].

    Parameters
    ----------
    parameters : Tensor (...) or iterable of Tensor (...)
    clip_value : float
    foreach : bool, optional
        Accepted without effect.

    Returns
    -------
    None

    Examples
    --------
    >>> x = tl.zeros(2, requires_grad=True)
    >>> x.grad = tl.tensor([0.5, -4.0])
    >>> tl.nn.utils.clip_grad_value_([x], 1.0)
    >>> x.grad
    tensor([ 0.5000, -1.0000])
    """
def clip_grads_with_norm_(
    parameters: Tensor | _Iterable[Tensor],
    max_norm: _float,
    total_norm: Tensor,
    foreach: _bool | None = None,
) -> None:
    """Scale all gradients by max_norm / total_norm where that is below 1.

    Parameters
    ----------
    parameters : Tensor (...) or iterable of Tensor (...)
    max_norm : float
    total_norm : Tensor (...)
    foreach : bool, optional
        Accepted without effect.

    Returns
    -------
    None

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> x = tl.zeros(2, requires_grad=True)
    >>> x.grad = tl.tensor([3.0, 4.0])
    >>> norm = tl.nn.utils.get_total_norm([x.grad])
    >>> tl.nn.utils.clip_grads_with_norm_([x], 1.0, norm)
    >>> x.grad
    tensor([0.6000, 0.8000])
    """
def convert_conv2d_weight_memory_format(
    module: _Module,
    memory_format: _memory_format,
) -> _Module:
    """Lay the weights of all `Conv2d` and `ConvTranspose2d` in a module; returns the module.

    Parameters
    ----------
    module : Module
    memory_format : memory_format
        The order in which dims lie in memory.

    Returns
    -------
    Module

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.Conv2d(3, 4, 2)
    >>> convert = tl.nn.utils.convert_conv2d_weight_memory_format
    >>> convert(layer, tl.channels_last).weight.stride()
    (12, 1, 6, 3)
    """
def convert_conv3d_weight_memory_format(
    module: _Module,
    memory_format: _memory_format,
) -> _Module:
    """The same for `Conv3d` and `ConvTranspose3d`.

    Parameters
    ----------
    module : Module
    memory_format : memory_format
        The order in which dims lie in memory.

    Returns
    -------
    Module

    Examples
    --------
    >>> model = tl.nn.utils.convert_conv3d_weight_memory_format(
    ...     nn.Conv3d(2, 2, 3), tl.channels_last_3d
    ... )
    >>> model.weight.is_contiguous(memory_format=tl.channels_last_3d)
    True
    """
def fuse_conv_bn_eval(conv: _Model, bn: _Module, transpose: _bool = False) -> _Model:
    """A convolution that does what `conv` and the batch norm behind it do, both in evaluation.

    Parameters
    ----------
    conv : Module
        A convolution; with `transpose` a transposed one.
    bn : Module
        A batch norm with running statistics.
    transpose : bool, default False

    Returns
    -------
    Module

    Examples
    --------
    >>> import tensorlite as tl
    >>> conv, bn = tl.nn.Conv2d(1, 2, 3).eval(), tl.nn.BatchNorm2d(2).eval()
    >>> x = tl.randn(1, 1, 5, 5)
    >>> fused = tl.nn.utils.fuse_conv_bn_eval(conv, bn)
    >>> bool(tl.allclose(fused(x), bn(conv(x)), atol=1e-5))
    True
    """
def fuse_conv_bn_weights(
    conv_w: Tensor,
    conv_b: Tensor,
    bn_rm: Tensor,
    bn_rv: Tensor,
    bn_eps: _float,
    bn_w: Tensor,
    bn_b: Tensor,
    transpose: _bool = False,
) -> tuple[_Parameter, _Parameter]:
    """The weight and the bias of a convolution with the norm behind it; see `fuse_conv_bn_eval`.

    Parameters
    ----------
    conv_w : Tensor (...)
    conv_b : Tensor (...)
    bn_rm : Tensor (...)
    bn_rv : Tensor (...)
    bn_eps : float
    bn_w : Tensor (...)
    bn_b : Tensor (...)
    transpose : bool, default False

    Returns
    -------
    tuple of Parameter

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> weight, bias = tl.nn.utils.fuse_conv_bn_weights(
    ...     tl.ones(1, 1, 1, 1), None, tl.tensor([1.0]), tl.tensor([4.0]), 0.0, None, None
    ... )
    >>> weight.item(), bias.item()
    (0.5, -0.5)
    """
def fuse_linear_bn_eval(linear: _Module, bn: _Module) -> _Module:
    """A linear layer that does what `linear` and the batch norm behind it do, in evaluation.

    Parameters
    ----------
    linear : Module
    bn : Module

    Returns
    -------
    Module

    Examples
    --------
    >>> linear, bn = nn.Linear(2, 3).eval(), nn.BatchNorm1d(3).eval()
    >>> fused = tl.nn.utils.fuse_linear_bn_eval(linear, bn)
    >>> x = tl.randn(4, 2)
    >>> tl.allclose(fused(x), bn(linear(x)), atol=1e-5)
    True
    """
def fuse_linear_bn_weights(
    linear_w: Tensor,
    linear_b: Tensor,
    bn_rm: Tensor,
    bn_rv: Tensor,
    bn_eps: _float,
    bn_w: Tensor,
    bn_b: Tensor,
) -> tuple[_Parameter, _Parameter]:
    """The weight and the bias of a linear layer with the norm behind it.

    Parameters
    ----------
    linear_w : Tensor (...)
    linear_b : Tensor (...)
    bn_rm : Tensor (...)
    bn_rv : Tensor (...)
    bn_eps : float
    bn_w : Tensor (...)
    bn_b : Tensor (...)

    Returns
    -------
    tuple of Parameter

    Raises
    ------
    TypeError
        If an operand is no tensor.

    Examples
    --------
    >>> weight, bias = tl.nn.utils.fuse_linear_bn_weights(
    ...     tl.eye(2), None, tl.ones(2), tl.tensor([1.0, 4.0]), 0.0, tl.ones(2), tl.zeros(2)
    ... )
    >>> weight, bias
    (Parameter containing:
    tensor([[1.0000, 0.0000],
            [0.0000, 0.5000]]), Parameter containing:
    tensor([-1.0000, -0.5000]))
    """
def get_total_norm(
    tensors: Tensor | _Iterable[Tensor],
    norm_type: _float = 2.0,
    error_if_nonfinite: _bool = False,
    foreach: _bool | None = None,
) -> Tensor:
    """The norm of all tensors together, as if they were one vector.

    Parameters
    ----------
    tensors : Tensor or iterable of Tensor
    norm_type : float
        The p of the norm; may be inf.
    error_if_nonfinite : bool
    foreach : ignored

    Returns
    -------
    Tensor ()

    Raises
    ------
    RuntimeError
        If the norm is not finite and `error_if_nonfinite` is set.

    Examples
    --------
    >>> tl.nn.utils.get_total_norm(tl.tensor([0.5, 1.0, 2.0]))
    tensor(2.2913)
    """
def parameters_to_vector(parameters: Tensor | _Iterable[Tensor]) -> Tensor:
    """All parameters end to end, as a Tensor (n,).

    Parameters
    ----------
    parameters : Tensor (...) or iterable of Tensor (...)

    Returns
    -------
    Tensor (...)

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.utils.parameters_to_vector(tl.nn.Linear(2, 3).parameters()).shape
    tensorlite.Size([9])
    """
from . import parametrizations as parametrizations
from . import parametrize as parametrize
from . import prune as prune
def remove_spectral_norm(module: _Model, name: str = 'weight') -> _Model:
    """Make the weight a parameter again, with its present value; returns the module.

    Parameters
    ----------
    module : Module
    name : str, default 'weight'

    Returns
    -------
    Module

    Examples
    --------
    >>> layer = tl.nn.utils.spectral_norm(nn.Linear(2, 3))
    >>> layer = tl.nn.utils.remove_spectral_norm(layer)
    >>> [name for name, parameter in layer.named_parameters()]
    ['bias', 'weight']
    """
def remove_weight_norm(module: _Model, name: str = 'weight') -> _Model:
    """Make the weight a parameter again; returns the module.

    Parameters
    ----------
    module : Module
    name : str, default 'weight'

    Returns
    -------
    Module

    Examples
    --------
    >>> layer = tl.nn.utils.weight_norm(nn.Linear(2, 3))
    >>> layer = tl.nn.utils.remove_weight_norm(layer)
    >>> [name for name, parameter in layer.named_parameters()]
    ['bias', 'weight']
    """
from . import rnn as rnn
def skip_init(module_cls: type[_Model], *args: _Any, **kwargs: _Any) -> _Model:
    """A Module made with these arguments; its parameters may hold anything.

    Parameters
    ----------
    module_cls : type
        A Module that takes `device`.
    *args : object
    **kwargs : object

    Returns
    -------
    Module

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.utils.skip_init(tl.nn.Linear, 2, 3)
    Linear(in_features=2, out_features=3, bias=True)
    """
def spectral_norm(
    module: _Model,
    name: str = 'weight',
    n_power_iterations: _int = 1,
    eps: _float = 1e-12,
    dim: _int | None = None,
) -> _Model:
    """Divide a weight by its largest singular value, with buffers of the module itself.

    `parametrizations.spectral_norm` is the newer form; arguments as there.

    Parameters
    ----------
    module : Module
    name : str, default 'weight'
    n_power_iterations : int, default 1
    eps : float, default 1e-12
        A small number that keeps divisions finite.
    dim : int, optional
        The dim or dims along which it goes; negative ones count from the last.

    Returns
    -------
    Module

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> import tensorlite as tl
    >>> list(tl.nn.utils.spectral_norm(tl.nn.Linear(2, 3)).state_dict())
    ['bias', 'weight_orig', 'weight_u', 'weight_v']
    """
from . import stateless as stateless
def vector_to_parameters(vec: Tensor, parameters: Tensor | _Iterable[Tensor]) -> None:
    """Write the pieces of a vector (n,) into the parameters.

    Parameters
    ----------
    vec : Tensor (M,)
    parameters : Tensor (...) or iterable of Tensor (...)

    Returns
    -------
    None

    Raises
    ------
    TypeError
        If `vec` is not a Tensor.
    RuntimeError
        If it is too short; nothing has been written then.

    Examples
    --------
    >>> model = nn.Linear(2, 1)
    >>> tl.nn.utils.vector_to_parameters(tl.tensor([1.0, 2.0, 3.0]), model.parameters())
    >>> model.bias.item()
    3.0
    """
def weight_norm(module: _Model, name: str = 'weight', dim: _int | None = 0) -> _Model:
    """Train the length and the direction of a weight apart, as parameters of the module itself.

    `parametrizations.weight_norm` is the newer form.

    Parameters
    ----------
    module : Module
    name : str
    dim : int or None
        The dim whose slices have a length each; None: one for all.

    Returns
    -------
    Module
        The module.

    Raises
    ------
    IndexError
        If `dim` is out of range.

    Examples
    --------
    >>> import tensorlite as tl
    >>> list(tl.nn.utils.weight_norm(tl.nn.Linear(2, 3)).state_dict())
    ['bias', 'weight_g', 'weight_v']
    """

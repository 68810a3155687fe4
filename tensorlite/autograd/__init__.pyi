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

from ..autograd.graph import GradientEdge as _GradientEdge
from ..graph import Handle as _Handle
from ..tensor import Tensor

__all__ = [
    "Function",
    "FunctionCtx",
    "Node",
    "Variable",
    "backward",
    "detect_anomaly",
    "enable_grad",
    "forward_ad",
    "functional",
    "grad",
    "gradcheck",
    "gradgradcheck",
    "graph",
    "inference_mode",
    "is_grad_enabled",
    "no_grad",
    "set_detect_anomaly",
    "set_grad_enabled",
    "set_multithreading_enabled",
]
class Function:
    """Subclass it with static methods `forward(ctx, *args)` and `backward(ctx, *grads)`; call `apply`.

    `backward` returns one gradient per argument of forward, None where there is none. Written with
    tensor ops it can be differentiated again. `setup_context(ctx, inputs, output)` is supported
    with a `forward` that takes no ctx.

    Forward mode (`func.jvp`) comes from `backward`: a static method `jvp` is not called.

    A result that is a view of an input has this backward, not the view's; it is refused once its
    base, or another view of it, was written in place.

    Examples
    --------
    >>> class Cube(tl.autograd.Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         ctx.save_for_backward(x)
    ...         return x * x * x
    ...     @staticmethod
    ...     def backward(ctx, g):
    ...         (x,) = ctx.saved_tensors
    ...         return 3 * x * x * g
    >>> x = tl.tensor(2.0, requires_grad=True)
    >>> Cube.apply(x).backward()
    >>> x.grad
    tensor(12.)
    """
    def __init__(self) -> None: ...
    @classmethod
    def apply(cls, *args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def backward(*args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def forward(*args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def setup_context(*args: _Any, **kwargs: _Any) -> _Any: ...
    @staticmethod
    def vjp(ctx: _Any, *grads: _Any) -> _Any:
        """Another name of `backward`, for subclasses that write it instead.
    
        Parameters
        ----------
        ctx : object
        *grads : object
    
        Returns
        -------
        object
    
        Examples
        --------
        >>> class Cube(tl.autograd.Function):
        ...     @staticmethod
        ...     def forward(ctx, x):
        ...         ctx.save_for_backward(x)
        ...         return x**3
        ...     @staticmethod
        ...     def vjp(ctx, g):
        ...         (x,) = ctx.saved_tensors
        ...         return 3 * x**2 * g
        >>> x = tl.tensor(2.0, requires_grad=True)
        >>> Cube.apply(x).backward()
        >>> x.grad
        tensor(12.)
        """
    @staticmethod
    def vmap(*args: _Any, **kwargs: _Any) -> _Any:
        """What a subclass may write for `func.vmap`: vmap(info, in_dims, *args) of a whole batch.
    
        It returns the results, and in which dims they have their parts. `info` has `batch_size` and
        `randomness`; `in_dims` are 0 for tensors with the parts in their first dim, else None.
    
        Parameters
        ----------
        *args : object
        **kwargs : object
    
        Returns
        -------
        object
    
        Examples
        --------
        >>> import numpy as np
        >>> class Ordered(tl.autograd.Function):
        ...     @staticmethod
        ...     def forward(x):
        ...         return tl.from_numpy(np.sort(x.numpy()))
        ...     @staticmethod
        ...     def setup_context(ctx, inputs, output):
        ...         pass
        ...     @staticmethod
        ...     def vmap(info, in_dims, x):  # no map looks into NumPy
        ...         return Ordered.apply(x), 0
        >>> tl.func.vmap(Ordered.apply)(tl.tensor([[2, 1], [0, 3]]))
        tensor([[1, 2],
                [0, 3]])
        """

class FunctionCtx:
    """What `forward` leaves for `backward`.

    Attributes
    ----------
    needs_input_grad : tuple of bool
        Which arguments of forward need a gradient.
    saved_tensors : tuple of Tensor
        What `save_for_backward` kept.

    Examples
    --------
    >>> class Square(tl.autograd.Function):
    ...     @staticmethod
    ...     def forward(ctx, x):
    ...         ctx.save_for_backward(x)
    ...         return x * x
    ...     @staticmethod
    ...     def backward(ctx, grad):
    ...         (x,) = ctx.saved_tensors
    ...         return 2 * x * grad
    >>> x = tl.tensor(3.0, requires_grad=True)
    >>> Square.apply(x).backward()
    >>> x.grad
    tensor(6.)
    """
    def __init__(self) -> None: ...
    def mark_dirty(self, *tensors: Tensor) -> None:
        """Name the inputs that forward changed in place.

        Parameters
        ----------
        *tensors : Tensor (...)
            The inputs that it writes.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> class Negate(tl.autograd.Function):
        ...     @staticmethod
        ...     def forward(ctx, x):
        ...         ctx.mark_dirty(x)
        ...         return x.neg_()
        ...     @staticmethod
        ...     def backward(ctx, g):
        ...         return -g
        >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
        >>> Negate.apply(x * 1)
        tensor([-1., -2.], grad_fn=<NegateBackward>)
        """
    def mark_non_differentiable(self, *tensors: Tensor) -> None:
        """Name the results that have no gradient.

        Parameters
        ----------
        *tensors : Tensor (...)
            The results that have no gradient.

        Returns
        -------
        None

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> class Largest(tl.autograd.Function):
        ...     @staticmethod
        ...     def forward(ctx, x):
        ...         place = x.argmax()
        ...         ctx.mark_non_differentiable(place)
        ...         return x.max(), place
        ...     @staticmethod
        ...     def backward(ctx, g, _):
        ...         return g.expand(2)
        >>> value, place = Largest.apply(tl.tensor([1.0, 2.0], requires_grad=True))
        >>> value.requires_grad, place.requires_grad
        (True, False)
        """
    materialize_grads: _Any
    needs_input_grad: tuple[_bool, ...]
    def save_for_backward(self, *tensors: Tensor | None) -> None:
        """Keep tensors for backward, which refuses them if they change in place meanwhile.

        Parameters
        ----------
        *tensors : Tensor (...) or None
            What backward, or jvp, will need.

        Returns
        -------
        None

        Examples
        --------
        >>> class Square(tl.autograd.Function):
        ...     @staticmethod
        ...     def forward(ctx, x):
        ...         ctx.save_for_backward(x)
        ...         return x * x
        ...     @staticmethod
        ...     def backward(ctx, grad):
        ...         (x,) = ctx.saved_tensors
        ...         return 2 * x * grad
        >>> x = tl.tensor(3.0, requires_grad=True)
        >>> Square.apply(x).backward()
        >>> x.grad
        tensor(6.)
        """
    def save_for_forward(self, *tensors: Tensor | None) -> None:
        """Accepted, for a `jvp` of PyTorch's: here `backward` gives forward mode, too.

        Parameters
        ----------
        *tensors : Tensor (...) or None
            What backward, or jvp, will need.

        Returns
        -------
        None

        Examples
        --------
        >>> class Double(tl.autograd.Function):
        ...     @staticmethod
        ...     def forward(ctx, x):
        ...         ctx.save_for_forward(x)
        ...         return 2 * x
        ...     @staticmethod
        ...     def jvp(ctx, t):
        ...         return 2 * t
        ...     @staticmethod
        ...     def backward(ctx, g):
        ...         return 2 * g
        >>> Double.apply(tl.tensor(3.0))
        tensor(6.)
        """
    @property
    def saved_tensors(self) -> tuple[Tensor, ...]: ...
    def set_materialize_grads(self, value: _bool) -> None:
        """Whether backward gets zeros, rather than None, for unused results.

        Parameters
        ----------
        value : bool
            Whether gradients of None become zeros.

        Returns
        -------
        None

        Examples
        --------
        >>> class Pair(tl.autograd.Function):
        ...     @staticmethod
        ...     def forward(ctx, x):
        ...         ctx.set_materialize_grads(False)
        ...         return x.clone(), x.clone()
        ...     @staticmethod
        ...     def backward(ctx, first, second):
        ...         print(second is None)  # instead of zeros
        ...         return first
        >>> x = tl.tensor(3.0, requires_grad=True)
        >>> Pair.apply(x)[0].backward()
        True
        """

class Node:
    """One recorded op; `link` makes it.

    Attributes
    ----------
    op : Op
    edges : tuple
        Where the gradient of each input goes, see `edge`.
    specs : tuple of Spec
        Of the inputs.
    outputs : tuple of Spec
    order : int
        Grows with every node: gradients flow from larger to smaller.
    saved : dict of int to Tensor
        The inputs that backward needs; None once they are released.

    Examples
    --------
    >>> y = tl.exp(tl.ones(2, requires_grad=True))
    >>> isinstance(y.grad_fn, tl.autograd.Node), y.grad_fn.name()
    (True, 'ExpBackward0')
    """
    def __repr__(self) -> str: ...
    def describe(self) -> str:
        """The op with the shapes of its inputs, and the line of its forward call.

        Returns
        -------
        str

        Examples
        --------
        >>> x = tl.ones(2, requires_grad=True)
        >>> (x * 2).grad_fn.describe().split(",")[0]
        'mul(float32[2]'
        """
    edges: _Sequence[_Any]
    @property
    def metadata(self) -> dict[_Any, _Any]:
        """A dict for what a program wants to remember of this node."""
    def name(self) -> str:
        """What PyTorch calls such a node: `MulBackward0`, or `CubeBackward` for a Function.

        Returns
        -------
        str

        Examples
        --------
        >>> x = tl.ones(2, requires_grad=True)
        >>> x.exp().grad_fn.name()
        'ExpBackward0'
        """
    @property
    def next_functions(self) -> tuple[tuple[_Any, _int], ...]:
        """The nodes of the inputs with the numbers of their outputs, as PyTorch lists them."""
    out: _Any
    def place(self) -> str:
        """The line of the forward call: `file:line: text`.

        Returns
        -------
        str

        Examples
        --------
        >>> x = tl.ones(2, requires_grad=True)
        >>> isinstance(x.exp().grad_fn.place(), str)
        True
        """
    def register_hook(
        self,
        hook: _Callable[[tuple[_Any, ...], tuple[_Any, ...]], _Any],
    ) -> _Handle:
        """Call `hook(grad_inputs, grad_outputs)` after this node; it may return new grad_inputs.

        Parameters
        ----------
        hook : callable
            What is called, with what its docstring says.

        Returns
        -------
        Handle

        Examples
        --------
        >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
        >>> y = x * 3
        >>> handle = y.grad_fn.register_hook(lambda inputs, outputs: print(inputs[0], outputs[0]))
        >>> y.sum().backward()
        tensor([3., 3.]) tensor([1., 1.])
        """
    def register_prehook(self, hook: _Callable[[tuple[_Any, ...]], _Any]) -> _Handle:
        """Call `hook(grad_outputs)` before this node; it may return new grad_outputs.

        Parameters
        ----------
        hook : callable
            What is called, with what its docstring says.

        Returns
        -------
        Handle

        Examples
        --------
        >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
        >>> y = x * 3
        >>> handle = y.grad_fn.register_prehook(lambda outputs: (outputs[0] * 10,))
        >>> y.sum().backward()
        >>> x.grad
        tensor([30., 30.])
        """
    def release(self) -> None:
        """Let go of saved tensors; a second backward is refused if there were any.

        Returns
        -------
        None

        Examples
        --------
        >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
        >>> y = x.exp()
        >>> y.grad_fn.release()  # as the first backward does
        """
    saved: dict[_Any, _Any] | None
    specs: tuple[_Any, ...]
    def title(self) -> str:
        """The name of the op as users know it: a Function's, or without what makes it private.

        Returns
        -------
        str

        Examples
        --------
        >>> x = tl.ones(2, requires_grad=True)
        >>> x.exp().grad_fn.title()
        'exp'
        """
    def unpack(self) -> tuple[dict[_Any, _Any], Tensor | None]:
        """Check that what was saved is unchanged, and bring the saved result back to its node.

        Returns
        -------
        tuple of dict of object and Tensor (...) or None

        Examples
        --------
        >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
        >>> saved, result = (x.exp()).grad_fn.unpack()
        >>> result.shape
        tensorlite.Size([2])
        """
    versions: _Any

class Variable:
    """A new tensor that shares the memory of another one, and is a leaf: what programs wrote once.

    Every tensor is an instance of it.

    Parameters
    ----------
    data : Tensor, optional
        Default: an empty one.
    requires_grad : bool

    Raises
    ------
    TypeError
        If `data` is no tensor.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.autograd.Variable(tl.ones(2), requires_grad=True)
    >>> x
    tensor([1., 1.], requires_grad=True)
    >>> isinstance(x, tl.autograd.Variable)
    True
    """
    def __new__(cls, data: Tensor | None = None, requires_grad: _bool = False) -> Tensor: ...

class detect_anomaly:
    """A context in which a backward that computes NaN raises, and names the op and its line.

    Parameters
    ----------
    check_nan : bool
        Without it nothing is looked at.

    Raises
    ------
    RuntimeError
        By a backward: the op whose gradient is NaN, and the line of its forward call; or, where
        the forward gave NaN already, the first op that did.

    Examples
    --------
    >>> x = tl.tensor(0.0, requires_grad=True)
    >>> with tl.autograd.detect_anomaly(check_nan=True):
    ...     try:
    ...         (0 * x.sqrt()).backward()
    ...     except RuntimeError as error:
    ...         print(str(error).partition("; ")[0])
    Function 'SqrtBackward0' returned nan values in its 0th output
    """
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, check_nan: _bool = True) -> None: ...
    check_nan: _Any

class set_detect_anomaly:
    """Turn anomaly mode on or off: as a call, or as a context.

    Parameters
    ----------
    mode : bool
    check_nan : bool
        Raise where a gradient is NaN, rather than look at nothing.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.tensor([0.0], requires_grad=True)
    >>> with tl.autograd.set_detect_anomaly(True):
    ...     (x.sqrt() * 0).sum().backward()
    Traceback (most recent call last):
    ...
    RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output...
    """
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, mode: _bool, check_nan: _bool = True) -> None: ...
    before: _Any
    check_nan: _Any
    on: _Any

class set_multithreading_enabled:
    """Accepted without effect: one thread walks a graph, whose kernels may use several.

    Parameters
    ----------
    mode : bool

    Examples
    --------
    >>> x = tl.tensor(3.0, requires_grad=True)
    >>> with tl.autograd.set_multithreading_enabled(False):
    ...     (x * x).backward()
    >>> x.grad
    tensor(6.)
    """
    def __enter__(self) -> None: ...
    def __exit__(self, *error: _Any) -> None: ...
    def __init__(self, mode: _bool) -> None: ...
    mode: _Any

class set_grad_enabled:
    """Record ops or not, at once; as a context manager, until it ends.

    Parameters
    ----------
    mode : bool

    Examples
    --------
    >>> x = tl.ones(2, requires_grad=True)
    >>> with tl.set_grad_enabled(False):
    ...     y = 2 * x
    >>> y.requires_grad
    False
    """
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, mode: _bool) -> None: ...
    before: _Any
    entered: _Any
    inference: _bool | None
    record: _bool

class enable_grad:
    """Record ops, also inside of `no_grad`.

    Parameters
    ----------
    function : callable or bool, optional

    Examples
    --------
    >>> x = tl.ones(2, requires_grad=True)
    >>> with tl.no_grad():
    ...     with tl.enable_grad():
    ...         y = 2 * x
    >>> y.requires_grad
    True
    """
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, function: _Callable[..., _Any] | None = None) -> None: ...
    @_overload
    def __new__(cls, function: _bool | None = None, **named: _Any) -> _Self: ...
    @_overload
    def __new__(cls, function: _F, **named: _Any) -> _F: ...
    before: _Any
    inference: _bool | None
    record: _bool

class inference_mode:
    """Do not record ops; ``inference_mode(False)`` records them.

    Parameters
    ----------
    mode : bool or callable, default True

    Examples
    --------
    >>> model = nn.Linear(2, 1)
    >>> with tl.inference_mode():
    ...     y = model(tl.ones(3, 2))
    >>> y.requires_grad
    False
    """
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, mode: _bool | _Callable[..., _Any] = True) -> None: ...
    @_overload
    def __new__(cls, function: _bool | None = None, **named: _Any) -> _Self: ...
    @_overload
    def __new__(cls, function: _F, **named: _Any) -> _F: ...
    before: _Any
    inference: _bool | _Callable[..., _Any]
    record: _bool

class no_grad:
    """Do not record ops: results do not require grad.

    Parameters
    ----------
    function : callable or bool, optional

    Examples
    --------
    >>> x = tl.tensor(1.0, requires_grad=True)
    >>> with tl.no_grad():
    ...     y = x * 2
    >>> y.requires_grad
    False
    """
    def __call__(self, function: _F) -> _F: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, function: _Callable[..., _Any] | None = None) -> None: ...
    @_overload
    def __new__(cls, function: _bool | None = None, **named: _Any) -> _Self: ...
    @_overload
    def __new__(cls, function: _F, **named: _Any) -> _F: ...
    before: _Any
    inference: _bool | None
    record: _bool

def backward(
    tensors: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    grad_tensors: Tensor | _Sequence[Tensor | None] | None = None,
    retain_graph: _bool | None = None,
    create_graph: _bool = False,
    inputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge] | None = None,
) -> None:
    """Add the gradients of `tensors` to the `.grad` of the leaves that they depend on.

    Parameters
    ----------
    tensors : Tensor or sequence of Tensor
        Or their `graph.GradientEdge`; so for `inputs`.
    grad_tensors : Tensor or sequence of Tensor, optional
        Gradients with respect to `tensors`; may be left out for tensors of one element.
    retain_graph : bool, optional
        Keep saved tensors for another backward; `create_graph` by default.
    create_graph : bool
        Record the gradients too, for higher orders.
    inputs : sequence of Tensor, optional
        Only these tensors receive gradients.

    Returns
    -------
    None

    Raises
    ------
    RuntimeError
        If a tensor does not require grad, has several elements and no gradient, was already walked,
        or depends on saved values that were changed in place.

    Examples
    --------
    >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
    >>> tl.autograd.backward([x.sum(), (x * x).sum()])
    >>> x.grad
    tensor([3., 5.])
    """
from . import forward_ad as forward_ad
from . import functional as functional
@_overload
def grad(
    outputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    inputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    grad_outputs: Tensor | _Sequence[Tensor | None] | None = None,
    retain_graph: _bool | None = None,
    create_graph: _bool = False,
    only_inputs: _bool = True,
    allow_unused: _Literal[False] | None = None,
    is_grads_batched: _bool = False,
    materialize_grads: _bool = False,
) -> tuple[Tensor, ...]: ...
@_overload
def grad(
    outputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    inputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge],
    grad_outputs: Tensor | _Sequence[Tensor | None] | None = None,
    retain_graph: _bool | None = None,
    create_graph: _bool = False,
    only_inputs: _bool = True,
    *,
    allow_unused: _bool | None,
    is_grads_batched: _bool = False,
    materialize_grads: _bool = False,
) -> tuple[Tensor | None, ...]:
    """The gradients of `outputs` with respect to `inputs`, which no `.grad` receives.

    Parameters
    ----------
    outputs : Tensor or sequence of Tensor
        Or their `graph.GradientEdge`; so for `inputs`.
    inputs : Tensor or sequence of Tensor
    grad_outputs : Tensor or sequence of Tensor, optional
        Gradients with respect to `outputs`; may be left out for outputs of one element.
    retain_graph, create_graph : bool
        As for `backward`.
    only_inputs : bool
        Accepted without effect: no other tensor receives a gradient.
    allow_unused : bool, optional
        None for an input that the outputs do not depend on; `materialize_grads` by default.
    is_grads_batched : bool
        Whether `grad_outputs` have a further first dim; so have the results then.
    materialize_grads : bool
        Zeros for an input that the outputs do not depend on.

    Returns
    -------
    tuple of Tensor
        One per input.

    Raises
    ------
    RuntimeError
        If an input does not require grad, or is not used and `allow_unused` is not set.
    ValueError
        For `materialize_grads` with ``allow_unused=False``.

    Examples
    --------
    >>> x = tl.tensor(3.0, requires_grad=True)
    >>> tl.autograd.grad(x * x, x)
    (tensor(6.),)
    """
@_overload
def gradcheck(
    func: _Callable[[_Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool: ...
@_overload
def gradcheck(
    func: _Callable[[_Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool: ...
@_overload
def gradcheck(
    func: _Callable[[_Any, _Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool: ...
@_overload
def gradcheck(
    func: _Callable[..., Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_batched_forward_grad: _bool = False,
    check_forward_ad: _bool = False,
    check_backward_ad: _bool = True,
    fast_mode: _bool = False,
    masked: _bool | None = None,
) -> _bool:
    """Check gradients against central difference quotients.

    Parameters
    ----------
    func : function
        Takes the inputs, returns a tensor or a tuple of them.
    inputs : Tensor or tuple
        Those that require grad must be of dtype float64 or complex128; for float32 and complex64
        larger eps, atol and rtol are needed, and a warning says so. A complex number counts as its
        two parts.
    eps : float
        The step of the difference quotients.
    atol, rtol : float
        How far each gradient may be off: atol + rtol * |numerical|. All of them together, in the
        root mean square, may be off by a fifth of `rtol`: that shows a factor slightly wrong.
    raise_exception : bool
        Raise, rather than return False, when a gradient is wrong.
    nondet_tol : float
        How far two backward walks may differ.
    check_undefined_grad : bool
        Also check that outputs without a gradient are taken as outputs with zeros.
    check_grad_dtypes : bool
        Also check that gradients have the dtypes of the inputs.
    check_batched_grad : bool
        Also check `grad` with ``is_grads_batched=True``.
    check_batched_forward_grad, masked : False
        There are no sparse layouts, and forward derivatives of batches are those of their parts.
    check_forward_ad : bool
        Also check forward derivatives, see `forward_ad`, which are made of the same rules.
    check_backward_ad : bool
        Check gradients.
    fast_mode : bool
        Compare one random projection of the Jacobian, rather than each of its elements.

    Returns
    -------
    bool

    Raises
    ------
    GradcheckError
        Naming output, input, index and both values; it says so where the function has a kink.
    NotImplementedError
        For a check that there is none of.
    ValueError
        If no input requires grad, or one of them holds 16-bit numbers.

    Examples
    --------
    >>> x = tl.tensor([1.0, 2.0], dtype=tl.float64, requires_grad=True)
    >>> tl.autograd.gradcheck(lambda x: x * x, x)
    True
    """
@_overload
def gradgradcheck(
    func: _Callable[[_Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool: ...
@_overload
def gradgradcheck(
    func: _Callable[[_Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool: ...
@_overload
def gradgradcheck(
    func: _Callable[[_Any, _Any, _Any], Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool: ...
@_overload
def gradgradcheck(
    func: _Callable[..., Tensor | _Sequence[Tensor]],
    inputs: Tensor | _Sequence[Tensor],
    grad_outputs: Tensor | _Sequence[Tensor] | None = None,
    *,
    eps: _float = 1e-06,
    atol: _float = 1e-05,
    rtol: _float = 0.001,
    gen_non_contig_grad_outputs: _bool = False,
    raise_exception: _bool = True,
    nondet_tol: _float = 0.0,
    check_undefined_grad: _bool = True,
    check_grad_dtypes: _bool = False,
    check_batched_grad: _bool = False,
    check_fwd_over_rev: _bool = False,
    check_rev_over_rev: _bool = True,
    fast_mode: _bool = False,
    masked: _bool = False,
) -> _bool:
    """Check the gradients of gradients against difference quotients; see `gradcheck`.

    Parameters
    ----------
    func : callable
        The function, of tensors or nested containers of them.
    inputs : Tensor (...) or sequence of Tensor (...)
    grad_outputs : Tensor or tuple, optional
        Where the gradients of the outputs are checked; random by default.
    eps : float, default 1e-06
        The step of numerical differences.
    atol : float, default 1e-05
    rtol : float, default 0.001
    gen_non_contig_grad_outputs : bool
        Let the random ones not lie row by row in memory.
    raise_exception : bool, default True
    nondet_tol : float, default 0.0
    check_undefined_grad : bool, default True
    check_grad_dtypes : bool, default False
    check_batched_grad : bool, default False
    check_fwd_over_rev, check_rev_over_rev : bool
        Whether forward derivatives of the gradients are checked, and gradients of them.
    fast_mode : bool, default False
    masked : False

    Returns
    -------
    bool

    Examples
    --------
    >>> x = tl.tensor([0.5, 1.5], dtype=tl.float64, requires_grad=True)
    >>> tl.autograd.gradgradcheck(tl.sin, (x,))
    True
    """
from . import graph as graph
def is_grad_enabled() -> _bool:
    """Whether ops on tensors that require grad are recorded.

    Returns
    -------
    bool

    Examples
    --------
    >>> tl.autograd.is_grad_enabled()
    True
    """

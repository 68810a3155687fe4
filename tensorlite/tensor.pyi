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

from .autograd import Node as _Node
from .autograd.graph import GradientEdge as _GradientEdge
from .device import device as _device
from .dtypes import dtype as _dtype
from .formats import layout as _layout
from .formats import memory_format as _memory_format
from .graph import Handle as _Handle
from .ops.divisors import frexp_result as _frexp_result
from .ops.extremes import aminmax_result as _aminmax_result
from .ops.generators import Generator as _Generator
from .ops.histogram import histogram_result as _histogram_result
from .ops.matrix_results import geqrf as _geqrf
from .ops.matrix_results import linalg_qr as _linalg_qr
from .ops.matrix_results import linalg_slogdet as _linalg_slogdet
from .ops.matrix_results import lu_unpack as _lu_unpack
from .ops.matrix_results import svd as _svd
from .ops.matrix_results import triangular_solve as _triangular_solve
from .ops.results import ValuesIndices as _ValuesIndices
from .ops.storages import TypedStorage as _TypedStorage
from .ops.storages import UntypedStorage as _UntypedStorage
from .shapes import Size as _Size
from .storage import Storage as _Storage

class Spec:
    """Shape, strides, dtype and device of a tensor, without data; one object per combination.

    `weak` marks a Python number, whose dtype gives way to a tensor's. `hidden` are the dims that
    `vmap` hides: the number of its level, extent and stride of each; see `batches`.
    """
    byte_strides: tuple[_int, ...]
    channels_last: _bool
    contiguous: _bool
    device: _device
    dtype: _dtype
    hidden: tuple[tuple[_int, _int, _int], ...]
    nbytes: _Any
    numel: _int
    shape: tuple[_int, ...]
    strides: tuple[_int, ...]
    weak: _bool
    def __init__(
        self,
        shape: tuple[_int, ...],
        strides: tuple[_int, ...],
        dtype: _dtype,
        device: _device,
        weak: _bool,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def seen(
        self,
        shape: _Sequence[_int],
        strides: _Sequence[_int],
        dtype: _dtype | None = None,
    ) -> Spec:
        """The Spec of a view of such a tensor: what is hidden stays so."""

class Nowhere:
    """The address of a tensor with hidden dims, and how many bytes it takes.

    No kernel and no allocation takes it, so nothing can forget the batch; `batches.grounded` gives
    the memory to those who see all of it.
    """
    def __add__(self, offset: _int) -> Nowhere: ...
    def __and__(self, *_: _Any) -> _Any: ...
    def __eq__(self, other: _Any) -> _bool: ...  # type: ignore[override]
    def __floordiv__(self, *_: _Any) -> _Any: ...
    def __ge__(self, *_: _Any) -> _Any: ...
    def __gt__(self, *_: _Any) -> _Any: ...
    def __hash__(self) -> _int: ...
    def __index__(self, *_: _Any) -> _Any: ...
    def __init__(self, place: _int) -> None: ...
    def __int__(self, *_: _Any) -> _Any: ...
    def __le__(self, *_: _Any) -> _Any: ...
    def __lt__(self, *_: _Any) -> _Any: ...
    def __mul__(self, *_: _Any) -> _Any: ...
    def __or__(self, *_: _Any) -> _Any: ...
    def __radd__(self, *_: _Any) -> _Any: ...
    def __rmul__(self, *_: _Any) -> _Any: ...
    def __rsub__(self, *_: _Any) -> _Any: ...
    def __sub__(self, other: _Any) -> _int: ...
    @property
    def address(self) -> _Any: ...

def with_hidden(spec: Spec, hidden: tuple[tuple[_int, _int, _int], ...]) -> Spec:
    """The Spec of a tensor of which `spec` shows one part."""
def spec_of(
    shape: _Sequence[_int],
    dtype: _dtype,
    device: _device,
    strides: _Sequence[_int] | None = None,
    weak: _bool = False,
) -> Spec:
    """The Spec of this combination; dense and row-major without strides."""
class Extra:
    """What few tensors have: a view's base, hooks, a retained or lent gradient, a generator."""
    base: Tensor | None
    attached: _Any
    grad: Tensor | None
    retains: _Any
    hooks: _Any
    leaf: Leaf | None
    views: list[_Any] | None

class Leaf:
    """Where gradients of a tensor made by the user end up: the place of its `grad`."""
    order: _int
    frozen: _bool
    grad: Tensor | None
    hooks: dict[_int, _Callable[..., _Any]] | None
    owner: _Any
    post_hooks: dict[_int, _Any] | None
    spec: Spec
    def __init__(self, spec: Spec, owner: _Any = None) -> None: ...
    def __repr__(self) -> str: ...
    def name(self) -> str:
        """What PyTorch calls such a node."""
    def register_hook(self, hook: _Callable[[tuple[()], tuple[Tensor]], _Any]) -> _Handle:
        """Call `hook((), (grad,))` after a gradient was added to `.grad` of the leaf."""
    def register_prehook(self, hook: _Callable[[tuple[Tensor]], _Any]) -> _Handle:
        """Call `hook((grad,))` when the gradient of the leaf is complete; it may return another one."""
    @property
    def variable(self) -> Tensor | None:
        """The tensor; None when it is gone."""

class Tensor:
    """A multi-dimensional array of one dtype with PyTorch's methods; see `tensorlite.tensor`.

    Parameters
    ----------
    *args : object
    device : device or str, optional
        Where the result lies; by default the default device.

    Examples
    --------
    >>> x = tl.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    >>> (x * x).sum().backward()
    >>> x.grad
    tensor([[2., 4.],
            [6., 8.]])
    """
    __array_priority__: _int
    _extra: Extra | None
    _index: _int
    _node: _Any
    address: _int
    spec: Spec
    memory: _Storage
    @property
    def H(self) -> Tensor:
        """A matrix transposed, its elements conjugated."""
    @property
    def T(self) -> Tensor:
        """The dims reversed."""
    def __abs__(self) -> Tensor: ...
    def __add__(self, other: Tensor | _float) -> Tensor: ...
    def __and__(self, other: Tensor | _float) -> Tensor: ...
    def __array__(self, dtype: _Any = None, copy: _bool | None = None) -> _ndarray[_Any, _Any]: ...
    def __array_function__(self, func: _Any, types: _Any, args: _Any, kwargs: _Any) -> _Any: ...
    @property
    def __array_interface__(self) -> dict[str, _Any]:
        """The memory as `PIL.Image.fromarray` and others read it, by the rules of `numpy`.

        An array that NumPy makes of it keeps this memory: the tensor may get another one.
        """
    def __array_namespace__(self, *, api_version: str | None = None) -> _Any: ...
    def __array_ufunc__(
        self,
        ufunc: _Any,
        method: str,
        *inputs: _Any,
        out: _Any = None,
        **options: _Any,
    ) -> _Any: ...
    def __array_wrap__(
        self,
        array: _Any,
        context: _Any = None,
        return_scalar: _bool = False,
    ) -> _Any: ...
    def __arrow_c_array__(self, requested_schema: _Any = None) -> tuple[_Any, _Any]: ...
    def __bool__(self) -> _bool: ...
    def __complex__(self) -> complex: ...
    def __contains__(self, element: _Any) -> _bool: ...
    def __copy__(self) -> _Self: ...
    @property
    def __cuda_array_interface__(self) -> dict[str, _Any]:
        """The memory on a card, as CuPy, Numba and others read it (version 3 of the protocol)."""
    def __deepcopy__(self, memo: dict[_Any, _Any]) -> Tensor: ...
    def __dlpack__(
        self,
        *,
        stream: _Any = None,
        max_version: _Any = None,
        dl_device: _Any = None,
        copy: _bool | None = None,
    ) -> _Any: ...
    def __dlpack_device__(self) -> tuple[_int, _int]: ...
    def __eq__(self, other: Tensor | _float) -> Tensor: ...  # type: ignore[override]
    def __float__(self) -> _float: ...
    def __floordiv__(self, other: Tensor | _float) -> Tensor: ...
    def __format__(self, spec: str) -> str: ...
    def __ge__(self, other: Tensor | _float) -> Tensor: ...
    def __getitem__(self, index: _Any) -> Tensor: ...
    def __gt__(self, other: Tensor | _float) -> Tensor: ...
    def __hash__(self) -> _int: ...
    def __iadd__(self, other: Tensor | _float) -> Tensor: ...
    def __iand__(self, other: Tensor | _float) -> Tensor: ...
    def __ifloordiv__(self, other: Tensor | _float) -> Tensor: ...
    def __ilshift__(self, other: Tensor | _float) -> Tensor: ...
    def __imod__(self, other: Tensor | _float) -> Tensor: ...
    def __imul__(self, other: Tensor | _float) -> Tensor: ...
    def __index__(self) -> _int: ...
    def __int__(self) -> _int: ...
    def __invert__(self) -> Tensor: ...
    def __ior__(self, other: Tensor | _float) -> Tensor: ...
    def __ipow__(self, other: Tensor | _float) -> Tensor: ...
    def __irshift__(self, other: Tensor | _float) -> Tensor: ...
    def __isub__(self, other: Tensor | _float) -> Tensor: ...
    def __iter__(self) -> _Iterator[Tensor]: ...
    def __itruediv__(self, other: Tensor | _float) -> Tensor: ...
    def __ixor__(self, other: Tensor | _float) -> Tensor: ...
    def __le__(self, other: Tensor | _float) -> Tensor: ...
    def __len__(self) -> _int: ...
    def __lshift__(self, other: Tensor | _float) -> Tensor: ...
    def __lt__(self, other: Tensor | _float) -> Tensor: ...
    def __matmul__(self, other: Tensor | _float) -> Tensor: ...
    def __mod__(self, other: Tensor | _float) -> Tensor: ...
    def __mul__(self, other: Tensor | _float) -> Tensor: ...
    def __ne__(self, other: Tensor | _float) -> Tensor: ...  # type: ignore[override]
    def __neg__(self) -> Tensor: ...
    def __new__(cls, *args: _Any, device: _device | str | None = None) -> _Self: ...
    def __or__(self, other: Tensor | _float) -> Tensor: ...
    def __pos__(self) -> Tensor: ...
    def __pow__(self, other: Tensor | _float) -> Tensor: ...
    def __radd__(self, other: Tensor | _float) -> Tensor: ...
    def __rand__(self, other: Tensor | _float) -> Tensor: ...
    def __rdiv__(self, other: Tensor | _float) -> Tensor: ...
    def __reduce_ex__(self, protocol: _Any) -> _Any: ...
    def __repr__(self) -> str: ...
    def __reversed__(self) -> Tensor: ...
    def __rfloordiv__(self, other: Tensor | _float) -> Tensor: ...
    def __rlshift__(self, other: Tensor | _float) -> Tensor: ...
    def __rmatmul__(self, other: Tensor | _float) -> Tensor: ...
    def __rmod__(self, other: Tensor | _float) -> Tensor: ...
    def __rmul__(self, other: Tensor | _float) -> Tensor: ...
    def __ror__(self, other: Tensor | _float) -> Tensor: ...
    def __rpow__(self, other: Tensor | _float) -> Tensor: ...
    def __rrshift__(self, other: Tensor | _float) -> Tensor: ...
    def __rshift__(self, other: Tensor | _float) -> Tensor: ...
    def __rsub__(self, other: Tensor | _float) -> Tensor: ...
    def __rtruediv__(self, other: Tensor | _float) -> Tensor: ...
    def __rxor__(self, other: Tensor | _float) -> Tensor: ...
    def __setitem__(self, index: _Any, value: _Any) -> None: ...
    def __sub__(self, other: Tensor | _float) -> Tensor: ...
    def __truediv__(self, other: Tensor | _float) -> Tensor: ...
    def __xor__(self, other: Tensor | _float) -> Tensor: ...
    @property
    def _base(self) -> Tensor | None: ...
    def _repr_html_(self) -> str | None:
        """What notebooks show: see `display`, which is loaded when it is first asked for."""
    def _repr_pretty_(self, printer: _Any, cycle: _bool) -> None:
        """What IPython prints: the text; in a list, tuple or dict one line."""
    @property
    def _version(self) -> _int: ...
    def abs(self, *, out: Tensor | None = None) -> Tensor:
        """Magnitude of x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.abs_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).abs()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def abs_(self) -> Tensor:
        """In place: Magnitude of x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).abs_()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def absolute(self, *, out: Tensor | None = None) -> Tensor:
        """Magnitude of x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.absolute_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).absolute()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def absolute_(self) -> Tensor:
        """In place: Magnitude of x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).absolute_()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def acos(self, *, out: Tensor | None = None) -> Tensor:
        """Arc cosine; NaN outside [-1, 1].

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.acos_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).acos()
        tensor([1.0472, 0.0000,    nan])
        """
    def acos_(self) -> Tensor:
        """In place: Arc cosine; NaN outside [-1, 1].

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).acos_()
        tensor([1.0472, 0.0000,    nan])
        """
    def acosh(self, *, out: Tensor | None = None) -> Tensor:
        """Inverse hyperbolic cosine; NaN below 1.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.acosh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).acosh()
        tensor([   nan, 0.0000, 1.3170])
        """
    def acosh_(self) -> Tensor:
        """In place: Inverse hyperbolic cosine; NaN below 1.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).acosh_()
        tensor([   nan, 0.0000, 1.3170])
        """
    def add(
        self,
        other: Tensor | _float,
        *,
        alpha: _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """input + alpha * other.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        alpha : float, default 1
            By what the second operand is multiplied first.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.add``, in place ``Tensor.add_``.

        Examples
        --------
        >>> tl.add(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 2., 4.])
        """
    def add_(self, other: Tensor | _float, *, alpha: _float = 1) -> Tensor:
        """In place: input + alpha * other.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).add_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 2., 4.])
        """
    def addbmm(
        self,
        batch1: Tensor,
        batch2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
    ) -> Tensor:
        """beta * input + alpha * the sum of the products of a batch.

        Parameters
        ----------
        batch1 : Tensor (B, N, K)
        batch2 : Tensor (B, K, M)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).addbmm(tl.ones(1, 2, 2), tl.ones(1, 2, 2))
        tensor([[6., 3.],
                [3., 5.]])
        """
    def addbmm_(
        self,
        batch1: Tensor,
        batch2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
    ) -> Tensor:
        """In place: see `addbmm`.

        Parameters
        ----------
        batch1 : Tensor (B, N, K)
        batch2 : Tensor (B, K, M)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.zeros(2, 2).addbmm_(tl.ones(3, 2, 1), tl.ones(3, 1, 2))
        tensor([[3., 3.],
                [3., 3.]])
        """
    def addcdiv(
        self,
        tensor1: Tensor,
        tensor2: Tensor,
        *,
        value: Tensor | _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """input + value * tensor1 / tensor2.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        tensor1 : Tensor (...)
        tensor2 : Tensor (...)
        value : Tensor (...) or number, default 1
            By what the product, or the quotient, is multiplied.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.addcdiv``, in place ``Tensor.addcdiv_``.

        Examples
        --------
        >>> tl.addcdiv(tl.tensor([0.5, 1.0, 2.0]), tl.ones(3), tl.tensor([0.5, 1.0, 2.0]))
        tensor([2.5000, 2.0000, 2.5000])
        """
    def addcdiv_(
        self,
        tensor1: Tensor,
        tensor2: Tensor,
        *,
        value: Tensor | _float = 1,
    ) -> Tensor:
        """In place: input + value * tensor1 / tensor2.

        Parameters
        ----------
        tensor1 : Tensor (...)
        tensor2 : Tensor (...)
        value : Tensor (...) or number, default 1
            By what the product, or the quotient, is multiplied.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).addcdiv_(tl.ones(3), tl.tensor([0.5, 1.0, 2.0]))
        tensor([2.5000, 2.0000, 2.5000])
        """
    def addcmul(
        self,
        tensor1: Tensor,
        tensor2: Tensor,
        *,
        value: Tensor | _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """input + value * tensor1 * tensor2.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        tensor1 : Tensor (...)
        tensor2 : Tensor (...)
        value : Tensor (...) or number, default 1
            By what the product, or the quotient, is multiplied.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.addcmul``, in place ``Tensor.addcmul_``.

        Examples
        --------
        >>> tl.addcmul(tl.tensor([0.5, 1.0, 2.0]), tl.ones(3), tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 2., 4.])
        """
    def addcmul_(
        self,
        tensor1: Tensor,
        tensor2: Tensor,
        *,
        value: Tensor | _float = 1,
    ) -> Tensor:
        """In place: input + value * tensor1 * tensor2.

        Parameters
        ----------
        tensor1 : Tensor (...)
        tensor2 : Tensor (...)
        value : Tensor (...) or number, default 1
            By what the product, or the quotient, is multiplied.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).addcmul_(tl.ones(3), tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 2., 4.])
        """
    def addmm(
        self,
        mat1: Tensor,
        mat2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """beta * input + alpha * (mat1 @ mat2).

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        mat1 : Tensor (N, K)
        mat2 : Tensor (K, M)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.addmm``, in place ``Tensor.addmm_``.

        Examples
        --------
        >>> tl.addmm(tl.ones(2), tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.tensor([[1.0, 2.0], [3.0, 4.0]]))
        tensor([[ 8., 11.],
                [16., 23.]])
        """
    def addmm_(
        self,
        mat1: Tensor,
        mat2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
    ) -> Tensor:
        """In place: beta * self + alpha * (mat1 @ mat2).

        Parameters
        ----------
        mat1 : Tensor (N, K)
        mat2 : Tensor (K, M)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).addmm_(tl.ones(2, 2), tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[9., 5.],
                [6., 7.]])
        """
    def addmv(
        self,
        mat: Tensor,
        vec: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """beta * input + alpha * (mat @ vec).

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        mat : Tensor (...)
        vec : Tensor (M,)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.addmv``, in place ``Tensor.addmv_``.

        Examples
        --------
        >>> tl.addmv(tl.ones(2), tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.ones(2))
        tensor([4., 8.])
        """
    def addmv_(
        self,
        mat: Tensor,
        vec: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
    ) -> Tensor:
        """In place: beta * self + alpha * (mat @ vec).

        Parameters
        ----------
        mat : Tensor (...)
        vec : Tensor (M,)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> x = tl.tensor([10.0, 20.0])
        >>> x.addmv_(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.ones(2))
        tensor([13., 27.])
        """
    def addr(
        self,
        vec1: Tensor,
        vec2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
    ) -> Tensor:
        """beta * input + alpha * outer(vec1, vec2).

        Parameters
        ----------
        vec1 : Tensor (N,)
        vec2 : Tensor (M,)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.zeros(2, 3).addr(tl.tensor([1.0, 2.0]), tl.tensor([1.0, 10.0, 100.0]))
        tensor([[  1.,  10., 100.],
                [  2.,  20., 200.]])
        """
    def addr_(
        self,
        vec1: Tensor,
        vec2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
    ) -> Tensor:
        """In place: see `addr`.

        Parameters
        ----------
        vec1 : Tensor (N,)
        vec2 : Tensor (M,)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.zeros(2, 2).addr_(tl.tensor([1.0, 2.0]), tl.tensor([3.0, 4.0]))
        tensor([[3., 4.],
                [6., 8.]])
        """
    def adjoint(self) -> Tensor:
        """The last two dims swapped, elements conjugated; of a number its conjugate.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.adjoint``.

        Examples
        --------
        >>> tl.adjoint(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[4., 1.],
                [1., 3.]])
        """
    def all(
        self,
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """Whether all elements along dims are nonzero; True of nothing.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.all``.

        Examples
        --------
        >>> tl.all(tl.tensor([0.5, 1.0, 2.0]))
        tensor(True)
        """
    def allclose(
        self,
        other: Tensor,
        rtol: _float = 1e-05,
        atol: _float = 1e-08,
        equal_nan: _bool = False,
    ) -> _bool:
        """Whether all elements are close, see `isclose`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...)
            The second operand; shapes broadcast.
        rtol : float, default 1e-05
        atol : float, default 1e-08
        equal_nan : bool, default False

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.allclose``.

        Examples
        --------
        >>> tl.allclose(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        True
        """
    def amax(self, dim: _int | _Sequence[_int] = (), keepdim: _bool = False) -> Tensor:
        """The maximum along dims, NaN if there is one; the gradient is shared evenly among ties.

        Parameters
        ----------
        dim : int or tuple of int, default ()
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).amax()
        tensor(2.)
        """
    def amin(self, dim: _int | _Sequence[_int] = (), keepdim: _bool = False) -> Tensor:
        """The minimum along dims, NaN if there is one; the gradient is shared evenly among ties.

        Parameters
        ----------
        dim : int or tuple of int, default ()
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).amin()
        tensor(0.5000)
        """
    def aminmax(
        self,
        *,
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
    ) -> _aminmax_result:
        """The minimum and the maximum along a dim, as a named tuple ``(min, max)``.

        Parameters
        ----------
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        aminmax_result

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).aminmax()
        tensorlite.return_types.aminmax(
        min=tensor(0.5000),
        max=tensor(2.))
        """
    def angle(self) -> Tensor:
        """The angle of complex numbers in radians; of real ones 0, pi where they are negative.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).angle()
        tensor([0., 0., 0.])
        """
    def any(
        self,
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """Whether any element along dims is nonzero; False of nothing.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.any``.

        Examples
        --------
        >>> tl.any(tl.tensor([0.5, 1.0, 2.0]))
        tensor(True)
        """
    def apply_(self, callable: _Callable[[_Any], _Any]) -> Tensor:
        """In place: each element by what a function of Python gives for it, slowly.

        Parameters
        ----------
        callable : function
            Takes and gives a number of Python.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        RuntimeError
            If a gradient is asked for, or the dtype does not hold a number.
        TypeError
            If the function gives no number, or the tensor lies on a card.
        TraceError
            Within a compiled function: a plan does not call Python for each element.

        Examples
        --------
        >>> import tensorlite as tl
        >>> tl.tensor([1.0, 2.0, 3.0]).apply_(lambda x: x if x > 2 else 0)
        tensor([0., 0., 3.])
        """
    def arccos(self, *, out: Tensor | None = None) -> Tensor:
        """Arc cosine; NaN outside [-1, 1].

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.arccos_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arccos()
        tensor([1.0472, 0.0000,    nan])
        """
    def arccos_(self) -> Tensor:
        """In place: Arc cosine; NaN outside [-1, 1].

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arccos_()
        tensor([1.0472, 0.0000,    nan])
        """
    def arccosh(self, *, out: Tensor | None = None) -> Tensor:
        """Inverse hyperbolic cosine; NaN below 1.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.arccosh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arccosh()
        tensor([   nan, 0.0000, 1.3170])
        """
    def arccosh_(self) -> Tensor:
        """In place: Inverse hyperbolic cosine; NaN below 1.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arccosh_()
        tensor([   nan, 0.0000, 1.3170])
        """
    def arcsin(self, *, out: Tensor | None = None) -> Tensor:
        """Arc sine; NaN outside [-1, 1].

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.arcsin_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arcsin()
        tensor([0.5236, 1.5708,    nan])
        """
    def arcsin_(self) -> Tensor:
        """In place: Arc sine; NaN outside [-1, 1].

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arcsin_()
        tensor([0.5236, 1.5708,    nan])
        """
    def arcsinh(self, *, out: Tensor | None = None) -> Tensor:
        """Inverse hyperbolic sine.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.arcsinh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arcsinh()
        tensor([0.4812, 0.8814, 1.4436])
        """
    def arcsinh_(self) -> Tensor:
        """In place: Inverse hyperbolic sine.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arcsinh_()
        tensor([0.4812, 0.8814, 1.4436])
        """
    def arctan(self, *, out: Tensor | None = None) -> Tensor:
        """Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.arctan_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arctan()
        tensor([0.4636, 0.7854, 1.1071])
        """
    def arctan2(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Angle of the point (x, y), in [-pi, pi], with C99's signed zeros and infinities.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.arctan2_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arctan2(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7854, 0.7854, 0.7854])
        """
    def arctan2_(self, other: Tensor | _float) -> Tensor:
        """In place: Angle of the point (x, y), in [-pi, pi], with C99's signed zeros and infinities.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arctan2_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7854, 0.7854, 0.7854])
        """
    def arctan_(self) -> Tensor:
        """In place: Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arctan_()
        tensor([0.4636, 0.7854, 1.1071])
        """
    def arctanh(self, *, out: Tensor | None = None) -> Tensor:
        """Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.arctanh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arctanh()
        tensor([0.5493,    inf,    nan])
        """
    def arctanh_(self) -> Tensor:
        """In place: Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).arctanh_()
        tensor([0.5493,    inf,    nan])
        """
    def argmax(self, dim: _int | None = None, keepdim: _bool = False) -> Tensor:
        """The index of the first maximum along a dim, or in the flattened tensor; NaN counts as the maximum.

        Parameters
        ----------
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).argmax()
        tensor(2)
        """
    def argmin(self, dim: _int | None = None, keepdim: _bool = False) -> Tensor:
        """The index of the first minimum along a dim, or in the flattened tensor; NaN counts as the minimum.

        Parameters
        ----------
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).argmin()
        tensor(0)
        """
    def argsort(
        self,
        dim: _int = -1,
        descending: _bool = False,
        stable: _bool = False,
    ) -> Tensor:
        """The indices that put the elements along a dim in order.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int, default -1
            The dim or dims along which it goes; negative ones count from the last.
        descending : bool, default False
            Whether the largest come first.
        stable : bool, default False
            Whether equal elements keep their order.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.argsort``.

        Examples
        --------
        >>> tl.argsort(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0, 1, 2])
        """
    def argwhere(self) -> Tensor:
        """The indices of the elements that are not zero, one row each.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.argwhere``.

        Examples
        --------
        >>> tl.argwhere(tl.tensor([0.5, 1.0, 2.0]))
        tensor([[0],
                [1],
                [2]])
        """
    def as_strided(
        self,
        size: _Sequence[_int],
        stride: _Sequence[_int],
        storage_offset: _int | None = None,
    ) -> Tensor:
        """Any walk over the storage: shape, strides and offset, all counted in elements.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        size : sequence of int
            The shape: integers, or one sequence of them.
        stride : sequence of int
            The step of each dim in memory, in elements.
        storage_offset : int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.as_strided``, in place ``Tensor.as_strided_``.

        Examples
        --------
        >>> tl.as_strided(tl.arange(5), (3, 3), (1, 1))  # windows of three
        tensor([[0, 1, 2],
                [1, 2, 3],
                [2, 3, 4]])
        """
    def as_strided_(
        self,
        size: _Sequence[_int],
        stride: _Sequence[_int],
        storage_offset: _int | None = None,
    ) -> Tensor:
        """In place, without moving data: Any walk over the storage: shape, strides and offset, all counted in elements.

        Parameters
        ----------
        size : sequence of int
            The shape: integers, or one sequence of them.
        stride : sequence of int
            The step of each dim in memory, in elements.
        storage_offset : int, optional

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.arange(5).as_strided_((3, 3), (1, 1))  # windows of three
        tensor([[0, 1, 2],
                [1, 2, 3],
                [2, 3, 4]])
        """
    def as_strided_scatter(
        self,
        src: Tensor | _float,
        size: _Sequence[_int],
        stride: _Sequence[_int],
        storage_offset: _int | None = None,
    ) -> Tensor:
        """A copy of input with `src` where these strides lead.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        src : Tensor (...) or number
        size : sequence of int
            The shape: integers, or one sequence of them.
        stride : sequence of int
            The step of each dim in memory, in elements.
        storage_offset : int, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.as_strided_scatter``.

        Examples
        --------
        >>> tl.as_strided_scatter(tl.zeros(3, 3), tl.ones(3), (3,), (4,))  # the diagonal
        tensor([[1., 0., 0.],
                [0., 1., 0.],
                [0., 0., 1.]])
        """
    def asin(self, *, out: Tensor | None = None) -> Tensor:
        """Arc sine; NaN outside [-1, 1].

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.asin_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).asin()
        tensor([0.5236, 1.5708,    nan])
        """
    def asin_(self) -> Tensor:
        """In place: Arc sine; NaN outside [-1, 1].

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).asin_()
        tensor([0.5236, 1.5708,    nan])
        """
    def asinh(self, *, out: Tensor | None = None) -> Tensor:
        """Inverse hyperbolic sine.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.asinh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).asinh()
        tensor([0.4812, 0.8814, 1.4436])
        """
    def asinh_(self) -> Tensor:
        """In place: Inverse hyperbolic sine.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).asinh_()
        tensor([0.4812, 0.8814, 1.4436])
        """
    def atan(self, *, out: Tensor | None = None) -> Tensor:
        """Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.atan_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).atan()
        tensor([0.4636, 0.7854, 1.1071])
        """
    def atan2(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Angle of the point (x, y), in [-pi, pi], with C99's signed zeros and infinities.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.atan2_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).atan2(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7854, 0.7854, 0.7854])
        """
    def atan2_(self, other: Tensor | _float) -> Tensor:
        """In place: Angle of the point (x, y), in [-pi, pi], with C99's signed zeros and infinities.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).atan2_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7854, 0.7854, 0.7854])
        """
    def atan_(self) -> Tensor:
        """In place: Arc tangent. Method (Cephes): reduction to [0, tan(pi/8)] with one division.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).atan_()
        tensor([0.4636, 0.7854, 1.1071])
        """
    def atanh(self, *, out: Tensor | None = None) -> Tensor:
        """Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.atanh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).atanh()
        tensor([0.5493,    inf,    nan])
        """
    def atanh_(self) -> Tensor:
        """In place: Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).atanh_()
        tensor([0.5493,    inf,    nan])
        """
    def backward(
        self,
        gradient: Tensor | None = None,
        retain_graph: _bool | None = None,
        create_graph: _bool = False,
        inputs: Tensor | _GradientEdge | _Sequence[Tensor | _GradientEdge] | None = None,
    ) -> None:
        """Add the gradients of self to the `.grad` of the leaves; see `autograd.backward`.

        Parameters
        ----------
        gradient : Tensor (...), optional
        retain_graph : bool, optional
        create_graph : bool, default False
        inputs : Tensor (...) or GradientEdge or sequence of Tensor (...) or GradientEdge, optional

        Returns
        -------
        None

        Examples
        --------
        >>> x = tl.tensor([1.0, 2.0, 3.0], requires_grad=True)
        >>> (x * x).sum().backward()
        >>> x.grad
        tensor([2., 4., 6.])
        """
    def baddbmm(
        self,
        batch1: Tensor,
        batch2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """beta * input + alpha * (batch1 @ batch2).

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        batch1 : Tensor (B, N, K)
        batch2 : Tensor (B, K, M)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.baddbmm``, in place ``Tensor.baddbmm_``.

        Examples
        --------
        >>> tl.baddbmm(tl.ones(1), tl.ones(2, 3, 4), tl.ones(2, 4, 5)).shape
        tensorlite.Size([2, 3, 5])
        """
    def baddbmm_(
        self,
        batch1: Tensor,
        batch2: Tensor,
        *,
        beta: _float = 1,
        alpha: _float = 1,
    ) -> Tensor:
        """In place: beta * self + alpha * (batch1 @ batch2).

        Parameters
        ----------
        batch1 : Tensor (B, N, K)
        batch2 : Tensor (B, K, M)
        beta : float, default 1
            By what the input is multiplied first.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> x = tl.ones(1, 2, 2)
        >>> x.baddbmm_(tl.eye(2)[None], tl.tensor([[[1.0, 2.0], [3.0, 4.0]]]), beta=10)
        tensor([[[11., 12.],
                 [13., 14.]]])
        """
    def bernoulli(
        self,
        p: _float | None = None,
        *,
        generator: _Generator | None = None,
        out: Tensor | None = None,
    ) -> Tensor:
        """1 with the probabilities in `input`, or with probability p, else 0.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        p : float, optional
            The probability of 1.
        generator : Generator, optional
            Where random numbers come from; by default the default generator.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.bernoulli``, in place ``Tensor.bernoulli_``.

        Examples
        --------
        >>> tl.bernoulli(tl.ones(1, 2, 3))
        tensor([[[1., 1., 1.],
                 [1., 1., 1.]]])
        """
    def bernoulli_(
        self,
        p: Tensor | _float = 0.5,
        *,
        generator: _Generator | None = None,
    ) -> Tensor:
        """Fill with 1 with probability p, a number or a tensor, else 0.

        Parameters
        ----------
        p : Tensor (...) or number, default 0.5
            The probability of 1.
        generator : Generator, optional
            Where random numbers come from; by default the default generator.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).bernoulli_().shape
        tensorlite.Size([3])
        """
    def bfloat16(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.bfloat16.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).bfloat16()
        tensor([0.5000, 1.0000, 2.0000], dtype=tensorlite.bfloat16)
        """
    def bincount(self, weights: Tensor | None = None, minlength: _int = 0) -> Tensor:
        """How often each number from 0 occurs, or the sum of its weights.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        weights : Tensor (...), optional
        minlength : int, default 0

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.bincount``.

        Examples
        --------
        >>> tl.bincount(tl.tensor([1, 2, 3]))
        tensor([0, 1, 1, 1])
        """
    def bitwise_and(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x & y, bit by bit; logical for bool.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.bitwise_and_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_and(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def bitwise_and_(self, other: Tensor | _float) -> Tensor:
        """In place: x & y, bit by bit; logical for bool.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_and_(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def bitwise_left_shift(
        self,
        other: Tensor | _float,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """x * 2**y, bits beyond the type dropped; 0 where y is outside of 0..63.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.bitwise_left_shift_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_left_shift(tl.tensor([1, 2, 3]))
        tensor([ 2,  8, 24])
        """
    def bitwise_left_shift_(self, other: Tensor | _float) -> Tensor:
        """In place: x * 2**y, bits beyond the type dropped; 0 where y is outside of 0..63.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_left_shift_(tl.tensor([1, 2, 3]))
        tensor([ 2,  8, 24])
        """
    def bitwise_not(self, *, out: Tensor | None = None) -> Tensor:
        """~x, bit by bit; logical for bool.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.bitwise_not_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_not()
        tensor([-2, -3, -4])
        """
    def bitwise_not_(self) -> Tensor:
        """In place: ~x, bit by bit; logical for bool.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_not_()
        tensor([-2, -3, -4])
        """
    def bitwise_or(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x | y, bit by bit; logical for bool.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.bitwise_or_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_or(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def bitwise_or_(self, other: Tensor | _float) -> Tensor:
        """In place: x | y, bit by bit; logical for bool.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_or_(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def bitwise_right_shift(
        self,
        other: Tensor | _float,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """floor(x / 2**y); the sign alone where y is outside of 0..63.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.bitwise_right_shift_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_right_shift(tl.tensor([1, 2, 3]))
        tensor([0, 0, 0])
        """
    def bitwise_right_shift_(self, other: Tensor | _float) -> Tensor:
        """In place: floor(x / 2**y); the sign alone where y is outside of 0..63.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_right_shift_(tl.tensor([1, 2, 3]))
        tensor([0, 0, 0])
        """
    def bitwise_xor(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x ^ y, bit by bit; logical for bool.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.bitwise_xor_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_xor(tl.tensor([1, 2, 3]))
        tensor([0, 0, 0])
        """
    def bitwise_xor_(self, other: Tensor | _float) -> Tensor:
        """In place: x ^ y, bit by bit; logical for bool.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).bitwise_xor_(tl.tensor([1, 2, 3]))
        tensor([0, 0, 0])
        """
    def bmm(self, mat2: Tensor, *, out: Tensor | None = None) -> Tensor:
        """The product of a 3-D and a 3-D tensor.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        mat2 : Tensor (K, M)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.bmm``.

        Examples
        --------
        >>> tl.bmm(tl.ones(2, 3, 4), tl.ones(2, 4, 5)).shape
        tensorlite.Size([2, 3, 5])
        """
    def bool(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.bool.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).bool()
        tensor([True, True, True])
        """
    def broadcast_to(self, *shape: _int | _Sequence[_int]) -> Tensor:
        """input broadcast to a shape without copying.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *shape : int or tuple of int
            The shape: integers, or one sequence of them; one may be -1.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.broadcast_to``.

        Examples
        --------
        >>> tl.broadcast_to(tl.tensor([0.5, 1.0, 2.0]), (1, -1))
        tensor([[0.5000, 1.0000, 2.0000]])
        """
    def byte(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.uint8.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).byte()
        tensor([0, 1, 2], dtype=tensorlite.uint8)
        """
    def cauchy_(
        self,
        median: _float = 0.0,
        sigma: _float = 1.0,
        *,
        generator: _Generator | None = None,
    ) -> Tensor:
        """Fill with Cauchy numbers.

        Parameters
        ----------
        median : float, default 0.0
        sigma : float, default 1.0
        generator : Generator, optional
            Where random numbers come from; by default the default generator.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cauchy_().shape
        tensorlite.Size([3])
        """
    def cbrt(self, *, out: Tensor | None = None) -> Tensor:
        """Cube root, of negative x too.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cbrt()
        tensor([0.7937, 1.0000, 1.2599])
        """
    def cdouble(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.complex128.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cdouble()
        tensor([0.5000+0.j, 1.0000+0.j, 2.0000+0.j], dtype=tensorlite.complex128)
        """
    def ceil(self, *, out: Tensor | None = None) -> Tensor:
        """Smallest integral value not below x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.ceil_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ceil()
        tensor([1., 1., 2.])
        """
    def ceil_(self) -> Tensor:
        """In place: Smallest integral value not below x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ceil_()
        tensor([1., 1., 2.])
        """
    def cfloat(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.complex64.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cfloat()
        tensor([0.5000+0.j, 1.0000+0.j, 2.0000+0.j])
        """
    def char(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.int8.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).char()
        tensor([0, 1, 2], dtype=tensorlite.int8)
        """
    def cholesky(self, upper: _bool = False) -> Tensor:
        """See `linalg.cholesky`.

        Parameters
        ----------
        upper : bool, default False
            Whether the upper triangle is meant.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).cholesky()
        tensor([[2.0000, 0.0000],
                [0.5000, 1.6583]])
        """
    def cholesky_inverse(self, upper: _bool = False) -> Tensor:
        """The inverse of A, given its Cholesky factor (*, N, N): lower, or upper with `upper`.

        Parameters
        ----------
        upper : bool, default False
            Whether the upper triangle is meant.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).cholesky_inverse()
        tensor([[ 0.0694, -0.0278],
                [-0.0278,  0.1111]])
        """
    def cholesky_solve(self, input2: Tensor, upper: _bool = False) -> Tensor:
        """X of A X = input, given the Cholesky factor of A.

        Parameters
        ----------
        input2 : Tensor (*, N, N)
            Lower, or upper with `upper`.
        upper : bool, default False
            Whether the upper triangle is meant.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> L = tl.linalg.cholesky(tl.tensor([[4.0, 2.0], [2.0, 2.0]]))
        >>> tl.tensor([[8.0], [6.0]]).cholesky_solve(L)
        tensor([[1.],
                [2.]])
        """
    def chunk(self, chunks: _int, dim: _int = 0) -> tuple[Tensor, ...]:
        """At most `chunks` parts of equal size; the last may be smaller.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        chunks : int
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.chunk``.

        Examples
        --------
        >>> tl.chunk(tl.tensor([0.5, 1.0, 2.0]), 3)
        (tensor([0.5000]), tensor([1.]), tensor([2.]))
        """
    def clamp(
        self,
        min: Tensor | _float | None = None,
        max: Tensor | _float | None = None,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """input, but at least `min` and at most `max`, which may be numbers or tensors.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        min : Tensor (...) or number, optional
            The lower bound.
        max : Tensor (...) or number, optional
            The upper bound.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.clamp``, in place ``Tensor.clamp_``.

        Examples
        --------
        >>> tl.clamp(tl.tensor([0.5, 1.0, 2.0]), max=1.5)
        tensor([0.5000, 1.0000, 1.5000])
        """
    def clamp_(
        self,
        min: Tensor | _float | None = None,
        max: Tensor | _float | None = None,
    ) -> Tensor:
        """In place: input, but at least `min` and at most `max`, which may be numbers or tensors.

        Parameters
        ----------
        min : Tensor (...) or number, optional
            The lower bound.
        max : Tensor (...) or number, optional
            The upper bound.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([-2.0, 0.5, 2.0]).clamp_(min=0.0)
        tensor([0.0000, 0.5000, 2.0000])
        """
    def clamp_max(self, max: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """input, but at most `max`; NaN if either is. The gradient passes to input at the bound.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        max : Tensor (...) or number
            The upper bound.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.clamp_max``, in place ``Tensor.clamp_max_``.

        Examples
        --------
        >>> tl.clamp_max(tl.tensor([0.5, 1.0, 2.0]), 1.0)
        tensor([0.5000, 1.0000, 1.0000])
        """
    def clamp_max_(self, max: Tensor | _float) -> Tensor:
        """In place: input, but at most `max`; NaN if either is. The gradient passes to input at the bound.

        Parameters
        ----------
        max : Tensor (...) or number
            The upper bound.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).clamp_max_(1.0)
        tensor([0.5000, 1.0000, 1.0000])
        """
    def clamp_min(self, min: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """input, but at least `min`; NaN if either is. The gradient passes to input at the bound.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        min : Tensor (...) or number
            The lower bound.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.clamp_min``, in place ``Tensor.clamp_min_``.

        Examples
        --------
        >>> tl.clamp_min(tl.tensor([0.5, 1.0, 2.0]), 0.0)
        tensor([0.5000, 1.0000, 2.0000])
        """
    def clamp_min_(self, min: Tensor | _float) -> Tensor:
        """In place: input, but at least `min`; NaN if either is. The gradient passes to input at the bound.

        Parameters
        ----------
        min : Tensor (...) or number
            The lower bound.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).clamp_min_(0.0)
        tensor([0.5000, 1.0000, 2.0000])
        """
    def clip(
        self,
        min: Tensor | _float | None = None,
        max: Tensor | _float | None = None,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """input, but at least `min` and at most `max`, which may be numbers or tensors.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        min : Tensor (...) or number, optional
            The lower bound.
        max : Tensor (...) or number, optional
            The upper bound.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.clip``, in place ``Tensor.clip_``.

        Examples
        --------
        >>> tl.clip(tl.tensor([0.5, 1.0, 2.0]), 0.75, 1.5)
        tensor([0.7500, 1.0000, 1.5000])
        """
    def clip_(
        self,
        min: Tensor | _float | None = None,
        max: Tensor | _float | None = None,
    ) -> Tensor:
        """In place: input, but at least `min` and at most `max`, which may be numbers or tensors.

        Parameters
        ----------
        min : Tensor (...) or number, optional
            The lower bound.
        max : Tensor (...) or number, optional
            The upper bound.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([-2.0, 0.5, 2.0]).clip_(-1.0, 1.0)
        tensor([-1.0000,  0.5000,  1.0000])
        """
    def clone(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """A copy with memory of its own; gradients flow through it.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.clone``.

        Examples
        --------
        >>> tl.clone(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def combinations(self, r: _int = 2, with_replacement: _bool = False) -> Tensor:
        """All choices of `r` elements of a vector, as rows.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        r : int, default 2
        with_replacement : bool, default False

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.combinations``.

        Examples
        --------
        >>> tl.combinations(tl.tensor([0.5, 1.0, 2.0]))
        tensor([[0.5000, 1.0000],
                [0.5000, 2.0000],
                [1.0000, 2.0000]])
        """
    def conj(self) -> Tensor:
        """The complex conjugate; a real tensor itself.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.conj``.

        Examples
        --------
        >>> tl.conj(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def conj_physical(self) -> Tensor:
        """The complex conjugate in memory of its own; a real tensor itself.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).conj_physical()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def conj_physical_(self) -> Tensor:
        """In place: the complex conjugate.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.conj_physical_(tl.tensor([1 + 2j]))
        tensor([1.-2.j])
        """
    def contiguous(self, memory_format: _memory_format | None = None) -> Tensor:
        """self if its elements lie side by side in a memory format, else a copy whose elements do.

        Parameters
        ----------
        memory_format : memory_format, optional
            Row-major order by default; ``channels_last`` and ``channels_last_3d`` are for images
            (N, C, H, W) and volumes (N, C, D, H, W).

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> import tensorlite as tl
        >>> tl.ones(1, 3, 2, 2).contiguous(memory_format=tl.channels_last).stride()
        (12, 1, 6, 3)
        """
    def copy_(self, src: Tensor | _float, non_blocking: _bool = False) -> Tensor:
        """Copy the elements of `src`, broadcast and converted, into self.

        Parameters
        ----------
        src : Tensor (...) or number
        non_blocking : bool, default False
            Whether a copy from pinned memory need not be waited for.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).copy_(tl.ones(2))
        tensor([[1., 1.],
                [1., 1.]])
        """
    def copysign(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The magnitude of x with the sign of y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.copysign_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).copysign(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def copysign_(self, other: Tensor | _float) -> Tensor:
        """In place: The magnitude of x with the sign of y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).copysign_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def corrcoef(self) -> Tensor:
        """The correlations of variables (rows) over observations (columns), within -1 and 1.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.corrcoef``.

        Examples
        --------
        >>> tl.corrcoef(tl.tensor([0.5, 1.0, 2.0]))
        tensor(1.)
        """
    def cos(self, *, out: Tensor | None = None) -> Tensor:
        """Cosine, for every finite x. Method as for `sin`.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.cos_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cos()
        tensor([ 0.8776,  0.5403, -0.4161])
        """
    def cos_(self) -> Tensor:
        """In place: Cosine, for every finite x. Method as for `sin`.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cos_()
        tensor([ 0.8776,  0.5403, -0.4161])
        """
    def cosh(self, *, out: Tensor | None = None) -> Tensor:
        """Hyperbolic cosine.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.cosh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cosh()
        tensor([1.1276, 1.5431, 3.7622])
        """
    def cosh_(self) -> Tensor:
        """In place: Hyperbolic cosine.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cosh_()
        tensor([1.1276, 1.5431, 3.7622])
        """
    def count_nonzero(self, dim: _int | _Sequence[_int] | None = None, *dims: _int) -> Tensor:
        """How many elements along dims are not zero.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        *dims : int
            The dims, of which negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.count_nonzero``.

        Examples
        --------
        >>> tl.count_nonzero(tl.tensor([0.5, 1.0, 2.0]), (0,))
        tensor(3)
        """
    def cov(
        self,
        *,
        correction: _float = 1,
        fweights: Tensor | None = None,
        aweights: Tensor | None = None,
    ) -> Tensor:
        """The covariances of variables (rows) over observations (columns).

        `fweights` are counts of each observation, `aweights` its importance.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        correction : float, default 1
            What is taken from the number of elements: 1 gives the unbiased variance.
        fweights : Tensor (...), optional
        aweights : Tensor (...), optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.cov``.

        Examples
        --------
        >>> tl.cov(tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.5833)
        """
    def cpu(self, memory_format: _memory_format | None = None) -> Tensor:
        """A copy on the CPU; self if it lies there.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cpu()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def cross(self, other: Tensor, dim: _int | None = None) -> Tensor:
        """The vector product of 3-vectors along a dim (by default the first of extent 3).

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cross(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def cuda(
        self,
        device: _device | str | _int | None = None,
        non_blocking: _bool = False,
        memory_format: _memory_format | None = None,
    ) -> Tensor:
        """A copy on a card, by default the current one; self if it lies there.

        Parameters
        ----------
        device : device or str or int, optional
            Where the result lies; by default the default device.
        non_blocking : bool, default False
            Whether a copy from pinned memory need not be waited for.
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> model, x = nn.Linear(2, 1), tl.ones(3, 2)
        >>> if tl.cuda.is_available():
        ...     model, x = model.cuda(), x.cuda()
        >>> model(x).shape
        tensorlite.Size([3, 1])
        """
    def cummax(self, dim: _int) -> _ValuesIndices:
        """The running maximum along a dim and its index; ties take the last.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cummax(0)
        tensorlite.return_types.cummax(
        values=tensor([0.5000, 1.0000, 2.0000]),
        indices=tensor([0, 1, 2]))
        """
    def cummin(self, dim: _int) -> _ValuesIndices:
        """The running minimum along a dim and its index; ties take the last.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cummin(0)
        tensorlite.return_types.cummin(
        values=tensor([0.5000, 0.5000, 0.5000]),
        indices=tensor([0, 0, 0]))
        """
    def cumprod(
        self,
        dim: _int,
        *,
        dtype: _dtype | None = None,
        out: Tensor | None = None,
    ) -> Tensor:
        """Running products along a dim; integers become int64.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.cumprod``, in place ``Tensor.cumprod_``.

        Examples
        --------
        >>> tl.cumprod(tl.tensor([0.5, 1.0, 2.0]), 0)
        tensor([0.5000, 0.5000, 1.0000])
        """
    def cumprod_(self, dim: _int, *, dtype: _dtype | None = None) -> Tensor:
        """In place: running products.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cumprod_(0)
        tensor([0.5000, 0.5000, 1.0000])
        """
    def cumsum(
        self,
        dim: _int,
        *,
        dtype: _dtype | None = None,
        out: Tensor | None = None,
    ) -> Tensor:
        """Running sums along a dim; integers become int64.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.cumsum``, in place ``Tensor.cumsum_``.

        Examples
        --------
        >>> tl.cumsum(tl.tensor([0.5, 1.0, 2.0]), 0)
        tensor([0.5000, 1.5000, 3.5000])
        """
    def cumsum_(self, dim: _int, *, dtype: _dtype | None = None) -> Tensor:
        """In place: running sums.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).cumsum_(0)
        tensor([0.5000, 1.5000, 3.5000])
        """
    data: Tensor
    """self outside of the graph; autograd does not hear of what changes its shared memory."""
    def data_ptr(self) -> _int:
        """The memory address of the first element; 0 where there is none.

        Returns
        -------
        int

        Examples
        --------
        >>> x = tl.arange(6)
        >>> x[2:].data_ptr() - x.data_ptr()  # two elements of eight bytes
        16
        """
    def deg2rad(self, *, out: Tensor | None = None) -> Tensor:
        """Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.deg2rad_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).deg2rad()
        tensor([0.0087, 0.0175, 0.0349])
        """
    def deg2rad_(self) -> Tensor:
        """In place: None

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).deg2rad_()
        tensor([0.0087, 0.0175, 0.0349])
        """
    def det(self) -> Tensor:
        """See `linalg.det`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.det``.

        Examples
        --------
        >>> tl.det(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor(11.)
        """
    def detach(self) -> Tensor:
        """A view of self outside of the graph; it shares memory.

        Returns
        -------
        Tensor (...)

        Notes
        -----
        Also the method ``Tensor.detach``, in place ``Tensor.detach_``.

        Examples
        --------
        >>> tl.detach(tl.ones(2, requires_grad=True))
        tensor([1., 1.])
        """
    def detach_(self) -> Tensor:
        """Take self out of the graph; views that were made before stay in it.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> x = tl.ones(2, requires_grad=True) * 2
        >>> x.detach_().requires_grad
        False
        """
    @property
    def device(self) -> _device:
        """Where its data lies."""
    def diag(self, diagonal: _int = 0) -> Tensor:
        """A matrix with this vector on a diagonal; or a copy of a diagonal of a matrix.

        Parameters
        ----------
        diagonal : int, default 0
            Which diagonal: 0 the main one, positive ones above it.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).diag()
        tensor([[0.5000, 0.0000, 0.0000],
                [0.0000, 1.0000, 0.0000],
                [0.0000, 0.0000, 2.0000]])
        """
    def diag_embed(self, offset: _int = 0, dim1: _int = -2, dim2: _int = -1) -> Tensor:
        """Zeros with the last dim on the diagonals of two new dims.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        offset : int, default 0
        dim1 : int, default -2
        dim2 : int, default -1

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.diag_embed``.

        Examples
        --------
        >>> tl.diag_embed(tl.tensor([0.5, 1.0, 2.0]))
        tensor([[0.5000, 0.0000, 0.0000],
                [0.0000, 1.0000, 0.0000],
                [0.0000, 0.0000, 2.0000]])
        """
    def diagflat(self, offset: _int = 0) -> Tensor:
        """A matrix with all elements on a diagonal.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        offset : int, default 0

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.diagflat``.

        Examples
        --------
        >>> tl.diagflat(tl.tensor([0.5, 1.0, 2.0]))
        tensor([[0.5000, 0.0000, 0.0000],
                [0.0000, 1.0000, 0.0000],
                [0.0000, 0.0000, 2.0000]])
        """
    def diagonal(self, offset: _int = 0, dim1: _int = 0, dim2: _int = 1) -> Tensor:
        """The diagonals of the planes of two dims, as a new last dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        offset : int, default 0
        dim1 : int, default 0
        dim2 : int, default 1

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.diagonal``.

        Examples
        --------
        >>> tl.diagonal(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([4., 3.])
        """
    def diagonal_scatter(
        self,
        src: Tensor | _float,
        offset: _int = 0,
        dim1: _int = 0,
        dim2: _int = 1,
    ) -> Tensor:
        """A copy of input with `src` on a diagonal.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        src : Tensor (...) or number
        offset : int, default 0
        dim1 : int, default 0
        dim2 : int, default 1

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.diagonal_scatter``.

        Examples
        --------
        >>> tl.diagonal_scatter(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.ones(2))
        tensor([[1., 1.],
                [1., 1.]])
        """
    def diff(
        self,
        n: _int = 1,
        dim: _int = -1,
        prepend: Tensor | None = None,
        append: Tensor | None = None,
    ) -> Tensor:
        """Differences of neighbours along a dim, n times.

        Parameters
        ----------
        n : int, default 1
            How often differences are taken.
        dim : int, default -1
            The dim or dims along which it goes; negative ones count from the last.
        prepend : Tensor (...), optional
        append : Tensor (...), optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).diff()
        tensor([0.5000, 1.0000])
        """
    def digamma(self, *, out: Tensor | None = None) -> Tensor:
        """Derivative of lgamma; NaN at negative integers, -+inf at +-0.

        Near its roots the error is absolute: 8 units in the last place of 1 in float64.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.digamma_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).digamma()
        tensor([-1.9635, -0.5772,  0.4228])
        """
    def digamma_(self) -> Tensor:
        """In place: Derivative of lgamma; NaN at negative integers, -+inf at +-0.

        Near its roots the error is absolute: 8 units in the last place of 1 in float64.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).digamma_()
        tensor([-1.9635, -0.5772,  0.4228])
        """
    def dim(self) -> _int:
        """The number of dims.

        Returns
        -------
        int
        """
    def dim_order(
        self,
        *,
        ambiguity_check: _bool | _Sequence[_memory_format] = False,
    ) -> tuple[_int, ...]:
        """The dims in the order of their strides, the widest first.

        Parameters
        ----------
        ambiguity_check : bool or sequence of memory_format
            Whether to refuse a tensor whose strides allow several orders; or the formats of which it
            must have exactly one.

        Returns
        -------
        tuple of int

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).dim_order()
        (0,)
        """
    def dist(self, other: Tensor | _float, p: _float = 2) -> Tensor:
        """The p-norm of input - other.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        p : float, default 2
            The order of the norm.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.dist``.

        Examples
        --------
        >>> tl.dist(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(0.)
        """
    def div(
        self,
        other: Tensor | _float,
        *,
        rounding_mode: str | None = None,
        out: Tensor | None = None,
    ) -> Tensor:
        """Divide; `rounding_mode` is None (true division), "trunc" (toward zero) or "floor".

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        rounding_mode : str, optional
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.div``, in place ``Tensor.div_``.

        Examples
        --------
        >>> tl.div(tl.tensor([7, -7]), 2, rounding_mode="floor")
        tensor([ 3, -4])
        """
    def div_(self, other: Tensor | _float, *, rounding_mode: str | None = None) -> Tensor:
        """In place: 
        Divide; `rounding_mode` is None (true division), "trunc" (toward zero) or "floor".

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        rounding_mode : str, optional

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.div(tl.tensor([7, -7]), 2, rounding_mode="floor")
        tensor([ 3, -4])
        """
    def divide(
        self,
        other: Tensor | _float,
        *,
        rounding_mode: str | None = None,
        out: Tensor | None = None,
    ) -> Tensor:
        """Divide; `rounding_mode` is None (true division), "trunc" (toward zero) or "floor".

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        rounding_mode : str, optional
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.divide``, in place ``Tensor.divide_``.

        Examples
        --------
        >>> tl.div(tl.tensor([7, -7]), 2, rounding_mode="floor")
        tensor([ 3, -4])
        """
    def divide_(self, other: Tensor | _float, *, rounding_mode: str | None = None) -> Tensor:
        """In place: 
        Divide; `rounding_mode` is None (true division), "trunc" (toward zero) or "floor".

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        rounding_mode : str, optional

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.div(tl.tensor([7, -7]), 2, rounding_mode="floor")
        tensor([ 3, -4])
        """
    def dot(self, tensor: Tensor, *, out: Tensor | None = None) -> Tensor:
        """The product of a 1-D and a 1-D tensor.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        tensor : Tensor (...)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.dot``.

        Examples
        --------
        >>> tl.dot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([2.0, 3.0, 1.0]))
        tensor(6.)
        """
    def double(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.float64.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).double()
        tensor([0.5000, 1.0000, 2.0000], dtype=tensorlite.float64)
        """
    def dsplit(
        self,
        indices_or_sections: _int | _Sequence[_int] | Tensor,
    ) -> tuple[Tensor, ...]:
        """Parts along dim 2: so many equal ones, or cut at the given indices.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices_or_sections : int or sequence of int or Tensor (...)

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.dsplit``.

        Examples
        --------
        >>> tl.dsplit(tl.ones(1, 2, 3), 3)
        (tensor([[[1.],
                 [1.]]]), tensor([[[1.],
                 [1.]]]), tensor([[[1.],
                 [1.]]]))
        """
    @property
    def dtype(self) -> _dtype:
        """The type of its elements."""
    def element_size(self) -> _int:
        """The bytes of one element.

        Returns
        -------
        int

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).element_size()
        4
        """
    def eq(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x == y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.eq_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).eq(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def eq_(self, other: Tensor | _float) -> Tensor:
        """In place: x == y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).eq_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def equal(self, other: Tensor) -> _bool:
        """Whether two tensors have the same shape and elements.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.equal``.

        Examples
        --------
        >>> tl.equal(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        True
        """
    def erf(self, *, out: Tensor | None = None) -> Tensor:
        """Error function.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.erf_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).erf()
        tensor([0.5205, 0.8427, 0.9953])
        """
    def erf_(self) -> Tensor:
        """In place: Error function.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).erf_()
        tensor([0.5205, 0.8427, 0.9953])
        """
    def erfc(self, *, out: Tensor | None = None) -> Tensor:
        """1 - erf(x), accurate where erf nears 1.

        Method (Shepherd and Laframboise 1981): (1 + 2x) exp(x*x) erfc(x) as a polynomial in
        (x - k) / (x + k).

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.erfc_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).erfc()
        tensor([0.4795, 0.1573, 0.0047])
        """
    def erfc_(self) -> Tensor:
        """In place: 1 - erf(x), accurate where erf nears 1.

        Method (Shepherd and Laframboise 1981): (1 + 2x) exp(x*x) erfc(x) as a polynomial in
        (x - k) / (x + k).

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).erfc_()
        tensor([0.4795, 0.1573, 0.0047])
        """
    def erfinv(self, *, out: Tensor | None = None) -> Tensor:
        """Inverse of erf; infinite at -1 and 1, NaN beyond.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.erfinv_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).erfinv()
        tensor([0.4769,    inf,    nan])
        """
    def erfinv_(self) -> Tensor:
        """In place: Inverse of erf; infinite at -1 and 1, NaN beyond.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).erfinv_()
        tensor([0.4769,    inf,    nan])
        """
    def exp(self, *, out: Tensor | None = None) -> Tensor:
        """e to the power x.

        Method (Cody and Waite; Cephes): x = n log 2 + r, a polynomial in r, then the exponent by bits.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.exp_``. Its gradient is written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).exp()
        tensor([1.6487, 2.7183, 7.3891])
        """
    def exp2(self, *, out: Tensor | None = None) -> Tensor:
        """2 to the power x; exact at integers.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.exp2_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).exp2()
        tensor([1.4142, 2.0000, 4.0000])
        """
    def exp2_(self) -> Tensor:
        """In place: 2 to the power x; exact at integers.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).exp2_()
        tensor([1.4142, 2.0000, 4.0000])
        """
    def exp_(self) -> Tensor:
        """In place: e to the power x.

        Method (Cody and Waite; Cephes): x = n log 2 + r, a polynomial in r, then the exponent by bits.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).exp_()
        tensor([1.6487, 2.7183, 7.3891])
        """
    def expand(self, *sizes: _int | _Sequence[_int], implicit: _bool = False) -> Tensor:
        """Extents of 1 repeated to larger sizes without copying; -1 keeps an extent.

        Parameters
        ----------
        *sizes : int, or one tuple
        implicit : bool
            Accepted without effect.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).expand(2, 3)
        tensor([[0.5000, 1.0000, 2.0000],
                [0.5000, 1.0000, 2.0000]])
        """
    def expand_as(self, other: Tensor) -> Tensor:
        """self broadcast to the shape of another tensor.

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).expand_as(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def expit(self, *, out: Tensor | None = None) -> Tensor:
        """1 / (1 + exp(-x)), never from an overflowing exp.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.expit_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).expit()
        tensor([0.6225, 0.7311, 0.8808])
        """
    def expit_(self) -> Tensor:
        """In place: 1 / (1 + exp(-x)), never from an overflowing exp.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).expit_()
        tensor([0.6225, 0.7311, 0.8808])
        """
    def expm1(self, *, out: Tensor | None = None) -> Tensor:
        """exp(x) - 1, accurate near zero.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.expm1_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).expm1()
        tensor([0.6487, 1.7183, 6.3891])
        """
    def expm1_(self) -> Tensor:
        """In place: exp(x) - 1, accurate near zero.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).expm1_()
        tensor([0.6487, 1.7183, 6.3891])
        """
    def exponential_(
        self,
        lambd: _float = 1.0,
        *,
        generator: _Generator | None = None,
    ) -> Tensor:
        """Fill with exponential numbers of rate `lambd`; none is 0.

        Parameters
        ----------
        lambd : float, default 1.0
        generator : Generator, optional
            Where random numbers come from; by default the default generator.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).exponential_().shape
        tensorlite.Size([3])
        """
    def fill_(self, value: Tensor | _float) -> Tensor:
        """Set every element to one number or 0-d tensor; of expanded memory each place once.

        Parameters
        ----------
        value : Tensor (...) or number
            The number, or the tensor of values.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.fill_(tl.ones(2), 3.0)
        tensor([3., 3.])
        """
    def fill_diagonal_(self, fill_value: Tensor | _float, wrap: _bool = False) -> Tensor:
        """In place: a number on the main diagonal, repeated down a tall matrix with `wrap`.

        Parameters
        ----------
        fill_value : Tensor (...) or number
            The number that each element becomes.
        wrap : bool, default False

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).fill_diagonal_(7.0)
        tensor([[7., 1.],
                [1., 7.]])
        """
    def fix(self, *, out: Tensor | None = None) -> Tensor:
        """Integral part of x, toward zero.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.fix_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).fix()
        tensor([0., 1., 2.])
        """
    def fix_(self) -> Tensor:
        """In place: Integral part of x, toward zero.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).fix_()
        tensor([0., 1., 2.])
        """
    def flatten(self, start_dim: _int = 0, end_dim: _int = -1) -> Tensor:
        """Dims from start_dim to end_dim as one.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        start_dim : int, default 0
        end_dim : int, default -1

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.flatten``.

        Examples
        --------
        >>> tl.flatten(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def flip(
        self,
        *axes: _int | _Sequence[_int],
        dims: _int | _Sequence[_int] | None = None,
    ) -> Tensor:
        """The order of the elements reversed along dims: `flip(x, 0, 1)` or `flip(x, dims=(0, 1))`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *axes : int or tuple of int
            The dims, of which negative ones count from the last.
        dims : int or tuple of int, optional
            The dims, of which negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.flip``.

        Examples
        --------
        >>> tl.flip(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), (0,))
        tensor([[3., 4.],
                [1., 2.]])
        """
    def fliplr(self) -> Tensor:
        """Columns in reverse order.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.fliplr``.

        Examples
        --------
        >>> tl.fliplr(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 4.],
                [3., 1.]])
        """
    def flipud(self) -> Tensor:
        """Rows in reverse order.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.flipud``.

        Examples
        --------
        >>> tl.flipud(tl.tensor([0.5, 1.0, 2.0]))
        tensor([2.0000, 1.0000, 0.5000])
        """
    def float(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.float32.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).float()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def float_power(self, exponent: Tensor | _float) -> Tensor:
        """input to the power exponent in float64, or complex128.

        Parameters
        ----------
        exponent : Tensor (...) or number

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).float_power(2)
        tensor([0.2500, 1.0000, 4.0000], dtype=tensorlite.float64)
        """
    def float_power_(self, exponent: Tensor | _float) -> Tensor:
        """In place: see `float_power`; of float64 or complex128 alone, as results are.

        Parameters
        ----------
        exponent : Tensor (...) or number

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([2.0, 3.0], dtype=tl.float64).float_power_(2)
        tensor([4., 9.], dtype=tensorlite.float64)
        """
    def floor(self, *, out: Tensor | None = None) -> Tensor:
        """Largest integral value not above x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.floor_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).floor()
        tensor([0., 1., 2.])
        """
    def floor_(self) -> Tensor:
        """In place: Largest integral value not above x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).floor_()
        tensor([0., 1., 2.])
        """
    def floor_divide(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Largest integral value not above x / y, from an exact remainder; x / y where y is 0.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.floor_divide``, in place ``Tensor.floor_divide_``.

        Examples
        --------
        >>> tl.floor_divide(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def floor_divide_(self, other: Tensor | _float) -> Tensor:
        """In place: Largest integral value not above x / y, from an exact remainder; x / y where y is 0.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).floor_divide_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def fmax(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The larger of two, ignoring one NaN.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).fmax(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def fmin(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The smaller of two, ignoring one NaN.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).fmin(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def fmod(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Exact remainder of truncated division: has the sign of x. Loops while the quotient is huge.

        Method: as SLEEF's fmod, subtract truncated multiples exactly until the rest is below |y|.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.fmod``, in place ``Tensor.fmod_``.

        Examples
        --------
        >>> tl.fmod(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def fmod_(self, other: Tensor | _float) -> Tensor:
        """In place: Exact remainder of truncated division: has the sign of x. Loops while the quotient is huge.

        Method: as SLEEF's fmod, subtract truncated multiples exactly until the rest is below |y|.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).fmod_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def frac(self, *, out: Tensor | None = None) -> Tensor:
        """x less its integral part; keeps the sign of x. Integers have none.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.frac_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).frac()
        tensor([0.5000, 0.0000, 0.0000])
        """
    def frac_(self) -> Tensor:
        """In place: x less its integral part; keeps the sign of x. Integers have none.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).frac_()
        tensor([0.5000, 0.0000, 0.0000])
        """
    def frexp(self) -> _frexp_result:
        """Fractions from 1/2 up to 1, and int32 exponents, of which input is mantissa * 2**exponent.

        Returns
        -------
        frexp_result

        Examples
        --------
        >>> tl.frexp(tl.tensor([6.0, -0.25])).mantissa
        tensor([ 0.7500, -0.5000])
        >>> tl.frexp(tl.tensor([6.0, -0.25])).exponent
        tensor([ 3, -1], dtype=tensorlite.int32)
        """
    def gather(
        self,
        dim: _int,
        index: Tensor,
        *,
        sparse_grad: _bool = False,
        out: Tensor | None = None,
    ) -> Tensor:
        """Elements along a dim: ``out[i][j] = input[index[i][j]][j]`` for dim 0.

        Parameters
        ----------
        input : Tensor
        dim : int
        index : int64 Tensor
            As many dims as input, no larger than it apart from `dim`.
        sparse_grad : bool, default False
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        RuntimeError
            If an index is out of range, or the shapes do not fit.

        Notes
        -----
        Also the method ``Tensor.gather``.

        Examples
        --------
        >>> tl.gather(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]))
        tensor([0.5000, 1.0000])
        """
    def gcd(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The greatest common divisor; 0 of 0 and 0.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.gcd_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).gcd(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def gcd_(self, other: Tensor | _float) -> Tensor:
        """In place: The greatest common divisor; 0 of 0 and 0.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).gcd_(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def ge(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x >= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.ge_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ge(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def ge_(self, other: Tensor | _float) -> Tensor:
        """In place: x >= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ge_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def geometric_(self, p: _float, *, generator: _Generator | None = None) -> Tensor:
        """Fill with the number of trials until the first success of probability p.

        Parameters
        ----------
        p : float
            The probability, or the order of the norm.
        generator : Generator, optional
            Where random numbers come from; by default the default generator.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).geometric_(0.5).shape
        tensorlite.Size([3])
        """
    def geqrf(self) -> _geqrf:
        """Householder vectors below R, and their scales, for `linalg.householder_product`.

        Returns
        -------
        geqrf

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).geqrf()
        tensorlite.return_types.geqrf(
        a=tensor([[-4.1231, -1.6977],
                [ 0.1231,  2.6679]]),
        tau=tensor([1.9701, 0.0000]))
        """
    def ger(self, vec2: Tensor, *, out: Tensor | None = None) -> Tensor:
        """All products of an element of one vector with an element of another.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        vec2 : Tensor (M,)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.ger``.

        Examples
        --------
        >>> tl.ger(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([[0.2500, 0.5000, 1.0000],
                [0.5000, 1.0000, 2.0000],
                [1.0000, 2.0000, 4.0000]])
        """
    def get_device(self) -> _int:
        """The number of its device; -1 on the CPU.

        Returns
        -------
        int

        Notes
        -----
        Also the method ``Tensor.get_device``.

        Examples
        --------
        >>> tl.zeros(2).get_device()
        -1
        """
    grad: Tensor | None
    """The accumulated gradient; None before the first backward."""
    @property
    def grad_fn(self) -> _Node | None:
        """The node of the graph that made it; None for a leaf."""
    def greater(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x > y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.greater_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).greater(tl.tensor([0.5, 1.0, 2.0]))
        tensor([False, False, False])
        """
    def greater_(self, other: Tensor | _float) -> Tensor:
        """In place: x > y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).greater_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def greater_equal(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x >= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.greater_equal_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).greater_equal(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def greater_equal_(self, other: Tensor | _float) -> Tensor:
        """In place: x >= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).greater_equal_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def gt(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x > y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.gt_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).gt(tl.tensor([0.5, 1.0, 2.0]))
        tensor([False, False, False])
        """
    def gt_(self, other: Tensor | _float) -> Tensor:
        """In place: x > y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).gt_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def half(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.float16.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).half()
        tensor([0.5000, 1.0000, 2.0000], dtype=tensorlite.float16)
        """
    def hardshrink(self, lambd: _float = 0.5) -> Tensor:
        """x where |x| > lambd, else 0; lambd counts as the input's dtype has it.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        lambd : float, default 0.5

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.nn.functional.hardshrink(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 1., 2.])
        """
    def heaviside(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """0 below zero and for NaN, `values` at zero, 1 above.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.heaviside_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).heaviside(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def heaviside_(self, other: Tensor | _float) -> Tensor:
        """In place: 0 below zero and for NaN, `values` at zero, 1 above.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).heaviside_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def histc(
        self,
        bins: _int = 100,
        min: Tensor | _float = 0,
        max: Tensor | _float = 0,
    ) -> Tensor:
        """How many elements lie in each of `bins` equal bins from min to max (default: the data's).

        Parameters
        ----------
        bins : int, default 100
        min : Tensor (...) or number, default 0
            The lower bound.
        max : Tensor (...) or number, default 0
            The upper bound.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).histc().shape
        tensorlite.Size([100])
        """
    def histogram(
        self,
        bins: _int | Tensor = 100,
        *,
        range: tuple[_float, _float] | None = None,
        weight: Tensor | None = None,
        density: _bool = False,
    ) -> _histogram_result:
        """How many elements, or how much of their weight, lie in each bin.

        Parameters
        ----------
        bins : int or Tensor (n + 1,), optional
            A number of equal bins, or their edges in ascending order. A bin includes its left edge, the
            last one both.
        range : pair of numbers, optional
            The first and the last edge; by default the smallest and the largest element.
        weight : Tensor (as input), optional
            What each element counts; by default 1.
        density : bool
            Divide by the total and by the widths: the integral is 1.

        Returns
        -------
        named tuple (hist, bin_edges)

        Examples
        --------
        >>> tl.histogram(tl.tensor([1.0, 2.0, 1.0]), bins=4, range=(0.0, 3.0)).hist
        tensor([0., 2., 1., 0.])
        """
    def hsplit(
        self,
        indices_or_sections: _int | _Sequence[_int] | Tensor,
    ) -> tuple[Tensor, ...]:
        """Parts along dim 1: so many equal ones, or cut at the given indices.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices_or_sections : int or sequence of int or Tensor (...)

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.hsplit``.

        Examples
        --------
        >>> tl.hsplit(tl.tensor([0.5, 1.0, 2.0]), 3)
        (tensor([0.5000]), tensor([1.]), tensor([2.]))
        """
    def hypot(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """sqrt(x*x + y*y) without overflow; infinite if either operand is, even beside NaN.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.hypot_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).hypot(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7071, 1.4142, 2.8284])
        """
    def hypot_(self, other: Tensor | _float) -> Tensor:
        """In place: sqrt(x*x + y*y) without overflow; infinite if either operand is, even beside NaN.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).hypot_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7071, 1.4142, 2.8284])
        """
    def i0(self, *, out: Tensor | None = None) -> Tensor:
        """Modified Bessel function of the first kind, of order 0.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.i0_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).i0()
        tensor([1.0635, 1.2661, 2.2796])
        """
    def i0_(self) -> Tensor:
        """In place: Modified Bessel function of the first kind, of order 0.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).i0_()
        tensor([1.0635, 1.2661, 2.2796])
        """
    def igamma(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The share of the gamma integral below x: 1 at infinity, 0 at 0. NaN for negative numbers.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.igamma_``. Its gradient is written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).igamma(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.6827, 0.6321, 0.5940])
        """
    def igamma_(self, other: Tensor | _float) -> Tensor:
        """In place: The share of the gamma integral below x: 1 at infinity, 0 at 0. NaN for negative numbers.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).igamma_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.6827, 0.6321, 0.5940])
        """
    def igammac(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """1 - gammainc(a, x), accurate where that nears 1.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.igammac_``. Its gradient is written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).igammac(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3173, 0.3679, 0.4060])
        """
    def igammac_(self, other: Tensor | _float) -> Tensor:
        """In place: 1 - gammainc(a, x), accurate where that nears 1.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).igammac_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.3173, 0.3679, 0.4060])
        """
    imag: Tensor
    """The imaginary parts of a complex tensor, a view."""
    def index_add(
        self,
        dim: _int,
        index: Tensor,
        source: Tensor,
        *,
        alpha: _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """input + alpha * source at places of a dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        source : Tensor (...)
        alpha : float, default 1
            By what the second operand is multiplied first.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.index_add``, in place ``Tensor.index_add_``.

        Examples
        --------
        >>> tl.index_add(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]), tl.ones(2))
        tensor([1.5000, 2.0000, 2.0000])
        """
    def index_add_(
        self,
        dim: _int,
        index: Tensor,
        source: Tensor,
        *,
        alpha: _float = 1,
    ) -> Tensor:
        """In place: input + alpha * source at places of a dim.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        source : Tensor (...)
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).index_add_(0, tl.tensor([0, 1]), tl.ones(2))
        tensor([1.5000, 2.0000, 2.0000])
        """
    def index_copy(
        self,
        dim: _int,
        index: Tensor,
        source: Tensor,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """input with source at places of a dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        source : Tensor (...)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.index_copy``, in place ``Tensor.index_copy_``.

        Examples
        --------
        >>> tl.index_copy(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]), tl.ones(2))
        tensor([1., 1., 2.])
        """
    def index_copy_(self, dim: _int, index: Tensor, source: Tensor) -> Tensor:
        """In place: input with source at places of a dim.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        source : Tensor (...)

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).index_copy_(0, tl.tensor([0, 1]), tl.ones(2))
        tensor([1., 1., 2.])
        """
    def index_fill(self, dim: _int, index: Tensor, value: Tensor | _float) -> Tensor:
        """input with one value at places of a dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        value : Tensor (...) or number
            The number, or the tensor of values.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.index_fill``, in place ``Tensor.index_fill_``.

        Examples
        --------
        >>> tl.index_fill(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]), 1.0)
        tensor([1., 1., 2.])
        """
    def index_fill_(self, dim: _int, index: Tensor, value: Tensor | _float) -> Tensor:
        """In place: one value at places of a dim.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        value : Tensor (...) or number
            The number, or the tensor of values.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.zeros(2, 3).index_fill_(1, tl.tensor([0, 2]), 7.0)
        tensor([[7., 0., 7.],
                [7., 0., 7.]])
        """
    def index_put(
        self,
        indices: _Sequence[Tensor],
        values: Tensor,
        accumulate: _bool = False,
    ) -> Tensor:
        """input with `values` set, or added, at input[indices].

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices : sequence of Tensor (...)
        values : Tensor (...)
        accumulate : bool, default False

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.index_put``, in place ``Tensor.index_put_``.

        Examples
        --------
        >>> tl.index_put(tl.zeros(3), (tl.tensor([0, 2]),), tl.ones(2))
        tensor([1., 0., 1.])
        """
    def index_put_(
        self,
        indices: _Sequence[Tensor],
        values: Tensor,
        accumulate: _bool = False,
    ) -> Tensor:
        """In place: `values` set, or added, at self[indices].

        Parameters
        ----------
        indices : sequence of Tensor (...)
        values : Tensor (...)
        accumulate : bool, default False

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> counts = tl.zeros(3)
        >>> counts.index_put_((tl.tensor([0, 2, 2]),), tl.ones(3), accumulate=True)
        tensor([1., 0., 2.])
        """
    def index_reduce(
        self,
        dim: _int,
        index: Tensor,
        source: Tensor,
        reduce: str,
        *,
        include_self: _bool = True,
    ) -> Tensor:
        """input combined with the slices of source that an index vector leads to each of its slices.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        source : Tensor (...)
        reduce : str
            "prod", "mean", "amax" or "amin".
        include_self : bool
            Whether the slice of input takes part where others do.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> scores, group = tl.tensor([3.0, 7.0, 5.0]), tl.tensor([0, 1, 0])
        >>> tl.ones(2).index_reduce(0, group, scores, "prod")
        tensor([15.,  7.])
        """
    def index_reduce_(
        self,
        dim: _int,
        index: Tensor,
        source: Tensor,
        reduce: _bool | str,
        *,
        include_self: _bool = True,
    ) -> Tensor:
        """In place: see `index_reduce`.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        source : Tensor (...)
        reduce : bool or str
            How elements that meet are combined; of losses it is deprecated: use `reduction`.
        include_self : bool, default True

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> scores, group = tl.tensor([3.0, 7.0, 5.0]), tl.tensor([0, 1, 0])
        >>> tl.zeros(2).index_reduce_(0, group, scores, "mean", include_self=False)
        tensor([4., 7.])
        """
    def index_select(self, dim: _int, index: Tensor, *, out: Tensor | None = None) -> Tensor:
        """The slices of input at the given places of a dim.

        Parameters
        ----------
        input : Tensor
        dim : int
        index : int Tensor (n,)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If an index is out of range; of dim 1 a RuntimeError, as PyTorch has it.

        Notes
        -----
        Also the method ``Tensor.index_select``.

        Examples
        --------
        >>> tl.index_select(tl.tensor([0.5, 1.0, 2.0]), 0, tl.tensor([0, 1]))
        tensor([0.5000, 1.0000])
        """
    def inner(self, other: Tensor) -> Tensor:
        """The sums of products over the last dims.

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).inner(tl.tensor([0.5, 1.0, 2.0]))
        tensor(5.2500)
        """
    def int(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.int32.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).int()
        tensor([0, 1, 2], dtype=tensorlite.int32)
        """
    def inv(self) -> Tensor:
        """The inverse of square matrices; see `linalg.inv`.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).inv()
        tensor([[ 0.2727, -0.0909],
                [-0.0909,  0.3636]])
        """
    def inverse(self) -> Tensor:
        """The inverse of square matrices; see `linalg.inv`.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).inverse()
        tensor([[ 0.2727, -0.0909],
                [-0.0909,  0.3636]])
        """
    def is_complex(self) -> _bool:
        """Whether its dtype is a complex type.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_complex``.

        Examples
        --------
        >>> tl.is_complex(tl.tensor([0.5, 1.0, 2.0]))
        False
        """
    def is_conj(self) -> _bool:
        """False: no conjugate is left to be done.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_conj``.

        Examples
        --------
        >>> tl.is_conj(tl.tensor([0.5, 1.0, 2.0]))
        False
        """
    def is_contiguous(self, memory_format: _memory_format | None = None) -> _bool:
        """Whether the elements lie side by side in row-major order, or another `memory_format`.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        bool

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).is_contiguous()
        True
        """
    @property
    def is_cpu(self) -> _bool:
        """Whether it lies on the CPU."""
    @property
    def is_cuda(self) -> _bool:
        """Whether it lies on a card."""
    def is_distributed(self) -> _bool:
        """False: a tensor lies on one device.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_distributed``.

        Examples
        --------
        >>> tl.is_distributed(tl.tensor([0.5, 1.0, 2.0]))
        False
        """
    def is_floating_point(self) -> _bool:
        """Whether its dtype is a floating point type.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_floating_point``.

        Examples
        --------
        >>> tl.is_floating_point(tl.tensor([0.5, 1.0, 2.0]))
        True
        """
    def is_inference(self) -> _bool:
        """False: what `inference_mode` makes is a tensor like any other.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_inference``.

        Examples
        --------
        >>> tl.is_inference(tl.tensor([0.5, 1.0, 2.0]))
        False
        """
    @property
    def is_ipu(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_leaf(self) -> _bool:
        """Whether the user made it, rather than a recorded op."""
    @property
    def is_maia(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_meta(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_mkldnn(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_mps(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_mtia(self) -> _bool:
        """False: there are no tensors of this kind."""
    def is_neg(self) -> _bool:
        """False: nothing is left to negate.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_neg``.

        Examples
        --------
        >>> tl.is_neg(tl.tensor([0.5, 1.0, 2.0]))
        False
        """
    @property
    def is_nested(self) -> _bool:
        """False: there are no tensors of this kind."""
    def is_nonzero(self) -> _bool:
        """Whether the one element is not zero.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_nonzero``.

        Examples
        --------
        >>> tl.is_nonzero([tl.ones(2), tl.zeros(2)])
        True
        """
    def is_pinned(self, device: _device | str | _int | None = None) -> _bool:
        """Whether it lies in pinned memory of the host.

        Parameters
        ----------
        device : device or str or int, optional
            Where the result lies; by default the default device.

        Returns
        -------
        bool

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).is_pinned()
        False
        """
    @property
    def is_quantized(self) -> _bool:
        """False: there are no tensors of this kind."""
    def is_same_size(self, other: Tensor) -> _bool:
        """Whether another tensor has the same shape.

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_same_size``.

        Examples
        --------
        >>> tl.zeros(2, 3).is_same_size(tl.zeros(3, 2))
        False
        """
    def is_set_to(self, tensor: Tensor) -> _bool:
        """Whether it is the same view of the same memory.

        Parameters
        ----------
        tensor : Tensor (...)

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).is_set_to(tl.empty(2, 2))
        False
        """
    def is_shared(self) -> _bool:
        """False: its memory is this process's own.

        Returns
        -------
        bool

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).is_shared()
        False
        """
    def is_signed(self) -> _bool:
        """Whether its dtype has negative numbers.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        bool

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.is_signed``.

        Examples
        --------
        >>> tl.is_signed(tl.tensor([0.5, 1.0, 2.0]))
        True
        """
    @property
    def is_sparse(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_sparse_csr(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_vulkan(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_xla(self) -> _bool:
        """False: there are no tensors of this kind."""
    @property
    def is_xpu(self) -> _bool:
        """False: there are no tensors of this kind."""
    def isclose(
        self,
        other: Tensor,
        rtol: _float = 1e-05,
        atol: _float = 1e-08,
        equal_nan: _bool = False,
    ) -> Tensor:
        """Whether |input - other| <= atol + rtol * |other|, by elements.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...)
            The second operand; shapes broadcast.
        rtol : float, default 1e-05
        atol : float, default 1e-08
        equal_nan : bool, default False

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.isclose``.

        Examples
        --------
        >>> tl.isclose(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def isfinite(self, *, out: Tensor | None = None) -> Tensor:
        """Whether x is neither infinite nor NaN.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).isfinite()
        tensor([True, True, True])
        """
    def isinf(self, *, out: Tensor | None = None) -> Tensor:
        """Whether x is infinite.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).isinf()
        tensor([False, False, False])
        """
    def isnan(self, *, out: Tensor | None = None) -> Tensor:
        """Whether x is NaN.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).isnan()
        tensor([False, False, False])
        """
    def isneginf(self, *, out: Tensor | None = None) -> Tensor:
        """Whether x is negative infinity.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).isneginf()
        tensor([False, False, False])
        """
    def isposinf(self, *, out: Tensor | None = None) -> Tensor:
        """Whether x is positive infinity.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).isposinf()
        tensor([False, False, False])
        """
    def isreal(self) -> Tensor:
        """Whether the imaginary part is 0, by elements; True for real numbers.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.isreal``.

        Examples
        --------
        >>> tl.isreal(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def istft(
        self,
        n_fft: _int,
        hop_length: _int | None = None,
        win_length: _int | None = None,
        window: Tensor | None = None,
        center: _bool = True,
        normalized: _bool = False,
        onesided: _bool | None = None,
        length: _int | None = None,
        return_complex: _bool = False,
    ) -> Tensor:
        """The signal of what `stft` found: the least-squares estimate, where frames overlap.

        Parameters
        ----------
        input : complex Tensor ([B,] frequencies, frames)
        n_fft, hop_length, win_length, window, center, normalized, onesided
            As they were given to `stft`.
        length : int, optional
            Of the result; by default as far as the frames reach.
        return_complex : bool, default False

        Returns
        -------
        Tensor ([B,] length)

        Raises
        ------
        RuntimeError
            If the windows leave a sample of which no frame tells.

        Notes
        -----
        Also the method ``Tensor.istft``.

        References
        ----------
        D. Griffin and J. Lim, Signal estimation from modified short-time Fourier transform, IEEE Trans.
        ASSP 32 (1984).

        Examples
        --------
        >>> x = tl.arange(16.0)
        >>> window = tl.hann_window(8)
        >>> spectrum = tl.stft(x, n_fft=8, hop_length=2, window=window, return_complex=True)
        >>> y = tl.istft(spectrum, n_fft=8, hop_length=2, window=window, length=16)
        >>> tl.allclose(x, y, atol=1e-4)
        True
        """
    def item(self) -> _int | _float:
        """The one element as a Python number; of a complex tensor a complex one.

        Returns
        -------
        int or float

        Examples
        --------
        >>> tl.tensor([1 + 2j]).item()
        (1+2j)
        """
    @property
    def itemsize(self) -> _int:
        """The bytes of one element."""
    def kron(self, other: Tensor) -> Tensor:
        """The Kronecker product: every element of input times the whole of other.

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).kron(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.2500, 0.5000, 1.0000, 0.5000, 1.0000, 2.0000, 1.0000, 2.0000, 4.0000])
        """
    def kthvalue(self, k: _int, dim: _int = -1, keepdim: _bool = False) -> _ValuesIndices:
        """The k-th smallest element along a dim, counted from 1, and where it stood.

        Parameters
        ----------
        k : int
            Which one; 1 is the smallest.
        dim : int, default -1
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).kthvalue(1)
        tensorlite.return_types.kthvalue(
        values=tensor(0.5000),
        indices=tensor(0))
        """
    @property
    def layout(self) -> _layout:
        """How its elements are stored."""
    def lcm(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The least common multiple; 0 where one is 0.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; integers and bool alone.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.lcm_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).lcm(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def lcm_(self, other: Tensor | _float) -> Tensor:
        """In place: The least common multiple; 0 where one is 0.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([1, 2, 3]).lcm_(tl.tensor([1, 2, 3]))
        tensor([1, 2, 3])
        """
    def ldexp(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x * 2**n for an integral n, also where 2**n alone would overflow.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.ldexp_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ldexp(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7071, 2.0000, 8.0000])
        """
    def ldexp_(self, other: Tensor | _float) -> Tensor:
        """In place: x * 2**n for an integral n, also where 2**n alone would overflow.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ldexp_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.7071, 2.0000, 8.0000])
        """
    def le(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x <= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.le_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).le(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def le_(self, other: Tensor | _float) -> Tensor:
        """In place: x <= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).le_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def lerp(
        self,
        end: Tensor | _float,
        weight: Tensor | _float,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """input + weight * (end - input).

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        end : Tensor (...) or number
            What a weight of 1 gives.
        weight : Tensor (...) or number
            How far it goes, from 0 to 1.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.lerp``, in place ``Tensor.lerp_``.

        Examples
        --------
        >>> tl.lerp(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 1, tl.ones(2, 2))
        tensor([[1., 1.],
                [1., 1.]])
        """
    def lerp_(self, end: Tensor | _float, weight: Tensor | _float) -> Tensor:
        """In place: input + weight * (end - input).

        Parameters
        ----------
        end : Tensor (...) or number
            What a weight of 1 gives.
        weight : Tensor (...) or number
            How far it goes, from 0 to 1.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.zeros(2).lerp_(tl.ones(2), 0.25)
        tensor([0.2500, 0.2500])
        """
    def less(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x < y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.less_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).less(tl.tensor([0.5, 1.0, 2.0]))
        tensor([False, False, False])
        """
    def less_(self, other: Tensor | _float) -> Tensor:
        """In place: x < y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).less_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def less_equal(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x <= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.less_equal_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).less_equal(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def less_equal_(self, other: Tensor | _float) -> Tensor:
        """In place: x <= y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).less_equal_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def lgamma(self, *, out: Tensor | None = None) -> Tensor:
        """log |gamma(x)|; infinite at 0 and at negative integers.

        Relative accuracy as elsewhere for x > 0, at the roots 1 and 2 too. For x < 0, where it has more
        roots, float64 is right to 8 units in the last place of max(1, |lgamma(x)|).

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.lgamma_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).lgamma()
        tensor([0.5724, 0.0000, 0.0000])
        """
    def lgamma_(self) -> Tensor:
        """In place: log |gamma(x)|; infinite at 0 and at negative integers.

        Relative accuracy as elsewhere for x > 0, at the roots 1 and 2 too. For x < 0, where it has more
        roots, float64 is right to 8 units in the last place of max(1, |lgamma(x)|).

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).lgamma_()
        tensor([0.5724, 0.0000, 0.0000])
        """
    def log(self, *, out: Tensor | None = None) -> Tensor:
        """Natural logarithm. Method (fdlibm): x = 2**k (1 + f), then a polynomial in f.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.log_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log()
        tensor([-0.6931,  0.0000,  0.6931])
        """
    def log10(self, *, out: Tensor | None = None) -> Tensor:
        """Logarithm to base 10.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.log10_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log10()
        tensor([-0.3010,  0.0000,  0.3010])
        """
    def log10_(self) -> Tensor:
        """In place: Logarithm to base 10.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log10_()
        tensor([-0.3010,  0.0000,  0.3010])
        """
    def log1p(self, *, out: Tensor | None = None) -> Tensor:
        """log(1 + x), accurate near zero.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.log1p_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log1p()
        tensor([0.4055, 0.6931, 1.0986])
        """
    def log1p_(self) -> Tensor:
        """In place: log(1 + x), accurate near zero.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log1p_()
        tensor([0.4055, 0.6931, 1.0986])
        """
    def log2(self, *, out: Tensor | None = None) -> Tensor:
        """Logarithm to base 2; exact at powers of 2.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.log2_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log2()
        tensor([-1.,  0.,  1.])
        """
    def log2_(self) -> Tensor:
        """In place: Logarithm to base 2; exact at powers of 2.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log2_()
        tensor([-1.,  0.,  1.])
        """
    def log_(self) -> Tensor:
        """In place: Natural logarithm. Method (fdlibm): x = 2**k (1 + f), then a polynomial in f.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log_()
        tensor([-0.6931,  0.0000,  0.6931])
        """
    def log_normal_(
        self,
        mean: Tensor | _float = 1.0,
        std: Tensor | _float = 2.0,
        *,
        generator: _Generator | None = None,
    ) -> Tensor:
        """Fill with numbers whose logarithms are normal.

        Parameters
        ----------
        mean : Tensor (...) or number, default 1.0
        std : Tensor (...) or number, default 2.0
        generator : Generator, optional
            Where random numbers come from; by default the default generator.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log_normal_().shape
        tensorlite.Size([3])
        """
    def log_softmax(self, dim: _int, dtype: _dtype | None = None) -> Tensor:
        """log(softmax(x)) along `dim`, without overflow.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).log_softmax(0)
        tensor([-1.9644, -1.4644, -0.4644])
        """
    def logaddexp(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """log(exp(x) + exp(y)). Where that nears 0 by cancellation, the error is absolute.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logaddexp(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1.1931, 1.6931, 2.6931])
        """
    def logaddexp2(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """log2(2**x + 2**y). Where that nears 0 by cancellation, the error is absolute.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logaddexp2(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1.5000, 2.0000, 3.0000])
        """
    def logcumsumexp(self, dim: _int, *, out: Tensor | None = None) -> Tensor:
        """The logarithm of running sums of exponentials along a dim, without overflow.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.logcumsumexp``.

        Examples
        --------
        >>> tl.logcumsumexp(tl.tensor([0.5, 1.0, 2.0]), 0)
        tensor([0.5000, 1.4741, 2.4644])
        """
    def logdet(self) -> Tensor:
        """The logarithm of the determinant of matrices (*, N, N); NaN where that is negative.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.logdet``.

        Examples
        --------
        >>> tl.logdet(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor(2.3979)
        """
    def logical_and(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Whether both are nonzero.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.logical_and_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_and(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def logical_and_(self, other: Tensor | _float) -> Tensor:
        """In place: Whether both are nonzero.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_and_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def logical_not(self, *, out: Tensor | None = None) -> Tensor:
        """Whether x is zero.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.logical_not_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_not()
        tensor([False, False, False])
        """
    def logical_not_(self) -> Tensor:
        """In place: Whether x is zero.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_not_()
        tensor([0., 0., 0.])
        """
    def logical_or(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Whether one is nonzero.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.logical_or_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_or(tl.tensor([0.5, 1.0, 2.0]))
        tensor([True, True, True])
        """
    def logical_or_(self, other: Tensor | _float) -> Tensor:
        """In place: Whether one is nonzero.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_or_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def logical_xor(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Whether just one is nonzero.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.logical_xor_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_xor(tl.tensor([0.5, 1.0, 2.0]))
        tensor([False, False, False])
        """
    def logical_xor_(self, other: Tensor | _float) -> Tensor:
        """In place: Whether just one is nonzero.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logical_xor_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def logit(self, eps: _float | None = None, *, out: Tensor | None = None) -> Tensor:
        """log(x / (1 - x)); x is first clamped to [eps, 1 - eps] if eps is given.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        eps : float, optional
            The input is held within [eps, 1 - eps].
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.logit``, in place ``Tensor.logit_``.

        Examples
        --------
        >>> tl.logit(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., inf, nan])
        """
    def logit_(self, eps: _float | None = None) -> Tensor:
        """In place: see `logit`.

        Parameters
        ----------
        eps : float, optional
            The input is held within [eps, 1 - eps].

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.logit_(tl.tensor([0.5, 0.75]))
        tensor([0.0000, 1.0986])
        """
    def logsumexp(self, dim: _int | _Sequence[_int], keepdim: _bool = False) -> Tensor:
        """log(sum(exp(x))) along dims, without overflow.

        Parameters
        ----------
        dim : int or tuple of int
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).logsumexp(0)
        tensor(2.4644)
        """
    def long(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.int64.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).long()
        tensor([0, 1, 2])
        """
    def lt(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x < y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.lt_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).lt(tl.tensor([0.5, 1.0, 2.0]))
        tensor([False, False, False])
        """
    def lt_(self, other: Tensor | _float) -> Tensor:
        """In place: x < y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).lt_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def lu(self, pivot: _bool = True, get_infos: _bool = False) -> tuple[Tensor, ...]:
        """`linalg.lu_factor` and, with `get_infos`, where it failed.

        Parameters
        ----------
        A : Tensor (..., M, N)
        pivot : bool, default True
        get_infos : bool, default False

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.lu``.

        Examples
        --------
        >>> tl.lu(tl.eye(2))
        (tensor([[1., 0.],
                [0., 1.]]), tensor([1, 2], dtype=tensorlite.int32))
        """
    def lu_solve(self, LU_data: Tensor, LU_pivots: Tensor) -> Tensor:
        """X of A X = input; `linalg.lu_solve` is its new name.

        Parameters
        ----------
        LU_data : Tensor (...)
        LU_pivots : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> LU, pivots = tl.linalg.lu_factor(tl.tensor([[2.0, 1.0], [1.0, 3.0]]))
        >>> tl.tensor([[3.0], [4.0]]).lu_solve(LU, pivots)
        tensor([[1.],
                [1.]])
        """
    def lu_unpack(
        self,
        LU_pivots: Tensor,
        unpack_data: _bool = True,
        unpack_pivots: _bool = True,
    ) -> _lu_unpack:
        """P, L and U of what `linalg.lu_factor` returned; empty ones for what is not asked for.

        Parameters
        ----------
        LU_pivots : Tensor (...)
        unpack_data : bool, default True
        unpack_pivots : bool, default True

        Returns
        -------
        lu_unpack

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> LU, pivots = tl.linalg.lu_factor(tl.tensor([[1.0, 3.0], [2.0, 1.0]]))
        >>> P, L, U = LU.lu_unpack(pivots)
        >>> U
        tensor([[2.0000, 1.0000],
                [0.0000, 2.5000]])
        """
    @property
    def mH(self) -> Tensor:
        """The last two dims swapped, elements conjugated."""
    @property
    def mT(self) -> Tensor:
        """The last two dims swapped; a number is itself."""
    def map2_(
        self,
        x: Tensor,
        y: Tensor,
        callable: _Callable[[_Any, _Any, _Any], _Any],
    ) -> Tensor:
        """In place: each element by what a function gives for it and those of two other tensors.

        See `apply_`.

        Parameters
        ----------
        x, y : Tensor
            Of the same dtype; are expanded to the shape of self.
        callable : function

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> import tensorlite as tl
        >>> tl.zeros(2).map2_(tl.tensor([3.0, 1.0]), tl.tensor(2.0), lambda a, b, c: b * c)
        tensor([6., 2.])
        """
    def map_(self, other: Tensor | _float, callable: _Callable[[_Any, _Any], _Any]) -> Tensor:
        """In place: each element by what a function gives for it and the one of another tensor.

        See `apply_`.

        Parameters
        ----------
        other : Tensor
            Of the same dtype; is expanded to the shape of self.
        callable : function

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> import tensorlite as tl
        >>> tl.tensor([1.0, 2.0]).map_(tl.tensor([3.0, 1.0]), max)
        tensor([3., 2.])
        """
    def masked_fill(self, mask: Tensor, value: Tensor | _float) -> Tensor:
        """input with `value` where the mask holds.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        mask : Tensor (...)
            Where it is True the element is replaced.
        value : Tensor (...) or number
            The number, or the tensor of values.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.masked_fill``, in place ``Tensor.masked_fill_``.

        Examples
        --------
        >>> tl.masked_fill(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([True, False, True]), 1.0)
        tensor([1., 1., 1.])
        """
    def masked_fill_(self, mask: Tensor, value: Tensor | _float) -> Tensor:
        """In place: `value` where the mask holds.

        Parameters
        ----------
        mask : Tensor (...)
            Where it is True the element is replaced.
        value : Tensor (...) or number
            The number, or the tensor of values.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> x = tl.tensor([1.0, float("nan"), 3.0])
        >>> x.masked_fill_(x.isnan(), 0.0)
        tensor([1., 0., 3.])
        """
    def masked_scatter(self, mask: Tensor, source: Tensor) -> Tensor:
        """input with consecutive elements of source where the mask holds.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        mask : Tensor (...)
            Where it is True the next element of the source is put.
        source : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.masked_scatter``, in place ``Tensor.masked_scatter_``.

        Examples
        --------
        >>> tl.masked_scatter(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([True, False, True]), tl.ones(2))
        tensor([1., 1., 1.])
        """
    def masked_scatter_(self, mask: Tensor, source: Tensor) -> Tensor:
        """In place: consecutive elements of source where the mask holds.

        Parameters
        ----------
        mask : Tensor (...)
            Where it is True the next element of the source is put.
        source : Tensor (...)

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).masked_scatter_(tl.tensor([True, False, True]), tl.ones(2))
        tensor([1., 1., 1.])
        """
    def masked_select(self, mask: Tensor, *, out: Tensor | None = None) -> Tensor:
        """The elements of input where the mask holds, both broadcast, as a vector.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        mask : Tensor (...)
            Where it is True the element is taken.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.masked_select``.

        Examples
        --------
        >>> tl.masked_select(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([True, False, True]))
        tensor([0.5000, 2.0000])
        """
    def matmul(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The matrix product, by NumPy's rules.

        Parameters
        ----------
        input : Tensor (K,), (M, K) or (*, M, K)
        other : Tensor (K,), (K, N) or (*, K, N)
            Leading dims are batches and broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor
            (*, M, N), without M or N where an operand is a vector.

        Raises
        ------
        RuntimeError
            If the inner extents or the dtypes differ.

        Notes
        -----
        Also the method ``Tensor.matmul``.

        Examples
        --------
        >>> tl.matmul(tl.tensor([[1., 2.], [3., 4.]]), tl.tensor([1., 1.]))
        tensor([3., 7.])
        """
    def matrix_exp(self) -> Tensor:
        """See `linalg.matrix_exp`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.matrix_exp``.

        Examples
        --------
        >>> tl.matrix_exp(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[76.2898, 40.4587],
                [40.4587, 35.8310]])
        """
    def matrix_power(self, n: _int) -> Tensor:
        """See `linalg.matrix_power`.

        Parameters
        ----------
        n : int
            The power; negative ones are those of the inverse.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).matrix_power(3)
        tensor([[75., 38.],
                [38., 37.]])
        """
    @_overload
    def max(self, *, other: Tensor | None = None) -> Tensor: ...
    @_overload
    def max(self, dim: Tensor) -> Tensor: ...
    @_overload
    def max(self, dim: _int, keepdim: _bool = False) -> _ValuesIndices:
        """The maximum: of all elements, along a dim, or of two tensors by elements.

        ``max(input)`` is the maximum of all; its gradient is shared evenly among ties.
        ``max(input, dim, keepdim=False)`` is a named tuple of `values` and `indices`, of the first
        where there are ties; the gradient goes to that element. ``max(input, other)`` is
        `maximum`. NaN counts as the maximum.

        Parameters
        ----------
        dim : Tensor (...) or int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        other : Tensor (...), optional
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...) or ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> max(tl.tensor([[1, 5], [7, 3]]), dim=1).indices
        tensor([1, 0])
        """
    def maximum(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The larger of two; NaN if either is.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).maximum(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def mean(
        self,
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
        *,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """The mean along dims; NaN of nothing.

        Parameters
        ----------
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).mean()
        tensor(1.1667)
        """
    @_overload
    def median(self) -> Tensor: ...
    @_overload
    def median(self, dim: _int, keepdim: _bool = False) -> _ValuesIndices:
        """The lower median of all elements, whose gradient ties share evenly; or along a dim with its index; NaN if any is.

        Parameters
        ----------
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        Tensor (...) or ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).median()
        tensor(1.)
        """
    @_overload
    def min(self, *, other: Tensor | None = None) -> Tensor: ...
    @_overload
    def min(self, dim: Tensor) -> Tensor: ...
    @_overload
    def min(self, dim: _int, keepdim: _bool = False) -> _ValuesIndices:
        """The minimum: of all elements, along a dim, or of two tensors by elements.

        ``min(input)`` is the minimum of all; its gradient is shared evenly among ties.
        ``min(input, dim, keepdim=False)`` is a named tuple of `values` and `indices`, of the first
        where there are ties; the gradient goes to that element. ``min(input, other)`` is
        `minimum`. NaN counts as the minimum.

        Parameters
        ----------
        dim : Tensor (...) or int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        other : Tensor (...), optional
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...) or ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> min(tl.tensor([[1, 5], [7, 3]]), dim=1).indices
        tensor([0, 1])
        """
    def minimum(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The smaller of two; NaN if either is.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).minimum(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def mm(self, mat2: Tensor, *, out: Tensor | None = None) -> Tensor:
        """The product of a 2-D and a 2-D tensor.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        mat2 : Tensor (K, M)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.mm``.

        Examples
        --------
        >>> tl.mm(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[17.,  7.],
                [ 7., 10.]])
        """
    def mode(self, dim: _int = -1, keepdim: _bool = False) -> _ValuesIndices:
        """The most frequent element along a dim, the smallest of several, and its last index.

        Parameters
        ----------
        dim : int, default -1
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).mode()
        tensorlite.return_types.mode(
        values=tensor(0.5000),
        indices=tensor(0))
        """
    def moveaxis(
        self,
        source: _int | _Sequence[_int],
        destination: _int | _Sequence[_int],
    ) -> Tensor:
        """Dims moved to other places; the rest keep their order.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        source : int or tuple of int
        destination : int or tuple of int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.moveaxis``.

        Examples
        --------
        >>> images = tl.zeros(8, 32, 24, 3)
        >>> tl.moveaxis(images, -1, 1).shape
        tensorlite.Size([8, 3, 32, 24])
        """
    def movedim(
        self,
        source: _int | _Sequence[_int],
        destination: _int | _Sequence[_int],
    ) -> Tensor:
        """Dims moved to other places; the rest keep their order.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        source : int or tuple of int
        destination : int or tuple of int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.movedim``.

        Examples
        --------
        >>> tl.movedim(tl.ones(2, 3), 0, 1).shape
        tensorlite.Size([3, 2])
        """
    def msort(self) -> Tensor:
        """The elements in order along the first dim.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).msort()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def mul(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x * y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.mul_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).mul(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.2500, 1.0000, 4.0000])
        """
    def mul_(self, other: Tensor | _float) -> Tensor:
        """In place: x * y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).mul_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.2500, 1.0000, 4.0000])
        """
    def multinomial(
        self,
        num_samples: _int,
        replacement: _bool = False,
        *,
        generator: _Generator | None = None,
        out: Tensor | None = None,
    ) -> Tensor:
        """Indices drawn with the probabilities that the weights in each row are proportional to.

        With replacement by search in the summed weights; without, the largest of the weights divided
        by exponential numbers (the "exponential race" of Efraimidis and Spirakis, 2006).

        Parameters
        ----------
        input : Tensor (n,) or (m, n)
            Weights of at least 0.
        num_samples : int
        replacement : bool, default False
        generator : Generator, optional
            Where random numbers come from; by default the default generator.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        int64 Tensor (num_samples,) or (m, num_samples)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.multinomial``.

        Examples
        --------
        >>> tl.multinomial(tl.tensor([0.5, 1.0, 2.0]), 2).shape
        tensorlite.Size([2])
        """
    def multiply(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x * y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.multiply_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).multiply(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.2500, 1.0000, 4.0000])
        """
    def multiply_(self, other: Tensor | _float) -> Tensor:
        """In place: x * y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).multiply_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.2500, 1.0000, 4.0000])
        """
    def mv(self, vec: Tensor, *, out: Tensor | None = None) -> Tensor:
        """The product of a 2-D and a 1-D tensor.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        vec : Tensor (M,)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.mv``.

        Examples
        --------
        >>> tl.mv(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), tl.ones(2))
        tensor([3., 7.])
        """
    def mvlgamma(self, p: _float) -> Tensor:
        """The logarithm of the multivariate gamma function of dimension p.

        Parameters
        ----------
        p : int
            At least 1.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.mvlgamma(tl.tensor([1.5, 3.0]), 2)
        tensor([0.4516, 1.5502])
        """
    def mvlgamma_(self, p: _float) -> Tensor:
        """In place: The logarithm of the multivariate gamma function of dimension p.

        Parameters
        ----------
        p : float
            The probability, or the order of the norm.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([3.0, 4.0]).mvlgamma_(2)
        tensor([1.5502, 3.5651])
        """
    def nan_to_num(
        self,
        nan: _float = 0.0,
        posinf: _float | None = None,
        neginf: _float | None = None,
        *,
        out: Tensor | None = None,
    ) -> Tensor:
        """input with NaN replaced, and infinities by the largest finite numbers or what is given.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        nan : float, default 0.0
        posinf : float, optional
        neginf : float, optional
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.nan_to_num``, in place ``Tensor.nan_to_num_``.

        Examples
        --------
        >>> tl.nan_to_num(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def nan_to_num_(
        self,
        nan: _float = 0.0,
        posinf: _float | None = None,
        neginf: _float | None = None,
    ) -> Tensor:
        """In place: input with NaN replaced, and infinities by the largest finite numbers or what is given.

        Parameters
        ----------
        nan : float, default 0.0
        posinf : float, optional
        neginf : float, optional

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nan_to_num_()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def nanmean(
        self,
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
        *,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """The mean of what is not NaN, along dims.

        Parameters
        ----------
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nanmean()
        tensor(1.1667)
        """
    @_overload
    def nanmedian(self) -> Tensor: ...
    @_overload
    def nanmedian(self, dim: _int, keepdim: _bool = False) -> _ValuesIndices:
        """`median` of what is not NaN.

        Parameters
        ----------
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.

        Returns
        -------
        Tensor (...) or ValuesIndices

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nanmedian()
        tensor(1.)
        """
    def nanquantile(
        self,
        q: Tensor | _float,
        dim: _int | None = None,
        keepdim: _bool = False,
        *,
        interpolation: str = 'linear',
    ) -> Tensor:
        """`quantile` of what is not NaN.

        Parameters
        ----------
        q : Tensor (...) or number
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        interpolation : str, default 'linear'

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nanquantile(0.5)
        tensor(1.)
        """
    def nansum(
        self,
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
        *,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """The sum along dims, NaN counted as 0.

        Parameters
        ----------
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nansum()
        tensor(3.5000)
        """
    def narrow(self, dim: _int, start: Tensor | _float, length: _int) -> Tensor:
        """`length` indices of a dim from `start`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        start : Tensor (...) or number
            Where it begins.
        length : int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.narrow``.

        Examples
        --------
        >>> tl.narrow(tl.tensor([0.5, 1.0, 2.0]), 0, 0, 1)
        tensor([0.5000])
        """
    def narrow_copy(self, dim: _int, start: Tensor | _float, length: _int) -> Tensor:
        """A copy of `length` indices of a dim from `start`.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        start : Tensor (...) or number
            Where it begins.
        length : int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.narrow_copy``.

        Examples
        --------
        >>> tl.narrow_copy(tl.tensor([0.5, 1.0, 2.0]), 0, 0, 1)
        tensor([0.5000])
        """
    @property
    def nbytes(self) -> _int:
        """The bytes that its elements take."""
    @property
    def ndim(self) -> _int:
        """The number of its dims."""
    def ndimension(self) -> _int:
        """The number of dims.

        Returns
        -------
        int

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ndimension()
        1
        """
    def ne(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x != y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.ne_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ne(tl.tensor([0.5, 1.0, 2.0]))
        tensor([False, False, False])
        """
    def ne_(self, other: Tensor | _float) -> Tensor:
        """In place: x != y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).ne_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def neg(self, *, out: Tensor | None = None) -> Tensor:
        """-x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.neg_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).neg()
        tensor([-0.5000, -1.0000, -2.0000])
        """
    def neg_(self) -> Tensor:
        """In place: -x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).neg_()
        tensor([-0.5000, -1.0000, -2.0000])
        """
    def negative(self, *, out: Tensor | None = None) -> Tensor:
        """-x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.negative_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).negative()
        tensor([-0.5000, -1.0000, -2.0000])
        """
    def negative_(self) -> Tensor:
        """In place: -x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).negative_()
        tensor([-0.5000, -1.0000, -2.0000])
        """
    def nelement(self) -> _int:
        """Returns
        -------
        int

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nelement()
        3
        """
    def new(
        self,
        *args: _Any,
        size: _Sequence[_int] | None = None,
        device: _device | str | _int | None = None,
    ) -> Tensor:
        """A tensor of self's dtype from extents, or from data, on self's device.

        Parameters
        ----------
        *args : object
        size : sequence of int, optional
            The shape: integers, or one sequence of them.
        device : device or str or int, optional
            Where the result lies; by default the default device.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).new(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def new_empty(
        self,
        *size: _int | _Sequence[_int],
        dtype: _dtype | None = None,
        layout: _layout | None = None,
        device: _device | str | _int | None = None,
        requires_grad: _bool = False,
        pin_memory: _bool = False,
    ) -> Tensor:
        """A tensor of self's dtype, whose elements are not set.

        Parameters
        ----------
        *size : int or tuple of int
            The shape: integers, or one sequence of them.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        layout : layout, optional
            strided or None: all tensors are.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        requires_grad : bool, default False
            Whether gradients of the result are recorded.
        pin_memory : bool, default False
            Whether the memory is pinned for copies to a card.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> x = tl.zeros(2, dtype=tl.int16)
        >>> x.new_empty(3, 4).dtype
        tensorlite.int16
        """
    def new_empty_strided(
        self,
        size: _int | _Sequence[_int],
        stride: _int | _Sequence[_int],
        dtype: _dtype | None = None,
        layout: _layout | None = None,
        device: _device | str | _int | None = None,
        requires_grad: _bool = False,
        pin_memory: _bool = False,
    ) -> Tensor:
        """A tensor of self's dtype with these strides, whose elements are not set.

        Parameters
        ----------
        size : int or tuple of int
            The shape: integers, or one sequence of them.
        stride : int or tuple of int
            The steps of the window; by default its extents for pooling, 1 for convolution.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        layout : layout, optional
            strided or None: all tensors are.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        requires_grad : bool, default False
            Whether gradients of the result are recorded.
        pin_memory : bool, default False
            Whether the memory is pinned for copies to a card.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.zeros(2).new_empty_strided((2, 3), (1, 2)).stride()
        (1, 2)
        """
    def new_full(
        self,
        size: _int | _Sequence[_int],
        fill_value: Tensor | _float,
        *,
        dtype: _dtype | None = None,
        layout: _layout | None = None,
        device: _device | str | _int | None = None,
        requires_grad: _bool = False,
        pin_memory: _bool = False,
    ) -> Tensor:
        """A tensor of self's dtype, filled with one value.

        Parameters
        ----------
        size : int or tuple of int
            The shape: integers, or one sequence of them.
        fill_value : Tensor (...) or number
            The number that each element becomes.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        layout : layout, optional
            strided or None: all tensors are.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        requires_grad : bool, default False
            Whether gradients of the result are recorded.
        pin_memory : bool, default False
            Whether the memory is pinned for copies to a card.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).new_full((2, 3), 7.0)
        tensor([[7., 7., 7.],
                [7., 7., 7.]])
        """
    def new_ones(
        self,
        *size: _int | _Sequence[_int],
        dtype: _dtype | None = None,
        layout: _layout | None = None,
        device: _device | str | _int | None = None,
        requires_grad: _bool = False,
        pin_memory: _bool = False,
    ) -> Tensor:
        """A tensor of self's dtype, filled with 1.

        Parameters
        ----------
        *size : int or tuple of int
            The shape: integers, or one sequence of them.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        layout : layout, optional
            strided or None: all tensors are.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        requires_grad : bool, default False
            Whether gradients of the result are recorded.
        pin_memory : bool, default False
            Whether the memory is pinned for copies to a card.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).new_ones((2, 3))
        tensor([[1., 1., 1.],
                [1., 1., 1.]])
        """
    def new_tensor(
        self,
        data: _Any,
        *,
        dtype: _dtype | None = None,
        device: _device | str | _int | None = None,
        requires_grad: _bool = False,
    ) -> Tensor:
        """A tensor of self's dtype that copies `data`.

        Parameters
        ----------
        data : object
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        requires_grad : bool, default False
            Whether gradients of the result are recorded.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).new_tensor(0)
        tensor(0.)
        """
    def new_zeros(
        self,
        *size: _int | _Sequence[_int],
        dtype: _dtype | None = None,
        layout: _layout | None = None,
        device: _device | str | _int | None = None,
        requires_grad: _bool = False,
        pin_memory: _bool = False,
    ) -> Tensor:
        """A tensor of self's dtype, filled with 0.

        Parameters
        ----------
        *size : int or tuple of int
            The shape: integers, or one sequence of them.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        layout : layout, optional
            strided or None: all tensors are.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        requires_grad : bool, default False
            Whether gradients of the result are recorded.
        pin_memory : bool, default False
            Whether the memory is pinned for copies to a card.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).new_zeros((2, 3))
        tensor([[0., 0., 0.],
                [0., 0., 0.]])
        """
    def nextafter(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """The next float from x toward y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.nextafter_``. Its gradient is written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nextafter(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def nextafter_(self, other: Tensor | _float) -> Tensor:
        """In place: The next float from x toward y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).nextafter_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    @_overload
    def nonzero(
        self,
        *,
        as_tuple: _Literal[False] = False,
        out: Tensor | None = None,
    ) -> Tensor: ...
    @_overload
    def nonzero(
        self,
        *,
        as_tuple: _Literal[True],
        out: Tensor | None = None,
    ) -> tuple[Tensor, ...]:
        """The indices of the elements that are not zero, in row-major order.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.
        as_tuple : bool, default False

        Returns
        -------
        int64 Tensor (count, ndim), or a tuple of ndim vectors where `as_tuple`.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.nonzero``.

        Examples
        --------
        >>> tl.nonzero(tl.tensor([0.5, 1.0, 2.0]))
        tensor([[0],
                [1],
                [2]])
        """
    def nonzero_static(self, *, size: _int, fill_value: _int = -1) -> Tensor:
        """The indices of the first `size` elements that are not zero, filled up where there are fewer.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        size : int
            How many rows.
        fill_value : int, default -1
            What rows left over hold.

        Returns
        -------
        int64 Tensor (size, ndim)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.nonzero_static``.

        Examples
        --------
        >>> tl.nonzero_static(tl.tensor([0, 3, 0, 5]), size=3, fill_value=-1)
        tensor([[ 1],
                [ 3],
                [-1]])
        """
    def norm(
        self,
        p: _float | str = 'fro',
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """(sum of |x|^p)^(1/p) along dims: 2 and "fro" the Euclidean norm, inf the largest, 0 a count.

        Parameters
        ----------
        p : float or str, default 'fro'
            The order of the norm.
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.norm(tl.tensor([3., 4.]))
        tensor(5.)
        """
    def normal_(
        self,
        mean: Tensor | _float = 0.0,
        std: Tensor | _float = 1.0,
        *,
        generator: _Generator | None = None,
    ) -> Tensor:
        """Fill with normal numbers.

        Parameters
        ----------
        mean : Tensor (...) or number, default 0.0
        std : Tensor (...) or number, default 1.0
        generator : Generator, optional
            Where random numbers come from; by default the default generator.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).normal_().shape
        tensorlite.Size([3])
        """
    def not_equal(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x != y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.not_equal_``. It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).not_equal(tl.tensor([0.5, 1.0, 2.0]))
        tensor([False, False, False])
        """
    def not_equal_(self, other: Tensor | _float) -> Tensor:
        """In place: x != y.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).not_equal_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def numel(self) -> _int:
        """The number of elements.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        int

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.numel``.

        Examples
        --------
        >>> tl.numel(tl.tensor([0.5, 1.0, 2.0]))
        3
        """
    def numpy(self, *, force: _bool = False) -> _ndarray[_Any, _Any]:
        """The NumPy array that shares the tensor's memory.

        Parameters
        ----------
        force : bool, default False

        Returns
        -------
        ndarray

        Raises
        ------
        RuntimeError
            If it requires grad, outside of `no_grad`: the array would not be recorded.
        TypeError
            If it lies on a card: `.cpu()` copies it. With `force`, both are seen to.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).numpy()
        array([0.5, 1. , 2. ], dtype=float32)
        """
    def orgqr(self, input2: Tensor) -> Tensor:
        """See `linalg.householder_product`.

        Parameters
        ----------
        input2 : Tensor (...)

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> reflectors, tau = tl.geqrf(tl.tensor([[3.0, 1.0], [4.0, 2.0]]))
        >>> Q = reflectors.orgqr(tau)
        >>> tl.allclose(Q.T @ Q, tl.eye(2), atol=1e-5)
        True
        """
    def ormqr(
        self,
        tau: Tensor,
        other: Tensor,
        left: _bool = True,
        transpose: _bool = False,
    ) -> Tensor:
        """The product of a matrix with Q, or Q^T, of Householder reflections.

        Parameters
        ----------
        tau : Tensor (*, K)
        other : Tensor (*, M, P), or (*, P, M) for ``left=False``
        left : bool, default True
        transpose : bool, default False

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> A = tl.tensor([[3.0, 1.0], [4.0, 2.0]])
        >>> reflectors, tau = tl.geqrf(A)
        >>> tl.allclose(reflectors.ormqr(tau, reflectors.triu()), A, atol=1e-5)
        True
        """
    def outer(self, vec2: Tensor, *, out: Tensor | None = None) -> Tensor:
        """All products of an element of one vector with an element of another.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        vec2 : Tensor (M,)
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.outer``.

        Examples
        --------
        >>> tl.outer(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([[0.2500, 0.5000, 1.0000],
                [0.5000, 1.0000, 2.0000],
                [1.0000, 2.0000, 4.0000]])
        """
    @property
    def output_nr(self) -> _int:
        """Which of the results of its `grad_fn` it is."""
    def permute(self, *dims: _int | _Sequence[_int]) -> Tensor:
        """The dims in another order.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *dims : int or tuple of int
            The dims, of which negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.permute``.

        Examples
        --------
        >>> tl.permute(tl.tensor([0.5, 1.0, 2.0]), (0,))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def pin_memory(self, device: _device | str | _int | None = None) -> Tensor:
        """A copy in memory that a card reads while the host goes on; self if it lies there.

        Parameters
        ----------
        device : device or str or int, optional
            Where the result lies; by default the default device.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> x = tl.ones(3)
        >>> if tl.cuda.is_available():
        ...     x = x.pin_memory().to("cuda", non_blocking=True)
        >>> x.sum().item()
        3.0
        """
    def pinverse(self, rcond: _float | None = 1e-15) -> Tensor:
        """See `linalg.pinv`.

        Parameters
        ----------
        rcond : float or None, default 1e-15

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).pinverse()
        tensor([[ 0.2727, -0.0909],
                [-0.0909,  0.3636]])
        """
    def polygamma(self, n: _int) -> Tensor:
        """Derivative n of digamma: 0, 1, 2, ...

        Parameters
        ----------
        n : int
            The order of the derivative.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).polygamma(3)
        tensor([97.4091,  6.4939,  0.4939])
        """
    def polygamma_(self, n: _int) -> Tensor:
        """In place: Derivative n of digamma: 0, 1, 2, ...

        Parameters
        ----------
        n : int
            The order of the derivative.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).polygamma_(3)
        tensor([97.4091,  6.4939,  0.4939])
        """
    def positive(self, *, out: Tensor | None = None) -> Tensor:
        """x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).positive()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def pow(self, exponent: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """input to the power exponent, by elements; either may be a number.

        Parameters
        ----------
        input : Tensor (...) or number
            What is computed on.
        exponent : Tensor (...) or number
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Notes
        -----
        Also the method ``Tensor.pow``, in place ``Tensor.pow_``.

        Examples
        --------
        >>> tl.pow(tl.tensor([0.5, 1.0, 2.0]), 2)
        tensor([0.2500, 1.0000, 4.0000])
        """
    def pow_(self, exponent: Tensor | _float) -> Tensor:
        """In place: input to the power exponent, by elements; either may be a number.

        Parameters
        ----------
        exponent : Tensor (...) or number

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).pow_(2)
        tensor([0.2500, 1.0000, 4.0000])
        """
    def prelu(self, weight: Tensor) -> Tensor:
        """x where x > 0, else weight * x. He et al. 2015, arXiv:1502.01852.

        Parameters
        ----------
        input : Tensor (any shape)
        weight : Tensor () or (1,) or (C,), C the size of the second dimension of `input`

        Returns
        -------
        Tensor (...)

        Raises
        ------
        RuntimeError
            If the sizes of weight and channels differ.

        Examples
        --------
        >>> tl.nn.functional.prelu(tl.tensor([-1.0, 2.0]), tl.tensor([0.5]))
        tensor([-0.5000,  2.0000])
        """
    def prod(
        self,
        dim: _int | None = None,
        keepdim: _bool = False,
        *,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """The product along a dim, or of all elements; integers and bool give int64.

        Parameters
        ----------
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).prod()
        tensor(1.)
        """
    def put(self, index: Tensor, source: Tensor, accumulate: _bool = False) -> Tensor:
        """A copy of input with elements of `source` set, or added, at flat positions.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        index : Tensor (...)
            Positions in the flattened input.
        source : Tensor (...)
        accumulate : bool, default False

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.put``, in place ``Tensor.put_``.

        Examples
        --------
        >>> tl.put(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0, 1]), tl.ones(2))
        tensor([1., 1., 2.])
        """
    def put_(self, index: Tensor, source: Tensor, accumulate: _bool = False) -> Tensor:
        """In place: elements of `source` set, or added, at flat positions.

        Parameters
        ----------
        index : Tensor (...)
            Positions in the flattened input.
        source : Tensor (...)
        accumulate : bool, default False

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).put_(tl.tensor([0, 1]), tl.ones(2))
        tensor([1., 1., 2.])
        """
    def qr(self, some: _bool = True) -> _linalg_qr:
        """See `linalg.qr`; `some` for its mode "reduced".

        Parameters
        ----------
        some : bool, default True

        Returns
        -------
        linalg_qr

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).qr()
        tensorlite.return_types.linalg_qr(
        Q=tensor([[-0.9701, -0.2425],
                [-0.2425,  0.9701]]),
        R=tensor([[-4.1231, -1.6977],
                [ 0.0000,  2.6679]]))
        """
    def quantile(
        self,
        q: Tensor | _float,
        dim: _int | None = None,
        keepdim: _bool = False,
        *,
        interpolation: str = 'linear',
    ) -> Tensor:
        """Quantiles along a dim, of all elements by default; NaN where a line holds one.

        Parameters
        ----------
        q : float or Tensor (Q,)
            Between 0 and 1; the result begins with a dim of extent Q if it is a vector.
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        interpolation : {"linear", "lower", "higher", "midpoint", "nearest"}
            What lies between two elements.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.quantile(tl.tensor([0., 1., 5.]), tl.tensor([0.25, 0.5]))
        tensor([0.5000, 1.0000])
        """
    def rad2deg(self, *, out: Tensor | None = None) -> Tensor:
        """Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.rad2deg_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).rad2deg()
        tensor([ 28.6479,  57.2958, 114.5916])
        """
    def rad2deg_(self) -> Tensor:
        """In place: None

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).rad2deg_()
        tensor([ 28.6479,  57.2958, 114.5916])
        """
    def random_(
        self,
        *bounds: _float,
        to: _float | None = None,
        generator: _Generator | None = None,
        **named: _Any,
    ) -> Tensor:
        """Fill with integers: ``random_(from, to)``, ``random_(to)``, or all that the dtype holds.

        Parameters
        ----------
        *bounds : float
        to : float, optional
        generator : Generator, optional
            Where random numbers come from; by default the default generator.
        **named : object

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor(2.0).random_(tl.tensor(2.0)).shape
        tensorlite.Size([])
        """
    def ravel(self) -> Tensor:
        """All elements in one dim, side by side in memory: a copy unless they are.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.ravel``.

        Examples
        --------
        >>> tl.ravel(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    real: Tensor
    """The real parts, a view; a real tensor itself."""
    def reciprocal(self, *, out: Tensor | None = None) -> Tensor:
        """1 / x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.reciprocal_``. Its gradient is written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).reciprocal()
        tensor([2.0000, 1.0000, 0.5000])
        """
    def reciprocal_(self) -> Tensor:
        """In place: 1 / x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).reciprocal_()
        tensor([2.0000, 1.0000, 0.5000])
        """
    def record_stream(self, stream: _Any) -> None:
        """Keep its memory from being used again until what `stream` has by then is done.

        Memory belongs to the stream in which it was allocated; work in others has to be told of.

        Parameters
        ----------
        stream : object

        Returns
        -------
        None

        Examples
        --------
        >>> if tl.cuda.is_available():
        ...     x, side = tl.ones(3, device="cuda"), tl.cuda.Stream()
        ...     with tl.cuda.stream(side):
        ...         y = 2 * x
        ...     x.record_stream(side)  # x may be dropped now, though `side` may still read it
        """
    def register_hook(self, hook: _Callable[[Tensor], _Any]) -> _Handle:
        """Call `hook(grad)` when the gradient of self is complete; it may return another one.

        Parameters
        ----------
        hook : callable
            What is called, with what its docstring says.

        Returns
        -------
        Handle
            Its `remove()` takes the hook back.

        Raises
        ------
        RuntimeError
            If self does not require grad.

        Examples
        --------
        >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
        >>> handle = x.register_hook(lambda grad: 10 * grad)
        >>> x.sum().backward()
        >>> x.grad
        tensor([10., 10.])
        >>> handle.remove()
        """
    def register_post_accumulate_grad_hook(self, hook: _Callable[[Tensor], _Any]) -> _Handle:
        """Call `hook(self)` after a gradient was added to `.grad` of this leaf.

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
        >>> def clip(leaf):
        ...     leaf.grad.clamp_(max=1.0)
        >>> handle = x.register_post_accumulate_grad_hook(clip)
        >>> (3 * x).sum().backward()
        >>> x.grad
        tensor([1., 1.])
        """
    def relu(self, *, out: Tensor | None = None) -> Tensor:
        """max(x, 0).

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.relu``, in place ``Tensor.relu_``.

        Examples
        --------
        >>> tl.relu(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def relu_(self) -> Tensor:
        """In place: max(x, 0).

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([-1.0, 2.0]).relu_()
        tensor([0., 2.])
        """
    def remainder(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """Remainder of floored division: has the sign of y (`torch.remainder`, Python's `%`).

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.remainder``, in place ``Tensor.remainder_``.

        Examples
        --------
        >>> tl.remainder(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def remainder_(self, other: Tensor | _float) -> Tensor:
        """In place: Remainder of floored division: has the sign of y (`torch.remainder`, Python's `%`).

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).remainder_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def renorm(self, p: _float, dim: _int, maxnorm: _float) -> Tensor:
        """input with each slice of a dim whose p-norm exceeds `maxnorm` scaled down to it.

        Parameters
        ----------
        p : float
            The order of the norm.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        maxnorm : float

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).renorm(0.5, 0, 0)
        tensor([[0., 0.],
                [0., 0.]])
        """
    def renorm_(self, p: _float, dim: _int, maxnorm: _float) -> Tensor:
        """In place: see `renorm`.

        Parameters
        ----------
        p : float
            The order of the norm.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        maxnorm : float

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([[3.0, 4.0], [0.3, 0.4]]).renorm_(2, 0, 1.0)
        tensor([[0.6000, 0.8000],
                [0.3000, 0.4000]])
        """
    def repeat(self, *sizes: _int | _Sequence[_int]) -> Tensor:
        """Copies of the whole, `sizes` times along each dim.

        Parameters
        ----------
        *sizes : int or tuple of int

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).repeat(2)
        tensor([0.5000, 1.0000, 2.0000, 0.5000, 1.0000, 2.0000])
        """
    def repeat_interleave(
        self,
        repeats: _int | Tensor | None = None,
        dim: _int | None = None,
        *,
        output_size: _int | _Sequence[_int | None] | None = None,
    ) -> Tensor:
        """Each element, or each slice of a dim, repeated side by side.

        `repeat_interleave(counts)` repeats the numbers 0, 1, ... themselves.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        repeats : int or Tensor (...), optional
            How often each dim, or element, is repeated.
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.
        output_size : int or sequence of int or None, optional

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.repeat_interleave``.

        Examples
        --------
        >>> tl.repeat_interleave(tl.tensor([1, 2, 3]))
        tensor([0, 1, 1, 2, 2, 2])
        """
    requires_grad: _bool
    """Whether gradients flow to it."""
    def requires_grad_(self, requires_grad: _bool = True) -> Tensor:
        """Let gradients flow to this leaf, or not; returns it.

        Parameters
        ----------
        requires_grad : bool, default True
            Whether gradients of the result are recorded.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).requires_grad_()
        tensor([0.5000, 1.0000, 2.0000], requires_grad=True)
        """
    def reshape(self, *shape: _int | _Sequence[_int]) -> Tensor:
        """The elements in another shape: a view where strides allow it, else a copy.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *shape : int or tuple of int
            The shape: integers, or one sequence of them; one may be -1.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.reshape``.

        Examples
        --------
        >>> tl.reshape(tl.tensor([0.5, 1.0, 2.0]), (1, -1))
        tensor([[0.5000, 1.0000, 2.0000]])
        """
    def reshape_as(self, other: Tensor) -> Tensor:
        """self in the shape of another tensor.

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).reshape_as(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def resize_(
        self,
        *sizes: _int | _Sequence[_int],
        memory_format: _memory_format | None = None,
    ) -> Tensor:
        """Another size for the same memory, in rows; more of it where it is too small.

        What is new is not set. Views that were made before keep the memory that they had.

        Parameters
        ----------
        *sizes : int or tuple of int
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.arange(6).resize_(2, 2)
        tensor([[0, 1],
                [2, 3]])
        """
    def resize_as_(
        self,
        the_template: Tensor,
        memory_format: _memory_format | None = None,
    ) -> Tensor:
        """`resize_` to the size of another tensor; preserve_format stands for the format of that.

        Parameters
        ----------
        the_template : Tensor (...)
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).resize_as_(tl.ones(2))
        tensor([0.5000, 1.0000])
        """
    def resolve_conj(self) -> Tensor:
        """Itself: no conjugate is left to be done.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.resolve_conj``.

        Examples
        --------
        >>> tl.resolve_conj(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def resolve_neg(self) -> Tensor:
        """Itself: nothing is left to negate.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.resolve_neg``.

        Examples
        --------
        >>> tl.resolve_neg(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def retain_grad(self) -> None:
        """Keep the gradient of this result of an op in `.grad`; after its other hooks.

        Returns
        -------
        None

        Examples
        --------
        >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
        >>> y = 3 * x
        >>> y.retain_grad()
        >>> (y * y).sum().backward()
        >>> y.grad
        tensor([ 6., 12.])
        """
    @property
    def retains_grad(self) -> _bool:
        """Whether `retain_grad` was asked for."""
    def roll(
        self,
        shifts: _int | _Sequence[_int],
        dims: _int | _Sequence[_int] | None = None,
    ) -> Tensor:
        """Elements shifted along dims, those that fall off coming in at the other end.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        shifts : int or tuple of int
        dims : int or tuple of int, optional
            The dims, of which negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.roll``.

        Examples
        --------
        >>> tl.roll(tl.tensor([0.5, 1.0, 2.0]), 1)
        tensor([2.0000, 0.5000, 1.0000])
        """
    def rot90(self, k: _int = 1, dims: _Sequence[_int] = ...) -> Tensor:
        """A plane turned by 90 degrees k times, from the first dim towards the second.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        k : int, default 1
            How many quarter turns.
        dims : sequence of int, default (0, 1)
            The dims, of which negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.rot90``.

        Examples
        --------
        >>> tl.rot90(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor([[1., 3.],
                [4., 1.]])
        """
    def round(self, *, decimals: _int = 0, out: Tensor | None = None) -> Tensor:
        """input rounded half to even, to a number of decimals.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        decimals : int, default 0
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.round``, in place ``Tensor.round_``.

        Examples
        --------
        >>> tl.round(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 1., 2.])
        """
    def round_(self, *, decimals: _int = 0) -> Tensor:
        """In place: input rounded half to even, to a number of decimals.

        Parameters
        ----------
        decimals : int, default 0

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).round_()
        tensor([0., 1., 2.])
        """
    def rsqrt(self, *, out: Tensor | None = None) -> Tensor:
        """1 / sqrt(x).

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.rsqrt_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).rsqrt()
        tensor([1.4142, 1.0000, 0.7071])
        """
    def rsqrt_(self) -> Tensor:
        """In place: 1 / sqrt(x).

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).rsqrt_()
        tensor([1.4142, 1.0000, 0.7071])
        """
    def rsub(self, other: Tensor | _float, *, alpha: _float = 1) -> Tensor:
        """other - alpha * input.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.rsub``.

        Examples
        --------
        >>> tl.rsub(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def scatter(
        self,
        dim: _int,
        index: Tensor,
        src: Tensor | _float | None = None,
        value: Tensor | _float | None = None,
        *,
        reduce: _bool | str | None = None,
    ) -> Tensor:
        """input with ``out[index[i][j]][j] = src[i][j]`` for dim 0; of several, the last one stays.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        src : Tensor (...) or number, optional
        value : Tensor (...) or number, optional
            The number, or the tensor of values.
        reduce : bool or str, optional
            How elements that meet are combined; of losses it is deprecated: use `reduction`.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> labels = tl.tensor([[2], [0]])
        >>> tl.zeros(2, 3).scatter(1, labels, 1.0)  # one-hot
        tensor([[0., 0., 1.],
                [1., 0., 0.]])
        """
    def scatter_(
        self,
        dim: _int,
        index: Tensor,
        src: Tensor | _float | None = None,
        value: Tensor | _float | None = None,
        *,
        reduce: _bool | str | None = None,
    ) -> Tensor:
        """In place: see `scatter`.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        src : Tensor (...) or number, optional
        value : Tensor (...) or number, optional
            The number, or the tensor of values.
        reduce : bool or str, optional
            How elements that meet are combined; of losses it is deprecated: use `reduction`.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.zeros(3).scatter_(0, tl.tensor([2]), 1.0)
        tensor([0., 0., 1.])
        """
    def scatter_add(self, dim: _int, index: Tensor, src: Tensor | _float) -> Tensor:
        """input with ``out[index[i][j]][j] += src[i][j]`` for dim 0, in the order of the index.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        src : Tensor (...) or number

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).scatter_add(0, tl.tensor([0, 1]), tl.ones(2))
        tensor([1.5000, 2.0000, 2.0000])
        """
    def scatter_add_(self, dim: _int, index: Tensor, src: Tensor | _float) -> Tensor:
        """In place: see `scatter_add`.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        src : Tensor (...) or number

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).scatter_add_(0, tl.tensor([0, 1]), tl.ones(2))
        tensor([1.5000, 2.0000, 2.0000])
        """
    def scatter_reduce(
        self,
        dim: _int,
        index: Tensor,
        src: Tensor | _float,
        reduce: _bool | str,
        *,
        include_self: _bool = True,
    ) -> Tensor:
        """input combined with the elements of src that lead to each cell.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        src : Tensor (...) or number
        reduce : str
            "sum", "prod", "mean", "amax" or "amin".
        include_self : bool
            Whether the element of input takes part where others do.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> values, group = tl.tensor([3.0, 7.0, 5.0]), tl.tensor([0, 1, 0])
        >>> tl.zeros(2).scatter_reduce(0, group, values, "mean", include_self=False)
        tensor([4., 7.])
        """
    def scatter_reduce_(
        self,
        dim: _int,
        index: Tensor,
        src: Tensor | _float,
        reduce: _bool | str,
        *,
        include_self: _bool = True,
    ) -> Tensor:
        """In place: see `scatter_reduce`.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : Tensor (...)
            Positions along `dim`.
        src : Tensor (...) or number
        reduce : bool or str
            How elements that meet are combined; of losses it is deprecated: use `reduction`.
        include_self : bool, default True

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> values, group = tl.tensor([3.0, 7.0, 5.0]), tl.tensor([0, 1, 0])
        >>> tl.zeros(2).scatter_reduce_(0, group, values, "amax")
        tensor([5., 7.])
        """
    def select(self, dim: _int, index: _int | Tensor) -> Tensor:
        """The part at one index of a dim, without that dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : int or Tensor (...)
            Positions along `dim`.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.select``.

        Examples
        --------
        >>> tl.select(tl.tensor([[1.0, 2.0], [3.0, 4.0]]), 0, 1)
        tensor([3., 4.])
        """
    def select_scatter(self, src: Tensor | _float, dim: _int, index: _int) -> Tensor:
        """A copy of input with `src` at one index of a dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        src : Tensor (...) or number
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        index : int
            Positions along `dim`.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.select_scatter``.

        Examples
        --------
        >>> tl.select_scatter(tl.zeros(2, 3), tl.ones(3), 0, 1)
        tensor([[0., 0., 0.],
                [1., 1., 1.]])
        """
    def set_(
        self,
        source: Tensor | _TypedStorage | _UntypedStorage | None = None,
        storage_offset: _int = 0,
        size: _int | _Sequence[_int] | None = None,
        stride: _int | _Sequence[_int] | None = None,
    ) -> Tensor:
        """Show other memory: a tensor's, a storage's or a part of it; without a source, none.

        Parameters
        ----------
        source : Tensor, TypedStorage or UntypedStorage, optional
        storage_offset : int
            Where the first element lies, in elements from the start of the source.
        size, stride : sequence of int, optional
            By default all that the source shows, or rows of `size`.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        RuntimeError
            If the dtype or the device differs, if elements lie outside of the source's memory, or if
            the tensor requires grad, outside of `no_grad`.

        Examples
        --------
        >>> x = tl.ones(3)
        >>> x.set_(tl.arange(6.0).storage(), 1, (2, 2), (1, 2))
        tensor([[1., 3.],
                [2., 4.]])
        """
    def sgn(self, *, out: Tensor | None = None) -> Tensor:
        """The direction of x: x / |x|, 0 at 0. Of a real number, its sign.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.sgn_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sgn()
        tensor([1., 1., 1.])
        """
    def sgn_(self) -> Tensor:
        """In place: The direction of x: x / |x|, 0 at 0. Of a real number, its sign.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sgn_()
        tensor([1., 1., 1.])
        """
    @property
    def shape(self) -> _Size:
        """The extents of its dims."""
    def short(self, *, memory_format: _memory_format | None = None) -> Tensor:
        """self as tensorlite.int16.

        Parameters
        ----------
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).short()
        tensor([0, 1, 2], dtype=tensorlite.int16)
        """
    def sigmoid(self, *, out: Tensor | None = None) -> Tensor:
        """1 / (1 + exp(-x)), never from an overflowing exp.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.sigmoid_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sigmoid()
        tensor([0.6225, 0.7311, 0.8808])
        """
    def sigmoid_(self) -> Tensor:
        """In place: 1 / (1 + exp(-x)), never from an overflowing exp.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sigmoid_()
        tensor([0.6225, 0.7311, 0.8808])
        """
    def sign(self, *, out: Tensor | None = None) -> Tensor:
        """-1, 0 or 1; 0 for NaN, as in PyTorch.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.sign_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sign()
        tensor([1., 1., 1.])
        """
    def sign_(self) -> Tensor:
        """In place: -1, 0 or 1; 0 for NaN, as in PyTorch.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sign_()
        tensor([1., 1., 1.])
        """
    def signbit(self, *, out: Tensor | None = None) -> Tensor:
        """Whether the sign bit is set, of -0.0 and NaN too.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of bool.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        It has no gradient.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).signbit()
        tensor([False, False, False])
        """
    def sin(self, *, out: Tensor | None = None) -> Tensor:
        """Sine, for every finite x. Huge x: x / 2 pi modulo 1 in integers (Payne and Hanek).

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.sin_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sin()
        tensor([0.4794, 0.8415, 0.9093])
        """
    def sin_(self) -> Tensor:
        """In place: Sine, for every finite x. Huge x: x / 2 pi modulo 1 in integers (Payne and Hanek).

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sin_()
        tensor([0.4794, 0.8415, 0.9093])
        """
    def sinc(self, *, out: Tensor | None = None) -> Tensor:
        """sin(pi x) / (pi x); 1 at 0.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.sinc_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sinc()
        tensor([0.6366, -0.0000, 0.0000])
        """
    def sinc_(self) -> Tensor:
        """In place: sin(pi x) / (pi x); 1 at 0.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sinc_()
        tensor([0.6366, -0.0000, 0.0000])
        """
    def sinh(self, *, out: Tensor | None = None) -> Tensor:
        """Hyperbolic sine.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.sinh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sinh()
        tensor([0.5211, 1.1752, 3.6269])
        """
    def sinh_(self) -> Tensor:
        """In place: Hyperbolic sine.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sinh_()
        tensor([0.5211, 1.1752, 3.6269])
        """
    @_overload
    def size(self) -> _Size: ...
    @_overload
    def size(self, dim: _int) -> _int:
        """The shape, or the extent of one dim.

        Parameters
        ----------
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        Size or int

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).size()
        tensorlite.Size([3])
        """
    def slice_scatter(
        self,
        src: Tensor | _float,
        dim: _int = 0,
        start: Tensor | _float | None = None,
        end: Tensor | _float | None = None,
        step: _float = 1,
    ) -> Tensor:
        """A copy of input with `src` in a slice of a dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        src : Tensor (...) or number
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.
        start : Tensor (...) or number, optional
            Where it begins.
        end : Tensor (...) or number, optional
            Where it ends.
        step : float, default 1
            By how much each is more than the one before.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.slice_scatter``.

        Examples
        --------
        >>> tl.slice_scatter(tl.tensor([True, False]), tl.ones(2))
        tensor([True, True])
        """
    def slogdet(self) -> _linalg_slogdet:
        """See `linalg.slogdet`.

        Returns
        -------
        linalg_slogdet

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).slogdet()
        tensorlite.return_types.linalg_slogdet(
        sign=tensor(1.),
        logabsdet=tensor(2.3979))
        """
    def softmax(self, dim: _int, dtype: _dtype | None = None) -> Tensor:
        """exp(x) / sum(exp(x)) along `dim`, without overflow.

        Parameters
        ----------
        dim : int
        dtype : dtype, optional
            To which the input is converted first.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.softmax(tl.tensor([[0., 0.], [1., 1.]]), dim=1)
        tensor([[0.5000, 0.5000],
                [0.5000, 0.5000]])
        """
    def sort(
        self,
        dim: _int = -1,
        descending: _bool = False,
        stable: _bool = False,
    ) -> _ValuesIndices:
        """The elements along a dim in order, and where they stood.

        Parameters
        ----------
        dim : int
        descending : bool
        stable : bool
            Accepted; the order is always stable.

        Returns
        -------
        (values, indices)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sort()
        tensorlite.return_types.sort(
        values=tensor([0.5000, 1.0000, 2.0000]),
        indices=tensor([0, 1, 2]))
        """
    def split(
        self,
        split_size_or_sections: _int | _Sequence[_int],
        dim: _int = 0,
    ) -> tuple[Tensor, ...]:
        """Parts along a dim: of one size (the last may be smaller), or of the sizes given.

        Parameters
        ----------
        tensor : Tensor (...)
        split_size_or_sections : int or tuple of int
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.split``.

        Examples
        --------
        >>> tl.split(tl.tensor([0.5, 1.0, 2.0]), 2)
        (tensor([0.5000, 1.0000]), tensor([2.]))
        """
    def split_with_sizes(
        self,
        split_sizes: _Sequence[_int],
        dim: _int = 0,
    ) -> tuple[Tensor, ...]:
        """Parts of the sizes given.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        split_sizes : sequence of int
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.split_with_sizes``.

        Examples
        --------
        >>> tl.split_with_sizes(tl.arange(5), [2, 3])
        (tensor([0, 1]), tensor([2, 3, 4]))
        """
    def sqrt(self, *, out: Tensor | None = None) -> Tensor:
        """Square root, rounded correctly; NaN below zero.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.sqrt_``. Its gradient is written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sqrt()
        tensor([0.7071, 1.0000, 1.4142])
        """
    def sqrt_(self) -> Tensor:
        """In place: Square root, rounded correctly; NaN below zero.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sqrt_()
        tensor([0.7071, 1.0000, 1.4142])
        """
    def square(self, *, out: Tensor | None = None) -> Tensor:
        """x * x.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, bool counting as int64.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.square_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).square()
        tensor([0.2500, 1.0000, 4.0000])
        """
    def square_(self) -> Tensor:
        """In place: x * x.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).square_()
        tensor([0.2500, 1.0000, 4.0000])
        """
    def squeeze(self, dim: _int | _Sequence[_int] | None = None, *dims: _int) -> Tensor:
        """Without the dims of extent 1, or without those given.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        *dims : int
            The dims, of which negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.squeeze``, in place ``Tensor.squeeze_``.

        Examples
        --------
        >>> tl.squeeze(tl.tensor([0.5, 1.0, 2.0]), (0,))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def squeeze_(self, dim: _int | _Sequence[_int] | None = None, *dims: _int) -> Tensor:
        """In place, without moving data: Without the dims of extent 1, or without those given.

        Parameters
        ----------
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        *dims : int
            The dims, of which negative ones count from the last.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).squeeze_((0,))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def std(
        self,
        dim: _int | _Sequence[_int] | None = None,
        unbiased: _bool = True,
        keepdim: _bool = False,
        *,
        correction: _float | None = None,
    ) -> Tensor:
        """The square root of `var`; its gradient is 0 where all elements are equal.

        Parameters
        ----------
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        unbiased : bool, default True
            Whether the variance is divided by one less than the number of elements.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        correction : float, optional
            What is taken from the number of elements: 1 gives the unbiased variance.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).std()
        tensor(0.7638)
        """
    def std_mean(
        self,
        dim: _int | _Sequence[_int] | None = None,
        unbiased: _bool = True,
        keepdim: _bool = False,
        *,
        correction: _float | None = None,
    ) -> tuple[Tensor, Tensor]:
        """The standard deviation and the mean along dims.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        unbiased : bool, default True
            Whether the variance is divided by one less than the number of elements.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        correction : float, optional
            What is taken from the number of elements: 1 gives the unbiased variance.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.std_mean``.

        Examples
        --------
        >>> tl.std_mean(tl.tensor([0.5, 1.0, 2.0]))
        (tensor(0.7638), tensor(1.1667))
        """
    def stft(
        self,
        n_fft: _int,
        hop_length: _int | None = None,
        win_length: _int | None = None,
        window: Tensor | None = None,
        center: _bool = True,
        pad_mode: str = 'reflect',
        normalized: _bool = False,
        onesided: _bool | None = None,
        return_complex: _bool | None = None,
        align_to_window: _bool | None = None,
    ) -> Tensor:
        """The frequencies of frames of a signal, each `hop_length` after the one before.

        Parameters
        ----------
        input : Tensor (L,) or (B, L)
        n_fft : int
            The samples of a frame.
        hop_length : int, optional
            A quarter of a frame by default.
        win_length : int, optional
            The samples that `window` weighs, in the middle of a frame; all by default.
        window : Tensor (win_length,), optional
            Ones by default.
        center : bool
            Whether frame t is around sample t * hop_length, with the signal padded by `pad_mode`.
        pad_mode : str, default 'reflect'
        normalized : bool
            Divide by the root of n_fft.
        onesided : bool, optional
            Only the first n_fft // 2 + 1 frequencies: by default of real signals.
        return_complex : bool
            Else both parts are a last dim.
        align_to_window : bool, optional
            Without `center`: whether the window of frame t, rather than the frame, starts at sample
            t * hop_length.

        Returns
        -------
        Tensor ([B,] frequencies, frames)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.stft``.

        Examples
        --------
        >>> tl.stft(tl.ones(16), 8, return_complex=True).shape
        tensorlite.Size([5, 9])
        """
    def storage(self) -> _TypedStorage:
        """The memory that it shares with its views, as numbers of its dtype.

        Returns
        -------
        TypedStorage

        Examples
        --------
        >>> x = tl.arange(4)
        >>> storage = x[2:].storage()
        >>> storage[3] = 30
        >>> storage.tolist()
        [0, 1, 2, 30]
        >>> x
        tensor([ 0,  1,  2, 30])
        """
    def storage_offset(self) -> _int:
        """The elements between the start of the storage and the first element.

        Returns
        -------
        int

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).storage_offset()
        0
        """
    @_overload
    def stride(self) -> tuple[_int, ...]: ...
    @_overload
    def stride(self, dim: _int) -> _int:
        """The steps between neighbours along each dim, or one dim, in elements.

        Parameters
        ----------
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of int or int

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).stride()
        (1,)
        """
    def sub(
        self,
        other: Tensor | _float,
        *,
        alpha: _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """input - alpha * other.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        alpha : float, default 1
            By what the second operand is multiplied first.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.sub``, in place ``Tensor.sub_``.

        Examples
        --------
        >>> tl.sub(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def sub_(self, other: Tensor | _float, *, alpha: _float = 1) -> Tensor:
        """In place: input - alpha * other.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).sub_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def subtract(
        self,
        other: Tensor | _float,
        *,
        alpha: _float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        """input - alpha * other.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        alpha : float, default 1
            By what the second operand is multiplied first.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.subtract``, in place ``Tensor.subtract_``.

        Examples
        --------
        >>> tl.subtract(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def subtract_(self, other: Tensor | _float, *, alpha: _float = 1) -> Tensor:
        """In place: input - alpha * other.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        alpha : float, default 1
            By what the second operand is multiplied first.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).subtract_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0., 0., 0.])
        """
    def sum(
        self,
        dim: _int | _Sequence[_int] | None = None,
        keepdim: _bool = False,
        *,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """The sum along dims; integers and bool give int64.

        Parameters
        ----------
        dim : int or tuple of int, optional
            All dims by default.
        keepdim : bool
            Leave the reduced dims with extent 1.
        dtype : dtype, optional
            Of the sum.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Notes
        -----
        float32 is added in 64 lanes and every 4096 elements moved to float64; the bits do not depend
        on the number of threads.

        Examples
        --------
        >>> tl.sum(tl.tensor([[1., 2.], [3., 4.]]), dim=1)
        tensor([3., 7.])
        """
    def sum_to_size(self, *size: _int | _Sequence[_int]) -> Tensor:
        """self summed over the dims that make it larger than `size`, which broadcasts to it.

        Parameters
        ----------
        *size : int or tuple of int
            The shape: integers, or one sequence of them.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.ones(1, 2, 3).sum_to_size((2, 3))
        tensor([[1., 1., 1.],
                [1., 1., 1.]])
        """
    def svd(self, some: _bool = True, compute_uv: _bool = True) -> _svd:
        """U, S and V of input = U diag(S) V^T; `linalg.svd` is its new name, and returns V^T.

        Parameters
        ----------
        some : bool, default True
        compute_uv : bool, default True

        Returns
        -------
        svd

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).svd()
        tensorlite.return_types.svd(
        U=tensor([[-0.8507, -0.5257],
                [-0.5257,  0.8507]]),
        S=tensor([4.6180, 2.3820]),
        V=tensor([[-0.8507, -0.5257],
                [-0.5257,  0.8507]]))
        """
    def swapaxes(self, dim0: _int, dim1: _int) -> Tensor:
        """Two dims swapped.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim0 : int
        dim1 : int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.swapaxes``, in place ``Tensor.swapaxes_``.

        Examples
        --------
        >>> tl.swapaxes(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0, 1)
        tensor([[4., 1.],
                [1., 3.]])
        """
    def swapaxes_(self, dim0: _int, dim1: _int) -> Tensor:
        """In place, without moving data: Two dims swapped.

        Parameters
        ----------
        dim0 : int
        dim1 : int

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).swapaxes_(0, 1)
        tensor([[4., 1.],
                [1., 3.]])
        """
    def swapdims(self, dim0: _int, dim1: _int) -> Tensor:
        """Two dims swapped.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim0 : int
        dim1 : int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.swapdims``, in place ``Tensor.swapdims_``.

        Examples
        --------
        >>> tl.swapdims(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0, 1)
        tensor([[4., 1.],
                [1., 3.]])
        """
    def swapdims_(self, dim0: _int, dim1: _int) -> Tensor:
        """In place, without moving data: Two dims swapped.

        Parameters
        ----------
        dim0 : int
        dim1 : int

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).swapdims_(0, 1)
        tensor([[4., 1.],
                [1., 3.]])
        """
    def t(self) -> Tensor:
        """A matrix transposed; a vector as it is.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.t``, in place ``Tensor.t_``.

        Examples
        --------
        >>> tl.t(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def t_(self) -> Tensor:
        """In place, without moving data: A matrix transposed; a vector as it is.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).t_()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def take(self, index: Tensor) -> Tensor:
        """The elements at flat positions, in the shape of `index`.

        Parameters
        ----------
        index : Tensor (...)
            Positions in the flattened input.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).take(tl.tensor([0, 1]))
        tensor([0.5000, 1.0000])
        """
    def take_along_dim(self, indices: Tensor, dim: _int | None = None) -> Tensor:
        """`gather` whose operands are broadcast apart from the dim; without a dim, of all elements.

        Along a dim an index counts on from its other end, from behind and from the front.

        Parameters
        ----------
        indices : Tensor (...)
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> x = tl.tensor([[3, 1, 2], [6, 5, 4]])
        >>> x.take_along_dim(x.argsort(1), 1)
        tensor([[1, 2, 3],
                [4, 5, 6]])
        """
    def tan(self, *, out: Tensor | None = None) -> Tensor:
        """Tangent, for every finite x. Method as for `sin`.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.tan_``. Its gradient is written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).tan()
        tensor([ 0.5463,  1.5574, -2.1850])
        """
    def tan_(self) -> Tensor:
        """In place: Tangent, for every finite x. Method as for `sin`.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).tan_()
        tensor([ 0.5463,  1.5574, -2.1850])
        """
    def tanh(self, *, out: Tensor | None = None) -> Tensor:
        """Hyperbolic tangent: -t / (t + 2) with t = expm1(-2|x|), as in fdlibm.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.tanh_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).tanh()
        tensor([0.4621, 0.7616, 0.9640])
        """
    def tanh_(self) -> Tensor:
        """In place: Hyperbolic tangent: -t / (t + 2) with t = expm1(-2|x|), as in fdlibm.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).tanh_()
        tensor([0.4621, 0.7616, 0.9640])
        """
    def tensor_split(
        self,
        indices_or_sections: _int | _Sequence[_int] | Tensor,
        dim: _int = 0,
    ) -> tuple[Tensor, ...]:
        """Parts at the given indices, or into that many parts whose sizes differ by at most one.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices_or_sections : int or sequence of int or Tensor (...)
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.tensor_split``.

        Examples
        --------
        >>> tl.tensor_split(tl.tensor([0.5, 1.0, 2.0]), 3)
        (tensor([0.5000]), tensor([1.]), tensor([2.]))
        """
    def tile(self, *dims: _int | _Sequence[_int]) -> Tensor:
        """Copies of the whole; missing leading sizes count as 1.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        *dims : int or tuple of int
            How many copies along each dim.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.tile``.

        Examples
        --------
        >>> tl.tile(tl.tensor([0.5, 1.0]), (2,))
        tensor([0.5000, 1.0000, 0.5000, 1.0000])
        """
    def to(
        self,
        *args: _Any,
        dtype: _dtype | None = None,
        device: _device | str | _int | None = None,
        copy: _bool = False,
        non_blocking: _bool = False,
        memory_format: _memory_format | None = None,
    ) -> Tensor:
        """``to(dtype)``, ``to(device)``, ``to(device, dtype)`` or ``to(other)``.

        Two bools by place are `non_blocking` and `copy`.

        Parameters
        ----------
        *args : object
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        device : device or str or int, optional
            Where the result lies; by default the default device.
        copy : bool, default False
        non_blocking : bool, default False
            Whether a copy from pinned memory need not be waited for.
        memory_format : memory_format, optional
            The order in which dims lie in memory.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).to(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def to_dense(
        self,
        dtype: _dtype | None = None,
        *,
        masked_grad: _bool | None = None,
    ) -> Tensor:
        """Itself, in another dtype if one is given: there are no other layouts.

        Parameters
        ----------
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        masked_grad : bool, optional

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).to_dense()
        tensor([0.5000, 1.0000, 2.0000])
        """
    def to_device(self, device: _device | str | _int, /, *, stream: _Any = None) -> Tensor:
        """A copy on another device; self if it lies there: the array API standard's name of `to`.

        Parameters
        ----------
        device : device or str or int
            Where the result lies; by default the default device.
        stream : object, optional

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.ones(2).to_device("cpu").device
        device(type='cpu')
        """
    def tobytes(self) -> bytes:
        r"""The bytes of its elements, row by row.

        Returns
        -------
        bytes

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).tobytes()
        b'\x00\x00\x00?\x00\x00\x80?\x00\x00\x00@'
        """
    def tolist(self) -> _Any:
        """The elements as nested lists of Python numbers.

        Returns
        -------
        list, or a number where there are no dims

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).tolist()
        [0.5, 1.0, 2.0]
        """
    def topk(
        self,
        k: _int,
        dim: _int = -1,
        largest: _bool = True,
        sorted: _bool = True,
    ) -> _ValuesIndices:
        """The k largest (smallest) elements along a dim, in order, and where they stood.

        Parameters
        ----------
        k : int
            How many.
        dim : int, default -1
            The dim or dims along which it goes; negative ones count from the last.
        largest : bool, default True
            Whether the largest or the smallest are taken.
        sorted : bool, default True
            Whether results are in order.

        Returns
        -------
        ValuesIndices

        Raises
        ------
        RuntimeError
            If the dim has fewer than k elements.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).topk(1)
        tensorlite.return_types.topk(
        values=tensor([2.]),
        indices=tensor([2]))
        """
    def trace(self) -> Tensor:
        """The sum of a matrix's diagonal.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.trace``.

        Examples
        --------
        >>> tl.trace(tl.tensor([[4.0, 1.0], [1.0, 3.0]]))
        tensor(7.)
        """
    def transpose(self, dim0: _int, dim1: _int) -> Tensor:
        """Two dims swapped.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim0 : int
        dim1 : int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.transpose``, in place ``Tensor.transpose_``.

        Examples
        --------
        >>> tl.transpose(tl.tensor([[4.0, 1.0], [1.0, 3.0]]), 0, 1)
        tensor([[4., 1.],
                [1., 3.]])
        """
    def transpose_(self, dim0: _int, dim1: _int) -> Tensor:
        """In place, without moving data: Two dims swapped.

        Parameters
        ----------
        dim0 : int
        dim1 : int

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).transpose_(0, 1)
        tensor([[4., 1.],
                [1., 3.]])
        """
    def triangular_solve(
        self,
        A: Tensor,
        upper: _bool = True,
        transpose: _bool = False,
        unitriangular: _bool = False,
    ) -> _triangular_solve:
        """X of A X = input for triangular A, and A; `linalg.solve_triangular` is its new name.

        Parameters
        ----------
        A : Tensor (..., M, N)
        upper : bool, default True
            Whether the upper triangle is meant.
        transpose : bool, default False
        unitriangular : bool, default False

        Returns
        -------
        triangular_solve

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).triangular_solve(tl.eye(2))
        tensorlite.return_types.triangular_solve(
        solution=tensor([[4., 1.],
                [1., 3.]]),
        cloned_coefficient=tensor([[1., 0.],
                [0., 1.]]))
        """
    def tril(self, diagonal: _int = 0) -> Tensor:
        """input on and below a diagonal, zero elsewhere.

        Parameters
        ----------
        diagonal : int, default 0
            Which diagonal: 0 the main one, positive ones above it.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).tril()
        tensor([[4., 0.],
                [1., 3.]])
        """
    def tril_(self, diagonal: _int = 0) -> Tensor:
        """In place: see `tril`.

        Parameters
        ----------
        diagonal : int, default 0
            Which diagonal: 0 the main one, positive ones above it.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).tril_()
        tensor([[4., 0.],
                [1., 3.]])
        """
    def triu(self, diagonal: _int = 0) -> Tensor:
        """input on and above a diagonal, zero elsewhere.

        Parameters
        ----------
        diagonal : int, default 0
            Which diagonal: 0 the main one, positive ones above it.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).triu()
        tensor([[4., 1.],
                [0., 3.]])
        """
    def triu_(self, diagonal: _int = 0) -> Tensor:
        """In place: see `triu`.

        Parameters
        ----------
        diagonal : int, default 0
            Which diagonal: 0 the main one, positive ones above it.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([[4.0, 1.0], [1.0, 3.0]]).triu_()
        tensor([[4., 1.],
                [0., 3.]])
        """
    def true_divide(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """input / other; integers divide as floating point numbers.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.true_divide``, in place ``Tensor.true_divide_``.

        Examples
        --------
        >>> tl.true_divide(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def true_divide_(self, other: Tensor | _float) -> Tensor:
        """In place: input / other; integers divide as floating point numbers.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).true_divide_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([1., 1., 1.])
        """
    def trunc(self, *, out: Tensor | None = None) -> Tensor:
        """Integral part of x, toward zero.

        Parameters
        ----------
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype; bool is refused.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        In place ``Tensor.trunc_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).trunc()
        tensor([0., 1., 2.])
        """
    def trunc_(self) -> Tensor:
        """In place: Integral part of x, toward zero.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).trunc_()
        tensor([0., 1., 2.])
        """
    def type(self, dtype: _dtype | None = None, non_blocking: _bool = False) -> _Any:
        """Its type as ``"tensorlite.FloatTensor"``; or self in such a type or dtype.

        Parameters
        ----------
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.
        non_blocking : bool, default False
            Whether a copy from pinned memory need not be waited for.

        Returns
        -------
        str, or Tensor (...) where a dtype is given

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).type()
        'tensorlite.FloatTensor'
        """
    def type_as(self, other: Tensor) -> Tensor:
        """self in the dtype of another tensor.

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).type_as(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def unbind(self, dim: _int = 0) -> tuple[Tensor, ...]:
        """The parts at each index of a dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unbind``.

        Examples
        --------
        >>> tl.unbind(tl.tensor([0.5, 1.0, 2.0]))
        (tensor(0.5000), tensor(1.), tensor(2.))
        """
    def unflatten(self, dim: _int, sizes: _Sequence[_int]) -> Tensor:
        """One dim as several; one of their sizes may be -1.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.
        sizes : sequence of int

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unflatten``.

        Examples
        --------
        >>> tl.unflatten(tl.arange(6), 0, (2, 3))
        tensor([[0, 1, 2],
                [3, 4, 5]])
        """
    def unfold(self, dimension: _int, size: _int, step: _int) -> Tensor:
        """Windows of `size` along a dim, `step` apart, as a new last dim.

        Parameters
        ----------
        dimension : int
        size : int
            The length of each window.
        step : int
            How far apart windows start.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).unfold(0, 2, 1)
        tensor([[0.5000, 1.0000],
                [1.0000, 2.0000]])
        """
    def uniform_(
        self,
        *bounds: _float,
        to: _float | None = None,
        generator: _Generator | None = None,
        **named: _Any,
    ) -> Tensor:
        """Fill with uniform numbers, of complex ones both parts: ``uniform_(from=0, to=1)``.

        Parameters
        ----------
        *bounds : float
        to : float, optional
        generator : Generator, optional
            Where random numbers come from; by default the default generator.
        **named : object

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> x = tl.empty(100).uniform_(-1, 1)
        >>> bool(((x >= -1) & (x < 1)).all())
        True
        """
    @_overload
    def unique(
        self,
        sorted: _bool = True,
        return_inverse: _Literal[False] = False,
        return_counts: _Literal[False] = False,
        dim: _int | None = None,
    ) -> Tensor: ...
    @_overload
    def unique(
        self,
        sorted: _bool = True,
        return_inverse: _bool = False,
        return_counts: _bool = False,
        dim: _int | None = None,
    ) -> _Any:
        """The distinct elements in order, or the distinct slices along a dim.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        sorted : bool, default True
            Whether results are in order.
        return_inverse : bool, default False
        return_counts : bool, default False
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        Tensor, or a tuple with the index of each element in it and the number of each.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unique``.

        Examples
        --------
        >>> tl.unique(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    @_overload
    def unique_consecutive(
        self,
        return_inverse: _Literal[False] = False,
        return_counts: _Literal[False] = False,
        dim: _int | None = None,
    ) -> Tensor: ...
    @_overload
    def unique_consecutive(
        self,
        return_inverse: _bool = False,
        return_counts: _bool = False,
        dim: _int | None = None,
    ) -> _Any:
        """The elements, or the slices along a dim, without those that repeat the one before.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        return_inverse : bool, default False
        return_counts : bool, default False
        dim : int, optional
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        Tensor (...) or object

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unique_consecutive``.

        Examples
        --------
        >>> tl.unique_consecutive(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def unsafe_chunk(self, chunks: _int, dim: _int = 0) -> tuple[Tensor, ...]:
        """At most `chunks` parts of equal size; the last may be smaller.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        chunks : int
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unsafe_chunk``.

        Examples
        --------
        >>> tl.unsafe_chunk(tl.tensor([0.5, 1.0, 2.0]), 3)
        (tensor([0.5000]), tensor([1.]), tensor([2.]))
        """
    def unsafe_split(
        self,
        split_size_or_sections: _int | _Sequence[_int],
        dim: _int = 0,
    ) -> tuple[Tensor, ...]:
        """Parts along a dim: of one size (the last may be smaller), or of the sizes given.

        Parameters
        ----------
        tensor : Tensor (...)
        split_size_or_sections : int or tuple of int
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unsafe_split``.

        Examples
        --------
        >>> tl.unsafe_split(tl.tensor([0.5, 1.0, 2.0]), 2)
        (tensor([0.5000, 1.0000]), tensor([2.]))
        """
    def unsafe_split_with_sizes(
        self,
        split_sizes: _Sequence[_int],
        dim: _int = 0,
    ) -> tuple[Tensor, ...]:
        """Parts of the sizes given.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        split_sizes : sequence of int
        dim : int, default 0
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unsafe_split_with_sizes``.

        Examples
        --------
        >>> tl.unsafe_split_with_sizes(tl.arange(5), [2, 3])
        (tensor([0, 1]), tensor([2, 3, 4]))
        """
    def unsqueeze(self, dim: _int) -> Tensor:
        """With a new dim of extent 1.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.unsqueeze``, in place ``Tensor.unsqueeze_``.

        Examples
        --------
        >>> tl.unsqueeze(tl.tensor([0.5, 1.0, 2.0]), 0)
        tensor([[0.5000, 1.0000, 2.0000]])
        """
    def unsqueeze_(self, dim: _int) -> Tensor:
        """In place, without moving data: With a new dim of extent 1.

        Parameters
        ----------
        dim : int
            The dim or dims along which it goes; negative ones count from the last.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).unsqueeze_(0)
        tensor([[0.5000, 1.0000, 2.0000]])
        """
    def untyped_storage(self) -> _UntypedStorage:
        """The memory that it shares with its views, as bytes.

        Returns
        -------
        UntypedStorage

        Examples
        --------
        >>> x = tl.arange(4)
        >>> x[2:].untyped_storage() == x.untyped_storage()
        True
        >>> x.untyped_storage().nbytes()
        32
        """
    def var(
        self,
        dim: _int | _Sequence[_int] | None = None,
        unbiased: _bool = True,
        keepdim: _bool = False,
        *,
        correction: _float | None = None,
    ) -> Tensor:
        """The mean squared distance from the mean along dims, over n - correction (1 by default).

        Parameters
        ----------
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        unbiased : bool, default True
            Whether the variance is divided by one less than the number of elements.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        correction : float, optional
            What is taken from the number of elements: 1 gives the unbiased variance.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        IndexError
            If `dim` is out of range.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).var()
        tensor(0.5833)
        """
    def var_mean(
        self,
        dim: _int | _Sequence[_int] | None = None,
        unbiased: _bool = True,
        keepdim: _bool = False,
        *,
        correction: _float | None = None,
    ) -> tuple[Tensor, Tensor]:
        """The variance and the mean along dims.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        dim : int or tuple of int, optional
            The dim or dims along which it goes; negative ones count from the last.
        unbiased : bool, default True
            Whether the variance is divided by one less than the number of elements.
        keepdim : bool, default False
            Whether dims that are reduced stay, with extent 1.
        correction : float, optional
            What is taken from the number of elements: 1 gives the unbiased variance.

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.
        IndexError
            If `dim` is out of range.

        Notes
        -----
        Also the method ``Tensor.var_mean``.

        Examples
        --------
        >>> tl.var_mean(tl.tensor([0.5, 1.0, 2.0]))
        (tensor(0.5833), tensor(1.1667))
        """
    def vdot(self, other: Tensor, *, out: Tensor | None = None) -> Tensor:
        """The product of a 1-D and a 1-D tensor.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        other : Tensor (...)
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.vdot``.

        Examples
        --------
        >>> tl.vdot(tl.tensor([0.5, 1.0, 2.0]), tl.tensor([0.5, 1.0, 2.0]))
        tensor(5.2500)
        """
    def view(
        self,
        *shape: _int | _Sequence[_int] | _dtype,
        dtype: _dtype | None = None,
    ) -> Tensor:
        """The same memory in another shape, or its bytes as another dtype.

        Parameters
        ----------
        *shape : int or sequence of int or dtype
            The shape: integers, or one sequence of them; one may be -1.
        dtype : dtype, optional
            Of the result; by default that of the input, or what its type rule gives.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        RuntimeError
            If the elements do not lie in memory so that strides can walk the shape.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).view((1, -1))
        tensor([[0.5000, 1.0000, 2.0000]])
        """
    def view_as(self, other: Tensor) -> Tensor:
        """self in the shape of another tensor.

        Parameters
        ----------
        other : Tensor (...)
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).view_as(tl.tensor([0.5, 1.0, 2.0]))
        tensor([0.5000, 1.0000, 2.0000])
        """
    def vsplit(
        self,
        indices_or_sections: _int | _Sequence[_int] | Tensor,
    ) -> tuple[Tensor, ...]:
        """Parts along dim 0: so many equal ones, or cut at the given indices.

        Parameters
        ----------
        input : Tensor (...)
            What is computed on.
        indices_or_sections : int or sequence of int or Tensor (...)

        Returns
        -------
        tuple of Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Notes
        -----
        Also the method ``Tensor.vsplit``.

        Examples
        --------
        >>> top, bottom = tl.vsplit(tl.arange(8).reshape(4, 2), 2)
        >>> bottom
        tensor([[4, 5],
                [6, 7]])
        """
    def where(self, condition: Tensor, other: Tensor | _float) -> Tensor:
        """self where the condition holds, else other.

        Parameters
        ----------
        condition : Tensor (...)
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)

        Raises
        ------
        TypeError
            If an operand is no tensor.

        Examples
        --------
        >>> tl.tensor([True, False]).where(tl.tensor([True, False]), tl.tensor([True, False]))
        tensor([ True, False])
        """
    def xlogy(self, other: Tensor | _float, *, out: Tensor | None = None) -> Tensor:
        """x log(y); 0 where x is 0, unless y is NaN.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.
        out : Tensor (...), optional
            Where the result is put; its shape and dtype must fit.

        Returns
        -------
        Tensor (...)
            Of the shape to which the operands broadcast; of their common dtype, integers becoming the default floating point one.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Notes
        -----
        In place ``Tensor.xlogy_``. Its gradient is derived from its source.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).xlogy(tl.tensor([0.5, 1.0, 2.0]))
        tensor([-0.3466,  0.0000,  1.3863])
        """
    def xlogy_(self, other: Tensor | _float) -> Tensor:
        """In place: x log(y); 0 where x is 0, unless y is NaN.

        Parameters
        ----------
        other : Tensor (...) or number
            The second operand; shapes broadcast.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Raises
        ------
        TypeError
            If an operand is no tensor.
        RuntimeError
            If the shapes do not broadcast.

        Examples
        --------
        >>> tl.tensor([0.5, 1.0, 2.0]).xlogy_(tl.tensor([0.5, 1.0, 2.0]))
        tensor([-0.3466,  0.0000,  1.3863])
        """
    def zero_(self) -> Tensor:
        """Set every element to 0.

        Returns
        -------
        Tensor (...)
            The tensor itself, written.

        Examples
        --------
        >>> tl.zero_(tl.ones(2))
        tensor([0., 0.])
        """

def make(storage: _Storage, spec: Spec, address: _int, cls: type[Tensor] = ...) -> Tensor:
    """A tensor over a storage, outside of any graph."""
def extra(tensor: Tensor) -> Extra:
    """The Extra of a tensor, made when first needed."""
def empty_of(spec: Spec) -> Tensor:
    """A tensor of uninitialised memory."""
def empty_shape(shape: _Sequence[_int], dtype: _dtype, device: _device) -> Tensor:
    """A dense tensor of uninitialised memory."""
def base_of(tensor: Tensor) -> Tensor:
    """The tensor of which this one is a view, or itself."""
def number(constant: _Any) -> _Any:
    """A 0-d tensor that stands for a Python number, or NotImplemented for anything else."""
def known_numbers() -> list[_Any]:
    """The storages of the numbers that tensors stand for."""
def bytes_at(device: _device, address: _int, nbytes: _int) -> bytes:
    """What lies at an address, when all work that was begun there is done."""
def array_of(tensor: Tensor) -> _ndarray[_Any, _Any]:
    """The NumPy array that shows a tensor's memory, which has to lie on the CPU."""
def reached(tensor: Tensor, array: _ndarray[_Any, _Any]) -> tuple[_ndarray[_Any, _Any], _int]:
    """The bytes that an array of a tensor reaches, which keep it; and where it begins in them."""
def scalar_at(tensor: Tensor) -> _Any:
    """The first element in C's words, whose `value` is a Python number; None where it is not read.

    A NumPy array of it would take five times as long.
    """
def values_of(tensor: Tensor) -> _ndarray[_Any, _Any]:
    """A NumPy array of a tensor's values: its memory where NumPy reads it, or a copy."""
def memory_of(tensor: Tensor) -> _ndarray[_Any, _Any]:
    """A NumPy array over a tensor's memory on the CPU, or over a copy of it on a card."""

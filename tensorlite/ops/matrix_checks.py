"""What linear algebra asks of its operands."""

from .. import dtypes, shapes
from ..declare import offer
from ..errors import LinAlgError, expected
from ..tensor import Tensor
from .views import expand

offer("LinAlgError", LinAlgError, "linalg")


def as_float(op, x, dtype=None):
    """x in the floating point type asked for, never a narrower one than its own."""
    if not isinstance(x, Tensor):
        raise TypeError(expected(op, "a Tensor", type(x).__name__, "tensor()"))
    if not x.spec.dtype.differentiable:
        wanted = "a floating point tensor as input, or a complex one"
        raise RuntimeError(expected(op, wanted, repr(x.dtype), ".float()"))
    if dtype is None:
        return x
    dtype = dtypes.as_dtype(dtype, op)
    if dtype.is_complex and not x.spec.dtype.is_complex:
        raise RuntimeError(
            expected(op, "dtype should be real for real inputs", repr(dtype), repr(dtype.to_real()))
        )
    if not dtypes.can_cast(x.dtype, dtype) or dtypes.promote_types(x.dtype, dtype) is not dtype:
        raise RuntimeError(
            expected(op, f"a dtype that holds {x.dtype!r} without narrowing", repr(dtype), ".to()")
        )
    return x.to(dtype)


def matrices(op, A, name="A", integral=False):
    """A as a floating point tensor (*, M, N); where it may be `integral`, as it is."""
    A = A if integral and isinstance(A, Tensor) else as_float(op, A)
    if A.ndim < 2:
        raise RuntimeError(
            expected(op, f"The input tensor {name} must have at least 2 dimensions", f"{A.ndim}",
                     "unsqueeze()")
        )  # fmt: skip
    return A


def square(op, A, name="A", integral=False):
    """A as a floating point tensor (*, N, N); where it may be `integral`, as it is."""
    A = matrices(op, A, name, integral)
    m, n = A.spec.shape[-2:]
    if m != n:
        raise RuntimeError(
            f"{op}: {name} must be batches of square matrices, but they are {m} by {n} matrices; "
            f"expected (*, N, N); got {list(A.shape)}; try lstsq() or pinv()"
        )
    return A


def same_dtype(op, A, B, names="A and B"):
    """Refuse operands of two dtypes."""
    if A.dtype is not B.dtype:
        raise RuntimeError(
            f"{op}: Expected {names} to have the same dtype, but found {names.split()[0]} of type "
            f"{A.dtype!r} and {names.split()[-1]} of type {B.dtype!r} instead; expected one dtype; "
            f"got two; try .to({A.dtype!r})"
        )


def over_one_batch(op, *operands):
    """Matrices expanded to a common batch."""
    batch = shapes.broadcast(*[x.spec.shape[:-2] for x in operands], op=op)
    return [
        x if x.spec.shape[:-2] == batch else expand(x, (*batch, *x.spec.shape[-2:]))
        for x in operands
    ]

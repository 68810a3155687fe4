"""The named tuples that linear algebra returns."""

from typing import NamedTuple

from ..tensor import Tensor
from .results import result


@result
class geqrf(NamedTuple):
    """Householder vectors with R, and their scales."""

    a: Tensor
    tau: Tensor


@result
class linalg_cholesky_ex(NamedTuple):
    """Cholesky factors, and where they failed."""

    L: Tensor
    info: Tensor


@result
class linalg_eigh(NamedTuple):
    """Eigenvalues, and vectors as columns."""

    eigenvalues: Tensor
    eigenvectors: Tensor


@result
class linalg_eig(NamedTuple):
    """Complex eigenvalues, and vectors as columns."""

    eigenvalues: Tensor
    eigenvectors: Tensor


@result
class linalg_inv_ex(NamedTuple):
    """Inverses, and where they failed."""

    inverse: Tensor
    info: Tensor


@result
class linalg_ldl_factor(NamedTuple):
    """L and D in one, and exchanges of rows."""

    LD: Tensor
    pivots: Tensor


@result
class linalg_ldl_factor_ex(NamedTuple):
    """L and D in one, exchanges of rows, and where it failed."""

    LD: Tensor
    pivots: Tensor
    info: Tensor


@result
class linalg_lstsq(NamedTuple):
    """What least squares found."""

    solution: Tensor
    residuals: Tensor
    rank: Tensor
    singular_values: Tensor


@result
class linalg_lu(NamedTuple):
    """A = P L U."""

    P: Tensor
    L: Tensor
    U: Tensor


@result
class linalg_lu_factor(NamedTuple):
    """L and U in one, and exchanges of rows."""

    LU: Tensor
    pivots: Tensor


@result
class linalg_lu_factor_ex(NamedTuple):
    """L and U in one, exchanges of rows, and where it failed."""

    LU: Tensor
    pivots: Tensor
    info: Tensor


@result
class linalg_qr(NamedTuple):
    """A = Q R."""

    Q: Tensor
    R: Tensor


@result
class linalg_slogdet(NamedTuple):
    """Sign and logarithm of determinants."""

    sign: Tensor
    logabsdet: Tensor


@result
class linalg_solve_ex(NamedTuple):
    """Solutions, and where they failed."""

    result: Tensor
    info: Tensor


@result
class linalg_svd(NamedTuple):
    """A = U diag(S) Vh."""

    U: Tensor
    S: Tensor
    Vh: Tensor


@result
class lu_unpack(NamedTuple):
    """A = P L U."""

    P: Tensor
    L: Tensor
    U: Tensor


@result
class svd(NamedTuple):
    """A = U diag(S) V^T."""

    U: Tensor
    S: Tensor
    V: Tensor


@result
class triangular_solve(NamedTuple):
    """Solutions, and the matrices."""

    solution: Tensor
    cloned_coefficient: Tensor

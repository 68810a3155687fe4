"""Whole Jacobians and Hessians: products with all unit vectors at once."""

import functools
from collections.abc import Callable
from typing import Any

from ..errors import expected
from ..op import registry
from .derivatives import chosen, placed, tensors_of
from .forward import linearized
from .mapping import vmap
from .reverse import vjp


def jacrev(
    func: Callable[..., Any],
    argnums: int | tuple[int, ...] = 0,
    *,
    has_aux: bool = False,
    chunk_size: int | None = None,
) -> Callable[..., Any]:
    """
    A function that computes the Jacobian of another one, row by row.

    Parameters
    ----------
    func : function
        Returns tensors, or dicts, lists and tuples of them.
    argnums : int or tuple of int
        With respect to which positional arguments.
    has_aux : bool
        `func` returns a pair of its output and anything else.
    chunk_size : int, optional
        How many rows are computed at once; all by default.

    Returns
    -------
    function
        Of the same arguments. It returns tensors of the shape of the output followed by that of the
        input; nested as the output is, and within that as the arguments are.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.jacrev(lambda x: x * x)(tl.tensor([1.0, 2.0]))
    tensor([[2., 0.],
            [0., 4.]])
    """
    if chunk_size is not None and chunk_size < 1:
        raise ValueError(expected("jacrev", "chunk_size of at least 1", repr(chunk_size), "None"))

    @functools.wraps(func)
    def jacobian(*args, **kwargs):
        point = chosen("jacrev", args, argnums)
        found = vjp(lambda value: func(*placed(args, argnums, value), **kwargs), point,
                    has_aux=has_aux)  # fmt: skip
        outputs, rebuild, _ = tensors_of("jacrev", "outputs of the function", found[0])
        inputs, within, _ = tensors_of("jacrev", "inputs", point)
        _check_real("jacrev", inputs=inputs, outputs=outputs)

        def rows(vectors):
            (gradients,) = found[1](rebuild(vectors))
            return tuple(tensors_of("jacrev", "gradients", gradients)[0])

        columns = vmap(rows, chunk_size=chunk_size)(_units(outputs))
        blocks = [_cut(column, outputs) for column in columns]  # by input, then by output
        nested = rebuild([
            within([
                block.reshape((*y.shape, *x.shape)) for x, block in zip(inputs, row, strict=True)
            ])
            for y, row in zip(outputs, zip(*blocks, strict=True), strict=True)
        ])  # fmt: skip
        return (nested, found[2]) if has_aux else nested

    return jacobian


def jacfwd(
    func: Callable[..., Any],
    argnums: int | tuple[int, ...] = 0,
    has_aux: bool = False,
    *,
    randomness: str = "error",
) -> Callable[..., Any]:
    """
    A function that computes the Jacobian of another one, column by column; see `jacrev`.

    Parameters
    ----------
    randomness : str
        Accepted: the function is evaluated once, so that nothing random differs.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.jacfwd(lambda x: x * x)(tl.tensor([1.0, 2.0]))
    tensor([[2., 0.],
            [0., 4.]])
    """

    @functools.wraps(func)
    def jacobian(*args, **kwargs):
        point = chosen("jacfwd", args, argnums)
        result, push, aux = linearized(
            "jacfwd", lambda value: func(*placed(args, argnums, value), **kwargs), (point,),
            False, has_aux,
        )  # fmt: skip
        outputs, rebuild, _ = tensors_of("jacfwd", "outputs of the function", result)
        inputs, within, _ = tensors_of("jacfwd", "inputs", point)
        _check_real("jacfwd", inputs=inputs, outputs=outputs)

        def columns(vectors):
            return tuple(tensors_of("jacfwd", "tangents", push((within(vectors),)))[0])

        found = vmap(columns, out_dims=-1)(_units(inputs))
        nested = rebuild([
            within([
                block.reshape((*y.shape, *x.shape))
                for x, block in zip(inputs, _cut(column, inputs, -1), strict=True)
            ])
            for y, column in zip(outputs, found, strict=True)
        ])  # fmt: skip
        return (nested, aux) if has_aux else nested

    return jacobian


def hessian(func: Callable[..., Any], argnums: int | tuple[int, ...] = 0) -> Callable[..., Any]:
    """
    A function that computes the Hessian of another one: `jacfwd` of `jacrev`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.func.hessian(lambda x: (x**3).sum())(tl.tensor([1.0, 2.0]))
    tensor([[ 6.,  0.],
            [ 0., 12.]])
    """
    return jacfwd(jacrev(func, argnums), argnums)


def _check_real(op, **given):
    """Raise for complex tensors: what is not analytic has no Jacobian of complex numbers."""
    for what, tensors in given.items():
        for x in tensors:
            if x.spec.dtype.is_complex:
                got = repr(x.spec.dtype)
                raise RuntimeError(expected(op, f"all {what} to be real", got, "view_as_real()"))


def _units(tensors):
    """All unit vectors of tensors together: for each of these (count, *shape)."""
    sizes = [x.spec.numel for x in tensors]
    count, start, found = sum(sizes), 0, []
    for x, size in zip(tensors, sizes, strict=True):
        unit = registry["zeros"](count, size, dtype=x.spec.dtype, device=x.spec.device)
        unit.diagonal(-start).fill_(1) if size else None
        found.append(unit.reshape((count, *x.spec.shape)))
        start += size
    return found


def _cut(block, tensors, dim=0):
    """What all unit vectors gave, cut into the parts of each tensor."""
    return block.split([x.spec.numel for x in tensors], dim)

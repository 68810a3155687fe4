"""One of several values that a scalar function returns, as a scalar function."""

import ast
from functools import lru_cache

from . import reflect
from .derive import function_of
from .statements import rebuilt, tidied


@lru_cache(maxsize=256)
def outputs(f):
    """
    The values that a scalar function returns, each as a scalar function of the same parameters.

    Parameters
    ----------
    f : function
        A scalar function, such as a rule of an optimizer.

    Returns
    -------
    tuple of function
        What a value does not need is left out of its text.

    Examples
    --------
    >>> print(outputs(lambda x, y: (x + y, x * y))[1].__source__)
    def lambda__1(x, y):
        return x * y
    """
    scalar = reflect.read(f)
    if scalar.outputs == 1:
        return (reflect.unwrap(f),)
    return tuple(
        function_of(f"{scalar.name}_{k}", scalar.params, scalar.defaults,
                    tidied(_chosen(scalar.node.body, k)), dict(scalar.names))
        for k in range(scalar.outputs)
    )  # fmt: skip


def _chosen(body, k):
    """Statements that return value `k` where they returned several."""
    return [
        ast.Return(s.value.elts[k]) if isinstance(s, ast.Return) else rebuilt(s, _chosen, k)
        for s in body
    ]

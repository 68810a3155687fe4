"""Products with Jacobians and Hessians, and those themselves, of a function of tensors."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, overload

from ..errors import expected
from ..gate import gate_all
from ..op import registry
from ..tensor import Tensor
from .backward import grad
from .modes import enable_grad, is_grad_enabled, set_grad_enabled

__all__ = ["hessian", "hvp", "jacobian", "jvp", "vhp", "vjp"]

T = TypeVar("T")


@overload
def vjp(
    func: Callable[..., T],
    inputs: Tensor,
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> tuple[T, Tensor]: ...
@overload
def vjp(
    func: Callable[..., T],
    inputs: Sequence[Tensor],
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> tuple[T, tuple[Tensor, ...]]: ...
def vjp(
    func: Callable[..., Any],
    inputs: Tensor | Sequence[Tensor],
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> Any:
    """
    The product of a vector with the Jacobian of a function.

    Parameters
    ----------
    func : function
        Takes the inputs, returns a tensor or a tuple of them.
    inputs : Tensor or tuple of Tensor
    v : Tensor or tuple of Tensor, optional
        As the outputs; may be left out for one output of one element.
    create_graph : bool
        Record the results, so that they can be differentiated.
    strict : bool
        Raise where an output does not depend on an input, instead of zeros.

    Returns
    -------
    outputs, product
        The product has the structure of the inputs.

    Raises
    ------
    RuntimeError
        If `v` is missing or of another size, or where `strict` says so.

    Examples
    --------
    >>> tl.autograd.functional.vjp(lambda x: x * x, tl.tensor([1.0, 2.0]), tl.tensor([1.0, 1.0]))
    (tensor([1., 4.]), tensor([2., 4.]))
    """
    with enable_grad():
        single, inputs = _fresh("vjp", inputs, create_graph)
        one, outputs = _evaluated("vjp", func, inputs, strict)
        v = _vector("vjp", v, outputs, one, create_graph, "output")
    with set_grad_enabled(create_graph or is_grad_enabled()):
        product = _gradients("vjp", outputs, inputs, v, create_graph, strict)
    return _given(outputs, one, create_graph), _given(product, single, create_graph)


def jvp(
    func: Callable[..., T],
    inputs: Tensor | Sequence[Tensor],
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> tuple[T, T]:
    """
    The product of the Jacobian of a function with a vector, by two backward walks.

    The first walk is linear in its gradient, so its own gradient with respect to that is the
    product. See `vjp` for the arguments; `v` is as the inputs, the product as the outputs.

    Returns
    -------
    outputs, product
        The product has the structure of the outputs.

    Examples
    --------
    >>> tl.autograd.functional.jvp(lambda x: x * x, tl.tensor([1.0, 2.0]), tl.tensor([1.0, 0.0]))
    (tensor([1., 4.]), tensor([2., 0.]))
    """
    with enable_grad():
        single, inputs = _fresh("jvp", inputs, create_graph)
        v = _vector("jvp", v, inputs, single, create_graph, "input")
        one, outputs = _evaluated("jvp", func, inputs, strict)
        zeros = tuple(registry["zeros_like"](y).requires_grad_() for y in outputs)
        first = _gradients("jvp", outputs, inputs, zeros, True, strict)
    with set_grad_enabled(create_graph or is_grad_enabled()):
        product = _gradients("jvp", first, zeros, v, create_graph, strict)
    return _given(outputs, one, create_graph), _given(product, one, create_graph)


@overload
def jacobian(
    func: Callable[..., Tensor],
    inputs: Tensor,
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    strategy: str = "reverse-mode",
) -> Tensor: ...
@overload
def jacobian(
    func: Callable[..., Tensor],
    inputs: Sequence[Tensor],
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    strategy: str = "reverse-mode",
) -> tuple[Tensor, ...]: ...
@overload
def jacobian(
    func: Callable[..., Sequence[Tensor]],
    inputs: Tensor | Sequence[Tensor],
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    strategy: str = "reverse-mode",
) -> tuple[Any, ...]: ...
def jacobian(
    func: Callable[..., Any],
    inputs: Tensor | Sequence[Tensor],
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    strategy: str = "reverse-mode",
) -> Any:  # fmt: skip
    """
    The Jacobian of a function.

    Parameters
    ----------
    func, inputs, create_graph, strict
        See `vjp`.
    vectorize : bool
        Has no effect here, and does not go with `strict`.
    strategy : str
        "reverse-mode", one backward walk per element of the outputs; or "forward-mode", one `jvp`
        per element of the inputs.

    Returns
    -------
    Tensor or tuple
        Of the shape of the output followed by that of the input; a tuple over the outputs if there
        are several, of tuples over the inputs if there are several.

    Examples
    --------
    >>> tl.autograd.functional.jacobian(lambda x: x * x, tl.tensor([1.0, 2.0]))
    tensor([[2., 0.],
            [0., 4.]])
    """
    if strategy not in ("reverse-mode", "forward-mode"):
        raise ValueError(
            expected("jacobian", "strategy 'reverse-mode' or 'forward-mode'", repr(strategy),
                     "'reverse-mode'")
        )  # fmt: skip
    if strict and vectorize:
        raise RuntimeError(expected("jacobian", "strict or vectorize", "both", "vectorize=False"))
    if strategy == "forward-mode":
        return _forward_jacobian(func, inputs, create_graph, strict)
    with enable_grad():
        single, inputs = _fresh("jacobian", inputs, create_graph)
        one, outputs = _evaluated("jacobian", func, inputs, strict)
        rows = [_rows(y, inputs, create_graph, strict) for y in outputs]
    blocks = tuple(_given(row, single, create_graph) for row in rows)
    return blocks[0] if one else blocks


def _rows(y, inputs, create, strict):
    """The Jacobians of one output for each input."""
    flat = y.reshape(-1)
    found = [
        _gradients("jacobian", (flat[k],), inputs, None, create, strict, True)
        for k in range(flat.numel())
    ]
    if not found:
        return tuple(x.new_zeros((*y.shape, *x.shape)) for x in inputs)
    stack = registry["stack"]
    return tuple(
        stack(parts).reshape((*y.shape, *x.shape))
        for x, parts in zip(inputs, zip(*found, strict=True), strict=True)
    )


def _forward_jacobian(func, inputs, create, strict):
    """The Jacobian column by column."""
    single, points = _tensors("jacobian", "inputs", inputs)
    columns, one, outputs = [], True, ()
    for number, x in enumerate(points):
        found = []
        for k in range(x.numel()):
            v = [registry["zeros_like"](each.detach()) for each in points]
            v[number].view(-1)[k] = 1
            result, product = jvp(func, inputs, v[0] if single else tuple(v), create, strict)
            one, outputs = _tensors("jacobian", "outputs", result)
            found.append(_tensors("jacobian", "outputs", product)[1])
        columns.append([
            registry["stack"](parts, -1).reshape((*y.shape, *x.shape))
            for y, parts in zip(outputs, zip(*found, strict=True), strict=True)
        ])  # fmt: skip
    blocks = tuple(row[0] if single else row for row in zip(*columns, strict=True))
    return blocks[0] if one else blocks


@overload
def hessian(
    func: Callable[..., Tensor],
    inputs: Tensor,
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    outer_jacobian_strategy: str = "reverse-mode",
) -> Tensor: ...
@overload
def hessian(
    func: Callable[..., Tensor],
    inputs: Sequence[Tensor],
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    outer_jacobian_strategy: str = "reverse-mode",
) -> tuple[tuple[Tensor, ...], ...]: ...
def hessian(
    func: Callable[..., Tensor],
    inputs: Tensor | Sequence[Tensor],
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    outer_jacobian_strategy: str = "reverse-mode",
) -> Any:  # fmt: skip
    """
    The Hessian of a function whose result has one element; see `jacobian`.

    Returns
    -------
    Tensor, or tuple of tuples of Tensor
        For each pair of inputs, of the dims of the first and then those of the second.

    Examples
    --------
    >>> tl.autograd.functional.hessian(lambda x: (x * x * x).sum(), tl.tensor([1.0, 2.0]))
    tensor([[ 6.,  0.],
            [ 0., 12.]])
    """
    single, inputs = _tensors("hessian", "inputs", inputs)

    def slope(*points):
        points = tuple(x if x.requires_grad else x.requires_grad_() for x in points)
        return jacobian(lambda *xs: _scalar("hessian", func, xs, strict), points, True, strict)

    found = jacobian(slope, inputs, create_graph, strict, vectorize, outer_jacobian_strategy)
    return found[0][0] if single else found


@overload
def vhp(
    func: Callable[..., Tensor],
    inputs: Tensor,
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> tuple[Tensor, Tensor]: ...
@overload
def vhp(
    func: Callable[..., Tensor],
    inputs: Sequence[Tensor],
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> tuple[Tensor, tuple[Tensor, ...]]: ...
def vhp(
    func: Callable[..., Tensor],
    inputs: Tensor | Sequence[Tensor],
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> Any:
    """
    The product of a vector with the Hessian of a function; see `vjp` for the arguments.

    Returns
    -------
    outputs, product
        The product has the structure of the inputs.
    """
    return _hessian_product("vhp", func, inputs, v, create_graph, strict)


@overload
def hvp(
    func: Callable[..., Tensor],
    inputs: Tensor,
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> tuple[Tensor, Tensor]: ...
@overload
def hvp(
    func: Callable[..., Tensor],
    inputs: Sequence[Tensor],
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> tuple[Tensor, tuple[Tensor, ...]]: ...
def hvp(
    func: Callable[..., Tensor],
    inputs: Tensor | Sequence[Tensor],
    v: Tensor | Sequence[Tensor] | None = None,
    create_graph: bool = False,
    strict: bool = False,
) -> Any:
    """
    The product of the Hessian of a function with a vector: `vhp`, since it is symmetric.

    Returns
    -------
    outputs, product
        The product has the structure of the inputs.
    """
    return _hessian_product("hvp", func, inputs, v, create_graph, strict)


def _hessian_product(op, func, inputs, v, create, strict):
    with enable_grad():
        single, inputs = _fresh(op, inputs, create)
        v = _vector(op, v, inputs, single, create, "input")
        out = _scalar(op, func, inputs, strict)
        slopes = _gradients(op, (out,), inputs, None, True, strict)
    with set_grad_enabled(create or is_grad_enabled()):
        product = _gradients(op, slopes, inputs, v, create, strict)
    return _given((out,), True, create), _given(product, single, create)


# ------------------------------------------------------------------ arguments and results


def _tensors(op, what, value):
    """Whether there is a single tensor, and the tuple of all."""
    single = not isinstance(value, tuple | list)
    found = (value,) if single else tuple(value)
    for x in found:
        if not isinstance(x, Tensor):
            raise TypeError(
                expected(op, f"{what} to be a Tensor or a tuple of Tensors", type(x).__name__,
                         "tensor()")
            )  # fmt: skip
    return single, found


def _fresh(op, inputs, create):
    """The inputs as tensors of their own, so that what `func` captures stays apart."""
    single, inputs = _tensors(op, "inputs", inputs)
    return single, tuple(
        x.view_as(x) if create and x.requires_grad else x.detach().requires_grad_() for x in inputs
    )


def _evaluated(op, func, inputs, strict):
    one, outputs = _tensors(op, "outputs of the function", func(*inputs))
    for number, y in enumerate(outputs):
        if strict and not y.requires_grad:
            raise RuntimeError(
                f"{op}: Output {number} of the user-provided function does not require gradients; "
                "expected it to depend on the inputs in strict mode; try strict=False"
            )
    return one, outputs


def _scalar(op, func, inputs, strict):
    """The result of a function that must be a single tensor of one element, as 0-d."""
    one, outputs = _evaluated(op, func, inputs, strict)
    if not one or outputs[0].numel() != 1:
        got = f"shape {list(outputs[0].shape)}" if one else "a tuple"
        raise RuntimeError(
            expected(op, "a function that returns a single Tensor with a single element", got,
                     ".sum()")
        )  # fmt: skip
    return outputs[0].reshape(())


def _vector(op, v, others, single, create, what):
    """The given vector, of the sizes of `others`; None where it can be left out."""
    if v is None:
        if not single or others[0].numel() != 1:
            raise RuntimeError(
                expected(op, f"v, which can only be None for a single {what} with one element",
                         "None", f"a tensor like the {what}")
            )  # fmt: skip
        return None
    _, v = _tensors(op, "v", v)
    sizes, wanted = ([list(x.shape) for x in group] for group in (v, others))
    if sizes != wanted:
        raise RuntimeError(
            f"{op}: v has invalid size: expected {wanted}; got {sizes}; try one tensor per {what}"
        )
    return tuple(x.view_as(x) if create and x.requires_grad else x.detach() for x in v)


def _gradients(op, outputs, inputs, v, create, strict, retain=None):
    """Gradients with zeros where there are none, or an error in strict mode."""
    v = (None,) * len(outputs) if v is None else v
    pairs = [(y, g) for y, g in zip(outputs, v, strict=True) if y.requires_grad]
    found: tuple[Tensor | None, ...] = (None,) * len(inputs)
    if pairs:
        given = [registry["ones_like"](y) if g is None else g for y, g in pairs]
        found = grad([y for y, _ in pairs], inputs, given, retain or create, create,
                     allow_unused=True)  # fmt: skip
    for number, g in enumerate(found):
        if strict and (g is None or (create and not g.requires_grad)):
            raise RuntimeError(
                f"{op}: The output of the user-provided function is independent of input {number}, "
                "or its jacobian is; expected it to depend on it in strict mode; try strict=False"
            )
    return tuple(
        registry["zeros_like"](x) if g is None else g for g, x in zip(found, inputs, strict=True)
    )


def _given(tensors, single, create):
    """What the user gets: without history unless it was asked for."""
    found = tuple(tensors if create else (x.detach() for x in tensors))
    return found[0] if single else found


gate_all(globals(), ("vjp", "jvp", "jacobian", "hessian", "vhp", "hvp"))

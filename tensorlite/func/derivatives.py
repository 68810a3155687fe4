"""Where derivatives are taken: inputs of their own, and what a function makes of them.

All transforms share autograd's one graph. A transform evaluates the function at fresh tensors; what
else the function depends on, an input of an outer transform or a captured tensor that requires
grad, is found in the graph afterwards, and only then the derivative is recorded, too. So they nest
to any order, and alone leave no graph behind.
"""

from collections.abc import Sequence

from ..autograd.backward import grad
from ..autograd.modes import is_grad_enabled
from ..batches import state
from ..dispatch import apply
from ..errors import expected, type_name
from ..graph import edge
from ..op import registry
from ..ops.batching import in_parts
from ..ops.copying import shared
from ..plan.tree import flatten
from ..tensor import Leaf, Tensor


def fresh(op, x):
    """A tensor of its own that shows x, and that gradients can be asked for."""
    if not isinstance(x, Tensor):
        raise TypeError(expected(op, "all leaves to be tensors", type_name(x), "argnums="))
    if not x.spec.dtype.differentiable:
        raise RuntimeError(
            expected(op, "floating point tensors to differentiate at", repr(x.spec), ".float()")
        )
    x = in_parts(x) if state.levels else x
    return x.view_as(x) if x._node is not None else x.detach().requires_grad_()


def fresh_tree(op, value):
    """Nested containers with fresh tensors in them, and these as a list."""
    leaves, rebuild, _ = flatten(value)
    leaves = [fresh(op, x) for x in leaves]
    return rebuild(leaves), leaves


def writable(inputs):
    """Fresh tensors as a function may change them in place; what they show changes, too."""
    return [apply(shared, x) if type(x._node) is Leaf else x for x in inputs]


def evaluated(op, inputs, func, args, kwargs):
    """What a function returns, which must not put other values in the place of fresh inputs."""
    places = [edge(x) for x in inputs]
    result = func(*args, **kwargs)
    if [edge(x) for x in inputs] != places:
        raise RuntimeError(
            expected(op, "inputs that stay, which other derivatives are taken of, too",
                     "a write into one in place", "clone() inside of the function")
        )  # fmt: skip
    return result


def tensors_of(op, what, value):
    """The tensors of nested containers, what rebuilds these, and their shape."""
    leaves, rebuild, shape = flatten(value)
    for x in leaves:
        if not isinstance(x, Tensor):
            raise RuntimeError(
                expected(op, f"{what} to be tensors", type(x).__name__, "has_aux=True for the rest")
            )
    return leaves, rebuild, shape


def chosen(op, args, argnums):
    """The arguments that `argnums` names: one value, or a tuple of them."""
    for number in argnums if isinstance(argnums, tuple) else (argnums,):
        if not isinstance(number, int) or isinstance(number, bool):
            raise RuntimeError(
                expected(op, "argnums to be an int or a tuple of them", repr(argnums), "argnums=0")
            )
        if not -len(args) <= number < len(args):
            raise RuntimeError(
                expected(op, f"argnums within {len(args)} positional arguments", repr(argnums),
                         "arguments by place")
            )  # fmt: skip
    if not isinstance(argnums, tuple):
        return args[argnums]
    numbers = [number % len(args) for number in argnums]
    if not numbers or len(set(numbers)) != len(numbers):
        raise RuntimeError(expected(op, "argnums, each once", repr(argnums), "argnums=(0, 1)"))
    return tuple(args[number] for number in argnums)


def placed(args, argnums, values):
    """The arguments with others in the places that `argnums` names."""
    args = list(args)
    if isinstance(argnums, tuple):
        for number, value in zip(argnums, values, strict=True):
            args[number] = value
    else:
        args[argnums] = values
    return args


def split(op, result, has_aux):
    """What a function returned: its output, and the rest that `has_aux` speaks of."""
    if not has_aux:
        return result, None
    if not isinstance(result, tuple) or len(result) != 2:
        got = f"{len(result)} of them" if isinstance(result, tuple) else type(result).__name__
        raise RuntimeError(
            expected(op, "a function that returns (output, aux) for has_aux=True", got,
                     "has_aux=False")
        )  # fmt: skip
    return result


def goes_on(tensors, inputs):
    """Whether tensors depend on more than `inputs`, so that derivatives are to be recorded."""
    if not is_grad_enabled():
        return False
    own = {edge(x) for x in inputs}
    if any(type(place) is not Leaf for place in own):
        return True
    seen, stack = set(), [edge(x) for x in tensors if isinstance(x, Tensor)]
    while stack:
        place = stack.pop()
        if place is None or place in own:
            continue
        if type(place) is Leaf:
            return True
        if place[0] not in seen:
            seen.add(place[0])
            stack += place[0].edges
    return False


def settled(value, deeper):
    """Results as the caller gets them: without history unless it goes on beyond the inputs."""
    if deeper:
        return value
    leaves, rebuild, _ = flatten(value)
    return rebuild([x.detach() if isinstance(x, Tensor) else x for x in leaves])


def pulled(outputs, inputs, cotangents, retain, create):
    """The gradients of outputs with respect to inputs: zeros where there are none."""
    pairs = [(y, g) for y, g in zip(outputs, cotangents, strict=True) if y.requires_grad]
    found: Sequence[Tensor | None] = [None] * len(inputs)
    if pairs:
        ys, gs = zip(*pairs, strict=True)
        found = grad(ys, inputs, gs, retain, create, allow_unused=True)
    return [
        registry["zeros_like"](x) if g is None else g for g, x in zip(found, inputs, strict=True)
    ]

"""Writing into tensors: in place, and into the `out` of a user's.

All is checked before the first element is written; then autograd hears of it.
"""

import functools

from . import dtypes, shapes
from .batches import batches, grounded, levels_of, whole_spec
from .device import cards, device_of, one_device
from .dispatch import launch_on, program_of, result_dtype
from .errors import Unbatched, expected, type_name
from .graph import Node, edge, link, mode
from .op import supplied
from .tensor import Leaf, Tensor, base_of, number


def write(op, tensors, target, name=None):
    """Apply an elementwise op and put the result into `target`, under autograd.

    Everything is checked before the first element is written. Messages call it `name`.
    """
    last = tensors[-1]
    if tensors[0] is target and len(tensors) < 3 and isinstance(last, Tensor):
        memory, spec = target.memory, target.spec
        key = (spec, spec, 0) if len(tensors) == 1 else (spec, last.spec, spec, 0)
        launch = op.writes.get(key)
        if launch is not None and memory.writeable and _unheard(target, last):
            launch(*tensors)
            memory.version += 1
            return target
    given, tensors = tensors, [x if isinstance(x, Tensor) else number(x) for x in tensors]
    if rewritten(op, tensors, target):
        return target
    name = name or f"{op.name.strip('_')}_"
    history, buffer, inplace = tensors, target.memory.buffer, None
    for i, x in enumerate(tensors):
        if x is NotImplemented:
            got = type_name(given[i])
            raise TypeError(expected(name, "tensors and numbers", got, "tensor()"))
        if x.memory.buffer is buffer:
            if x.address != target.address or x.spec is not target.spec:
                tensors = [*tensors[:i], _copied(x), *tensors[i + 1 :]]
            elif inplace is None:
                inplace = i
    versions = begin_write(name, target, history)
    key = (*[x.spec for x in tensors], target.spec, inplace)
    launch = op.writes.get(key) or _prepare_write(op, key, target.spec, name)
    if versions is not None:
        history = preserved(op, history, target)
        versions = tuple([x.memory.version for x in history])
    launch(*tensors) if inplace is not None else launch(*tensors, target)
    finish_write(op, history, target, versions)
    return target


def _unheard(target, other):
    """Whether no graph hears of a write, and `other` shares none of its memory, or all of it."""
    same = other.address == target.address and other.spec is target.spec
    if not same and target.memory.buffer is other.memory.buffer:
        return False
    alone = target._node is None and other._node is None and target._extra is None
    return alone or not mode.grad


def rewritten(op, tensors, target):
    """Whether a write like one that was checked before was done: one of which no graph hears.

    So small tensors take two fifths of the time.
    """
    storage, watched = target.memory, mode.grad
    if not storage.writeable:
        return False
    if watched:
        more = target._extra
        base = None if more is None else more.base
        if target._node is not None or (base is not None and base._node is not None):
            return False
    inplace, specs, buffer = None, [], storage.buffer
    for x in tensors:
        if x is NotImplemented or (watched and x._node is not None):
            return False
        if x.memory.buffer is buffer:
            if x.address != target.address or x.spec is not target.spec:
                return False
            inplace = len(specs) if inplace is None else inplace
        specs.append(x.spec)
    launch = op.writes.get((*specs, target.spec, inplace))
    if launch is None:
        return False
    launch(*tensors) if inplace is not None else launch(*tensors, target)
    storage.version += 1
    return True


def _prepare_write(op, key, target, name):
    """The Launch that writes the result of an op into a tensor of the Spec `target`."""
    *specs, _, inplace = key
    if batches.used and any(spec.hidden for spec in (*specs, target)):
        return _prepare_batched_write(op, key, target, name)
    if cards.used:
        check_place(name, target, specs, op.params)
    computed = _computed_into(op, specs, target, name, inplace)
    if len(op.writes) > 4096:
        op.writes.clear()
    program = program_of(op, specs, computed, target, inplace)
    launch = op.writes[key] = launch_on(target.device, specs, *program)
    return launch


def _computed_into(op, specs, target, name, inplace):
    """The dtype in which an op computes, once it is known that the target takes its results."""
    computed, answered = result_dtype(op, specs)
    if inplace == 0 and target.dtype.is_complex and answered.is_floating_point:
        raise RuntimeError(
            f"{name}: in-place {op.__name__} is not supported for complex tensors; expected real "
            f"numbers, as its results are; got {target.dtype!r}; try {op.__name__}()"
        )
    check_target(name, target, answered, *[spec.shape for spec in specs])
    return computed


def _prepare_batched_write(op, key, target, name):
    """The same where operands have hidden dims, which the target has to have, too."""
    *specs, _, inplace = key
    levels = levels_of((target,))
    check_hidden(name, target, specs)
    computed = _computed_into(op, specs, target, name, inplace)
    ndim = len(target.shape)
    whole = [whole_spec(spec, levels, ndim) for spec in specs]
    program = program_of(op, whole, computed, whole_spec(target, levels), inplace)
    launch = launch_on(target.device, specs, *program)

    def over_all(*operands):
        launch(*[grounded(x, levels, ndim) for x in operands])

    op.writes[key] = over_all
    return over_all


def check_hidden(name, target, specs):
    """Refuse to write parts of a batch into a tensor that has no place for them."""
    if not levels_of((*specs, target))[len(target.hidden) :]:
        if all(step or size < 2 for _, size, step in target.hidden):
            return
        raise RuntimeError(
            f"{name}: vmap: expected a tensor with memory for each part of the batch; got one that "
            "all parts share; try clone()"
        )
    error = Unbatched(
        f"{name}: vmap: inplace arithmetic(self, *extra_args) is not possible because there exists "
        "a Tensor `other` in extra_args that has more elements than `self`: `other` is vmapped "
        "over, but `self` is not; expected both to be; try the op that returns a new tensor"
    )
    error.reader = name  # a function of which the write is a part can be called part by part
    raise error


def check_place(name, target, specs, names=()):
    """Refuse operands that lie elsewhere than the Spec `target` that is written."""
    one_device(name, (*specs, target), (*names[: len(specs)], "the written tensor"))
    if target.device is not device_of((*specs, target)):
        raise RuntimeError(
            expected(name, f"operands on {target.device}, where the result goes",
                     f"one on {device_of(specs)}", ".cpu()")
        )  # fmt: skip


def _copied(x):
    """A copy of an operand that the write would change under the kernel's eyes."""
    with mode.off():
        return x.clone()


def preserved(op, tensors, target):
    """The operands, with copies of those that backward needs and the write will change."""
    needed = sum(1 << i for i, x in enumerate(tensors) if edge(x) is not None)
    indices = op.saving(needed)[0]
    buffer = target.memory.buffer
    return [
        _copy_in_graph(x) if i in indices and x.memory.buffer is buffer else x
        for i, x in enumerate(tensors)
    ]


def _copy_in_graph(x):
    with mode.off():
        copy = x.clone()
    copy._node, copy._index = x._node, x._index
    return copy


def check_target(name, target, answered, *operand_shapes):
    """Refuse a result that does not fit into the Spec `target` by shape or dtype."""
    shape = shapes.broadcast(*operand_shapes, op=name)
    if shape != target.shape and not _fits(shape, target.shape):
        raise RuntimeError(
            expected(name, f"a result of shape {list(target.shape)}", str(list(shape)),
                     "the op that returns a new tensor")
        )  # fmt: skip
    _check_cast(name, target, answered)


def _check_cast(name, target, answered):
    if not dtypes.can_cast(answered, target.dtype):
        raise RuntimeError(
            f"{name}: result type {answered.name} can't be cast to the desired output type "
            f"{target.dtype.name}; try the op that returns a new tensor"
        )


def delivered(name, result, out, exact=False):
    """`result`; or, where the user gave `out=`, that tensor once it holds the result.

    It takes the shape of the result; `exact` ones have its dtype.
    """
    if out is None:
        return result
    check_delivery(name, result, out, exact)
    return deliver(name, result, out)


def deliver(name, result, out):
    """Put a result into an `out` that was checked, which takes its shape."""
    if out.spec.shape != result.spec.shape:
        supplied["resize_output"](out, result.spec.shape)
    return out.copy_(result)


def check_delivery(name, result, out, exact=False):
    """Refuse an `out` that cannot hold the result."""
    check_out(name, (result,), out)
    if cards.used:
        check_place(name, out.spec, (result.spec,), ("the result",))
    if exact:
        check_dtype(name, out, result.spec.dtype)
    _check_cast(name, out.spec, result.spec.dtype)


def check_dtype(name, out, *kinds):
    """Refuse an `out` of a dtype that is none of these."""
    if out.spec.dtype not in kinds:
        raise RuntimeError(
            f"{name}: Expected out tensor to have dtype {' or '.join(k.name for k in kinds)}, but "
            f"got {out.spec.dtype.name} instead; try out=None"
        )


def check_out(name, operands, out):
    """Refuse an `out` that is no tensor, or that autograd would have to hear of."""
    if not isinstance(out, Tensor):
        raise TypeError(expected(name, "out to be a Tensor", type(out).__name__, "out=None"))
    check_memory(name, out)
    if mode.grad and any(x._node is not None for x in (*operands, out)):
        raise RuntimeError(
            f"{name}(): functions with out=... arguments don't support automatic "
            "differentiation, but one of the arguments requires grad; try no_grad() or detach()"
        )


def _fits(shape, target):
    """Whether a shape broadcasts to `target`."""
    offset = len(target) - len(shape)
    return offset >= 0 and all(n in (1, m) for n, m in zip(shape, target[offset:], strict=True))


@functools.lru_cache(maxsize=4096)
def _overlaps(spec):
    return shapes.overlaps(spec.shape, spec.strides)


def check_memory(name, *targets):
    """Refuse to write into memory that may not change, or whose elements share one place."""
    for target in targets:
        if not target.memory.writeable:
            raise RuntimeError(expected(name, "writable memory", "a read-only array", "clone()"))
        if not target.spec.contiguous and _overlaps(target.spec):
            raise RuntimeError(
                f"{name}: unsupported operation: more than one element of the written-to tensor "
                "refers to a single memory location; try clone() before the write"
            )


def begin_write(name, target, tensors):
    """Check that `target` may change; returns whether the graph must hear of it, and versions."""
    check_memory(name, target)
    if not mode.grad:
        return None
    base = base_of(target)
    check_no_leaf(name, target, base)
    if target._node is None and base._node is None and all(x._node is None for x in tensors):
        return None
    if not target.spec.dtype.differentiable:
        return None
    return tuple([x.memory.version for x in tensors])


def check_no_leaf(name, target, base):
    """Refuse to change a leaf that requires grad, or a view of one."""
    node, root = target._node, base._node
    if node is None and root is None:
        return
    if type(node) is Leaf or type(root) is Leaf or (root is None and _ends_in_leaf(node)):
        what = "leaf Variable" if target is base else "view of a leaf Variable"
        raise RuntimeError(
            f"{name}: a {what} that requires grad is being used in an in-place operation; expected "
            f"the result of an op; got a {what.removesuffix(' Variable')}; try tensorlite.no_grad()"
        )


def _ends_in_leaf(node):
    """Whether the history of a view, which its base does not share, is views of a leaf alone."""
    while type(node) is Node and len(node.edges) == 1 and not hasattr(node.op, "refresh"):
        node = node.edges[0]
        node = node[0] if type(node) is tuple else node
    return type(node) is Leaf


def finish_write(op, tensors, target, versions, static=None):
    """Count the change, and give `target` its new place in the graph."""
    target.memory.version += 1
    if versions is None:
        return
    edges = [edge(x) for x in tensors]
    node = None
    if any(e is not None for e in edges):
        node = link(op, tensors, target, static, versions)
    rebase(target, node)


def rebase(target, node, index=0):
    """Make a result of `node` the history of `target`; a view passes it on to its base."""
    more = target._extra
    if more is None and node is not None:
        target._node, target._index = node, index
        return
    base = base_of(target)
    supplied["written_base"](base, target, node, index)
    for each in (target,) if base is target else (target, base):
        if each._extra is not None and each._extra.retains:
            supplied["follow"](each)

"""From an op and its tensors to a kernel's launch and a node of the graph.

Eager work is three Python frames: the op, `unary`, `binary` or `launched`, and the memory of the
result. All that depends on shapes and dtypes alone is computed once per combination and kept in a
`Call`, see `calls.py`.
"""

import functools
from collections.abc import Sequence
from contextlib import nullcontext

from . import dtypes, formats, shapes
from .batches import batches, carry, grounded, levels_of, whole_spec
from .calls import Call, OverParts, launched, own_spec
from .device import CPU, cards, device_of, one_device
from .dtypes import met
from .errors import Unbatched, expected, type_name
from .graph import Node, edge, link, mode
from .kernels import interpreters
from .kernels.cpu import native
from .kernels.language import complexes
from .kernels.language.program import Program
from .op import supplied
from .tensor import Leaf, Tensor, base_of, empty_of, number, spec_of


def unrecorded():
    """A context in which kernels run at once, although a plan is being traced."""
    recorder = interpreters.current()
    return nullcontext() if recorder is None else recorder.paused()


def unary(op, x):
    """Apply an elementwise op of one operand."""
    try:
        call = op.calls[x.spec]
    except KeyError:
        call = op.calls[x.spec] = prepare(op, (x,))
    out = empty_of(call.spec)
    if call.direct and not interpreters.busy:
        native.launch(call.entry, call.geometry, call.words, call.items, x.address, out.address)
    else:
        call.run(x, out)
    if x._node is not None and mode.grad and out.spec.dtype.differentiable:
        out._node = link(op, (x,), out)
    return out


def binary(op, x, y):
    """Apply an elementwise op of two operands; NotImplemented if one is not a tensor or number."""
    if not isinstance(y, Tensor) or not isinstance(x, Tensor):
        x = x if isinstance(x, Tensor) else number(x)
        y = y if isinstance(y, Tensor) else number(y)
        if x is NotImplemented or y is NotImplemented:
            return NotImplemented
    try:
        call = op.calls[x.spec, y.spec]
    except KeyError:
        call = op.calls[x.spec, y.spec] = prepare(op, (x, y))
    out = empty_of(call.spec)
    if call.direct and not interpreters.busy:
        native.launch(
            call.entry, call.geometry, call.words, call.items, x.address, y.address, out.address
        )
    else:
        call.run(x, y, out)
    recorded = (x._node is not None or y._node is not None) and mode.grad
    if recorded and out.spec.dtype.differentiable:
        out._node = link(op, (x, y), out)
    return out


def computed(op, *operands):
    """Apply an elementwise op by the shortest way for so many operands."""
    result = binary(op, *operands) if len(operands) == 2 else NotImplemented
    return elementwise(op, *operands) if result is NotImplemented else result


def elementwise(op, *operands):
    """Apply an elementwise op of any number of operands."""
    tensors: Sequence = operands
    for position, x in enumerate(operands):
        if not isinstance(x, Tensor):
            tensors = [*tensors]
            tensors[position] = number(x)
            if tensors[position] is NotImplemented:
                got = f"{type(x).__name__} for {op.params[position]}"
                raise TypeError(expected(op.__name__, "tensors and numbers", got, "tensor()"))
    key = tuple(map(own_spec, tensors))
    call = op.calls.get(key)
    if call is None:
        call = op.calls[key] = prepare(op, tensors)
    return launched(op, call, tensors)


def operand(x):
    return x if isinstance(x, Tensor) else number(x)


# ------------------------------------------------------------------ shapes, dtypes and kernels


_NUMERIC = "a logical op, or .to(tensorlite.int64)"


def result_dtype(op, specs):
    """The dtypes in which an elementwise op computes and answers for these operands."""
    groups = [[], [], []]
    for spec in specs:
        if spec.weak:
            default = dtypes.get_default_dtype()
            kinds = {dtypes.float64: default, dtypes.complex128: default.to_complex()}
            groups[2].append(kinds.get(spec.dtype, spec.dtype))
        else:
            groups[0 if spec.shape else 1].append(spec.dtype)
    common = dtypes.result_of(*groups)
    kind = op.kind
    if kind == "numbers" and any(spec.dtype is dtypes.bool_ for spec in specs):
        got = " and ".join(spec.dtype.name for spec in specs)
        raise RuntimeError(expected(op.__name__, "numeric dtypes", got, _NUMERIC))
    if common.is_complex:
        return _complex_dtypes(op, common, specs)
    if kind == "float" and common.category < 2:
        common = dtypes.get_default_dtype()
    if kind == "integer" and common.category == 2:
        got = " and ".join(repr(spec.dtype) for spec in specs)
        raise TypeError(expected(op.__name__, "integer or bool tensors", got, ".long()"))
    if kind == "whole" and common.category == 0:
        common = dtypes.int64
    if kind == "number" and common.category == 0:
        raise RuntimeError(expected(op.__name__, "a numeric dtype", "bool", _NUMERIC))
    if kind == "logical":
        return dtypes.bool_, dtypes.bool_
    if kind == "first":
        return common, specs[0].dtype
    return common, dtypes.bool_ if kind == "bool" else common


def _complex_dtypes(op, common, specs):
    """The same where an operand is complex, if the op takes such."""
    if op.kind == "logical":
        return dtypes.bool_, dtypes.bool_
    reason = complexes.refusal(op.function)
    if reason is not None or op.kind == "integer":
        raise NotImplementedError(
            f"{op.__name__}: not implemented for complex numbers; expected real tensors; got "
            f"{common!r}; try .real, .imag or .abs(){'' if op.reference else f' ({reason})'}"
        )
    is_real = complexes.result_of(op.function) == complexes.REAL
    answers = {"bool": dtypes.bool_, "first": specs[0].dtype}
    return common, answers.get(op.kind, common.to_real() if is_real else common)


def prepare(op, tensors):
    """The Call of an elementwise op of these operands."""
    specs = [x.spec for x in tensors]
    if len(op.calls) > 4096:
        op.calls.clear()
    if batches.used and any(spec.hidden for spec in specs):
        return _prepare_batched(op, specs)
    computed, spec = result_spec(op, specs)
    return Call(spec, launch_on(spec.device, specs, *program_of(op, specs, computed, spec)))


def _prepare_batched(op, specs):
    """The same where some operands have hidden dims: dtypes are found without these."""
    levels, ndim = levels_of(specs), max(len(spec.shape) for spec in specs)
    shapes.broadcast(*[spec.shape for spec in specs], op=op.__name__)
    computed, answered = result_dtype(op, specs)
    whole = [whole_spec(spec, levels, ndim) for spec in specs]
    device = one_device(op.__name__, specs, op.params) if cards.used else CPU
    shape = shapes.broadcast(*[spec.shape for spec in whole], op=op.__name__)
    made = spec_of(shape, answered, device)
    launch = launch_on(device, specs, *program_of(op, whole, computed, made))

    def over_all(tensors):
        out = empty_of(made)
        launch(*[grounded(x, levels, ndim) for x in tensors], out)
        return carry(out, levels)

    return OverParts(over_all, Call(made))


def launch_on(device, specs, program, shape, strides):
    """The Launch of a program whose first operands have these specs; numbers lie on the CPU."""
    hosts = tuple(k for k, spec in enumerate(specs) if spec.device is CPU)
    if device is not CPU and any(program.inputs[k] == "complex128" for k in hosts):
        raise NotImplementedError(
            f"a complex number beside a tensor on {device}: expected a tensor there; got a number; "
            f"try tensorlite.tensor(1j, device='{device}')"
        )
    return device.kernels.elementwise.launch(program, shape, strides, hosts)


def result_spec(op, specs):
    """The dtype in which an elementwise op computes, and the Spec of its result."""
    if not op.of_numbers and all(spec.weak for spec in specs):
        raise TypeError(expected(op.__name__, "a tensor", "numbers alone", "tensorlite.tensor()"))
    device = one_device(op.__name__, specs, op.params) if cards.used else CPU
    computed, answered = result_dtype(op, specs)
    shape = shapes.broadcast(*[spec.shape for spec in specs], op=op.__name__)
    return computed, spec_of(shape, answered, device, formats.result_strides(shape, specs))


def program_of(op, specs, computed, out, inplace=None):
    """An elementwise op as a Program, with the shape and strides of its loop.

    `inplace` is the operand that the result overwrites.
    """
    program = Program.single(
        op.function,
        tuple(spec.dtype.name for spec in specs),
        computed.name,
        (out.dtype.name,),
        () if inplace is None else (inplace,),
    )
    if computed.short and op.kind == "bool":
        program = program.rounded(computed.name)  # numbers are compared as x would hold them
    strides = [shapes.expanded_strides(spec.shape, spec.byte_strides, out.shape) for spec in specs]
    if inplace is None:
        strides.append(out.byte_strides)
    return program, out.shape, strides


# ------------------------------------------------------------------ writing into a tensor


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


# ------------------------------------------------------------------ ops with kernels of their own


def apply(op, *tensors, **static):
    """Run a primitive: its forward without a graph, then one node for it."""
    if met.short and op.takes_short is not True:
        for x in tensors:
            if x.spec.dtype.short:
                if op.takes_short and op.takes_short(*map(own_spec, tensors)):
                    break
                return supplied["in_float32"](op, tensors, static)
    if batches.used:
        for x in tensors:
            if x.spec.hidden:
                return _batched(op, tensors, static)
    if op.prepare is not None:
        return launched(op, op.prepare(*map(own_spec, tensors), **static), tensors)
    if cards.used:
        one_device(op.name, [x.spec for x in tensors], op.params, numbers=False)
    if mode.grad:
        for x in tensors:
            if x._node is not None:
                return _recorded(op, tensors, static)
    return op.forward(*tensors, **static)


def _batched(op, tensors, static):
    """The same on tensors with hidden dims."""
    before, mode.grad = mode.grad, False
    try:
        out = supplied["forward_of_batch"](op, tensors, static)
    finally:
        mode.grad = before
    if mode.grad and any(x._node is not None for x in tensors):
        record(op, tensors, out, static)
    return out


def _recorded(op, tensors, static):
    mode.grad = False
    try:
        out = op.forward(*tensors, **static)
    finally:
        mode.grad = True
    record(op, tensors, out, static)
    return out


def record(op, tensors, out, static=None):
    """Give the result of an op its node, if the op has gradients."""
    if type(out) is tuple:
        node = link(op, tensors, out, static)
        for index, result in enumerate(out):
            if result.spec.dtype.differentiable:
                result._node, result._index = node, index
                attach(result)
    elif out.spec.dtype.differentiable:
        out._node = link(op, tensors, out, static)
        if out._extra is not None:
            attach(out)


def attach(view):
    """Remember which history of its base a view belongs to."""
    more = view._extra
    if more is not None and more.base is not None:
        more.attached = more.base._node

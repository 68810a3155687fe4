"""From an op and its tensors to a kernel's launch and a node of the graph.

Eager work is three Python frames: the op, `unary`, `binary` or `launched`, and the memory of the
result. All that depends on shapes and dtypes alone is computed once per combination and kept in a
`Call`, see `calls.py`.
"""

from collections.abc import Sequence
from contextlib import nullcontext

from . import dtypes, formats, shapes
from .batches import batches, carry, grounded, levels_of, whole_spec
from .calls import Call, OverParts, launched, own_spec
from .device import CPU, cards, one_device
from .dtypes import met
from .errors import expected
from .graph import link, mode
from .kernels import interpreters
from .kernels.cpu import native
from .kernels.language import complexes
from .kernels.language.program import Program
from .op import supplied
from .tensor import Tensor, empty_of, number, spec_of


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
    """Apply an elementwise op of two operands; NotImplemented if no one is a tensor, or one is
    neither that nor a number."""
    if not isinstance(y, Tensor) or not isinstance(x, Tensor):
        if not isinstance(y, Tensor) and not isinstance(x, Tensor):
            return NotImplemented
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

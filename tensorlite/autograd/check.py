"""Gradients against difference quotients: `gradcheck` and `gradgradcheck`."""

from collections.abc import Callable, Sequence

import numpy as np

from .. import dtypes
from ..errors import expected
from ..gate import gate_all
from ..graph import warn
from ..op import registry
from ..tensor import Tensor, array_of
from . import forward_ad
from .backward import grad


class GradcheckError(RuntimeError):
    """A gradient that differs from the difference quotient; raised by `gradcheck`."""


def gradcheck(
    func: Callable[..., Tensor | Sequence[Tensor]],
    inputs: Tensor | Sequence[Tensor],
    *,
    eps: float = 1e-6,
    atol: float = 1e-5,
    rtol: float = 1e-3,
    raise_exception: bool = True,
    nondet_tol: float = 0.0,
    check_undefined_grad: bool = True,
    check_grad_dtypes: bool = False,
    check_batched_grad: bool = False,
    check_batched_forward_grad: bool = False,
    check_forward_ad: bool = False,
    check_backward_ad: bool = True,
    fast_mode: bool = False,
    masked: bool | None = None,
) -> bool:  # fmt: skip
    """
    Check gradients against central difference quotients.

    Parameters
    ----------
    func : function
        Takes the inputs, returns a tensor or a tuple of them.
    inputs : Tensor or tuple
        Those that require grad must be of dtype float64 or complex128; for float32 and complex64
        larger eps, atol and rtol are needed, and a warning says so. A complex number counts as its
        two parts.
    eps : float
        The step of the difference quotients.
    atol, rtol : float
        How far each gradient may be off: atol + rtol * |numerical|. All of them together, in the
        root mean square, may be off by a fifth of `rtol`: that shows a factor slightly wrong.
    raise_exception : bool
        Raise, rather than return False, when a gradient is wrong.
    nondet_tol : float
        How far two backward walks may differ.
    check_undefined_grad : bool
        Also check that outputs without a gradient are taken as outputs with zeros.
    check_grad_dtypes : bool
        Also check that gradients have the dtypes of the inputs.
    check_batched_grad : bool
        Also check `grad` with ``is_grads_batched=True``.
    check_batched_forward_grad, masked : False
        There are no sparse layouts, and forward derivatives of batches are those of their parts.
    check_forward_ad : bool
        Also check forward derivatives, see `forward_ad`, which are made of the same rules.
    check_backward_ad : bool
        Check gradients.
    fast_mode : bool
        Compare one random projection of the Jacobian, rather than each of its elements.

    Returns
    -------
    bool

    Raises
    ------
    GradcheckError
        Naming output, input, index and both values; it says so where the function has a kink.
    NotImplementedError
        For a check that there is none of.
    ValueError
        If no input requires grad, or one of them holds 16-bit numbers.

    Examples
    --------
    >>> x = tl.tensor([1.0, 2.0], dtype=tl.float64, requires_grad=True)
    >>> tl.autograd.gradcheck(lambda x: x * x, x)
    True
    """
    _refuse("gradcheck", masked=masked, check_batched_forward_grad=check_batched_forward_grad)
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    func, inputs = _by_parts(func, inputs)
    checker = _Checker(func, inputs, eps, atol, rtol)
    try:
        checker.check_inputs()
        outputs = checker.check_outputs()
        for number, out in outputs:
            if check_forward_ad:
                checker.check_forward(number, out)
            if not check_backward_ad:
                continue
            checker.check_repeatable(number, out, nondet_tol)
            if fast_mode:
                checker.check_projection(number, out)
            else:
                checker.check_jacobian(number, out, check_batched_grad)
            if check_grad_dtypes:
                checker.check_dtypes(out)
        if check_undefined_grad and check_backward_ad and len(outputs) > 1:
            checker.check_undefined(outputs)
    except GradcheckError:
        if raise_exception:
            raise
        return False
    return True


def gradgradcheck(
    func: Callable[..., Tensor | Sequence[Tensor]],
    inputs: Tensor | Sequence[Tensor],
    grad_outputs: Tensor | Sequence[Tensor] | None = None,
    *,
    eps: float = 1e-6,
    atol: float = 1e-5,
    rtol: float = 1e-3,
    gen_non_contig_grad_outputs: bool = False,
    raise_exception: bool = True,
    nondet_tol: float = 0.0,
    check_undefined_grad: bool = True,
    check_grad_dtypes: bool = False,
    check_batched_grad: bool = False,
    check_fwd_over_rev: bool = False,
    check_rev_over_rev: bool = True,
    fast_mode: bool = False,
    masked: bool = False,
) -> bool:  # fmt: skip
    """
    Check the gradients of gradients against difference quotients; see `gradcheck`.

    Parameters
    ----------
    grad_outputs : Tensor or tuple, optional
        Where the gradients of the outputs are checked; random by default.
    gen_non_contig_grad_outputs : bool
        Let the random ones not lie row by row in memory.
    check_fwd_over_rev, check_rev_over_rev : bool
        Whether forward derivatives of the gradients are checked, and gradients of them.
    masked : False
    """
    _refuse("gradgradcheck", masked=masked)
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    wanted = [i for i, x in enumerate(inputs) if _counts(x)]
    if grad_outputs is None:
        outputs = [y for y in _tuple(func(*inputs)) if _counts(y)]
        grad_outputs = [_random_like(y, gen_non_contig_grad_outputs) for y in outputs]
    grad_outputs = (grad_outputs,) if isinstance(grad_outputs, Tensor) else tuple(grad_outputs)

    def gradients(*args):
        cotangents = args[len(inputs) :]
        given = [x.view_as(x) if i in wanted else x for i, x in enumerate(args[: len(inputs)])]
        outputs = [y for y in _tuple(func(*given)) if _counts(y)]
        found = grad(outputs, [given[i] for i in wanted], cotangents, create_graph=True,
                     allow_unused=True)  # fmt: skip
        return tuple(g for g in found if g is not None)

    return gradcheck(
        gradients, (*inputs, *grad_outputs), eps=eps, atol=atol, rtol=rtol,
        raise_exception=raise_exception, nondet_tol=nondet_tol,
        check_undefined_grad=check_undefined_grad, check_grad_dtypes=check_grad_dtypes,
        check_batched_grad=check_batched_grad, fast_mode=fast_mode,
        check_forward_ad=check_fwd_over_rev, check_backward_ad=check_rev_over_rev,
    )  # fmt: skip


def _refuse(op, **switches):
    """Refuse a switch of PyTorch's that asks for a check there is none of."""
    for name, value in switches.items():
        if value:
            raise NotImplementedError(
                expected(op, f"{name}=False", f"{value!r}", "the check of each part by itself")
            )


def _tuple(result):
    return tuple(result) if isinstance(result, tuple | list) else (result,)


def _by_parts(func, inputs):
    """The function and its inputs as ones of real numbers: of the parts of complex ones."""
    as_real, as_complex = registry["view_as_real"], registry["view_as_complex"]
    turned = [_counts(x) and x.dtype.is_complex for x in inputs]
    parts = [as_real(x.detach()).requires_grad_() if turn else x
             for x, turn in zip(inputs, turned, strict=True)]  # fmt: skip

    def of_parts(*args):
        given = [as_complex(x) if turn else x for x, turn in zip(args, turned, strict=True)]
        found = _tuple(func(*given))
        return tuple(as_real(y) if isinstance(y, Tensor) and y.dtype.is_complex else y
                     for y in found)  # fmt: skip

    return of_parts, tuple(parts)


def _counts(x):
    """Whether it is a tensor that requires grad."""
    return isinstance(x, Tensor) and x.requires_grad


def _random_like(y, strided):
    draw = np.random.default_rng(y.spec.numel).uniform
    values = np.asarray(draw(0.5, 1.5, y.spec.shape))
    if y.dtype.is_complex:
        values = np.asarray(values + 1j * draw(0.5, 1.5, y.spec.shape))
    values = values.astype(y.dtype.numpy)
    if strided:
        values = np.repeat(values[..., None], 2, -1)[..., 0]
    return registry["from_numpy"](values).requires_grad_()


class _Checker:
    """One call of `gradcheck`: the function at its inputs, and the comparisons."""

    def __init__(self, func, inputs, eps, atol, rtol):
        self.func, self.inputs = func, inputs
        self.eps, self.atol, self.rtol = eps, atol, rtol
        self.wanted = [i for i, x in enumerate(inputs) if _counts(x)]

    def check_inputs(self):
        """All that require grad must be float32 or float64, each element with memory of its own."""
        if not self.wanted:
            raise ValueError(
                expected("gradcheck", "at least one input that requires grad", "none",
                         "requires_grad=True")
            )  # fmt: skip
        for i in self.wanted:
            x = self.inputs[i]
            if x.dtype not in (dtypes.float32, dtypes.float64):
                raise ValueError(
                    expected("gradcheck", f"input {i} to be float64 or complex128, for the "
                             "difference quotients", repr(x.dtype), ".double()")
                )  # fmt: skip
            if x.dtype is dtypes.float32:
                warn(f"gradcheck: input {i} is not of double precision: its difference quotients "
                     "are near only with larger eps, atol and rtol; try .double()")  # fmt: skip
            if 0 in [s for s, n in zip(x.stride(), x.shape, strict=True) if n > 1]:
                raise ValueError(
                    expected("gradcheck", f"input {i} without elements that share memory",
                             f"strides {x.stride()}", ".contiguous()")
                )  # fmt: skip

    def check_outputs(self):
        """The outputs that can have gradients, with their numbers."""
        outputs = _tuple(self.func(*self.inputs))
        for number, out in enumerate(outputs):
            if not isinstance(out, Tensor):
                got = type(out).__name__
                raise ValueError(
                    expected("gradcheck", f"output {number} to be a tensor", got, "x*1")
                )
        found = [(number, out) for number, out in enumerate(outputs) if out.requires_grad]
        if not found:
            self.check_constant(outputs)
        return found

    def check_constant(self, outputs):
        """Outputs without a graph must not depend on the inputs."""
        for number in range(len(outputs)):
            for i in self.wanted:
                if np.abs(self.numerical(number, i)[0]).max(initial=0) > self.atol:
                    raise GradcheckError(
                        f"gradcheck: output {number} depends on input {i}; expected it to require "
                        "grad; got a result outside of the graph; try ops of tensorlite on tensors"
                    )

    def values(self, number):
        """An output's elements at the present inputs."""
        out = _tuple(self.func(*self.inputs))[number]
        return np.array(array_of(out), np.float64).ravel()

    def numerical(self, number, i):
        """Central, left and right difference quotients: (elements of the input, of the output)."""
        memory = array_of(self.inputs[i])
        middle = self.values(number)
        found = np.zeros((3, memory.size, middle.size))
        for row, index in enumerate(np.ndindex(memory.shape)):
            kept = memory[index]
            try:
                memory[index] = kept + self.eps
                above = self.values(number)
                memory[index] = kept - self.eps
                below = self.values(number)
            finally:
                memory[index] = kept
            found[:, row] = (above - below) / 2, middle - below, above - middle
        return found / self.eps

    def walk(self, out, g, retain=True):
        """Gradients of an output for the wanted inputs as arrays; None where there is none."""
        g = registry["from_numpy"](np.asarray(g))
        found = grad(out, [self.inputs[i] for i in self.wanted], g, retain, allow_unused=True)
        return [None if x is None else np.array(array_of(x), np.float64).ravel() for x in found]

    def analytical(self, out, batched):
        """The Jacobians of an output by backward, one (input, output) array per wanted input."""
        sizes = [self.inputs[i].numel() for i in self.wanted]
        count = out.spec.numel
        found = [np.zeros((size, count)) for size in sizes]
        basis = np.eye(count).reshape(count, *out.spec.shape).astype(out.dtype.numpy)
        for column in range(count):
            rows = self.walk(out, basis[column])
            for jacobian, row in zip(found, rows, strict=True):
                if row is not None:
                    jacobian[:, column] = row
        if batched and count:
            rows = grad(out, [self.inputs[i] for i in self.wanted], registry["from_numpy"](basis),
                        retain_graph=True, allow_unused=True, is_grads_batched=True)  # fmt: skip
            for i, jacobian, row in zip(self.wanted, found, rows, strict=True):
                other = 0 if row is None else array_of(row).reshape(count, -1).T
                if not np.allclose(other, jacobian):
                    raise GradcheckError(
                        f"gradcheck: batched gradients of input {i}; expected those of single "
                        "backward walks; got others; try check_batched_grad=False"
                    )
        return found

    def check_jacobian(self, number, out, batched):
        """Compare each element of the Jacobian."""
        for i, jacobian in zip(self.wanted, self.analytical(out, batched), strict=True):
            self.compare(number, i, out, jacobian)

    def check_forward(self, number, out):
        """Compare each column of the Jacobian, by forward derivatives."""
        for i in self.wanted:
            size = self.inputs[i].numel()
            columns = [self.tangent(number, i, column) for column in np.eye(size)]
            self.compare(number, i, out, np.array(columns).reshape(size, out.spec.numel))

    def tangent(self, number, i, direction):
        """How an output moves where an input does."""
        given, x = list(self.inputs), self.inputs[i].detach()
        moved = registry["from_numpy"](direction.reshape(x.shape).astype(x.dtype.numpy))
        with forward_ad.dual_level():
            given[i] = forward_ad.make_dual(x, moved)
            found = forward_ad.unpack_dual(_tuple(self.func(*given))[number])
        primal, tangent = found
        zero = np.zeros(primal.spec.numel)
        return zero if tangent is None else np.array(array_of(tangent), np.float64).ravel()

    def compare(self, number, i, out, jacobian):
        """Hold a Jacobian against the difference quotients."""
        central, left, right = self.numerical(number, i)
        wrong = ~self.close(jacobian, central)
        if not wrong.any() and self.biased(jacobian, central):
            wrong = np.abs(jacobian - central) == np.nanmax(np.abs(jacobian - central))
        if wrong.any():
            where = tuple(map(int, np.argwhere(wrong)[0]))
            sides = float(left[where]), float(right[where])
            self.fail(number, i, out, where, jacobian[where], central[where], sides)

    def close(self, found, wanted):
        with np.errstate(invalid="ignore"):
            near = np.abs(found - wanted) <= self.atol + self.rtol * np.abs(wanted)
        return near | (np.isnan(found) & np.isnan(wanted))

    def biased(self, found, wanted):
        """Whether all together are further off than chance would have it: a wrong factor."""
        off, size = (np.linalg.norm(np.nan_to_num(v)) for v in (found - wanted, wanted))
        return off > self.atol * wanted.size**0.5 + self.rtol / 5 * size

    def fail(self, number, i, out, where, found, wanted, sides):
        shape = self.inputs[i].shape
        at_input = list(map(int, np.unravel_index(where[0], shape))) if shape else []
        at_output = list(map(int, np.unravel_index(where[1], out.shape))) if out.shape else []
        text = (
            f"gradcheck: Jacobian mismatch for output {number} with respect to input {i}, at "
            f"output{at_output} and input{at_input}; expected {wanted:.9g} (numerical); got "
            f"{found:.9g} (analytical)"
        )
        left, right = sides
        if abs(left - right) > 1e-2 * max(abs(left), abs(right), self.atol):
            raise GradcheckError(
                f"{text}; the quotients from the left, {left:.9g}, and from the right, "
                f"{right:.9g}, differ: the function seems to have a kink or a jump here; try "
                "another point"
            )
        node = out.grad_fn
        called = f" of {node.describe()}" if node is not None else ""
        raise GradcheckError(f"{text}; try the gradient rule{called}")

    def check_repeatable(self, number, out, tolerance):
        """Two walks must give the same gradients."""
        g = np.ones(out.spec.shape, out.dtype.numpy)
        for i, a, b in zip(self.wanted, self.walk(out, g), self.walk(out, g), strict=True):
            if a is None or b is None:
                continue
            apart = np.nanmax(np.abs(a - b), initial=0)
            if apart > tolerance:
                raise GradcheckError(
                    f"gradcheck: backward is not reentrant for output {number} and input {i}; "
                    f"expected equal gradients of two walks; got a difference of {apart:.3g}; try "
                    "a deterministic backward or nondet_tol"
                )

    def check_projection(self, number, out):
        """Compare one random projection of each Jacobian."""
        random = np.random.default_rng(out.spec.numel)
        v = np.asarray(random.normal(size=out.spec.shape), out.dtype.numpy)
        for i, row in zip(self.wanted, self.walk(out, v), strict=True):
            memory = array_of(self.inputs[i])
            u = np.asarray(random.normal(size=memory.shape))
            u /= max(float(np.linalg.norm(u)), 1e-12)
            found = 0.0 if row is None else float(row @ u.ravel())
            kept = memory.copy()
            try:
                memory[...] = kept + self.eps * u
                above = self.values(number)
                memory[...] = kept - self.eps * u
                below = self.values(number)
            finally:
                memory[...] = kept
            wanted = float(v.ravel().astype(np.float64) @ (above - below) / (2 * self.eps))
            pair = np.array([found]), np.array([wanted])
            if not self.close(*pair).all() or self.biased(*pair):
                self.check_jacobian(number, out, False)
                raise GradcheckError(
                    f"gradcheck: a projection of the Jacobian of output {number} with respect to "
                    f"input {i}; expected {wanted:.9g} (numerical); got {found:.9g} (analytical); "
                    "try fast_mode=False"
                )

    def check_dtypes(self, out):
        g = registry["ones_like"](out.detach())
        found = grad(out, [self.inputs[i] for i in self.wanted], g, retain_graph=True,
                     allow_unused=True)  # fmt: skip
        for i, x in zip(self.wanted, found, strict=True):
            if x is not None and x.dtype is not self.inputs[i].dtype:
                raise GradcheckError(
                    expected("gradcheck", f"a gradient of {self.inputs[i].dtype!r} for input {i}",
                             repr(x.dtype), ".to() in backward")
                )  # fmt: skip

    def check_undefined(self, outputs):
        """One output's gradient alone must be its share of the sum."""
        inputs = [self.inputs[i] for i in self.wanted]
        tensors = [out for _, out in outputs]
        ones = [registry["ones_like"](out.detach()) for out in tensors]
        for k, out in enumerate(tensors):
            zeros = [g if j == k else g * 0 for j, g in enumerate(ones)]
            alone = grad(out, inputs, ones[k], retain_graph=True, allow_unused=True)
            among = grad(tensors, inputs, zeros, retain_graph=True, allow_unused=True)
            for i, lone, shared in zip(self.wanted, alone, among, strict=True):
                a, b = (0 if g is None else array_of(g) for g in (lone, shared))
                if not np.allclose(a, b, equal_nan=True):
                    raise GradcheckError(
                        f"gradcheck: output {outputs[k][0]} alone, with respect to input {i}; "
                        "expected the gradient that zeros for the other outputs give; got another; "
                        "try to take None as zeros in backward"
                    )


gate_all(globals(), ("gradcheck", "gradgradcheck"))

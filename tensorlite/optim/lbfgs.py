"""L-BFGS: steps along a Newton direction that is known from the last gradients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import tensorlite as tl

from ..annotations import Operand, Params
from ..writing import check_memory
from ._line_search import Point, strong_wolfe
from ._rules import check_rate, settings
from .optimizer import Optimizer

T = TypeVar("T")

__all__ = ["LBFGS"]


class LBFGS(Optimizer):
    """Limited-memory BFGS, with a line search or without.

    Parameters
    ----------
    params : iterable
        One group.
    lr : float
        The length of a step, or with a line search the first one that is tried.
    max_iter : int
        Iterations of one `step`.
    max_eval : int, optional
        Calls of the closure in one `step`; default 1.25 max_iter.
    tolerance_grad, tolerance_change : float
        It ends when no element of the gradient, or no change, is larger.
    history_size : int
        How many gradients are remembered.
    line_search_fn : {None, "strong_wolfe"}

    References
    ----------
    Liu, Nocedal 1989, "On the limited memory BFGS method for large scale optimization".

    Examples
    --------
    >>> import tensorlite as tl
    >>> w = tl.nn.Parameter(tl.tensor([3.0, -2.0]))
    >>> opt = tl.optim.LBFGS([w], line_search_fn="strong_wolfe")
    >>> def closure():
    ...     opt.zero_grad()
    ...     loss = ((w - 1) ** 4).sum()
    ...     loss.backward()
    ...     return loss
    >>> opt.step(closure)
    tensor(97., grad_fn=<SumBackward0>)
    >>> bool(closure() < 1e-6)
    True
    """

    _counters = ()

    def __init__(
        self,
        params: Params,
        lr: Operand = 1,
        max_iter: int = 20,
        max_eval: int | None = None,
        tolerance_grad: float = 1e-7,
        tolerance_change: float = 1e-9,
        history_size: int = 100,
        line_search_fn: str | None = None,
    ) -> None:
        check_rate(lr)
        if line_search_fn not in (None, "strong_wolfe"):
            raise RuntimeError(f"only 'strong_wolfe' is supported; got {line_search_fn!r}")
        defaults = {
            "lr": lr,
            "max_iter": max_iter,
            "max_eval": max_iter * 5 // 4 if max_eval is None else max_eval,
            "tolerance_grad": tolerance_grad,
            "tolerance_change": tolerance_change,
            "history_size": history_size,
            "line_search_fn": line_search_fn,
        }
        super().__init__(params, defaults)

    def add_param_group(self, param_group: Mapping[str, Any]) -> None:
        """Set the parameters; there is one group."""
        super().add_param_group(param_group)
        if len(self.param_groups) != 1:
            del self.param_groups[-1]
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")

    @tl.no_grad()
    def step(self, closure: Callable[[], T]) -> T:  # type: ignore[override]  # which it cannot do without
        """Iterate until one of the limits is reached.

        Parameters
        ----------
        closure : callable
            Clears the gradients, computes loss and gradients, and returns the loss.

        Returns
        -------
        Tensor
            The loss before the step.
        """
        group = settings(self.param_groups[0])
        check_memory("LBFGS.step", *group["params"])
        line = _Line(group["params"], closure)
        state = self.state[group["params"][0]]
        first = line.evaluate()
        state["func_evals"] = state.get("func_evals", 0) + 1
        loss, grad = float(first), line.gradient()
        if _largest(grad) > group["tolerance_grad"]:
            self._iterate(group, state, line, loss, grad)
        return first

    def _iterate(self, group, state, line, loss, grad):
        done, calls = 0, 1
        while True:
            done, state["n_iter"] = done + 1, state.get("n_iter", 0) + 1
            direction = _direction(group, state, grad)
            before, slope = loss, float(grad @ direction)
            state["prev_flat_grad"], state["prev_loss"] = grad.clone(), loss
            state["d"], state["t"] = direction, _first_length(group, state, grad)
            if slope > -group["tolerance_change"]:
                return
            start, last = Point(0.0, loss, grad, slope), done == group["max_iter"]
            if group["line_search_fn"] is not None:
                tries = group["max_eval"] - calls
                loss, grad, state["t"], more = line.search(group, start, state, tries)
            else:
                line.move(state["t"], direction)
                more = 0 if last else 1  # the loss of the last place is not needed
                if not last:
                    loss, grad = float(line.evaluate()), line.gradient()
            calls, state["func_evals"] = calls + more, state["func_evals"] + more
            if (
                last
                or calls >= group["max_eval"]
                or _largest(grad) <= group["tolerance_grad"]
                or _largest(direction) * state["t"] <= group["tolerance_change"]
                or abs(loss - before) < group["tolerance_change"]
            ):
                return


class _Line:
    """The parameters as one vector, and the loss along a direction."""

    def __init__(self, params, closure):
        self.params, self.evaluate = params, tl.enable_grad()(closure)

    def gradient(self):
        """All gradients in one row; zeros where there is none."""
        grads = [tl.zeros_like(p) if p.grad is None else p.grad for p in self.params]
        return tl.cat([_real(grad).reshape(-1) for grad in grads])

    def move(self, t, direction):
        """Add t times the direction."""
        params = [_real(p) for p in self.params]
        parts = direction.split([p.numel() for p in params])
        for param, part in zip(params, parts, strict=True):
            param.add_(part.view(param.shape), alpha=t)

    def search(self, group, start, state, tries):
        """Go to the best place that a search finds: loss, gradient, length, calls."""
        direction, places = state["d"], [p.clone() for p in self.params]

        def evaluate(t):
            self.move(t, direction)
            loss = float(self.evaluate())
            grad = self.gradient()
            for param, place in zip(self.params, places, strict=True):
                param.copy_(place)
            return Point(t, loss, grad, float(grad @ direction))

        longest, tolerance = _largest(direction), 1e-9
        best, calls = strong_wolfe(evaluate, start, state["t"], longest, tolerance, tries)
        self.move(best.t, direction)
        return best.loss, best.grad, best.t, calls


def _real(x):
    """A complex tensor as pairs of numbers."""
    return tl.view_as_real(x) if x.is_complex() else x


def _largest(vector):
    return float(vector.abs().max())


def _first_length(group, state, grad):
    """The length to try first: short, while nothing is known of the curvature."""
    if state["n_iter"] > 1:
        return group["lr"]
    return 1.0 / max(1.0, float(grad.abs().sum())) * group["lr"]


def _direction(group, state, grad):
    """The negative gradient, times the inverse Hessian that the remembered steps tell."""
    if state["n_iter"] == 1:
        state["old_dirs"], state["old_stps"], state["ro"] = [], [], []
        state["H_diag"] = 1.0
        return -grad
    changes, steps, scales = state["old_dirs"], state["old_stps"], state["ro"]
    change, step = grad - state["prev_flat_grad"], state["d"] * state["t"]
    curvature = float(change @ step)
    if curvature > 1e-10:
        if len(changes) == group["history_size"]:
            for remembered in (changes, steps, scales):
                del remembered[0]
        changes.append(change)
        steps.append(step)
        scales.append(1.0 / curvature)
        state["H_diag"] = curvature / float(change @ change)
    result, shares = -grad, []
    rows = list(zip(changes, steps, scales, strict=True))
    for change, step, scale in reversed(rows):
        shares.append(float(step @ result) * float(scale))
        result.add_(change, alpha=-shares[-1])
    result.mul_(float(state["H_diag"]))
    for (change, step, scale), share in zip(rows, reversed(shares), strict=True):
        result.add_(step, alpha=share - float(change @ result) * float(scale))
    return result

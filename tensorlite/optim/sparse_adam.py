"""SparseAdam, for gradients of a layout that does not exist here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..annotations import Operand, Params
from ._rules import check_at_least, check_betas, check_rate
from .optimizer import Optimizer

__all__ = ["SparseAdam"]


class SparseAdam(Optimizer):
    """Adam for sparse gradients: its steps raise, since every gradient here is dense.

    Parameters
    ----------
    params : iterable
    lr, betas, eps, maximize
        As of Adam.
    """

    def __init__(
        self,
        params: Params,
        lr: Operand = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        maximize: bool = False,
    ) -> None:
        check_rate(lr)
        check_at_least("epsilon value", eps)
        check_betas(betas)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "maximize": maximize})

    def add_param_group(self, param_group: Mapping[str, Any]) -> None:
        """Add a group of real parameters."""
        super().add_param_group(param_group)
        found = [i for i, p in enumerate(self.param_groups[-1]["params"]) if p.is_complex()]
        if found:
            place = len(self.param_groups) - 1
            del self.param_groups[-1]
            raise ValueError(
                f"Complex params at indices {[[place, i] for i in found]}: SparseAdam does not "
                "support complex parameters"
            )

    def _update_group(self, group, params, grads):
        raise RuntimeError(
            "SparseAdam does not support dense gradients, please consider Adam instead: expected "
            "sparse gradients, which tensorlite does not have; got dense ones; try optim.Adam"
        )

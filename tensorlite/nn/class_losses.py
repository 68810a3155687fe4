"""Losses between many classes, of sequences, and with a layer of their own."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import tensorlite as tl

from .. import dtypes
from ..annotations import DeviceLike
from ..tensor import Tensor
from . import functional as F
from .containers import ModuleList, Sequential
from .layers import Linear
from .losses import _Loss, _WeightedLoss
from .module import Module

__all__ = [
    "AdaptiveLogSoftmaxWithLoss", "CTCLoss", "LinearCrossEntropyLoss", "LinearCrossEntropyOptions",
    "MultiLabelMarginLoss", "MultiLabelSoftMarginLoss", "MultiMarginLoss",
]  # fmt: skip


class MultiMarginLoss(_WeightedLoss):
    """Margins between the target and all other classes; see `functional.multi_margin_loss`."""

    def __init__(
        self,
        p: int = 1,
        margin: float = 1.0,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        reduce: bool | str | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        if p not in (1, 2):
            raise ValueError(f"MultiMarginLoss: only p == 1 and p == 2 supported; got {p}")
        if weight is not None and weight.ndim != 1:
            raise ValueError("MultiMarginLoss: weight must be None or have one dimension")
        self.p, self.margin = p, margin

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multi_margin_loss`."""
        return F.multi_margin_loss(
            input,
            target,
            p=self.p,
            margin=self.margin,
            weight=self.weight,
            reduction=self.reduction,
        )


class MultiLabelMarginLoss(_Loss):
    """Margins between several targets and the rest; see `functional.multilabel_margin_loss`."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multilabel_margin_loss`."""
        return F.multilabel_margin_loss(input, target, reduction=self.reduction)


class MultiLabelSoftMarginLoss(_WeightedLoss):
    """The mean over classes of BCEWithLogitsLoss."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.multilabel_soft_margin_loss`."""
        return F.multilabel_soft_margin_loss(
            input, target, weight=self.weight, reduction=self.reduction
        )


class CTCLoss(_Loss):
    """The negative log-likelihood of label sequences over all alignments.

    Parameters
    ----------
    blank : int
        The class that stands for no label.
    reduction : {"mean", "sum", "none"}
    zero_infinity : bool
        Count infinite losses as 0.

    References
    ----------
    Graves et al. 2006, "Connectionist Temporal Classification", ICML.

    Examples
    --------
    >>> import tensorlite as tl
    >>> scores = tl.zeros(4, 1, 3).log_softmax(2)
    >>> tl.nn.CTCLoss()(scores, tl.tensor([[1, 2]]), tl.tensor([4]), tl.tensor([2]))
    tensor(0.8432)
    """

    def __init__(
        self, blank: int = 0, reduction: str = "mean", zero_infinity: bool = False
    ) -> None:
        super().__init__(reduction=reduction)
        self.blank, self.zero_infinity = blank, zero_infinity

    def forward(
        self,
        log_probs: Tensor,
        targets: Tensor,
        input_lengths: Tensor | Sequence[int],
        target_lengths: Tensor | Sequence[int],
    ) -> Tensor:
        """`functional.ctc_loss`."""
        return F.ctc_loss(
            log_probs,
            targets,
            input_lengths,
            target_lengths,
            self.blank,
            self.reduction,
            self.zero_infinity,
        )


class LinearCrossEntropyOptions(NamedTuple):
    """How PyTorch takes the scores in pieces; accepted, for they are computed at once here."""

    allow_retain_graph: bool = False
    batch_chunk_size: int | None = None
    chunking_method: str | None = "auto"
    acc_policy: str = "auto"
    acc_dtype: object = None


class LinearCrossEntropyLoss(_WeightedLoss):
    """CrossEntropyLoss of a Linear layer that it owns.

    Parameters
    ----------
    in_features, num_classes : int
    out_features : tuple of int
        Dims of the target beyond the batch.
    bias : bool
    weight, reduction, ignore_index, label_smoothing
        As of CrossEntropyLoss.
    options : LinearCrossEntropyOptions, optional
        Accepted without effect.
    """

    def __init__(
        self,
        in_features: int,
        num_classes: int,
        *,
        out_features: Sequence[int] = (),
        bias: bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        reduction: str = "mean",
        weight: Tensor | None = None,
        ignore_index: int | None = None,
        label_smoothing: float = 0.0,
        options: Any = None,
    ) -> None:
        if weight is not None and tuple(weight.shape) != (num_classes,):
            raise RuntimeError(
                f"expected weight shape to be {(num_classes,)}, got {tuple(weight.shape)}"
            )
        if not 0 <= label_smoothing <= 1:
            raise RuntimeError(
                f"expected label_smoothing to be in range [0, 1], got {label_smoothing}"
            )
        super().__init__(weight=weight, reduction=reduction)
        self.num_classes, self.out_features = num_classes, out_features
        self.ignore_index, self.label_smoothing = ignore_index, label_smoothing
        self.linear = Linear(
            in_features, num_classes * math.prod(out_features), bias, device, dtype
        )
        self.options = options

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """`functional.linear_cross_entropy`."""
        rows, bias = (self.num_classes, *self.out_features), self.linear.bias
        return F.linear_cross_entropy(
            input,
            self.linear.weight.reshape(*rows, self.linear.in_features),
            target,
            linear_bias=None if bias is None else bias.reshape(rows),
            weight=self.weight,
            reduction=self.reduction,
            ignore_index=self.ignore_index,
            label_smoothing=self.label_smoothing,
            options=self.options,
        )

    def extra_repr(self) -> str:
        """Sizes and settings."""
        names = ("reduction", "ignore_index", "label_smoothing", "options")
        return ", ".join([
            f"in_features={self.linear.in_features}",
            f"num_classes={self.num_classes}",
            f"out_features={self.out_features}",
            f"bias={self.linear.bias is not None}",
            *(f"{name}={getattr(self, name)}" for name in names),
        ])  # fmt: skip


class _Answer(NamedTuple):
    """The log-likelihood of each target, and minus their mean."""

    output: Tensor
    loss: Tensor


class AdaptiveLogSoftmaxWithLoss(Module):
    """A softmax over many classes, the rarer of which are reached through smaller layers.

    Parameters
    ----------
    in_features, n_classes : int
    cutoffs : sequence of int
        Ascending; classes below the first stand in the head, those up to each next in a cluster.
    div_value : float
        By how much the layers of each next cluster are narrower.
    head_bias : bool
    device, dtype
        Of the parameters.

    References
    ----------
    Grave et al. 2017, "Efficient softmax approximation for GPUs", arXiv:1609.04309.

    Examples
    --------
    >>> import tensorlite as tl
    >>> layer = tl.nn.AdaptiveLogSoftmaxWithLoss(16, 20, cutoffs=[5, 10])
    >>> answer = layer(tl.zeros(3, 16), tl.tensor([1, 7, 19]))
    >>> answer.output.shape, layer.log_prob(tl.zeros(3, 16)).exp().sum(1).round(decimals=4)
    (tensorlite.Size([3]), tensor([1., 1., 1.], grad_fn=<RoundToBackward0>))
    """

    def __init__(
        self,
        in_features: int,
        n_classes: int,
        cutoffs: Sequence[int],
        div_value: float = 4.0,
        head_bias: bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        cutoffs = list(cutoffs)
        if not cutoffs:
            raise ValueError("cutoffs should be a sequence of length larger than 0")
        ascending = cutoffs == sorted(set(cutoffs)) and all(int(c) == c for c in cutoffs)
        if not ascending or cutoffs[0] <= 0 or cutoffs[-1] > n_classes - 1:
            raise ValueError(
                "cutoffs should be a sequence of unique, positive integers sorted in an increasing "
                f"order, where each value is between 1 and n_classes-1; got {cutoffs}"
            )
        self.in_features, self.n_classes = in_features, n_classes
        self.cutoffs = [*cutoffs, n_classes]
        self.div_value, self.head_bias = div_value, head_bias
        self.shortlist_size, self.n_clusters = cutoffs[0], len(cutoffs)
        self.head_size = self.shortlist_size + self.n_clusters
        like: dict[str, Any] = {"device": device, "dtype": dtype}
        self.head = Linear(in_features, self.head_size, bias=head_bias, **like)
        self.tail = ModuleList()
        for number, (first, last) in enumerate(itertools.pairwise(self.cutoffs), 1):
            width = int(in_features // div_value**number)
            self.tail.append(
                Sequential(
                    Linear(in_features, width, bias=False, **like),
                    Linear(width, last - first, bias=False, **like),
                )
            )

    def reset_parameters(self) -> None:
        """Draw new parameters."""
        for layer in (self.head, *itertools.chain(*self.tail)):
            layer.reset_parameters()

    def forward(self, input_: Tensor, target_: Tensor) -> _Answer:
        """The log-likelihood of each target, and minus their mean."""
        self._check(input_, target_)
        rows, target = (input_, target_) if target_.ndim else (input_[None], target_[None])
        known = (target >= 0) & (target < self.n_classes)
        if not bool(known.all()):
            raise RuntimeError(
                f"Target values should be in [0, {self.n_classes - 1}], but values in range "
                f"[{target.min().item()}, {target.max().item()}] were found."
            )
        head, picked = F.log_softmax(self.head(rows), dim=1), target.clone()
        output = rows.new_zeros(target.shape[0])
        for number, (first, last) in enumerate(itertools.pairwise(self.cutoffs)):
            (members,) = ((target >= first) & (target < last)).nonzero(as_tuple=True)
            if members.numel():
                scores = F.log_softmax(self.tail[number](rows[members]), dim=1)
                own = scores.gather(1, (target[members] - first).unsqueeze(1)).squeeze(1)
                output = output.index_add(0, members, own)
                picked = picked.index_fill(0, members, self.shortlist_size + number)
        output = output + head.gather(1, picked.unsqueeze(1)).squeeze(1)
        return _Answer(output if target_.ndim else output.squeeze(0), -output.mean())

    def _check(self, input, target):
        if target.ndim > 1:
            raise RuntimeError("0D or 1D target tensor expected, multi-target not supported")
        if input.ndim != target.ndim + 1:
            raise RuntimeError(
                f"{target.ndim}D target tensor expects {target.ndim + 1}D input tensors, but found "
                f"inputs with size {tuple(input.shape)}"
            )
        if target.ndim and input.shape[0] != target.shape[0]:
            raise RuntimeError(
                "Input and target should have the same size in the batch dimension; got "
                f"{input.shape[0]} and {target.shape[0]}"
            )

    def log_prob(self, input: Tensor) -> Tensor:
        """The logarithms of all probabilities (N, n_classes), for input (N, in_features)."""
        head = F.log_softmax(self.head(input), dim=1)
        parts = [head[:, : self.shortlist_size]]
        for number, layer in enumerate(self.tail):
            share = head[:, self.shortlist_size + number].unsqueeze(1)
            parts.append(F.log_softmax(layer(input), dim=1) + share)
        return tl.cat(parts, 1)

    def predict(self, input: Tensor) -> Tensor:
        """The most probable classes (N,); clusters are computed for those rows that need them."""
        best = self.head(input).argmax(1)
        (rare,) = (best >= self.shortlist_size).nonzero(as_tuple=True)
        if rare.numel():
            best = best.index_copy(0, rare, self.log_prob(input[rare]).argmax(1))
        return best

"""Sequences of unequal lengths: side by side with padding, or packed without."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Self, overload

import tensorlite as tl

from ...absent import listing as _listing
from ...docstrings import document as _document
from ...errors import expected
from ...gate import gate_all
from ...tensor import Tensor

__all__ = [
    "PackedSequence",
    "invert_permutation",
    "pack_padded_sequence",
    "pack_sequence",
    "pad_packed_sequence",
    "pad_sequence",
    "unpack_sequence",
    "unpad_sequence",
]


class _Packed(NamedTuple):
    data: Tensor
    batch_sizes: Tensor
    sorted_indices: Tensor | None
    unsorted_indices: Tensor | None


class PackedSequence(_Packed):
    """What `pack_padded_sequence` makes and recurrent layers take: steps without padding.

    Attributes
    ----------
    data : Tensor (sum of lengths, ...)
        The first steps of all sequences, from the longest to the shortest, then the second ones.
    batch_sizes : int64 Tensor (longest,)
        How many sequences reach each step.
    sorted_indices, unsorted_indices : int64 Tensor (N,) or None
        Which sequence stands at each place, and at which place each sequence; None: in order.
    """

    __slots__ = ()

    @overload
    def __new__(
        cls,
        data: Tensor,
        batch_sizes: Tensor,
        sorted_indices: Tensor | None = None,
        unsorted_indices: Tensor | None = None,
    ) -> Self: ...
    @overload
    def __new__(cls, data: tuple[Tensor, Tensor]) -> Self: ...
    def __new__(
        cls,
        data: Any,
        batch_sizes: Any = None,
        sorted_indices: Tensor | None = None,
        unsorted_indices: Tensor | None = None,
    ) -> Self:
        if batch_sizes is None:  # an older form: a pair
            data, batch_sizes = data
        if batch_sizes.device.type != "cpu":
            raise ValueError(
                "batch_sizes should always be on CPU. Instances of PackedSequence should never be "
                "created manually. They should be instantiated by functions like "
                "pack_sequence and pack_padded_sequence in nn.utils.rnn; got "
                f"{batch_sizes.device}"
            )
        if unsorted_indices is None:
            unsorted_indices = invert_permutation(sorted_indices)
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    @property
    def is_cuda(self) -> bool:
        """Whether the data lies on a card."""
        return self.data.is_cuda

    def to(self, *args: Any, **kwargs: Any) -> Self:
        """The same on another device, or with data of another dtype."""
        data = self.data.to(*args, **kwargs)
        moved = [x if x is None else x.to(data.device) for x in self[2:]]
        if data is self.data and all(x is old for x, old in zip(moved, self[2:], strict=True)):
            return self
        return type(self)(data, self.batch_sizes, *moved)

    def cuda(self, *args: Any, **kwargs: Any) -> Self:
        """The same on a card."""
        return self.to("cuda" if not args else tl.device("cuda", *args), **kwargs)

    def cpu(self) -> Self:
        """The same on the CPU."""
        return self.to("cpu")

    def double(self) -> Self:
        """The same in float64."""
        return self.to(tl.float64)

    def float(self) -> Self:
        """The same in float32."""
        return self.to(tl.float32)

    def long(self) -> Self:
        """The same in int64."""
        return self.to(tl.int64)

    def int(self) -> Self:
        """The same in int32."""
        return self.to(tl.int32)


def invert_permutation(permutation: Tensor | None) -> Tensor | None:
    """Where each index stands in a permutation; None stays None."""
    if permutation is None:
        return None
    places = tl.arange(permutation.numel(), device=permutation.device)
    return tl.empty_like(permutation).scatter_(0, permutation, places)


def _listed(op: str, lengths: Tensor | Sequence[int]) -> list[int]:
    lengths = [int(n) for n in (lengths.tolist() if isinstance(lengths, Tensor) else lengths)]
    if min(lengths, default=1) <= 0:
        raise RuntimeError(
            f"{op}: Length of all samples has to be greater than 0; got {min(lengths)}"
        )
    return lengths


def _rows(lengths, batch):
    """Where each packed step stands among the (T * N) rows of padded sequences in this order."""
    return [t * batch + n for t in range(lengths[0]) for n in range(_alive(lengths, t))]


def _alive(lengths, t):
    """How many of the descending lengths reach step t."""
    return sum(n > t for n in lengths)


def pack_padded_sequence(
    input: Tensor,
    lengths: Tensor | Sequence[int],
    batch_first: bool = False,
    enforce_sorted: bool = True,
) -> PackedSequence:
    """Take the padding away.

    Parameters
    ----------
    input : Tensor (T, N, ...), with `batch_first` (N, T, ...)
    lengths : int64 Tensor (N,) or list of int
    batch_first : bool
    enforce_sorted : bool
        The sequences must come from the longest to the shortest; else they are sorted.

    Returns
    -------
    PackedSequence

    Examples
    --------
    >>> import tensorlite as tl
    >>> padded = tl.tensor([[1, 2, 3], [4, 0, 0]])
    >>> tl.nn.utils.rnn.pack_padded_sequence(padded, [3, 1], batch_first=True).data
    tensor([1, 4, 2, 3])
    """
    op = "pack_padded_sequence"
    lengths = _listed(op, lengths)
    if batch_first:
        input = input.transpose(0, 1)
    steps, batch = input.shape[:2]
    if len(lengths) != batch:
        raise RuntimeError(
            f"{op}: Expected `len(lengths)` to be equal to batch_size; expected {batch}; got "
            f"{len(lengths)}"
        )
    if not input.numel():
        raise RuntimeError(
            expected(op, "an input with elements", f"{tuple(input.shape)}", "no empty batch")
        )
    order = None
    if not enforce_sorted:
        by_length = sorted(range(batch), key=lambda n: -lengths[n])
        order = tl.tensor(by_length, dtype=tl.int64, device=input.device)
        input = input.index_select(1, order)
        lengths = [lengths[n] for n in by_length]
    elif any(a < b for a, b in itertools.pairwise(lengths)):
        raise RuntimeError(
            f"{op}: `lengths` array must be sorted in decreasing order when `enforce_sorted` is "
            f"True; got {lengths}; try enforce_sorted=False"
        )
    if lengths and lengths[0] > steps:
        raise RuntimeError(
            f"{op}: Expected `lengths` of at most {steps} steps, as input has; got {lengths[0]}"
        )
    rows = tl.tensor(_rows(lengths, batch), dtype=tl.int64, device=input.device)
    data = input.flatten(0, 1).index_select(0, rows)
    sizes = [_alive(lengths, t) for t in range(lengths[0])]
    return PackedSequence(data, tl.tensor(sizes, dtype=tl.int64), order)


def _lengths_of(sizes):
    """The lengths, from the longest, of sequences of which so many reach each step."""
    return [sum(size > n for size in sizes) for n in range(sizes[0])]


def pad_packed_sequence(
    sequence: PackedSequence,
    batch_first: bool = False,
    padding_value: float = 0.0,
    total_length: int | None = None,
) -> tuple[Tensor, Tensor]:
    """Put the padding back.

    Parameters
    ----------
    sequence : PackedSequence
    batch_first : bool
    padding_value : float
    total_length : int, optional
        T; at least the longest length, which is the default.

    Returns
    -------
    Tensor (T, N, ...), with `batch_first` (N, T, ...)
    int64 Tensor (N,)
        The lengths.
    """
    data, sizes, _, unsorted = sequence
    sizes = sizes.tolist()
    steps, batch, lengths = len(sizes), sizes[0], _lengths_of(sizes)
    if total_length is not None:
        if total_length < steps:
            raise ValueError(
                "Expected total_length to be at least the length of the longest sequence in "
                f"input, but got total_length={total_length} and max sequence length being {steps}"
            )
        steps = total_length
    rows = tl.tensor(_rows(lengths, batch), dtype=tl.int64, device=data.device)
    shape = (steps * batch, *data.shape[1:])
    padded = tl.full(shape, padding_value, dtype=data.dtype, device=data.device)
    padded = padded.index_copy(0, rows, data).unflatten(0, (steps, batch))
    found = tl.tensor(lengths, dtype=tl.int64)
    if unsorted is not None:
        padded, found = padded.index_select(1, unsorted), found[unsorted.cpu()]
    return (padded.transpose(0, 1) if batch_first else padded), found


def pad_sequence(
    sequences: Tensor | Iterable[Tensor],
    batch_first: bool = False,
    padding_value: float = 0.0,
    padding_side: str = "right",
) -> Tensor:
    """Sequences side by side, made as long as the longest.

    Parameters
    ----------
    sequences : list of Tensor (L, ...)
    batch_first : bool
    padding_value : float
    padding_side : {"right", "left"}

    Returns
    -------
    Tensor (T, N, ...), with `batch_first` (N, T, ...)

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.utils.rnn.pad_sequence([tl.ones(2), tl.ones(3)], batch_first=True)
    tensor([[1., 1., 0.],
            [1., 1., 1.]])
    """
    if padding_side not in ("right", "left"):
        raise RuntimeError(
            f"pad_sequence: padding_side should be left or right; got {padding_side!r}"
        )
    if not isinstance(sequences, Iterable):
        got = type(sequences).__name__
        raise RuntimeError(expected("pad_sequence", "iterable sequences", got, "a list of tensors"))
    sequences = list(sequences.unbind(0) if isinstance(sequences, Tensor) else sequences)
    if not sequences:
        raise RuntimeError("pad_sequence: received an empty list of sequences")
    longest, more = max(len(x) for x in sequences), sequences[0].shape[1:]
    rows = []
    for x in sequences:
        if x.shape[1:] != more:
            wanted = f"sequences (L, {', '.join(map(str, more))})"
            raise RuntimeError(
                expected("pad_sequence", wanted, f"{tuple(x.shape)}", "one shape beyond the length")
            )
        fill = x.new_full((longest - len(x), *more), padding_value)
        rows.append(tl.cat([x, fill] if padding_side == "right" else [fill, x]))
    return tl.stack(rows, 0 if batch_first else 1)


def unpad_sequence(
    padded_sequences: Tensor, lengths: Tensor | Sequence[int], batch_first: bool = False
) -> list[Tensor]:
    """The sequences (L, ...) of `pad_sequence` again, as a list."""
    if not batch_first:
        padded_sequences = padded_sequences.transpose(0, 1)
    lengths = lengths.tolist() if isinstance(lengths, Tensor) else lengths
    return [x[:n] for x, n in zip(padded_sequences.unbind(0), lengths, strict=True)]


def pack_sequence(sequences: Sequence[Tensor], enforce_sorted: bool = True) -> PackedSequence:
    """Sequences (L, ...) of a list, packed; see `pack_padded_sequence`."""
    lengths = [len(x) for x in sequences]
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences: PackedSequence) -> list[Tensor]:
    """The sequences (L, ...) of a PackedSequence, as a list in their first order."""
    return unpad_sequence(*pad_packed_sequence(packed_sequences))


gate_all(globals(), [name for name in __all__ if name != "PackedSequence"])
__dir__ = _listing(__name__)
_document(globals(), __all__)

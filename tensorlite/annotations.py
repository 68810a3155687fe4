"""Short names of what public functions take, for their annotations."""

from collections.abc import Iterable, Sequence
from typing import Any

from .device import device
from .tensor import Tensor

Operand = Tensor | float  # a number stands for a tensor without dims
Dims = int | Sequence[int]  # and sizes: one, or one for each dim
Sections = int | Sequence[int] | Tensor  # their number, or where they end
DeviceLike = device | str | int
Params = Iterable[Tensor] | Iterable[dict[str, Any]] | Iterable[tuple[str, Tensor]]  # to optimize

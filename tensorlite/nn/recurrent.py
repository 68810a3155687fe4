"""Recurrent layers, and their cells: RNN, LSTM, GRU."""

from __future__ import annotations

from typing import Any, overload

import tensorlite as tl

from .. import casting, dtypes
from ..annotations import DeviceLike
from ..errors import expected
from ..ops import recurrent as kernels
from ..tensor import Tensor
from ._recurrent_base import RNNBase, reset_uniform
from .module import Module
from .parameter import Parameter
from .utils.rnn import PackedSequence

__all__ = [
    "GRU", "LSTM", "RNN", "GRUCell", "LSTMCell", "RNNBase", "RNNCell", "RNNCellBase",
]  # fmt: skip


def _refuse_projection(layer, proj_size):
    if proj_size is not None:
        raise ValueError(
            f"{layer}: proj_size argument is only supported for LSTM, not RNN or GRU; expected "
            f"none; got {proj_size}; try nn.LSTM"
        )


class RNN(RNNBase):
    """h[t] = tanh(W_ih x[t] + b_ih + W_hh h[t-1] + b_hh), in one or more layers.

    Parameters
    ----------
    input_size, hidden_size : int
        I and H.
    num_layers : int
        Each layer reads the outputs of the one before.
    nonlinearity : str
        "tanh" or "relu".
    bias, batch_first : bool
    dropout : float
        Between layers, while training.
    bidirectional : bool
        With a second direction, from the last step to the first: D is 2 then, else 1.
    device, dtype
        Of the parameters.

    Notes
    -----
    ``forward(input, hx=None)`` takes input (T, N, I), with `batch_first` (N, T, I), or (T, I)
    without a batch, and hx (num_layers * D, N, H), zeros by default. It returns the outputs of the
    last layer (T, N, D * H) and the final hidden states, shaped like hx.

    References
    ----------
    Elman 1990, "Finding Structure in Time".

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, hidden = tl.nn.RNN(3, 4, num_layers=2)(tl.zeros(7, 5, 3))
    >>> out.shape, hidden.shape
    (tensorlite.Size([7, 5, 4]), tensorlite.Size([2, 5, 4]))
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        nonlinearity: str = "tanh",
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        *,
        proj_size: int | None = None,
    ) -> None:
        _refuse_projection("RNN", proj_size)
        if nonlinearity not in ("tanh", "relu"):
            raise ValueError(
                f"RNN: Unknown nonlinearity '{nonlinearity}'; expected 'tanh' or 'relu'; got "
                f"{nonlinearity!r}; try 'tanh'"
            )
        mode = f"RNN_{nonlinearity.upper()}"
        super().__init__(mode, input_size, hidden_size, num_layers, bias, batch_first, dropout,
                         bidirectional, device=device, dtype=dtype)  # fmt: skip
        self.nonlinearity = nonlinearity


class LSTM(RNNBase):
    """Long short-term memory: a cell state that gates write, keep and show.

    With i, f, g, o = W_ih x[t] + b_ih + W_hh h[t-1] + b_hh:
    c[t] = sigmoid(f) * c[t-1] + sigmoid(i) * tanh(g) and h[t] = sigmoid(o) * tanh(c[t]).

    Parameters
    ----------
    input_size, hidden_size : int
        I and H.
    num_layers : int
        Each layer reads the outputs of the one before.
    bias, batch_first : bool
    dropout : float
        Between layers, while training.
    bidirectional : bool
        With a second direction, from the last step to the first: D is 2 then, else 1.
    proj_size : int
        P: the hidden state is projected to this size; 0: it is not, and P is H below.
    device, dtype
        Of the parameters.

    Notes
    -----
    ``forward(input, (h, c)=None)`` takes input (T, N, I), with `batch_first` (N, T, I), or (T, I)
    without a batch, h (num_layers * D, N, P) and c (num_layers * D, N, H), zeros by default. It
    returns the outputs of the last layer (T, N, D * P) and the final (h, c).

    References
    ----------
    Hochreiter, Schmidhuber 1997; with forget gates: Gers, Schmidhuber, Cummins 2000; projected:
    Sak, Senior, Beaufays 2014, arXiv:1402.1128.

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, (h, c) = tl.nn.LSTM(3, 4, batch_first=True, bidirectional=True)(tl.zeros(5, 7, 3))
    >>> out.shape, h.shape, c.shape
    (tensorlite.Size([5, 7, 8]), tensorlite.Size([2, 5, 4]), tensorlite.Size([2, 5, 4]))
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        proj_size: int = 0,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__("LSTM", input_size, hidden_size, num_layers, bias, batch_first, dropout,
                         bidirectional, proj_size, device, dtype)  # fmt: skip

    def _state_sizes(self):
        return self._output_size(), self.hidden_size

    @overload  # type: ignore[override]  # its state is a pair
    def forward(
        self, input: Tensor, hx: tuple[Tensor, Tensor] | None = None
    ) -> tuple[Tensor, tuple[Tensor, Tensor]]: ...
    @overload
    def forward(
        self, input: PackedSequence, hx: tuple[Tensor, Tensor] | None = None
    ) -> tuple[PackedSequence, tuple[Tensor, Tensor]]: ...
    def forward(
        self, input: Tensor | PackedSequence, hx: tuple[Tensor, Tensor] | None = None
    ) -> tuple[Any, tuple[Tensor, Tensor]]:
        """The outputs of all steps, and the final (hidden state, cell state)."""
        return self._run(input, hx)


class GRU(RNNBase):
    """Gated recurrent units: a hidden state that gates reset and update.

    With r = sigmoid(W_ir x + b_ir + W_hr h + b_hr), z likewise, and
    n = tanh(W_in x + b_in + r * (W_hn h + b_hn)): h[t] = (1 - z) * n + z * h[t-1].

    Parameters
    ----------
    input_size, hidden_size : int
        I and H.
    num_layers : int
        Each layer reads the outputs of the one before.
    bias, batch_first : bool
    dropout : float
        Between layers, while training.
    bidirectional : bool
        With a second direction, from the last step to the first: D is 2 then, else 1.
    device, dtype
        Of the parameters.

    Notes
    -----
    ``forward(input, hx=None)`` takes input (T, N, I), with `batch_first` (N, T, I), or (T, I)
    without a batch, and hx (num_layers * D, N, H), zeros by default. It returns the outputs of the
    last layer (T, N, D * H) and the final hidden states, shaped like hx.

    References
    ----------
    Cho et al. 2014, arXiv:1406.1078.

    Examples
    --------
    >>> import tensorlite as tl
    >>> out, hidden = tl.nn.GRU(3, 4)(tl.zeros(7, 3))
    >>> out.shape, hidden.shape
    (tensorlite.Size([7, 4]), tensorlite.Size([1, 4]))
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        *,
        proj_size: int | None = None,
    ) -> None:
        _refuse_projection("GRU", proj_size)
        super().__init__("GRU", input_size, hidden_size, num_layers, bias, batch_first, dropout,
                         bidirectional, device=device, dtype=dtype)  # fmt: skip


class RNNCellBase(Module):
    """What the cells share: parameters, checks, and the step."""

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool,
        num_chunks: int,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__()
        self.input_size, self.hidden_size, self.bias = input_size, hidden_size, bias
        rows = num_chunks * hidden_size
        like: dict[str, Any] = {"device": device, "dtype": dtype}
        self.weight_ih = Parameter(tl.empty(rows, input_size, **like))
        self.weight_hh = Parameter(tl.empty(rows, hidden_size, **like))
        for name in ("bias_ih", "bias_hh"):
            self.register_parameter(name, Parameter(tl.empty(rows, **like)) if bias else None)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Draw new parameters, uniform in +-1/sqrt(hidden_size)."""
        reset_uniform(self)

    def _check(self, input, states):
        name = self._get_name()
        for what, x in (("input", input), *((f"hx[{i}]", h) for i, h in enumerate(states))):
            if not isinstance(x, Tensor):
                got = type(x).__name__
                raise TypeError(expected(name, f"{what} to be a Tensor", got, "tensor()"))
            if x.ndim not in (1, 2):
                raise ValueError(
                    f"{name}: Expected {what} to be 1D or 2D; got {x.ndim}D; try squeeze()"
                )
        if input.shape[-1] != self.input_size:
            raise RuntimeError(
                f"{name}: input has inconsistent input_size; expected {self.input_size}; got "
                f"{input.shape[-1]}; try another size"
            )
        wanted = (*input.shape[:-1], self.hidden_size)
        for i, h in enumerate(states):
            if tuple(h.shape) != wanted or h.dtype != input.dtype:
                raise RuntimeError(
                    f"{name}: hidden{i} has inconsistent hidden_size, batch or dtype; expected "
                    f"{wanted} of {input.dtype}; got {tuple(h.shape)} of {h.dtype}; try hx=None"
                )

    def _step(self, mode, input, states, count):
        """The next states, from given ones or from zeros."""
        input, states = casting.lower(input, states)
        self._check(input, states or ())
        if states is not None and len(states) != count:
            got = str(len(states))
            raise ValueError(expected(self._get_name(), f"hx of {count} Tensors", got, "hx=None"))
        weights = casting.lower(self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        features = self.input_size, self.hidden_size
        rows = kernels.GATES[mode] * self.hidden_size
        kernels.check_weights(self._get_name(), input.spec.dtype, rows, features, weights)
        x = input if input.ndim == 2 else input.unsqueeze(0)
        if states is None:
            zeros = tl.zeros(x.shape[0], self.hidden_size, dtype=x.dtype, device=x.device)
            states = (zeros,) * count
        elif input.ndim == 1:
            states = tuple(h.unsqueeze(0) for h in states)
        result = kernels.cell(mode, x, states, *weights)
        return result if input.ndim == 2 else tuple(h.squeeze(0) for h in result)

    def extra_repr(self) -> str:
        """Sizes and what differs from the defaults."""
        parts = f"{self.input_size}, {self.hidden_size}"
        if self.bias is not True:
            parts += f", bias={self.bias}"
        nonlinearity = getattr(self, "nonlinearity", "tanh")
        return parts if nonlinearity == "tanh" else f"{parts}, nonlinearity={nonlinearity}"


class RNNCell(RNNCellBase):
    """h' = tanh(W_ih x + b_ih + W_hh h + b_hh): one step of an RNN.

    Parameters
    ----------
    input_size, hidden_size : int
    bias : bool
    nonlinearity : str
        "tanh" or "relu".
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight_ih : Parameter (hidden_size, input_size)
    weight_hh : Parameter (hidden_size, hidden_size)
    bias_ih, bias_hh : Parameter (hidden_size,) or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.RNNCell(3, 4)(tl.zeros(5, 3)).shape
    tensorlite.Size([5, 4])
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool = True,
        nonlinearity: str = "tanh",
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        self.nonlinearity = nonlinearity

    def forward(self, input: Tensor, hx: Tensor | None = None) -> Tensor:
        """The next hidden state (N, H) for input (N, I) and hx (N, H); both may lack N."""
        if self.nonlinearity not in ("tanh", "relu"):
            raise RuntimeError(
                f"RNNCell: Unknown nonlinearity: {self.nonlinearity}; expected 'tanh' or 'relu'; "
                f"got {self.nonlinearity!r}; try 'tanh'"
            )
        states = None if hx is None else (hx,)
        return self._step(f"RNN_{self.nonlinearity.upper()}", input, states, 1)[0]


class LSTMCell(RNNCellBase):
    """One step of an `LSTM`.

    Parameters
    ----------
    input_size, hidden_size : int
    bias : bool
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight_ih : Parameter (4 * hidden_size, input_size)
    weight_hh : Parameter (4 * hidden_size, hidden_size)
    bias_ih, bias_hh : Parameter (4 * hidden_size,) or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> h, c = tl.nn.LSTMCell(3, 4)(tl.zeros(5, 3))
    >>> h.shape, c.shape
    (tensorlite.Size([5, 4]), tensorlite.Size([5, 4]))
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)

    def forward(
        self, input: Tensor, hx: tuple[Tensor, Tensor] | None = None
    ) -> tuple[Tensor, Tensor]:
        """The next (h, c), each (N, H), for input (N, I) and hx = (h, c); all may lack N."""
        return self._step("LSTM", input, None if hx is None else tuple(hx), 2)


class GRUCell(RNNCellBase):
    """One step of a `GRU`.

    Parameters
    ----------
    input_size, hidden_size : int
    bias : bool
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight_ih : Parameter (3 * hidden_size, input_size)
    weight_hh : Parameter (3 * hidden_size, hidden_size)
    bias_ih, bias_hh : Parameter (3 * hidden_size,) or None

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.GRUCell(3, 4)(tl.zeros(3)).shape
    tensorlite.Size([4])
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool = True,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)

    def forward(self, input: Tensor, hx: Tensor | None = None) -> Tensor:
        """The next hidden state (N, H) for input (N, I) and hx (N, H); both may lack N."""
        return self._step("GRU", input, None if hx is None else (hx,), 1)[0]

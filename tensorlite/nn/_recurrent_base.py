"""What recurrent layers over whole sequences share."""

from __future__ import annotations

import functools
import math
import numbers
from typing import Any, overload

import tensorlite as tl

from .. import casting, dtypes
from ..annotations import DeviceLike
from ..errors import expected, type_name
from ..graph import mode, warn
from ..ops import recurrent as kernels
from ..tensor import Tensor
from . import functional as F
from . import init
from ._packed_layers import run_packed
from .module import Module
from .parameter import Parameter
from .utils.rnn import PackedSequence


def _check_int(layer, name, value):
    """Raise unless `value` is an int of at least 1."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(
            f"{layer}: expected {name} to be of type int; got {type(value).__name__}; try an int"
        )
    if value <= 0:
        raise ValueError(f"{layer}: {name} must be greater than zero; got {value}; try 1")


def _check_bool(layer, name, value):
    """Raise unless `value` is a bool."""
    if not isinstance(value, bool):
        raise TypeError(
            f"{layer}: expected {name} to be of type bool; got {type(value).__name__}; try False"
        )


def reset_uniform(module):
    """Draw all parameters uniform in +-1/sqrt(hidden_size)."""
    bound = 1 / math.sqrt(module.hidden_size) if module.hidden_size > 0 else 0
    for parameter in module.parameters():
        init.uniform_(parameter, -bound, bound)


class RNNBase(Module):
    """What RNN, LSTM and GRU share: parameters, checks, layers and directions.

    Parameters are called ``weight_ih_l{k}``, ``weight_hh_l{k}``, ``bias_ih_l{k}``, ``bias_hh_l{k}``
    and, with `proj_size`, ``weight_hr_l{k}``; the second direction's end in ``_reverse``.
    """

    def __init__(
        self,
        mode: str,
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
        super().__init__()
        self.mode, self.input_size, self.hidden_size = mode, input_size, hidden_size
        self.num_layers, self.bias, self.batch_first = num_layers, bias, batch_first
        self.dropout, self.bidirectional, self.proj_size = dropout, bidirectional, proj_size
        self._check_options()
        self.dropout = float(dropout)
        for layer in range(num_layers):
            for suffix in self._suffixes():
                self._add_parameters(layer, suffix, device, dtype)
        self.reset_parameters()

    def _check_options(self):
        name = self._get_name()
        p = self.dropout
        if isinstance(p, bool) or not isinstance(p, numbers.Real) or not 0 <= float(p) <= 1:
            raise ValueError(
                f"{name}: dropout should be a number in range [0, 1] representing the probability "
                f"of an element being zeroed; got {p!r}; try 0.0"
            )
        for option in ("input_size", "hidden_size", "num_layers"):
            _check_int(name, option, getattr(self, option))
        for option in ("bias", "batch_first"):
            _check_bool(name, option, getattr(self, option))
        if not 0 <= self.proj_size < self.hidden_size:
            raise ValueError(
                f"{name}: expected proj_size of at least 0 (0 for none) and smaller than "
                f"hidden_size; got {self.proj_size} for hidden_size {self.hidden_size}; try 0"
            )
        if self.mode not in kernels.GATES:
            raise ValueError(f"{name}: Unrecognized RNN mode: {self.mode}; try 'LSTM'")
        if float(p) > 0 and self.num_layers == 1:
            warn(
                "dropout option adds dropout after all but last recurrent layer, so non-zero "
                f"dropout expects num_layers greater than 1, but got dropout={p} and "
                "num_layers=1",
            )

    # parameters

    def _suffixes(self):
        """What ends the names of the parameters of each direction."""
        return ("", "_reverse") if self.bidirectional else ("",)

    def _output_size(self):
        return self.proj_size or self.hidden_size

    def _features(self, layer):
        """The size of a layer's input."""
        return self.input_size if layer == 0 else self._output_size() * len(self._suffixes())

    def _names(self, layer, suffix):
        names = [f"weight_ih_l{layer}{suffix}", f"weight_hh_l{layer}{suffix}"]
        if self.bias:
            names += [f"bias_ih_l{layer}{suffix}", f"bias_hh_l{layer}{suffix}"]
        if self.proj_size:
            names.append(f"weight_hr_l{layer}{suffix}")
        return names

    def _add_parameters(self, layer, suffix, device, dtype):
        gates = kernels.GATES[self.mode] * self.hidden_size
        shapes: list[tuple] = [(gates, self._features(layer)), (gates, self._output_size())]
        shapes += [(gates,)] * 2 if self.bias else []
        shapes += [(self.proj_size, self.hidden_size)] if self.proj_size else []
        for name, shape in zip(self._names(layer, suffix), shapes, strict=True):
            setattr(self, name, Parameter(tl.empty(*shape, device=device, dtype=dtype)))

    def _weights(self, layer, suffix):
        """w_ih, w_hh, b_ih, b_hh, w_hr of one direction, None where there is none."""
        given = [getattr(self, name) for name in self._names(layer, suffix)]
        w_hr = given.pop() if self.proj_size else None
        return casting.lower(*given, *[None] * (4 - len(given)), w_hr)

    @property
    def _all_weights(self):
        """The names of the parameters, a list for each layer and direction."""
        return [
            self._names(layer, suffix)
            for layer in range(self.num_layers)
            for suffix in self._suffixes()
        ]

    @property
    def all_weights(self) -> list[list[Parameter]]:
        """The parameters, a list for each layer and direction."""
        return [[getattr(self, name) for name in names] for names in self._all_weights]

    @property
    def _flat_weights_names(self):
        """The names of the parameters: courses that draw first values go through them."""
        return [name for names in self._all_weights for name in names]

    @property
    def _flat_weights(self):
        """The parameters in the order of their names."""
        return [getattr(self, name) for name in self._flat_weights_names]

    def reset_parameters(self) -> None:
        """Draw new parameters, uniform in +-1/sqrt(hidden_size)."""
        reset_uniform(self)

    def flatten_parameters(self) -> None:
        """Does nothing: kernels here read each parameter where it lies."""

    # forward

    def _check_input(self, input):
        name = self._get_name()
        if not isinstance(input, Tensor):
            raise TypeError(
                f"{name}: expected input to be a Tensor; got {type_name(input)}; try "
                "nn.utils.rnn.pad_sequence or pack_sequence"
            )
        if input.ndim not in (2, 3):
            raise ValueError(
                f"{name}: Expected input to be 2D or 3D; got {input.ndim}D; try (T, N, I) or (T, I)"
            )
        self._check_features(input)
        if input.shape[1 if self.batch_first and input.ndim == 3 else 0] == 0:
            raise RuntimeError(
                f"{name}: Expected sequence length to be larger than 0 in RNN; got 0; try another "
                "input"
            )

    def _check_features(self, input):
        name = self._get_name()
        if input.dtype != self.weight_ih_l0.dtype and mode.casts is None:
            raise ValueError(
                f"{name}: RNN input dtype ({input.dtype}) does not match weight dtype "
                f"({self.weight_ih_l0.dtype}); try input.to() or model.to()"
            )
        if input.shape[-1] != self.input_size:
            raise RuntimeError(
                f"{name}: input.size(-1) must be equal to input_size; expected "
                f"{self.input_size}; got {input.shape[-1]}; try another size"
            )

    def _state_sizes(self):
        """The sizes of the hidden state and, for an LSTM, the cell state."""
        return (self._output_size(),)

    def _check_state(self, hx, input, batch):
        """Refuse initial states that do not fit the input; `batch` is (N,), or () without one."""
        name, batched, count = self._get_name(), len(batch), len(self._state_sizes())
        if len(hx) != count or not all(isinstance(x, Tensor) for x in hx):
            got = ", ".join(type(x).__name__ for x in hx)
            remedy = "(h_0, c_0)" if count == 2 else "hx=None"
            raise TypeError(expected(name, f"hx of {count} Tensor(s)", f"({got})", remedy))
        if any(x.ndim != 2 + batched for x in hx):
            what, ndim = ("batched 3-D", 3) if batched else ("unbatched 2-D", 2)
            raise RuntimeError(
                f"{name}: For {what} input, hx should also be {ndim}-D; got "
                f"{' and '.join(f'{x.ndim}-D' for x in hx)}; try unsqueeze(1) or squeeze(1)"
            )
        lead = (self.num_layers * len(self._suffixes()), *batch)
        for i, (x, size) in enumerate(zip(hx, self._state_sizes(), strict=True)):
            if tuple(x.shape) != (*lead, size):
                raise RuntimeError(
                    f"{name}: Expected hidden{f'[{i}]' if count > 1 else ''} size "
                    f"{(*lead, size)}; got {list(x.shape)}; try hx=None"
                )
            if x.dtype != input.dtype:
                wanted = f"an initial state of the input's dtype {input.dtype}"
                raise RuntimeError(expected(name, wanted, str(x.dtype), ".to()"))

    def _first_states(self, hx, input, batch):
        """The initial state of each layer and direction: a tuple of Tensors (N, size)."""
        if hx is None:
            like = {"dtype": input.dtype, "device": input.device}
            zeros = tuple(tl.zeros(batch, size, **like) for size in self._state_sizes())
            return [zeros] * (self.num_layers * len(self._suffixes()))
        parts = [kernels.unbind(x if x.ndim == 3 else x.unsqueeze(1), 0) for x in hx]
        return list(zip(*parts, strict=True))

    def _run(self, input, hx):
        """The outputs of the last layer, and a tuple of final states."""
        if isinstance(input, PackedSequence):
            return self._run_packed(input, hx)
        input, hx = casting.lower(input, hx)
        self._check_input(input)
        batched = input.ndim == 3
        if hx is not None:
            batch = (input.shape[0 if self.batch_first else 1],) if batched else ()
            self._check_state(hx, input, batch)
        x = input if batched else input.unsqueeze(1)
        time = 1 if self.batch_first and batched else 0
        first = self._first_states(hx, input, x.shape[1 - time])
        last = []
        for layer in range(self.num_layers):
            x = self._run_layer(layer, self._dropped(layer, x), first, last, time)
        finals = tuple(tl.stack(parts, 0) for parts in zip(*last, strict=True))
        if batched:
            return x, finals
        return x.squeeze(1), tuple(final.squeeze(1) for final in finals)

    def _dropped(self, layer, x):
        """The input of a layer: with dropout, behind the first."""
        return F.dropout(x, self.dropout) if layer and self.dropout and self.training else x

    def _run_layer(self, layer, x, first, last, time, sizes=None):
        """All directions of one layer, side by side; their final states are added to `last`.

        Rows of packed sequences come with the `sizes` of their steps.
        """
        outputs = []
        gates = kernels.GATES[self.mode] * self.hidden_size
        features = self._features(layer), self._output_size()
        for suffix in self._suffixes():
            weights, reverse = self._weights(layer, suffix), suffix == "_reverse"
            kernels.check_weights(
                self._get_name(), x.spec.dtype, gates, features, weights, self.hidden_size
            )
            run = functools.partial(
                kernels.sequence, self.mode, weights=weights, time=time, reverse=reverse
            )
            if sizes is None:
                out, state = run(x, first[len(last)])
            else:
                out, state = run_packed(run, x, sizes, first[len(last)], reverse)
            outputs.append(out)
            last.append(state)
        return outputs[0] if len(outputs) == 1 else tl.cat(outputs, -1)

    def _run_packed(self, input, hx):
        """The same for packed sequences; states are in the order that these had at first."""
        data, sizes, order, places = input
        data, hx = casting.lower(data, hx)
        self._check_features(data)
        steps = sizes.tolist()
        if hx is not None:
            self._check_state(hx, data, (steps[0],))
            if order is not None:
                hx = tuple(h.index_select(1, order) for h in hx)
        first = self._first_states(hx, data, steps[0])
        last: list[tuple] = []
        for layer in range(self.num_layers):
            data = self._run_layer(layer, self._dropped(layer, data), first, last, 0, steps)
        finals = tuple(tl.stack(parts, 0) for parts in zip(*last, strict=True))
        if places is not None:
            finals = tuple(final.index_select(1, places) for final in finals)
        return PackedSequence(data, sizes, order, places), finals

    @overload
    def forward(self, input: Tensor, hx: Tensor | None = None) -> tuple[Tensor, Tensor]: ...
    @overload
    def forward(
        self, input: PackedSequence, hx: Tensor | None = None
    ) -> tuple[PackedSequence, Tensor]: ...
    def forward(self, input: Tensor | PackedSequence, hx: Tensor | None = None) -> tuple[Any, Any]:
        """The outputs of all steps, and the final state."""
        output, (hidden,) = self._run(input, None if hx is None else (hx,))
        if mode.casts is not None and isinstance(input, Tensor):
            return output.to(input.dtype), hidden.to(input.dtype)  # as theirs, unlike an LSTM's
        return output, hidden

    def extra_repr(self) -> str:
        """Sizes and what differs from the defaults."""
        parts = [f"{self.input_size}, {self.hidden_size}"]
        defaults = {"proj_size": 0, "num_layers": 1, "bias": True, "batch_first": False}
        defaults |= {"dropout": 0, "bidirectional": False}
        for name, default in defaults.items():
            if getattr(self, name) != default:
                parts.append(f"{name}={getattr(self, name)}")
        return ", ".join(parts)

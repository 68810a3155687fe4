"""Recurrent layers of ONNX: their gates in our order, and both directions."""

from __future__ import annotations

import tensorlite as tl

from ..errors import expected
from ..ops import recurrent as kernels

_GATES = {"LSTM": (0, 2, 3, 1), "GRU": (1, 0, 2)}  # ours, by their places in ONNX
_ACTIVATIONS = {"LSTM": ["Sigmoid", "Tanh", "Tanh"], "GRU": ["Sigmoid", "Tanh"]}


def _ordered(x, kind, hidden):
    """The rows of a weight or bias with the gates in our order."""
    if kind not in _GATES:
        return x
    parts = x.split(hidden, 0)
    return tl.cat([parts[place] for place in _GATES[kind]])


def _mode(kind, activations, direction):
    """Our name of what a layer computes."""
    if kind == "RNN":
        names = set(activations or ["Tanh"])
        if names <= {"Tanh", "Relu"} and len(names) == 1:
            return f"RNN_{names.pop().upper()}"
    elif not activations or activations == _ACTIVATIONS[kind] * direction:
        return kind
    raise NotImplementedError(expected(f"onnx.{kind}", "the usual activations", f"{activations}",
                                       "another model"))  # fmt: skip


def _layer(kind):
    def operator(graph, x, w, r, b=None, lengths=None, first_h=None, first_c=None, peepholes=None,
                 *, hidden_size, direction="forward", activations=None, layout=0,
                 linear_before_reset=0, input_forget=0, clip=None, activation_alpha=None,
                 activation_beta=None):  # fmt: skip
        unknown = {"sequence_lens": lengths, "P": peepholes, "clip": clip,
                   "layout": layout or None, "input_forget": input_forget or None}  # fmt: skip
        for what, given in unknown.items():
            if given is not None:
                raise NotImplementedError(expected(f"onnx.{kind}", f"no {what}", "one", "padding"))
        if kind == "GRU" and not linear_before_reset:
            got = "linear_before_reset=0"
            raise NotImplementedError(expected("onnx.GRU", "linear_before_reset=1", got, "1"))
        ways = w.shape[0]
        mode = _mode(kind, activations, ways)
        states = [first_h] if kind != "LSTM" else [first_h, first_c]
        outputs, last = [], []
        for way in range(ways):
            weights = [_ordered(part[way], kind, hidden_size) for part in (w, r)]
            biases = [None, None]
            if b is not None:
                biases = [_ordered(part, kind, hidden_size) for part in b[way].chunk(2)]
            zero = tl.zeros(x.shape[1], hidden_size, dtype=x.dtype, device=x.device)
            state = tuple(zero if s is None else s[way] for s in states)
            reverse = direction == "reverse" or way == 1
            out, state = kernels.sequence(mode, x, state, (*weights, *biases, None), 0, reverse)
            outputs.append(out)
            last.append(state)
        return tl.stack(outputs, 1), *(tl.stack(parts) for parts in zip(*last, strict=True))

    return operator


RECURRENT = {kind: _layer(kind) for kind in ("RNN", "LSTM", "GRU")}

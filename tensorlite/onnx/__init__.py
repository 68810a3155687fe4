"""Models in ONNX files as modules: `load`. Needs the extra `onnx`."""

from __future__ import annotations

import os
import re
from os import PathLike
from typing import IO, Any

import tensorlite as tl

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..docstrings import document as _document
from ..errors import expected
from ..nn import Module, Parameter
from ..tensor import Tensor
from .functions import FUNCTIONS

__all__ = ["Graph", "is_in_onnx_export", "load"]
__getattr__, __dir__ = _asked(__name__), _listing(__name__)


def is_in_onnx_export() -> bool:
    """Whether a model is being written as ONNX: no.

    Returns
    -------
    bool
        False.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.onnx.is_in_onnx_export()
    False
    """
    return False


def load(f: str | PathLike[str] | IO[bytes] | bytes, *, trainable: bool = True) -> Graph:
    """A module that computes what a model in an ONNX file does.

    Parameters
    ----------
    f : path, file object or bytes
        External data is sought beside a path.
    trainable : bool
        Whether floating weights become Parameters with gradients, or without.

    Returns
    -------
    Graph

    Raises
    ------
    ImportError
        If the package `onnx` is not installed.
    NotImplementedError
        If the model has operators that are not there; all of them are named.

    Examples
    --------
    >>> import tensorlite as tl
    >>> net = tl.onnx.load("model.onnx")  # doctest: +SKIP
    >>> net(tl.ones(1, 3, 224, 224)).shape  # doctest: +SKIP
    tensorlite.Size([1, 1000])
    """
    try:
        import onnx
    except ImportError as error:
        raise ImportError(
            expected("onnx.load", "the package onnx", "none", "pip install tensorlite[onnx]")
        ) from error
    if isinstance(f, bytes):
        model = onnx.load_from_string(f)
    else:
        model = onnx.load(f if hasattr(f, "read") else os.fspath(f))
    return Graph(model, trainable)


class _Node:
    """An operator of a graph: its function, its settings, and names of values."""

    __slots__ = ("function", "inputs", "kind", "outputs", "settings")

    def __init__(self, node):
        self.kind, self.function = node.op_type, FUNCTIONS[node.op_type]
        self.inputs, self.outputs = list(node.input), list(node.output)
        self.settings = {a.name: _setting(a) for a in node.attribute}


def _setting(attribute):
    """The value of an attribute in Python."""
    import onnx

    value = onnx.helper.get_attribute_value(attribute)
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, onnx.TensorProto):
        return _tensor(value)
    if isinstance(value, list) and value and isinstance(value[0], bytes):
        return [text.decode() for text in value]
    return list(value) if hasattr(value, "__len__") and not isinstance(value, str) else value


def _tensor(proto):
    from onnx import numpy_helper

    return tl.tensor(numpy_helper.to_array(proto))


class Graph(Module):
    """The graph of an ONNX model; `load` makes it.

    Parameters
    ----------
    model : onnx.ModelProto
        What `onnx.load` answers.
    trainable : bool
        Whether floating weights become Parameters with gradients, or without.

    Attributes
    ----------
    input_names, output_names : list of str
        Of `forward`'s arguments, and of its results.
    weight_names : dict of str to str
        The name of each parameter or buffer, by its name in the file.

    Examples
    --------
    >>> import onnx, tensorlite as tl  # doctest: +SKIP
    >>> net = tl.onnx.Graph(onnx.load("model.onnx"))  # doctest: +SKIP
    >>> net.input_names, net.output_names  # doctest: +SKIP
    (['image'], ['scores'])
    """

    def __init__(self, model: Any, trainable: bool = True) -> None:
        super().__init__()
        graph = model.graph
        own = {node.op_type for node in graph.node if node.domain in ("", "ai.onnx")}
        foreign = {f"{n.domain}.{n.op_type}" for n in graph.node if n.domain not in ("", "ai.onnx")}
        missing = sorted((own - set(FUNCTIONS)) | foreign)
        if missing:
            raise NotImplementedError(
                expected("onnx.load", f"operators out of {', '.join(sorted(FUNCTIONS))}",
                         ", ".join(missing), "a model without them")
            )  # fmt: skip
        self.opset = max((o.version for o in model.opset_import if not o.domain), default=1)
        self.weight_names: dict[str, str] = {}
        for proto in graph.initializer:
            self._keep(proto.name, _tensor(proto), trainable)
        self.input_names = [x.name for x in graph.input if x.name not in self.weight_names]
        self.output_names = [x.name for x in graph.output]
        self._nodes = [_Node(node) for node in graph.node]
        self._last = _last_uses(self._nodes, self.output_names)

    def _keep(self, name, value, trainable):
        key = re.sub(r"\W", "_", name) or "_"
        while hasattr(self, key):
            key += "_"
        self.weight_names[name] = key
        if value.is_floating_point() and value.ndim:
            self.register_parameter(key, Parameter(value, trainable))
        else:
            self.register_buffer(key, value)

    def forward(self, *inputs: Tensor, **named: Tensor) -> Any:
        """The result, or a tuple of them, for inputs by place or by name."""
        given = dict(zip(self.input_names, inputs, strict=False)) | named
        if set(given) != set(self.input_names) or len(inputs) > len(self.input_names):
            wanted = f"inputs {', '.join(self.input_names)}"
            raise TypeError(expected("onnx.Graph", wanted, ", ".join(given) or "none", "all"))
        values: dict[str, Any] = {"": None, **given}
        for name, key in self.weight_names.items():
            values[name] = getattr(self, key)
        for node, ended in zip(self._nodes, self._last, strict=True):
            self._compute(node, values)
            for name in ended:
                del values[name]
        results = tuple(values[name] for name in self.output_names)
        return results[0] if len(results) == 1 else results

    def _compute(self, node, values):
        arguments = [values[name] for name in node.inputs]
        try:
            result = node.function(self, *arguments, **node.settings)
        except TypeError as error:
            if "argument" not in str(error) or "onnx" in str(error):
                raise
            raise NotImplementedError(
                f"onnx.{node.kind}: expected settings that are there; got {node.settings}; {error}"
            ) from error
        results = (result,) if isinstance(result, Tensor) else result
        values.update(zip(node.outputs, results, strict=False))

    def extra_repr(self) -> str:
        """What goes in and out."""
        return f"{', '.join(self.input_names)} -> {', '.join(self.output_names)}"


def _last_uses(nodes, kept):
    """For each node, the values that nothing behind it needs."""
    seen, ended = {*kept, ""}, []
    for node in reversed(nodes):
        here = [name for name in dict.fromkeys([*node.inputs, *node.outputs]) if name not in seen]
        seen.update(here)
        ended.append(here)
    return ended[::-1]


_document(globals(), __all__)

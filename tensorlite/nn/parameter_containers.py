"""Containers of parameters: ParameterList and ParameterDict."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, KeysView, Mapping
from operator import itemgetter
from typing import Any, NoReturn, Self, overload

from ..tensor import Tensor
from .containers import position
from .module import Module
from .parameter import Parameter

__all__ = ["ParameterDict", "ParameterList"]


def _as_parameter(value):
    """Tensors become Parameters; anything else is kept as it is."""
    if isinstance(value, Tensor) and not isinstance(value, Parameter):
        return Parameter(value)
    return value


class _Values(Module):
    """Values kept as attributes, so that parameters are registered; their order in `_keys`."""

    def __init__(self) -> None:
        super().__init__()
        self._keys = {}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Lists of PyTorch's hold how many they are."""
        super().__setstate__(state)
        if "_keys" not in state:
            self._keys = {str(place): None for place in range(state["_size"])}

    def __len__(self) -> int:
        return len(self._keys)

    def _describe(self, value):
        if not isinstance(value, Tensor):
            return f"Object of type: {type(value).__name__}"
        kind = "Parameter" if isinstance(value, Parameter) else "Tensor"
        size = "x".join(str(n) for n in value.shape)
        return f"{kind} containing: [{value.dtype} of size {size}]"

    def __repr__(self) -> str:
        rows = [f"  ({key}): {self._describe(getattr(self, key))}" for key in self._keys]
        return f"{self._get_name()}(\n" + "\n".join("  " + row for row in rows) + "\n)"

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise RuntimeError(f"{type(self).__name__} should not be called; index it")


class ParameterList(_Values):
    """A list of parameters that belong to the Module that holds the list.

    Parameters
    ----------
    values : iterable, optional
        Tensors become Parameters; other values are kept.

    Examples
    --------
    >>> import tensorlite as tl
    >>> ps = tl.nn.ParameterList([tl.zeros(2), tl.ones(3)])
    >>> [tuple(p.shape) for p in ps]
    [(2,), (3,)]
    """

    def __init__(self, values: Iterable[Any] | None = None) -> None:
        super().__init__()
        if values is not None:
            self.extend(values)

    def _name(self, index):
        return str(position("ParameterList", index, len(self)))

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return type(self)(list(self)[index])
        return getattr(self, self._name(index))

    def __setitem__(self, index: int, value: Any) -> None:
        setattr(self, self._name(index), _as_parameter(value))

    def __iter__(self) -> Iterator[Any]:
        return (getattr(self, key) for key in self._keys)

    def append(self, value: Any) -> Self:
        """Add one value at the end; returns self."""
        key = str(len(self))
        setattr(self, key, _as_parameter(value))
        self._keys[key] = None
        return self

    def extend(self, values: Iterable[Any]) -> Self:
        """Add every value of an iterable at the end; returns self."""
        if not isinstance(values, Iterable) or isinstance(values, Tensor):
            raise TypeError(
                f"ParameterList.extend: expected an iterable; got {type(values).__name__}; "
                "try a list"
            )
        for value in list(values):
            self.append(value)
        return self

    def __iadd__(self, values: Iterable[Any]) -> Self:
        return self.extend(values)


class ParameterDict(_Values):
    """A dict of parameters that belong to the Module that holds the dict.

    Parameters
    ----------
    parameters : mapping of str to Tensor, or iterable of pairs, optional
        A mapping that is no OrderedDict is taken by sorted keys.

    Examples
    --------
    >>> import tensorlite as tl
    >>> ps = tl.nn.ParameterDict({"a": tl.zeros(2)})
    >>> "a" in ps, list(ps.keys())
    (True, ['a'])
    """

    def __init__(
        self,
        parameters: Mapping[str, Any] | Iterable[tuple[str, Any]] | ParameterDict | None = None,
    ) -> None:
        super().__init__()
        if parameters is not None:
            self.update(parameters)

    def __getitem__(self, key: str) -> Any:
        if key not in self._keys:
            raise KeyError(key)
        return getattr(self, key)

    def __setitem__(self, key: str, value: Any) -> None:
        if not isinstance(key, str):
            raise TypeError(
                f"ParameterDict: expected a string as key; got {type(key).__name__}; try str(key)"
            )
        setattr(self, key, _as_parameter(value))
        self._keys[key] = None

    def __delitem__(self, key: str) -> None:
        if key not in self._keys:
            raise KeyError(key)
        del self._keys[key]
        delattr(self, key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __reversed__(self) -> Iterator[str]:
        return reversed(list(self._keys))

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def keys(self) -> KeysView[str]:
        """The names."""
        return self._keys.keys()

    def values(self) -> Iterator[Any]:
        """The values."""
        return (self[key] for key in self._keys)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Pairs (name, value)."""
        return ((key, self[key]) for key in self._keys)

    def get(self, key: str, default: Any = None) -> Any:
        """The value under `key`, or `default`."""
        return getattr(self, key) if key in self._keys else default

    def setdefault(self, key: str, default: Any = None) -> Any:
        """The value under `key`, which is set to `default` where there is none."""
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key: str) -> Any:
        """Remove and return the value under `key`."""
        value = self[key]
        del self[key]
        return value

    def popitem(self) -> tuple[str, Any]:
        """Remove and return the last pair."""
        key = next(reversed(list(self._keys)))
        return key, self.pop(key)

    def clear(self) -> None:
        """Remove everything."""
        for key in list(self._keys):
            del self[key]

    def copy(self) -> ParameterDict:
        """Another ParameterDict of the same parameters."""
        return ParameterDict(self)

    def fromkeys(self, keys: Iterable[str], default: Any = None) -> ParameterDict:
        """A ParameterDict of `keys`, all with the same value."""
        return ParameterDict((key, default) for key in keys)

    def update(
        self, parameters: Mapping[str, Any] | Iterable[tuple[str, Any]] | ParameterDict
    ) -> None:
        """Add parameters from pairs or an OrderedDict, or from another mapping by sorted keys."""
        if not isinstance(parameters, Iterable):
            raise TypeError(
                "ParameterDict.update: expected a mapping or an iterable of pairs; "
                f"got {type(parameters).__name__}"
            )
        pairs = parameters
        if isinstance(parameters, Mapping | ParameterDict):
            pairs = list(parameters.items())
            if not isinstance(parameters, OrderedDict | ParameterDict):  # files know this order
                pairs.sort(key=itemgetter(0))
        for i, pair in enumerate(pairs):
            if len(tuple(pair)) != 2:
                raise ValueError(f"ParameterDict.update: expected pairs; got {pair!r} at place {i}")
            self[pair[0]] = pair[1]

    def __or__(
        self, other: Mapping[str, Any] | Iterable[tuple[str, Any]] | ParameterDict
    ) -> ParameterDict:
        merged = self.copy()
        merged.update(other)
        return merged

    def __ior__(self, other: Mapping[str, Any] | Iterable[tuple[str, Any]] | ParameterDict) -> Self:
        self.update(other)
        return self

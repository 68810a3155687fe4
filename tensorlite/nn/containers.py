"""Containers of modules: Sequential, ModuleList, ModuleDict."""

from __future__ import annotations

import operator
from collections import OrderedDict
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from itertools import islice
from typing import Any, Self, overload

from ..errors import expected, type_name
from ..tensor import Tensor
from .module import Module, indented

__all__ = ["ModuleDict", "ModuleList", "Sequential"]


def position(op, index, size):
    """A place 0..size-1 from an index that may be negative."""
    index = operator.index(index)
    if not -size <= index < size:
        raise IndexError(f"{op}: index {index} is out of range; expected -{size} to {size - 1}")
    return index % size


class _Ordered(Module):
    """Modules under the names "0", "1", ...: what Sequential and ModuleList share."""

    __getitem__: Callable[..., Any]  # by a number or a slice

    def _replace(self, modules):
        self._modules = OrderedDict((str(i), m) for i, m in enumerate(modules))

    def _name(self, index):
        place = position(type(self).__name__, index, len(self))
        return next(islice(self._modules, place, None))

    def __len__(self) -> int:
        return len(self._modules)

    def __iter__(self) -> Iterator[Module]:
        return iter(self._modules.values())

    def __setitem__(self, index: int, module: Module) -> None:
        self.add_module(self._name(index), module)

    def __delitem__(self, index: int | slice) -> None:
        names = list(self._modules)
        gone = names[index] if isinstance(index, slice) else [self._name(index)]
        self._replace([m for name, m in self._modules.items() if name not in gone])

    def __dir__(self) -> list[str]:
        return [name for name in super().__dir__() if not name.isdigit()]

    def append(self, module: Module) -> Self:
        """Add one module at the end; returns self."""
        self.add_module(str(len(self)), module)
        return self

    def _insert(self, index, module):
        if not isinstance(module, Module):
            raise AssertionError(f"insert: expected a Module; got {type(module).__name__}")
        size = len(self)
        if not -size <= index <= size:
            raise IndexError(f"insert: index {index} is out of range; expected -{size} to {size}")
        modules = list(self)
        modules.insert(index, module)
        self._replace(modules)

    def pop(self, key: int | slice = -1) -> Module:
        """Remove and return the module at the index `key`."""
        module = self[key]
        del self[key]
        return module


def _check_part(module, place):
    """Raise, saying what to write, where a list or a class stands for modules."""
    if module is None or isinstance(module, Module):
        return
    wanted = f"Modules one after the other; {module!r} is not a Module subclass"
    got, remedy = type_name(module), "modules"
    if isinstance(module, type) and issubclass(module, Module):
        got, remedy = f"the class {module.__name__} itself", f"{module.__name__}()"
    elif isinstance(module, list | tuple):
        remedy = "Sequential(*layers)"
    raise TypeError(expected("Sequential", wanted, f"{got} at {place}", remedy))


class Sequential(_Ordered):
    """Modules run one after the other.

    Parameters
    ----------
    *args : Module, or one OrderedDict of str to Module

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite import nn
    >>> model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
    >>> model(tl.zeros(5, 2)).shape
    tensorlite.Size([5, 1])
    >>> model[:2]
    Sequential(
      (0): Linear(in_features=2, out_features=3, bias=True)
      (1): ReLU()
    )
    """

    @overload
    def __init__(self, *args: Module) -> None: ...
    @overload
    def __init__(self, args: OrderedDict[str, Module], /) -> None: ...
    def __init__(self, *args: Any) -> None:
        super().__init__()
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for i, module in enumerate(args):
                _check_part(module, i)
                self.add_module(str(i), module)

    def forward(self, input: Any) -> Tensor:
        """The last module's result on the chain of the others."""
        for module in self:
            input = module(input)
        return input

    @overload
    def __getitem__(self, index: int) -> Module: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return type(self)(OrderedDict(list(self._modules.items())[index]))
        return self._modules[self._name(index)]

    def __delitem__(self, index: int | slice) -> None:
        named = not all(name.isdigit() for name in self._modules)
        if not named:
            super().__delitem__(index)
            return
        names = list(self._modules)
        for name in names[index] if isinstance(index, slice) else [self._name(index)]:
            del self._modules[name]

    def insert(self, index: int, module: Module) -> Self:
        """Put a module before position `index`; returns self."""
        self._insert(index, module)
        return self

    def extend(self, sequential: Iterable[Module]) -> Self:
        """Add every module of an iterable at the end; returns self."""
        for module in list(sequential):
            self.append(module)
        return self

    def __add__(self, other: Sequential) -> Sequential:
        if not isinstance(other, Sequential):
            raise ValueError(f"Sequential + x: expected a Sequential; got {type(other).__name__}")
        return Sequential(*self, *other)

    def __iadd__(self, other: Sequential) -> Self:
        if not isinstance(other, Sequential):
            raise ValueError(f"Sequential += x: expected a Sequential; got {type(other).__name__}")
        return self.extend(other)

    def __mul__(self, times: int) -> Sequential:
        _check_times(times)
        return Sequential(*list(self) * times)

    __rmul__ = __mul__

    def __imul__(self, times: int) -> Self:
        _check_times(times)
        return self.extend(list(self) * (times - 1))


def _check_times(times):
    if not isinstance(times, int):
        raise TypeError(f"Sequential * n: expected an int; got {type(times).__name__}")
    if times <= 0:
        raise ValueError(f"Sequential * n: expected a positive n; got {times}")


class ModuleList(_Ordered):
    """A list of modules whose parameters belong to the Module that holds the list.

    Parameters
    ----------
    modules : iterable of Module, optional

    Examples
    --------
    >>> from tensorlite import nn
    >>> layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
    >>> layers
    ModuleList(
      (0-2): 3 x Linear(in_features=2, out_features=2, bias=True)
    )
    >>> len(list(layers.parameters()))
    6
    """

    def __init__(self, modules: Iterable[Module] | None = None) -> None:
        super().__init__()
        if modules is not None:
            self.extend(modules)

    @overload
    def __getitem__(self, index: int) -> Module: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return type(self)(list(self)[index])
        return self._modules[self._name(index)]

    def insert(self, index: int, module: Module) -> None:
        """Put a module before position `index`."""
        self._insert(index, module)

    def extend(self, modules: Iterable[Module]) -> Self:
        """Add every module of an iterable at the end; returns self."""
        if not isinstance(modules, Iterable):
            raise TypeError(
                f"ModuleList.extend: expected an iterable; got {type(modules).__name__}"
            )
        for module in list(modules):
            self.append(module)
        return self

    def __iadd__(self, modules: Iterable[Module]) -> Self:
        return self.extend(modules)

    def __add__(self, other: Iterable[Module]) -> ModuleList:
        return ModuleList([*self, *other])

    def _child_lines(self):
        """Equal neighbours on one line, as (0-2): 3 x Linear(...)."""
        groups = []
        for name, module in enumerate(self):
            text = indented(module)
            if groups and groups[-1][2] == text:
                groups[-1][1] = name
            else:
                groups.append([name, name, text])
        return [
            f"({a}): {text}" if a == b else f"({a}-{b}): {b - a + 1} x {text}"
            for a, b, text in groups
        ]


class ModuleDict(Module):
    """A dict of modules, in order of insertion.

    Parameters
    ----------
    modules : mapping of str to Module, or iterable of pairs, optional

    Examples
    --------
    >>> from tensorlite import nn
    >>> heads = nn.ModuleDict({"a": nn.Linear(2, 1), "b": nn.ReLU()})
    >>> list(heads.keys())
    ['a', 'b']
    """

    def __init__(
        self,
        modules: Mapping[str, Module] | Iterable[tuple[str, Module]] | ModuleDict | None = None,
    ) -> None:
        super().__init__()
        if modules is not None:
            self.update(modules)

    def __getitem__(self, key: str) -> Module:
        return self._modules[key]

    def __setitem__(self, key: str, module: Module) -> None:
        self.add_module(key, module)

    def __delitem__(self, key: str) -> None:
        del self._modules[key]

    def __len__(self) -> int:
        return len(self._modules)

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __contains__(self, key: str) -> bool:
        return key in self._modules

    def clear(self) -> None:
        """Remove all modules."""
        self._modules.clear()

    def pop(self, key: str) -> Module:
        """Remove and return the module under `key`."""
        return self._modules.pop(key)

    def keys(self) -> KeysView[str]:
        """The names."""
        return self._modules.keys()

    def items(self) -> ItemsView[str, Module]:
        """Pairs (name, Module)."""
        return self._modules.items()

    def values(self) -> ValuesView[Module]:
        """The modules."""
        return self._modules.values()

    def update(
        self, modules: Mapping[str, Module] | Iterable[tuple[str, Module]] | ModuleDict
    ) -> None:
        """Add modules from a mapping or from pairs."""
        if not isinstance(modules, Iterable):
            raise TypeError(
                "ModuleDict.update: expected a mapping or an iterable of pairs; "
                f"got {type(modules).__name__}"
            )
        pairs = modules.items() if isinstance(modules, Mapping | ModuleDict) else modules
        for i, pair in enumerate(pairs):
            if len(tuple(pair)) != 2:
                raise ValueError(f"ModuleDict.update: expected pairs; got {pair!r} at place {i}")
            self[pair[0]] = pair[1]

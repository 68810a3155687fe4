"""Libraries that import torch, given tensorlite: `import torch` finds it by PyTorch's paths."""

import contextlib
import importlib
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

from ..errors import expected

_NAME, _OURS = "torch", __package__.partition(".")[0]


class Alias(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds ``torch.nn`` as `tensorlite.nn`, the same module, not a second one of its file."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The spec of a module of PyTorch's that is here; what is not here says what to use."""
        if fullname.partition(".")[0] != _NAME:
            return None
        ours = importlib.import_module(_OURS + fullname.removeprefix(_NAME))
        return importlib.machinery.ModuleSpec(fullname, self, loader_state=(ours, ours.__spec__))

    def create_module(self, spec: Any) -> ModuleType:
        """The module that is there already."""
        return spec.loader_state[0]

    def exec_module(self, module: Any) -> None:
        """Nothing but to give the module its own spec back, which an import writes over."""
        module.__spec__ = module.__spec__.loader_state[1]


@contextlib.contextmanager
def as_torch() -> Iterator[None]:
    """
    A context in which ``import torch`` gives tensorlite: for libraries that are imported within.

    They keep what they have imported. What they ask of PyTorch that is not here is an error, which
    says what to use.

    Yields
    ------
    None

    Raises
    ------
    RuntimeError
        If PyTorch is imported by now: a program would have both.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.interop import as_torch  # doctest: +SKIP
    >>> with as_torch():  # doctest: +SKIP
    ...     import torchinfo
    >>> torchinfo.summary(tl.nn.Linear(3, 2), input_size=(4, 3))  # doctest: +SKIP
    """
    if _NAME in sys.modules:
        raise RuntimeError(
            expected("as_torch", "a program without PyTorch", "one that has imported it",
                     "as_torch() before")
        )  # fmt: skip
    alias = Alias()
    sys.meta_path.insert(0, alias)
    try:
        yield
    finally:
        sys.meta_path.remove(alias)
        for name in [each for each in sys.modules if each.partition(".")[0] == _NAME]:
            del sys.modules[name]

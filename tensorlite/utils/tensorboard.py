"""Event files for TensorBoard, by the package tensorboardX (extra `tensorboard`)."""

import functools
from typing import Any, NoReturn, Self

from ..docstrings import document as _document
from ..errors import expected
from ..tensor import Tensor

__all__ = ["SummaryWriter"]


class SummaryWriter:
    """tensorboardX's writer, which has the methods of PyTorch's, given tensors of ours.

    Parameters
    ----------
    log_dir : str, optional
        A folder, by default one of the time and the machine below `runs`.
    comment, purge_step, max_queue, flush_secs, filename_suffix : optional
        As PyTorch's.

    Raises
    ------
    ImportError
        If tensorboardX is not installed.

    Examples
    --------
    >>> from tensorlite.utils.tensorboard import SummaryWriter
    >>> with SummaryWriter("runs/first") as writer:  # doctest: +SKIP
    ...     writer.add_scalar("loss", tl.tensor(0.5), 1)
    ...     writer.add_histogram("weights", net.weight, 1)
    """

    def __init__(
        self,
        log_dir: str | None = None,
        comment: str = "",
        purge_step: int | None = None,
        max_queue: int = 10,
        flush_secs: int = 120,
        filename_suffix: str = "",
    ) -> None:  # fmt: skip
        try:
            import tensorboardX
        except ImportError as error:
            wanted, hint = "the package tensorboardX", "pip install 'tensorlite[tensorboard]'"
            raise ImportError(expected("SummaryWriter", wanted, "none", hint)) from error
        self._writer = tensorboardX.SummaryWriter(
            log_dir, comment, purge_step, max_queue, flush_secs, filename_suffix
        )

    def __getattr__(self, name):
        if name == "_writer":  # not made
            raise AttributeError(name)
        found = getattr(self._writer, name)
        return _of_tensors(found) if name.startswith("add_") else found

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *dir(self._writer)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def add_graph(self, model: Any, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: the format is that of PyTorch's traces."""
        raise NotImplementedError(
            expected("add_graph", "values", f"a {type(model).__name__}", "tl.compile().explain()")
        )


def _values(x):
    """Tensors replaced by arrays of their values, in sequences and dicts too."""
    if isinstance(x, Tensor):
        return x.detach().cpu().numpy()
    if type(x) in (list, tuple):
        return type(x)(map(_values, x))
    if type(x) is dict:
        return {key: _values(value) for key, value in x.items()}
    return x


def _of_tensors(method):
    """A method of the writer that takes tensors for arrays."""

    @functools.wraps(method)
    def add(*args, **kwargs):
        return method(*map(_values, args), **_values(kwargs))

    return add


_document(globals(), __all__)

"""Results that come later, under PyTorch's names, on `concurrent.futures`.

Nothing here computes in the background: whoever makes a Future sets its result, from any thread.
"""

import concurrent.futures
import logging
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from .docstrings import document as _document
from .errors import expected

__all__ = ["Future", "collect_all", "wait_all"]
T = TypeVar("T")
S = TypeVar("S")
_log = logging.getLogger(__name__)


class Future(Generic[T]):
    """A result that is set once, and what is to happen then.

    Parameters
    ----------
    devices : list, optional
        The devices of tensors in the result; nothing here depends on them.

    Examples
    --------
    >>> later = tl.futures.Future()
    >>> doubled = later.then(lambda done: 2 * done.value())
    >>> later.set_result(21)
    >>> doubled.wait()
    42
    """

    def __init__(self, *, devices: list[Any] | None = None) -> None:
        self._inner: concurrent.futures.Future[T] = concurrent.futures.Future()

    def done(self) -> bool:
        """Whether there is a result, or an exception."""
        return self._inner.done()

    def wait(self) -> T:
        """The result, once it is there; its exception is raised."""
        return self._inner.result()

    def value(self) -> T:
        """The result, which has to be there already; its exception is raised.

        Raises
        ------
        RuntimeError
            If nothing was set yet.
        """
        if not self.done():
            raise RuntimeError(expected("Future.value", "a result", "none so far", "wait()"))
        return self._inner.result()

    def set_result(self, result: T) -> None:
        """Set the result, and do what waits for it, in this thread.

        Raises
        ------
        RuntimeError
            If the Future has one already.
        """
        try:
            self._inner.set_result(result)
        except concurrent.futures.InvalidStateError:
            raise RuntimeError(_done("set_result")) from None

    def set_exception(self, result: BaseException) -> None:
        """Set an exception in place of a result; `wait` and `value` raise it.

        Raises
        ------
        RuntimeError
            If the Future has a result already.
        TypeError
            If it is no exception.
        """
        if not isinstance(result, BaseException):
            got = type(result).__name__
            raise TypeError(expected("Future.set_exception", "an exception", got, "set_result()"))
        try:
            self._inner.set_exception(result)
        except concurrent.futures.InvalidStateError:
            raise RuntimeError(_done("set_exception")) from None

    def then(self, callback: "Callable[[Future[T]], S]") -> "Future[S]":
        """A Future of what `callback(self)` returns, which is called once this one is done."""
        following: Future[S] = Future()

        def call(_: Any) -> None:
            try:
                made = callback(self)
            except Exception as error:
                following.set_exception(error)
            else:
                following.set_result(made)

        self._inner.add_done_callback(call)
        return following

    def add_done_callback(self, callback: "Callable[[Future[T]], Any]") -> None:
        """Call `callback(self)` once this Future is done; an exception in it is logged."""

        def call(_: Any) -> None:
            try:
                callback(self)
            except Exception:
                _log.exception("Future: a callback failed")

        self._inner.add_done_callback(call)


def _done(name: str) -> str:
    return expected(f"Future.{name}", "a Future that is not done", "one that is", "a new one")


def collect_all(futures: Sequence[Future[T]]) -> Future[list[Future[T]]]:
    """A Future of the list of these Futures, done when all of them are; the first error is its own.

    Examples
    --------
    >>> parts = [tl.futures.Future() for _ in range(2)]
    >>> whole = tl.futures.collect_all(parts)
    >>> for number, part in enumerate(parts):
    ...     part.set_result(number)
    >>> [part.value() for part in whole.wait()]
    [0, 1]
    """
    parts, whole = list(futures), Future[list[Future[T]]]()
    remaining = iter(parts)

    def next_one(_: Any = None) -> None:
        for part in remaining:
            if not part.done():
                part._inner.add_done_callback(next_one)
                return
        failed = next((error for part in parts if (error := part._inner.exception())), None)
        if failed is None:
            whole.set_result(parts)
        else:
            whole.set_exception(failed)

    next_one()
    return whole


def wait_all(futures: Sequence[Future[T]]) -> list[T]:
    """The results of all these Futures, once they are there; the first exception is raised.

    Examples
    --------
    >>> one = tl.futures.Future()
    >>> one.set_result(1)
    >>> tl.futures.wait_all([one])
    [1]
    """
    return [future.wait() for future in collect_all(futures).wait()]


_document(globals(), __all__)

"""Worker processes of a DataLoader: their loop, and the pool that feeds them."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import pickle
import queue
import random
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

import tensorlite as tl

__all__ = ["WorkerInfo", "WorkerPool", "get_worker_info"]

_CHECK_SECONDS = 2.0  # how often a waiting side looks whether the other is alive
_END = "end of the worker's iterable dataset"
_info = None


@dataclass
class WorkerInfo:
    """Who a worker process is.

    Attributes
    ----------
    id : int
    num_workers : int
    seed : int
    dataset : Dataset
        The copy in this process.
    """

    id: int
    num_workers: int
    seed: int
    dataset: Any


def get_worker_info() -> WorkerInfo | None:
    """The WorkerInfo of this process; None outside of DataLoader workers."""
    return _info


class _Text(str):
    """Shown with its line breaks even by KeyError, which shows the repr of its argument."""

    __slots__ = ()
    __repr__ = str.__str__


class Failure:
    """An exception on its way from a worker to the process that iterates."""

    def __init__(self, error, where):
        self.kind, self.where = type(error), where
        self.text = "".join(traceback.format_exception(error))

    def reraise(self):
        """Raise the same class with the worker's traceback in its text."""
        text = f"Caught {self.kind.__name__} {self.where}.\nOriginal {self.text}"
        try:
            error = self.kind(_Text(text))
        except Exception:
            error = RuntimeError(text)
        raise error from None


def _run_worker(fetcher, requests, results, info, init):
    """The worker's process: answer (epoch, number, indices) until None comes."""
    global _info
    _info = info
    where = f"in DataLoader worker process {info.id}"
    failure = None
    try:
        random.seed(info.seed)
        np.random.seed(info.seed % 2**32)
        tl.manual_seed(info.seed)
        if init is not None:
            init(info.id)
    except Exception as error:
        failure = Failure(error, where)
    parent, fetch, current = multiprocessing.parent_process(), None, None
    while True:
        try:
            request = requests.get(timeout=_CHECK_SECONDS)
        except queue.Empty:
            if parent is not None and not parent.is_alive():
                return
            continue
        if request is None:
            return
        epoch, number, indices = request
        data: Any
        if failure is None and epoch != current:
            fetch, current = None, epoch
        try:
            if failure is not None:
                data = failure
            else:
                fetch = fetcher.start() if fetch is None else fetch
                data = fetch(indices)
        except StopIteration:
            data = _END
        except Exception as error:
            data = Failure(error, where)
        results.put((epoch, number, info.id, data))


def _start(process, context):
    """Start a worker; where that is not a fork, Python pickles what it is to have."""
    try:
        process.start()
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        raise pickle.PicklingError(
            "DataLoader: expected dataset, collate_fn and worker_init_fn to be pickled for workers "
            f"that start by {context.get_start_method()!r} (Python's default since 3.14 is "
            f"'forkserver'); got {error}; try functions and classes of a module's top level, or "
            "multiprocessing_context='fork'"
        ) from error


def check_context(context, num_workers):
    """Raise PyTorch's errors for what names no way to start a process."""
    if context is None:
        return
    if not num_workers:
        raise ValueError(
            "multiprocessing_context can only be used with multi-process loading "
            f"(num_workers > 0), but got num_workers={num_workers}"
        )
    if isinstance(context, str):
        methods = multiprocessing.get_all_start_methods()
        if context not in methods:
            raise ValueError(
                "multiprocessing_context option should specify a valid start method in "
                f"{methods!r}, but got multiprocessing_context={context!r}"
            )
    elif not isinstance(context, multiprocessing.context.BaseContext):
        raise TypeError(
            "multiprocessing_context option should be a valid context object or a string "
            f"specifying the start method, but got multiprocessing_context={context}"
        )


class WorkerPool:
    """Processes that fetch batches; results come back in the order of the requests.

    Parameters
    ----------
    loader : DataLoader
    fetcher : object
        Its ``start()`` gives, in the worker, a function from indices to a batch.
    seed : int
        Worker i is seeded with seed + i.
    """

    def __init__(self, loader: Any, fetcher: Any, seed: int) -> None:
        context = loader.multiprocessing_context
        if context is None or isinstance(context, str):
            context = multiprocessing.get_context(context)
        count, self.owner = loader.num_workers, os.getpid()
        self.results = context.Queue()
        self.requests = [context.Queue() for _ in range(count)]
        self.timeout, self.in_order = loader.timeout, loader.in_order
        self.prefetch = 2 if loader.prefetch_factor is None else loader.prefetch_factor
        self.epoch, self.processes = 0, []
        for i, requests in enumerate(self.requests):
            info = WorkerInfo(i, count, seed + i, loader.dataset)
            process = context.Process(
                target=_run_worker,
                args=(fetcher, requests, self.results, info, loader.worker_init_fn),
                daemon=True,
            )
            _start(process, context)
            self.processes.append(process)

    def run(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield a batch, or a Failure, for each list of indices in `batches`."""
        self.epoch += 1
        batches = enumerate(batches)
        workers = itertools.cycle(range(len(self.requests)))
        busy, done, ended = {}, {}, set()  # number -> worker; number -> batch; exhausted workers

        def send():
            for worker in itertools.islice(workers, len(self.requests)):
                if worker not in ended:
                    number, indices = next(batches, (None, None))
                    if number is not None:
                        self.requests[worker].put((self.epoch, number, indices))
                        busy[number] = worker
                    return

        for _ in range(self.prefetch * len(self.requests)):
            send()
        while busy or done:
            oldest = next(iter(busy), None)
            if done and (oldest is None or min(done) < oldest):
                data = done.pop(min(done))
            else:
                number, worker, data = self._receive()
                del busy[number]
                if isinstance(data, str) and data == _END:
                    ended.add(worker)
                    send()
                    continue
                if self.in_order and number != oldest:
                    done[number] = data
                    continue
            send()
            yield data

    def _receive(self):
        """The next answer of this epoch; raises if a worker died or the time is up."""
        start = time.monotonic()
        while True:
            try:
                wait = min(_CHECK_SECONDS, self.timeout) if self.timeout else _CHECK_SECONDS
                epoch, number, worker, data = self.results.get(timeout=wait)
                if epoch == self.epoch:
                    return number, worker, data
            except queue.Empty:
                self._check_alive()
                if self.timeout and time.monotonic() - start >= self.timeout:
                    raise RuntimeError(
                        f"DataLoader timed out after {self.timeout} seconds"
                    ) from None

    def _check_alive(self):
        dead = [p for p in self.processes if not p.is_alive()]
        if dead:
            codes = ", ".join(f"pid {p.pid}: exit code {p.exitcode}" for p in dead)
            raise RuntimeError(f"DataLoader worker exited unexpectedly ({codes})")

    def is_own(self) -> bool:
        """Whether this process made it, rather than the one that this is a fork of."""
        return self.owner == os.getpid()

    def close(self) -> None:
        """Stop the processes; a fork's copy leaves them alone."""
        if not self.is_own():
            return
        for requests in self.requests:
            requests.cancel_join_thread()
            requests.put(None)
        deadline = time.monotonic() + 2.0
        for process in self.processes:
            process.join(max(0.0, deadline - time.monotonic()))
            if process.is_alive():
                process.terminate()
                process.join(1.0)
        for channel in (*self.requests, self.results):
            channel.close()
            channel.cancel_join_thread()

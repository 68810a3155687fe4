"""Runs a kernel in plain Python: of all the threads of a card one goes at a time.

It goes on to its next barrier, or to its end; who follows is drawn, the same in each run. So where
a barrier is missing, something is computed wrong. (Numba's own simulator lets the threads of a
block go all at once and polls them: minutes, where a machine is slow to switch between threads.)
"""

import _thread
import queue
import random
from types import SimpleNamespace

import numpy as np

from ..internals import cpython


class Grid:
    """The blocks of a launch, and the meaning of the name `cuda` in its kernel.

    Parameters
    ----------
    blocks, threads : int
        How many, and how many in each.
    """

    def __init__(self, blocks, threads):
        self.gridDim, self.blockDim = SimpleNamespace(x=blocks), SimpleNamespace(x=threads)
        self.blockIdx, self.threadIdx = SimpleNamespace(x=0), SimpleNamespace(x=0)
        self.local = SimpleNamespace(array=_unset)
        self.shared = SimpleNamespace(array=self._shared)
        self._arrays = {}  # where the kernel asks for it -> what the block shares
        self._order = random.Random(0)
        self._current = None  # the _Thread whose turn it is
        self._any = 0  # whether one said so at the last barrier

    def run(self, kernel, words, barriers):
        """Run `kernel(words)` in each thread; `barriers` tells whether one may wait for others."""
        for block in self._drawn(range(self.gridDim.x)):
            self.blockIdx.x = block
            self._arrays.clear()
            if barriers:
                self._run_in_turns(kernel, words)
                continue
            for thread in self._drawn(range(self.blockDim.x)):
                self.threadIdx.x = thread
                with np.errstate(all="ignore"):
                    kernel(words)

    def _run_in_turns(self, kernel, words):
        threads = [_Thread(index, kernel, words) for index in range(self.blockDim.x)]
        try:
            while threads:
                for thread in self._drawn(threads):
                    self._current, self.threadIdx.x = thread, thread.index
                    thread.go_on()
                threads = [thread for thread in threads if not thread.done]
                self._any = int(any(thread.said for thread in threads))
        finally:
            for thread in threads:
                thread.stop()

    def _drawn(self, things):
        return self._order.sample(things, len(things))

    def syncthreads(self):
        """Wait for the threads of the block that have not come to their end."""
        self._current.wait(False)

    def syncthreads_or(self, said):
        """The same; 1 if one of those that wait says so, else 0."""
        self._current.wait(bool(said))
        return self._any

    def _shared(self, shape, dtype, alignment=None):
        asking = cpython.frame(1)
        place = asking.f_code, asking.f_lineno
        if place not in self._arrays:
            self._arrays[place] = _unset(shape, dtype)
        return self._arrays[place]


def _unset(shape, dtype):
    """An array to which nothing was written: of NaN or -1."""
    array = np.empty(shape, dtype)
    array.view(np.uint8).fill(255)
    return array


class _Thread:
    """A thread of a block: a thread of Python's, which waits for its turns."""

    def __init__(self, index, kernel, words):
        self.index, self.said, self.done = index, False, False
        self._turns, self._ends = queue.SimpleQueue(), queue.SimpleQueue()
        _thread.start_new_thread(self._run, (kernel, words))

    def go_on(self):
        """Let it have a turn."""
        self._turns.put(True)
        error = self._ends.get()
        if error is not None:
            raise error

    def stop(self):
        """Let it end where it waits."""
        if not self.done:
            self._turns.put(False)
            self._ends.get()

    def wait(self, said):
        """In the thread itself: end the turn, and wait for the next one."""
        self.said = said
        self._ends.put(None)
        self._begin()

    def _begin(self):
        if not self._turns.get():
            raise SystemExit

    def _run(self, kernel, words):
        error = None
        try:
            self._begin()
            with np.errstate(all="ignore"):
                kernel(words)
        except SystemExit:
            pass
        except Exception as raised:
            error = raised
        self.done = True
        self._ends.put(error)

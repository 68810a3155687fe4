"""The driver and its worker threads: one job at a time, split into chunks that any thread may take.

A worker is a Python thread that stays inside one native call, without the GIL, for its whole life.
It waits for a job by spinning for some microseconds, then by sleeping on its semaphore. Whoever
finds the workers busy (another Python thread's job) runs its own range alone: chunks are
independent, so the bits are the same. No threading layer of Numba's is involved: no lock for
`workqueue`, no `fork` trouble with `omp`. A forked child starts without workers and computes
serially until it calls `set_num_threads` itself.

The pool is a block of 64-bit words, each field that several threads write on its own cache line.
"""

import os
import threading

import numpy as np

from .. import source
from ..memory import (
    atomic_add,
    atomic_exchange,
    atomic_load,
    atomic_replace,
    atomic_store,
    call,
    pause,
    sched_yield,
    sem_post,
    sem_wait,
    word,
)
from . import native

BUSY, OPEN, ACTIVE, NEXT, JOB, SEQUENCE = 0, 64, 128, 192, 256, 320
ENTRY, BLOCK, COUNT, CHUNK, STATUS, LIMIT = JOB, JOB + 8, JOB + 16, JOB + 24, JOB + 32, JOB + 40
WORKERS, WORKER_BYTES, SEMAPHORE = 384, 64, 8
MAX_WORKERS = 255
SPINS = 2000  # about 40 us: as long as the gap between two kernels of a step


def take_chunks(pool):
    """Run chunks of the open job until none is left."""
    entry, block = word(pool + ENTRY, 0), word(pool + BLOCK, 0)
    count, chunk = word(pool + COUNT, 0), word(pool + CHUNK, 0)
    while True:
        lo = atomic_add(pool + NEXT, 1) * chunk
        if lo >= count:
            break
        status = call(entry, block, lo, min(count, lo + chunk))
        if status != 0:
            atomic_store(pool + STATUS, status)


def work(args, lo, hi):
    """The life of worker number `lo`: wait, help, wait."""
    pool = word(args, 0)
    state = pool + WORKERS + lo * WORKER_BYTES
    seen = 0
    while True:
        spins = 0
        while atomic_load(pool + SEQUENCE) == seen:
            spins += 1
            if spins < SPINS:
                pause()
                continue
            spins = 0
            atomic_store(state, 1)
            # a job that came in between has taken the 1 back, or will post
            if atomic_load(pool + SEQUENCE) == seen or not atomic_replace(state, 1, 0):
                sem_wait(state + SEMAPHORE)
        seen = atomic_load(pool + SEQUENCE)
        if lo < word(pool + LIMIT, 0):
            atomic_add(pool + ACTIVE, 1)
            if atomic_load(pool + OPEN) == 1:  # else the job is over, and another may be written
                take_chunks(pool)
            atomic_add(pool + ACTIVE, -1)


def drive(args, lo, hi):
    """Run an entry over 0..hi-1, with the help of the workers that are free."""
    pool, entry, block, chunk = word(args, 0), word(args, 1), word(args, 2), word(args, 3)
    if hi <= chunk or pool == 0 or not atomic_replace(pool + BUSY, 0, 1):
        return call(entry, block, 0, hi)
    atomic_store(pool + ENTRY, entry)
    atomic_store(pool + BLOCK, block)
    atomic_store(pool + COUNT, hi)
    atomic_store(pool + CHUNK, chunk)
    atomic_store(pool + STATUS, 0)
    atomic_store(pool + NEXT, 0)
    atomic_store(pool + OPEN, 1)
    atomic_add(pool + SEQUENCE, 1)
    for worker in range(word(pool + LIMIT, 0)):
        state = pool + WORKERS + worker * WORKER_BYTES
        if atomic_exchange(state, 0) == 1:
            sem_post(state + SEMAPHORE)
    take_chunks(pool)
    atomic_store(pool + OPEN, 0)
    spins = 0
    while atomic_load(pool + ACTIVE) != 0:
        spins += 1
        if spins % SPINS == 0:
            sched_yield(0)
        pause()
    status = atomic_load(pool + STATUS)
    atomic_store(pool + BUSY, 0)
    return status


class _Pool:
    """The workers of this process; none until the first large native."""

    def __init__(self):
        self.lock = threading.Lock()
        self.limit = default_threads()
        self.forget()

    def forget(self):
        """Start anew without workers: at first, and in a forked child."""
        self.block, self.address, self.workers, self.driver = None, 0, 0, 0

    def start(self):
        """Make the driver and as many workers as the limit asks for."""
        with self.lock:
            if self.block is None:
                self.driver = source.kernel_entry(drive)
                self.block = np.zeros((WORKERS + MAX_WORKERS * WORKER_BYTES) // 8 + 8, np.int64)
                self.address = (native.address_of(self.block) + 63) // 64 * 64
            while self.workers < self.limit - 1:
                self._start_worker(source.kernel_entry(work))
            self._set(LIMIT, self.limit - 1)

    def _start_worker(self, entry):
        number = self.workers
        semaphore = self.address + WORKERS + number * WORKER_BYTES + SEMAPHORE
        if native.sem_init(semaphore) != 0:
            raise OSError("this system offers no unnamed semaphores; try set_num_threads(1)")
        arguments = (self.address, entry, number)
        threading.Thread(target=native.run, args=arguments, daemon=True).start()
        self.workers += 1

    def _set(self, field, number):
        self.block[(self.address - native.address_of(self.block) + field) // 8] = number


def default_threads():
    """TENSORLITE_NUM_THREADS, OMP_NUM_THREADS, or the CPUs that this process may use."""
    for variable in ("TENSORLITE_NUM_THREADS", "OMP_NUM_THREADS"):
        text = os.environ.get(variable, "")
        if text.isdigit() and int(text) > 0:
            return min(int(text), MAX_WORKERS + 1)
    return min(len(os.sched_getaffinity(0)), MAX_WORKERS + 1)


_pool = _Pool()


def set_num_threads(count):
    """Let kernels use `count` threads, the caller's among them. The results do not change."""
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MAX_WORKERS + 1:
        raise ValueError(
            f"set_num_threads: expected an integer from 1 to {MAX_WORKERS + 1}; got {count!r}"
        )
    _pool.limit = count
    if _pool.block is not None:
        _pool.start()


def get_num_threads():
    """The number of threads that kernels may use."""
    return _pool.limit


def run(entry, geometry, words, n, chunk, *addresses):
    """`native.launch` for large work: without the GIL, in chunks that all threads share."""
    if _pool.block is None:
        _pool.start()
    return native.drive(
        _pool.driver, _pool.address, chunk, entry, geometry, words, n, *addresses
    )


def chunk_size(n, smallest):
    """Items per chunk: some chunks a thread, so that a slow one does not hold up the rest."""
    return max(smallest, -(-n // (4 * _pool.limit)))


def _after_fork():
    _pool.lock = threading.Lock()
    _pool.limit = 1
    _pool.forget()


os.register_at_fork(after_in_child=_after_fork)

"""The driver and its worker threads: one job at a time, split into chunks that any thread may take.

Each thread begins with the chunks of its own span of the range, the same one in every job of that
size, since the last kernel left that part in its cache; then it helps with the spans of the others.

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

from ..language import source
from ..language.memory import (
    atomic_add,
    atomic_exchange,
    atomic_load,
    atomic_replace,
    atomic_store,
    call,
    pause,
    sched_getaffinity,
    sched_getcpu,
    sched_setaffinity,
    sched_yield,
    scratch,
    sem_post,
    sem_wait,
    word,
)
from . import native

BUSY, OPEN, ACTIVE, LIMIT, JOB, SEQUENCE = 0, 64, 128, 192, 256, 320
ENTRY, BLOCK, CHUNK, STATUS, SPANS = JOB, JOB + 8, JOB + 16, JOB + 24, JOB + 32
FIRST, STOP = JOB + 40, JOB + 48  # of the range
MAX_WORKERS, LINE, SEMAPHORE, THREAD, AVOIDED = 255, 64, 8, 48, 56
MASK_WORDS = 16  # of a set of CPUs
TAKEN = 384  # of each span: the caller's, then the workers'
WORKERS = TAKEN + LINE * (MAX_WORKERS + 1)
SPINS = 2000  # about 40 us: as long as the gap between two kernels of a step


def take_chunks(pool, own):
    """Run chunks of the open job until none is left, those of span number `own` first."""
    entry, block, spans = word(pool + ENTRY, 0), word(pool + BLOCK, 0), word(pool + SPANS, 0)
    first, stop = word(pool + FIRST, 0), word(pool + STOP, 0)
    chunk = word(pool + CHUNK, 0)
    chunks = (stop - first + spans * chunk - 1) // (spans * chunk)
    for turn in range(spans):
        span = (own + turn) % spans
        while True:
            taken = atomic_add(pool + TAKEN + span * LINE, 1)
            lo = first + (span * chunks + taken) * chunk
            if taken >= chunks or lo >= stop:
                break
            status = call(entry, block, lo, min(stop, lo + chunk))
            if status != 0:
                atomic_store(pool + STATUS, status)


def work(args, lo, hi):
    """The life of worker number `lo`: wait, help, wait."""
    pool = word(args, 0)
    state = pool + WORKERS + lo * LINE
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
                take_chunks(pool, lo + 1)
            atomic_add(pool + ACTIVE, -1)


def keep_away(state):
    """Bar a sleeping worker from the caller's CPU, where the system may well wake it.

    It would wait there until the caller is done: seen for milliseconds on Linux 6.18.
    """
    cpu = sched_getcpu(0)
    thread = word(state + THREAD, 0)
    if thread == 0 or word(state + AVOIDED, 0) == cpu + 1:
        return
    mask = scratch(MASK_WORDS)
    if 0 <= cpu < 64 * MASK_WORDS and sched_getaffinity(0, 8 * MASK_WORDS, mask) >= 0:
        place = mask + 8 * (cpu // 64)
        atomic_store(place, word(place, 0) & ~(1 << cpu % 64))
        sched_setaffinity(thread, 8 * MASK_WORDS, mask)
        atomic_store(state + AVOIDED, cpu + 1)


def drive(args, lo, hi):
    """Run an entry over lo..hi-1, with the help of the workers that are free."""
    pool, entry, block, chunk = word(args, 0), word(args, 1), word(args, 2), word(args, 3)
    if hi - lo <= chunk or pool == 0 or not atomic_replace(pool + BUSY, 0, 1):
        return call(entry, block, lo, hi)
    atomic_store(pool + ENTRY, entry)
    atomic_store(pool + BLOCK, block)
    atomic_store(pool + FIRST, lo)
    atomic_store(pool + STOP, hi)
    atomic_store(pool + CHUNK, chunk)
    atomic_store(pool + STATUS, 0)
    spans = word(pool + LIMIT, 0) + 1
    atomic_store(pool + SPANS, spans)
    for span in range(spans):
        atomic_store(pool + TAKEN + span * LINE, 0)
    atomic_store(pool + OPEN, 1)
    atomic_add(pool + SEQUENCE, 1)
    for worker in range(spans - 1):
        state = pool + WORKERS + worker * LINE
        if atomic_exchange(state, 0) == 1:
            keep_away(state)
            sem_post(state + SEMAPHORE)
    take_chunks(pool, 0)
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
    """The workers of this process; none until the first large launch."""

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
                self.block = np.zeros((WORKERS + MAX_WORKERS * LINE) // 8 + 8, np.int64)
                self.address = (native.address_of(self.block) + 63) // 64 * 64
            while self.workers < self.limit - 1:
                self._start_worker(source.kernel_entry(work))
            self._set(LIMIT, self.limit - 1)

    def _start_worker(self, entry):
        number = self.workers
        semaphore = self.address + WORKERS + number * LINE + SEMAPHORE
        if native.sem_init(semaphore) != 0:
            raise OSError("this system offers no unnamed semaphores; try set_num_threads(1)")
        arguments = (self.address, entry, number)
        thread = threading.Thread(target=native.run, args=arguments, daemon=True)
        thread.start()
        if number + 1 < len(os.sched_getaffinity(0)):  # else it shares the caller's CPU
            self._set(WORKERS + number * LINE + THREAD, thread.native_id)
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


pool = _Pool()


def set_num_threads(count: int) -> None:
    """Let kernels use `count` threads, the caller's among them. The results do not change."""
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MAX_WORKERS + 1:
        raise RuntimeError(
            f"set_num_threads: expected an integer from 1 to {MAX_WORKERS + 1}; got {count!r}"
        )
    pool.limit = count
    if pool.block is not None:
        pool.start()


def get_num_threads() -> int:
    """The number of threads that kernels may use."""
    return pool.limit


def run(entry, geometry, words, lo, hi, chunk, *operands):
    """`native.launch` for large work: without the GIL, in chunks that all threads share."""
    if pool.block is None:
        pool.start()
    return native.drive(
        pool.driver, pool.address, chunk, entry, geometry, words, lo, hi, *operands
    )


def driver():
    """The addresses of the driver and of its pool."""
    if pool.block is None:
        pool.start()
    return pool.driver, pool.address


def chunk_size(n, smallest):
    """Items per chunk: equally many for each thread, many, so that a slow one finds help."""
    each = min(16, max(1, n // (smallest * pool.limit)))
    return -(-n // (each * pool.limit))


def _after_fork():
    pool.lock = threading.Lock()
    pool.limit = 1
    pool.forget()


os.register_at_fork(after_in_child=_after_fork)

"""How kernels run in plain Python: barriers, what a block shares, errors."""

import numpy as np
import pytest
from tensorlite.kernels.cuda.turns import Grid

pytestmark = pytest.mark.cuda


def run(kernel, blocks=2, threads=4, barriers=True):
    """What the kernel(grid, out) stores in an array of a number for each thread of each block."""
    grid, out = Grid(blocks, threads), np.zeros((blocks, threads), np.int64)
    grid.run(lambda words: kernel(grid, out[grid.blockIdx.x]), (), barriers)
    return out.tolist()


def turned(barrier):
    def kernel(cuda, out):
        shared, i = cuda.shared.array(4, np.int64), cuda.threadIdx.x
        shared[i] = 10 * cuda.blockIdx.x + i
        if barrier:
            cuda.syncthreads()
        out[i] = shared[3 - i]

    return kernel


def test_a_barrier_lets_all_see_what_is_shared():
    assert run(turned(True)) == [[3, 2, 1, 0], [13, 12, 11, 10]]


def test_a_missing_barrier_is_seen():
    """What nobody has written yet is -1, in each block."""
    for row in run(turned(False)):
        assert sum(x == -1 for x in row) == 2
    assert run(turned(False)) == run(turned(False))


def test_who_comes_first_differs_from_barrier_to_barrier():
    def kernel(cuda, out):
        seen, i = cuda.shared.array(8, np.int64), cuda.threadIdx.x
        for k in range(8):
            seen[k] = i
            cuda.syncthreads()
            out[i] += seen[k] * 4**k

    [row] = run(kernel, blocks=1)
    assert len(set(row)) == 1, "all see the same"
    assert len({row[0] // 4**k % 4 for k in range(8)}) > 1


def test_who_has_ended_is_not_waited_for():
    def kernel(cuda, out):
        i = cuda.threadIdx.x
        for _ in range(i):
            cuda.syncthreads()
            out[i] += 1

    assert run(kernel) == [[0, 1, 2, 3]] * 2


def test_what_one_thread_says_all_hear():
    def kernel(cuda, out):
        i = cuda.threadIdx.x
        for k in (2, 7, 3):
            out[i] = 2 * out[i] + cuda.syncthreads_or(np.int32(i == k))

    assert run(kernel) == [[0b101] * 4] * 2


def test_an_error_is_raised_as_it_is_and_all_threads_end():
    ended = []

    def kernel(cuda, out):
        try:
            if cuda.threadIdx.x != 1:
                cuda.syncthreads()
            bytes([255]).decode()
        finally:
            ended.append(cuda.blockIdx.x)

    with pytest.raises(UnicodeDecodeError):
        run(kernel, blocks=1)
    assert 1 <= len(ended) <= 4  # those that had not begun never do
    with pytest.raises(UnicodeDecodeError):
        run(lambda cuda, out: bytes([255]).decode(), barriers=False)


def test_local_memory_is_nobody_elses():
    def kernel(cuda, out):
        own, i = cuda.local.array((2, 2), np.int64), cuda.threadIdx.x
        assert own.tolist() == [[-1, -1]] * 2
        own[1, 1] = i
        cuda.syncthreads()
        out[i] = own[1, 1]

    assert run(kernel) == [[0, 1, 2, 3]] * 2
    assert np.isnan(Grid(1, 1).local.array(3, np.float32)).all()


def test_numpy_warns_of_nothing(recwarn):
    def kernel(cuda, out):
        out[cuda.threadIdx.x] = np.isnan(np.float32(0) / np.float32(0))

    assert run(kernel) == run(kernel, barriers=False) == [[1] * 4] * 2
    assert not recwarn.list

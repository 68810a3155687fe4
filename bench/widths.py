"""Kernels that depend on the CPU's vectors beside PyTorch's, with the vectors of other CPUs too.

    python bench/widths.py [level ...] [-k word] [--repeat n]

Each level of x86-64 that this CPU has is timed in a process of its own, where TENSORLITE_CPU,
ATEN_CPU_CAPABILITY, ONEDNN_MAX_CPU_ISA and MKL_ENABLE_INSTRUCTIONS hold both libraries to it. The
two take turns in short windows, so that what else runs on the machine meets both alike; a row
shows the least time of each, and the median of the ratios of all windows.
"""

import argparse
import functools
import os
import statistics
import subprocess
import sys
import time

import numpy as np

HELD_TO = {
    "sse2": {"ATEN_CPU_CAPABILITY": "default", "ONEDNN_MAX_CPU_ISA": "SSE41",
             "MKL_ENABLE_INSTRUCTIONS": "SSE4_2"},
    "avx2": {"ATEN_CPU_CAPABILITY": "avx2", "ONEDNN_MAX_CPU_ISA": "AVX2",
             "MKL_ENABLE_INSTRUCTIONS": "AVX2", "MKL_DEBUG_CPU_TYPE": "5"},
    "avx512": {},
}  # fmt: skip
RNG = np.random.default_rng(0)


def normal(*shape):
    return RNG.standard_normal(shape, np.float32)


def places(count, extent):
    return RNG.integers(0, extent, count)


# name: (threads, function of a library and its tensors, arrays)
CASES = {
    "x.t().contiguous() 4096x1024": (1, lambda T, x: x.t().contiguous(), [normal(4096, 1024)]),
    "x.t() + y 1024x1024": (1, lambda T, x, y: x.t() + y, [normal(1024, 1024)] * 2),
    "x.transpose(1, 2).contiguous() 32x128x64": (
        1, lambda T, x: x.transpose(1, 2).contiguous(), [normal(32, 128, 64)]),
    "amax of rows 64x64x256": (1, lambda T, x: x.amax(-1), [normal(64, 64, 256)]),
    "amax of rows 4096x1024": (1, lambda T, x: x.amax(-1), [normal(4096, 1024)]),
    "amax of columns 4096x1024": (1, lambda T, x: x.amax(0), [normal(4096, 1024)]),
    "sum of rows 64x64x256": (1, lambda T, x: x.sum(-1), [normal(64, 64, 256)]),
    "sum of rows 4096x1024": (1, lambda T, x: x.sum(-1), [normal(4096, 1024)]),
    "sum of columns 4096x1024": (1, lambda T, x: x.sum(0), [normal(4096, 1024)]),
    "sum of 1M": (1, lambda T, x: x.sum(), [normal(1 << 20)]),
    "argmax of rows 4096x1024": (1, lambda T, x: x.argmax(-1), [normal(4096, 1024)]),
    "sin of 1M": (1, lambda T, x: x.sin(), [normal(1 << 20)]),
    "cos of 1M": (1, lambda T, x: x.cos(), [normal(1 << 20)]),
    "exp of 1M": (1, lambda T, x: x.exp(), [normal(1 << 20)]),
    "tanh of 1M": (1, lambda T, x: x.tanh(), [normal(1 << 20)]),
    "embedding 8192 of 50000x64": (
        1, lambda T, x, i: T.nn.functional.embedding(i, x), [normal(50_000, 64),
                                                            places(8192, 50_000)]),
    "embedding 32x128 of 10000x128": (
        1, lambda T, x, i: T.nn.functional.embedding(i, x), [normal(10_000, 128),
                                                            places((32, 128), 10_000)]),
    "8x1024 @ 1024x1024": (1, lambda T, x, y: x @ y, [normal(8, 1024), normal(1024, 1024)]),
    "8x1024 @ (1024x1024).T": (
        1, lambda T, x, y: x @ y.t(), [normal(8, 1024), normal(1024, 1024)]),
    "512x512 @ 512x512": (1, lambda T, x, y: x @ y, [normal(512, 512)] * 2),
    "4096x64 @ 64x64": (1, lambda T, x, y: x @ y, [normal(4096, 64), normal(64, 64)]),
    "4096x64 @ 64x64, 2 threads": (2, lambda T, x, y: x @ y, [normal(4096, 64), normal(64, 64)]),
    "x.T @ y of 512": (1, lambda T, x, y: x.t() @ y, [normal(512, 512)] * 2),
    "x.T @ y of 512, 2 threads": (2, lambda T, x, y: x.t() @ y, [normal(512, 512)] * 2),
}  # fmt: skip


def window(function, seconds=0.01):
    """The least time of a call, of as many as fit."""
    least, end = float("inf"), time.perf_counter() + seconds
    while True:
        start = time.perf_counter()
        function()
        stop = time.perf_counter()
        least = min(least, stop - start)
        if stop > end:
            return least


def row(name, repeat):
    import torch

    import tensorlite

    threads, function, arrays = CASES[name]
    tensorlite.set_num_threads(threads)
    torch.set_num_threads(threads)
    calls = [
        functools.partial(function, library, *(library.from_numpy(a.copy()) for a in arrays))
        for library in (tensorlite, torch)
    ]
    ours, theirs = (call() for call in calls)
    np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=1e-4, atol=1e-3)
    times = [[window(call) for call in calls] for _ in range(repeat)]
    least = [1e6 * min(column) for column in zip(*times, strict=True)]
    ratio = statistics.median(ours / theirs for ours, theirs in times)
    print(f"{name:44}{least[0]:10.1f}{least[1]:10.1f}{least[0] / least[1]:8.2f}{ratio:8.2f}",
          flush=True)  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("level", nargs="*", help="of x86-64: sse2, avx2, avx512")
    parser.add_argument("-k", default="", help="only cases with this in their names")
    parser.add_argument("--repeat", type=int, default=15, help="windows of each library")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.here:
        for name in CASES:
            if told.k in name:
                row(name, told.repeat)
        return
    from tensorlite.kernels.cpu import machine

    for level in told.level or machine.levels():
        head = f"{level + ', us':44}{'ours':>10}{'PyTorch':>10}{'ratio':>8}{'median':>8}"
        print(head, flush=True)
        environment = {**os.environ, **HELD_TO[level], machine.VARIABLE: level}
        command = [sys.executable, __file__, "--here", "-k", told.k, "--repeat", str(told.repeat)]
        subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()

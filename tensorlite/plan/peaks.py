"""What this machine can do: bytes and operations per second, measured once."""

import functools
import time
from dataclasses import dataclass, field, replace

from ..device import CPU
from ..device import device as Device
from ..kernels.cpu import machine, threads
from ..kernels.language.program import Program, same
from .tables import plural
from .timing import zeros

COPIED = 1 << 26  # bytes
SIDE = 512  # of the measured product


def level_of(launch, nbytes, device):
    """The smallest cache that holds so many bytes, in all cores where all take part; or memory."""
    if device is not CPU:
        return "memory"
    cores = threads.get_num_threads() if launch.large else 1
    first, second, third = machine.current().caches
    rooms = {"L1": first * cores, "L2": second * cores, "L3": third}
    return next((level for level, room in rooms.items() if nbytes <= room), "memory")


@dataclass(frozen=True)
class Peak:
    """
    What to compare with: bytes and operations per second of this machine.

    Attributes
    ----------
    bandwidth, flops : float
        Of memory, and of arithmetic.
    threads : int
    caches : dict of str to float
        The bandwidth of "L1", "L2" and "L3".
    """

    bandwidth: float
    flops: float
    threads: int
    device: Device = CPU
    side: int = SIDE
    caches: dict[str, float] = field(default_factory=dict)

    def of(self, level):
        """The bandwidth of a level."""
        return self.caches.get(level, self.bandwidth)

    def seen(self, steps):
        """This peak, or what a step has reached, where that is more."""
        caches, bandwidth, flops = dict(self.caches), self.bandwidth, self.flops
        for step in steps:
            rate, flops = step.rate(step.nbytes) or 0.0, max(flops, step.rate(step.flops) or 0.0)
            if step.level in caches:
                caches[step.level] = max(caches[step.level], rate)
            else:
                bandwidth = max(bandwidth, rate)
        return replace(self, bandwidth=bandwidth, flops=flops, caches=caches)

    def __str__(self):
        who = plural(self.threads, "thread") if self.device is CPU else str(self.device)
        caches = "".join(f", {rate / 1e9:.3g} in {level}" for level, rate in self.caches.items())
        return (
            f"100 %: {self.bandwidth / 1e9:.3g} GB/s in memory{caches}, copies of what fits; "
            f"{self.flops / 1e9:.3g} GFLOP/s, a float32 product of "
            f"{self.side} x {self.side} x {self.side}; or what a step has reached; {who}"
        )


@functools.cache
def peak(count, device=CPU):
    """The Peak with `count` threads, or that of a card, measured once."""
    memory, kernels = [], device.kernels
    simulated = device is not CPU and kernels.launch.SIMULATED
    copied, side = (1 << 8, 4) if simulated else (COPIED, SIDE)
    program = Program.single(same, ("float32",), "float32", ("float32",))
    copy = kernels.elementwise.launch(program, (copied // 4,), [(4,), (4,)])
    x, y = zeros(copied, memory, device), zeros(copied, memory, device)
    bandwidth = copy.work.nbytes / _fastest(lambda: copy.run(x, y), device)
    strides = (4 * side, 4)
    product = kernels.matmul.plan("float32", side, side, side, strides, strides, strides)
    bases = [zeros(4 * side * side, memory, device) for _ in range(4)]
    bases += [zeros(product.scratch_bytes, memory, device), 0]

    def multiply():
        for step in product.steps:
            step.launch.run(*[bases[base] + offset for base, offset in step.operands])

    flops = 2 * side**3 / _fastest(multiply, device)
    caches = _caches(program, memory) if device is CPU else {}
    return Peak(bandwidth, flops, count, device, side, caches)


def _caches(program, memory):
    """The bandwidth of each cache of a core: of a copy that takes half of it, again and again."""
    found = {}
    for level, room in zip(("L1", "L2", "L3"), machine.current().caches, strict=True):
        n = room // 16  # float32, two arrays
        copy = CPU.kernels.elementwise.launch(program, (n,), [(4,), (4,)])
        x, y = zeros(4 * n, memory), zeros(4 * n, memory)
        again = max(1, min(64, COPIED // room))
        tape = CPU.kernels.play.Tape([(copy, [(None, x), (None, y)])] * again)
        found[level] = again * copy.work.nbytes / _fastest(tape.run, CPU)
    return found


def _fastest(function, device):
    wait = (lambda: None) if device is CPU else device.kernels.driver.synchronize
    times = []
    for _ in range(8):
        wait()
        begin = time.perf_counter()
        function()
        wait()
        times.append(time.perf_counter() - begin)
    return min(times)

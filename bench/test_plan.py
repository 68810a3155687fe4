"""Whole training steps with Adam and cross-entropy: one plan, beside torch and JAX.

pytest bench/test_plan.py --benchmark-group-by=group --benchmark-columns=median
taskset -c 0 pytest bench/test_plan.py ...   # JAX on one thread, too
"""

import gc
import os

import numpy as np
import pytest
from steps import CASES, MLPS, PEERS, build

import tensorlite as tl

CPUS = len(os.sched_getaffinity(0))
ROUNDS = 300  # few enough that Adam's means do not become subnormal for units that died


def available(peer, threads):
    if peer == "jax":
        pytest.importorskip("jax")
        if threads != CPUS:
            pytest.skip("JAX takes all CPUs that the process has; try taskset")
    if peer.startswith("torch"):
        pytest.importorskip("torch")


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("case", CASES)
def test_step(peer, case, threads, benchmark):
    available(peer, threads)
    step = build(peer, case)
    benchmark.group = f"step {case}, {threads} threads"
    benchmark.extra_info["lib"] = peer
    rounds = ROUNDS if case in list(MLPS)[:3] else 40 if "1024" not in case else 10
    gc.collect()
    benchmark.pedantic(step, rounds=rounds, warmup_rounds=20 if rounds > 10 else 3)


def chain(lib, x, y):
    """Ten elementwise ops and a sum."""
    z = lib.tanh(x) * y
    z = lib.sigmoid(z) + x
    z = lib.exp(-z * z)
    z = lib.sqrt(z + 1.0) / (y * y + 1.0)
    return (z * x - y).sum()


@pytest.mark.parametrize("peer", [p for p in PEERS if p != "torch fused"])
def test_chain(peer, threads, benchmark):
    available(peer, threads)
    arrays = np.random.default_rng(0).standard_normal((2, 1 << 20), dtype=np.float32)
    if peer == "jax":
        import jax
        import jax.numpy as jnp

        lib = type("", (), {n: getattr(jnp, n) for n in ("tanh", "exp", "sqrt")})
        lib.sigmoid = jax.nn.sigmoid
        step = jax.jit(jax.value_and_grad(lambda x, y: chain(lib, x, y), (0, 1)))
        operands = [jnp.asarray(a) for a in arrays]
        function = lambda *xs: jax.block_until_ready(step(*xs))  # noqa: E731
    else:
        lib = tl if peer == "tensorlite" else pytest.importorskip("torch")
        operands = [lib.tensor(a, requires_grad=True) for a in arrays]

        def function(x, y):
            loss = chain(lib, x, y)
            return loss.detach(), *lib.autograd.grad(loss, (x, y))

        if peer != "torch":
            function = lib.compile(function)
    benchmark.group = f"chain of 10 ops, 1M, with gradients, {threads} threads"
    benchmark.extra_info["lib"] = peer
    benchmark.pedantic(function, operands, rounds=30, warmup_rounds=5)

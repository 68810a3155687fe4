"""Convolutional networks, trained with Adam and evaluated, beside PyTorch: time and memory.

pytest bench/test_networks.py --benchmark-group-by=group --benchmark-columns=min,median
"""

import gc

import pytest
from networks import CASES, batch, network
from steps import training_step

from tensorlite import versus

PEERS = ("tensorlite", "torch", "torch fused", "torch.compile")


def evaluation(lib, model):
    """A function that classifies a batch."""
    model.eval()

    def evaluated(x):
        with lib.no_grad():
            return model(x)

    return evaluated


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("what", ["training", "evaluation"])
@pytest.mark.parametrize("case", CASES)
def test_network(benchmark, threads, case, what, peer):
    if peer == "torch fused" and what == "evaluation":
        pytest.skip("fused is of optimizers")
    lib = pytest.importorskip("tensorlite" if peer == "tensorlite" else "torch")
    model, (x, y) = network(lib, case), map(lib.tensor, batch(case))
    if what == "evaluation":
        function, given = evaluation(lib, model), (x,)
    else:
        fused = {"fused": True} if peer in ("torch fused", "torch.compile") else {}
        function, given = training_step(lib, model, **fused), (x, y)
    if peer in ("tensorlite", "torch.compile"):
        function = lib.compile(function)
    benchmark.group = f"{what}, {case}, {threads} threads"
    benchmark.extra_info["lib"] = peer
    gc.collect()
    function(*given)
    benchmark.extra_info["memory"] = versus.growth(lambda: function(*given))
    benchmark.pedantic(function, given, rounds=40, warmup_rounds=5)

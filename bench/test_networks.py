"""Convolutional networks, trained with Adam and evaluated, beside PyTorch and onnxruntime.

pytest bench/test_networks.py --benchmark-group-by=group --benchmark-columns=min,median
"""

import gc
import io

import pytest
from networks import CASES, batch, network
from steps import training_step

from tensorlite import versus

PEERS = ("tensorlite", "torch", "torch fused", "torch.compile", "onnxruntime")
ONLY = {"torch fused": "training", "onnxruntime": "evaluation"}


def evaluation(lib, model):
    """A function that classifies a batch."""
    model.eval()

    def evaluated(x):
        with lib.no_grad():
            return model(x)

    return evaluated


def session(model, x, threads):
    """A function by which onnxruntime classifies a batch with the weights of PyTorch's model."""
    runtime, torch = pytest.importorskip("onnxruntime"), pytest.importorskip("torch")
    written = io.BytesIO()
    torch.onnx.export(model.eval(), (x,), written, input_names=["x"], dynamo=False)
    options = runtime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    made = runtime.InferenceSession(written.getvalue(), options, ["CPUExecutionProvider"])
    given = {"x": x.numpy()}
    return lambda: made.run(None, given)


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("what", ["training", "evaluation"])
@pytest.mark.parametrize("case", CASES)
def test_network(benchmark, threads, case, what, peer):
    if ONLY.get(peer, what) != what:
        pytest.skip(f"{peer} is for {ONLY[peer]}")
    lib = pytest.importorskip("tensorlite" if peer == "tensorlite" else "torch")
    model, (x, y) = network(lib, case), map(lib.tensor, batch(case))
    if peer == "onnxruntime":
        function, given = session(model, x, threads), ()
    elif what == "evaluation":
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

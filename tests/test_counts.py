"""A benchmark that counts instead of timing: what plans launch, move and compute is no noise.

The same numbers come out on every CPU, at every level of x86-64 and for any number of threads.
Fewer is better: where a change brings a count down, write the new one here.
"""

import pytest
from entered import entered

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn import functional as F


def chain():
    return lambda x, y: ((x * y + 1).exp() - x).tanh().sum(), (tl.randn(1000), tl.randn(1000))


def softmax():
    return lambda x: x.exp() / x.exp().sum(1, keepdim=True), (tl.randn(64, 128),)


def training(model, optimizer, *batch):
    optimizer = optimizer(model.parameters())

    def step(x, y):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss

    return step, batch


def perceptron():
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    return training(model, tl.optim.Adam, tl.randn(32, 64), tl.randint(0, 10, (32,)))


def normed():
    model = nn.Sequential(nn.Linear(16, 32), nn.LayerNorm(32), nn.GELU(), nn.Linear(32, 4))
    return training(model, tl.optim.SGD, tl.randn(8, 16), tl.randint(0, 4, (8,)))


COUNTED = "recorded", "launched", "bytes moved", "operations", "temporary bytes", "Python calls"
MOST = {
    chain: (6, 1, 8012, 6000, 0, 19),
    softmax: (4, 1, 164352, 24576, 33024, 19),
    perceptron: (16, 13, 302220, 658507, 17664, 26),
    normed: (20, 19, 35804, 24149, 3520, 25),
}


def counts(function, arguments):
    """What a compiled function does in one call, after some."""
    compiled = tl.compile(function)
    for _ in range(4):
        compiled(*arguments)
    (plan,) = compiled.explain().plans[-1:]
    moved = sum(step.nbytes or 0 for step in plan.steps)
    operations = sum(step.flops or 0 for step in plan.steps)
    calls = len(entered(lambda: compiled(*arguments)))
    return plan.recorded, len(plan.steps), moved, operations, plan.arena_bytes, calls


@pytest.mark.parametrize("case", MOST, ids=lambda case: case.__name__)
def test_no_more_than_before(case):
    tl.manual_seed(0)
    found = counts(*case())
    more = [f"{name}: {count}, not {most}" for name, count, most
            in zip(COUNTED, found, MOST[case], strict=True) if count > most]  # fmt: skip
    assert not more, more


def test_eager_launches():
    """A step that is not compiled: one launch for each op, forward and backward."""
    step, batch = perceptron()
    step(*batch)
    with tl.profile() as seen:
        step(*batch)
    launched = sum(row.count for row in seen.key_averages())
    assert launched <= 16, launched

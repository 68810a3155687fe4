"""Whole training steps under four names: tensorlite compiled, torch eager and compiled, and JAX.

`build(peer, case)` answers a function without arguments that trains on the next of some batches and
returns the loss. PyTorch's code and ours is the same but for the import.
"""

import itertools

import numpy as np

BATCHES = 16
MLPS = {
    "4-32-32-2, 32": ((4, 32, 32, 2), 32),
    "64-64-64-10, 64": ((64, 64, 64, 10), 64),
    "784-128-10, 64": ((784, 128, 10), 64),
    "784-512-256-10, 128": ((784, 512, 256, 10), 128),
    "1024-1024-1024-1024, 256": ((1024, 1024, 1024, 1024), 256),
}
CASES = (*MLPS, "LSTM 64, 50 steps, 16", "Transformer 128, 64 tokens, 8")
PEERS = ("tensorlite", "torch", "torch fused", "torch.compile", "jax")


def batches(case, count=BATCHES):
    """Inputs and targets of a case, as NumPy arrays."""
    rng = np.random.default_rng(0)
    for _ in range(count):
        if case in MLPS:
            sizes, batch = MLPS[case]
            x = rng.standard_normal((batch, sizes[0]), dtype=np.float32)
            yield x, rng.integers(0, sizes[-1], batch)
        elif case.startswith("LSTM"):
            yield rng.standard_normal((50, 16, 64), dtype=np.float32), rng.integers(0, 10, 16)
        else:
            yield (rng.standard_normal((8, 64, 128), dtype=np.float32),
                   rng.integers(0, 65, 8 * 64))  # fmt: skip


def build(peer, case):
    """A function that takes one training step."""
    if peer == "jax":
        from jax_steps import step_of

        return step_of(case)
    if peer == "tensorlite":
        import tensorlite as lib
    else:
        import torch as lib
    fused = {"fused": True} if peer in ("torch fused", "torch.compile") else {}
    step = training_step(lib, network(lib, case), **fused)
    if peer in ("tensorlite", "torch.compile"):
        step = lib.compile(step)
    data = itertools.cycle([(lib.tensor(x), lib.tensor(y)) for x, y in batches(case)])
    return lambda: step(*next(data))


def training_step(lib, model, **options):
    """A function of a batch that takes one step of Adam."""
    optimizer = lib.optim.Adam(model.parameters(), lr=1e-3, **options)

    def step(x, y):
        optimizer.zero_grad()
        loss = lib.nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss

    return step


def network(lib, case):
    """The model of a case."""
    nn = lib.nn
    lib.manual_seed(0)
    if case in MLPS:
        sizes, layers = MLPS[case][0], []
        for m, n in itertools.pairwise(sizes):
            layers += [nn.Linear(m, n), nn.ReLU()]
        return nn.Sequential(*layers[:-1])
    return recurrent(nn) if case.startswith("LSTM") else block(nn)


def recurrent(nn):
    """The last state of an LSTM to 10 classes."""

    class Recurrent(nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm, self.head = nn.LSTM(64, 64), nn.Linear(64, 10)

        def forward(self, x):
            return self.head(self.lstm(x)[0][-1])

    return Recurrent()


def block(nn):
    """One block of a Transformer with 65 classes per token."""

    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.second = nn.LayerNorm(128), nn.LayerNorm(128)
            self.qkv, self.out = nn.Linear(128, 384), nn.Linear(128, 128)
            self.up, self.down = nn.Linear(128, 512), nn.Linear(512, 128)
            self.head = nn.Linear(128, 65)

        def forward(self, x):
            b, t, c = x.shape
            parts = self.qkv(self.first(x)).view(b, t, 3, 4, c // 4).permute(2, 0, 3, 1, 4)
            q, k, v = parts[0], parts[1], parts[2]
            y = nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
            x = x + self.out(y.transpose(1, 2).reshape(b, t, c))
            x = x + self.down(nn.functional.gelu(self.up(self.second(x))))
            return self.head(x).view(b * t, 65)

    return Block()

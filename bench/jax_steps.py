"""The same steps in JAX: `jit` with donated parameters and optimizer state."""

import functools
import itertools

import jax
import jax.numpy as jnp
import numpy as np
from steps import MLPS, batches


def step_of(case):
    """A function that takes one training step."""
    forward, shapes = (
        (mlp, _mlp_shapes(MLPS[case][0])) if case in MLPS
        else (lstm, LSTM) if case.startswith("LSTM") else (block, BLOCK)
    )  # fmt: skip
    rng = np.random.default_rng(1)
    params = {k: jnp.asarray(0.05 * rng.standard_normal(s, dtype=np.float32))
              for k, s in shapes.items()}  # fmt: skip
    state = [params, *(jax.tree.map(jnp.zeros_like, params) for _ in range(2)), 0]
    data = itertools.cycle([(jnp.asarray(x), jnp.asarray(y)) for x, y in batches(case)])

    def loss_of(params, x, y):
        logp = jax.nn.log_softmax(forward(params, x))
        return -jnp.take_along_axis(logp, y[:, None], 1).mean()

    @functools.partial(jax.jit, donate_argnums=(0, 1, 2))
    def update(params, m, v, count, x, y):
        loss, grads = jax.value_and_grad(loss_of)(params, x, y)
        count = count + 1
        m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, grads)
        v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, grads)
        lr, root = 1e-3 / (1 - 0.9**count), jnp.sqrt(1 - 0.999**count)
        params = jax.tree.map(
            lambda p, m, v: p - lr * m / (jnp.sqrt(v) / root + 1e-8), params, m, v
        )
        return params, m, v, count, loss

    def step():
        *state[:], loss = update(*state, *next(data))
        return loss.block_until_ready()

    return step


def _mlp_shapes(sizes):
    pairs = list(enumerate(itertools.pairwise(sizes)))
    return {f"w{k}": pair for k, pair in pairs} | {f"b{k}": (pair[1],) for k, pair in pairs}


def mlp(p, x):
    """Linear layers with relu between them."""
    count = len(p) // 2
    for k in range(count):
        x = x @ p[f"w{k}"] + p[f"b{k}"]
        x = jax.nn.relu(x) if k < count - 1 else x
    return x


LSTM = {"wi": (64, 256), "wh": (64, 256), "b": (256,), "wo": (64, 10), "bo": (10,)}


def lstm(p, x):
    """The last state of an LSTM to 10 classes."""
    inputs = x @ p["wi"] + p["b"]

    def cell(carry, given):
        h, c = carry
        i, f, g, o = jnp.split(given + h @ p["wh"], 4, 1)
        c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
        return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None

    start = jnp.zeros((16, 64)), jnp.zeros((16, 64))
    (h, _), _ = jax.lax.scan(cell, start, inputs)
    return h @ p["wo"] + p["bo"]


BLOCK = {
    "g1": (128,), "b1": (128,), "g2": (128,), "b2": (128,), "qkv": (128, 384), "bqkv": (384,),
    "out": (128, 128), "bout": (128,), "up": (128, 512), "bup": (512,), "down": (512, 128),
    "bdown": (128,), "head": (128, 65), "bhead": (65,),
}  # fmt: skip


def _norm(x, g, b):
    mean = x.mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(x.var(-1, keepdims=True) + 1e-5) * g + b


def block(p, x):
    """One block of a Transformer with 65 classes per token."""
    b, t, c = x.shape
    parts = _norm(x, p["g1"], p["b1"]) @ p["qkv"] + p["bqkv"]
    q, k, v = parts.reshape(b, t, 3, 4, c // 4).transpose(2, 0, 3, 1, 4)
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(c // 4).astype(np.float32)
    scores = jnp.where(jnp.tril(jnp.ones((t, t), bool)), scores, -jnp.inf)
    y = (jax.nn.softmax(scores) @ v).transpose(0, 2, 1, 3).reshape(b, t, c)
    x = x + y @ p["out"] + p["bout"]
    y = jax.nn.gelu(_norm(x, p["g2"], p["b2"]) @ p["up"] + p["bup"], approximate=False)
    x = x + y @ p["down"] + p["bdown"]
    return (x @ p["head"] + p["bhead"]).reshape(b * t, 65)

"""A small GPT with the names of GPT-2's parameters, so that its weights load.

    >>> import tensorlite as tl
    >>> from tensorlite.examples.gpt import GPT
    >>> net = GPT(vocab_size=50, block_size=16, n_layer=2, n_head=2, n_embd=32)
    >>> net(tl.zeros(1, 5, dtype=tl.int64)).shape
    tensorlite.Size([1, 5, 50])
    >>> net.generate(tl.zeros(1, 1, dtype=tl.int64), 4).shape
    tensorlite.Size([1, 5])

GPT-2's own files hold the weights of its products transposed: `from_gpt2` turns them.
"""

import tensorlite as tl
from tensorlite import nn

TURNED = ("attn.c_attn.weight", "attn.c_proj.weight", "mlp.c_fc.weight", "mlp.c_proj.weight")


class CausalSelfAttention(nn.Module):
    """Every step attends to itself and to what was before."""

    def __init__(self, n_embd, n_head, dropout):
        super().__init__()
        self.c_attn = nn.Linear(n_embd, 3 * n_embd)
        self.c_proj = nn.Linear(n_embd, n_embd)
        self.n_head, self.dropout = n_head, dropout

    def forward(self, x):
        """(N, S, E) to (N, S, E)."""
        parts = self.c_attn(x).chunk(3, -1)
        query, key, value = (p.unflatten(-1, (self.n_head, -1)).transpose(1, 2) for p in parts)
        p = self.dropout if self.training else 0.0
        y = nn.functional.scaled_dot_product_attention(
            query, key, value, dropout_p=p, is_causal=True
        )
        return self.c_proj(y.transpose(1, 2).flatten(2))


class MLP(nn.Module):
    """Four times as wide inside."""

    def __init__(self, n_embd, dropout):
        super().__init__()
        self.c_fc = nn.Linear(n_embd, 4 * n_embd)
        self.gelu = nn.GELU(approximate="tanh")
        self.c_proj = nn.Linear(4 * n_embd, n_embd)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        """(N, S, E) to (N, S, E)."""
        return self.dropout(self.c_proj(self.gelu(self.c_fc(x))))


class Block(nn.Module):
    """Attention and a perceptron, each behind a layer norm and beside its input."""

    def __init__(self, n_embd, n_head, dropout):
        super().__init__()
        self.ln_1 = nn.LayerNorm(n_embd)
        self.attn = CausalSelfAttention(n_embd, n_head, dropout)
        self.ln_2 = nn.LayerNorm(n_embd)
        self.mlp = MLP(n_embd, dropout)

    def forward(self, x):
        """(N, S, E) to (N, S, E)."""
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class GPT(nn.Module):
    """Radford et al. 2019, "Language Models are Unsupervised Multitask Learners".

    Parameters
    ----------
    vocab_size, block_size : int
        How many tokens there are, and how many steps it looks back.
    n_layer, n_head, n_embd : int
        The defaults are those of the smallest GPT-2.
    dropout : float
    """

    def __init__(
        self, vocab_size=50257, block_size=1024, n_layer=12, n_head=12, n_embd=768, dropout=0.0
    ):
        super().__init__()
        self.block_size = block_size
        self.transformer = nn.ModuleDict(
            {
                "wte": nn.Embedding(vocab_size, n_embd),
                "wpe": nn.Embedding(block_size, n_embd),
                "drop": nn.Dropout(dropout),
                "h": nn.ModuleList([Block(n_embd, n_head, dropout) for _ in range(n_layer)]),
                "ln_f": nn.LayerNorm(n_embd),
            }
        )
        self.lm_head = nn.Linear(n_embd, vocab_size, bias=False)
        self.lm_head.weight = self.transformer["wte"].weight
        for name, p in self.named_parameters():
            if p.ndim > 1:
                nn.init.normal_(p, std=0.02 / (2 * n_layer) ** 0.5 if "c_proj" in name else 0.02)

    def forward(self, ids):
        """Tokens (N, S) to scores of the next ones (N, S, vocab_size)."""
        parts = self.transformer
        x = parts["wte"](ids) + parts["wpe"](tl.arange(ids.shape[1], device=ids.device))
        x = parts["drop"](x)
        for block in parts["h"]:
            x = block(x)
        return self.lm_head(parts["ln_f"](x))

    @tl.no_grad()
    def generate(self, ids, count, temperature=1.0, top_k=None):
        """The tokens (N, S), continued by `count` that are drawn one after the other."""
        for _ in range(count):
            scores = self(ids[:, -self.block_size :])[:, -1] / temperature
            if top_k is not None:
                least = scores.topk(top_k).values[:, -1:]
                scores = scores.masked_fill(scores < least, -float("inf"))
            ids = tl.cat([ids, tl.multinomial(scores.softmax(-1), 1)], 1)
        return ids


def from_gpt2(state):
    """The state of a GPT, from that in a file of GPT-2's weights."""
    found = {}
    for name, x in state.items():
        if name.endswith((".attn.bias", ".attn.masked_bias")):
            continue  # masks
        name = name if name.startswith(("transformer.", "lm_head.")) else f"transformer.{name}"
        found[name] = x.t().contiguous() if name.endswith(TURNED) else x
    found.setdefault("lm_head.weight", found["transformer.wte.weight"])
    return found

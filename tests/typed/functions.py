"""Attention by hand, einsum, indexing, a compiled step and functions of functions."""

import tensorlite as tl
from tensorlite import Tensor, nn
from tensorlite.autograd import Function, FunctionCtx
from tensorlite.distributions import Normal, kl_divergence
from tensorlite.func import grad, jvp, vjp, vmap


class Attention(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        n, length, width = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        scores = tl.einsum("nhqd,nhkd->nhqk", q, k) / (width // self.heads) ** 0.5
        if mask is not None:
            scores = scores.masked_fill(~mask, -tl.inf)
        mixed = tl.einsum("nhqk,nhkd->nqhd", scores.softmax(dim=-1), v)
        return self.out(mixed.reshape(n, length, width))


class Double(Function):
    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor) -> Tensor:
        ctx.save_for_backward(x)
        return x * 2

    @staticmethod
    def backward(ctx: FunctionCtx, g: Tensor) -> Tensor:
        (x,) = ctx.saved_tensors
        return g * 2 + 0 * x


def indexing(x: Tensor) -> Tensor:
    first, last = x[0], x[..., -1]
    x[1:, ::2] = 0.0
    x[x < 0] = 1
    x[:, None].add_(1)
    rows = tl.tensor([0, 1])
    picked = x[rows, 1:]
    values, places = x.topk(2, dim=-1)
    largest = x.max(dim=0)
    both = tl.cat([first, last, picked.flatten(), values[0], largest.values])
    return tl.where(both > 0, both, -both) + tl.stack([x, x]).sum() + places.float().mean()


def square_sum(v: Tensor) -> Tensor:
    return (v**2).sum()


@tl.elementwise
def hinge(x: float, margin: float) -> float:
    return margin - x if x < margin else 0.0


@tl.compile
def step(x: Tensor, y: Tensor) -> Tensor:
    return ((x - y) ** 2).mean()


def main() -> None:
    model = Attention(8, 2)
    x = tl.randn(2, 5, 8, requires_grad=True)
    causal = tl.ones(5, 5).tril().bool()
    loss = model(x, causal).pow(2).mean() + hinge(x, 1.0).sum() + step(x, x.detach())
    loss.backward()
    assert x.grad is not None
    print(x.grad.norm().item(), Double.apply(x).shape)
    slopes = vmap(grad(square_sum))(tl.randn(3, 2))
    products = vmap(lambda t, u: t * u)(slopes, slopes)
    sines, pulled, total = vjp(lambda t: (t.sin(), t.sum()), slopes, has_aux=True)
    print(jvp(lambda p: p["v"].cos(), ({"v": products},), ({"v": sines},))[1], pulled, total)
    handle = x.register_hook(lambda g: g * 2)
    handle.remove()
    print(slopes.tolist(), indexing(tl.randn(4, 4)), 1.0 - slopes, 2**slopes, -slopes @ slopes.T)
    low, high = tl.aminmax(slopes)
    u, s, vh = tl.linalg.svd(slopes, full_matrices=False)
    print(low, high, u @ tl.diag(s) @ vh, tl.fft.rfft(slopes).abs(), len(slopes), bool(low < high))
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(False)
        print(name, tuple(parameter.shape), parameter.dtype, parameter.device.type)
    print(kl_divergence(Normal(0.0, 1.0), Normal(x.detach(), 2.0)).mean())
    lstm = nn.LSTM(8, 4, batch_first=True)
    output, (hidden, cell) = lstm(x)
    print(output.shape, hidden.mean() + cell.mean(), int(s.argmax()), float(s[0]))


if __name__ == "__main__":
    main()

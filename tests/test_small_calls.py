"""How many Python frames small calls take: what their time goes into, counted instead of timed."""

import pytest
from entered import entered

import tensorlite as tl
from tensorlite.nn import functional as F

# by the call: frames without a gradient, and with one to come
CALLS = {
    "x + y": (3, 4),
    "x * 2": (4, 5),
    "2 - x": (4, 5),
    "x / y": (3, 4),
    "x ** 2": (4, 5),
    "-x": (3, 4),
    "x > y": (3, 3),
    "tl.add(x, y)": (4, 5),
    "x.mul(y)": (3, 4),
    "x.exp()": (3, 4),
    "x.relu()": (4, 5),
    "F.relu(x)": (4, 5),
    "x @ y": (3, 4),
    "large @ large": (3, 4),
    "tl.matmul(x, y)": (4, 5),
    "tl.mm(x, y)": (4, 5),
    "F.linear(x, y)": (5, 6),
    "F.linear(x, y, b)": (5, 6),
    "x.sum()": (4, 5),
    "x.sum(0)": (4, 5),
    "x.sum(-1, keepdim=True)": (4, 5),
    "x.mean(1)": (4, 5),
    "x.amax(0)": (4, 5),
    "x.max()": (4, 5),
    "x.view(2, 8)": (3, 4),
    "x.reshape(-1)": (3, 4),
    "x.flatten()": (3, 4),
    "x.t()": (3, 4),
    "x.T": (3, 4),
    "x.transpose(0, 1)": (3, 4),
    "x.permute(1, 0)": (4, 5),
    "x.unsqueeze(0)": (4, 5),
    "x.squeeze(0)": (6, 7),
    "b.expand(4, 4)": (4, 5),
    "x[1]": (2, 3),
    "x[-1]": (2, 3),
    "x[1:3]": (3, 4),
    "x[:, 1]": (3, 4),
    "x[0, ..., None]": (3, 4),
    "x.prod()": (4, 5),
    "x.argmax(1)": (4, 4),
    "(x > 0).any()": (8, 8),
    "x.max(1)": (8, 10),
    "x.std()": (8, 9),
    "x.cumsum(1)": (4, 7),
    "x.clamp(0, 1)": (5, 7),
    "x.lerp(y, 0.5)": (7, 8),
    "x.addcmul(x, y)": (5, 7),
    "x.masked_fill(m, 0.0)": (6, 8),
    "x.tril()": (4, 5),
    "x.flip(0)": (5, 7),
    "x.roll(1, 0)": (5, 7),
    "x.movedim(0, 1)": (3, 4),
    "x.diagonal()": (3, 4),
    "x.split(2)": (5, 7),
    "x.unbind()": (7, 11),
    "x.gather(1, j)": (4, 7),
    "x.scatter(1, j, 1.0)": (6, 8),
    "x.index_select(0, i)": (4, 7),
    "x.take(i)": (4, 7),
    "x[i]": (10, 11),
    "x.index_add(0, i, y)": (4, 7),
    "x.sort(1)": (9, 11),
    "x.argsort(1)": (5, 5),
    "x.topk(2, 1)": (9, 11),
    "tl.cat([x, y])": (6, 8),
    "tl.stack([x, y])": (6, 8),
    "tl.mv(x, b)": (4, 5),
    "tl.dot(b, b)": (4, 5),
    "tl.addmm(b, x, y)": (4, 5),
    "tl.equal(x, y)": (2, 2),
    "F.softplus(x)": (5, 7),
    "F.pad(x, (1, 1))": (6, 8),
    "F.one_hot(i, 4)": (5, 5),
    "F.nll_loss(x, i)": (5, 7),
    "F.cross_entropy(x, i)": (5, 11),
    "F.layer_norm(x, (4,))": (6, 8),
    "F.softmax(x, 1)": (4, 7),
    "F.embedding(i, x)": (4, 7),
    "F.scaled_dot_product_attention(x, y, x)": (5, 9),
    "F.batch_norm(x, None, None, training=True)": (6, 10),
    "F.conv1d(x[None], y[None, :, :3])": (11, 17),
    "F.max_pool2d(x[None], 2)": (8, 13),
    "F.avg_pool2d(x[None], 2)": (7, 12),
    "F.interpolate(x[None], scale_factor=2)": (9, 13),
    "F.pixel_shuffle(x[None, None].expand(1, 4, 4, 4), 2)": (11, 18),
    "tl.where(x > 0, x, y)": (8, 11),
}


def frames(call):
    """The functions of Python that a call enters, once all is prepared."""
    for _ in range(3):
        call()
    return entered(call)


def operands(requires_grad):
    x, y, b = (tl.randn(*s, requires_grad=requires_grad) for s in ((4, 4), (4, 4), (4,)))
    i = tl.tensor([0, 2, 1, 3])
    return {"x": x, "y": y, "b": b, "i": i, "j": i.reshape(4, 1), "m": x > 0,
            "large": tl.randn(32, 32, requires_grad=requires_grad)}  # fmt: skip


@pytest.mark.parametrize("requires_grad", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_a_small_call_is_a_few_frames(call, requires_grad):
    space = {"tl": tl, "F": F, **operands(requires_grad)}
    found = frames(eval(f"lambda: {call}", space))
    assert len(found) <= CALLS[call][requires_grad], " ".join(found)


WITHOUT_NODE = {"x > y", "(x > 0).any()", "x.argmax(1)", "x.argsort(1)", "tl.equal(x, y)",
                "F.one_hot(i, 4)"}  # fmt: skip


@pytest.mark.parametrize("call", [call for call in CALLS if call not in WITHOUT_NODE])
def test_a_small_call_knows_the_line_of_the_user(call):
    function = eval(f"lambda: {call}", {"tl": tl, "F": F, **operands(True)})
    for _ in range(3):  # prepared, and at once
        result = function()
        result = result[0] if isinstance(result, tuple) else result
        assert result.grad_fn.code is function.__code__


BACKWARDS = {"(x * y).sum()": 55, "F.linear(x, y, b).relu().sum()": 84, "x[1].sum()": 60}


@pytest.mark.parametrize("loss", BACKWARDS)
def test_a_small_backward_is_few_frames(loss):
    space = {"tl": tl, "F": F, **operands(True)}
    found = frames(eval(f"lambda: ({loss}).backward()", space))
    assert len(found) <= BACKWARDS[loss], (len(found), found)

"""Channels last: kept by ops as PyTorch keeps them, with the same values."""

import pytest

import tensorlite as tl

SHAPES = {4: (2, 4, 6, 8), 5: (2, 4, 4, 3, 6)}
VARYING = {  # of which another call, or layout, has other values
    "random", "integers", "dropout", "dropout of permuted", "dropout of sliced", "random slopes",
    "resized",
}
FORMATS = {4: "channels_last", 5: "channels_last_3d"}


def named(T, name, dims, *args, **more):
    """A function of images of so many dims, by its name without them."""
    return lambda x: getattr(T.nn.functional, f"{name}{dims}d")(x, *args, **more)


def of_channels(T, x):
    return T.ones(x.shape[1], dtype=x.dtype)


def cases(T, rank):
    """Functions of one tensor with its channels last, of both packages."""
    F, dims, kept = T.nn.functional, rank - 2, getattr(T, FORMATS[rank])
    kernels = T.ones(6, 4, *(3,) * dims)
    return {
        "loop": lambda x: x * 2 - x.abs(),
        "first decides": lambda x: x + x.contiguous(),
        "second gives way": lambda x: x.contiguous() + x,
        "broadcast": lambda x: of_channels(T, x).view(-1, *(1,) * dims) * x,
        "bool": lambda x: x > 0,
        "permuted": lambda x: x.transpose(1, 2).exp(),
        "sliced": lambda x: -x[:, :2],
        "by steps": lambda x: x[:, :, ::2].clone(),
        "expanded": lambda x: x[:1].expand(3, *x.shape[1:]).clone(),
        "row major": lambda x: x.clone(memory_format=T.contiguous_format),
        "cast": lambda x: x.double(),
        "cast and laid": lambda x: x.contiguous().to(T.float64, memory_format=kept),
        "laid": lambda x: x.contiguous().to(memory_format=kept),
        "like": lambda x: T.zeros_like(x[:, 1:]),
        "full": lambda x: T.full_like(x, 2.0),
        "random": lambda x: T.rand_like(x),
        "integers": lambda x: T.randint_like(x, 5),
        "like, laid": lambda x: T.ones_like(x.contiguous(), memory_format=kept),
        "resized": lambda x: x.clone().resize_(1, *x.shape[1:], memory_format=kept),
        "convolution": named(T, "conv", dims, kernels, padding=1),
        "laid kernels": lambda x: named(T, "conv", dims, kernels.to(memory_format=kept))(
            x.contiguous()
        ),
        "transposed": named(T, "conv_transpose", dims, kernels[:4], stride=2),
        "maximum": named(T, "max_pool", dims, 2),
        "its places": lambda x: named(T, "max_pool", dims, 2, return_indices=True)(x)[1],
        "average": named(T, "avg_pool", dims, 2),
        "adaptive": named(T, "adaptive_avg_pool", dims, 2),
        "whole": named(T, "adaptive_avg_pool", dims, 1),
        "batch norm": lambda x: F.batch_norm(x, None, None, training=True),
        "evaluated": lambda x: F.batch_norm(x, of_channels(T, x), of_channels(T, x)),
        "group norm": lambda x: F.group_norm(x, 2),
        "dropout": lambda x: F.dropout(x, 0.5, True),
        "nearest": lambda x: F.interpolate(x, scale_factor=2),
        "framed": lambda x: F.pad(x, (1,) * 2 * dims),
        "replicated": lambda x: F.pad(x, (1,) * 2 * dims, mode="replicate"),
        "joined": lambda x: T.cat([x, x], 1),
        "not joined": lambda x: T.cat([x, x.contiguous()], 1),
        "stacked": lambda x: T.stack([x, x], 1),
        "turned": lambda x: x.flip(2).roll(1, 1),
        "rolled": lambda x: x.roll(1, 1),
        "filled": lambda x: x.masked_fill(x > 0.5, 2.0),
        "filled by rows": lambda x: x.contiguous().masked_fill(x > 0.5, 2.0),
        "triangle": lambda x: x.tril(),
        "other triangle": lambda x: T.triu(x, 1),
        "shortened": lambda x: x.renorm(2, 1, 1.0),
        "classes": lambda x: F.one_hot((3 * x).long(), 4),
        "log of sigmoid": F.logsigmoid,
        "random slopes": lambda x: F.rrelu(x, training=True),
        "mean slope": F.rrelu,
        "dropout of permuted": lambda x: F.dropout(x.transpose(1, 2), 0.5),
        "dropout of sliced": lambda x: F.dropout(x[:, :2], 0.5),
    }  # fmt: skip


def laid(T, rank):
    T.manual_seed(0)
    return T.rand(*SHAPES[rank]).contiguous(memory_format=getattr(T, FORMATS[rank]))


@pytest.mark.torch
@pytest.mark.parametrize("rank", SHAPES)
def test_strides_are_theirs(rank):
    torch = pytest.importorskip("torch")
    found, theirs = (
        {name: tuple(f(laid(T, rank)).stride()) for name, f in cases(T, rank).items()}
        for T in (tl, torch)
    )
    assert found == theirs


@pytest.mark.parametrize("rank", SHAPES)
def test_values_are_those_of_row_major_images(rank):
    x = laid(tl, rank)
    for name, function in cases(tl, rank).items():
        if name not in VARYING:
            assert tl.allclose(function(x), function(x.contiguous())), name


@pytest.mark.parametrize("rank", SHAPES)
def test_gradients_are_those_of_row_major_images(rank):
    x = laid(tl, rank)
    for name, function in cases(tl, rank).items():
        if name in VARYING:
            continue
        grads = []
        for given in (x.clone(), x.contiguous()):
            given.requires_grad_()
            out = function(given)
            if out.requires_grad:
                share = tl.arange(out.numel(), dtype=out.dtype).view(out.shape) / out.numel()
                (out * share).sum().backward()
                grads.append(given.grad)
        assert not grads or tl.allclose(*grads, atol=1e-6), name


@pytest.mark.parametrize("size", [3, 4, 5, 8, 12])
@pytest.mark.parametrize("layer", [tl.nn.Conv2d, tl.nn.ConvTranspose2d])
def test_gradients_of_kernels_are_those_of_row_major_images(layer, size):
    """Those of narrow images were right, and in a wrong order."""
    tl.manual_seed(0)
    net, x = layer(8, 4, 3), tl.randn(2, 8, size, size)
    net(x).square().sum().backward()
    want = [p.grad for p in net.parameters()]
    net.zero_grad()
    net.to(memory_format=tl.channels_last)
    net(x.to(memory_format=tl.channels_last)).square().sum().backward()
    for p, grad in zip(net.parameters(), want, strict=True):
        assert tl.allclose(p.grad, grad, rtol=1e-4, atol=1e-4)


def test_a_plan_lays_its_results_as_eager_code_does():
    layer = tl.nn.Conv2d(4, 3, 3).to(memory_format=tl.channels_last)
    run = tl.compile(lambda x: layer(x).relu() * 2)
    x = laid(tl, 4)
    for given in (x, x, x.contiguous(), x, x[..., ::2, ::2]):
        with tl.no_grad():
            found, want = run(given), layer(given).relu() * 2
        assert found.stride() == want.stride()
        assert tl.equal(found, want)
        assert run(x).stride() == (72, 1, 18, 3)


def test_a_plan_of_gradients_lays_them_as_eager_code_does():
    pair = [tl.nn.Conv2d(4, 3, 3, bias=False).to(memory_format=tl.channels_last) for _ in range(2)]
    pair[1].load_state_dict(pair[0].state_dict())
    x = laid(tl, 4)

    def backward_of(layer):
        def backward(x):
            layer(x).square().sum().backward()

        return backward

    runs = backward_of(pair[0]), tl.compile(backward_of(pair[1]))
    row_major = tl.ones(3, 4, 3, 3)
    laid_as_images = row_major.to(memory_format=tl.channels_last)
    for grad in (None, "kept", row_major, "kept", None, laid_as_images, "kept"):
        for layer, run in zip(pair, runs, strict=True):
            if grad != "kept":
                layer.weight.grad = None if grad is None else grad.clone()
            run(x)
        eager, planned = (layer.weight.grad for layer in pair)
        assert planned.stride() == eager.stride()
        assert tl.equal(planned, eager)


def test_gradients_and_states_lie_as_their_parameters():
    layer = tl.nn.Conv2d(4, 3, 3).to(memory_format=tl.channels_last)
    optimizer = tl.optim.Adam(layer.parameters())
    layer(laid(tl, 4).contiguous()).sum().backward()
    optimizer.step()
    state = optimizer.state[layer.weight]["exp_avg"]
    assert layer.weight.grad.stride() == layer.weight.stride() == (36, 1, 12, 4) == state.stride()
    x = tl.ones(2, 3).t().requires_grad_()
    (x * tl.ones(3, 2)).sum().backward()
    assert x.grad.stride() == x.stride() == (1, 3)


def test_what_is_open_is_row_major():
    one = tl.ones(2, 1, 4, 5)
    assert one.is_contiguous(memory_format=tl.channels_last) and one.is_contiguous()
    assert (one + one).stride() == (20, 20, 5, 1)
    x = tl.ones(2, 3, 4, 5)
    assert not x.is_contiguous(memory_format=tl.channels_last)
    assert not x[0].is_contiguous(memory_format=tl.channels_last)
    last = x.to(memory_format=tl.channels_last)
    assert last.to(memory_format=tl.channels_last) is last
    assert last.to(memory_format=tl.preserve_format) is last
    assert x.resize_as_(last, memory_format=tl.preserve_format).stride() == last.stride()
    layer = tl.nn.utils.convert_conv2d_weight_memory_format(tl.nn.Conv2d(3, 4, 2), tl.channels_last)
    assert layer.weight.stride() == (12, 1, 6, 3)


ERRORS = {
    "rank": (lambda x: x[0].contiguous(memory_format=tl.channels_last),
             "required rank 4 tensor to use channels_last format; got shape"),
    "volumes": (lambda x: x.to(memory_format=tl.channels_last_3d), "required rank 5 tensor"),
    "like": (lambda x: tl.zeros_like(x[0], memory_format=tl.channels_last), "zeros_like: required"),
    "empty": (lambda x: tl.empty(2, 3, memory_format=tl.channels_last), "empty: required rank 4"),
    "as it is": (lambda x: x.mT.contiguous(memory_format=tl.preserve_format),
                 "preserve memory format is unsupported by the contiguous operator"),
    "resize": (lambda x: x.resize_(3, memory_format=tl.preserve_format),
               "Unsupported memory format"),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_errors(name):
    call, text = ERRORS[name]
    with pytest.raises(RuntimeError, match=text):
        call(tl.ones(2, 3, 4, 5))


POWERS = [lambda x: 2**x, lambda x: tl.pow(0.0, x), lambda x: tl.float_power(3, x)]


@pytest.mark.parametrize("function", POWERS)
def test_powers_of_a_number_lie_row_by_row(function):
    """They lay as the exponents, which PyTorch has for powers of tensors alone."""
    x = tl.arange(6.0).reshape(2, 3).t()
    assert function(x).stride() == (2, 1) and (x**2).stride() == (1, 3)
    assert function(x).tolist() == function(x.contiguous()).tolist()


def test_coordinates_of_one_dim_lie_side_by_side():
    """Those of one element did, where PyTorch's rows are columns in memory."""
    for x in (tl.eye(3), tl.ones(3), tl.zeros(3, 2)):
        count = int(x.sum())
        assert x.nonzero().stride() == tl.argwhere(x).stride() == (1, count)
        assert {each.stride() for each in x.nonzero(as_tuple=True)} == {(1,)}
    assert tl.eye(2).nonzero().tolist() == [[0, 0], [1, 1]]


KEEPING = {
    "index_fill": lambda x: x.index_fill(0, tl.tensor([0]), 1.0),
    "index_put": lambda x: x.index_put((tl.tensor([0]),), x[0]),
    "normalize": lambda x: tl.nn.functional.normalize(x),
    "isreal": lambda x: x.isreal(),
}


@pytest.mark.parametrize("name", KEEPING)
def test_what_keeps_the_order_of_dims_in_memory(name):
    """They lay row by row, which PyTorch's do not."""
    x = (tl.arange(6.0).reshape(3, 2) + 1).t().requires_grad_()
    found, wanted = KEEPING[name](x), KEEPING[name](x.contiguous())
    assert (found.stride(), wanted.stride()) == ((1, 2), (3, 1))
    assert tl.testing.assert_close(found.detach(), wanted.detach()) is None
    if found.requires_grad:
        (g,), (h,) = (tl.autograd.grad(y.square().sum(), x) for y in (found, wanted))
        assert tl.testing.assert_close(g, h) is None

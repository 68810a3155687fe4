"""Convolutions as ops and layers: gradients, plans, threads, errors, and PyTorch beside them."""

import itertools

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn import functional as F

rng = np.random.default_rng(0)


def sample(*shape, dtype=np.float64):
    return tl.tensor(rng.standard_normal(shape).astype(dtype))


FORMS = {
    "plain": ((2, 3, 5, 6), (4, 3, 3, 2), {}),
    "all": ((1, 4, 7, 6), (6, 2, 3, 2), {"stride": (2, 1), "padding": (1, 2), "dilation": (1, 2),
                                         "groups": 2}),
    "depthwise": ((2, 3, 5, 5), (6, 1, 3, 3), {"groups": 3, "padding": 1}),
    "same": ((1, 2, 6, 5), (3, 2, 4, 3), {"padding": "same"}),
    "unbatched": ((2, 5, 5), (3, 2, 3, 3), {"stride": 2}),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_gradients_of_second_order(name):
    shape, kernel, how = FORMS[name]
    x, w, b = (sample(*s).requires_grad_() for s in (shape, kernel, kernel[:1]))
    function = lambda *args: F.conv2d(*args, **how)  # noqa: E731
    assert tl.autograd.gradcheck(function, (x, w, b))
    assert tl.autograd.gradgradcheck(function, (x, w, b))


@pytest.mark.parametrize("stride,dilation,more,groups", [(1, 1, 0, 1), (2, 1, 1, 2), (3, 2, 1, 1)])
def test_transposed_gradients_of_second_order(stride, dilation, more, groups):
    x, w, b = (sample(*s).requires_grad_() for s in ((2, 4, 3, 2), (4, 3, 2, 3), (3 * groups,)))

    def function(*args):
        return F.conv_transpose2d(*args, stride, 1, more, groups, dilation)

    assert tl.autograd.gradcheck(function, (x, w, b))
    assert tl.autograd.gradgradcheck(function, (x, w, b))


def test_third_order():
    """The third derivative of a cube of a convolution, by hand."""
    x, w = tl.tensor([[[1.0, 2.0, 3.0]]], requires_grad=True), tl.tensor([[[2.0, -1.0]]])
    out = F.conv1d(x, w).pow(3).sum()  # (2 x0 - x1)^3 + (2 x1 - x2)^3
    for _ in range(3):
        out = tl.autograd.grad(out, x, create_graph=True)[0][0, 0, 0]
    assert out.item() == 6 * 2**3


@pytest.mark.width
def test_a_plan_has_eagers_bits_and_frames_an_image_once():
    layer, target = nn.Conv2d(3, 8, 3, padding=1, stride=2), sample(4, 8, 4, 4, dtype="f4")

    def step(x):
        layer.zero_grad()
        x = x.detach().requires_grad_()
        out = nn.functional.relu(layer(x))
        loss = ((out - target) ** 2).sum()
        loss.backward()
        return loss, out, x.grad, layer.weight.grad.clone(), layer.bias.grad.clone()

    compiled = tl.compile(step)
    for _ in range(3):
        x = sample(4, 3, 8, 8, dtype="f4")
        for got, want in zip(compiled(x), step(x), strict=True):
            np.testing.assert_array_equal(got.detach().numpy(), want.detach().numpy())
    assert compiled.plans == 1
    framed = [line for line in str(compiled.explain()).splitlines() if "frame" in line]
    assert len(framed) <= 2, "of x for the result and the weights, of the gradient for x"


@pytest.mark.width
def test_bits_do_not_depend_on_threads():
    before = tl.get_num_threads()
    found = []
    data = [sample(*s, dtype="f4") for s in ((8, 16, 24, 24), (32, 16, 3, 3), (32,))]
    try:
        for count in (1, 2, 3):
            tl.set_num_threads(count)
            x, w, b = (d.clone().requires_grad_() for d in data)
            out = F.conv2d(x, w, b, padding=1)
            found.append([out, *tl.autograd.grad(out.square().sum(), (x, w, b))])
    finally:
        tl.set_num_threads(before)
    for other in found[1:]:
        for a, b in zip(found[0], other, strict=True):
            assert (a == b).all()


def test_images_in_any_layout():
    x, w = sample(2, 4, 6, 5), sample(3, 4, 3, 3)
    want = F.conv2d(x, w, padding=1).numpy()
    for laid in (
        x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2),
        x.flip(3).contiguous().flip(3),
        tl.cat([x, x], 1)[:, :4],
    ):
        np.testing.assert_allclose(F.conv2d(laid, w, padding=1).numpy(), want, 1e-12, 1e-12)
    x = sample(1, 1, 1, 5).expand(2, 4, 6, 5)
    want = F.conv2d(x.contiguous(), w).numpy()
    np.testing.assert_array_equal(F.conv2d(x, w).numpy(), want)


def test_no_images_no_channels():
    x, w = tl.zeros(0, 3, 5, 5, requires_grad=True), tl.ones(4, 3, 3, 3, requires_grad=True)
    out = F.conv2d(x, w, tl.ones(4), padding=1)
    assert out.shape == (0, 4, 5, 5)
    out.sum().backward()
    assert x.grad.shape == x.shape and (w.grad == 0).all()
    out = F.conv2d(tl.zeros(2, 0, 5, 5), tl.zeros(4, 0, 3, 3), tl.ones(4))
    assert out.shape == (2, 4, 3, 3) and (out == 1).all()
    assert F.conv_transpose2d(tl.zeros(0, 3, 5, 5), tl.zeros(3, 4, 2, 2)).shape == (0, 4, 6, 6)


o = tl.ones
ERRORS = {
    "dims": (lambda: F.conv2d(o(2, 3), o(4, 3, 3, 3)),
             r"conv2d: Expected 3D \(unbatched\) or 4D \(batched\) input to conv2d; got input of "
             r"size: \[2, 3\]"),
    "weight": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3)), "got weight of size .4, 3, 3.; try"),
    "padding": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), padding=-1),
                r"negative padding is not supported; got \(-1, -1\); try 0"),
    "stride": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), stride=0),
               "conv2d: non-positive stride is not supported"),
    "dilation": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), dilation=0),
                 "dilation should be greater than zero"),
    "groups": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), groups=0),
               "non-positive groups is not supported"),
    "channels": (lambda: F.conv2d(o(1, 2, 5, 5), o(4, 3, 3, 3)),
                 r"Given groups=1, weight of size \[4, 3, 3, 3\], expected input\[1, 2, 5, 5\] to "
                 "have 3 channels; got 2 channels"),
    "divisible": (lambda: F.conv2d(o(1, 6, 5, 5), o(4, 2, 3, 3), groups=3),
                  "Given groups=3, expected weight to be divisible by 3 at dimension 0"),
    "least": (lambda: F.conv2d(o(1, 6, 5, 5), o(2, 2, 3, 3), groups=3),
              "Given groups=3, expected weight to be at least 3 at dimension 0"),
    "bias": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), o(3)),
             "expected bias to be 1-dimensional with 4 elements; got bias of size .3."),
    "kernel": (lambda: F.conv2d(o(1, 3, 2, 2), o(4, 3, 3, 3)),
               r"Calculated padded input size per channel: \(2 x 2\). Kernel size: \(3 x 3\). "
               "Kernel size can't be greater than actual input size"),
    "no extent": (lambda: F.conv2d(o(2, 3, 0, 5), o(4, 3, 3, 3), padding=2),
                  "Only zero batch or zero channel inputs are supported"),
    "dtype": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3).double()),
              r"Input type \(float32\) and weight type \(float64\) should be the same"),
    "numbers": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), stride=(1, 1, 1)),
                "expected stride to be a single integer value or a list of 2 values to match the "
                r"convolution dimensions; got stride=\[1, 1, 1\]"),
    "text": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), padding="foo"),
             "Invalid padding string: 'foo'"),
    "same": (lambda: F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), padding="same", stride=2),
             "padding='same' is not supported for strided convolutions"),
    "transposed": (lambda: F.conv_transpose2d(o(1, 2, 5, 5), o(3, 4, 3, 3)),
                   r"Given transposed=1, weight of size \[3, 4, 3, 3\], expected "
                   r"input\[1, 2, 5, 5\] to have 3 channels; got 2 channels"),
    "output": (lambda: F.conv_transpose2d(o(1, 3, 5, 5), o(3, 4, 3, 3), output_padding=1),
               "output padding must be smaller than either stride or dilation"),
    "small": (lambda: F.conv_transpose2d(o(1, 3, 1, 1), o(3, 4, 1, 1), padding=1),
              r"Given input size per channel: \(1 x 1\). Calculated output size per channel: "
              r"\(-1 x -1\). Output size is too small"),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_errors(name):
    call, text = ERRORS[name]
    with pytest.raises(RuntimeError, match=text):
        call()


def test_other_kinds_of_arguments():
    with pytest.raises(TypeError, match="conv2d: expected weight to be a Tensor; got NoneType"):
        F.conv2d(o(1, 3, 5, 5), None)
    with pytest.raises(TypeError, match=r"expected padding to be an integer or 2 of them; got 1.5"):
        F.conv2d(o(1, 3, 5, 5), o(4, 3, 3, 3), padding=1.5)
    with pytest.raises(RuntimeError, match="conv2d: expected a numeric dtype; got bool"):
        F.conv2d(o(1, 3, 5, 5).bool(), o(4, 3, 3, 3).bool())


# ------------------------------------------------------------------ layers


def test_layers_say_what_they_are():
    assert repr(nn.Conv2d(3, 8, 3)) == "Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))"
    layer = nn.Conv1d(4, 8, 3, 2, "valid", groups=2, bias=False, padding_mode="circular")
    assert repr(layer) == (
        "Conv1d(4, 8, kernel_size=(3,), stride=(2,), padding=valid, groups=2, bias=False, "
        "padding_mode=circular)"
    )
    assert repr(nn.ConvTranspose3d(2, 4, (1, 2, 3), 2, 1, 1, dilation=2)) == (
        "ConvTranspose3d(2, 4, kernel_size=(1, 2, 3), stride=(2, 2, 2), padding=(1, 1, 1), "
        "dilation=(2, 2, 2), output_padding=(1, 1, 1))"
    )
    assert list(nn.Conv2d(1, 1, 1).state_dict()) == ["weight", "bias"]
    layer = nn.Conv2d(6, 4, (3, 5), groups=2)
    bound = 1 / np.sqrt(3 * 15)
    assert layer.weight.shape == (4, 3, 3, 5)
    assert bound * 0.8 < layer.weight.abs().max().item() <= bound
    assert layer.bias.abs().max().item() <= bound
    assert nn.ConvTranspose2d(6, 4, 3, groups=2).weight.shape == (6, 2, 3, 3)


@pytest.mark.parametrize(
    "make,text",
    [
        (lambda: nn.Conv2d(3, 4, 3, groups=0), "Conv2d: groups must be a positive integer"),
        (lambda: nn.Conv2d(3, 4, 3, groups=2), "in_channels must be divisible by groups"),
        (lambda: nn.Conv2d(4, 3, 3, groups=2), "out_channels must be divisible by groups"),
        (lambda: nn.Conv2d(4, 3, 3, padding="x"), "Invalid padding string 'x'"),
        (lambda: nn.Conv2d(4, 3, 3, 2, padding="same"), "not supported for strided convolutions"),
        (lambda: nn.Conv2d(4, 3, 3, padding_mode="x"), "padding_mode must be one of"),
        (
            lambda: nn.ConvTranspose1d(4, 3, 3, padding_mode="circular"),
            'Only "zeros" padding mode is supported for ConvTranspose1d',
        ),
    ],
)
def test_layers_refuse(make, text):
    with pytest.raises(ValueError, match=text):
        make()


LAYERS = [
    *(("Conv2d", (3, 4, 3), {"padding": 1, "padding_mode": mode}) for mode in
      ("zeros", "reflect", "replicate", "circular")),
    ("Conv2d", (3, 4, 4), {"padding": "same", "padding_mode": "reflect"}),
    ("Conv2d", (3, 6, (3, 2)), {"stride": (2, 1), "dilation": 2, "groups": 3, "bias": False}),
    ("Conv1d", (3, 4, 3), {"padding": "same", "dilation": 2}),
    ("Conv3d", (3, 4, 2), {"stride": 2}),
    ("ConvTranspose1d", (3, 4, 3), {"stride": 2, "output_padding": 1}),
    ("ConvTranspose2d", (3, 4, 3), {"stride": (2, 3), "padding": 1}),
    ("ConvTranspose3d", (3, 6, 2), {"groups": 3, "dilation": 2}),
]  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("name,args,named", LAYERS)
def test_layers_equal_theirs(name, args, named):
    torch = pytest.importorskip("torch")
    their, our = (getattr(each, name)(*args, **named) for each in (torch.nn, nn))
    assert repr(their) == repr(our)
    assert [(k, tuple(v.shape)) for k, v in their.state_dict().items()] == [
        (k, tuple(v.shape)) for k, v in our.state_dict().items()
    ]
    our.load_state_dict({k: tl.tensor(v.numpy()) for k, v in their.state_dict().items()})
    dims = int(name[-2])
    for batch in ((2,), ()):
        data = rng.standard_normal((*batch, 3, *(6, 7, 5)[:dims])).astype("f4")
        x, y = torch.tensor(data, requires_grad=True), tl.tensor(data, requires_grad=True)
        want, got = their(x), our(y)
        np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(), 1e-4, 1e-5)
        their.zero_grad()
        our.zero_grad()
        want.square().sum().backward()
        got.square().sum().backward()
        pairs = [(y, x), *zip(our.parameters(), their.parameters(), strict=True)]
        for a, b in pairs:
            np.testing.assert_allclose(a.grad.numpy(), b.grad.numpy(), 1e-3, 1e-3)


def test_output_size():
    layer = nn.ConvTranspose2d(3, 4, 3, stride=2, padding=1)
    x = tl.zeros(2, 3, 5, 6)
    assert layer(x).shape == (2, 4, 9, 11)
    assert layer(x, output_size=(10, 12)).shape == (2, 4, 10, 12)
    assert layer(x, output_size=(2, 4, 10, 11)).shape == (2, 4, 10, 11)
    assert layer(x[0], output_size=[9, 12]).shape == (4, 9, 12)
    with pytest.raises(ValueError, match=r"requested an output size of \[11, 12\], but valid"):
        layer(x, output_size=(11, 12))
    with pytest.raises(ValueError, match="output_size must have 2 or 4 elements; got 1"):
        layer(x, output_size=(11,))


@pytest.mark.parametrize("dims,transposed", list(itertools.product((1, 2, 3), (False, True))))
def test_lazy_layers(dims, transposed):
    name = f"Conv{'Transpose' if transposed else ''}{dims}d"
    layer = getattr(nn, f"Lazy{name}")(4, 3, groups=2)
    assert layer.has_uninitialized_params() and layer.weight.requires_grad
    x = tl.zeros(2, 6, *(5,) * dims)
    out = layer(x)
    plain = getattr(nn, name)(6, 4, 3, groups=2)
    assert type(layer) is type(plain) and repr(layer) == repr(plain)
    assert layer.weight.shape == plain.weight.shape and out.shape == plain(x).shape
    assert 0 < layer.weight.abs().max().item() <= 1 and layer.bias.shape == (4,)
    with pytest.raises(RuntimeError, match=rf"Lazy{name}: Expected {dims + 1}D"):
        getattr(nn, f"Lazy{name}")(4, 3)(tl.zeros(3))
    with pytest.raises(ValueError, match="in_channels must be divisible by groups; got 3"):
        getattr(nn, f"Lazy{name}")(4, 3, groups=2)(tl.zeros(3, *(5,) * dims))

"""ResNet-18, a ViT and a GPT: PyTorch's names, and its results with its weights.

The same source runs on PyTorch with nothing changed but the imports.
"""

import importlib
import io
import types
from pathlib import Path

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.examples import gpt, resnet, vit

SMALL = {"image_size": 16, "patch_size": 8, "num_layers": 2, "num_heads": 2, "hidden_dim": 8,
         "mlp_dim": 16, "num_classes": 3}  # fmt: skip
TINY = {"vocab_size": 11, "block_size": 6, "n_layer": 2, "n_head": 2, "n_embd": 8}


def theirs(module):
    """An example's source, on PyTorch."""
    pytest.importorskip("torch")
    source = Path(module.__file__).read_text()
    source = source.replace("import tensorlite as tl", "import torch as tl")
    made = types.ModuleType("theirs")
    exec(source.replace("from tensorlite import nn", "from torch import nn"), made.__dict__)
    return importlib.import_module("torch"), made


def agree(mine, other, torch, inputs):
    """The same results and gradients with the weights of a file that torch.save wrote."""
    other.eval()
    file = io.BytesIO()
    torch.save(other.state_dict(), file)
    file.seek(0)
    assert str(mine.load_state_dict(tl.load(file))) == "<All keys matched successfully>"
    mine.eval()
    out, want = mine(tl.tensor(inputs)), other(torch.tensor(inputs))
    np.testing.assert_allclose(out.detach().numpy(), want.detach().numpy(), 2e-3, 2e-4)
    out.square().mean().backward()
    want.square().mean().backward()
    for (name, p), q in zip(mine.named_parameters(), other.parameters(), strict=True):
        scale = float(q.grad.abs().max()) + 1e-6
        np.testing.assert_allclose(p.grad.numpy() / scale, q.grad.numpy() / scale, atol=5e-3,
                                   err_msg=name)  # fmt: skip


def images(*shape):
    return np.random.default_rng(0).standard_normal(shape).astype(np.float32)


@pytest.mark.torch
def test_resnet():
    torch, other = theirs(resnet)
    torch.manual_seed(0)
    agree(resnet.resnet18(4), other.resnet18(4), torch, images(1, 3, 40, 40))


def test_names_of_resnet():
    net = resnet.resnet18()
    names = list(net.state_dict())
    assert len(names) == 122 and sum(p.numel() for p in net.parameters()) == 11_689_512
    assert names[:2] == ["conv1.weight", "bn1.weight"] and names[-2:] == ["fc.weight", "fc.bias"]
    assert {"layer2.0.downsample.0.weight", "layer4.1.bn2.num_batches_tracked"} <= {*names}


@pytest.mark.torch
def test_vit():
    torch, other = theirs(vit)
    torch.manual_seed(0)
    agree(vit.VisionTransformer(**SMALL), other.VisionTransformer(**SMALL), torch,
          images(2, 3, 16, 16))  # fmt: skip


def test_names_of_vit():
    names = list(vit.VisionTransformer(**SMALL).state_dict())
    assert names[0] == "class_token" and names[-1] == "heads.head.bias"
    block = "encoder.layers.encoder_layer_1"
    wanted = {f"{block}.self_attention.in_proj_weight", f"{block}.mlp.3.bias", "encoder.ln.weight",
              f"{block}.ln_2.bias", "encoder.pos_embedding", "conv_proj.weight"}  # fmt: skip
    assert wanted <= {*names}


@pytest.mark.torch
def test_gpt():
    torch, other = theirs(gpt)
    torch.manual_seed(0)
    ids = np.random.default_rng(0).integers(0, 11, (2, 6))
    agree(gpt.GPT(**TINY), other.GPT(**TINY), torch, ids)


def test_gpt_learns_and_goes_on():
    tl.manual_seed(0)
    net = gpt.GPT(**TINY)
    opt = tl.optim.AdamW(net.parameters(), lr=1e-2)
    text = tl.arange(24).reshape(4, 6) % 3

    @tl.compile
    def step(x, y):
        opt.zero_grad()
        scores = net(x)
        loss = tl.nn.functional.cross_entropy(scores.flatten(0, 1), y.flatten())
        loss.backward()
        opt.step()
        return loss

    for _ in range(60):
        loss = step(text[:, :-1], text[:, 1:])
    assert loss.item() < 0.1
    net.eval()
    assert net.generate(tl.tensor([[0, 1]]), 3, top_k=1).tolist() == [[0, 1, 2, 0, 1]]


def test_files_of_gpt2():
    net = gpt.GPT(**TINY)
    turned = {
        name.removeprefix("transformer."): x.t() if name.endswith(gpt.TURNED) else x
        for name, x in net.state_dict().items() if name != "lm_head.weight"
    }  # fmt: skip
    turned["h.0.attn.bias"] = tl.ones(1, 1, 6, 6)
    other = gpt.GPT(**TINY)
    other.load_state_dict(gpt.from_gpt2(turned))
    ids = tl.tensor([[1, 2, 3]])
    assert tl.allclose(net(ids), other(ids))

"""Techniques in small programs that run on PyTorch and on tensorlite: see `test_programs`."""

import collections
import io
import math

import numpy as np

RANDOM = np.random.default_rng(5)
IMAGES = RANDOM.random((12, 1, 8, 8)).astype(np.float32)
POINTS = RANDOM.normal(size=(16, 3)).astype(np.float32)
CLASSES = np.arange(16) % 3


def characters(torch):
    """A character model: a Dataset of windows, a GRU with carried state, a plateau, a sample."""
    nn, F = torch.nn, torch.nn.functional
    text = "the cat sat on the mat; the rat ate the oat. "
    letters = sorted(set(text))
    codes = {letter: k for k, letter in enumerate(letters)}

    class Windows(torch.utils.data.Dataset):
        def __init__(self, length):
            self.codes = torch.tensor([codes[letter] for letter in text])
            self.length = length

        def __len__(self):
            return len(self.codes) - self.length - 1

        def __getitem__(self, k):
            part = self.codes[k : k + self.length + 1]
            return part[:-1], part[1:]

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.embed = nn.Embedding(len(letters), 6)
            self.gru = nn.GRU(6, 8, batch_first=True)
            self.head = nn.Linear(8, len(letters))

        def forward(self, x, state=None):
            out, state = self.gru(self.embed(x), state)
            return self.head(out), state

    net = Model()

    def run():
        loader = torch.utils.data.DataLoader(Windows(8), batch_size=12, drop_last=True)
        opt = torch.optim.RMSprop(net.parameters(), lr=5e-3)
        plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.5, patience=0)
        told = []
        for _ in range(3):
            total = 0.0
            for x, y in loader:
                logits, _ = net(x)
                loss = F.cross_entropy(logits.transpose(1, 2), y)
                opt.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_value_(net.parameters(), 0.5)
                opt.step()
                total += loss.item() * x.size(0)
            plateau.step(total)
            told += [total, opt.param_groups[0]["lr"]]
        net.eval()
        state, letter, written = None, torch.tensor([[codes["t"]]]), []
        with torch.inference_mode():
            for _ in range(5):
                logits, state = net(letter, state)
                chances = F.softmax(logits[:, -1] / 0.7, dim=-1)
                letter = chances.argmax(-1, keepdim=True)
                written.append(chances.max().item())
        return told + written

    return [net], run


def words(torch):
    """A language model of a Transformer with a causal mask, tied weights and a warm-up."""
    nn, F = torch.nn, torch.nn.functional

    class Positions(nn.Module):
        def __init__(self, width, length=16):
            super().__init__()
            place = torch.arange(length).unsqueeze(1)
            rate = torch.exp(torch.arange(0, width, 2) * (-math.log(100.0) / width))
            table = torch.zeros(length, width)
            table[:, 0::2] = torch.sin(place * rate)
            table[:, 1::2] = torch.cos(place * rate)
            self.register_buffer("table", table)

        def forward(self, x):
            return x + self.table[: x.size(1)]

    class Model(nn.Module):
        def __init__(self, count=11, width=8):
            super().__init__()
            self.embed = nn.Embedding(count, width, padding_idx=0)
            self.place = Positions(width)
            layer = nn.TransformerEncoderLayer(width, 2, 16, dropout=0.0, batch_first=True,
                                               norm_first=True, activation="gelu")  # fmt: skip
            self.body = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
            self.head = nn.Linear(width, count, bias=False)
            self.head.weight = self.embed.weight

        def forward(self, x):
            mask = nn.Transformer.generate_square_subsequent_mask(x.size(1))
            h = self.body(self.place(self.embed(x)), mask=mask, is_causal=True)
            return self.head(h)

    net = Model()

    def run():
        text = torch.tensor(np.random.default_rng(6).integers(1, 11, (4, 9)))
        text[0, 6:] = 0
        opt = torch.optim.AdamW(net.parameters(), lr=1e-2, betas=(0.9, 0.98), weight_decay=0.1)
        warm = torch.optim.lr_scheduler.LambdaLR(opt, lambda step: min(1.0, (step + 1) / 3))
        told = []
        for _ in range(4):
            logits = net(text[:, :-1])
            loss = F.cross_entropy(logits.reshape(-1, 11), text[:, 1:].reshape(-1), ignore_index=0)
            opt.zero_grad()
            loss.backward()
            norm = nn.utils.clip_grad_norm_(net.parameters(), 0.5)
            opt.step()
            warm.step()
            told += [math.exp(loss.item()), norm.item()]
        assert net.head.weight is net.embed.weight
        return told

    return [net], run


def transferred(torch):
    """Transfer: a file's weights under another head, a frozen body, groups with their own rates."""
    nn, F = torch.nn, torch.nn.functional

    def body():
        return nn.Sequential(collections.OrderedDict(
            conv=nn.Conv2d(1, 4, 3), norm=nn.BatchNorm2d(4), act=nn.SiLU(),
            pool=nn.AdaptiveAvgPool2d(2), flat=nn.Flatten(),
        ))  # fmt: skip

    class Net(nn.Module):
        def __init__(self, classes):
            super().__init__()
            self.body, self.head = body(), nn.Linear(16, classes)

        def forward(self, x):
            return self.head(self.body(x))

    old, net = Net(7), Net(3)

    def run():
        file = io.BytesIO()
        torch.save(old.state_dict(), file)
        file.seek(0)
        kept = {k: v for k, v in torch.load(file, weights_only=True).items() if "head" not in k}
        found = net.load_state_dict(kept, strict=False)
        assert sorted(found.missing_keys) == ["head.bias", "head.weight"]
        for p in net.body.parameters():
            p.requires_grad = False
        net.body.norm.requires_grad_(True)
        opt = torch.optim.SGD(
            [{"params": net.head.parameters(), "lr": 0.1},
             {"params": [p for p in net.body.parameters() if p.requires_grad]}],
            lr=0.01, momentum=0.9, nesterov=True,
        )  # fmt: skip
        x, y = torch.from_numpy(IMAGES), torch.as_tensor(CLASSES[:12])
        told = []
        for _ in range(4):
            net.train()
            net.body.norm.eval()
            loss = F.cross_entropy(net(x), y, weight=torch.tensor([1.0, 2.0, 1.0]))
            opt.zero_grad()
            loss.backward()
            opt.step()
            net.eval()
            with torch.no_grad():
                told += [loss.item(), net(x).argmax(1).eq(y).float().mean().item()]
        told.append(sum(p.numel() for p in net.parameters() if p.requires_grad))
        return [*told, (net.body.conv.weight - old.body.conv.weight).abs().max().item()]

    return [old, net], run


def straightened(torch):
    """A spatial transformer before a classifier."""
    nn, F = torch.nn, torch.nn.functional

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.locate = nn.Sequential(
                nn.Conv2d(1, 2, 3), nn.MaxPool2d(2, stride=2), nn.ReLU(True)
            )
            self.turn = nn.Linear(2 * 3 * 3, 2 * 3)
            self.classify = nn.Linear(64, 3)

        def straighten(self, x):
            theta = self.turn(self.locate(x).view(-1, 18)).view(-1, 2, 3)
            theta = theta * 0.1 + torch.eye(2, 3)
            grid = F.affine_grid(theta, x.size(), align_corners=False)
            return F.grid_sample(x, grid, align_corners=False, padding_mode="border")

        def forward(self, x):
            return F.log_softmax(self.classify(self.straighten(x).flatten(1)), dim=1)

    net = Net()

    def run():
        x, y = torch.tensor(IMAGES), torch.tensor(CLASSES[:12])
        opt, told = torch.optim.NAdam(net.parameters(), lr=1e-2), []
        for _ in range(4):
            loss = F.nll_loss(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            told.append(loss.item())
        return told + net.straighten(x[:1]).flatten()[:8].tolist()

    return [net], run


def sample_by_sample(torch):
    """The gradient of each sample, clipped on its own, as private training has it."""
    nn, F = torch.nn, torch.nn.functional
    net = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 3))

    def run():
        params = {k: v.detach() for k, v in net.named_parameters()}
        x, y = torch.tensor(POINTS), torch.tensor(CLASSES)

        def loss_of(params, x, y):
            out = torch.func.functional_call(net, params, (x.unsqueeze(0),))
            return F.cross_entropy(out, y.unsqueeze(0))

        each = torch.func.vmap(torch.func.grad_and_value(loss_of), in_dims=(None, 0, 0))
        told = []
        for _ in range(3):
            grads, losses = each(params, x, y)
            norms = torch.stack([g.flatten(1).norm(dim=1) for g in grads.values()]).norm(dim=0)
            scale = (0.5 / norms).clamp(max=1.0)
            for name, g in grads.items():
                step = torch.einsum("n,n...->...", scale, g) / len(x)
                params[name] = params[name] - 0.5 * step
            told += [losses.mean().item(), norms.max().item()]
        return told

    return [net], run


def ensemble(torch):
    """Three models as one: their parameters stacked, one vmap over them, their spread."""
    nn, F = torch.nn, torch.nn.functional
    nets = [nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 3)) for _ in range(3)]

    def run():
        params, buffers = torch.func.stack_module_state(nets)
        skeleton = nets[0]

        def loss_of(params, buffers, x, y):
            return F.cross_entropy(torch.func.functional_call(skeleton, (params, buffers), x), y)

        x, y = torch.tensor(POINTS), torch.tensor(CLASSES)
        told = []
        for _ in range(3):
            losses = torch.vmap(loss_of, in_dims=(0, 0, None, None))(params, buffers, x, y)
            losses.sum().backward()
            with torch.no_grad():
                for p in params.values():
                    p -= 0.1 * p.grad
                    p.grad = None
            told += losses.tolist()
        outputs = torch.vmap(
            lambda p, b: torch.func.functional_call(skeleton, (p, b), (x,)).softmax(-1)
        )(params, buffers)
        return [*told, outputs.mean(0).max().item(), outputs.var(0).sum().item()]

    return nets, run


def pruned(torch):
    """Pruning by size, within layers and over all, trained on, and made lasting."""
    nn, F, prune = torch.nn, torch.nn.functional, torch.nn.utils.prune
    net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 3))

    def run():
        prune.l1_unstructured(net[0], name="weight", amount=0.25)
        prune.ln_structured(net[2], name="weight", amount=2, n=2, dim=0)
        prune.global_unstructured(
            [(net[2], "weight"), (net[4], "weight")],
            pruning_method=prune.L1Unstructured, amount=0.2,
        )  # fmt: skip
        opt, told = torch.optim.Adam(net.parameters(), lr=1e-2), []
        x, y = torch.tensor(POINTS), torch.tensor(CLASSES)
        for _ in range(3):
            loss = F.cross_entropy(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            told.append(loss.item())
        assert prune.is_pruned(net)
        names = sorted(net.state_dict())
        for k in (0, 2, 4):
            prune.remove(net[k], "weight")
            told.append((net[k].weight == 0).sum().item())
        return [*told, len(names), len(net.state_dict())]

    return [net], run


def parametrized(torch):
    """Weights that are kept symmetric, normed, of norm one as matrices."""
    nn, F = torch.nn, torch.nn.functional
    parametrize, kinds = nn.utils.parametrize, nn.utils.parametrizations

    class Symmetric(nn.Module):
        def forward(self, x):
            return x.triu() + x.triu(1).transpose(-1, -2)

    net = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 3))

    def run():
        parametrize.register_parametrization(net[0], "weight", Symmetric())
        kinds.weight_norm(net[1])
        kinds.orthogonal(net[3], use_trivialization=False)
        opt, told = torch.optim.Adamax(net.parameters(), lr=1e-2), []
        x, y = torch.tensor(POINTS), torch.tensor(CLASSES)
        for _ in range(3):
            with parametrize.cached():
                loss = F.cross_entropy(net(x), y) + 0.1 * net[0].weight.abs().sum()
            opt.zero_grad()
            loss.backward()
            opt.step()
            told.append(loss.item())
        w, q = net[0].weight, net[3].weight
        told += [(w - w.T).abs().max().item(), (q @ q.T - torch.eye(3)).abs().max().item()]
        parametrize.remove_parametrizations(net[0], "weight")
        return [*told, len(net.state_dict())]

    return [net], run


def forwards(torch):
    """Forward mode: dual numbers, Jacobian-vector products, and a step of Newton's method."""
    nn, dual, func = torch.nn, torch.autograd.forward_ad, torch.func
    net = nn.Sequential(nn.Linear(3, 4), nn.Softplus(), nn.Linear(4, 1))

    def run():
        x = torch.tensor(POINTS)
        with dual.dual_level():
            out = dual.unpack_dual(net(dual.make_dual(x, torch.ones_like(x))))
            told = [out.primal.sum().item(), out.tangent.sum().item()]
        _, directed = func.jvp(lambda a: net(a).sum(), (x,), (torch.cos(x),))
        told.append(directed.item())
        told += func.jacfwd(lambda a: net(a))(x[0]).flatten().tolist()

        def bowl(p):
            return torch.log(torch.cosh(p)).sum() + 0.1 * (p * p.roll(1)).sum()

        p = torch.tensor([0.5, -0.3, 0.2], dtype=torch.float64)
        for _ in range(3):
            p = p - torch.linalg.solve(func.hessian(bowl)(p), func.grad(bowl)(p))
            told.append(bowl(p).item())
        return told

    return [net], run


def checkpointed(torch):
    """Layers computed again in the backward, hooks that look on, an average of the weights."""
    nn, F = torch.nn, torch.nn.functional
    checkpoint = torch.utils.checkpoint

    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.norm, self.inner = nn.LayerNorm(6), nn.Sequential(nn.Linear(6, 12), nn.GELU())
            self.outer = nn.Linear(12, 6)

        def forward(self, x):
            return x + self.outer(self.inner(self.norm(x)))

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.last = nn.Linear(3, 6), nn.Linear(6, 3)
            self.blocks = nn.ModuleList(Block() for _ in range(3))

        def forward(self, x):
            x = self.first(x)
            for block in self.blocks:
                x = checkpoint.checkpoint(block, x, use_reentrant=False)
            return self.last(x)

    net = Net()

    def run():
        calls = []
        net.last.register_forward_hook(lambda module, args, out: calls.append(out.mean().item()))
        slopes = []
        net.first.register_full_backward_hook(
            lambda module, inward, outward: slopes.append(outward[0].norm().item())
        )
        average = torch.optim.swa_utils.AveragedModel(
            net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.9)
        )
        opt, told = torch.optim.RAdam(net.parameters(), lr=1e-2), []
        x, y = torch.tensor(POINTS), torch.tensor(CLASSES)
        for _ in range(3):
            loss = F.cross_entropy(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            average.update_parameters(net)
            told.append(loss.item())
        return [*told, *slopes, *calls, average.module.last.weight.sum().item()]

    return [net], run


TECHNIQUES = [characters, words, transferred, straightened, sample_by_sample, ensemble, pruned,
              parametrized, forwards, checkpointed]  # fmt: skip

"""Small programs that run on PyTorch and on tensorlite, with nothing changed but the library.

Each is a function of the package: it makes its models, and a function that trains them and tells
numbers. Both libraries start from the weights that PyTorch has drawn.
"""

import io
import itertools

import numpy as np
import pytest
from techniques import TECHNIQUES

import tensorlite as tl

DIGITS = np.random.default_rng(0).random((24, 1, 8, 8)).astype(np.float32)
LABELS = np.arange(24) % 3


def classifier(torch):
    """An image classifier with a DataLoader, a scheduler, and a checkpoint that is read again."""
    nn, F = torch.nn, torch.nn.functional

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.features = nn.Sequential(
                nn.Conv2d(1, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU(),
                nn.MaxPool2d(2),
            )
            self.classify = nn.Linear(4 * 4 * 4, 3)

        def forward(self, x):
            return self.classify(torch.flatten(self.features(x), 1))

    net = Net()

    def run():
        data = torch.utils.data.TensorDataset(torch.tensor(DIGITS), torch.tensor(LABELS))
        loader = torch.utils.data.DataLoader(data, batch_size=8)
        opt = torch.optim.AdamW(net.parameters(), lr=1e-2)
        scheduler = torch.optim.lr_scheduler.OneCycleLR(opt, 2e-2, epochs=2, steps_per_epoch=3)
        told = []
        for _ in range(2):
            for x, y in loader:
                opt.zero_grad()
                loss = F.cross_entropy(net(x), y, label_smoothing=0.1)
                loss.backward()
                nn.utils.clip_grad_norm_(net.parameters(), 1.0)
                opt.step()
                scheduler.step()
                told.append(loss.item())
        file = io.BytesIO()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict()}, file)
        file.seek(0)
        other = Net()
        other.load_state_dict(torch.load(file)["net"])
        other.eval()
        with torch.no_grad():
            told += other(torch.tensor(DIGITS[:2])).flatten().tolist()
        return told

    return [net], run


def autoencoder(torch):
    """A variational autoencoder; its noise is given."""
    nn, F = torch.nn, torch.nn.functional

    class VAE(nn.Module):
        def __init__(self):
            super().__init__()
            self.encode = nn.Sequential(nn.Flatten(), nn.Linear(64, 16), nn.ELU())
            self.mean, self.log_var = nn.Linear(16, 2), nn.Linear(16, 2)
            self.decode = nn.Sequential(nn.Linear(2, 16), nn.ELU(), nn.Linear(16, 64))

        def forward(self, x, noise):
            h = self.encode(x)
            mean, log_var = self.mean(h), self.log_var(h)
            z = mean + noise * torch.exp(0.5 * log_var)
            return self.decode(z).view_as(x), mean, log_var

    net = VAE()

    def run():
        opt = torch.optim.Adam(net.parameters(), lr=1e-2)
        x = torch.tensor(DIGITS)
        noise = torch.tensor(np.random.default_rng(1).standard_normal((24, 2)).astype(np.float32))
        told = []
        for _ in range(4):
            opt.zero_grad()
            out, mean, log_var = net(x, noise)
            rebuilt = F.binary_cross_entropy_with_logits(out, x, reduction="sum")
            loss = rebuilt - 0.5 * torch.sum(1 + log_var - mean.pow(2) - log_var.exp())
            loss.backward()
            opt.step()
            told.append(loss.item())
        return told

    return [net], run


def adversaries(torch):
    """A generator and a critic with spectral norm, transposed convolutions, and label flips."""
    nn = torch.nn
    norm = nn.utils.parametrizations.spectral_norm
    generator = nn.Sequential(
        nn.ConvTranspose2d(4, 6, 4), nn.BatchNorm2d(6), nn.ReLU(True),
        nn.ConvTranspose2d(6, 1, 4, 2, 1), nn.Sigmoid(),
    )  # fmt: skip
    critic = nn.Sequential(
        norm(nn.Conv2d(1, 6, 4, 2, 1)), nn.LeakyReLU(0.2), nn.Flatten(), norm(nn.Linear(96, 1))
    )

    def run():
        opts = [torch.optim.Adam(m.parameters(), 2e-3, (0.5, 0.999)) for m in (generator, critic)]
        criterion, told = nn.BCEWithLogitsLoss(), []
        random = np.random.default_rng(2)
        for _ in range(3):
            noise = torch.tensor(random.standard_normal((8, 4, 1, 1)).astype(np.float32))
            real, ones = torch.tensor(DIGITS[:8]), torch.ones(8, 1)
            opts[1].zero_grad()
            fake = generator(noise)
            loss = criterion(critic(real), ones) + criterion(critic(fake.detach()), 1 - ones)
            loss.backward()
            opts[1].step()
            opts[0].zero_grad()
            fooled = criterion(critic(fake), ones)
            fooled.backward()
            opts[0].step()
            told += [loss.item(), fooled.item()]
        return told

    return [generator, critic], run


TEXTS = [[3, 1, 4, 1, 5], [2, 6, 5], [3, 5, 2, 6], [1, 4]]


def tagger(torch):
    """An LSTM over packed sequences of unequal lengths."""
    nn, rnn = torch.nn, torch.nn.utils.rnn

    class Tagger(nn.Module):
        def __init__(self):
            super().__init__()
            self.table = nn.Embedding(7, 6, padding_idx=0)
            self.lstm = nn.LSTM(6, 5, batch_first=True, bidirectional=True)
            self.out = nn.Linear(10, 2)

        def forward(self, x, lengths):
            packed = rnn.pack_padded_sequence(
                self.table(x), lengths, batch_first=True, enforce_sorted=False
            )
            out, _ = rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
            return self.out(out)

    net = Tagger()

    def run():
        x = rnn.pad_sequence([torch.tensor(t) for t in TEXTS], batch_first=True)
        lengths = torch.tensor([len(t) for t in TEXTS])
        target = torch.where(x > 0, x % 2, torch.full_like(x, -100))
        opt, told = torch.optim.RMSprop(net.parameters(), 1e-2, momentum=0.5), []
        for _ in range(4):
            opt.zero_grad()
            scores = net(x, lengths)
            loss = nn.functional.cross_entropy(scores.transpose(1, 2), target)
            loss.backward()
            opt.step()
            told.append(loss.item())
        return told

    return [net], run


def translator(torch):
    """An encoder and a decoder with masks, greedy decoding after it."""
    nn = torch.nn

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.table = nn.Embedding(9, 8)
            self.core = nn.Transformer(8, 2, 1, 1, 16, dropout=0.0, batch_first=True)
            self.out = nn.Linear(8, 9)

        def forward(self, source, target):
            mask = self.core.generate_square_subsequent_mask(target.shape[1])
            x = self.core(self.table(source), self.table(target), tgt_mask=mask,
                          src_key_padding_mask=source == 0)  # fmt: skip
            return self.out(x)

    net = Model()

    def run():
        source = torch.tensor([[1, 2, 3, 4], [5, 6, 0, 0]])
        target = torch.tensor([[8, 4, 3, 2, 1], [8, 6, 5, 0, 0]])
        opt, told = torch.optim.NAdam(net.parameters(), 1e-2), []
        criterion = nn.CrossEntropyLoss(ignore_index=0)
        for _ in range(4):
            opt.zero_grad()
            scores = net(source, target[:, :-1])
            loss = criterion(scores.reshape(-1, 9), target[:, 1:].reshape(-1))
            loss.backward()
            opt.step()
            told.append(loss.item())
        net.eval()
        with torch.no_grad():
            words = torch.tensor([[8]])
            for _ in range(3):
                best = net(source[:1], words)[:, -1].argmax(-1, keepdim=True)
                words = torch.cat([words, best], 1)
        return told + words[0].tolist()

    return [net], run


def sine(torch):
    """A time series, fitted with LBFGS and a strong Wolfe search."""
    nn = torch.nn
    cells = nn.ModuleList([nn.LSTMCell(1, 8), nn.Linear(8, 1)]).double()

    def run():
        series = torch.tensor(np.sin(np.arange(20) * 0.5)).reshape(-1, 1, 1)
        opt = torch.optim.LBFGS(cells.parameters(), max_iter=6, line_search_fn="strong_wolfe")
        told = []

        def closure():
            opt.zero_grad()
            state, loss = None, 0.0
            for now, after in itertools.pairwise(series):
                state = cells[0](now, state)
                loss = loss + (cells[1](state[0]) - after).square().mean()
            loss.backward()
            return loss

        for _ in range(3):
            told.append(opt.step(closure).item())
        return told

    return [cells], run


def reader(torch):
    """A line reader: convolutions, a GRU and CTC, decoded greedily."""
    nn = torch.nn

    class Reader(nn.Module):
        def __init__(self):
            super().__init__()
            self.see = nn.Sequential(nn.Conv1d(8, 8, 3, padding=1), nn.Hardswish())
            self.read, self.out = nn.GRU(8, 8, bidirectional=True), nn.Linear(16, 4)

        def forward(self, x):
            steps = self.see(x).permute(2, 0, 1)
            return self.out(self.read(steps)[0]).log_softmax(-1)

    net = Reader()

    def run():
        x = torch.tensor(DIGITS[:4, 0])
        labels, lengths = torch.tensor([1, 2, 3, 1, 1, 2, 2, 3]), torch.tensor([2, 3, 1, 2])
        criterion = nn.CTCLoss(zero_infinity=True)
        opt, told = torch.optim.Adam(net.parameters(), 1e-2), []
        for _ in range(4):
            opt.zero_grad()
            loss = criterion(net(x), labels, torch.full((4,), 8), lengths)
            loss.backward()
            opt.step()
            told.append(loss.item())
        best = net(x).argmax(-1)
        return told + torch.unique_consecutive(best[:, 0]).tolist()

    return [net], run


def distilled(torch):
    """A small net that learns from a frozen one, with moving averages of its weights; pruned."""
    nn, F = torch.nn, torch.nn.functional
    teacher = nn.Sequential(nn.Flatten(), nn.Linear(64, 12), nn.Tanh(), nn.Linear(12, 3))
    student = nn.Sequential(nn.Flatten(), nn.Linear(64, 3))

    def run():
        averages = torch.optim.swa_utils
        average = averages.AveragedModel(student, avg_fn=averages.get_ema_avg_fn(0.5))
        teacher.requires_grad_(False).eval()
        opt, told = torch.optim.SGD(student.parameters(), 0.5, 0.9, nesterov=True), []
        x, y = torch.tensor(DIGITS), torch.tensor(LABELS)
        for _ in range(4):
            opt.zero_grad()
            out = student(x)
            soft = F.kl_div(F.log_softmax(out / 2, 1), F.softmax(teacher(x) / 2, 1),
                            reduction="batchmean")  # fmt: skip
            loss = F.cross_entropy(out, y) + 4 * soft
            loss.backward()
            opt.step()
            average.update_parameters(student)
            told.append(loss.item())
        prune = torch.nn.utils.prune
        prune.l1_unstructured(student[1], "weight", amount=0.5)
        prune.remove(student[1], "weight")
        left = int((student[1].weight != 0).sum())
        return [*told, left, *average(x[:1]).flatten().tolist(), *student(x[:1]).flatten().tolist()]

    return [teacher, student], run


def diffusion(torch):
    """Noise that a net learns to take away; steps chosen by `gather`, hooks that look on."""
    nn = torch.nn

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.times = nn.Embedding(5, 8)
            self.a, self.b = nn.Conv2d(1, 8, 3, padding=1), nn.Conv2d(8, 1, 3, padding=1)
            self.norm = nn.GroupNorm(2, 8)

        def forward(self, x, t):
            h = self.norm(self.a(x)) + self.times(t)[:, :, None, None]
            return self.b(nn.functional.silu(h))

    net = Net()

    def run():
        betas = torch.linspace(0.1, 0.5, 5)
        kept = torch.cumprod(1 - betas, 0)
        random, seen, told = np.random.default_rng(3), [], []
        handle = net.norm.register_forward_hook(lambda m, args, out: seen.append(out.mean().item()))
        opt = torch.optim.RAdam(net.parameters(), 1e-2)
        for step in range(4):
            x = torch.tensor(DIGITS[:8]) * 2 - 1
            t = torch.arange(8) % 5
            noise = torch.tensor(random.standard_normal((8, 1, 8, 8)).astype(np.float32))
            share = kept.gather(0, t).view(-1, 1, 1, 1)
            loss = nn.functional.mse_loss(net(share.sqrt() * x + (1 - share).sqrt() * noise, t),
                                          noise)  # fmt: skip
            opt.zero_grad(set_to_none=step % 2 == 0)
            loss.backward()
            opt.step()
            told.append(loss.item())
        handle.remove()
        return [*told, len(seen), sum(seen)]

    return [net], run


def policy(torch):
    """Reinforcement learning on a small walk: returns, log-probabilities, an entropy bonus."""
    nn = torch.nn
    net = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2))

    def run():
        opt, told, random = torch.optim.Adagrad(net.parameters(), 0.1), [], np.random.default_rng(4)
        for _ in range(4):
            place, kept, rewards = 1, [], []
            for _ in range(5):
                x = nn.functional.one_hot(torch.tensor(place), 4).float()
                logs = net(x).log_softmax(-1)
                action = int(random.random() < logs.exp()[1].item())
                place = min(max(place + 2 * action - 1, 0), 3)
                kept.append((logs[action], -(logs * logs.exp()).sum()))
                rewards.append(float(place == 3))
            returns = torch.tensor(rewards).flip(0).cumsum(0).flip(0)
            returns = (returns - returns.mean()) / (returns.std() + 1e-6)
            chosen, entropy = (torch.stack(x) for x in zip(*kept, strict=True))
            loss = -(chosen * returns).mean() - 0.01 * entropy.mean()
            opt.zero_grad()
            loss.backward()
            opt.step()
            told += [loss.item(), sum(rewards)]
        return told

    return [net], run


PROGRAMS = [classifier, autoencoder, adversaries, tagger, translator, sine, reader, distilled,
            diffusion, policy, *TECHNIQUES]  # fmt: skip


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.__name__)
def test_a_program(program):
    torch = pytest.importorskip("torch")
    for name in ("nn.utils.prune", "nn.utils.parametrizations", "optim.swa_utils", "func",
                 "utils.checkpoint", "autograd.forward_ad"):  # fmt: skip
        pytest.importorskip(f"torch.{name}")
    torch.manual_seed(0)
    theirs, run_theirs = program(torch)
    ours, run_ours = program(tl)
    for mine, other in zip(ours, theirs, strict=True):
        assert repr(mine) == repr(other).replace("NonDynamicallyQuantizableLinear", "Linear")
        state = other.state_dict()
        mine.load_state_dict({key: tl.tensor(value.numpy()) for key, value in state.items()})
    np.testing.assert_allclose(run_ours(), run_theirs(), rtol=2e-3, atol=2e-4)

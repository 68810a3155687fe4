"""A network trained on points, kept in a file and read again."""

import math
from collections.abc import Iterator

import tensorlite as tl
import tensorlite.nn.functional as F
from tensorlite import Tensor, nn, optim
from tensorlite.optim.lr_scheduler import CosineAnnealingLR
from tensorlite.utils.data import DataLoader, Dataset, TensorDataset, random_split


class Net(nn.Module):
    def __init__(self, inputs: int, hidden: int, classes: int, p: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Dropout(p))
        self.norm = nn.LayerNorm(hidden)
        self.heads = nn.ModuleList([nn.Linear(hidden, classes) for _ in range(2)])
        self.scale = nn.Parameter(tl.ones(classes))
        self.register_buffer("steps", tl.zeros((), dtype=tl.int64))

    def forward(self, x: Tensor) -> Tensor:
        h = self.norm(self.layers(x))
        logits = sum((head(h) for head in self.heads), tl.zeros(1))
        return logits * self.scale


def batches(data: Dataset[tuple[Tensor, ...]], size: int) -> Iterator[tuple[Tensor, Tensor]]:
    for x, y in DataLoader(data, batch_size=size, shuffle=True, drop_last=True):
        yield x * 1.0, y


def accuracy(net: nn.Module, x: Tensor, y: Tensor) -> float:
    net.eval()
    with tl.no_grad():
        logits: Tensor = net(x)
    return float((logits.argmax(dim=-1) == y).float().mean().item())


def main(path: str = "net.pt") -> None:
    tl.manual_seed(0)
    device = tl.device("cuda" if tl.cuda.is_available() else "cpu")
    x = tl.randn(256, 8, device=device)
    y = (x[:, 0] * x[:, 1] > 0).long()
    train, _ = random_split(TensorDataset(x, y), [200, 56])
    net = Net(8, 32, 2).to(device)
    optimizer = optim.AdamW(net.parameters(), lr=1e-2, weight_decay=0.01)
    schedule = CosineAnnealingLR(optimizer, T_max=3)
    history: list[float] = []
    for epoch in range(3):
        net.train()
        total = 0.0
        for inputs, classes in batches(train, 32):
            optimizer.zero_grad(set_to_none=True)
            loss = F.cross_entropy(net(inputs), classes, label_smoothing=0.1)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            total += loss.item() * inputs.shape[0]
        schedule.step()
        history.append(total / len(train))
        print(f"{epoch}: {history[-1]:.3f}, {schedule.get_last_lr()[0]:.1e}")
    tl.save({"net": net.state_dict(), "optimizer": optimizer.state_dict()}, path)
    kept = tl.load(path)
    net.load_state_dict(kept["net"])
    print(accuracy(net, x, y), math.prod(x.shape), sum(p.numel() for p in net.parameters()))
    array = x.detach().cpu().numpy()
    assert tl.from_numpy(array).shape == x.size()


if __name__ == "__main__":
    main()

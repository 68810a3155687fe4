"""A dataset of one's own, an image network with a hook, a loss, distributions and a schedule."""

from collections import OrderedDict
from collections.abc import Sequence

import tensorlite as tl
from tensorlite import Tensor, distributions, nn, optim
from tensorlite.nn import functional as F
from tensorlite.utils.data import DataLoader, Dataset, WeightedRandomSampler


class Stripes(Dataset[tuple[Tensor, int]]):
    def __init__(self, count: int) -> None:
        self.images = tl.rand(count, 1, 8, 8)
        self.classes = [k % 2 for k in range(count)]

    def __len__(self) -> int:
        return len(self.classes)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        image = self.images[index].clone()
        image[:, :: 1 + self.classes[index]] += 1
        return image, self.classes[index]


class Focal(nn.Module):
    def __init__(self, gamma: float = 2.0) -> None:
        super().__init__()
        self.gamma = gamma

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        loss = F.cross_entropy(logits, target, reduction="none")
        return ((1 - (-loss).exp()) ** self.gamma * loss).mean()


def network(widths: Sequence[int]) -> nn.Sequential:
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    before = 1
    for k, width in enumerate(widths):
        layers[f"conv{k}"] = nn.Conv2d(before, width, kernel_size=3, padding="same")
        layers[f"norm{k}"] = nn.BatchNorm2d(width)
        layers[f"act{k}"] = nn.GELU()
        before = width
    layers["pool"] = nn.AdaptiveAvgPool2d(1)
    layers["flat"] = nn.Flatten()
    layers["head"] = nn.Linear(before, 2)
    return nn.Sequential(layers)


def main() -> None:
    data = Stripes(32)
    sampler = WeightedRandomSampler([1.0] * len(data), num_samples=len(data))
    net, focal = network([4, 4]), Focal()
    shapes: list[tl.Size] = []

    def note(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        shapes.append(output.shape)

    handle = net.register_forward_hook(note)
    optimizer = optim.SGD([{"params": net.parameters(), "lr": 0.1}], lr=0.1, momentum=0.9)
    schedule = optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda epoch: 0.5**epoch)
    for images, classes in DataLoader(data, batch_size=8, sampler=sampler):
        optimizer.zero_grad()
        loss: Tensor = focal(net(images), classes)
        loss.backward()
        optimizer.step()
    schedule.step()
    handle.remove()
    coin = distributions.Bernoulli(probs=0.3)
    drawn = coin.sample((4,))
    print(len(shapes), shapes[0].numel(), coin.log_prob(drawn).sum(), drawn.tolist())
    u, s, vh = tl.linalg.svd(tl.randn(3, 3))
    order = tl.sort(s, descending=True).indices
    nn.init.kaiming_uniform_(net[-1].weight)
    print(u.shape, vh.shape, order, [p.shape for p in net.parameters() if p.requires_grad][:1])


if __name__ == "__main__":
    main()

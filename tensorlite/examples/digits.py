"""Train a small network on scikit-learn's handwritten digits with SGD, Adagrad and Adam.

    python -m tensorlite.examples.digits [--epochs 20] [--out digits.png] [--threads N]
                                         [--device cuda]

Prints a table of accuracies on held-out digits and saves the curves as a picture. One activation
is an op of our own, a plain Python function of numbers. The training step is compiled: forward,
backward, clipping and optimizer are one plan of fused kernels.
"""

import argparse
import time

START = time.perf_counter()

import tensorlite as tl  # noqa: E402  the clock starts before the first import
from tensorlite import nn, optim  # noqa: E402
from tensorlite.utils.data import DataLoader, TensorDataset  # noqa: E402


@tl.elementwise
def softclip(x, limit):
    """x near zero, bending towards +-limit; the gradient is derived from this line."""
    return x / (1 + abs(x) / limit)


class Net(nn.Module):
    """64 pixels to 10 classes through two hidden layers."""

    def __init__(self, hidden=128):
        super().__init__()
        self.first = nn.Linear(64, hidden)
        self.second = nn.Linear(hidden, hidden)
        self.last = nn.Linear(hidden, 10)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x):
        x = softclip(self.first(self.dropout(x)), 3.0)
        x = self.dropout(nn.functional.relu(self.second(x)))
        return self.last(x)


OPTIMIZERS = {
    "SGD": lambda parameters: optim.SGD(parameters, lr=0.05, momentum=0.9),
    "Adagrad": lambda parameters: optim.Adagrad(parameters, lr=0.02),
    "Adam": lambda parameters: optim.Adam(parameters, lr=0.002),
}


def load_digits(held_out=0.25, seed=0, device="cpu"):
    """
    The digits, standardised by what the training part shows.

    Returns
    -------
    tuple of TensorDataset
        For training and for testing: images (N, 64) float32, classes (N,) int64, on the device.
    float
        Seconds that importing scikit-learn took.
    """
    before = time.perf_counter()
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler

    seconds = time.perf_counter() - before
    images, classes = load_digits(return_X_y=True)
    parts = train_test_split(
        images, classes, test_size=held_out, random_state=seed, stratify=classes
    )
    scaler = StandardScaler().fit(parts[0])
    train_x, test_x = (tl.tensor(scaler.transform(x)).float().to(device) for x in parts[:2])
    train_y, test_y = (tl.tensor(y, device=device) for y in parts[2:])
    return TensorDataset(train_x, train_y), TensorDataset(test_x, test_y), seconds


def accuracy(model, dataset):
    """The share of digits that the model names rightly."""
    images, classes = dataset.tensors
    model.eval()
    with tl.no_grad():
        hits = model(images).argmax(dim=1) == classes
    model.train()
    return hits.float().mean().item()


def make_step(model, optimizer):
    """One step of training: gradients of the loss, clipped, and the update."""

    def step(images, classes):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(images), classes)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        return loss

    return step


def train(make_optimizer, train_set, test_set, epochs, *, on_loss=None, progress=iter,
          compiled=True):  # fmt: skip
    """
    Train a fresh network.

    Returns
    -------
    Net
    list of float
        The mean loss of each epoch.
    list of float
        The accuracy on held-out digits after each epoch.
    """
    tl.manual_seed(0)
    model = Net().to(train_set.tensors[0].device)
    optimizer = make_optimizer(model.parameters())
    scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    loader = DataLoader(train_set, batch_size=64, shuffle=True)
    step = make_step(model, optimizer)
    step = tl.compile(step) if compiled else step
    losses, accuracies = [], []
    for _ in progress(range(epochs)):
        total = 0.0
        for images, classes in loader:
            loss = step(images, classes).item()
            total += loss * len(images)
            if on_loss is not None:
                on_loss = on_loss(loss)
        scheduler.step()
        losses.append(total / len(train_set))
        accuracies.append(accuracy(model, test_set))
    return model, losses, accuracies


def step_seconds(train_set, compiled, count=100):
    """The median time of a training step with Adam on one batch."""
    tl.manual_seed(0)
    model = Net().to(train_set.tensors[0].device)
    step = make_step(model, optim.Adam(model.parameters(), lr=0.002))
    step = tl.compile(step) if compiled else step
    images, classes = train_set[:64]
    step(images, classes)
    seconds = []
    for _ in range(count):
        before = time.perf_counter()
        step(images, classes)
        if images.is_cuda:
            tl.cuda.synchronize()
        seconds.append(time.perf_counter() - before)
    return sorted(seconds)[count // 2]


def plot(curves, path):
    """Save losses and accuracies of all optimizers as a picture."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for name, (losses, accuracies) in curves.items():
        epochs = range(1, len(losses) + 1)
        axes[0].plot(epochs, losses, label=name)
        axes[1].plot(epochs, [100 * a for a in accuracies], label=name)
    axes[0].set(title="Training loss", xlabel="epoch", ylabel="cross-entropy", yscale="log")
    axes[1].set(title="Held-out accuracy", xlabel="epoch", ylabel="percent")
    axes[1].legend()
    figure.savefig(path, dpi=120)
    plt.close(figure)


def report(results):
    """Print the table of results: rows of (optimizer, loss, accuracy, seconds)."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Digits: 64-128-128-10")
    for column in ("optimizer", "final loss", "held-out accuracy", "seconds"):
        table.add_column(column, justify="left" if column == "optimizer" else "right")
    for name, loss, hit, seconds in results:
        table.add_row(name, f"{loss:.4f}", f"{100 * hit:.2f} %", f"{seconds:.2f}")
    Console().print(table)


def main(arguments=None):
    """Run the example; returns the best accuracy."""
    from tqdm import tqdm

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--out", default="digits.png", help="where to save the curves")
    parser.add_argument("--threads", type=int, help="threads for large kernels")
    parser.add_argument("--device", default="cpu", help="where to train: cpu, cuda, cuda:1")
    options = parser.parse_args(arguments)
    if options.threads:
        tl.set_num_threads(options.threads)
    train_set, test_set, importing = load_digits(device=options.device)

    def first_loss(loss):
        seconds = time.perf_counter() - START - importing
        print(f"first loss {loss:.4f} after {seconds:.2f} s (import of scikit-learn not counted)")

    results, curves = [], {}
    for name, make_optimizer in OPTIMIZERS.items():
        before = time.perf_counter()
        bar = lambda steps, name=name: tqdm(steps, desc=f"{name:8}", unit="epoch")  # noqa: E731
        _, losses, accuracies = train(
            make_optimizer, train_set, test_set, options.epochs,
            on_loss=None if results else first_loss, progress=bar,
        )  # fmt: skip
        seconds = time.perf_counter() - before
        results.append((name, losses[-1], accuracies[-1], seconds))
        curves[name] = losses, accuracies
    report(results)
    eager, plan = (1e6 * step_seconds(train_set, compiled) for compiled in (False, True))
    gain = f"{eager / plan:.1f} times as fast"
    print(f"a step takes {eager:.0f} us eagerly and {plan:.0f} us compiled: {gain}")
    plot(curves, options.out)
    print(f"curves saved to {options.out}")
    return max(hit for _, _, hit, _ in results)


if __name__ == "__main__":
    main()

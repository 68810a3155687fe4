"""Whole fits of estimators side by side, alternated: ours, scikit-learn's, skorch's, LightGBM.

    python bench/estimators.py [--rounds 5] [--threads 1]

Networks have one hidden layer of 100 and train with Adam on batches of 200. Peers that are not
installed are left out. `first` is the first fit of a process: it records, and with an empty store
compiles.
"""

import argparse
import importlib.util
import time
import warnings

import numpy as np
from sklearn.datasets import load_digits, make_classification
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

import tensorlite as tl
from tensorlite.sklearn import TensorliteClassifier


def tables():
    """(name, X, y, epochs) of each case, in float32 and standardised."""
    X, y = load_digits(return_X_y=True)
    yield "digits, 20 epochs", X, y, 20
    X, y = make_classification(20_000, 50, n_informative=20, n_classes=5, random_state=0)
    yield "20,000 x 50, 10 epochs", X, y, 10


def skorch_net(inputs, classes, epochs):
    """The same network as skorch's users write it."""
    import torch
    from skorch import NeuralNetClassifier

    torch.manual_seed(0)
    layers = torch.nn.Linear(inputs, 100), torch.nn.ReLU(), torch.nn.Linear(100, classes)
    return NeuralNetClassifier(
        torch.nn.Sequential(*layers), criterion=torch.nn.CrossEntropyLoss, max_epochs=epochs,
        optimizer=torch.optim.Adam, lr=1e-3, batch_size=200, train_split=None, verbose=0,
        iterator_train__shuffle=True,
    )  # fmt: skip


def contestants(inputs, classes, epochs):
    """Functions that make an estimator, by name."""
    settings = {"max_iter": epochs, "batch_size": 200, "random_state": 0}
    found = {
        "tensorlite": lambda: TensorliteClassifier((100,), **settings),
        "MLPClassifier": lambda: MLPClassifier((100,), **settings),
    }
    if importlib.util.find_spec("skorch") and importlib.util.find_spec("torch"):
        found["skorch"] = lambda: skorch_net(inputs, classes, epochs)
    if importlib.util.find_spec("lightgbm"):
        from lightgbm import LGBMClassifier

        found["LightGBM"] = lambda: LGBMClassifier(verbose=-1, n_jobs=tl.get_num_threads())
    return found


def measure(X, y, epochs, rounds):
    """Seconds of each fit, and accuracy, by name."""
    X = ((X - X.mean(0)) / np.where(X.std(0) > 0, X.std(0), 1)).astype(np.float32)
    train_x, test_x, train_y, test_y = train_test_split(X, y, random_state=0, stratify=y)
    made = contestants(X.shape[1], len(np.unique(y)), epochs)
    seconds, scores = {name: [] for name in made}, {}
    for _ in range(rounds + 1):
        for name, make in made.items():
            before = time.perf_counter()
            net = make().fit(train_x, train_y)
            seconds[name].append(time.perf_counter() - before)
            scores[name] = net.score(test_x, test_y)
    return seconds, scores


def main():
    """Print a table for each case."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    tl.set_num_threads(options.threads)
    if importlib.util.find_spec("torch"):
        import torch

        torch.set_num_threads(options.threads)
    with threadpool_limits(options.threads):
        for name, X, y, epochs in tables():
            seconds, scores = measure(X, y, epochs, options.rounds)
            ours = float(np.median(seconds["tensorlite"][1:]))
            print(f"{name}, {options.threads} threads")
            for who, times in seconds.items():
                median = float(np.median(times[1:]))
                print(f"  {who:14} median {1e3 * median:8.0f} ms  least {1e3 * min(times[1:]):8.0f}"
                      f"  first {1e3 * times[0]:8.0f}  ours/its {ours / median:5.2f}"
                      f"  accuracy {scores[who]:.3f}")  # fmt: skip


if __name__ == "__main__":
    main()

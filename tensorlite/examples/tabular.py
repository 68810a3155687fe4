"""Who survived the Titanic: a network on a table of numbers and categories, with gaps.

    python -m tensorlite.examples.tabular [--epochs 60] [--folds 5]

The passengers come with scikit-learn (they are among its tests), else from openml.org. A network
with an embedding for each column of categories is compared with scikit-learn's perceptron behind
the usual pipeline, and with its trees; then a grid of learning rates is trained as one fit.
"""

import argparse
import csv
import gzip
import importlib.resources
import re
import time
import warnings

import numpy as np

COLUMNS = ("pclass", "sex", "age", "sibsp", "parch", "fare", "embarked", "deck")
CATEGORIES = ("pclass", "sex", "embarked", "deck")
_FILE = "datasets/tests/data/openml/id_40945/data-v1-dl-16826755.arff.gz"


def load_titanic():
    """
    The passengers.

    Returns
    -------
    ndarray (1309, 8) of object
        The columns `COLUMNS`; NaN or None where something is not known.
    ndarray (1309,) of str
        Who "survived" and who "died".
    """
    packed = importlib.resources.files("sklearn").joinpath(_FILE)
    rows = _read(packed) if packed.is_file() else _fetch()
    table = np.array([[_cell(row, name) for name in COLUMNS] for row in rows], object)
    return table, np.array(["survived" if str(r["survived"]) == "1" else "died" for r in rows])


def _read(packed):
    """The rows of an ARFF file, as dicts."""
    with packed.open("rb") as file:
        head, data = gzip.decompress(file.read()).decode().split("@data\n")
    names = re.findall(r"@attribute '([^']+)'", head)
    lines = csv.reader(data.splitlines(), escapechar="\\")
    return [dict(zip(names, line, strict=True)) for line in lines if line]


def _fetch():
    from sklearn.datasets import fetch_openml

    return fetch_openml("titanic", version=1).frame.to_dict("records")


def _cell(row, name):
    """One cell: a number, a text, or None; the deck is the first letter of the cabin."""
    value = row["cabin" if name == "deck" else name]
    if value is None or value != value or value == "?":
        return None if name in CATEGORIES else np.nan
    if name == "deck":
        return value[0]
    return value if name in CATEGORIES else float(value)


def networks(epochs):
    """Estimators to compare, by name."""
    from sklearn.compose import make_column_transformer
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.impute import SimpleImputer
    from sklearn.neural_network import MLPClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

    from tensorlite.sklearn import TensorliteClassifier

    places = [COLUMNS.index(name) for name in CATEGORIES]
    numeric = [k for k in range(len(COLUMNS)) if k not in places]
    scaled = make_pipeline(SimpleImputer(), StandardScaler())
    unknown = {"handle_unknown": "use_encoded_value", "unknown_value": np.nan}
    settings = {"max_iter": epochs, "batch_size": 64, "random_state": 0}
    return {
        "tensorlite": TensorliteClassifier(
            (64, 32), categorical=places, dropout=0.2, schedule="cosine", lr=3e-3,
            optimizer="adamw", **settings,
        ),
        "MLPClassifier behind a pipeline": make_pipeline(
            make_column_transformer((scaled, numeric),
                                    (OneHotEncoder(handle_unknown="ignore"), places)),
            MLPClassifier((64, 32), learning_rate_init=3e-3, **settings),
        ),
        "HistGradientBoosting": make_pipeline(
            make_column_transformer((OrdinalEncoder(**unknown), places), remainder="passthrough"),
            HistGradientBoostingClassifier(categorical_features=[*range(len(places))],
                                           random_state=0),
        ),
    }  # fmt: skip


def compare(table, target, estimators, folds):
    """Print accuracies and times of cross-validated fits; returns the accuracies by name."""
    from sklearn.model_selection import StratifiedKFold, cross_validate

    splits = StratifiedKFold(folds, shuffle=True, random_state=0)
    accuracies = {}
    for name, net in estimators.items():
        found = cross_validate(net, table, target, cv=splits)
        accuracies[name] = found["test_score"].mean()
        print(f"{name:32} accuracy {100 * accuracies[name]:.1f} %, "
              f"{np.median(found['fit_time']):.2f} s a fit")  # fmt: skip
    return accuracies


def rates(table, target, epochs, count=8):
    """Print what a grid of learning rates comes to, all of it one fit."""
    from sklearn.base import clone
    from sklearn.model_selection import train_test_split

    from tensorlite.sklearn import fit_many

    net = networks(epochs)["tensorlite"]
    grid = [clone(net).set_params(lr=float(lr)) for lr in np.geomspace(1e-4, 3e-2, count)]
    train_x, test_x, train_y, test_y = train_test_split(table, target, random_state=0)
    before = time.perf_counter()
    fit_many(grid, train_x, train_y)
    seconds = time.perf_counter() - before
    best = max(grid, key=lambda each: each.score(test_x, test_y))
    print(f"{count} learning rates as one fit: {seconds:.2f} s; "
          f"{best.lr:.1e} has {100 * best.score(test_x, test_y):.1f} %")  # fmt: skip


def main(arguments=None):
    """Run the example; returns the accuracies by name."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args(arguments)
    table, target = load_titanic()
    gaps = {n: int(sum(x is None or x != x for x in table[:, k])) for k, n in enumerate(COLUMNS)}
    print(f"{len(table)} passengers, {100 * (target == 'survived').mean():.0f} % survived; "
          f"not known: {', '.join(f'{n} of {k}' for k, n in gaps.items() if n)}")  # fmt: skip
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Stochastic Optimizer")  # MLPClassifier wants more epochs
        accuracies = compare(table, target, networks(options.epochs), options.folds)
    rates(table, target, options.epochs)
    return accuracies


if __name__ == "__main__":
    main()

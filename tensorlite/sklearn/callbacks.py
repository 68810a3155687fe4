"""What is told about each epoch: progress on the screen, and files of the best network."""

import os
import sys
from typing import Any

import tensorlite as tl

from ..errors import expected


class Checkpoint:
    """
    Saves the network of an estimator whenever it is better than before.

    Parameters
    ----------
    path : path
        Ending in ".safetensors" or ".pt"; `{epoch}` in it stands for the number of the epoch.
    monitor : str
        The entry of `history_` that decides: the lower the better, for a score the higher.
    save_best : bool
        Without it every epoch is saved.

    Examples
    --------
    >>> import os, tempfile
    >>> from sklearn.datasets import load_iris
    >>> from tensorlite.sklearn import Checkpoint, TensorliteClassifier
    >>> path = os.path.join(tempfile.mkdtemp(), "best.safetensors")
    >>> X, y = load_iris(return_X_y=True)
    >>> callbacks = [Checkpoint(path, monitor="train_loss")]
    >>> net = TensorliteClassifier((8,), max_iter=3, callbacks=callbacks, random_state=0).fit(X, y)
    >>> net.load(path).score(X, y) == net.score(X, y)
    True
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        monitor: str = "valid_loss",
        save_best: bool = True,
    ) -> None:
        self.path, self.monitor, self.save_best = path, monitor, save_best

    def on_fit_begin(self, net: Any) -> None:
        """Forget the best of an earlier fit."""
        self.best_: Any = None

    def on_epoch_end(self, net: Any, record: dict[str, Any]) -> None:
        """Save, if this epoch is the best."""
        value = record.get(self.monitor)
        if value is None and self.save_best:
            raise ValueError(expected("Checkpoint", f"one of {', '.join(record)}",
                                      f"monitor={self.monitor!r}",
                                      'early_stopping=True, or monitor="train_loss"'))  # fmt: skip
        value = -value if value is not None and self.monitor.endswith("score") else value
        if self.save_best and self.best_ is not None and not value < self.best_:
            return
        self.best_ = value
        tl.save(net.module_.state_dict(), os.fspath(self.path).format(**record))


class Lines:
    """A line for each epoch, where no bar can be shown."""

    def __init__(self, count, name):
        self.count, self.name = count, name

    def __iter__(self):
        for epoch in range(1, self.count + 1):
            self.epoch = epoch
            yield epoch

    def set_postfix(self, **values):
        """Print the values of this epoch."""
        told = ", ".join(f"{name} {value}" for name, value in values.items())
        print(f"{self.name}: epoch {self.epoch} of {self.count}, {told}", file=sys.stderr)

    def close(self):
        """Nothing is left to do."""


def progress(epochs, verbose, name):
    """An iterable of epochs that shows how far it is, unless that is silenced."""
    if not verbose:
        return range(epochs)
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return Lines(epochs, name)
    return tqdm(range(epochs), desc=name, unit="epoch", file=sys.stderr)

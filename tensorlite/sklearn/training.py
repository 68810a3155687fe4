"""The loop of a fit: epochs of compiled steps, what is noted of each, and when it ends."""

import time
import warnings
from typing import Any

import numpy as np

import tensorlite as tl

from .engine import averaged

PREDICTED = 8192  # rows at a time


class Run:
    """
    One network's part of a fit.

    Parameters
    ----------
    estimator : BaseNetwork
        Whose network is trained, and which is told about each epoch.
    rows : tuple of Tensor (N, ...)
    target : Tensor (N, ...)
    weight : Tensor (N,) or None
    held_out : (rows, target, weight) or None
        What the score of each epoch is measured on.
    random : numpy.random.RandomState
        Shuffles the rows.

    Attributes
    ----------
    schedule : LRScheduler or None
        Of the optimizer that the fit uses.
    """

    schedule: Any = None

    def __init__(self, estimator, rows, target, weight, held_out, random):
        self.estimator, self.random = estimator, random
        self.columns, self.held_out = (*rows, target, weight), held_out
        self.best, self.without_gain, self.stopped = -np.inf, 0, False
        self.kept = None  # the network at its best, or where it stopped
        self.began = time.perf_counter()
        self.callbacks = [c for c in estimator.callbacks or () if c is not None]

    def shuffled(self):
        """All columns in a new order."""
        if not self.estimator.shuffle:
            return self.columns
        order = tl.from_numpy(self.random.permutation(len(self.columns[0])))
        return tuple([None if x is None else x.index_select(0, order) for x in self.columns])

    def weigh(self):
        """Have weights, as those have whose networks are trained beside."""
        *others, weight = self.columns
        if weight is None:
            self.columns = *others, tl.ones(len(others[0]), dtype=others[0].dtype)

    def tell(self, event, *args):
        """Call this method of each callback that has it; whether one of them answers True."""
        answers = []
        for callback in self.callbacks:
            method = getattr(callback, event, None)
            if method is None and event == "on_epoch_end" and callable(callback):
                method = callback
            answers.append(method is not None and method(self.estimator, *args) is True)
        return any(answers)

    def end_epoch(self, loss, module):
        """Note an epoch, and see whether it was the last."""
        net = self.estimator
        record = {"epoch": len(net.history_) + 1, "train_loss": loss,
                  "lr": net.optimizer_.param_groups[0]["lr"]}  # fmt: skip
        gain = -loss
        if self.held_out is not None:
            module.eval()
            record.update(net._measured(module, *self.held_out))
            module.train()
            gain = record["valid_score"]
        record["seconds"] = time.perf_counter() - self.began
        net.history_.append(record)
        self.without_gain = 0 if gain > self.best + net.tol else self.without_gain + 1
        if gain > self.best:
            self.best = gain
            if self.held_out is not None:
                self.kept = [x.detach().clone() for x in (*module.parameters(), *module.buffers())]
        if self.schedule is not None:
            watched = [record.get("valid_loss", loss)]
            plateau = isinstance(self.schedule, tl.optim.lr_scheduler.ReduceLROnPlateau)
            self.schedule.step(*watched if plateau else [])
        self.stopped |= self.tell("on_epoch_end", record)
        self.stopped |= self.without_gain > net.n_iter_no_change
        return self.stopped

    def keep(self, module):
        """Remember the network as it is, unless a better one is kept."""
        if self.kept is None:
            self.kept = [x.detach().clone() for x in (*module.parameters(), *module.buffers())]

    def restore(self, module):
        """Put what is kept into the network."""
        if self.kept is not None:
            with tl.no_grad():
                for x, value in zip((*module.parameters(), *module.buffers()), self.kept,
                                    strict=True):  # fmt: skip
                    x.copy_(value)


def train(runs, engine, epochs, batch_size, progress):
    """
    Train the networks of an Engine until all have stopped.

    Parameters
    ----------
    runs : list of Run
        One for each network, with equally many rows.
    engine : Engine
    epochs : int
    batch_size : int
    progress : iterable
        Of one element an epoch; it may show the loss of each.
    """
    for module in engine.modules:
        module.train()
    show = getattr(progress, "set_postfix", None)
    try:
        for _ in zip(progress, range(epochs), strict=False):
            losses = _epoch(runs, engine, batch_size)
            for run, module, loss in zip(runs, engine.modules, losses, strict=True):
                if not run.stopped and run.end_epoch(loss, module) and len(runs) > 1:
                    run.keep(module)
            if show is not None:
                show(loss=f"{np.mean(losses):.4g}")
            if all(run.stopped for run in runs):
                break
    except KeyboardInterrupt:
        done = max(len(run.estimator.history_) for run in runs)
        warnings.warn(f"fit: interrupted after {done} epochs; the network stays as it is",
                      stacklevel=4)  # fmt: skip
    finally:
        if show is not None:
            progress.close()
    for run, module in zip(runs, engine.modules, strict=True):
        run.restore(module)
        module.eval()


def _epoch(runs, engine, batch_size):
    """One pass over the rows; the mean loss of each network."""
    columns = _shuffled(runs)
    count, dim = len(runs[0].columns[0]), 0 if len(runs) == 1 else 1
    total, share = np.zeros(len(runs)), np.zeros(len(runs))
    for start in range(0, count, batch_size):
        size = min(batch_size, count - start)
        *rows, target, weight = [None if x is None else x.narrow(dim, start, size) for x in columns]
        losses = engine.step(tuple(rows), target, weight).tolist()
        here = size if weight is None else np.asarray(weight.sum(-1).tolist())
        total += np.asarray(losses) * here
        share += here
    return (total / np.where(share == 0, 1, share)).tolist()


def _shuffled(runs):
    """The columns of one network in a new order; those of several stacked."""
    each = [run.shuffled() for run in runs]
    if len(runs) == 1:
        return each[0]
    return [None if x[0] is None else tl.stack(x) for x in zip(*each, strict=True)]


def predicted(module, rows):
    """What a network answers, a part of the rows at a time."""
    if module.training:
        module.eval()
    with tl.no_grad():
        count = len(rows[0])
        parts = [module(*[x[k : k + PREDICTED] for x in rows]) for k in range(0, count, PREDICTED)]
    return parts[0] if len(parts) == 1 else tl.cat(parts)


def loss_of(loss, out, target, weight):
    """The mean loss of results, as a number."""
    with tl.no_grad():
        if out.ndim + 1 == target.ndim:
            out = out.unsqueeze(-1)
        return averaged(loss(out, target), weight).item()

"""What classifier and regressor share: settings, rows, fits and what remains of them."""

import os
from typing import Any, Self

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import train_test_split
from sklearn.utils import Tags, check_random_state
from sklearn.utils.validation import (
    _check_sample_weight,
    check_array,
    check_is_fitted,
    check_X_y,
    validate_data,
)

import tensorlite as tl

from ..errors import expected
from . import parts
from .callbacks import progress
from .engine import Engine
from .tables import Columns, kinds_of, objects_of
from .training import Run, loss_of, predicted, train

PREFIXES = ("module__", "loss__", "optimizer__", "schedule__")


class BaseNetwork(BaseEstimator):
    """A network as an estimator of scikit-learn; see `TensorliteClassifier`."""

    module_: tl.nn.Module
    optimizer_: tl.optim.Optimizer
    history_: list[dict[str, Any]]

    # ---- settings

    def _take_options(self, options):
        """Settings of parts: `module__hidden` goes to the module."""
        for name, value in options.items():
            if name.startswith(PREFIXES):
                setattr(self, name, value)
        unknown = {k: v for k, v in options.items() if not k.startswith(PREFIXES)}
        if unknown:  # refused by fit: scikit-learn wants no errors before
            self._unknown = unknown

    def _options(self, prefix):
        return {k[len(prefix) :]: v for k, v in vars(self).items() if k.startswith(prefix)}

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """
        The settings, those of parts included.

        Parameters
        ----------
        deep : bool
            As of scikit-learn.

        Returns
        -------
        dict
        """
        found = super().get_params(deep=deep)
        own = {k: v for k, v in vars(self).items() if k.startswith(PREFIXES)}
        return found | own | getattr(self, "_unknown", {})

    def set_params(self, **params: Any) -> Self:
        """
        Change settings; those of parts may be new.

        Parameters
        ----------
        **params : any

        Returns
        -------
        self
        """
        unknown = getattr(self, "_unknown", {})
        own = {k: v for k, v in params.items() if k.startswith(PREFIXES) or k in unknown}
        super().set_params(**{k: v for k, v in params.items() if k not in own})
        self._take_options(own)
        return self

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        tags.input_tags.categorical = True
        tags.non_deterministic = False
        return tags

    def _check_settings(self):
        for name in getattr(self, "_unknown", ()):
            own = [*BaseEstimator.get_params(self, deep=False)]
            meant = parts.meant(name, own)
            hint = f"; did you mean {meant!r}?" if meant else ""
            raise TypeError(f"{type(self).__name__}: unexpected setting {name!r}{hint}; expected "
                            f"{', '.join(own)}, or options of parts, which begin with "
                            f"{', '.join(PREFIXES)}")  # fmt: skip
        for name in ("max_iter", "n_iter_no_change"):
            value = getattr(self, name)
            if not isinstance(value, int | float | np.number) or not value >= 1:
                raise ValueError(expected(name, "at least 1", repr(value), "10"))
        size = self.batch_size
        if size != "auto" and (not isinstance(size, int | np.integer) or size < 1):
            raise ValueError(expected("batch_size", '"auto" or at least 1', repr(size), "200"))
        if self.early_stopping and not 0 < self.validation_fraction < 1:
            raise ValueError(expected("validation_fraction", "more than 0 and less than 1",
                                      repr(self.validation_fraction), "0.1"))  # fmt: skip

    # ---- rows

    def _checked(self, X, y=None, *, reset):
        """A table of numbers or objects, its kinds of columns, and the targets if there are any."""
        X, y, rules = _array(X), _array(y), {"dtype": None, "ensure_all_finite": "allow-nan"}
        kinds = kinds_of(X)
        if kinds is not None and not all(map(_is_number, kinds)):
            validate_data(self, X, skip_check_array=True, reset=reset)  # names and their number
            table = check_array(objects_of(X), **rules)
            if reset or y is not None:
                _, y = check_X_y(table, y, estimator=self, **rules, **self._target_rules)
        elif reset or y is not None:
            rules |= self._target_rules
            table, y = validate_data(self, X, y, reset=reset, **rules)
        else:
            table = validate_data(self, X, reset=False, **rules)
        if table.dtype.kind not in "fiubOUS":
            raise ValueError(expected("X", "numbers or text", f"{table.dtype}", "astype(float)"))
        return table, y, kinds

    def _rows(self, table):
        return tuple(tl.from_numpy(part) for part in self._columns(table))

    def _dtype_for(self, table):
        if self.dtype is not None:
            return np.dtype(getattr(self.dtype, "name", self.dtype))
        return table.dtype if table.dtype in (np.float32, np.float64) else np.dtype(np.float32)

    def _weights(self, sample_weight, table, y):
        """The weight of each row, by itself and by its class; None if all are alike."""
        weight = None
        if sample_weight is not None:
            weight = _check_sample_weight(_array(sample_weight), table, dtype=np.float64,
                                          ensure_non_negative=True)  # fmt: skip
        return self._with_class_weight(weight, y)

    # ---- a fit

    def _begin(self, X, y, sample_weight, fresh, known=None):
        """Validate, prepare rows, and make or keep the network; the Run of this fit.

        `known` are Columns by what they were made of, for fits on the same rows.
        """
        self._check_settings()
        fresh = fresh or not hasattr(self, "module_")
        table, y, kinds = self._checked(X, y, reset=fresh)
        weight = self._weights(sample_weight, table, y)
        if fresh:
            seed = check_random_state(self.random_state).randint(2**31 - 1)
            self._random = np.random.RandomState(seed)
            self._columns = self._learned(table, kinds, weight, {} if known is None else known)
        target = self._target(y, weight, fresh)
        rows, target = self._rows(table), tl.from_numpy(target)
        if weight is not None:
            weight = tl.from_numpy(weight.astype(self._columns.dtype))
        self._draws = int(self._random.randint(2**31 - 1))  # for what is drawn from now on
        if fresh:
            self._build(rows)
        elif self.lr is not None:  # which a schedule may have changed, or set_params
            for group in self.optimizer_.param_groups:
                group["lr"] = self.lr
        rows, target, weight, held_out = self._split(rows, target, weight, y)
        return Run(self, rows, target, weight, held_out, self._random)

    def _learned(self, table, kinds, weight, known):
        """Columns that have seen these rows."""
        made_of = repr(self.categorical), self.standardize, self._dtype_for(table)
        key = made_of if weight is None else (*made_of, weight.tobytes())
        if key not in known:
            names = getattr(self, "feature_names_in_", None)
            columns = Columns(self.categorical, self.standardize, made_of[2])
            known[key] = columns.fit(table, kinds, names, weight)
        return known[key]

    def _build(self, rows):
        """A new network with its loss and optimizer."""
        sizes = {"in_features": self._columns.width, "out_features": self._outputs,
                 "categories": self._columns.counts}  # fmt: skip
        settings = {"activation": self.activation, "dropout": self.dropout}
        tl.manual_seed(self._draws)
        module = parts.make_module(self.module, self._options("module__"), sizes, settings)
        self.module_ = module.to(rows[0].dtype)
        self.loss_function_ = parts.make_loss(self.loss, self._options("loss__"))
        self.optimizer_ = parts.make_optimizer(
            self.optimizer, self.module_.parameters(), self.lr, self._options("optimizer__")
        )
        self.history_ = []

    def _split(self, rows, target, weight, y):
        """Rows to train on, and those that are held out."""
        if not self.early_stopping:
            return rows, target, weight, None
        _, counts = np.unique(y, return_counts=True) if self._by_class else (None, np.zeros(1))
        order = np.arange(len(target))
        kept, out = train_test_split(
            order, test_size=self.validation_fraction, random_state=self._random,
            stratify=y if counts.min() > 1 else None,
        )  # fmt: skip
        columns = [[None if x is None else x[tl.from_numpy(part)] for x in (*rows, target, weight)]
                   for part in (kept, out)]  # fmt: skip
        held_out = tuple(columns[1][:-2]), columns[1][-2], columns[1][-1]
        return tuple(columns[0][:-2]), columns[0][-2], columns[0][-1], held_out

    def _measured(self, module, rows, target, weight):
        """Loss and score of rows that are held out."""
        out = predicted(module, rows)
        return {"valid_loss": loss_of(self.loss_function_, out, target, weight),
                "valid_score": self._score_of(out, target, weight)}  # fmt: skip

    def _fit(self, X, y, sample_weight, fresh, epochs=None):
        """Train for `max_iter` epochs by the schedule, or for some without it."""
        with tl.random.fork_rng():
            fit_together([self._begin(X, y, sample_weight, fresh)], epochs)
        return self

    def fit(self, X: Any, y: Any = None, sample_weight: Any = None) -> Self:
        """
        Train a new network; with `warm_start`, the one that is there.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)
        y : array or Tensor (N,)
            For regression also (N, outputs). Without it scikit-learn's error names the estimator.
        sample_weight : array or Tensor (N,), optional

        Returns
        -------
        self
        """
        return self._fit(X, y, sample_weight, not self.warm_start)

    @property
    def loss_curve_(self) -> list[float]:
        """The training loss of each epoch."""
        return [record["train_loss"] for record in self._past()]

    @property
    def validation_scores_(self) -> list[float]:
        """The score of each epoch on the rows that are held out."""
        return [record["valid_score"] for record in self._past()]

    @property
    def n_iter_(self) -> int:
        """How many epochs the network has been trained."""
        return len(self._past())

    def _past(self):
        if "history_" not in vars(self):
            raise AttributeError(f"{type(self).__name__} is not fitted yet; try fit()")
        return self.history_

    def load(self, path: str | os.PathLike[str]) -> Self:
        """
        Take the parameters that `Checkpoint` has saved.

        Parameters
        ----------
        path : path

        Returns
        -------
        self
        """
        check_is_fitted(self)
        self.module_.load_state_dict(tl.load(path))
        return self

    def _answers(self, X):
        """What the network gives for each row, as a Tensor."""
        check_is_fitted(self)
        table, _, _ = self._checked(X, reset=False)
        return predicted(self.module_, self._rows(table))

    def __sklearn_is_fitted__(self) -> bool:
        return "module_" in vars(self)


def fit_together(runs, epochs=None):
    """Train the networks of several Runs side by side, on what an earlier fit has recorded."""
    nets = [run.estimator for run in runs]
    first = nets[0]
    own = Engine([net.module_ for net in nets], [net.optimizer_ for net in nets],
                 first.loss_function_, first.clip_norm)  # fmt: skip
    engine, key = own.lent()
    _hand_out(nets, engine)
    count = len(runs[0].columns[0])
    size = min(200, count) if first.batch_size == "auto" else int(first.batch_size)
    for run, net in zip(runs, nets, strict=True):
        if epochs is None:
            run.schedule = parts.make_schedule(net.schedule, net.optimizer_, int(net.max_iter),
                                               net._options("schedule__"))  # fmt: skip
        run.tell("on_fit_begin")
    epochs = int(first.max_iter) if epochs is None else epochs
    name = type(first).__name__ if len(runs) == 1 else f"{len(runs)} x {type(first).__name__}"
    tl.manual_seed(first._draws)
    train(runs, engine, epochs, size, progress(epochs, first.verbose, name))
    for run in runs:
        run.tell("on_fit_end")
    if key is not None:
        own.take(engine)
        if engine.give_back(key):
            _hand_out(nets, own)
    for net in nets:
        net.module_.eval()


def _hand_out(nets, engine):
    """Let estimators have the networks and optimizers of an Engine."""
    for net, module, optimizer in zip(nets, engine.modules, engine.optimizers, strict=True):
        net.module_, net.optimizer_ = module, optimizer


def _array(x):
    """A Tensor as an array; anything else as it is."""
    return x.detach().cpu().numpy() if isinstance(x, tl.Tensor) else x


def _is_number(kind):
    return kind.startswith(("float", "int", "uint"))

"""The estimators: `TensorliteClassifier` and `TensorliteRegressor`."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import ClassifierMixin, RegressorMixin
from sklearn.metrics import r2_score
from sklearn.utils import Tags, compute_sample_weight
from sklearn.utils.multiclass import check_classification_targets, unique_labels

from ..errors import expected
from .base import BaseNetwork
from .tables import moments


class TensorliteClassifier(ClassifierMixin, BaseNetwork):
    """
    A network that tells classes, as an estimator of scikit-learn.

    Parameters
    ----------
    module : int, sequence of int, Module, class or function
        The widths of hidden layers; a network, of which a copy is trained; or what makes one. It
        is called with those of `in_features`, `out_features` and `categories` (how many codes each
        column of categories has) that it takes, and with options named `module__...`. The network
        takes rows of numbers (N, F), and codes (N, C) if there are categories, and answers
        (N, classes).
    activation : str
        Of hidden layers given by widths: "relu", "tanh", "logistic", "gelu", "silu", "identity".
    dropout : float
        Of the same.
    loss : str, class or function
        The name of a loss in `nn.functional`, a class of losses, or a function of results and
        targets that answers the loss of each row, or their mean. Options: `loss__...`.
    optimizer : str, class or function
        The name of one in `optim`, or what makes one of parameters. Options: `optimizer__...`.
    lr : float or None
        The learning rate; None leaves it to the optimizer.
    schedule : str, class, function or None
        How the rate changes after each epoch: "cosine", "exponential", "step", "linear",
        "plateau", "one_cycle", or anything of `optim.lr_scheduler`. Options: `schedule__...`.
    batch_size : int or "auto"
        "auto" is 200, or all rows if there are fewer.
    max_iter : int
        How many epochs, at most.
    shuffle : bool
        Whether each epoch has an order of its own.
    tol, n_iter_no_change : float, int
        Training ends when the loss (the score, with early stopping) has not been better by `tol`
        for more epochs than this.
    early_stopping, validation_fraction : bool, float
        Whether this share of the rows is held out, to end training and keep the best network.
    class_weight : dict, "balanced" or None
        How much each class counts.
    clip_norm : float or None
        The largest norm of all gradients.
    categorical : "auto", None, or sequence of int or str
        The columns of categories, each of which gets an embedding. "auto": text, truth values, and
        what a frame calls a category.
    standardize : bool
        Whether columns of numbers get mean 0 and deviation 1. Where numbers are missing, the mean
        stands for them, and a further column tells so.
    dtype : str, dtype or None
        In which the network computes; None is that of X, or float32.
    callbacks : sequence of objects or functions, or None
        Of their methods `on_fit_begin(net)`, `on_epoch_end(net, record)` and `on_fit_end(net)`
        those are called that are there; a function is called as `on_epoch_end`. Training stops if
        one answers True. See `Checkpoint`.
    warm_start : bool
        Whether `fit` goes on with the network that is there.
    verbose : bool
        Whether a bar shows how far training is.
    random_state : int, RandomState or None
        An int gives the same network each time, bit for bit.
    **options
        Of the parts, as in grids: `module__hidden=64`.

    Attributes
    ----------
    classes_ : ndarray
    module_, optimizer_ : Module, Optimizer
        While a fit runs, they may be those of an earlier one, of equal structure: copy what is
        to be kept from within a callback.
    history_ : list of dict
        Of each epoch: "epoch", "train_loss", "lr", "seconds", and with early stopping "valid_loss"
        and "valid_score".
    loss_curve_, validation_scores_ : list of float
        Columns of `history_`.
    n_iter_ : int
        How many epochs there were.
    n_features_in_, feature_names_in_
        As of scikit-learn.

    Notes
    -----
    The training step is compiled. What it was recorded as is kept for further fits of networks that
    are built alike (16 of them, in this process), so that a grid search records once.

    Examples
    --------
    >>> from sklearn.datasets import load_iris
    >>> from tensorlite.sklearn import TensorliteClassifier
    >>> X, y = load_iris(return_X_y=True)
    >>> net = TensorliteClassifier((16,), lr=0.02, max_iter=30, random_state=0).fit(X, y)
    >>> net.score(X, y) > 0.9
    True
    >>> net.predict_proba(X[:2]).shape
    (2, 3)
    """

    classes_: NDArray[Any]

    _target_rules: dict = {}  # noqa: RUF012  never changed
    _by_class = True

    def __init__(
        self,
        module: Any = (100,),
        *,
        activation: str = "relu",
        dropout: float = 0.0,
        loss: Any = "cross_entropy",
        optimizer: Any = "adam",
        lr: float | None = 1e-3,
        schedule: Any = None,
        batch_size: int | Literal["auto"] = "auto",
        max_iter: int = 200,
        shuffle: bool = True,
        tol: float = 1e-4,
        n_iter_no_change: int = 10,
        early_stopping: bool = False,
        validation_fraction: float = 0.1,
        class_weight: Mapping[Any, float] | Literal["balanced"] | None = None,
        clip_norm: float | None = None,
        categorical: Sequence[int | str] | Literal["auto"] | None = "auto",
        standardize: bool = True,
        dtype: Any = None,
        callbacks: Sequence[Any] | None = None,
        warm_start: bool = False,
        verbose: bool = False,
        random_state: int | np.random.RandomState | None = None,
        **options: Any,
    ) -> None:
        self.module = module
        self.activation = activation
        self.dropout = dropout
        self.loss = loss
        self.optimizer = optimizer
        self.lr = lr
        self.schedule = schedule
        self.batch_size = batch_size
        self.max_iter = max_iter
        self.shuffle = shuffle
        self.tol = tol
        self.n_iter_no_change = n_iter_no_change
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.class_weight = class_weight
        self.clip_norm = clip_norm
        self.categorical = categorical
        self.standardize = standardize
        self.dtype = dtype
        self.callbacks = callbacks
        self.warm_start = warm_start
        self.verbose = verbose
        self.random_state = random_state
        self._take_options(options)

    @property
    def _outputs(self):
        return len(self.classes_)

    def _with_class_weight(self, weight, y):
        if self.class_weight is None:
            return weight
        share = compute_sample_weight(self.class_weight, y)
        return share if weight is None else weight * share

    def _target(self, y, weight, fresh):
        """The number of each row's class."""
        check_classification_targets(y)
        if fresh:
            self.classes_ = unique_labels(y) if self._named is None else self._named
        unknown = np.setdiff1d(y, self.classes_)
        if len(unknown):
            raise ValueError(expected("y", f"classes out of {list(self.classes_)}",
                                      str(list(unknown)), "classes= of the first partial_fit"))
        return np.searchsorted(self.classes_, y).astype(np.int64)

    _named: Any = None  # what partial_fit is told of classes

    def _score_of(self, out, target, weight):
        hit = (out.argmax(-1) == target).numpy()
        return float(np.average(hit, weights=None if weight is None else weight.numpy()))

    def partial_fit(self, X: Any, y: Any, classes: Any = None, sample_weight: Any = None) -> Self:
        """
        Train for one epoch on these rows, at the rate `lr`: a schedule is one of `fit`.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)
        y : array or Tensor (N,)
        classes : array, optional
            All classes that may come; at the first call those of `y` if they are not told.
        sample_weight : array or Tensor (N,), optional

        Returns
        -------
        self
        """
        first = "module_" not in vars(self)
        if not (first or classes is None or np.array_equal(np.unique(classes), self.classes_)):
            raise ValueError(expected("classes", f"{list(self.classes_)}", f"{classes}",
                                      "those of the first call"))  # fmt: skip
        self._named = None if classes is None else np.unique(classes)
        try:
            return self._fit(X, y, sample_weight, first, 1)
        finally:
            del self._named

    def predict_proba(self, X: Any) -> NDArray[Any]:
        """
        How likely each class is.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)

        Returns
        -------
        ndarray (N, classes)
        """
        return self._answers(X).softmax(-1).numpy()

    def predict_log_proba(self, X: Any) -> NDArray[Any]:
        """
        Logarithms of `predict_proba`.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)

        Returns
        -------
        ndarray (N, classes)
        """
        return self._answers(X).log_softmax(-1).numpy()

    def predict(self, X: Any) -> NDArray[Any]:
        """
        The most likely class of each row.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)

        Returns
        -------
        ndarray (N,)
        """
        best = self._answers(X).argmax(-1).numpy()
        return self.classes_[best]

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """
        The share of rows whose class is told right.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)
        y : array or Tensor (N,)
        sample_weight : array or Tensor (N,), optional

        Returns
        -------
        float
        """
        return float(super().score(X, y, sample_weight))


class TensorliteRegressor(RegressorMixin, BaseNetwork):
    """
    A network that tells numbers, as an estimator of scikit-learn.

    Parameters
    ----------
    module, activation, dropout, loss, optimizer, lr, schedule, batch_size, max_iter, shuffle, tol,
    n_iter_no_change, early_stopping, validation_fraction, clip_norm, categorical, standardize,
    dtype, callbacks, warm_start, verbose, random_state, **options
        As of `TensorliteClassifier`. Losses are "squared_error", "absolute_error", "huber", and
        those of `nn.functional`; `standardize` holds for targets, too, and losses are those of
        standardised targets.

    Attributes
    ----------
    module_, optimizer_, history_, loss_curve_, validation_scores_, n_iter_, n_features_in_
        As of `TensorliteClassifier`; scores are coefficients of determination.

    Examples
    --------
    >>> from sklearn.datasets import load_diabetes
    >>> from tensorlite.sklearn import TensorliteRegressor
    >>> X, y = load_diabetes(return_X_y=True)
    >>> net = TensorliteRegressor((16,), lr=0.01, max_iter=30, random_state=0).fit(X, y)
    >>> net.score(X, y) > 0.4
    True
    """

    _target_rules: dict = {"multi_output": True, "y_numeric": True}  # noqa: RUF012
    _by_class = False

    def __init__(
        self,
        module: Any = (100,),
        *,
        activation: str = "relu",
        dropout: float = 0.0,
        loss: Any = "squared_error",
        optimizer: Any = "adam",
        lr: float | None = 1e-3,
        schedule: Any = None,
        batch_size: int | Literal["auto"] = "auto",
        max_iter: int = 200,
        shuffle: bool = True,
        tol: float = 1e-4,
        n_iter_no_change: int = 10,
        early_stopping: bool = False,
        validation_fraction: float = 0.1,
        clip_norm: float | None = None,
        categorical: Sequence[int | str] | Literal["auto"] | None = "auto",
        standardize: bool = True,
        dtype: Any = None,
        callbacks: Sequence[Any] | None = None,
        warm_start: bool = False,
        verbose: bool = False,
        random_state: int | np.random.RandomState | None = None,
        **options: Any,
    ) -> None:
        self.module = module
        self.activation = activation
        self.dropout = dropout
        self.loss = loss
        self.optimizer = optimizer
        self.lr = lr
        self.schedule = schedule
        self.batch_size = batch_size
        self.max_iter = max_iter
        self.shuffle = shuffle
        self.tol = tol
        self.n_iter_no_change = n_iter_no_change
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.clip_norm = clip_norm
        self.categorical = categorical
        self.standardize = standardize
        self.dtype = dtype
        self.callbacks = callbacks
        self.warm_start = warm_start
        self.verbose = verbose
        self.random_state = random_state
        self._take_options(options)

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags

    def _with_class_weight(self, weight, y):
        return weight

    def _target(self, y, weight, fresh):
        """Standardised targets (N, outputs)."""
        columns = y.reshape(len(y), -1).astype(np.float64)
        if fresh:
            self._flat, self._outputs = y.ndim == 1, columns.shape[1]
            mean, scale = moments(columns, weight)
            alike = np.zeros_like(mean), np.ones_like(scale)
            self._moments = (mean, scale) if self.standardize else alike
        if columns.shape[1] != self._outputs:
            raise ValueError(expected("y", f"{self._outputs} outputs", str(columns.shape[1]),
                                      "those of the first fit"))  # fmt: skip
        mean, scale = self._moments
        return ((columns - mean) / scale).astype(self._columns.dtype)

    def _score_of(self, out, target, weight):
        weight = None if weight is None else weight.numpy()
        return float(r2_score(target.numpy(), out.reshape(target.shape).numpy(),
                              sample_weight=weight))  # fmt: skip

    def partial_fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:
        """
        Train for one epoch on these rows, at the rate `lr`: a schedule is one of `fit`.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)
        y : array or Tensor (N,) or (N, outputs)
        sample_weight : array or Tensor (N,), optional

        Returns
        -------
        self
        """
        return self._fit(X, y, sample_weight, "module_" not in vars(self), 1)

    def predict(self, X: Any) -> NDArray[Any]:
        """
        The numbers for each row.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)

        Returns
        -------
        ndarray (N,) or (N, outputs)
        """
        out = self._answers(X).numpy()
        mean, scale = (each.astype(out.dtype) for each in self._moments)
        out = out.reshape(len(out), -1) * scale + mean
        return out.ravel() if self._flat else out

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """
        The coefficient of determination, 1 at best.

        Parameters
        ----------
        X : array, Tensor or frame (N, F)
        y : array or Tensor (N,) or (N, outputs)
        sample_weight : array or Tensor (N,), optional

        Returns
        -------
        float
        """
        return float(super().score(X, y, sample_weight))

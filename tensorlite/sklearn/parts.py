"""What an estimator is told by name: networks, losses, optimizers and schedules."""

import copy
import difflib
import functools
import inspect

import tensorlite as tl

from .. import nn, optim
from ..errors import expected
from ..nn import functional
from ..optim import lr_scheduler

ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "logistic": nn.Sigmoid, "sigmoid": nn.Sigmoid,
               "gelu": nn.GELU, "silu": nn.SiLU, "identity": nn.Identity}  # fmt: skip
LOSSES = {"log_loss": "cross_entropy", "squared_error": "mse_loss", "absolute_error": "l1_loss",
          "huber": "huber_loss"}  # fmt: skip
SCHEDULES = {"cosine": "CosineAnnealingLR", "exponential": "ExponentialLR", "step": "StepLR",
             "linear": "LinearLR", "plateau": "ReduceLROnPlateau",
             "one_cycle": "OneCycleLR"}  # fmt: skip
_LENGTHS = ("T_max", "total_steps", "total_iters")  # settings that count epochs


class Perceptron(nn.Module):
    """
    Layers of neurons; categories come in through an embedding each.

    Parameters
    ----------
    in_features, out_features : int
    hidden : sequence of int
        The width of each layer between.
    activation : str
    dropout : float
        The share of neurons of each hidden layer that a training step leaves out.
    categories : sequence of int
        How many codes each column of categories has.

    References
    ----------
    Guo, Berkhahn 2016, "Entity Embeddings of Categorical Variables", arXiv:1604.06737.

    Examples
    --------
    >>> import tensorlite as tl
    >>> net = Perceptron(3, 2, (8,), categories=[4])
    >>> net(tl.zeros(5, 3), tl.zeros(5, 1, dtype=tl.int64)).shape
    tensorlite.Size([5, 2])
    """

    def __init__(self, in_features, out_features, hidden=(100,), activation="relu", dropout=0.0,
                 categories=()):  # fmt: skip
        super().__init__()
        widths = [min(50, round(1.6 * count**0.56)) for count in categories]
        self.embeddings = nn.ModuleList(
            nn.Embedding(count, width) for count, width in zip(categories, widths, strict=True)
        )
        layers, width = [], in_features + sum(widths)
        for size in hidden:
            layers += [nn.Linear(width, size), named("activation", activation, ACTIVATIONS)()]
            layers += [nn.Dropout(dropout)] if dropout else []
            width = size
        self.layers = nn.Sequential(*layers, nn.Linear(width, out_features))

    def forward(self, x, codes=None):
        """Rows of numbers, and of codes if there are categories."""
        if codes is not None:
            columns = [each(codes[:, k]) for k, each in enumerate(self.embeddings)]
            x = tl.cat([x, *columns], 1)
        return self.layers(x)


MEANT = {
    **dict.fromkeys(("epochs", "n_epochs", "num_epochs", "max_epochs", "iterations", "n_iter",
                     "n_iterations"), "max_iter"),
    **dict.fromkeys(("learning_rate", "learning_rate_init", "eta", "eta0"), "lr"),
    **dict.fromkeys(("hidden", "hidden_layer_sizes", "hidden_sizes", "layers", "units", "model",
                     "net", "network"), "module"),
    **dict.fromkeys(("criterion", "loss_fn", "loss_function", "objective"), "loss"),
    **dict.fromkeys(("scheduler", "lr_scheduler"), "schedule"),
    **dict.fromkeys(("alpha", "weight_decay", "l2"), "optimizer__weight_decay"),
    "momentum": "optimizer__momentum", "solver": "optimizer", "seed": "random_state",
    "patience": "n_iter_no_change", "scale": "standardize", "normalize": "standardize",
    "max_grad_norm": "clip_norm", "gradient_clip_val": "clip_norm",
}  # settings, by what scikit-learn, skorch, Keras and others call them


def meant(name, known):
    """The setting that is called otherwise elsewhere, or written a little otherwise; or None."""
    near = difflib.get_close_matches(name.lower(), known, 1, 0.75)
    return MEANT.get(name.lower()) or next(iter(near), None)


def named(what, name, known):
    """What stands under a name, in any case."""
    found = {key.lower(): value for key, value in known.items()}.get(str(name).lower())
    if found is None:
        shown = {key.lower(): key for key in known}
        near = difflib.get_close_matches(str(name).lower(), shown, 1, 0.0)[0]
        raise ValueError(expected(what, f"one of {', '.join(sorted(known))}", repr(name),
                                  repr(shown[near])))  # fmt: skip
    return found


def make_module(module, options, sizes, settings):
    """
    A network to train.

    Parameters
    ----------
    module : int, sequence of int, Module, class or function
        The widths of hidden layers; a network, of which a copy is trained; or what makes one.
    options : dict
        What a class or function is called with.
    sizes : dict
        The same, where it takes arguments of these names.
    settings : dict
        What a `Perceptron` takes beside its sizes.
    """
    if isinstance(module, nn.Module):
        if options:
            raise ValueError(expected("module", "a class or function, for module__ options",
                                      f"a {type(module).__name__}", "its class"))  # fmt: skip
        return copy.deepcopy(module)
    if callable(module):
        made = module(**{**_wanted(module, sizes), **options})
        if not isinstance(made, nn.Module):
            raise TypeError(expected("module", "a function that makes a Module",
                                     f"one that makes a {type(made).__name__}", "nn.Sequential"))
        return made
    widths = (module,) if isinstance(module, int) else module
    if not isinstance(widths, tuple | list) or not all(
            isinstance(w, int) and w > 0 for w in widths):  # fmt: skip
        raise ValueError(expected("module", "widths of hidden layers, a Module, or what makes one",
                                  repr(module), "(100,)"))  # fmt: skip
    kept = ("in_features", "out_features", "categories")
    return Perceptron(hidden=tuple(widths), **{k: sizes[k] for k in kept}, **settings, **options)


def make_loss(loss, options):
    """A function of results and targets that answers the loss of each row, or their mean."""
    if isinstance(loss, str):
        losses = {key: getattr(functional, name) for key, name in LOSSES.items()}
        losses.update({name: getattr(functional, name) for name in dir(functional)
                       if name.endswith("_loss") or name.startswith("cross_")})  # fmt: skip
        return functools.partial(named("loss", loss, losses), reduction="none", **options)
    if isinstance(loss, type):
        return loss(**{**_wanted(loss, {"reduction": "none"}), **options})
    return functools.partial(loss, **options) if options else loss


def make_optimizer(optimizer, params, lr, options):
    """An optimizer by name, class or function."""
    if isinstance(optimizer, str):
        known = {k: v for k, v in vars(optim).items()
                 if isinstance(v, type) and issubclass(v, optim.Optimizer) and
                 v not in (optim.Optimizer, optim.LBFGS)}  # fmt: skip
        optimizer = named("optimizer", optimizer, known)
    return optimizer(params, **{**({} if lr is None else {"lr": lr}), **options})


def make_schedule(schedule, optimizer, epochs, options):
    """A scheduler by name, class or function; what counts epochs is told how many there will be."""
    if schedule is None:
        return None
    if isinstance(schedule, str):
        known = {k: v for k, v in vars(lr_scheduler).items() if isinstance(v, type)}
        known.update({key: known[name] for key, name in SCHEDULES.items()})
        schedule = named("schedule", schedule, known)
    found = _wanted(schedule, dict.fromkeys(_LENGTHS, epochs))
    if schedule is lr_scheduler.OneCycleLR:
        found["max_lr"] = [group["lr"] for group in optimizer.param_groups]
    if schedule is lr_scheduler.ExponentialLR:
        found["gamma"] = 0.01 ** (1 / epochs)
    if schedule is lr_scheduler.StepLR:
        found["step_size"] = max(1, epochs // 3)
    return schedule(optimizer, **{**found, **options})


def _wanted(function, values):
    """Those of some values that a function takes as arguments of these names."""
    try:
        taken = inspect.signature(function).parameters
    except (TypeError, ValueError):
        return {}
    return {name: value for name, value in values.items() if name in taken}

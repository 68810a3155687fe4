"""PyTorch's longer paths: modules that lead to what has another home here.

``from tensorlite.distributions.normal import Normal`` and ``nn.modules.pooling.MaxPool2d`` work as
in PyTorch, which has files of those names. Here such a module has none: it is made when it is first
imported or asked for, and gives what the modules have that `HOMES` names beside its path.
"""

import importlib
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

ROOT = __name__.rpartition(".")[0]
HOMES = {  # by the path: the modules that are searched in turn, "" for the package itself
    **dict.fromkeys(
        [f"distributions.{name}" for name in (
            "bernoulli", "beta", "binomial", "cauchy", "chi2", "dirichlet", "distribution",
            "exp_family", "exponential", "fishersnedecor", "gamma", "generalized_pareto",
            "geometric", "gumbel", "half_cauchy", "half_normal", "independent", "inverse_gamma",
            "kumaraswamy", "laplace", "lkj_cholesky", "log_normal", "logistic_normal",
            "lowrank_multivariate_normal", "mixture_same_family", "multinomial",
            "multivariate_normal", "negative_binomial", "normal", "one_hot_categorical", "pareto",
            "poisson", "relaxed_bernoulli", "relaxed_categorical", "studentT",
            "transformed_distribution", "uniform", "von_mises", "weibull", "wishart")],
        ("distributions",)),
    "distributions.constraint_registry": ("distributions.registry",),
    "nn.modules": ("nn",),
    **dict.fromkeys(
        [f"nn.modules.{name}" for name in (
            "adaptive", "channelshuffle", "container", "distance", "flatten", "fold", "linear",
            "pixelshuffle", "sparse", "upsampling")],
        ("nn",)),
    "nn.modules.activation": ("nn", "nn.activations"),
    "nn.modules.batchnorm": ("nn", "nn.running_norms"),
    "nn.modules.conv": ("nn", "nn.convolution"),
    "nn.modules.dropout": ("nn", "nn.dropout"),
    "nn.modules.instancenorm": ("nn", "nn.running_norms"),
    "nn.modules.lazy": ("nn.lazy",),
    "nn.modules.loss": ("nn", "nn.losses"),
    "nn.modules.module": ("nn.module", "nn.hooks", "nn.state"),
    "nn.modules.normalization": ("nn", "nn.normalization"),
    "nn.modules.padding": ("nn", "nn.padding"),
    "nn.modules.pooling": ("nn", "nn.pooling"),
    "nn.modules.rnn": ("nn", "nn.recurrent"),
    "nn.modules.transformer": ("nn", "nn._transformer_layers"),
    "nn.modules.utils": ("nn.repeated", "nn.state"),
    "nn.common_types": ("nn.repeated",),
    "nn.parallel.distributed": ("nn.parallel",),
    "nn.parallel.scatter_gather": ("nn.parallel",),
    **dict.fromkeys(
        [f"optim.{name}" for name in ("adadelta", "adagrad", "adamax", "adamw", "asgd", "nadam",
                                      "radam", "rmsprop", "rprop")],
        ("optim",)),
    "amp.autocast_mode": ("amp",),
    "amp.grad_scaler": ("amp",),
    "cpu.amp": ("amp.cpu",),
    "cpu.amp.autocast_mode": ("amp.cpu",),
    "cpu.amp.grad_scaler": ("amp.cpu",),
    "cuda.amp": ("amp.cuda",),
    "cuda.amp.autocast_mode": ("amp.cuda",),
    "cuda.amp.grad_scaler": ("amp.cuda",),
    "autograd.anomaly_mode": ("autograd",),
    "autograd.grad_mode": ("autograd",),
    "autograd.profiler": ("profiler",),
    "distributed.nn": ("distributed",),
    "functional": ("",),
    "utils.data._utils": ("utils.data",),
    "utils.data._utils.collate": ("utils.data.collate",),
    "utils.data.distributed": ("utils.data",),
    "utils.model_zoo": ("hub",),
}  # fmt: skip


class Paths:
    """Finds the modules of `HOMES`, and makes them."""

    def find_spec(self, name, path=None, target=None):
        """The spec of a module of `HOMES`; None of others."""
        root, _, place = name.partition(".")
        if root != ROOT or place not in HOMES:
            return None
        above = any(other.startswith(place + ".") for other in HOMES)
        return ModuleSpec(name, self, is_package=above)  # type: ignore[arg-type]

    def create_module(self, spec):
        """None: a module like others."""

    def exec_module(self, module: ModuleType) -> None:
        """Let it ask its homes for names."""
        place = module.__name__.partition(".")[2]
        homes = [importlib.import_module(f"{ROOT}.{home}".rstrip(".")) for home in HOMES[place]]
        module.__doc__ = f"PyTorch's path to {' and '.join(home.__name__ for home in homes)}."

        def given(name: str) -> Any:
            found = below(module.__name__, name)  # first: `nn.modules.utils` is not `nn.utils`
            if name == "__all__":
                return [each for home in homes for each in getattr(home, "__all__", ())]
            if found is None and name[:2] != "__":
                for home in homes:
                    if name in vars(home):
                        return vars(home)[name]
            if found is None:
                raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
            return found

        module.__getattr__ = given  # type: ignore[method-assign]


def below(module: str, name: str) -> ModuleType | None:
    """The module of `HOMES` that a module has under this name; None if there is none."""
    place = f"{module}.{name}"
    return importlib.import_module(place) if place.partition(".")[2] in HOMES else None

"""Random counts, and other numbers that NumPy's generators draw, seeded by a stream of ours."""

import numpy as np

from ..batches import batches, carry, drawn_levels, grounded, levels_of, outside, state
from ..declare import public
from ..dtypes import float64
from ..errors import Unbatched, expected
from ..shapes import broadcast
from ..tensor import Tensor
from .creation import unmoved_by
from .drawing import floating
from .generators import Generator
from .hosted import hosted
from .random import randint
from .requiring import require
from .views import expand


def drawn(name, generator, *parameters):
    """Numbers of the parameters' shape and the last one's dtype, by a method of NumPy's."""
    if batches.used and state.levels:
        levels = drawn_levels(name)
        if {*levels_of([x.spec for x in parameters])} <= {*levels}:
            whole = [grounded(x.detach(), levels) for x in parameters]
            with outside():
                return carry(drawn(name, generator, *whole), levels)
    if any(x.spec.hidden for x in parameters):  # told before a seed is taken
        raise Unbatched(expected(name, "tensors without a batch of vmap", "one", "it outside"))
    like = parameters[-1]
    seed = randint(0, 1 << 62, (2,), generator=generator)
    arrays = [x.detach().cpu().to(float64).contiguous() for x in parameters]
    results = [(like.shape, float64)]
    return hosted(name, _METHODS[name], [seed, *arrays], results)[0].to(like.device, like.dtype)


def _by_numpy(name):
    """The function that calls a method of NumPy's, of a seed and the parameters."""

    def draw(seed, *parameters):
        stream = np.random.Generator(np.random.Philox(key=seed.astype(np.uint64)))
        if name == "binomial":
            parameters = parameters[0].round().astype(np.int64), parameters[1]
        return (np.asarray(getattr(stream, name)(*parameters), np.float64),)

    return draw


_METHODS = {name: _by_numpy(name)
            for name in ("binomial", "poisson", "standard_gamma", "vonmises")}  # fmt: skip


@public(method=False)
def poisson(input: Tensor, generator: Generator | None = None) -> Tensor:
    """
    Poisson numbers: how often what comes `input` times on average came.

    Parameters
    ----------
    input : Tensor
        The rates, at least 0.
    generator : Generator, optional
        The default one without it.

    Returns
    -------
    Tensor
        Of input's shape and dtype.

    Raises
    ------
    RuntimeError
        For a negative rate or NaN.

    Examples
    --------
    >>> tl.poisson(tl.tensor([0.0, 3.0])).shape
    tensorlite.Size([2])
    """
    floating("poisson", input.dtype)
    rates = input.detach()
    require(rates >= 0, _bad_rate, lambda: (rates.min(),))
    return unmoved_by(drawn("poisson", generator, rates), input)


def _bad_rate(least):
    return RuntimeError(
        f"poisson: invalid Poisson rate, expected rate to be non-negative; got {least}; "
        "try clamp(min=0)"
    )


@public(method=False)
def binomial(count: Tensor, prob: Tensor, generator: Generator | None = None) -> Tensor:
    """
    Binomial numbers: how many of `count` tries succeed, each with the probability `prob`.

    Parameters
    ----------
    count : Tensor
        Whole numbers of at least 0, of a floating point dtype.
    prob : Tensor
        Probabilities of the same dtype.
    generator : Generator, optional
        The default one without it.

    Returns
    -------
    Tensor
        Of the shape that both are broadcast to.

    Raises
    ------
    RuntimeError
        For a count below 0, a probability outside of [0, 1], NaN, or two dtypes.

    Examples
    --------
    >>> tl.binomial(tl.tensor([3.0, 5.0]), tl.tensor([0.0, 1.0]))
    tensor([0., 5.])
    """
    if count.dtype is not floating("binomial", prob.dtype):
        raise RuntimeError(
            expected("binomial", f"count of prob's dtype, {prob.dtype!r}", f"{count.dtype!r}",
                     ".to(prob.dtype)")
        )  # fmt: skip
    shape = broadcast(count.shape, prob.shape, op="binomial")
    tries, share = (expand(x.detach(), shape) for x in (count, prob))
    require(tries >= 0, _bad_count, lambda: (tries.min(),))
    require((share >= 0) & (share <= 1), _bad_share, lambda: (share.min(), share.max()))
    return unmoved_by(drawn("binomial", generator, tries, share), count, prob)


def _bad_count(least):
    return RuntimeError(expected("binomial", "counts of at least 0", f"{least}", "clamp(min=0)"))


def _bad_share(least, most):
    return RuntimeError(
        expected("binomial", "probabilities in [0, 1]", f"{least} to {most}", "clamp(0, 1)")
    )

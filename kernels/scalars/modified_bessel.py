"""Modified Bessel functions of orders 0 and 1, also with their growth taken out.

Method: the series of Abramowitz and Stegun 9.6 near 0; far from it Chebyshev fits in 1 / x of what
is left beside exp(+-x) / sqrt(x), as in Cephes. The fits are our own.
"""

import math

from . import exp, fabs, in_float64, sqrt, typed, vocabulary
from .f64 import exp_f64, log_f64
from .fitted import polynomial

INF = math.inf
NAN = math.nan


def _mean(f, count=256):
    """The mean of a periodic function over half a turn."""
    return sum(f(math.pi * (k + 0.5) / count) for k in range(count)) / count


def _decaying(f, x):
    """The integral of exp(x - x cosh t) f(t) over positive t."""
    steps = [(k + 0.5) / 64 for k in range(64 * 12)]
    return sum(math.exp(x - x * math.cosh(t)) * f(t) for t in steps) / 64


@vocabulary
def i0(x):
    """Modified Bessel function of the first kind, of order 0."""
    return _mean(lambda t: math.exp(x * math.cos(t)))


@vocabulary
def i0e(x):
    """exp(-|x|) i0(x)."""
    return _mean(lambda t: math.exp(x * math.cos(t) - abs(x)))


@vocabulary
def i1(x):
    """Modified Bessel function of the first kind, of order 1."""
    return _mean(lambda t: math.exp(x * math.cos(t)) * math.cos(t))


@vocabulary
def i1e(x):
    """exp(-|x|) i1(x)."""
    return _mean(lambda t: math.exp(x * math.cos(t) - abs(x)) * math.cos(t))


@vocabulary
def k0(x):
    """Modified Bessel function of the second kind, of order 0; infinite at 0, NaN below."""
    return exp(-x) * k0e(x)


@vocabulary
def k0e(x):
    """exp(x) k0(x)."""
    return _decaying(lambda t: 1.0, x)


@vocabulary
def k1(x):
    """Modified Bessel function of the second kind, of order 1; infinite at 0, NaN below."""
    return exp(-x) * k1e(x)


@vocabulary
def k1e(x):
    """exp(x) k1(x)."""
    return _decaying(math.cosh, x)


# ------------------------------------------------------------------ float64

# By x*x/4: i0 and i1 / x, and what is left of k0 and k1 beside a logarithm of x / 2.

i0_near = polynomial(
    "i0_near",
    7.915289708078262e-43, 3.8310002187098785e-40, 1.6894710964510564e-37, 6.757884385804225e-35,
    2.4395962632753253e-32, 7.904291893012054e-30, 2.2843403570804838e-27, 5.8479113141260385e-25,
    1.3157800456783586e-22, 2.5789288895295828e-20, 4.358389823304995e-18, 6.276081345559193e-16,
    7.594058428126623e-14, 7.594058428126624e-12, 6.151187326782565e-10, 3.936759889140842e-08,
    1.9290123456790124e-06, 6.944444444444444e-05, 0.001736111111111111, 0.027777777777777776,
    0.25, 1.0, 1.0,
)

i1_near = polynomial(
    "i1_near",
    8.706818678886087e-42, 4.022550229645372e-39, 1.6894710964510563e-36, 6.419990166514014e-34,
    2.195636636947793e-31, 6.718648109060246e-29, 1.827472285664387e-26, 4.385933485594529e-24,
    9.21046031974851e-22, 1.676303778194229e-19, 2.615033893982997e-17, 3.451844740057556e-15,
    3.7970292140633116e-13, 3.417326292656981e-11, 2.460474930713026e-09, 1.3778659611992944e-07,
    5.787037037037037e-06, 0.00017361111111111112, 0.003472222222222222, 0.041666666666666664,
    0.25, 0.5,
)

k0_near = polynomial(
    "k0_near",
    6.712740659979047e-20, 1.1009270959725744e-17, 1.5330343403208473e-15, 1.785934656987074e-13,
    1.709994072705808e-11, 1.3167486730385647e-09, 7.935096521304209e-08, 3.6126241031992037e-06,
    0.00011848039364109726, 0.0026147876188052093, 0.0348921574564389, 0.23069608377461678,
    0.42278433509846713, -0.5772156649015329,
)

k1_near = polynomial(
    "k1_near",
    4.2988082067481413e-19, 6.496602830252822e-17, 8.27478683812568e-15, 8.739821824232205e-13,
    7.50512186647297e-11, 5.113215008984695e-09, 2.6788647852279523e-07, 1.0355619223177857e-05,
    0.000278839872991632, 0.0047955474598326405, 0.04539379174021391, 0.16819608377461678,
    -0.03860783245076643,
)

# By t = 16 / x - 1 and t = 4 / x - 1: the rest beside exp(+-x) / sqrt(x).

i0_far = polynomial(
    "i0_far",
    9.365086892818145e-11, 3.62935522971875e-11, -6.633287112547059e-10, -2.803381997887009e-10,
    2.1968921378828948e-09, 1.1050558794424366e-09, -4.575553424534966e-09,
    -3.1346276429240816e-09, 6.560138746917051e-09, 7.335968710816156e-09, -5.03810648790328e-09,
    -1.3326094405766389e-08, -6.849338188286771e-09, 7.534355843803342e-09, 2.1566251453104354e-08,
    3.932889375114634e-08, 8.872034383314144e-08, 2.973596046562712e-07, 1.4838476651250266e-06,
    1.1143033800708978e-05, 0.00013621607438984735, 0.0033605519836677504, 0.4021765094450081,
)

i1_far = polynomial(
    "i1_far",
    -9.752397204138148e-11, -3.365431853180194e-11, 6.917089294193781e-10, 2.6340771095136576e-10,
    -2.297004161885195e-09, -1.0594544160443186e-09, 4.810597405089936e-09, 3.086886736722728e-09,
    -6.983839624895859e-09, -7.444441477197272e-09, 5.593370101790607e-09, 1.3958551001385956e-08,
    6.840138997706959e-09, -8.409182040442918e-09, -2.339250374801858e-08, -4.313196489977733e-08,
    -1.000109565963654e-07, -3.4838534380376333e-07, -1.8349102358955385e-06,
    -1.5038547209501858e-05, -0.0002192357638317243, -0.009749577193235635, 0.38939845902587233,
)

k0_far = polynomial(
    "k0_far",
    1.0926983537268735e-10, -1.7597528809195706e-10, -3.119936129682105e-10,
    4.3927260002107633e-10, 8.133913205464114e-10, -1.2366923277096287e-09, 4.757544705776374e-11,
    -6.643878631843235e-10, 3.808399859919043e-09, -8.025205604904476e-09, 1.7047535884249698e-08,
    -4.1056738724915364e-08, 1.02954317593912e-07, -2.689759865539584e-07, 7.427801232190096e-07,
    -2.1911673837417864e-06, 7.002245645755651e-06, -2.473520542848972e-05, 9.95605474202942e-05,
    -0.0004797690567328844, 0.0030328918102753206, -0.031071461824889898, 1.2185953385133905,
)

k1_far = polynomial(
    "k1_far",
    -1.1931668393112158e-10, 1.9273808087540517e-10, 3.3867804167808003e-10, -4.77441121785095e-10,
    -8.908596710923906e-10, 1.3615859404460648e-09, -8.336227195991457e-11, 7.966242798504094e-10,
    -4.331939985658629e-09, 9.213894020289533e-09, -1.9817577141591116e-08, 4.815434679085478e-08,
    -1.2203186351938403e-07, 3.230567198853934e-07, -9.067087633371393e-07, 2.7300301043527215e-06,
    -8.961207387750025e-06, 3.2843866502355955e-05, -0.00013959021956272223, 0.0007357241548718385,
    -0.005566729880074588, 0.10334973775386565, 1.363151890371342,
)


@typed
def grown(far, a):
    """exp(a) far, for the largest a too."""
    c = 1400.0 if a > 1400.0 else a  # infinite times 1e-155, the least that `far` is
    half = exp_f64(0.5 * c)
    return half * far * half


@in_float64(i0)
def i0_f64(x):
    a = fabs(x)
    far = grown(sqrt(1.0 / a) * i0_far(16.0 / a - 1.0), a) if a < INF else a
    return i0_near(0.25 * a * a) if a <= 8.0 else far


@in_float64(i0e)
def i0e_f64(x):
    a = fabs(x)
    near = exp_f64(-a) * i0_near(0.25 * a * a)
    return near if a <= 8.0 else sqrt(1.0 / a) * i0_far(16.0 / a - 1.0)


@in_float64(i1)
def i1_f64(x):
    a = fabs(x)
    far = grown(sqrt(1.0 / a) * i1_far(16.0 / a - 1.0), a) if a < INF else a
    return x * i1_near(0.25 * a * a) if a <= 8.0 else (-far if x < 0.0 else far)


@in_float64(i1e)
def i1e_f64(x):
    a = fabs(x)
    near = exp_f64(-a) * (x * i1_near(0.25 * a * a))
    far = sqrt(1.0 / a) * i1_far(16.0 / a - 1.0)
    return near if a <= 8.0 else (-far if x < 0.0 else far)


@typed
def k0_below_two(x):
    y = 0.25 * x * x
    near = k0_near(y) - log_f64(0.5 * x) * i0_near(y)
    return near if x > 0.0 else (INF if x == 0.0 else NAN)


@typed
def k1_below_two(x):
    y = 0.25 * x * x
    near = 1.0 / x + x * (log_f64(0.5 * x) * i1_near(y) - k1_near(y))
    return near if x > 0.0 else (INF if x == 0.0 else NAN)


@in_float64(k0)
def k0_f64(x):
    far = exp_f64(-x) * (sqrt(1.0 / x) * k0_far(4.0 / x - 1.0))
    return k0_below_two(x) if x <= 2.0 else far


@in_float64(k0e)
def k0e_f64(x):
    far = sqrt(1.0 / x) * k0_far(4.0 / x - 1.0)
    return exp_f64(x) * k0_below_two(x) if x <= 2.0 else far


@in_float64(k1)
def k1_f64(x):
    far = exp_f64(-x) * (sqrt(1.0 / x) * k1_far(4.0 / x - 1.0))
    return k1_below_two(x) if x <= 2.0 else far


@in_float64(k1e)
def k1e_f64(x):
    far = sqrt(1.0 / x) * k1_far(4.0 / x - 1.0)
    return exp_f64(x) * k1_below_two(x) if x <= 2.0 else far

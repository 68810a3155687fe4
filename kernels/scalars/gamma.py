"""Zeta, polygamma, and the incomplete gamma functions."""

import math

from . import (
    copysign,
    exp,
    fabs,
    floor,
    fma,
    in_float64,
    lgamma,
    sqrt,
    trunc,
    typed,
    vocabulary,
)
from .f64 import exp_f64, expm1_f64, log1p_f64, log_f64, pow_f64
from .fitted import polynomial
from .special import (
    digamma_f64,
    erfcx_of_magnitude,
    lgamma_f64,
    lgamma_slope,
    trigamma_f64,
)

INF = math.inf
NAN = math.nan
SQRT_2PI = math.sqrt(2.0 * math.pi)
SMALL = 2.0**-54


@vocabulary
def zeta(x, y):
    """Hurwitz's zeta function, the sum of 1 / (k + y)**x; NaN below x = 1.

    Infinite at x = 1 and where y is 0 or a negative integer; for other negative y, x is an integer.
    """
    if x <= 1.0:
        return INF if x == 1.0 else NAN
    total = sum((y + k) ** -x for k in range(1000))
    z = y + 1000.0
    return total + z ** (1.0 - x) / (x - 1.0) + 0.5 * z**-x + x * z ** (-x - 1.0) / 12.0


@vocabulary
def polygamma(n, x):
    """Derivative n of digamma, for n = 0, 1, 2, ..."""
    sign = 1.0 if n % 2 == 1 else -1.0
    return sign * exp(lgamma(n + 1.0)) * zeta(n + 1.0, x)


@vocabulary
def gammainc(a, x):
    """The share of the gamma integral below x: 1 at infinity, 0 at 0. NaN for negative numbers."""
    term, total = 1.0, 1.0
    for k in range(1, 2000):
        term = term * x / (a + k)
        total = total + term
    return total * exp(a * math.log(x) - x - lgamma(a + 1.0))


@vocabulary
def gammaincc(a, x):
    """1 - gammainc(a, x), accurate where that nears 1."""
    return 1.0 - gammainc(a, x)


# ------------------------------------------------------------------ zeta and what is made of it


@typed
def zeta_of_positive(s, q):
    """Ten terms, then Euler and Maclaurin (Cephes): Bernoulli's numbers over (2k)!."""
    total = 0.0
    a = q
    for _ in range(10):
        term = pow_f64(a, -s)
        total = total + term
        a = a + 1.0
        if term < SMALL * total:
            return total
    power = pow_f64(a, -s)
    z = 1.0 / (a * a)
    r = s / a
    series = r * 0.08333333333333333
    r = r * (s + 1.0) * (s + 2.0) * z
    series = fma(r, -0.001388888888888889, series)
    r = r * (s + 3.0) * (s + 4.0) * z
    series = fma(r, 3.306878306878307e-05, series)
    r = r * (s + 5.0) * (s + 6.0) * z
    series = fma(r, -8.267195767195768e-07, series)
    r = r * (s + 7.0) * (s + 8.0) * z
    series = fma(r, 2.08767569878681e-08, series)
    r = r * (s + 9.0) * (s + 10.0) * z
    series = fma(r, -5.284190138687493e-10, series)
    r = r * (s + 11.0) * (s + 12.0) * z
    series = fma(r, 1.3382536530684679e-11, series)
    r = r * (s + 13.0) * (s + 14.0) * z
    series = fma(r, -3.38968029632258e-13, series)
    r = r * (s + 15.0) * (s + 16.0) * z
    series = fma(r, 8.586062056277845e-15, series)
    r = r * (s + 17.0) * (s + 18.0) * z
    series = fma(r, -2.174868698558062e-16, series)
    return total + power * (a / (s - 1.0) + (0.5 + series))


@typed
def zeta_of_negative(s, q):
    """For an integer s: the terms left of 0 are those of a zeta right of it, and their end."""
    f = q - floor(q)
    rest = -floor(-q) - q  # 1 - f, exact beside 0
    beside = zeta_of_positive(s, rest) - zeta_of_positive(s, 1.0 - q)
    odd = trunc(0.5 * s) != 0.5 * s
    return zeta_of_positive(s, f) + (-beside if odd else beside)


@in_float64(zeta)
def zeta_f64(x, y):
    if not x > 1.0:
        return INF if x == 1.0 else NAN
    if y > 0.0 or y != y:
        return zeta_of_positive(x, y) if y < INF else (y if y != y else 0.0)
    if y == floor(y):
        return INF
    return zeta_of_negative(x, y) if x == floor(x) else NAN


@typed
def factorial(n):
    """n!, infinite beyond 170."""
    product = 1.0
    k = 2.0
    while k <= n and product < INF:
        product = product * k
        k = k + 1.0
    return product


@in_float64(polygamma)
def polygamma_f64(n, x):
    if n == 0.0:
        return digamma_f64(x)
    if n == 1.0:
        return trigamma_f64(x)
    size = factorial(n) * zeta_f64(n + 1.0, x)
    return size if trunc(0.5 * n) != 0.5 * n else -size


# ------------------------------------------------------------------ incomplete gamma functions

# Temme (1979), uniform in x for large a: the k-th is the power series in eta of what 1 / a^k is
# multiplied with, from c_k = c_(k-1)' / eta + (-1)^k g_k / mu with Stirling's g (DLMF 8.12.12).

temme_0 = polynomial(
    "temme_0",
    -5.0276692801141755e-12, 2.4361948020667415e-11, -5.830772132550426e-11,
    -2.5514193994946248e-11, 9.14769958223679e-10, -4.382036018453353e-09, 1.0261809784240309e-08,
    6.707853543401498e-09, -1.7665952736826078e-07, 8.296711340953087e-07, -1.85406221071516e-06,
    -2.185448510679992e-06, 3.919263178522438e-05, -0.0001787551440329218, 0.0003527336860670194,
    0.0011574074074074073, -0.014814814814814815, 0.08333333333333333, -0.3333333333333333,
)

temme_1 = polynomial(
    "temme_1",
    -8.56390702649298e-11, 4.162792991842583e-10, -1.0091543710600413e-09, -1.7543241719747647e-11,
    1.1951628599778148e-08, -5.752545603517705e-08, 1.378633446915721e-07, 4.647127802807434e-09,
    -1.6120900894563446e-06, 7.64916091608111e-06, -1.8098550334489977e-05, -4.018775720164609e-07,
    0.00020576131687242798, -0.0009902263374485596, 0.0026455026455026454, -0.003472222222222222,
    -0.001851851851851852,
)

temme_2 = polynomial(
    "temme_2",
    -1.3670488396617114e-09, 6.228974084922022e-09, -1.409252991086752e-08,
    -2.0477098421990866e-10, 1.4280614206064242e-07, -6.298992138380055e-07,
    1.3721957309062934e-06, 3.423578734096138e-08, -1.2760635188618728e-05, 5.2923448829120125e-05,
    -0.0001073665322636516, 2.0093878600823047e-06, 0.0007716049382716049, -0.0026813271604938273,
    0.004133597883597883,
)

temme_3 = polynomial(
    "temme_3",
    2.0620131815488797e-09, 2.3928620439808118e-12, -1.9111168485973655e-08, 8.099464905388083e-08,
    -1.6958404091930278e-07, -2.7861080291528143e-11, 1.4230900732435883e-06,
    -5.6749528269915965e-06, 1.1082654115347302e-05, -2.396505113867297e-07,
    -7.561801671883977e-05, 0.00026772063206283885, -0.0004691894943952557, 0.00022947209362139917,
    0.0006494341563786008,
)

temme_4 = polynomial(
    "temme_4",
    -1.4189739437803219e-08, 2.8865829742708783e-08, 2.956794137544049e-11, -2.292934834000805e-07,
    8.907507532205309e-07, -1.6954149536558305e-06, 2.507497226237533e-10, 1.1375726970678419e-05,
    -3.968365047179435e-05, 6.641498215465122e-05, -1.4638452578843418e-06, -0.0002990724803031902,
    0.0007840392217200666, -0.0008618882909167117,
)

temme_5 = polynomial(
    "temme_5",
    -1.8447187191171344e-07, 3.4652846491085265e-07, -3.252473551298454e-10,
    -2.291481176508095e-06, 8.018470256334202e-06, -1.3594048189768693e-05, 1.419062920643967e-07,
    6.797780477937208e-05, -0.00019932570516188847, 0.0002772753244959392, -6.972813758365857e-05,
    -0.00033679855336635813,
)

temme_6 = polynomial(
    "temme_6",
    5.788792863149004e-07, -2.0291327396058603e-06, 3.465155368803609e-06, -3.0796134506033047e-09,
    -1.8329116582843375e-05, 5.61168275310625e-05, -8.153969367561969e-05, 7.902353232660328e-07,
    0.0002708782096718045, -0.0005921664373536939, 0.0005313079364639922,
)

temme_7 = polynomial(
    "temme_7",
    5.7876949497350525e-06, -1.8263488805711332e-05, 2.7744451511563645e-05,
    -1.2741009095484485e-07, -0.00010976582244684731, 0.0002812695154763237,
    -0.00033493161081142234, 5.171790908260592e-05, 0.00034436760689237765,
)

temme_8 = polynomial(
    "temme_8",
    4.629953263691304e-05, -0.00012783517679769218, 0.00016644846642067547, -6.969091458420552e-07,
    -0.000438297098541721, 0.0008394987206720873, -0.0006526239185953094,
)

temme_9 = polynomial(
    "temme_9",
    0.00027750107634328704, -0.0006401475260262758, 0.0006782308837667328, -7.204895416020011e-05,
    -0.0005967612901927463,
)

temme_10 = polynomial(
    "temme_10",
    0.0011089369134596636, -0.0019144384985654776, 0.0013324454494800656,
)

# phi(m) = m - log(1 + m) by the odd powers of s = m / (2 + m), over s^3.
odd_powers = polynomial(
    "odd_powers", *[2.0 / (2 * k + 3) for k in reversed(range(14))]
)


@typed
def phi(m):
    """m - log(1 + m), without cancellation near 0."""
    s = m / (2.0 + m)
    near = s * m - s * s * s * odd_powers(s * s)
    return near if fabs(m) < 0.5 else m - log1p_f64(m)


@typed
def uniform_share(a, x, side):
    """The share above x where side is 1, below where it is -1, for a beyond 20 and x near a."""
    m = (x - a) / a
    half_square = phi(m)
    eta = copysign(sqrt(2.0 * half_square), m)
    z = 1.0 / a
    q = temme_10(eta)
    q = fma(q, z, temme_9(eta))
    q = fma(q, z, temme_8(eta))
    q = fma(q, z, temme_7(eta))
    q = fma(q, z, temme_6(eta))
    q = fma(q, z, temme_5(eta))
    q = fma(q, z, temme_4(eta))
    q = fma(q, z, temme_3(eta))
    q = fma(q, z, temme_2(eta))
    q = fma(q, z, temme_1(eta))
    q = fma(q, z, temme_0(eta))
    root = sqrt(a)
    near = exp_f64(-a * half_square)
    tail = 0.5 * erfcx_of_magnitude(root * sqrt(half_square))
    rest = side * q / (SQRT_2PI * root)
    inside = near * (tail + rest)
    return inside if side * eta >= 0.0 else 1.0 - near * (tail - rest)


@typed
def gamma_density(a, x):
    """x**a exp(-x) / gamma(a + 1)."""
    small = pow_f64(x, a) * exp_f64(-x) * exp_f64(-lgamma_f64(a + 1.0))
    z = 1.0 / a
    w = z * z
    s = fma(0.0007936507936507937, w, -0.002777777777777778)
    s = fma(s, w, 0.08333333333333333)
    s = fma(fma(-0.0005952380952380953, w * w * w, s), z, 0.0)
    large = exp_f64(-a * phi((x - a) * z) - s) / (SQRT_2PI * sqrt(a))
    return large if a > 20.0 else small


@typed
def lower_series(a, x):
    """The share below x by its power series (Numerical Recipes, gser)."""
    term = 1.0
    total = 1.0
    k = a + 1.0
    while term > SMALL * total:
        term = term * (x / k)
        total = total + term
        k = k + 1.0
    return total * gamma_density(a, x)


@typed
def upper_fraction(a, x):
    """The share above x by Lentz's continued fraction (Numerical Recipes, gcf)."""
    b = x + 1.0 - a
    c = 1e300
    d = 1.0 / b
    h = d
    i = 1.0
    step = 2.0
    while fabs(step - 1.0) > SMALL and i < 2000.0:
        n = -i * (i - a)
        b = b + 2.0
        d = n * d + b
        d = 1.0 / (1e-300 if d == 0.0 else d)
        c = b + n / c
        c = 1e-300 if c == 0.0 else c
        step = d * c
        h = h * step
        i = i + 1.0
    return h * a * gamma_density(a, x)


@typed
def upper_of_small(a, x):
    """The share above a small x for a small a (Cephes, igamc_series): that below nears 1."""
    term = 1.0
    total = 0.0
    k = 1.0
    while fabs(term) > SMALL * fabs(total):
        term = term * (-x / k)
        total = total + term / (a + k)
        k = k + 1.0
    log_gamma = lgamma_f64(a + 1.0)
    log_gamma = a * lgamma_slope(a) - log1p_f64(a) if a < 0.5 else log_gamma
    exponent = a * log_f64(x) - log_gamma
    return -expm1_f64(exponent) - exp_f64(exponent) * a * total


@typed
def uniform(a, x):
    """Whether a is so large and x so near that Temme's series holds."""
    return a > 20.0 and fabs(x - a) < 0.4 * a


@typed
def upper_holds(a, x):
    """Whether the share above x is computed first: the one below is the larger."""
    limit = -0.4 / log_f64(x) if x <= 0.5 else 1.1 * x
    return a < x if x > 1.1 else a <= limit


@typed
def upper_share(a, x):
    return upper_fraction(a, x) if x > 1.1 else upper_of_small(a, x)


@in_float64(gammainc)
def gammainc_f64(a, x):
    if x < 0.0 or a < 0.0 or (a == 0.0 and not x > 0.0) or (a == INF and x == INF):
        return NAN
    if x == 0.0 or a == INF or x == INF or a == 0.0:
        return 0.0 if x == 0.0 or a == INF else 1.0
    if uniform(a, x):
        return uniform_share(a, x, -1.0)
    return 1.0 - upper_share(a, x) if upper_holds(a, x) else lower_series(a, x)


@in_float64(gammaincc)
def gammaincc_f64(a, x):
    if x < 0.0 or a < 0.0 or (a == 0.0 and not x > 0.0) or (a == INF and x == INF):
        return NAN
    if x == 0.0 or a == INF or x == INF or a == 0.0:
        return 1.0 if x == 0.0 or a == INF else 0.0
    if uniform(a, x):
        return uniform_share(a, x, 1.0)
    return upper_share(a, x) if upper_holds(a, x) else 1.0 - lower_series(a, x)

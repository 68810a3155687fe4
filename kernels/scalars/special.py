"""float64 implementations of the error and gamma functions. Literals as in `f64.py`."""

import math

from .. import scalars
from . import copysign, fabs, fma, implements, in_float64, rint, sqrt, trunc, typed
from .angles import cospi_f64, sinpi_f64
from .f64 import exp_product, log_f64
from .fitted import polynomial

INF = math.inf
NAN = math.nan
SQRT_HALF = math.sqrt(0.5)
SQRT_TWO = math.sqrt(2.0)
ONE_OVER_SQRT_PI = 1.0 / math.sqrt(math.pi)


@typed
def erfcx_near(c):
    """exp(c*c) erfc(c) for c from 0 to 28."""
    t = (c - 4.0) / (c + 4.0)
    q = fma(-1.717635033966234e-09, t, -1.3386306845727153e-08)
    q = fma(q, t, -7.778914067742642e-09)
    q = fma(q, t, 1.1456142759112714e-07)
    q = fma(q, t, 6.238920327538208e-08)
    q = fma(q, t, -8.342405345539776e-07)
    q = fma(q, t, 3.019562851585677e-07)
    q = fma(q, t, 5.717295325955562e-06)
    q = fma(q, t, -1.122528298110278e-05)
    q = fma(q, t, -2.44029415357619e-05)
    q = fma(q, t, 0.00015062247155671202)
    q = fma(q, t, -0.00019925556125678835)
    q = fma(q, t, -0.0007577734048596681)
    q = fma(q, t, 0.00503196976356803)
    q = fma(q, t, -0.016197734048424707)
    q = fma(q, t, 0.03716751556185267)
    q = fma(q, t, -0.06633036581256385)
    q = fma(q, t, 0.09373283499682382)
    q = fma(q, t, -0.10103906603630115)
    q = fma(q, t, 0.0680970542547366)
    q = fma(q, t, 0.015379652102619764)
    q = fma(q, t, -0.1396211168405629)
    q = fma(q, t, 1.2329951186255526)
    return q / fma(2.0, c, 1.0)


@typed
def erfc_from_square(a, square, low):
    """erfc(a) for a >= 0, given a*a as square + low: the rounding of a hardly counts."""
    c = 28.0 if a > 28.0 else a
    return exp_product(-square, -low, 0, erfcx_near(c))


@typed
def erfc_of_magnitude(a):
    """erfc(a) for a >= 0."""
    c = 28.0 if a > 28.0 else a
    square = c * c
    return erfc_from_square(c, square, fma(c, c, -square))


@implements(scalars.erfc, "float64")
def erfc_f64(x):
    y = erfc_of_magnitude(fabs(x))
    return 2.0 - y if x < 0.0 else y


@typed
def erfcx_of_magnitude(a):
    """exp(a*a) erfc(a) for a >= 0; beyond 28 by the asymptotic series."""
    inverse = 1.0 / a
    h = 0.5 * inverse * inverse
    q = fma(10395.0, h, -945.0)
    q = fma(q, h, 105.0)
    q = fma(q, h, -15.0)
    q = fma(q, h, 3.0)
    q = fma(q, h, -1.0)
    q = fma(q, h, 1.0)
    return erfcx_near(a) if a <= 28.0 else q * inverse * ONE_OVER_SQRT_PI


@in_float64(scalars.erfcx)
def erfcx_f64(x):
    a = fabs(x)
    c = 28.0 if a > 28.0 else a
    square = c * c
    grown = exp_product(square, fma(c, c, -square), 0, 2.0)
    right = erfcx_of_magnitude(a)
    return grown - right if x < 0.0 else right


@implements(scalars.ndtr, "float64")
def ndtr_f64(x):
    c = 40.0 if fabs(x) > 40.0 else fabs(x)
    square = c * c
    y = 0.5 * erfc_from_square(c * SQRT_HALF, 0.5 * square, 0.5 * fma(c, c, -square))
    return y if x < 0.0 else 1.0 - y


@implements(scalars.erf, "float64")
def erf_f64(x):
    z = x * x
    q = fma(-7.762994441303033e-10, z, 1.37016608843599e-08)
    q = fma(q, z, -1.620402240686692e-07)
    q = fma(q, z, 1.6446810589364542e-06)
    q = fma(q, z, -1.4924684083001698e-05)
    q = fma(q, z, 0.0001205529196036946)
    q = fma(q, z, -0.0008548325868656572)
    q = fma(q, z, 0.005223977604658034)
    q = fma(q, z, -0.026866170642896894)
    q = fma(q, z, 0.11283791670942436)
    q = fma(q, z, -0.37612638903183454)
    q = fma(q, z, 0.12837916709551256)
    small = fma(q, x, x)
    large = copysign(1.0 - erfc_of_magnitude(fabs(x)), x)
    return small if z < 1.0 else large


@typed
def erfinv_center(t):
    """erfinv(x) / x by t = w - 3.125, for w = -log(1 - x*x) below 6.25."""
    q = fma(-1.6953528286807676e-21, t, -1.6806050395548568e-19)
    q = fma(q, t, 1.1817148635063298e-18)
    q = fma(q, t, 1.1136048070180743e-17)
    q = fma(q, t, -1.3091457682850314e-16)
    q = fma(q, t, 2.143023939221433e-17)
    q = fma(q, t, 6.606310614266658e-15)
    q = fma(q, t, -4.055101475056284e-14)
    q = fma(q, t, -8.126568442778011e-14)
    q = fma(q, t, 2.6335475965449583e-12)
    q = fma(q, t, -1.2976452722015366e-11)
    q = fma(q, t, -5.4154292892966885e-11)
    q = fma(q, t, 1.051216681634601e-09)
    q = fma(q, t, -4.112633495717612e-09)
    q = fma(q, t, -2.9070379140976544e-08)
    q = fma(q, t, 4.234787774634863e-07)
    q = fma(q, t, -1.3654691889214557e-06)
    q = fma(q, t, -1.3882523362035098e-05)
    q = fma(q, t, 0.000186734208027097)
    q = fma(q, t, -0.0007407025341665825)
    q = fma(q, t, -0.006033670871428455)
    q = fma(q, t, 0.24015818242558967)
    return fma(q, t, 1.6536545626831027)


@typed
def erfinv_middle(t):
    """erfinv(x) / x by t = sqrt(w) - 3.25, for w from 6.25 to 16."""
    q = fma(-1.5490577980015512e-08, t, 7.306685071353297e-10)
    q = fma(q, t, 1.3208204743025564e-07)
    q = fma(q, t, -2.7142295215505234e-07)
    q = fma(q, t, -2.817526944602765e-08)
    q = fma(q, t, 1.4987872091200337e-06)
    q = fma(q, t, -3.985362073299909e-06)
    q = fma(q, t, 2.9256915413336123e-06)
    q = fma(q, t, 1.2464902303987006e-05)
    q = fma(q, t, -4.731897312647368e-05)
    q = fma(q, t, 6.828714526018191e-05)
    q = fma(q, t, 2.403125516065083e-05)
    q = fma(q, t, -0.0003550378174072311)
    q = fma(q, t, 0.0009532893639157027)
    q = fma(q, t, -0.0016882755351940485)
    q = fma(q, t, 0.002491442096973945)
    q = fma(q, t, -0.0037512085082328653)
    q = fma(q, t, 0.005370914553571814)
    q = fma(q, t, 1.0052589676941655)
    return fma(q, t, 3.0838856104922208)


@typed
def erfinv_tail(t):
    """erfinv(x) / x by t = sqrt(w) - 5, for w above 16."""
    q = fma(5.434946894716059e-12, t, -2.051314191244228e-11)
    q = fma(q, t, 1.681724348995361e-11)
    q = fma(q, t, 7.007058011590047e-11)
    q = fma(q, t, -3.848687559304678e-10)
    q = fma(q, t, 1.3151580695483738e-09)
    q = fma(q, t, -3.529774689941243e-09)
    q = fma(q, t, 7.822153901689533e-09)
    q = fma(q, t, -1.5216423547473394e-08)
    q = fma(q, t, 2.9018305509550643e-08)
    q = fma(q, t, -6.757168600055987e-08)
    q = fma(q, t, 2.2905290969214767e-07)
    q = fma(q, t, -9.930257302423486e-07)
    q = fma(q, t, 4.5260525129410225e-06)
    q = fma(q, t, -1.968177116733436e-05)
    q = fma(q, t, 7.599527809766423e-05)
    q = fma(q, t, -0.0002150301198007719)
    q = fma(q, t, -0.00013871931838016713)
    q = fma(q, t, 1.0103004648645448)
    return fma(q, t, 4.849906401408584)


@implements(scalars.erfinv, "float64")
def erfinv_f64(x):
    """In the three ranges of Giles (2010)."""
    w = -log_f64((1.0 - x) * (1.0 + x))
    root = sqrt(w)
    center = erfinv_center(w - 3.125)
    middle = erfinv_middle(root - 3.25)
    tail = erfinv_tail(root - 5.0)
    outside = x * INF if fabs(x) == 1.0 else NAN
    inside = x * (center if w < 6.25 else (middle if w < 16.0 else tail))
    return inside if fabs(x) < 1.0 else outside


# ndtri / (root sqrt(2)) where root, the square root of w, is from 6 to 27.5; by the inverse of it.
NDTRI_SCALE = 330.0 / 21.5
NDTRI_SHIFT = 33.5 / 21.5
ndtri_far = polynomial(
    "ndtri_far",
    3.807560141612808e-10, -6.037355383271595e-10, -1.225333019493313e-09, 1.7693282001458336e-09,
    2.9298680576026134e-09, -4.25540247842012e-09, -1.5382544999394968e-09, 1.2114949566486708e-09,
    6.989594774875431e-09, -1.2050098307598956e-08, 1.7817424612706546e-08, -3.704741913637137e-08,
    7.96704342352497e-08, -1.7035505757124862e-07, 3.7853338836137416e-07, -8.853344277368113e-07,
    2.208635929608159e-06, -5.9894347650574885e-06, 1.826634024795166e-05, -7.356010066130939e-05,
    0.00044605012136866184, -0.0014534783445718364, -0.011084606872058022, 0.9888039234196565,
)


@in_float64(scalars.ndtri)
def ndtri_f64(x):
    """The ranges of erfinv by w = -log(1 - y*y), y = 2x - 1, which 4x(1 - x) gives without loss."""
    y = 2.0 * x - 1.0
    w = -log_f64(4.0 * (x if x < 0.5 else 1.0 - x)) - log_f64(1.0 - x if x < 0.5 else x)
    root = sqrt(w)
    far = root * ndtri_far(NDTRI_SCALE / root - NDTRI_SHIFT)
    center = y * erfinv_center(w - 3.125)
    middle = y * erfinv_middle(root - 3.25)
    tail = y * erfinv_tail(root - 5.0)
    far = -far if x < 0.5 else far
    inside = center if w < 6.25 else (middle if w < 16.0 else (tail if w < 36.0 else far))
    end = -INF if x == 0.0 else (INF if x == 1.0 else NAN)
    return SQRT_TWO * inside if x > 0.0 and x < 1.0 else end


@typed
def lgamma_slope(e):
    """lgamma(2 + e) / e for |e| <= 1 / 2."""
    p = fma(2.9776913519641173e-07, e, -5.806782544168975e-07)
    p = fma(p, e, 8.998235197045069e-07)
    p = fma(p, e, -1.9747649516231225e-06)
    p = fma(p, e, 4.393560282011656e-06)
    p = fma(p, e, -9.456101995920926e-06)
    p = fma(p, e, 2.0503533496091213e-05)
    p = fma(p, e, -4.49237674520015e-05)
    p = fma(p, e, 9.945794576419082e-05)
    p = fma(p, e, -0.00022315497273570471)
    p = fma(p, e, 0.0005096694949779057)
    p = fma(p, e, -0.0011927539013027054)
    p = fma(p, e, 0.0028905103318478055)
    p = fma(p, e, -0.007385551028925911)
    p = fma(p, e, 0.020580808427765836)
    p = fma(p, e, -0.06735230105319576)
    p = fma(p, e, 0.3224670334241133)
    return fma(p, e, 0.42278433509846713)


@implements(scalars.lgamma, "float64")
def lgamma_f64(x):
    """lgamma(2 + e) as a polynomial and one logarithm up to 8.5, Stirling's series beyond."""
    a = fabs(x)
    small = a < 8.5
    n = rint(a) if small else 2.0
    e = a - n if small else 0.0
    p = lgamma_slope(e)
    product = a * (a + 1.0) if n == 0.0 else (a if n == 1.0 else 1.0)
    product = product * (a - 1.0) if n > 2.0 else product
    product = product * (a - 2.0) if n > 3.0 else product
    product = product * (a - 3.0) if n > 4.0 else product
    product = product * (a - 4.0) if n > 5.0 else product
    product = product * (a - 5.0) if n > 6.0 else product
    product = product * (a - 6.0) if n > 7.0 else product
    logarithm = log_f64(product if small else a)
    below = fma(p, e, -logarithm if n < 2.0 else logarithm)
    inverse = 1.0 / a
    z = inverse * inverse
    q = fma(0.00641025641025641, z, -0.0019175269175269176)
    q = fma(q, z, 0.0008417508417508417)
    q = fma(q, z, -0.0005952380952380953)
    q = fma(q, z, 0.0007936507936507937)
    q = fma(q, z, -0.002777777777777778)
    q = fma(q, z, 0.08333333333333333)
    beyond = fma(a - 0.5, logarithm - 1.0, fma(q, inverse, 0.4189385332046727))
    positive = below if small else (beyond if a < INF else a)
    reflected = log_f64(math.pi / (a * fabs(sinpi_f64(a)))) - positive
    negative = reflected if a > 2.0**-60 else positive
    negative = INF if a == trunc(a) else negative
    return negative if x < 0.0 else (INF if x == 0.0 else positive)


@implements(scalars.digamma, "float64")
def digamma_f64(x):
    """Six steps of the recurrence, kept as one fraction, then a series in 1 / x**2."""
    a = 1.0 - x if x < 0.0 else x
    top = 0.0
    bottom = 1.0
    for _ in range(6):
        below = a < 6.0
        top = fma(top, a, bottom) if below else top
        bottom = bottom * a if below else bottom
        a = a + 1.0 if below else a
    z = 1.0 / (a * a)
    q = fma(-0.21466019273000017, z, 0.07356500856604259)
    q = fma(q, z, -0.0208463171867091)
    q = fma(q, z, 0.007572010580685067)
    q = fma(q, z, -0.004166632856599351)
    q = fma(q, z, 0.0039682537977838595)
    q = fma(q, z, -0.008333333332915265)
    q = fma(q, z, 0.08333333333333298)
    positive = (log_f64(a) - fma(q, z, 0.5 / a)) - top / bottom
    y = positive - math.pi * (cospi_f64(x) / sinpi_f64(x)) if x < 0.0 else positive
    y = NAN if x < 0.0 and x == trunc(x) else y
    return copysign(INF, -x) if x == 0.0 else y


@implements(scalars.trigamma, "float64")
def trigamma_f64(x):
    """Ten steps of the recurrence, then the asymptotic series."""
    b = 1.0 - x if x < 0.0 else x
    a = b if b > 2.0**-200 else 1.0
    total = 0.0
    for _ in range(10):
        below = a < 10.0
        total = total + 1.0 / (a * a) if below else total
        a = a + 1.0 if below else a
    inverse = 1.0 / a
    z = inverse * inverse
    q = fma(54.971177944862156, z, -7.092156862745098)
    q = fma(q, z, 1.1666666666666667)
    q = fma(q, z, -0.2531135531135531)
    q = fma(q, z, 0.07575757575757576)
    q = fma(q, z, -0.03333333333333333)
    q = fma(q, z, 0.023809523809523808)
    q = fma(q, z, -0.03333333333333333)
    q = fma(q, z, 0.16666666666666666)
    series = fma(q, z * inverse, fma(0.5, z, inverse))
    positive = series + total if b > 2.0**-200 else 1.0 / (b * b)
    s = math.pi / sinpi_f64(x)
    y = fma(s, s, -positive) if x < 0.0 else positive
    return INF if x == 0.0 or (x < 0.0 and x == trunc(x)) else y

"""Bessel functions of orders 0 and 1, and the spherical one of order 0.

Method (Cephes; Abramowitz and Stegun 9.1 and 9.2): below 5 a polynomial in x*x beside the first two
roots, or beside a logarithm; beyond it amplitudes P and Q of a cosine and a sine. The fits are our
own. Near further roots the error is absolute: some units in the last place of sqrt(1 / x).
"""

import math

from . import fabs, fma, in_float64, sqrt, typed, vocabulary
from .angles import cos_f64, sin_f64
from .f64 import log_f64
from .fitted import polynomial

INF = math.inf
NAN = math.nan
TWO_OVER_PI = 2.0 / math.pi
EULER = 0.5772156649015329


def _mean(f, x):
    """The mean of a periodic function over half a turn, finely enough for a wave of x."""
    count = 64 + 2 * int(abs(x))
    return sum(f(math.pi * (k + 0.5) / count) for k in range(count)) / count


@vocabulary
def j0(x):
    """Bessel function of the first kind, of order 0."""
    return _mean(lambda t: math.cos(x * math.sin(t)), x)


@vocabulary
def j1(x):
    """Bessel function of the first kind, of order 1."""
    return _mean(lambda t: math.cos(t - x * math.sin(t)), x)


@vocabulary
def y0(x):
    """Bessel function of the second kind, of order 0; -infinite at 0, NaN below."""
    y, term, harmonic, total = 0.25 * x * x, 1.0, 0.0, 0.0
    for k in range(1, 100 + int(x)):
        term = -term * y / (k * k)
        harmonic = harmonic + 1.0 / k
        total = total - harmonic * term
    return TWO_OVER_PI * ((math.log(0.5 * x) + EULER) * j0(x) + total)


@vocabulary
def y1(x):
    """Bessel function of the second kind, of order 1; -infinite at 0, NaN below."""
    return (j1(x) * y0(x) - TWO_OVER_PI / x) / j0(x)


@vocabulary
def spherical_j0(x):
    """sin(x) / x; 1 at 0."""
    return 1.0 if x == 0.0 else math.sin(x) / x


# ------------------------------------------------------------------ float64

# By t = 2 x*x / 25 - 1: j0 and j1 / x over their roots, y0 and y1 / x beside a logarithm.

j0_near = polynomial(
    "j0_near",
    -3.52449113008727e-16, 1.8688672744978886e-14, -8.404184719394778e-13, 3.163723989196272e-11,
    -9.781438946726354e-10, 2.428622038025423e-08, -4.70629166457061e-07, 6.854954847199373e-06,
    -7.121705240575853e-05, 0.00048768271776558413, -0.0019210870437164043, 0.0031873556303932387,
)

j1_near = polynomial(
    "j1_near",
    -1.2377862900889621e-17, 7.050885612374614e-16, -3.425082917113122e-14, 1.4012939606655873e-12,
    -4.742877795752643e-11, 1.3002918729585578e-09, -2.8111472529722005e-08, 4.625979215164964e-07,
    -5.515494459601969e-06, 4.42186880710148e-05, -0.00020932672214860176, 0.0004323698734106474,
)

y0_near = polynomial(
    "y0_near",
    -1.9305329340667354e-15, 1.166603953074689e-13, -6.0431800819704165e-12,
    2.6539975248625817e-10, -9.720964498735147e-09, 2.9142206889637085e-07,
    -6.9855043677424995e-06, 0.0001299462909208217, -0.0018028096665526022, 0.01763534538933876,
    -0.11151682184328618, 0.38851639956570944, -0.4705763655297288, -0.4326558222855125,
    0.4837248578102995,
)

y1_near = polynomial(
    "y1_near",
    4.277907601247645e-15, -2.397782341669183e-13, 1.1448943838049981e-11, -4.6013010745475043e-10,
    1.528890182573714e-08, -4.1137780795312436e-07, 8.733098304848775e-06, -0.00014141835794484212,
    0.0016688031328635942, -0.013433433740818165, 0.06634695354779108, -0.16312020358118715,
    0.09108650838448444, 0.13974939033568806,
)

# By t = 50 / (x*x) - 1: P and Q x of order 0, then of order 1.

p0_far = polynomial(
    "p0_far",
    -2.235391154912044e-12, 3.6143863492486003e-12, 3.415311542572876e-12, -3.743592980512026e-12,
    -1.3637307914439566e-11, 2.4823644443773408e-11, -3.538662922896775e-11, 9.7250551457765e-11,
    -2.851794579729694e-10, 8.562292591841693e-10, -2.8705436149232575e-09, 1.1058301818592053e-08,
    -5.08643230838394e-08, 2.9759010201737064e-07, -2.459963321484891e-06, 3.491730581077085e-05,
    -0.0013274931272004003, 0.9986347659091991,
)

q0_far = polynomial(
    "q0_far",
    4.365436075773596e-12, -6.032028747865075e-12, -1.4357398193255625e-11, 1.765206728234887e-11,
    2.9761039229453783e-11, -3.7236674347798943e-11, -1.6056475557807997e-11,
    6.984564440803126e-12, 6.525876729744554e-11, -1.2217552880455308e-10, 2.340473361283213e-10,
    -5.807076541759017e-10, 1.5282843631161895e-09, -4.2956720406289e-09, 1.3296573119800334e-08,
    -4.639780222830044e-08, 1.8870297801035574e-07, -9.409875326303781e-07, 6.23911316965569e-06,
    -6.338715442509227e-05, 0.0013142139729102479, -0.12361496352611864,
)

p1_far = polynomial(
    "p1_far",
    2.368522528186767e-12, -3.837516448159508e-12, -3.5906738400843512e-12, 3.919356832784674e-12,
    1.4551592853265448e-11, -2.6622329676450118e-11, 3.8451893184433864e-11,
    -1.0595089749231098e-10, 3.117737074105936e-10, -9.422147494996673e-10, 3.1849577586739448e-09,
    -1.2402701962004368e-08, 5.7916678422140156e-08, -3.466719151341159e-07,
    2.9786211051441743e-06, -4.5782806529390985e-05, 0.002241463213917191, 1.0022906462560661,
)

q1_far = polynomial(
    "q1_far",
    6.349391905539581e-12, -9.024649722544322e-12, -1.854081644684359e-11, 2.2920253872927297e-11,
    3.9223397372601495e-11, -5.161592743085566e-11, -6.8920504736313806e-12,
    -1.6919085465641968e-11, 1.3104614308463728e-10, -2.7862990677601125e-10,
    6.296749654365244e-10, -1.6563207992528956e-09, 4.704141826870427e-09, -1.4665671158924864e-08,
    5.1641422798019427e-08, -2.1266726345215035e-07, 1.0798853942089243e-06,
    -7.369927954545263e-06, 7.898094177943239e-05, -0.001864849621841221, 0.3730474331740802,
)


@typed
def j0_below_five(y):
    """j0 by the square of x: the roots are at 2.40 and 5.52."""
    first = (y - 5.783185962946784) - 4.123247343506204e-16
    second = (y - 30.471262343662087) + 2.366534485750659e-16
    return first * second * j0_near(fma(y, 0.08, -1.0))


@typed
def j1_below_five(y):
    """j1 / x by the square of x: the roots are at 3.83 and 7.02."""
    first = (y - 14.681970642123893) + 9.858177825793294e-17
    second = (y - 49.2184563216946) - 5.086354069436341e-16
    return first * second * j1_near(fma(y, 0.08, -1.0))


@typed
def wave_0(x, ahead, behind):
    """P times one wave and Q times another, over sqrt(pi x)."""
    t = 50.0 / x / x - 1.0
    return (p0_far(t) * ahead + q0_far(t) / x * behind) / sqrt(math.pi * x)


@typed
def wave_1(x, ahead, behind):
    """The same of order 1."""
    t = 50.0 / x / x - 1.0
    return (p1_far(t) * ahead + q1_far(t) / x * behind) / sqrt(math.pi * x)


@in_float64(j0)
def j0_f64(x):
    a = fabs(x)
    c = cos_f64(a)
    s = sin_f64(a)
    far = wave_0(a, c + s, c - s) if a < INF else 0.0
    return far if a > 5.0 else j0_below_five(x * x)


@in_float64(j1)
def j1_f64(x):
    a = fabs(x)
    c = cos_f64(a)
    s = sin_f64(a)
    far = wave_1(a, s - c, s + c) if a < INF else 0.0
    return (-far if x < 0.0 else far) if a > 5.0 else x * j1_below_five(x * x)


@in_float64(y0)
def y0_f64(x):
    c = cos_f64(x)
    s = sin_f64(x)
    far = wave_0(x, s - c, s + c) if x < INF else 0.0
    y = x * x
    near = fma(TWO_OVER_PI * log_f64(x), j0_below_five(y), y0_near(fma(y, 0.08, -1.0)))
    positive = far if x > 5.0 else near
    return positive if x > 0.0 else (-INF if x == 0.0 else NAN)


@in_float64(y1)
def y1_f64(x):
    c = cos_f64(x)
    s = sin_f64(x)
    far = wave_1(x, -s - c, s - c) if x < INF else 0.0
    y = x * x
    beside = fma(TWO_OVER_PI * log_f64(x), j1_below_five(y), y1_near(fma(y, 0.08, -1.0)))
    near = fma(x, beside, -TWO_OVER_PI / x)
    positive = far if x > 5.0 else near
    return positive if x > 0.0 else (-INF if x == 0.0 else NAN)


@in_float64(spherical_j0)
def spherical_j0_f64(x):
    ratio = 0.0 if fabs(x) == INF else sin_f64(x) / x
    return 1.0 if x == 0.0 else ratio

"""Written derivatives of Bessel and Airy functions, by their neighbours (Abramowitz, Stegun 9)."""

from . import cos, derivative, sign
from .airy import airy_ai, airy_ai_slope
from .bessel import j0, j1, spherical_j0, y0, y1
from .modified_bessel import i0, i0e, i1, i1e, k0, k0e, k1, k1e

derivative(i0, 0)(i1)
derivative(airy_ai, 0)(airy_ai_slope)


@derivative(i1, 0)
def d_i1(x):
    return 0.5 if x == 0.0 else i0(x) - i1(x) / x


@derivative(i0e, 0)
def d_i0e(x):
    return i1e(x) - sign(x) * i0e(x)


@derivative(i1e, 0)
def d_i1e(x):
    return 0.5 if x == 0.0 else i0e(x) - i1e(x) * (sign(x) + 1.0 / x)


@derivative(k0, 0)
def d_k0(x):
    return -k1(x)


@derivative(k1, 0)
def d_k1(x):
    return -k0(x) - k1(x) / x


@derivative(k0e, 0)
def d_k0e(x):
    return k0e(x) - k1e(x)


@derivative(k1e, 0)
def d_k1e(x):
    return k1e(x) - k0e(x) - k1e(x) / x


@derivative(j0, 0)
def d_j0(x):
    return -j1(x)


@derivative(j1, 0)
def d_j1(x):
    return 0.5 if x == 0.0 else j0(x) - j1(x) / x


@derivative(y0, 0)
def d_y0(x):
    return -y1(x)


@derivative(y1, 0)
def d_y1(x):
    return y0(x) - y1(x) / x


@derivative(spherical_j0, 0)
def d_spherical_j0(x):
    """By the series below 1/2, where the difference cancels."""
    z = x * x
    near = x * (-1.0 / 3.0 + z * (1.0 / 30.0 - z * (1.0 / 840.0 - z * (1.0 / 45360.0
                - z * (1.0 / 3991680.0 - z / 518918400.0)))))  # fmt: skip
    return near if z < 0.25 else (cos(x) - spherical_j0(x)) / x


@derivative(airy_ai_slope, 0)
def d_airy_ai_slope(x):
    return x * airy_ai(x)

"""Bessel and Airy functions: scalar functions of the vocabulary under PyTorch's names."""

from ..declare import entry
from ..kernels import scalars
from .special import in_special, scipy_reference

GROWING = {"special": False}  # SciPy has NaN at infinity
entry("float", names=("special.i0",), reference=scipy_reference("i0"), **GROWING)(scalars.i0)
in_special("i0e")(scalars.i0e)
in_special("i1", **GROWING)(scalars.i1)
in_special("i1e")(scalars.i1e)
in_special("modified_bessel_i0", "i0", **GROWING)(scalars.i0)
in_special("modified_bessel_i1", "i1", **GROWING)(scalars.i1)

POSITIVE = {"domain": (0.5, 4.0)}
in_special("modified_bessel_k0", "k0", **POSITIVE)(scalars.k0)
in_special("modified_bessel_k1", "k1", **POSITIVE)(scalars.k1)
in_special("scaled_modified_bessel_k0", "k0e", **POSITIVE)(scalars.k0e)
in_special("scaled_modified_bessel_k1", "k1e", **POSITIVE)(scalars.k1e)

# Beside roots both are right to some units of 1 alone, and SciPy's waves of huge x are not.
WAVING = {"special": False, "rough": 4.0}
in_special("bessel_j0", "j0", **WAVING)(scalars.j0)
in_special("bessel_j1", "j1", **WAVING)(scalars.j1)
in_special("bessel_y0", "y0", **WAVING, **POSITIVE)(scalars.y0)
in_special("bessel_y1", "y1", **WAVING, **POSITIVE)(scalars.y1)
in_special("spherical_bessel_j0", reference=lambda x: scipy_reference("spherical_jn")(0, x),
           **WAVING)(scalars.spherical_j0)  # fmt: skip
in_special("airy_ai", reference=lambda x: scipy_reference("airy")(x)[0], **WAVING)(scalars.airy_ai)

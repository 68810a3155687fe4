"""The primitives of `kernels/scalars` for Numba on a CPU, each one LLVM instruction.

Every public name here is a name in `tensorlite.kernels.scalars.PRIMITIVES`, with the same meaning;
a test holds the two sets equal. All of them vectorise.
"""

from numba.extending import intrinsic

from ..internals.floats import bit_casts, native

fma = native(intrinsic, "fma", 3)
sqrt = native(intrinsic, "sqrt", 1)
fabs = native(intrinsic, "fabs", 1)
floor = native(intrinsic, "floor", 1)
ceil = native(intrinsic, "ceil", 1)
trunc = native(intrinsic, "trunc", 1)
rint = native(intrinsic, "rint", 1)
copysign = native(intrinsic, "copysign", 2)
bits, from_bits = bit_casts(intrinsic)

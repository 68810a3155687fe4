"""PyTorch's own samples of complex numbers, see `test_op_db.py`: values, and gradients."""

import pytest

pytest.importorskip("torch")
import test_op_db as samples

pytestmark = samples.pytestmark
COUNT = 3  # per op and dtype
LATER = """
cholesky cholesky_inverse cholesky_solve geqrf lu lu_solve lu_unpack logdet matrix_exp ormqr qr
triangular_solve svd svd_lowrank pca_lowrank pinverse norm.nuc
linalg.cholesky linalg.cholesky_ex linalg.cond linalg.det linalg.det.singular linalg.eigh
linalg.eigvalsh linalg.householder_product linalg.inv linalg.inv_ex linalg.ldl_factor
linalg.ldl_factor_ex linalg.ldl_solve linalg.lstsq linalg.lstsq.grad_oriented linalg.lu
linalg.lu_factor linalg.lu_factor_ex linalg.lu_solve linalg.matrix_norm linalg.matrix_power
linalg.matrix_rank linalg.matrix_rank.hermitian linalg.pinv linalg.pinv.hermitian
linalg.pinv.singular linalg.qr linalg.slogdet linalg.solve linalg.solve_ex
linalg.solve_triangular linalg.svd linalg.svdvals linalg.tensorinv linalg.tensorsolve
"""
LISTED = dict.fromkeys(LATER.split(), "real matrices only") | {
    **{key: samples.NOT_YET[key] for key in ("bfloat16", "half", "as_strided.partial_views",
                                             "nn.functional.triplet_margin_with_distance_loss")},
    "ldexp": "real exponents only",
    "logcumsumexp": "real numbers only",
    "nn.functional.rms_norm": "real numbers only",
}  # fmt: skip


def takes_complex(key):
    return samples.torch.complex64 in samples.OP_DB[key].dtypes


@pytest.mark.parametrize("key", [*filter(takes_complex, samples.PRESENT)])
def test_complex(key):
    """Values in both dtypes; gradients, which are conjugate Wirtinger derivatives, in one."""
    info = samples.OP_DB[key]
    with samples.expecting(key, LISTED):
        for dtype in ("complex64", "complex128"):
            graded = dtype == "complex128" and info.supports_autograd and key not in samples.RANDOM
            found = samples.samples_of(info, dtype, graded, COUNT)
            for number, sample in enumerate(found):
                with samples.noted(f"sample {number}, {dtype}", sample):
                    forward(info, key, sample)
                    if graded:
                        samples.backward(info, sample)


def forward(info, key, sample):
    want = info.op(sample.input, *sample.args, **sample.kwargs)
    got = samples.call(info, sample)
    if key in samples.FIRST and isinstance(want, tuple):
        got, want = got[0], want[0]
    samples.compare(got, want, key not in samples.RANDOM, key in samples.WHOLE)

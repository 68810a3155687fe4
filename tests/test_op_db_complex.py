"""PyTorch's own samples of complex numbers, see `test_op_db.py`: values, and gradients."""

import pytest

pytest.importorskip("torch")
import test_op_db as samples

pytestmark = samples.pytestmark
COUNT = 3  # per op and dtype
HERMITIAN = "the gradient of a Hermitian matrix is Hermitian here"
LISTED = {
    **{key: samples.NOT_YET[key] for key in ("bfloat16", "as_strided.partial_views",
                                             "nn.functional.triplet_margin_with_distance_loss")},
    "cholesky": HERMITIAN, "linalg.cholesky": HERMITIAN, "linalg.cholesky_ex": HERMITIAN,
    "ldexp": "real exponents only",
    "as_strided_scatter": samples.BACKWARD["as_strided_scatter"],
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

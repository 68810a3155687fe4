"""Names that are not there say what to use, or what may have been meant."""

import pytest

import tensorlite as tl
from tensorlite.absent import REFUSED

SAID = {
    "tl.matmull": "module 'tensorlite' has no attribute 'matmull'; did you mean 'matmul'?",
    "tl.zzzzz": "module 'tensorlite' has no attribute 'zzzzz'",
    "tl.ones(2).reshap": "'Tensor' object has no attribute 'reshap'; did you mean 'reshape'?",
    "tl.ones(2).to_sparse": "Tensor.to_sparse: expected what tensorlite has; got sparse layouts; "
    "try dense tensors with index_add_(), scatter_add_() or embedding_bag()",
    "tl.jit": "tensorlite.jit: expected what tensorlite has; got graphs of other compilers; "
    "try tl.compile(), whose plans explain() shows",
    "tl.distributed.init_process_group": "tensorlite.distributed: expected what tensorlite has; "
    "got processes that share tensors; try mpi4py, or DataLoader(num_workers=)",
}


@pytest.mark.parametrize("text", SAID)
def test_what_is_said(text):
    with pytest.raises(AttributeError) as caught:
        eval(text)
    assert str(caught.value) == SAID[text]
    assert caught.value.name in text


def test_what_is_refused_is_not_there():
    x = tl.ones(2)
    assert [name for name in REFUSED if hasattr(tl, name) or hasattr(x, name)] == []

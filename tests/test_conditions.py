"""Conditions by PyTorch's names raise the error that each is for."""

import pytest

import tensorlite as tl


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("_check", RuntimeError),
        ("_check_index", IndexError),
        ("_check_value", ValueError),
        ("_check_type", TypeError),
        ("_check_not_implemented", NotImplementedError),
    ],
)
def test_a_condition_that_fails_raises(name, error):
    check = getattr(tl, name)
    assert check(True) is None and check(True, lambda: 1 / 0) is None
    with pytest.raises(error, match=r"^3 is too many$"):
        check(False, lambda: "3 is too many")
    with pytest.raises(error, match="Expected cond to be True"):
        check(False)
    with pytest.raises(TypeError, match="message to be a function of nothing; got str"):
        check(False, "3 is too many")
    with pytest.raises(TypeError, match=r"got a Tensor; try tensorlite._check_tensor_all\(\)"):
        check(tl.tensor(True))
    with pytest.raises(TypeError, match="cond must be a bool, but got <class 'int'>"):
        check(1)


def test_sizes_tensors_and_errors_of_ones_own():
    assert tl._check_is_size(2, max=2) is None
    for i, most in ((-1, None), (3, 2)):
        with pytest.raises(RuntimeError):
            tl._check_is_size(i, max=most)
    tl._check_tensor_all(tl.tensor([True, True]))
    with pytest.raises(RuntimeError, match=r"^not all$"):
        tl._check_tensor_all(tl.tensor([True, False]), lambda: "not all")
    for cond in (True, tl.ones(2)):
        with pytest.raises(TypeError, match="expected cond to be a tensor of bool; got"):
            tl._check_tensor_all(cond)
    with pytest.raises(OSError, match=r"^no$"):
        tl._check_with(OSError, False, lambda: "no")
    tl._assert(True, "no")
    with pytest.raises(AssertionError, match=r"^no$"):
        tl._assert(False, "no")

"""Integers and bool where PyTorch has rules of their own."""

import pytest

import tensorlite as tl

INT, MASK = tl.tensor([1, 2]), tl.tensor([True, False])


@pytest.mark.parametrize(
    "out, values, dtype",
    [
        (MASK.square(), [1, 0], tl.int64),
        (INT.addcmul(INT, INT, value=2.0), [3, 10], tl.int64),
        (INT.addcmul(INT, INT, value=0.5), [1, 2], tl.int64),
        (INT.clone().addcmul_(INT, INT, value=0.5), [1, 2], tl.int64),
        (INT.addcmul(INT.float(), INT, value=0.5), [1.5, 4.0], tl.float32),
        (INT.addcdiv(INT.float(), INT, value=0.5), [1.5, 2.5], tl.float32),
        (MASK.add(MASK, alpha=2), [True, False], tl.bool),
        (MASK.add(MASK, alpha=True), [True, False], tl.bool),
        (MASK.add(True, alpha=2), [True, True], tl.bool),
        (MASK.add(MASK.clone(), alpha=0), [True, False], tl.bool),
        (INT.byte().add(INT, alpha=300), [301, 602], tl.int64),
        (INT.add(1.5, alpha=1.0), [2.5, 3.5], tl.float32),
        (INT**2, [1, 4], tl.int64),
        (INT**2.0, [1.0, 4.0], tl.float32),
        (INT.pow(3.0), [1.0, 8.0], tl.float32),
        (MASK**2, [1, 0], tl.int64),
        (tl.addr(INT[:1, None], INT[:1], INT[:1], alpha=2), [[3]], tl.int64),
    ],
)
def test_values(out, values, dtype):
    assert (out.tolist(), out.dtype) == (values, dtype)


@pytest.mark.parametrize(
    "call, kind, text",
    [
        (lambda: MASK.clone().square_(), RuntimeError, "can't be cast to the desired output type"),
        (lambda: MASK.round(), NotImplementedError, "round: expected numbers; got bool"),
        (lambda: MASK.median(), NotImplementedError, "median: expected numbers; got bool"),
        (lambda: MASK.median(0), NotImplementedError, "median: expected numbers; got bool"),
        (lambda: MASK.nanmedian(), NotImplementedError, "nanmedian: expected numbers; got bool"),
        (lambda: MASK.softmax(0), NotImplementedError, "softmax: expected a floating point tensor"),
        (lambda: INT.log_softmax(0), NotImplementedError, "log_softmax: expected a floating point"),
        (lambda: MASK.addcmul(MASK, MASK), NotImplementedError, "addcmul: expected numbers"),
        (lambda: INT.addcdiv(INT, INT), RuntimeError, "addcdiv: Integer division .* no longer"),
        (lambda: INT.float().addcdiv(INT, INT), RuntimeError, "addcdiv: Integer division"),
        (lambda: INT.add(INT, alpha=0.5), RuntimeError, "must not be a floating point number"),
        (lambda: INT.add(INT, alpha=True), RuntimeError, "Boolean alpha only supported"),
        (lambda: INT.sub(MASK, alpha=True), RuntimeError, "Boolean alpha only supported"),
        (lambda: INT.add(INT, alpha=1.0), RuntimeError, "must not be a floating point number"),
        (lambda: MASK.add(True, alpha=1.0), RuntimeError, "must not be a floating point number"),
        (lambda: MASK.sub(MASK, alpha=2), RuntimeError, "sub: expected numeric dtypes; got bool"),
        (lambda: 1 - MASK, RuntimeError, "sub: expected numeric dtypes; got int64 and bool; try a"),
        (lambda: MASK - 1j, RuntimeError, "sub: expected numeric dtypes; got bool and complex"),
        (lambda: MASK - 1.5, RuntimeError, "sub: expected numeric dtypes; got bool and float"),
        (lambda: INT - MASK, RuntimeError, "sub: expected numeric dtypes; got int64 and bool"),
        (lambda: INT.float().sub_(MASK), RuntimeError, "sub_?: expected numeric dtypes"),
        (lambda: tl.rsub(MASK, 1), RuntimeError, "sub: expected numeric dtypes; got int64"),
        (lambda: INT.add("2", alpha=2), TypeError, "add: expected tensors and numbers; got str"),
        (lambda: INT.sub(MASK, alpha=2), RuntimeError, "sub: expected numeric dtypes; got int64"),
        (lambda: INT.clone().pow_(2.0), RuntimeError, "can't be cast to the desired output type"),
        (lambda: tl.pow(INT, 2.0, out=INT), RuntimeError, "can't be cast to the desired output"),
        (lambda: tl.trapezoid(MASK), RuntimeError, "trapezoid: expected numbers; got y of bool"),
        (lambda: tl.tril_indices(2, 2, dtype=tl.uint8), NotImplementedError, "int32 or int64"),
        (
            lambda: tl.addr(INT[:1, None], INT[:1], INT[:1], alpha=0.5),
            RuntimeError,
            "addr: expected an integer as factor of integers",
        ),
    ],
)
def test_what_pytorch_refuses(call, kind, text):
    with pytest.raises(kind, match=text):
        call()


NUMBERS = {
    "add(1, 2)": (3, tl.int64), "sub(1, 2.5)": (-1.5, tl.float32), "mul(5, 5)": (25, tl.int64),
    "mul(True, False)": (False, tl.bool), "add(1, 2j)": (1 + 2j, tl.complex64),
    "add(1, 2, alpha=3)": (7, tl.int64), "div(5, 2)": (2.5, tl.float32),
    "true_divide(1, 2)": (0.5, tl.float32), "floor_divide(5, 2)": (2, tl.int64),
    "divide(-5, 2, rounding_mode='trunc')": (-2, tl.int64), "multiply(2, 3)": (6, tl.int64),
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_arithmetic_takes_numbers_alone(text):
    """They were refused, where PyTorch makes tensors of them."""
    found = eval(f"tl.{text}")
    assert (found.item(), found.dtype, found.shape) == (*NUMBERS[text], ())


FACTORS = ("add(1, 1, alpha=True)", "add(MASK, 1, alpha=True)", "sub(1.0, 2, alpha=False)",
           "add(INT, MASK, alpha=True)")  # fmt: skip


@pytest.mark.parametrize("text", FACTORS)
def test_a_bool_is_a_factor_of_bool_alone(text):
    """It was one of numbers, too, as no tensor was other than bool."""
    with pytest.raises(RuntimeError, match="Boolean alpha only supported for Boolean results"):
        eval(f"tl.{text}")


@pytest.mark.parametrize("name", ["pow", "remainder", "maximum", "eq", "atan2"])
def test_other_ops_want_a_tensor(name):
    with pytest.raises(TypeError, match="expected a tensor; got numbers alone"):
        getattr(tl, name)(1, 2)

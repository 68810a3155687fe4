"""Results that come later."""

import logging
import threading

import pytest

import tensorlite as tl
from tensorlite.futures import Future, collect_all, wait_all


def test_a_result_is_set_once_and_seen_by_all_who_wait():
    later = Future()
    doubled, seen = later.then(lambda done: 2 * done.value()), []
    later.add_done_callback(lambda done: seen.append(done.value()))
    with pytest.raises(RuntimeError, match=r"Future\.value: expected a result; got none so far"):
        later.value()
    threading.Timer(0.01, later.set_result, [tl.tensor([1.0, 2.0])]).start()
    assert doubled.wait().tolist() == [2.0, 4.0]
    later.add_done_callback(lambda done: seen.append(done.done()))
    assert seen[0].tolist() == [1.0, 2.0] and seen[1] is True
    for name, value in (("set_result", 1), ("set_exception", ValueError())):
        with pytest.raises(RuntimeError, match=f"{name}: expected a Future that is not done"):
            getattr(later, name)(value)


def test_an_exception_goes_where_the_result_would():
    later = Future()
    after = later.then(lambda done: done.value())
    with pytest.raises(TypeError, match="expected an exception; got int"):
        later.set_exception(1)
    later.set_exception(KeyError("k"))
    for waiting in (later.wait, later.value, after.wait, collect_all([later]).wait):
        with pytest.raises(KeyError):
            waiting()


def test_an_exception_in_a_callback_is_logged(caplog):
    later = Future()
    later.add_done_callback(lambda done: 1 / 0)
    with caplog.at_level(logging.ERROR):
        later.set_result(None)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_all_are_done_when_the_last_one_is(order):
    parts = [Future() for _ in order]
    whole = collect_all(parts)
    for number in order:
        assert not whole.done()
        parts[number].set_result(number)
    assert whole.value() == parts and wait_all(parts) == [0, 1, 2]
    assert wait_all([]) == []

"""Profiles by PyTorch's names: windows of steps, blocks with names, files of traces."""

import gzip
import json

import pytest

import tensorlite as tl
from tensorlite.profiler import (
    ProfilerAction,
    ProfilerActivity,
    profile,
    record_function,
    schedule,
    tensorboard_trace_handler,
)

SCHEDULES = [
    {"wait": 1, "warmup": 1, "active": 2},
    {"wait": 1, "warmup": 1, "active": 2, "repeat": 2},
    {"wait": 0, "warmup": 0, "active": 1, "repeat": 1},
    {"wait": 2, "warmup": 0, "active": 1, "skip_first": 3},
    {"wait": 2, "warmup": 1, "active": 3, "skip_first": 1, "skip_first_wait": 1, "repeat": 1},
]


def names(prof):
    return [event.name for event in prof.events()]


def test_a_profile_is_a_table_and_a_trace(tmp_path):
    x = tl.ones(20, 20)
    watched = profile(activities=[ProfilerActivity.CPU], record_shapes=True, with_stack=True)
    with watched as prof, record_function("the block"):
        (x @ x).relu()
    assert {"the block", "RELU"} <= set(names(prof))
    table = prof.key_averages(group_by_input_shape=True).table("self_cpu_time_total", row_limit=10)
    assert "the block" in table and "RELU" in table
    prof.export_chrome_trace(tmp_path / "trace.json")
    prof.export_chrome_trace(str(tmp_path / "trace.json.gz"))
    plain = (tmp_path / "trace.json").read_bytes()
    assert gzip.decompress((tmp_path / "trace.json.gz").read_bytes()) == plain
    kinds = {event["name"]: event["cat"] for event in json.loads(plain)["traceEvents"]}
    assert kinds["the block"] == "user_annotation" and kinds["RELU"] == "kernel"


def test_a_block_holds_kernels_and_adds_nothing_to_their_sum():
    x = tl.ones(50, 50)
    with profile() as prof, record_function("outer"), record_function("inner"):
        x.relu()
    found = {average.key: average for average in prof.key_averages()}
    assert found["outer"].cpu_time_total >= found["inner"].cpu_time_total
    assert found["inner"].cpu_time_total >= found["RELU"].cpu_time_total
    shares = {line.split()[0]: line.split()[4] for line in prof.key_averages().table().splitlines()
              if line.split()[0] in found}  # fmt: skip
    assert float(shares["RELU"]) == 100.0
    assert prof.events()[-1].place.startswith(__file__)


def test_a_function_is_noted_by_name_and_may_call_itself():
    @record_function("down")
    def down(n):
        return tl.ones(n) if n == 1 else down(n - 1)

    down(2)  # outside of a profile nothing is noted
    with profile() as prof:
        down(3)
    assert names(prof).count("down") == 3
    with pytest.raises(ZeroDivisionError), profile() as prof, record_function("failed"):
        raise ZeroDivisionError
    assert names(prof) == ["failed"]


def test_windows_of_steps():
    ready = []
    with profile(
        schedule=schedule(wait=1, warmup=1, active=2, repeat=2),
        on_trace_ready=lambda prof: ready.append((prof.step_num, names(prof))),
    ) as prof:
        for step in range(12):
            with record_function(f"step {step}"):
                pass
            prof.step()
    assert ready == [(4, ["step 2", "step 3"]), (8, ["step 6", "step 7"])]
    assert prof.step_num == 12 and prof.current_action is ProfilerAction.NONE
    with tl.profile():  # none runs any more
        pass


def test_windows_that_are_added_up_and_one_that_is_cut_short():
    ready = []
    prof = profile(
        schedule=schedule(wait=0, warmup=0, active=2),
        on_trace_ready=lambda prof: ready.append(len(prof.events())),
        acc_events=True,
    )
    prof.start()
    for _ in range(3):
        with record_function("step"):
            pass
        prof.step()
    prof.stop()
    prof.stop()
    assert ready == [2, 3]


@pytest.mark.torch
@pytest.mark.parametrize("named", SCHEDULES)
def test_schedules_are_those_of_pytorch(named):
    torch = pytest.importorskip("torch")
    ours, theirs = schedule(**named), torch.profiler.schedule(**named)
    for step in range(40):
        assert ours(step).name == theirs(step).name
        assert ours(step).value == theirs(step).value


@pytest.mark.parametrize("named", [{"wait": -1, "warmup": 0, "active": 1},
                                   {"wait": 0, "warmup": 0, "active": 0}])  # fmt: skip
def test_a_schedule_has_steps(named):
    with pytest.raises(ValueError, match="schedule: expected counts, and an active step"):
        schedule(**named)


@pytest.mark.parametrize("packed", [False, True])
def test_traces_for_tensorboard(tmp_path, packed):
    handler = tensorboard_trace_handler(str(tmp_path / "runs"), "me", packed)
    with profile(on_trace_ready=handler):
        tl.ones(3) + 1
    (file,) = (tmp_path / "runs").iterdir()
    assert file.name.startswith("me.")
    assert file.name.endswith(".pt.trace.json.gz" if packed else ".pt.trace.json")


def test_a_compiled_function_keeps_its_blocks_and_notes_none():
    @tl.compile
    def f(x):
        with record_function("inside"):
            return (x + 1).exp()

    assert f(tl.zeros(2)).tolist() == pytest.approx([2.7182817, 2.7182817])
    with profile() as prof:
        f(tl.zeros(2))
    assert "inside" not in names(prof) and len(prof.events()) == 1


def test_one_profile_at_a_time():
    with profile(), pytest.raises(RuntimeError, match="one profile at a time"), profile():
        pass


def test_older_paths():
    from tensorlite.autograd.profiler import record_function as older
    from tensorlite.utils.model_zoo import load_url

    assert older is record_function and tl.autograd.profiler.profile is profile
    assert load_url is tl.hub.load_state_dict_from_url

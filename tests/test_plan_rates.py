"""What steps of schedulers and optimizers change, read and written by the function itself."""

import math
import types

import pytest
from test_plan_table import content

import tensorlite as tl
from tensorlite import optim


def environment():
    """Two optimizers with a scheduler each, and what a training loop keeps."""
    e = types.SimpleNamespace(p=tl.ones(1, requires_grad=True), q=tl.ones(1, requires_grad=True))
    e.one = optim.SGD([e.p], lr=1.0, momentum=0.5)
    e.other = optim.AdamW([e.q], lr=0.1)
    e.steps = optim.lr_scheduler.StepLR(e.one, 3)
    e.cycle = optim.lr_scheduler.OneCycleLR(e.other, 0.5, total_steps=20)
    e.log, e.kept = [], 1.0
    return e


def both(e):
    e.one.step()
    e.steps.step()
    return e.one.param_groups[0]


def before_and_after(e, x, k):
    rate, epoch = e.one.param_groups[0]["lr"], e.steps.last_epoch
    return rate, both(e)["lr"], epoch, e.steps.last_epoch, x * epoch


def two_of_each(e, x, k):
    both(e)
    first = e.steps.get_last_lr()[0]
    e.other.step()
    e.cycle.step()
    return first, e.cycle.get_last_lr()[0], e.cycle.last_epoch


def logged(e, x, k):
    e.log.append(both(e)["lr"])
    e.log.append((e.steps.get_last_lr()[0], x * 2))


def computed_with(e, x, k):
    rate = both(e)["lr"]
    loss = (x * rate).sum() + k
    return rate * k, k * rate + 1, math.log(rate), x * rate * k, round(rate, 2), loss


def momenta_that_cycle(e, x, k):
    e.other.step()
    e.cycle.step()
    return e.other.param_groups[0]["betas"], e.other.param_groups[0]["lr"]


def written_after(e, x, k):
    both(e)["lr"] = 0.25


def halved_after(e, x, k):
    both(e)["lr"] *= 0.5


def read_after_it_was_written(e, x, k):
    group = both(e)
    before, group["lr"] = group["lr"], 0.3
    e.kept = group["lr"] * k
    group.update(lr=0.2)
    return before, e.kept, dict(group)["lr"], [g["lr"] for g in e.one.param_groups], x * group["lr"]


def set_to_what_it_was(e, x, k):
    group = e.one.param_groups[0]
    group["lr"] = 0.3  # the very object that stood there after the last call
    rate, all_of_it = group["lr"], dict(group)["lr"]
    both(e)
    return rate, all_of_it


def all_of_a_group_before_and_after(e, x, k):
    before = dict(e.one.param_groups[0])["lr"]
    e.one.step()
    rate = before, dict(e.one.param_groups[0])["lr"]
    e.steps.step()
    return rate


def set_before(e, x, k):
    e.one.param_groups[0]["lr"] = 1 / (1 + k)
    return both(e)["lr"]


def scheduler_first(e, x, k):
    e.steps.step()
    rate = e.one.param_groups[0]["lr"]
    e.one.step()
    return rate


def of_all_groups(e, x, k):
    both(e)
    return [(g["lr"], g["momentum"]) for g in e.one.param_groups], dict(e.one.param_groups[0])["lr"]


def state_dicts(e, x, k):
    both(e)
    state = e.steps.state_dict()
    return state["last_epoch"], state["_last_lr"][0]


def counted_steps(e, x, k):
    e.other.step()
    return e.other.state[e.q]["step"] * 1


def kept(e, x, k):
    both(e)
    e.kept = e.steps.get_last_lr()[0]
    return x * e.kept


BODIES = [before_and_after, two_of_each, logged, computed_with, momenta_that_cycle, written_after,
          halved_after, read_after_it_was_written, set_to_what_it_was,
          all_of_a_group_before_and_after, set_before, scheduler_first, of_all_groups,
          state_dicts, counted_steps, kept]  # fmt: skip


def trained(body, compile):
    """What eight calls of a step give and leave, and how many plans there are."""
    e = environment()

    def step(x, k):
        e.one.zero_grad()
        e.other.zero_grad()
        ((e.p + e.q) * x).sum().backward()
        return body(e, x, k)

    step = compile(step)
    results = [content(step(tl.ones(1), 1.5 * number)) for number in range(8)]
    left = [e.p, e.q, e.log, e.kept, e.one.param_groups[0]["lr"], e.other.param_groups[0]["betas"],
            e.steps.last_epoch, e.steps.get_last_lr()]  # fmt: skip
    return results, content(left), getattr(step, "plans", 0)


@pytest.mark.filterwarnings("ignore:Detected call of")
@pytest.mark.parametrize("body", BODIES)
def test_a_rate_is_read_when_the_step_is_done(body):
    """A rate that stayed as it was while the step was recorded was a constant of the plan."""
    *found, plans = trained(body, tl.compile)
    assert found == [*trained(body, lambda f: f)[:2]]
    assert plans <= 3 or body is all_of_a_group_before_and_after  # which a step lies between


def decided(e, x, k):
    both(e)
    return x * 2 if e.steps.last_epoch % 2 else x


def told(e, x, k):
    return x, f"{both(e)['lr']:.3f}"


def read_between(e, x, k):
    rate = both(e)["lr"]
    e.steps.step()
    return rate


def set_between(e, x, k):
    both(e)["lr"] = 0.5
    e.one.step()


REFUSED = {
    decided: "a decision, a text or a size by what a recorded step",
    told: "a decision, a text or a size by what a recorded step",
    read_between: "another step after what the first one changed was read",
    set_between: "that is set between two recorded steps",
}


@pytest.mark.parametrize("body", REFUSED)
def test_what_cannot_wait_for_the_step_is_refused(body):
    with pytest.raises(tl.TraceError, match=f"{REFUSED[body]}.*test_plan_rates.py.*; try "):
        trained(body, tl.compile)


def test_the_state_of_a_parameter_is_read_beside_its_count():
    """What stands beside a count was asked whether it is true: "Boolean value of Tensor"."""

    def trained(compile):
        p = tl.ones(3, requires_grad=True)
        optimizer = optim.Adam([p], lr=0.1)

        def step(x):
            optimizer.zero_grad()
            (p * x).sum().backward()
            optimizer.step()
            state = optimizer.state[p]
            return state["step"] * 1, state["exp_avg"].clone(), len(state)

        step = compile(step)
        return [content(step(tl.ones(3))) for _ in range(4)]

    assert trained(tl.compile) == trained(lambda f: f)


def test_the_line_of_a_refusal_is_the_users_where_a_wrapper_lies_between():
    average = optim.swa_utils.AveragedModel(tl.nn.Linear(2, 2))
    average.update_parameters(average.module)
    step = tl.compile(lambda x: average.update_parameters(average.module))
    with pytest.raises(tl.TraceError, match=r"a read of bool\[\] by the host.*test_plan_rates\.py"):
        step(tl.ones(1))


def test_after_a_refusal_all_is_as_before():
    e = environment()

    @tl.compile
    def step(x):
        (e.p * x).sum().backward()
        return x * 2 if both(e)["lr"] > 0.5 else x

    with pytest.raises(tl.TraceError):
        step(tl.ones(1))
    assert e.one.param_groups[0]["lr"] == 1.0 and type(e.one.param_groups[0]["lr"]) is float
    assert e.steps.last_epoch == 0 and e.steps.get_last_lr() == [1.0] and e.p.item() == 1

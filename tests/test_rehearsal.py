"""Small calls that are played: what they give, and what lets them run as they stand."""

import functools
import threading
import warnings
import weakref

import numpy as np
import pytest
from entered import entered

import tensorlite as tl
from tensorlite import rehearsal
from tensorlite.nn import functional as F


@pytest.fixture(autouse=True)
def fresh():
    """No calls are known from other tests."""
    rehearsal._forget()


def is_played(call):
    """Whether a call is played, once it was made often enough."""
    for _ in range(3):
        call()
    return "Score.play" in entered(call)


X, IMAGES = (4, 6), (2, 3, 6, 6)
PLAYED = {
    "F.cross_entropy(x, i)": X,
    "F.cross_entropy(x, i, label_smoothing=0.1, reduction='none')": X,
    "F.nll_loss(x, i)": X,
    "F.mse_loss(x, x * 2)": X,
    "F.layer_norm(x, (6,))": X,
    "F.softmax(x, 1)": X,
    "F.embedding(i, x)": X,
    "F.pad(x, (1, 2), value=3.0)": X,
    "F.normalize(x)": X,
    "F.one_hot(i, 4)": X,
    "F.scaled_dot_product_attention(x, x, x, is_causal=True)": X,
    "F.conv2d(x, w, padding=1)": IMAGES,
    "F.conv_transpose2d(x, w.transpose(0, 1), stride=2)": IMAGES,
    "F.max_pool2d(x, 2)": IMAGES,
    "F.avg_pool2d(x, 2)": IMAGES,
    "F.interpolate(x, scale_factor=2)": IMAGES,
    "F.interpolate(x, size=(9, 9), mode='bilinear')": IMAGES,
    "F.group_norm(x, 3)": IMAGES,
    "F.batch_norm(x, None, None, training=True)": IMAGES,
    "F.instance_norm(x)": IMAGES,
    "F.instance_norm(x, eps=0.1)": (2, 3, 6),  # a view of it looks as it does
    "F.pixel_shuffle(x.reshape(2, 12, 3, 3), 2)": IMAGES,
    "F.unfold(x, 2)": IMAGES,
    "tl.cat([x, x], 1)": X,
    "tl.stack((x, x))": X,
    "tl.where(x > 0, x, 0.5)": X,
    "tl.einsum('ij,kj->ik', x, x)": X,
    "tl.clamp(x, -0.5, 0.5)": X,
    "x.gather(1, j)": X,
    "x.index_select(0, i)": X,
    "x.index_add(0, i, x)": X,
    "x.scatter(1, j, 2.0)": X,
    "x.flip(0)": X,
    "x[i]": X,
    "x[i, :2]": X,
    "x[[0, 2], 1:]": X,
    "x[i, i]": X,
    "x.roll(1, 1)": X,
    "x.cumsum(1)": X,
    "x.topk(2)": X,
    "x.sort(1, descending=True)": X,
    "x.median()": X,
    "x.masked_fill(x > 0, 1.0)": X,
}


def operands(shape, seed):
    tl.manual_seed(seed)
    x = tl.randn(*shape, requires_grad=True)
    i = tl.randint(0, 4, (4,))
    return {"tl": tl, "F": F, "x": x, "w": tl.randn(2, 3, 3, 3, requires_grad=True), "i": i,
            "j": i.reshape(4, 1)}  # fmt: skip


def outcome(call, space):
    """The results of a call and the gradients of its operands."""
    result = eval(call, space)
    results = list(result) if isinstance(result, tuple) else [result]
    for x in results:
        if x.requires_grad:
            x.backward(tl.arange(float(x.numel())).reshape(x.shape).cos(), retain_graph=True)
    assert space["x"].is_leaf and space["w"].is_leaf
    found = [*results, *[space[name].grad for name in "xw" if space[name].grad is not None]]
    return [(x.detach().numpy().tobytes(), x.shape, x.dtype, x.stride()) for x in found]


@pytest.mark.parametrize("call", PLAYED)
def test_a_played_call_gives_the_same_bits(call):
    """Also where the numbers are others than in the rehearsal, and backward."""
    first, second = (outcome(call, operands(PLAYED[call], seed)) for seed in (1, 2))
    played = eval(f"lambda: {call}", operands(PLAYED[call], 1))
    assert is_played(played)
    for seed, wanted in ((1, first), (2, second)):
        for _ in range(3):  # backward is rehearsed, too
            assert outcome(call, operands(PLAYED[call], seed)) == wanted


def test_second_derivatives_of_what_was_played():
    x = tl.randn(3, 4, requires_grad=True)
    found = []
    for _ in range(5):
        (g,) = tl.autograd.grad(F.layer_norm(x, (4,)).pow(3).sum(), x, create_graph=True)
        found.append(tl.autograd.grad(g.square().sum(), x)[0].numpy().tobytes())
    assert len(set(found)) == 1


def test_the_graph_is_that_of_the_function():
    x, i = tl.randn(4, 6, requires_grad=True), tl.tensor([0, 1, 2, 3])

    def names(node):
        return node.name(), [names(each) for each, _ in node.next_functions if each is not None]

    graphs = [names(F.cross_entropy(x, i).grad_fn) for _ in range(5)]
    assert all(graph == graphs[0] for graph in graphs)


def test_arguments_of_a_rehearsal_may_be_one_tensor():
    """It was rehearsed with one tensor for all, and played with three."""
    q, k, v = (tl.randn(2, 4, 3) for _ in range(3))
    attention = F.scaled_dot_product_attention
    wanted = attention(q, k, v)
    rehearsal._forget()
    assert is_played(lambda: attention(q, q, q))
    assert tl.equal(attention(q, k, v), wanted)


def test_what_is_wrong_with_numbers_is_said_as_ever():
    x, i, far = tl.randn(4, 6), tl.tensor([0, 1, 2, 3]), tl.tensor([0, 1, 2, 9])
    for call, *given in (F.cross_entropy, x), (x.index_select, 0), (lambda i: F.embedding(i, x),):
        assert is_played(functools.partial(call, *given, i))
        with pytest.raises(IndexError, match=r"out of (bounds|range)"):
            call(*given, far)


def test_targets_that_do_not_count_after_some_that_do():
    x = tl.randn(4, 6)
    full, some = tl.tensor([0, 1, 2, 3]), tl.tensor([0, -100, 2, 3])
    wanted = F.nll_loss(x, some)
    assert is_played(lambda: F.nll_loss(x, full))
    assert tl.equal(F.nll_loss(x, some), wanted)


def test_kinds_of_calls_are_told_apart():
    x = tl.randn(4, 6)
    images = tl.randn(1, 1, 4, 4)
    assert is_played(lambda: F.max_pool2d(images, (2, 2)))
    with pytest.raises(RuntimeError, match="single int"):
        F.max_pool2d(images, (2.0, 2.0))
    assert is_played(lambda: x.cumsum(1))
    with pytest.raises((TypeError, RuntimeError)):
        x.cumsum(1.0)
    assert is_played(lambda: tl.clamp(x, 0.0, 1.0))
    low = tl.clamp(tl.tensor([-1.0]).expand(4, 6), -0.0, 1.0)
    assert np.signbit(low.numpy()).all()


def test_random_numbers_are_drawn_once_a_call():
    x = tl.randn(2, 4, 3)

    def drawn():
        tl.manual_seed(3)
        calls = [F.scaled_dot_product_attention(x, x, x, dropout_p=0.5) for _ in range(4)]
        return [each.numpy().tobytes() for each in calls]

    first = drawn()
    assert len(set(first)) == 4
    assert drawn() == first


def test_warnings_come_each_time():
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for _ in range(5):
            F.mse_loss(tl.ones(3), tl.ones(1))
    assert len(seen) == 5


def test_running_statistics_move_once_a_call():
    x, mean, var = tl.randn(5, 3), tl.zeros(3), tl.ones(3)
    m, v, steps = np.zeros(3, np.float32), np.ones(3, np.float32), 0
    for k in range(1, 7):
        F.batch_norm(x, mean, var, training=True, momentum=0.5)
        m = 0.5 * m + 0.5 * x.numpy().mean(0)
        v = 0.5 * v + 0.5 * x.numpy().var(0, ddof=1)
        np.testing.assert_allclose(mean.numpy(), m, rtol=1e-5)
        np.testing.assert_allclose(var.numpy(), v, rtol=1e-5)
        steps = steps or mean._version
        assert mean._version == k * steps


def test_elements_are_written_once_a_call():
    x, wanted = tl.zeros(4, 6), np.zeros((4, 6))
    i, mask = tl.tensor([0, 2]), tl.zeros(4, 6, dtype=tl.bool)
    mask[1, 1] = True
    for k in range(6):
        x[i], wanted[[0, 2]] = float(k), k
        x[i, i], wanted[[0, 2], [0, 2]] = tl.tensor([5.0, k]), [5, k]
        x[mask] = k + 0.5
        wanted[1, 1] = k + 0.5
        assert (x.numpy() == wanted).all()
        with pytest.raises(IndexError):
            x[tl.tensor([0, 9])] = float(k)
    before = x._version
    x[i] = 1.0
    assert x._version == before + 1
    with pytest.raises(RuntimeError, match="leaf"):
        leaf = tl.zeros(4, 6, requires_grad=True)
        leaf[i] = 1.0
    base = leaf * 1
    base[i] = 2.0
    base.sum().backward()
    assert leaf.grad.sum() == 12


def test_writes_to_views_are_heard():
    """A view of a tensor whose history began after the view was made."""
    i, w = tl.tensor([0, 2]), tl.ones(6, requires_grad=True)
    for _ in range(5):
        base = tl.zeros(2, 4, 6)
        view = base[1]
        base[0, 0] = w
        view[i] = 3.0
        (base * 2).sum().backward()
        assert (w.grad == 2).all()
        w.grad = None
    fixed = np.zeros((4, 6), np.float32)
    fixed.flags.writeable = False
    for _ in range(4):
        with pytest.raises(RuntimeError, match="read-only"):
            tl.from_numpy(fixed)[i] = 1.0


def test_memory_that_may_not_change_is_not_written():
    x, mean, var = tl.randn(5, 3), tl.zeros(3), tl.ones(3)
    assert is_played(lambda: F.batch_norm(x, mean, var, training=True))
    fixed = np.zeros(3, np.float32)
    fixed.flags.writeable = False
    with pytest.raises(RuntimeError, match="read-only"):
        F.batch_norm(x, tl.from_numpy(fixed), var, training=True)
    shared = tl.zeros(3)
    once, twice = F.batch_norm(x, shared, shared, training=True), shared
    assert once.shape == (5, 3)
    assert twice._version > 0


def test_modes_are_respected():
    x = tl.randn(4, 6, requires_grad=True)
    assert is_played(lambda: F.softmax(x, 1))
    with tl.no_grad():
        assert not F.softmax(x, 1).requires_grad
        assert is_played(lambda: F.softmax(x, 1))
    assert F.softmax(x, 1).requires_grad
    with tl.autocast("cpu", dtype=tl.bfloat16):
        y = tl.randn(1, 1, 4, 4)
        assert [F.conv2d(y, y).dtype for _ in range(4)] == [tl.bfloat16] * 4
    assert [F.conv2d(y, y).dtype for _ in range(4)] == [tl.float32] * 4


def test_saved_tensors_are_packed():
    x = tl.randn(4, 6, requires_grad=True)
    assert is_played(lambda: F.softmax(x, 1))
    packed = []
    with tl.autograd.graph.saved_tensors_hooks(lambda t: packed.append(t) or t, lambda t: t):
        F.softmax(x, 1).sum().backward()
    assert packed


def test_batches_of_vmap_run_as_they_stand():
    x = tl.randn(3, 4, 6)
    assert is_played(lambda: F.softmax(x[0], 1))
    found = tl.vmap(lambda row: F.softmax(row, 1))(x)
    assert tl.equal(found, F.softmax(x, 2))


def test_a_profile_sees_the_kernels():
    x, i = tl.randn(4, 6), tl.tensor([0, 1, 2, 3])
    assert is_played(lambda: F.cross_entropy(x, i))
    with tl.profile() as seen:
        F.cross_entropy(x, i)
    assert seen.key_averages()


def test_a_default_dtype_is_another_kind():
    x = tl.tensor([[0.5, 2.0]])
    assert is_played(lambda: F.one_hot(tl.tensor([0]), 2))
    assert is_played(lambda: tl.where(x > 1, 1.0, 0.0))
    tl.set_default_dtype(tl.float64)
    try:
        assert tl.where(x > 1, 1.0, 0.0).dtype is tl.float64
    finally:
        tl.set_default_dtype(tl.float32)


def test_arguments_are_not_held():
    """A Score has nothing of the tensors that it was rehearsed with."""
    given = [tl.randn(4, 6)]
    assert is_played(lambda: F.softmax(given[0], 1))
    memory = weakref.ref(given.pop().memory)
    assert memory() is None


def test_threads_may_play_at_once():
    x, i = tl.randn(4, 6), tl.tensor([0, 1, 2, 3])
    wanted, wrong = F.cross_entropy(x, i).item(), []

    def work():
        wrong.extend(v for _ in range(200) if (v := F.cross_entropy(x, i).item()) != wanted)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not wrong


def test_tensors_of_other_classes_run_as_they_stand():
    class Told(tl.Tensor):
        def sum(self, *args, **named):
            raise AssertionError("not asked")

    x = tl.Tensor._make_subclass(Told, tl.randn(4, 6))
    assert not is_played(lambda: F.softmax(x, 1))

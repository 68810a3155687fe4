"""Functions of the user's with a backward of his own, and every way to get one wrong."""

import re

import pytest

import tensorlite as tl
from tensorlite.autograd import Function, grad, gradcheck, gradgradcheck
from tensorlite.autograd.function import once_differentiable


def leaf(*values, dtype=None):
    return tl.tensor(values, dtype=dtype, requires_grad=True)


def raises(error, text):
    return pytest.raises(error, match=re.escape(text))


class Cube(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x * x

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return 3 * x * x * g


class Scaled(Function):
    """With setup_context, keywords and defaults."""

    @staticmethod
    def forward(x, y, scale=2.0):
        return x * y * scale

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, y, ctx.scale = inputs
        ctx.save_for_backward(x, y)

    @staticmethod
    def backward(ctx, g):
        x, y = ctx.saved_tensors
        return g * y * ctx.scale, g * x * ctx.scale, None


class Exp(Function):
    """Saves its result."""

    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, g):
        return g * ctx.saved_tensors[0]


class Split(Function):
    """Two results; backward gets zeros, or None, for the one that is not used."""

    seen = None
    materialize = True

    @staticmethod
    def forward(ctx, x):
        ctx.set_materialize_grads(Split.materialize)
        return x * 2, x * 3

    @staticmethod
    def backward(ctx, g, h):
        Split.seen = tuple(None if each is None else each.tolist() for each in (g, h))
        return (0 if g is None else g * 2) + (0 if h is None else h * 3)


class Double(Function):
    """Changes its input in place."""

    @staticmethod
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x

    @staticmethod
    def backward(ctx, g):
        return g * 2


def returning(*results, arguments=1):
    """A Function whose backward returns these."""

    class Returning(Function):
        @staticmethod
        def forward(ctx, *args):
            return args[0] * 1

        @staticmethod
        def backward(ctx, g):
            return results if len(results) != 1 else results[0]

    return Returning.apply


class Told(Function):
    @staticmethod
    def forward(ctx, x, options):
        ctx.options = options
        ctx.save_for_backward(x)
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2, None


def test_a_node_shows_what_its_context_holds():
    """In PyTorch the node of a Function is its context; torchdiffeq looks there for options."""
    y = Told.apply(leaf(1.0), {"steps": 3})
    assert y.grad_fn.options == {"steps": 3}
    assert tl.equal(y.grad_fn.saved_tensors[0], tl.tensor([1.0]).reshape(y.shape))
    with pytest.raises(AttributeError, match="solver"):
        y.grad_fn.solver  # noqa: B018
    with pytest.raises(AttributeError, match="options"):
        (y * 2).grad_fn.options  # noqa: B018


def test_only_the_node_of_a_function_has_the_name_of_one():
    x = tl.rand(1, 2, 3, 3, requires_grad=True)
    names = [f(x).grad_fn.name() for f in (tl.nn.BatchNorm2d(2), tl.compile(lambda x: x * 2))]
    assert names == ["NativeBatchNormBackward0", "CompiledBackward0"]


def test_gradients_of_any_order():
    x = leaf(2.0, dtype=tl.float64)
    y = Cube.apply(x)
    assert repr(y).endswith("grad_fn=<CubeBackward>)")
    for expected in (12.0, 12.0, 6.0):
        (y,) = grad(y, x, create_graph=True)
        assert y.item() == expected
    points = leaf(1.0, -0.5, dtype=tl.float64)
    for function in (Cube.apply, Exp.apply, lambda x: Scaled.apply(x, x)):
        assert gradcheck(function, points) and gradgradcheck(function, points)


def test_setup_context_keywords_and_defaults():
    x, y = leaf(1.0, 2.0), leaf(3.0, 4.0)
    Scaled.apply(x, y=y, scale=10.0).sum().backward()
    assert x.grad.tolist() == [30.0, 40.0] and y.grad.tolist() == [10.0, 20.0]
    assert grad(Scaled.apply(x, y, 2.0).sum(), x)[0].tolist() == [6.0, 8.0]


def test_setup_context_is_inherited():
    class Child(Scaled):
        pass

    x = leaf(1.0)
    Child.apply(x, x, 1.0).backward()
    assert x.grad.item() == 2.0


def test_needs_input_grad():
    seen = []

    class Product(Function):
        @staticmethod
        def forward(ctx, x, y, flag):
            ctx.save_for_backward(x, y)
            return x * y

        @staticmethod
        def backward(ctx, g):
            seen.append(ctx.needs_input_grad)
            x, y = ctx.saved_tensors
            return g * y, g * x, None

    x = leaf(2.0)
    Product.apply(x, tl.tensor([3.0]), True).backward()
    assert seen == [(True, False, False)] and x.grad.item() == 3.0
    with tl.no_grad():
        assert not Product.apply(x, x, True).requires_grad


def test_unused_results():
    x = leaf(1.0, 2.0)
    Split.apply(x)[1].sum().backward()
    assert Split.seen == ([0.0, 0.0], [1.0, 1.0]) and x.grad.tolist() == [3.0, 3.0]
    Split.materialize = False
    try:
        Split.apply(x)[0].sum().backward()
    finally:
        Split.materialize = True
    assert Split.seen == ([1.0, 1.0], None) and x.grad.tolist() == [5.0, 5.0]


@pytest.mark.parametrize("materialize", [True, False])
def test_results_that_are_no_tensors_have_a_gradient_of_none(materialize):
    """As PyTorch has it: without these, every gradient came as that of another result."""

    class Mixed(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.set_materialize_grads(materialize)
            return "name", x * 2, None, x * 3

        @staticmethod
        def backward(ctx, name, double, nothing, triple):
            assert name is nothing is None and (triple is None) is not materialize
            return 2 * double

    def second(x):
        return Mixed.apply(x)[1]

    for run in (second, tl.compile(second)):
        x = leaf(1.0, 2.0)
        (run(x) * x.detach()).sum().backward()
        assert x.grad.tolist() == [2.0, 4.0]


def test_mark_non_differentiable():
    class SortOf(Function):
        @staticmethod
        def forward(ctx, x):
            indices, signs = (x > 0).to(tl.int64), x.sign()
            ctx.mark_non_differentiable(signs)
            return x * 2, indices, signs

        @staticmethod
        def backward(ctx, g, *others):
            return g * 2

    x = leaf(1.0, -2.0)
    y, indices, signs = SortOf.apply(x)
    assert y.requires_grad and not indices.requires_grad and not signs.requires_grad
    (y * signs).sum().backward()
    assert x.grad.tolist() == [2.0, -2.0]


def test_mark_dirty():
    x = leaf(1.0, 2.0)
    y = x * 1
    z = Double.apply(y)
    assert z is y and y.tolist() == [2.0, 4.0] and y.grad_fn.name() == "DoubleBackward"
    (y * y).sum().backward()
    assert x.grad.tolist() == [8.0, 16.0]
    with raises(RuntimeError, "Double: a leaf Variable that requires grad is being used in an in-"):
        Double.apply(x)


def test_mark_dirty_of_a_view_changes_its_base():
    x = leaf(1.0, 2.0)
    y = x * 1
    Double.apply(y[:1])
    (y * 10).sum().backward()
    assert y.tolist() == [2.0, 2.0] and x.grad.tolist() == [20.0, 10.0]


def test_dirty_tensors_must_be_returned():
    class Lost(Double):
        @staticmethod
        def forward(ctx, x):
            ctx.mark_dirty(x)
            return x * 1

    with raises(RuntimeError, "Lost: expected every tensor marked dirty among the results"):
        Lost.apply(leaf(1.0) * 1)


def test_an_input_given_back_is_a_result_of_its_own():
    class Same(Function):
        @staticmethod
        def forward(ctx, x):
            return x

        @staticmethod
        def backward(ctx, g):
            return g * 5

    x = leaf(1.0)
    y = Same.apply(x)
    assert y is not x and x.is_leaf
    y.backward()
    assert x.grad.item() == 5.0


VIEWS = {
    "view_as": lambda x: x.view_as(x),
    "view": lambda x: x.view(6),
    "reshape": lambda x: x.reshape(3, 2),
    "flatten": lambda x: x.flatten(),
    "transpose": lambda x: x.t(),
    "permute": lambda x: x.permute(1, 0),
    "squeeze": lambda x: x.squeeze(),
    "unsqueeze": lambda x: x.unsqueeze(0),
    "narrow": lambda x: x.narrow(1, 0, 3),
    "select": lambda x: x[0],
    "slice": lambda x: x[:, 1:],
    "diagonal": lambda x: x.diagonal(),
    "as_strided": lambda x: x.as_strided((2, 2), (3, 1)),
    "unfold": lambda x: x.unfold(1, 2, 1),
    "expand": lambda x: x.expand(4, 2, 3),
    "movedim": lambda x: x.movedim(0, 1),
    "detach": lambda x: x.detach(),
    "split": lambda x: x.split(1),
    "unbind": lambda x: x.unbind(1),
    "itself": lambda x: x,
    "a view of a copy": lambda x: x.clone()[0],
    "views of a copy": lambda x: x.clone().unbind(0),
}


class Constant(Function):
    """Any view of x; the gradient is what no view has."""

    @staticmethod
    def forward(ctx, x, view):
        ctx.shape = x.shape
        return VIEWS[view](x)

    @staticmethod
    def backward(ctx, *grads):
        return sum(g.sum() for g in grads) * -7.0 + tl.zeros(ctx.shape), None


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("inner", [False, True])
@pytest.mark.parametrize("compiled", [False, True])
def test_a_result_that_is_a_view_has_the_backward_of_the_function(view, inner, compiled):
    def step(x):
        y = Constant.apply(x * 1 if inner else x, view)
        parts = y if isinstance(y, tuple | list) else (y,)
        sum((part * 2).sum() + part[..., :1].sum() for part in parts).backward()

    step = tl.compile(step) if compiled else step
    parts = VIEWS[view](tl.ones(2, 3))
    parts = parts if isinstance(parts, tuple | list) else (parts,)
    total = -7.0 * sum(2 * part.numel() + part[..., :1].numel() for part in parts)
    x = tl.ones(2, 3, requires_grad=True)
    for _ in range(3):
        x.grad = None
        step(x)
        assert (x.grad == total).all()


def test_a_result_that_is_a_view_follows_writes_or_refuses_them():
    x = tl.ones(2, 3, requires_grad=True)
    with raises(RuntimeError, "mul_: a view of a leaf Variable that requires grad is being used"):
        Constant.apply(x, "itself").mul_(2)
    base = x * 1
    y = Constant.apply(base, "view_as")
    y.mul_(2)  # its own history goes on, and so does that of the base
    (y.sum() + base.sum()).backward()
    assert (x.grad == -7.0 * 2 * 12).all() and (base == 2).all()
    for view in ("view_as", "itself", "unbind", "views of a copy"):
        base = x * 1
        y = Constant.apply(base, view)
        if view == "views of a copy":
            y[0].mul_(2)
            y = y[1]
        else:
            base.mul_(2)
            y = y[0] if view == "unbind" else y
        with raises(RuntimeError, "is a view and its base or another view of its base has been"):
            y.sum()


def test_none_gradients():
    x, y = leaf(1.0), leaf(2.0)
    (returning(None)(x) + y).backward()
    assert x.grad is None and y.grad.item() == 1.0
    (returning(tl.ones(1), None, None)(x)).backward()
    assert x.grad.item() == 1.0


def test_broadcast_gradients_are_summed():
    x = leaf(1.0, 2.0)
    returning(tl.ones(3, 2, dtype=tl.float64))(x).sum().backward()
    assert x.grad.tolist() == [3.0, 3.0] and x.grad.dtype is tl.float32


def test_wrong_gradients():
    x = leaf(1.0, 2.0)
    with raises(RuntimeError, "returned an incorrect number of gradients; expected 2, one per argum"
                "ent of forward; got 1"):  # fmt: skip
        returning(tl.ones(2))(x, x).sum().backward()
    with raises(RuntimeError, "incorrect number of gradients; expected 1, one per argument of forwa"
                "rd; got 2"):  # fmt: skip
        returning(tl.ones(2), tl.ones(2))(x).sum().backward()
    with raises(RuntimeError, "Returning.backward: expected a gradient of shape [2]; got [3]"):
        returning(tl.ones(3))(x).sum().backward()
    with raises(TypeError, "Returning.backward: expected a Tensor or None; got float"):
        returning(1.0)(x).sum().backward()
    assert x.grad is None


def test_errors_name_the_forward_call():
    y = returning(1.0)(leaf(1.0))  # here
    with pytest.raises(TypeError) as error:
        y.backward()
    notes = "".join(error.value.__notes__)
    assert "Returning(float32[1]), called at" in notes and "# here" in notes


def test_a_backward_that_is_called_vjp():
    class Cubed(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x * x * x

        @staticmethod
        def vjp(ctx, g):
            (x,) = ctx.saved_tensors
            return 3 * x * x * g

    x = leaf(2.0)
    assert grad(Cubed.apply(x), x)[0].tolist() == [12.0]
    assert gradgradcheck(Cubed.apply, tl.tensor([2.0], dtype=tl.float64, requires_grad=True))

    class Both(Cubed):
        @staticmethod
        def backward(ctx, g):
            return g

    with raises(RuntimeError, "Implementing both 'backward' and 'vjp' for a custom Function"):
        Both.apply(x).backward()


def test_misuse():
    with raises(RuntimeError, "Cube: expected a call of its static method apply; got an instance"):
        Cube()
    with raises(NotImplementedError, "Function: expected a static method forward(ctx, *args)"):
        Function.apply(leaf(1.0))

    class Keeps(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x, 3)
            return x * 1

    with raises(TypeError, "save_for_backward: expected tensors; got int; try ctx.name = value"):
        Keeps.apply(leaf(1.0))


def test_second_backward_and_changed_tensors_are_refused():
    x = leaf(1.0)
    y = Cube.apply(x)
    y.backward()
    with raises(RuntimeError, "Cube(float32[1]), called at"):
        y.backward()
    z = x * 1
    y = Cube.apply(z)
    z.add_(1)
    with raises(RuntimeError, "has been modified by an inplace operation; expected version 0; got"):
        y.backward()


def test_once_differentiable():
    class Once(Cube):
        @staticmethod
        @once_differentiable
        def backward(ctx, g):
            (x,) = ctx.saved_tensors
            return tl.from_numpy(3 * x.detach().numpy() ** 2) * g

    x = leaf(2.0)
    (g,) = grad(Once.apply(x), x, create_graph=True)
    assert g.item() == 12.0
    y = Once.apply(x * 1)
    (g,) = grad(y * y, x, create_graph=True)
    with raises(
        RuntimeError, "trying to differentiate twice a function that was marked with @once"
    ):
        g.backward()


def test_forward_mode_of_a_function_written_for_pytorch():
    """With `save_for_forward` and `jvp`, as its documentation has them: backward is what counts."""

    class Both(Cube):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_forward(x)
            return Cube.forward(ctx, x)

        @staticmethod
        def jvp(ctx, tangent):
            raise AssertionError("not called")

    out, tangent = tl.func.jvp(Both.apply, (tl.tensor(2.0),), (tl.tensor(1.0),))
    assert out.item() == 8.0 and tangent.item() == 12.0


class Ordered(Function):
    """Numbers in their order, by NumPy: no map looks into it, its rule takes whole batches."""

    @staticmethod
    def forward(x):
        places = x.detach().numpy().argsort(-1)
        return tl.gather(x, -1, tl.from_numpy(places)), tl.from_numpy(places)

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.mark_non_differentiable(output[1])
        ctx.save_for_backward(output[1])

    @staticmethod
    def backward(ctx, g, _):
        (places,) = ctx.saved_tensors
        return tl.zeros_like(g).scatter(-1, places, g)

    @staticmethod
    def vmap(info, in_dims, x):
        seen.append((info.batch_size, info.randomness, in_dims, tuple(x.shape)))
        return Ordered.apply(x), (0, 0)


seen: list = []
NUMBERS = tl.tensor([[3.0, 1.0, 2.0], [0.0, 5.0, 4.0]])
WEIGHTS = tl.arange(3.0)


def ordered(x):
    return Ordered.apply(x)[0]


def weighed(x):
    return (ordered(x) * WEIGHTS).sum()


def test_a_rule_for_vmap_takes_the_whole_batch():
    seen.clear()
    expected = [[1, 2, 3], [0, 4, 5]]
    assert tl.func.vmap(ordered)(NUMBERS).tolist() == expected
    assert tl.func.vmap(ordered, in_dims=1, randomness="same")(NUMBERS.mT).tolist() == expected
    assert seen == [(2, "error", (0,), (2, 3)), (2, "same", (0,), (2, 3))]
    seen.clear()
    cube = tl.stack([NUMBERS, NUMBERS + 1, NUMBERS * 2])
    assert tl.func.vmap(tl.func.vmap(ordered))(cube).equal(cube.sort().values)
    assert seen == [(2, "error", (0,), (2, 3)), (3, "error", (0,), (3, 2, 3))]


def test_gradients_go_through_a_rule():
    expected = [[2.0, 0.0, 1.0], [0.0, 2.0, 1.0]]
    assert tl.func.vmap(tl.func.grad(weighed))(NUMBERS).tolist() == expected
    total = tl.func.grad(lambda x: tl.func.vmap(weighed)(x).sum())
    assert total(NUMBERS).tolist() == expected
    x = NUMBERS.clone().requires_grad_()
    tl.func.vmap(weighed)(x).sum().backward()
    assert x.grad.tolist() == expected
    assert tl.func.jacrev(ordered)(NUMBERS[0]).tolist() == [[0, 1, 0], [0, 0, 1], [1, 0, 0]]


def test_a_rule_sees_lists_and_says_where_its_results_have_their_parts():
    class Sums(Function):
        @staticmethod
        def forward(xs, y, word):
            raise AssertionError("the rule counts")

        @staticmethod
        def vmap(info, in_dims, xs, y, word):
            assert in_dims == ([0, None], {"y": 0}, None) and word == "word"
            return [xs[0].mT, xs[1], word], [1, None, None]

        @staticmethod
        def setup_context(ctx, inputs, output):
            pass

    def both(x, y):
        first, second, word = Sums.apply([x, WEIGHTS], {"y": y}, "word")
        assert word == "word"
        return first, second

    first, second = tl.func.vmap(both, out_dims=(0, None))(NUMBERS, NUMBERS)
    assert first.equal(NUMBERS) and second is WEIGHTS


def test_rules_that_cannot_be_followed():
    class Rule(Function):
        @staticmethod
        def forward(x):
            return x

        @staticmethod
        def setup_context(ctx, inputs, output):
            pass

        @staticmethod
        def vmap(info, in_dims, x):
            return made(x)

    mapped = tl.func.vmap(Rule.apply)
    made = tl.clone
    with raises(RuntimeError, "Rule: Expected the vmap staticmethod to have two returns"):
        mapped(NUMBERS)
    made = lambda x: ([x, x], (0,))  # noqa: E731
    with raises(RuntimeError, "Rule.vmap: expected out_dims of 2 outputs; got (0,); try one int"):
        mapped(NUMBERS)
    made = lambda x: (x, 2)  # noqa: E731
    with raises(IndexError, "Rule.vmap: "):
        mapped(NUMBERS)
    Rule.generate_vmap_rule = True
    with raises(RuntimeError, "both generate_vmap_rule=True and an overridden vmap staticmethod"):
        mapped(NUMBERS)
    assert Rule.apply(NUMBERS) is NUMBERS

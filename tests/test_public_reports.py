"""Public reports of wrong results in other libraries, as small programs of our own.

Each is run by PyTorch, by eager code and by plans, several calls of one recorded function. The
reports are of PyTorch and its compiler, JAX, tinygrad, MLX and autograd; what each found wrong is
right here, or is refused with the line that cannot be repeated.
"""

import math
import types
from typing import ClassVar

import pytest
from test_plan_table import content

import tensorlite as tl

PROGRAMS, REPORTS = {}, {}


def after(reports):
    """Know a program, and the reports that it follows."""

    def known(program):
        PROGRAMS[program.__name__] = program
        REPORTS[program.__name__] = reports.split()
        return program

    return known


@after("pytorch#138908")
def rows_doubled_by_index(torch, record):
    y = torch.arange(6.0).reshape(2, 3)
    out = []

    def g(i, y):
        y[i + 10] += y[i + 10]

    g = record(g)
    for _ in range(3):
        g(torch.tensor([[-10, -9]]), y)
        out.append(y.clone())
    return out


@after("pytorch#174172")
def copysign_of_minus_zero(torch, record):
    f = record(lambda x, o: torch.copysign(x, o))
    return [f(torch.tensor([1.0, -2.0, 0.0]), v) for v in (-0.0, 0.0, -1.0, -0.0)]


@after("pytorch#109925")
def cumulated_bool_mask(torch, record):
    f = record(lambda m: (m.cumsum(0), m.int().cumsum(-1) * 2, (m.cumsum(0) > 1).sum()))
    return [f(torch.tensor([[True, False, True], [True, True, False]])) for _ in range(3)]


@after("pytorch#160242")
def pool_with_ties_and_index(torch, record):
    F = torch.nn.functional
    f = record(lambda x: F.max_pool2d(x, 3, 2, 1, return_indices=True))
    x = torch.tensor(
        [
            [1.0, 1.0, float("nan"), 0.0],
            [1.0, 2.0, 2.0, 2.0],
            [-float("inf")] * 4,
            [5.0, 5.0, 5.0, 5.0],
        ]
    ).view(1, 1, 4, 4)
    return [f(x) for _ in range(2)]


@after("pytorch#96064")
def unrolled_loop_writes_columns(torch, record):
    def f(x):
        out = torch.zeros(3, 4)
        for k in range(4):
            x = x + k
            out[:, k] = x
            x[0] = -k
        return out, x

    f = record(f)
    return [f(torch.ones(3) * k) for k in (1.0, 2.0, 3.0)]


@after("pytorch#136662")
def gradient_through_abs_into_a_slice(torch, record):
    def g(x):
        y = torch.zeros(2, 3) + x * 0
        y[:, 0] += x[:, 2].abs()
        return y.sum()

    f = record(lambda x: torch.func.grad(g)(x))
    return [f(torch.tensor([[1.0, 2.0, -3.0], [0.0, 1.0, 4.0]]) * k) for k in (1.0, -1.0, 2.0)]


@after("pytorch#159239")
def rotary_positions(torch, record):
    def half(x):
        a, b = x[..., : x.shape[-1] // 2], x[..., x.shape[-1] // 2 :]
        return torch.cat((-b, a), -1)

    f = record(lambda q, cos, sin, i: q * cos[i].unsqueeze(1) + half(q) * sin[i].unsqueeze(1))
    q = torch.arange(24.0).reshape(1, 2, 3, 4) / 10
    t = torch.arange(12.0).reshape(3, 4)
    return [f(q, t.cos(), t.sin(), torch.tensor([[2, 0, 1]])) for _ in range(2)]


@after("pytorch#185382")
def adam_by_hand_with_counted_steps(torch, record):
    def step(p, g, m, v, n):
        m.mul_(0.9).add_(g, alpha=0.1)
        v.mul_(0.999).addcmul_(g, g, value=0.001)
        p.addcdiv_(m, (v.sqrt() / (1 - 0.999**n) ** 0.5).add_(1e-8), value=-0.001 / (1 - 0.9**n))
        return p.clone()

    step = record(step)
    p, m, v = torch.ones(3), torch.zeros(3), torch.zeros(3)
    return [step(p, torch.tensor([1.0, -2.0, 0.5]) * n, m, v, n) for n in range(1, 7)]


@after("pytorch#172062")
def cumprod_gradient_with_zero(torch, record):
    def f(x):
        y = x.cumprod(1)
        return torch.autograd.grad(y.square().sum(), x)[0]

    f = record(f)
    return [
        f(
            torch.tensor([[0.1, 0.0, 2.0, 3.0], [0.0, 0.0, 1.0, 2.0]], dtype=torch.float64)
            .mul(k)
            .requires_grad_()
        )
        for k in (1.0, 2.0, 3.0)
    ]


@after("pytorch#120861")
def last_of_a_global_list_and_its_alias(torch, record):
    held = [1, 2, 3]
    f = record(lambda last, x: x + held[-1] + last[-1])
    return [f(last, torch.ones(1)) for last in (held, [3, 2, 1], [1, 2], [1, 2, 3, 2], held)] + [
        held.append(9) or f(held, torch.ones(1))
    ]


@after("pytorch#191821")
def a_global_record_replaced_within_a_loop(torch, record):
    space = {}
    exec(
        """
import dataclasses
@dataclasses.dataclass
class R: hidden: object
r = None
def region(): return r.hidden + 1
def fn(h):
    global r
    for _ in range(2):
        r = R(h); h = region()
    return h
""",
        space,
    )
    f = record(types.FunctionType(space["fn"].__code__, space))
    return [f(torch.tensor(float(k))) for k in range(3)]


@after("pytorch#108898")
def a_global_function_replaced(torch, record):
    space = {"torch": torch}
    exec(
        """
def inner(x):
    return torch.sin(x) + 20
def foo(x, y):
    return inner(x) + y
""",
        space,
    )
    f = record(space["foo"])
    out = [f(torch.ones(1), torch.ones(1))]
    space["inner"] = lambda x: torch.cos(x)
    return [*out, f(torch.ones(1), torch.ones(1))]


@after("pytorch#139476")
def requires_grad_of_a_parameter_changes(torch, record):
    m = torch.nn.Linear(2, 2)
    with torch.no_grad():
        m.weight.fill_(0.5)
        m.bias.fill_(0.1)

    def f(x):
        m.zero_grad()
        m(x).sum().backward()
        return [None if p.grad is None else p.grad.clone() for p in m.parameters()]

    f = record(f)
    out = []
    for flag in (True, False, True, False):
        m.weight.requires_grad_(flag)
        out.append(f(torch.ones(1, 2)))
    return out


@after("pytorch#169253")
def a_list_of_the_class_grows(torch, record):
    class M(torch.nn.Module):
        items: ClassVar[list] = []

        def forward(self, x):
            M.items.append(x * 2)
            return x

    m = M()
    m.forward = record(m.forward)
    for k in range(4):
        m(torch.ones(2) * k)
    return [len(M.items), *M.items]


@after("pytorch#115774")
def a_cache_attribute_that_is_reset(torch, record):
    class M(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.cache = torch.tensor([0, 0])

        def forward(self, x, pos):
            self.cache[pos] = x
            return self.cache.clone()

    m = M()
    f = record(m.forward)
    out = [f(torch.tensor([2]), torch.tensor([0]))]
    m.cache = torch.tensor([0, 0])
    out.append(f(torch.tensor([1]), torch.tensor([1])))
    return [*out, f(torch.tensor([7]), torch.tensor([0]))]


@after("pytorch#176851")
def a_class_attribute_changes(torch, record):
    class S:
        factor = 1.0

    f = record(lambda x: x * S.factor)
    out = []
    for k in (1.0, 10.0, 3.0, 10.0):
        S.factor = k
        out.append(f(torch.tensor([4.0])))
    return out


@after("pytorch#196173")
def which_of_two_objects(torch, record):
    class Thing:
        n = 0

    a, b = Thing(), Thing()
    cur = {"o": a}

    def f(x):
        o = cur["o"]
        o.n += 1
        return x * 2 if o is a else x + 100

    f = record(f)
    out = []
    for o in (a, b, a, a, b):
        cur["o"] = o
        out.append(f(torch.ones(1)))
    return [*out, a.n, b.n]


@after("tinygrad#13642")
def gradients_accumulated_over_calls(torch, record):
    p = torch.ones(2).requires_grad_()
    p.grad = torch.zeros(2)

    def f(x):
        (p * x).sum().backward()
        return p.grad * 1

    f = record(f)
    out = [f(torch.ones(2) * k) for k in (1.0, 2.0, 3.0)]
    p.grad = None
    return out + [f(torch.ones(2) * k) for k in (1.0, 2.0, 3.0)]


@after("tinygrad#16571")
def conv_gradient_of_a_flipped_copy(torch, record):
    w = (torch.arange(9.0).view(1, 1, 3, 3) / 9).requires_grad_()

    def f(x):
        y = torch.nn.functional.conv2d(x.transpose(2, 3).contiguous(), w, padding=1)
        w.grad = None
        y.square().sum().backward()
        return w.grad.clone()

    f = record(f)
    return [f(torch.arange(16.0).view(1, 1, 4, 4) * k) for k in (1.0, 2.0, 3.0)]


@after("tinygrad#16618")
def an_argument_updated_in_place_and_not_returned(torch, record):
    x = torch.arange(6.0).view(3, 2)
    y = torch.tensor([[1.0], [2.0], [3.0]])

    def step(w):
        with torch.enable_grad():
            v = w.detach().requires_grad_()
            loss = ((x @ v - y) ** 2).mean()
            (g,) = torch.autograd.grad(loss, v)
        w.copy_(w - 0.01 * g)
        return loss.detach()

    step = record(step)
    w = torch.zeros(2, 1)
    return [step(w) for _ in range(5)] + [w]


@after("tinygrad#14278")
def the_output_given_back_as_input(torch, record):
    f = record(lambda kv, x: (kv.roll(1, 0) * 0.5 + x, kv))
    kv = torch.arange(4.0)
    out = []
    for k in range(4):
        kv, old = f(kv, torch.ones(4) * k)
        out += [kv, old]
    return out


@after("tinygrad#7637")
def results_kept_or_dropped(torch, record):
    f = record(lambda a, b: a + b)
    kept = []
    for k in range(5):
        f(torch.ones(2), torch.ones(2) * k)
        kept.append(f(torch.ones(2) * k, torch.ones(2)))
    return kept


@after("tinygrad#2194")
def an_element_of_padding(torch, record):
    f = record(lambda x, v: torch.nn.functional.pad(x, (0, 1), value=v)[2])
    return [f(torch.tensor([5.0, 6.0]), v) for v in (2.0, 3.0, 4.0, 0.0)]


@after("tinygrad#2844")
def pad_reshape_pad_reshape(torch, record):
    F = torch.nn.functional
    f = record(
        lambda x: F.pad(F.pad(x.permute(1, 0, 2), (2, 0)).reshape(4, 7, -1), (1, 2)).reshape(-1)
    )
    return [f(torch.arange(40.0).reshape(2, 4, 5) * k) for k in (1.0, 2.0)]


@after("pytorch#195582")
def batch_norm_then_negative_padding(torch, record):
    torch.manual_seed(0)
    bn = torch.nn.BatchNorm1d(4).eval()
    w = torch.arange(8.0).view(2, 4) / 8
    f = record(lambda x: torch.nn.functional.pad(bn(x).reshape(1, -1), (0, -8)) * 2)
    return [f(w.repeat(2, 1) * k).sum(1) for k in (1.0, 2.0, 3.0)]


@after("pytorch#189895")
def padded_lengths_of_sequences(torch, record):
    f = record(lambda m: torch.nn.functional.pad(m.sum(-1).cumsum(0), (1, 0)))
    return [f(torch.tensor([[1, 1, 0], [1, 1, 1], [0, 0, 0]])) for _ in range(2)]


@after("pytorch#97117")
def pad_of_nothing_is_a_copy(torch, record):
    def f(x):
        y = torch.nn.functional.pad(x, (0, 0))
        y += 1
        return y

    f = record(f)
    x = torch.zeros(3)
    return [f(x), x, f(x), x]


@after("pytorch#187018")
def uint8_negative_abs_summed(torch, record):
    def f(x):
        y = -x.abs()
        return torch.cat([y, y]).sum()

    f = record(f)
    return [f(torch.tensor([200, 200], dtype=torch.uint8)) for _ in range(2)]


@after("pytorch#93829")
def uint8_negated_and_compared(torch, record):
    f = record(lambda v: (-v, -v < torch.tensor(4, dtype=torch.uint8)))
    return [f(torch.tensor(k, dtype=torch.uint8)) for k in (6, 0, 255)]


@after("pytorch#105264")
def uint8_sum_cast_up(torch, record):
    f = record(
        lambda x: (
            (x + x).to(torch.int16),
            (x * x).to(torch.int32),
            (x - 200).float(),
            (x << 1).long(),
            (~x).long(),
        )
    )
    return [f(torch.tensor([128, 255, 3], dtype=torch.uint8)) for _ in range(2)]


@after("pytorch#198081")
def any_and_all_of_bytes(torch, record):
    f = record(lambda x: (torch.any(x), torch.all(x), torch.any(x) * 200 + 100, x.any(0), x.all(1)))
    return [f(torch.tensor([[0, 3], [0, 0]], dtype=torch.uint8)) for _ in range(2)]


@after("pytorch#191308")
def int8_products(torch, record):
    f = record(lambda a, b: torch.matmul(a, b))
    return [
        f(torch.ones((1, 1, 2), dtype=torch.int8) * 100, torch.ones((1, 2, 2), dtype=torch.int8))
        for _ in range(2)
    ]


@after("pytorch#183607")
def float16_overflow_between_ops(torch, record):
    f = record(lambda x: (x.to(torch.float16) * x.to(torch.float16)).float())
    g = record(lambda x: ((x.half() + 1000).half() - x.half()).float())
    return [f(torch.tensor([5000.0, 2.0])), g(torch.tensor([60000.0, 65000.0, 1.0]))]


@after("pytorch#194547")
def a_normal_of_two_dtypes(torch, record):
    return [
        str(torch.distributions.Normal(torch.zeros(2), torch.ones(2)).sample().dtype).split(".")[-1]
    ]


@after("pytorch#197807")
def logcumsumexp_of_bytes_is_refused(torch, record):
    f = record(lambda a: torch.logcumsumexp(a, 0))
    out = []
    for x in (torch.tensor(0, dtype=torch.uint8), torch.tensor([0, 1], dtype=torch.uint8)):
        try:
            f(x)
            out.append("accepted")
        except Exception:
            out.append("refused")
    return out


@after("pytorch#198056")
def sums_of_small_integers(torch, record):
    x = torch.tensor([-128, -100, -3, 0, 5, 100, 127], dtype=torch.int8)
    f = record(lambda x: (x.cumsum(0), x.cumprod(0), x.sum(), x.square(), x / x, x.prod()))
    return [f(x + 0) for _ in range(2)]


@after("pytorch#143555")
def shifts_beyond_the_width(torch, record):
    f = record(lambda x, n: (x >> n, x << n))
    return [f(torch.tensor([1000, -1000]), torch.tensor([n, n])) for n in (64, 63, 0, 70)] + [
        f(torch.tensor([7, -7], dtype=torch.int32), torch.tensor([33, 31], dtype=torch.int32))
    ]


@after("pytorch#118358")
def argmax_with_nan(torch, record):
    f = record(lambda x: (x.argmax(), x.argmin(), x.argmax(0), x.argmin(1), (x * 1).max(1)))
    return [f(torch.tensor([[1.0, float("nan"), 5.0], [float("nan"), 2.0, 7.0]]))]


@after("pytorch#194347")
def minimum_of_signed_zeros(torch, record):
    f = record(lambda x: 1 / (x.clamp(min=1.0) * 0 * x).abs())
    return [f(torch.tensor([-0.0, 3.0]))]


@after("pytorch#189808")
def sqrt_of_negative_is_nan(torch, record):
    f = record(
        lambda x: (
            x.sqrt().isnan(),
            torch.nn.functional.gelu(x.sqrt()).tanh().isnan(),
            x.sqrt().nan_to_num(7.0),
        )
    )
    return [f(torch.tensor([-1.0, 4.0, -0.0]))]


@after("mlx#2632")
def none_or_a_number_as_argument(torch, record):
    f = record(lambda x, y: (x + 1, x) if y is None else (x, None))
    return [f(torch.ones(2), v) for v in (0, None, 0, None)]


@after("mlx#1234")
def equal_to_the_broadcast_maximum(torch, record):
    f = record(lambda x: (x == x.amax((2, 4), keepdim=True)).sum((0, 1, 2, 3, 4)))
    torch.manual_seed(0)
    x = (torch.arange(128.0) * 37 % 23).view(1, 2, 2, 2, 2, 8)
    return [f(x), f(x * 2)]


@after("mlx#2900")
def a_side_list_gets_results(torch, record):
    state = []

    def f(x, y):
        z = x + y
        state.append(z)
        return z.exp()

    f = record(f)
    [f(torch.ones(1) * k, torch.ones(1)) for k in range(4)]
    return state


@after("mlx#1428")
def gradient_of_topk(torch, record):
    def f(x):
        v = torch.topk(x, 2)[0]
        return torch.autograd.grad((v * v).sum(), x)[0]

    f = record(f)
    return [
        f(
            torch.tensor([[1.0, 2.0, 6.0, 4.0, 5.0], [9.0, 5.0, 6.0, 7.0, 8.0]])
            .mul(k)
            .requires_grad_()
        )
        for k in (1.0, -1.0, 2.0)
    ]


@after("mlx#610")
def broadcast_add_then_square(torch, record):
    def f(a):
        b = a + torch.ones(3, 3, 3)
        return torch.autograd.grad((b**2).sum(), a)[0]

    f = record(f)
    return [f((torch.ones(3, 3) * k).requires_grad_()) for k in (1.0, 2.0)]


@after("mlx-unsloth#776")
def scatter_into_time_steps(torch, record):
    def f(q):
        out = torch.zeros(3, 4, 2)
        for t in range(4):
            out[:, t] += q[:, 3 - t] * (t + 1)
        return torch.autograd.grad((out * out).sum(), q)[0]

    f = record(f)
    return [f((torch.arange(24.0).view(3, 4, 2) * k).requires_grad_()) for k in (1.0, 2.0)]


@after("mlx#1167")
def cumprod_gradient_at_zero(torch, record):
    def f(x):
        return torch.autograd.grad(x.cumprod(0).sum(), x)[0]

    f = record(f)
    return [
        f(torch.tensor(v).requires_grad_())
        for v in ([2.0, 0.0, 3.0, 4.0], [0.0, 0.0, 1.0, 5.0], [1.0, 2.0, 3.0, 0.0])
    ]


@after("mlx#4271")
def shifts_do_not_depend_on_length(torch, record):
    f = record(
        lambda n: torch.ones(n, dtype=torch.int32) << torch.full((n,), 32, dtype=torch.int32)
    )
    g = record(
        lambda n: (
            torch.ones(2 * n, dtype=torch.int32)[::2] << torch.full((n,), 32, dtype=torch.int32)
        )
    )
    return [(f(n), g(n)) for n in (1, 3, 4, 7, 8, 33)]


@after("jax#939")
def logsumexp_beside_a_norm_at_zero(torch, record):
    def f(loc, scale):
        x = loc + scale * torch.tensor([-1.5, 0.0])
        a = 0.5 * ((x.norm(dim=-1) - 2) / 0.4) ** 2
        b = -0.5 * ((x[..., :1] + torch.tensor([-2.0, 2.0])) / 0.6) ** 2
        return torch.autograd.grad(a - torch.logsumexp(b, -1), (loc, scale))

    f = record(f)
    return [
        f(torch.zeros(2, requires_grad=True), torch.ones(2, requires_grad=True)) for _ in range(2)
    ]


@after("jax#18450")
def zero_to_the_power_zero(torch, record):
    def f(x, k):
        y = x**k
        return y, torch.autograd.grad(y.sum(), x)[0]

    f = record(f)
    return [f(torch.tensor([0.0, 2.0], requires_grad=True), k) for k in (0, 1, 2, 3, 0)] + [
        f(torch.tensor([0.0, 2.0], requires_grad=True), torch.tensor(0.0))
    ]


@after("jax#2140 jax#2107")
def slopes_at_zero(torch, record):
    F = torch.nn.functional

    def f(x):
        return [
            torch.autograd.grad(g(x).sum(), x)[0]
            for g in (
                F.logsigmoid,
                F.softplus,
                torch.relu,
                lambda v: torch.maximum(v, torch.zeros(2)),
                lambda v: torch.logaddexp(v, torch.zeros(2)),
                torch.abs,
                lambda v: v.clamp(0, 1),
                F.hardtanh,
                F.leaky_relu,
                F.elu,
                F.hardsigmoid,
                F.softshrink,
                F.relu6,
            )
        ]

    f = record(f)
    return [f(torch.tensor([0.0, -0.0], requires_grad=True)) for _ in range(2)]


@after("jax#13600")
def slope_of_the_largest(torch, record):
    def f(x):
        return torch.autograd.grad((x.sin() * 2).max() + x.amax() + x.max(0)[0], x)[0]

    f = record(f)
    return [
        f(torch.tensor(v).requires_grad_())
        for v in ([0.2, 0.7, 0.3], [1.0, 1.0, 0.5], [3.0, -2.0, 3.0])
    ]


@after("jax#22398")
def log_of_a_sum_with_weight_zero(torch, record):
    def f(b):
        return torch.autograd.grad(torch.log((b * torch.zeros(3).exp()).sum()), b)[0]

    f = record(f)
    return [f(torch.tensor(v).requires_grad_()) for v in ([2.0, 0.0, 5.0], [1.0, 0.0, 0.0])]


@after("jax#11467 jax#37992")
def ldexp_at_zero(torch, record):
    def f(x):
        return torch.autograd.grad(torch.ldexp(x, torch.tensor(1)).sum(), x)[0]

    f = record(f)
    return [f(torch.tensor([0.0, 1.0, 2.0], requires_grad=True))]


@after("jax#39794")
def slope_of_expm1_far_left(torch, record):
    def f(x):
        return torch.autograd.grad(torch.expm1(x).sum(), x)[0]

    f = record(f)
    return [f(torch.tensor([-40.0, -1e-10, 0.0, 3.0], dtype=torch.float64, requires_grad=True))]


@after("autograd#116")
def four_derivatives_of_a_bell(torch, record):
    def f(x):
        y, out = torch.exp(-(x**2)).sum(), []
        for _ in range(4):
            (g,) = torch.autograd.grad(y, x, create_graph=True)
            out.append(g.detach())
            y = g.sum()
        return out

    f = record(f)
    return [f(torch.tensor([0.0, 0.5], dtype=torch.float64, requires_grad=True)) for _ in range(2)]


@after("autograd#242")
def einsum_that_sums_dims_of_one_operand(torch, record):
    def f(x):
        return torch.autograd.grad((torch.einsum("abcd->bd", x) ** 2).sum(), x)[0]

    f = record(f)
    return [f((torch.arange(36.0).view(3, 2, 3, 2) * k).requires_grad_()) for k in (1.0, 2.0)]


@after("autograd#396")
def where_with_an_infinite_branch(torch, record):
    def f(x):
        return torch.autograd.grad(torch.where(x > 0, x.log(), x * 2).sum(), x)[
            0
        ], torch.autograd.grad(torch.where(x > 0, x.abs().sqrt(), torch.zeros(())).sum(), x)[0]

    f = record(f)
    return [f(torch.tensor([-1.0, 2.0, 0.5], requires_grad=True))]


@after("autograd#83")
def gradient_of_an_inverse(torch, record):
    def f(x):
        return torch.autograd.grad(torch.linalg.inv(x).sum(), x)[0]

    f = record(f)
    return [f(torch.tensor([[2.0, 1.0], [0.0, 3.0]], dtype=torch.float64, requires_grad=True))]


@after("pytorch#13669")
def a_number_broadcast_twice(torch, record):
    def f(z):
        return torch.autograd.grad((z.exp() - 0).sum() + (z.exp() - torch.zeros(1000)).sum(), z)[0]

    f = record(f)
    return [f(torch.tensor(v, requires_grad=True)) for v in (1.0, 2.0, 0.5)]


@after("pytorch#36608 pytorch#49824")
def views_of_unbind_written(torch, record):
    def f(r):
        x = r.clone()
        v = x[0].narrow(0, 0, 2)
        v.mul_(2)
        return torch.autograd.grad((x * x).sum(), r)[0], x.detach()

    f = record(f)
    return [f(torch.arange(9.0).view(3, 3).mul(k).requires_grad_()) for k in (1.0, 2.0)]


@after("pytorch#26546 pytorch#14707")
def own_function_that_returns_a_view(torch, record):
    class Mul(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return (x.detach() * 3).view(-1)

        @staticmethod
        def backward(ctx, g):
            return g.view(2, 2) * 3

    def f(x):
        y = Mul.apply(x)
        with torch.no_grad():
            y.fill_(1)
        return torch.autograd.grad((y * y).sum(), x)[0]

    f = record(f)
    return [f(torch.ones(2, 2, requires_grad=True)) for _ in range(2)]


@after("pytorch#36383")
def checkpoint_of_a_view_in_place(torch, record):
    cp = __import__(f"{torch.__name__}.utils.checkpoint", fromlist=["x"]).checkpoint
    p = torch.ones(3, requires_grad=True)

    def f(x):
        p.grad = None
        y = cp(lambda v: (v + p)[:].relu_(), x, use_reentrant=False)
        y.sum().backward()
        return p.grad.clone(), y.detach()

    f = record(f)
    return [f(torch.tensor([-3.0, 1.0, 2.0]).mul(k).requires_grad_()) for k in (1.0, 2.0)]


@after("pytorch#197887")
def saved_input_changed_before_backward(torch, record):
    w = torch.ones(2, 2, requires_grad=True)
    out = []
    for g in (
        lambda x: x @ w,
        lambda x: torch.einsum("ij,jk->ik", x, w),
        lambda x: torch.nn.functional.linear(x, w),
        lambda x: x.t().mm(w),
    ):
        f = record(g)
        x = torch.ones(2, 2)
        for _ in range(2):
            y = f(x)
            x.add_(1)
            try:
                y.sum().backward()
                out.append("no error")
            except RuntimeError:
                out.append("error")
    return out


@after("pytorch#8874")
def retained_grad_of_a_view(torch, record):
    def f(x):
        x = x.clone()
        xx = x[2:]
        y = xx[1]
        xx.retain_grad()
        (y * 3).backward()
        return xx.grad

    return [f(torch.ones(4, requires_grad=True))]


@after("xla#1718")
def columns_set_to_zero(torch, record):
    layer = torch.nn.Linear(3, 4)
    with torch.no_grad():
        layer.weight.copy_(torch.arange(12.0).view(4, 3) / 10)
        layer.bias.zero_()

    def f(b):
        layer.zero_grad()
        x = layer(b)
        x[:, :3] = 0
        x.sum().backward()
        return layer.weight.grad.clone(), layer.weight.grad.norm()

    f = record(f)
    return [f(torch.arange(6.0).view(2, 3) * k) for k in (1.0, 2.0, 3.0)]


@after("pytorch#197896")
def a_local_class_that_counts(torch, record):
    state, log = {"n": 0}, []

    def f(x):
        class H:
            def touch(self):
                state["n"] += 1
                log.append(1)
                state["last"] = state["n"]

        h = H()
        h.touch()
        h.touch()
        return x * state["n"]

    f = record(f)
    return [f(torch.ones(1)) for _ in range(3)] + [state, len(log)]


@after("pytorch#138112")
def one_cell_shared_by_two_functions(torch, record):
    def make():
        n = 0

        def up():
            nonlocal n
            n += 1

        def get(x):
            up()
            return x * n

        return get

    f = record(make())
    return [f(torch.ones(1)) for _ in range(4)]


@after("pytorch#123490")
def defaults_replaced(torch, record):
    def g(x, k=2.0):
        return x * k

    f = record(lambda x: g(x))
    out = [f(torch.ones(1))]
    g.__defaults__ = (5.0,)
    return [*out, f(torch.ones(1))]


@after("pytorch#146819")
def a_class_of_lists_and_dicts(torch, record):
    class L(list):
        def append(self, v):
            super().append(v)
            self.n = len(self)

    class D(dict):
        def __getitem__(self, k):
            return super().__getitem__(k) * 2

    held, d = L(), D(a=1.0)

    def f(x):
        held.append(x.sum())
        d["b"] = d["a"] + 1
        return x * d["b"] + len(held)

    f = record(f)
    return [f(torch.ones(1) * k) for k in range(4)] + [list(held), held.n, dict(d)]


@after("pytorch#117758")
def hooks_registered_after_the_first_call(torch, record):
    m = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.ReLU())
    seen = {}
    with torch.no_grad():
        m[0].weight.fill_(1.0)
        m[0].bias.fill_(0.5)
    f = record(lambda x: m(x))
    out = [f(torch.ones(1, 2))]
    h = m[0].register_forward_hook(lambda mod, i, o: seen.__setitem__("s", o.sum()))
    out += [f(torch.ones(1, 2)), seen.get("s"), f(torch.ones(1, 2) * 2), seen.get("s")]
    h.remove()
    out.append(f(torch.ones(1, 2) * 3))
    return [*out, seen["s"]]


@after("pytorch#163093 pytorch#130467")
def plateau_lowers_the_rate(torch, record):
    p = torch.ones(2, requires_grad=True)
    o = torch.optim.SGD([p], lr=1.0)
    s = torch.optim.lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1)

    def f(x):
        o.zero_grad()
        (p * x).sum().backward()
        o.step()
        return p.detach().clone()

    f = record(f)
    out = []
    for _ in range(6):
        out.append(f(torch.ones(2)))
        s.step(1.0)
    return [*out, o.param_groups[0]["lr"]]


@after("pytorch#120934")
def a_lambda_schedule(torch, record):
    p = torch.ones(2, requires_grad=True)
    o = torch.optim.AdamW([p], lr=0.1)
    s = torch.optim.lr_scheduler.LambdaLR(o, lambda e: 1 / (1 + e))

    def f(x):
        o.zero_grad()
        (p * x).sum().backward()
        o.step()
        s.step()
        return p.detach().clone()

    f = record(f)
    return [f(torch.ones(2)) for _ in range(6)]


REFUSED = {"a_global_record_replaced_within_a_loop": "expected writes that each call can repeat"}
LENIENT = {"logcumsumexp_of_bytes_is_refused", "own_function_that_returns_a_view"}  # than PyTorch


def plain(x):
    """Dtype, shape and numbers of tensors, in what holds them."""
    if hasattr(x, "requires_grad"):
        return str(x.dtype).split(".")[-1], list(x.shape), x.detach().tolist()
    if isinstance(x, list | tuple):
        return list(map(plain, x))
    return {key: plain(value) for key, value in x.items()} if isinstance(x, dict) else x


def alike(x, y):
    """Whether two of these agree, numbers within the errors of rounding."""
    if isinstance(x, list | tuple):
        return len(x) == len(y) and all(map(alike, x, y))
    if isinstance(x, dict):
        return x.keys() == y.keys() and all(alike(x[key], y[key]) for key in x)
    if isinstance(x, float):
        return x == y or (x != x and y != y) or math.isclose(x, y, rel_tol=1e-5, abs_tol=1e-6)
    return x == y


def test_how_many_reports_there_are():
    assert len({report for reports in REPORTS.values() for report in reports}) >= 60


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", sorted(PROGRAMS.keys() - LENIENT))
def test_eager_results_are_those_of_pytorch(name):
    torch = pytest.importorskip("torch")
    expected, found = (plain(PROGRAMS[name](library, lambda f: f)) for library in (torch, tl))
    assert alike(expected, found), (expected, found)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", sorted(PROGRAMS.keys() - REFUSED.keys()))
def test_plans_do_what_eager_code_does(name):
    program = PROGRAMS[name]
    assert content(program(tl, tl.compile)) == content(program(tl, lambda f: f))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_repeated_is_refused(name):
    with pytest.raises(tl.TraceError, match=REFUSED[name]):
        PROGRAMS[name](tl, tl.compile)

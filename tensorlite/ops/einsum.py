"""Einstein's summation: named dims, contracted pair by pair through matrix products."""

import itertools
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from .. import shapes
from ..calls import own_spec, remembered
from ..declare import public
from ..errors import expected
from ..tensor import Tensor
from .contractions import ordered, shaped
from .products import matmul
from .views import expand, permute, reshape

_LETTERS = ascii_uppercase + ascii_lowercase  # of the numbers of dims, in alphabetical order


@public(method=False, rehearsed=True)
def einsum(equation: str | Tensor, *operands: Tensor | Sequence[Any]) -> Tensor:
    """
    Sums of products, by named dims.

    Parameters
    ----------
    equation : str
        Subscripts per operand, split by commas, and those of the result after ``->``; without
        ``->`` the letters that appear once, in alphabetical order. A letter that repeats within an
        operand takes its diagonal; ``...`` stands for broadcast dims.
    *operands : Tensor
        Also as one list. Without an equation each operand is followed by the numbers of its dims,
        from 0 to 51, and those of the result may stand last: ``einsum(x, [0, 1], y, [1, 2])``.

    Returns
    -------
    Tensor

    Raises
    ------
    RuntimeError
        If the equation does not fit the operands.
    ValueError
        For the number of a dim outside of 0 to 51.

    Notes
    -----
    Pairs are contracted by matrix products, in the order that takes the fewest multiplications; of
    more than seven operands the pair with the smallest result comes first.

    Examples
    --------
    >>> tl.einsum("ij,jk->ik", tl.tensor([[1., 2.]]), tl.tensor([[3.], [4.]]))
    tensor([[11.]])
    """
    if isinstance(equation, Tensor):
        equation, operands = _spelled(equation, *operands)
    if len(operands) == 1 and isinstance(operands[0], list | tuple):
        operands = tuple(operands[0])
    terms, target, order = _read(equation, *map(own_spec, operands))
    work = [_diagonals(term, x) for term, x in zip(terms, operands, strict=True)]
    for i, j, kept in order:
        (a, x), (b, y) = work[i], work[j]
        work.append(_contract(a, x, b, y, kept))
    term, x = work[-1]
    gone = [d for d, letter in enumerate(term) if letter not in target]
    if gone:
        x = x.sum(gone)
    term = [letter for letter in term if letter in target]
    order = [term.index(letter) for letter in target]
    return permute(x, order) if len(operands) == 1 else ordered(x, order)


def _spelled(*given):
    """The equation, and the operands, of operands that the numbers of their dims follow."""
    end = len(given) // 2 * 2
    told = ",".join(map(_subscripts, given[1:end:2]))
    return "->".join([told, *map(_subscripts, given[end:])]), given[:end:2]


def _subscripts(numbers):
    if not isinstance(numbers, list | tuple):
        got = type(numbers).__name__
        raise TypeError(expected("einsum", "a list of numbers after each operand", got, "[0, 1]"))
    letters = []
    for number in numbers:
        if number is not Ellipsis and number not in range(len(_LETTERS)):
            wanted = "subscripts within [0, 52), or Ellipsis"
            raise ValueError(expected("einsum", wanted, repr(number), "an equation"))
        letters.append("..." if number is Ellipsis else _LETTERS[number])
    return "".join(letters)


@remembered
def _read(equation, *specs):
    """The letters of each operand and of the result, and the order of contractions."""
    terms, target = _parse(equation, specs)
    return terms, target, _order(terms, target, _extents(terms, specs))


def _refuse(wanted, got):
    return RuntimeError(expected("einsum", wanted, got, "'ij,jk->ik'"))


def _parse(equation, specs):
    """Lists of letters per operand and of the result; dims of `...` become numbers."""
    if not isinstance(equation, str):
        raise TypeError(expected("einsum", "an equation", type(equation).__name__, "'ij,jk->ik'"))
    equation = equation.replace(" ", "")
    left, arrow, right = equation.partition("->")
    parts = left.split(",")
    if len(parts) != len(specs):
        raise _refuse(f"{len(parts)} operands for {equation!r}", str(len(specs)))
    ndims = [len(spec.shape) for spec in specs]
    dots = max((ndim - len(p.replace("...", "")) for p, ndim in zip(parts, ndims, strict=True)
                if "..." in p), default=0)  # fmt: skip
    terms = [_letters(p, ndim, dots) for p, ndim in zip(parts, ndims, strict=True)]
    if arrow:
        ahead, ellipsis, behind = right.partition("...")
        target = [*ahead, *(range(dots) if ellipsis else ()), *behind]
    else:
        count = [letter for term in terms for letter in term if isinstance(letter, str)]
        target = [*range(dots), *sorted(c for c in set(count) if count.count(c) == 1)]
    known = set(itertools.chain.from_iterable(terms))
    if len(set(target)) != len(target) or not known >= {c for c in target if isinstance(c, str)}:
        raise _refuse("a result of letters that the operands have, each once", repr(equation))
    return terms, [c for c in target if c in known]


def _letters(part, ndim, dots):
    ahead, ellipsis, behind = part.partition("...")
    if not (ahead + behind).isalpha() and ahead + behind:
        raise _refuse("letters, commas, '...' and '->'", repr(part))
    named = len(ahead) + len(behind)
    if named > ndim or (not ellipsis and named != ndim):
        raise _refuse(f"{ndim} subscripts for an operand of {ndim} dims", repr(part))
    return [*ahead, *(range(dots - (ndim - named), dots) if ellipsis else ()), *behind]


def _extents(terms, specs):
    extents = {}
    for term, spec in zip(terms, specs, strict=True):
        for letter, n in zip(term, spec.shape, strict=True):
            if extents.get(letter, 1) != n and 1 not in (n, extents.get(letter, 1)):
                raise _refuse(f"extent {extents[letter]} for subscript {letter}", str(n))
            extents[letter] = max(n, extents.get(letter, n)) if n else 0
    return extents


def _diagonals(term, x):
    """An operand in which each letter stands once."""
    term = list(term)
    for letter in sorted({c for c in term if term.count(c) > 1}, key=str):
        while term.count(letter) > 1:
            a = term.index(letter)
            b = term.index(letter, a + 1)
            x = x.diagonal(0, a, b)
            term = [c for d, c in enumerate(term) if d not in (a, b)] + [letter]
    return term, x


def _order(terms, target, extents):
    """What to contract with what, as positions among operands and earlier results, and what stays.

    By dynamic programming over sets of operands, as bits: the best way to contract a set is the
    best way to contract two parts of it, whatever happens outside.
    """
    count = len(terms)
    if count > 7:
        return _greedy(terms, target, extents)
    everything = (1 << count) - 1

    def letters(chosen):
        return {c for k, term in enumerate(terms) if chosen >> k & 1 for c in term}

    stays = {chosen: {*target} | letters(everything & ~chosen) for chosen in range(1, 1 << count)}
    left = {chosen: letters(chosen) & stays[chosen] for chosen in stays}
    left |= {1 << k: {*term} for k, term in enumerate(terms)}
    best = {1 << k: (0, 0) for k in range(count)}  # multiplications, and one of the parts
    for chosen in stays:
        if chosen not in best:
            best[chosen] = min(
                (best[part][0] + best[chosen ^ part][0]
                 + shapes.numel(extents[c] for c in left[part] | left[chosen ^ part]), part)
                for part in _parts(chosen)
            )  # fmt: skip
    order, places = [], {1 << k: k for k in range(count)}

    def contract(chosen):
        if chosen not in places:
            part = best[chosen][1]
            pair = contract(part), contract(chosen ^ part)
            order.append((*pair, stays[chosen]))
            places[chosen] = count + len(order) - 1
        return places[chosen]

    contract(everything)
    return order


def _parts(chosen):
    """The subsets of a set of bits that hold its last bit, but not all of it."""
    last = chosen & -chosen
    rest = part = chosen ^ last
    while part:
        part = (part - 1) & rest
        yield part | last


def _greedy(terms, target, extents):
    """The same, if the pair with the smallest result comes first."""
    order, work = [], dict(enumerate(map(set, terms)))
    while len(work) > 1:
        ways = []
        for i, j in itertools.combinations(work, 2):
            others = (letters for k, letters in work.items() if k not in (i, j))
            stays = {*target}.union(*others)
            size = shapes.numel(extents[c] for c in (work[i] | work[j]) & stays)
            ways.append((size, i, j, stays))
        _, i, j, stays = min(ways, key=lambda way: way[:3])
        order.append((i, j, stays))
        work[len(terms) + len(order) - 1] = (work.pop(i) | work.pop(j)) & stays
    return order


def _contract(a, x, b, y, kept):
    """One product: of the letters of both, those kept are batches, the others are summed."""
    x, a = _summed(a, x, {*b, *kept})
    y, b = _summed(b, y, {*a, *kept})
    batch = [c for c in a if c in b and c in kept]
    inner = [c for c in a if c in b and c not in kept]
    rows = [c for c in a if c not in b]
    columns = [c for c in b if c not in a]
    x, y = _aligned(x, a, y, b, inner)
    left = ordered(x, [a.index(c) for c in batch + rows + inner])
    right = ordered(y, [b.index(c) for c in batch + inner + columns])
    n, k = len(batch), len(inner)
    shape_x, shape_y = left.spec.shape, right.spec.shape
    lead = [max(p, q) if p and q else 0 for p, q in zip(shape_x[:n], shape_y[:n], strict=True)]
    row_extents = shape_x[n : n + len(rows)]
    column_extents = shape_y[n + k :]
    if not inner:
        spread_x = reshape(left, (*shape_x, *(1 for _ in columns)))
        spread_y = reshape(right, (*shape_y[:n], *(1 for _ in rows), *column_extents))
        return batch + rows + columns, spread_x * spread_y
    count = shapes.numel(shape_x[n + len(rows) :])
    left = shaped(left, (*shape_x[:n], shapes.numel(row_extents), count))
    right = shaped(right, (*shape_y[:n], count, shapes.numel(column_extents)))
    product = shaped(matmul(left, right), (*lead, *row_extents, *column_extents))
    return batch + rows + columns, product


def _summed(term, x, needed):
    gone = [d for d, c in enumerate(term) if c not in needed]
    if gone:
        x = x.sum(gone)
    return x, [c for c in term if c in needed]


def _aligned(x, a, y, b, inner):
    """Extents of 1 in a summed letter broadcast."""
    wanted = {c: max(x.spec.shape[a.index(c)], y.spec.shape[b.index(c)]) for c in inner}
    grown = []
    for operand, term in ((x, a), (y, b)):
        shape = [wanted.get(c, n) for c, n in zip(term, operand.spec.shape, strict=True)]
        grown.append(operand if tuple(shape) == operand.spec.shape else expand(operand, shape))
    return grown


@public("nn.functional", "tl", rehearsed=True)
def bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """out[..., k] = sum of input1[..., i] * weight[k, i, j] * input2[..., j], plus bias.

    Parameters
    ----------
    input1 : Tensor (..., in1)
    input2 : Tensor (..., in2)
    weight : Tensor (out, in1, in2)
    bias : Tensor (out,), optional
    """
    if input1.shape[:-1] != input2.shape[:-1] or (
        tuple(weight.shape[1:]) != (input1.shape[-1], input2.shape[-1])
    ):
        raise RuntimeError(
            f"bilinear: expected input1 (..., {weight.shape[1]}) and input2 "
            f"(..., {weight.shape[2]}) for weight {tuple(weight.shape)}; got "
            f"{tuple(input1.shape)} and {tuple(input2.shape)}"
        )
    flat1 = input1.reshape(-1, input1.shape[-1])
    flat2 = input2.reshape(-1, input2.shape[-1])
    out = einsum("bi,kij,bj->bk", flat1, weight, flat2)
    out = out.reshape(*input1.shape[:-1], weight.shape[0])
    return out if bias is None else out + bias

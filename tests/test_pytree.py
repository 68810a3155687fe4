"""Nested containers taken apart and put together, with PyTorch beside them."""

from collections import OrderedDict, defaultdict, deque, namedtuple

import pytest

import tensorlite as tl
from tensorlite.utils import _pytree as pytree

Pair = namedtuple("Pair", "first second")
TREES = {
    "leaf": 3,
    "none": None,
    "empty": (),
    "all": {"b": [1, (2, None)], "a": OrderedDict(z=3, y=4), "n": Pair(5, [6]),
            "d": deque([7, 8], maxlen=3), "e": defaultdict(list, {"q": 9}), "s": slice(1, 2)},
}  # fmt: skip


@pytest.fixture
def theirs():
    pytest.importorskip("torch")
    from torch.utils import _pytree

    return _pytree


@pytest.mark.torch
@pytest.mark.parametrize("name", TREES)
def test_leaves_and_structures_are_those_of_pytorch(theirs, name):
    tree = TREES[name]
    (leaves, spec), (wanted, told) = pytree.tree_flatten(tree), theirs.tree_flatten(tree)
    assert leaves == wanted
    for count in ("num_leaves", "num_nodes", "num_children"):
        assert getattr(spec, count) == getattr(told, count)
    assert spec.is_leaf() == told.is_leaf() and str(spec) == " ".join(str(told).split())
    again = pytree.tree_unflatten(leaves, spec)
    assert again == tree and type(again) is type(tree)
    for name in ("tree_leaves_with_path", "tree_leaves"):
        assert str(getattr(pytree, name)(tree)) == str(getattr(theirs, name)(tree))
    for (path, leaf), (other, _) in zip(
        pytree.tree_leaves_with_path(tree), theirs.tree_leaves_with_path(tree), strict=True
    ):
        assert pytree.keystr(path) == theirs.keystr(other)
        assert pytree.key_get(tree, path) is leaf


CALLS = [
    "p.tree_map(lambda a, b: a + b, {'x': [1, 2], 'y': 3}, {'y': 5, 'x': [10, 20]})",
    "p.tree_map(lambda a, b: (a, b), [1, 2], [(3, 4), 5])",
    "p.tree_map(lambda a, b: a, [1, 2], [1])",
    "p.tree_map(lambda a, b: a, [1, 2], (1, 2))",
    "p.tree_map(lambda a, b: a, {'a': 1}, {'b': 1})",
    "p.tree_map(lambda a, b: a, Pair(1, 2), (1, 2))",
    "p.tree_map(str, [1, (2, 3)], is_leaf=lambda x: isinstance(x, tuple))",
    "p.tree_map_(print, [])",
    "p.tree_map_only(int, lambda a: -a, [1, 'a', (2.0, 3)])",
    "p.tree_map_only((int, str), lambda a: a * 2, [1, 'a', (2.0, 3)])",
    "p.tree_map_only(lambda a: a == 1, lambda a: 'one', [1, 2])",
    "p.map_only(int)(lambda a: a + 1)(3), p.map_only(str)(lambda a: a + 1)(3)",
    "p.tree_map_with_path(lambda path, leaf: (p.keystr(path), leaf), {'a': Pair(1, [2])})",
    "p.tree_all(bool, [1, (0,)]), p.tree_any(bool, [1, (0,)])",
    "p.tree_all_only(int, bool, [1, '', (2,)]), p.tree_any_only(str, bool, [1, '', (2,)])",
    "p.tree_is_leaf([]), p.tree_is_leaf(None), p.tree_is_leaf([], is_leaf=lambda x: True)",
    "list(p.tree_iter([1, [2]])), p.arg_tree_leaves(1, [2], a=3)",
    "p.tree_unflatten([1], p.tree_structure([1, 2]))",
    "p.tree_unflatten([1], 3)",
    "p.tree_structure([1, (2,)]) == p.tree_structure(['a', ('b',)])",
    "p.tree_structure([1, 2]) == p.tree_structure([1, (2,)])",
    "p.tree_structure({'a': 1, 'b': 2}) == p.tree_structure({'b': 1, 'a': 2})",
    "len({p.tree_structure([1, (2,)]), p.tree_structure([3, (4,)])})",
    "p._broadcast_to_and_flatten(1, p.tree_structure([1, (2, 3)]))",
    "p._broadcast_to_and_flatten((1, None), p.tree_structure(([1, 2], 3)))",
    "p._broadcast_to_and_flatten([1, 2], p.tree_structure([1]))",
    "p._broadcast_to_and_flatten([1], p.tree_structure(1))",
    "p.register_pytree_node(dict, 1, 2)",
]


@pytest.mark.torch
@pytest.mark.parametrize("line", CALLS)
def test_calls_answer_as_those_of_pytorch(theirs, line):
    def answer(p):
        try:
            return eval(line, {"p": p, "Pair": Pair})
        except Exception as error:
            return type(error)

    assert answer(pytree) == answer(theirs)


def test_classes_that_are_registered():
    class Box:
        def __init__(self, content, label):
            self.content, self.label = content, label

    pytree.register_pytree_node(
        Box, lambda box: ([box.content], box.label), lambda parts, label: Box(*parts, label)
    )
    try:
        tree = [Box({"x": tl.ones(2)}, "here"), 3]
        doubled = pytree.tree_map_only(tl.Tensor, lambda x: x * 2, tree)
        assert doubled[0].label == "here" and doubled[0].content["x"].tolist() == [2, 2]
        with pytest.raises(ValueError, match="flatten_with_keys_fn of Box"):
            pytree.tree_flatten_with_path(tree)
        with pytest.raises(ValueError, match="context mismatch; expected 'here', but got 'there'"):
            pytree.tree_map(print, tree, [Box({"x": 1}, "there"), 3])
    finally:
        del pytree.SUPPORTED_NODES[Box]
    assert pytree.tree_leaves(tree) == tree


def test_results_of_ops_are_nodes():
    found = pytree.tree_map(lambda x: x + 1, tl.tensor([3, 1]).sort())
    assert type(found) is tl.return_types.sort and found.values.tolist() == [2, 4]

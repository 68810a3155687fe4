"""Nested containers as a flat list of leaves and a structure: `torch.utils._pytree`.

Lists, tuples, named tuples, dicts, ordered and default dicts and deques are nodes, and so are
objects of classes that `register_pytree_node` names; all else is a leaf, None as well.
"""

from __future__ import annotations

import functools
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..errors import expected

__all__ = [
    "GetAttrKey", "MappingKey", "SequenceKey", "TreeSpec", "arg_tree_leaves", "key_get", "keystr",
    "register_pytree_node", "tree_all", "tree_all_only", "tree_any", "tree_any_only",
    "tree_flatten", "tree_flatten_with_path", "tree_is_leaf", "tree_iter", "tree_leaves",
    "tree_leaves_with_path", "tree_map", "tree_map_", "tree_map_only", "tree_map_only_",
    "tree_map_with_path", "tree_structure", "tree_unflatten",
]  # fmt: skip


@dataclass(frozen=True)
class SequenceKey:
    """The place of a part in a list, tuple or deque."""

    idx: int

    def __str__(self):
        return f"[{self.idx!r}]"

    def get(self, sequence):
        """The part."""
        return sequence[self.idx]


@dataclass(frozen=True)
class MappingKey:
    """The place of a part in a dict."""

    key: Any

    def __str__(self):
        return f"[{self.key!r}]"

    def get(self, mapping):
        """The part."""
        return mapping[self.key]


@dataclass(frozen=True)
class GetAttrKey:
    """The place of a part in an object that has it as an attribute."""

    name: str

    def __str__(self):
        return f".{self.name}"

    def get(self, obj):
        """The part."""
        return getattr(obj, self.name)


class NodeDef(NamedTuple):
    """How nodes of a class are taken apart and put together."""

    flatten: Callable[[Any], tuple[Any, Any]]  # its parts, and what else it consists of
    unflatten: Callable[[Any, Any], Any]
    flatten_with_keys: Callable[[Any], tuple[Any, Any]] | None


def _by_place(node):
    return [SequenceKey(place) for place in range(len(node))]


def _by_key(node):
    return [MappingKey(key) for key in node]


def _by_field(node):
    return [GetAttrKey(name) for name in node._fields]


def _node(parts, context, unflatten, keys):
    """A NodeDef of functions for the parts, for what else there is, and for the keys of parts."""
    return NodeDef(
        lambda node: (list(parts(node)), context(node)),
        unflatten,
        lambda node: (list(zip(keys(node), parts(node), strict=True)), context(node)),
    )


def _nothing(node):
    return None


def _dict_of(parts, keys):
    return dict(zip(keys, parts, strict=True))


def _values(node):
    return node.values()


SUPPORTED_NODES: dict[Any, NodeDef] = {
    list: _node(list, _nothing, lambda parts, _: list(parts), _by_place),
    tuple: _node(list, _nothing, lambda parts, _: tuple(parts), _by_place),
    dict: _node(_values, list, _dict_of, _by_key),
    OrderedDict: _node(_values, list, lambda *both: OrderedDict(_dict_of(*both)), _by_key),
    defaultdict: _node(
        _values, lambda node: [node.default_factory, list(node)],
        lambda parts, context: defaultdict(context[0], _dict_of(parts, context[1])), _by_key,
    ),
    deque: _node(list, lambda node: node.maxlen, deque, _by_place),
    NamedTuple: _node(list, type, lambda parts, kind: kind(*parts), _by_field),
}  # fmt: skip


def register_pytree_node(
    cls: type,
    flatten_fn: Callable[[Any], tuple[Any, Any]],
    unflatten_fn: Callable[[Any, Any], Any],
    *,
    serialized_type_name: str | None = None,
    to_dumpable_context: Any = None,
    from_dumpable_context: Any = None,
    flatten_with_keys_fn: Callable[[Any], tuple[Any, Any]] | None = None,
) -> None:
    """Let objects of a class be nodes.

    Parameters
    ----------
    cls : type
        Itself, not its subclasses.
    flatten_fn : function
        Of an object, returns its parts and what else it consists of.
    unflatten_fn : function
        Of the two, returns an object.
    serialized_type_name, to_dumpable_context, from_dumpable_context
        Accepted without effect: structures are not written into files.
    flatten_with_keys_fn : function, optional
        As `flatten_fn`, with pairs of a key and a part.

    Raises
    ------
    ValueError
        If the class is one of nodes already.
    """
    if cls in SUPPORTED_NODES:
        raise ValueError(f"register_pytree_node: {cls!r} is already registered as pytree node.")
    SUPPORTED_NODES[cls] = NodeDef(flatten_fn, unflatten_fn, flatten_with_keys_fn)


_register_pytree_node = register_pytree_node


def _kind(tree) -> Any:
    """What a tree's topmost node is in `SUPPORTED_NODES`; None of a leaf."""
    kind = type(tree)
    if kind in SUPPORTED_NODES:
        return kind
    return NamedTuple if isinstance(tree, tuple) and hasattr(kind, "_fields") else None


class TreeSpec:
    """The structure of a tree.

    Attributes
    ----------
    type : type
        Of the topmost node; None of a leaf.
    context : object
        What the node consists of beside its parts, such as the keys of a dict.
    num_leaves, num_nodes, num_children : int
    """

    def __init__(self, type, context, children):
        self.type, self.context, self._children = type, context, tuple(children)
        leaf = type is None
        self.num_children = len(self._children)
        self.num_nodes = 1 + sum(child.num_nodes for child in self._children)
        self.num_leaves = 1 if leaf else sum(child.num_leaves for child in self._children)

    def is_leaf(self):
        """Whether it is the structure of a leaf."""
        return self.type is None

    def children(self):
        """The structures of the parts."""
        return list(self._children)

    def child(self, index):
        """The structure of a part."""
        return self._children[index]

    def unflatten(self, leaves):
        """The tree of this structure with these leaves."""
        return tree_unflatten(leaves, self)

    def __eq__(self, other):
        if not isinstance(other, TreeSpec):
            return NotImplemented
        mine, theirs = ((x.type, x.context, x._children) for x in (self, other))
        return mine == theirs

    def __hash__(self):
        return hash((self.type, self.num_leaves, self.num_nodes))

    def __repr__(self):
        if self.type is None:
            return "*"
        kind = "namedtuple" if self.type is NamedTuple else self.type.__name__
        return f"TreeSpec({kind}, {self.context!r}, [{', '.join(map(repr, self._children))}])"


_LEAF = TreeSpec(None, None, ())


def _flattened(tree, is_leaf, path, found):
    """The structure; (path, leaf) pairs go into `found`. Where path is None, leaves alone do."""
    kind = None if is_leaf is not None and is_leaf(tree) else _kind(tree)
    if kind is None:
        found.append(tree if path is None else (path, tree))
        return _LEAF
    node = SUPPORTED_NODES[kind]
    if path is None:
        parts, context = node.flatten(tree)
        children = [_flattened(part, is_leaf, None, found) for part in parts]
    else:
        if node.flatten_with_keys is None:
            op, wanted = "tree_flatten_with_path", f"a flatten_with_keys_fn of {kind.__name__}"
            raise ValueError(expected(op, wanted, "none", "register_pytree_node() with one"))
        pairs, context = node.flatten_with_keys(tree)
        children = [_flattened(part, is_leaf, (*path, key), found) for key, part in pairs]
    return TreeSpec(kind, context, children)


def tree_flatten(tree: Any, is_leaf: Callable[[Any], bool] | None = None) -> tuple[list, TreeSpec]:
    """The leaves of a tree, and its structure.

    Parameters
    ----------
    tree : object
    is_leaf : function, optional
        Whether a node is taken as a leaf.

    Examples
    --------
    >>> from tensorlite.utils import _pytree as pytree
    >>> leaves, spec = pytree.tree_flatten({"a": [1, 2], "b": (3, None)})
    >>> leaves
    [1, 2, 3, None]
    >>> pytree.tree_unflatten("wxyz", spec)
    {'a': ['w', 'x'], 'b': ('y', 'z')}
    """
    leaves: list = []
    return leaves, _flattened(tree, is_leaf, None, leaves)


def tree_flatten_with_path(tree, is_leaf=None):
    """Pairs of the path and the leaf, and the structure; see `keystr`."""
    pairs: list = []
    return pairs, _flattened(tree, is_leaf, (), pairs)


def tree_unflatten(leaves: Iterable[Any], treespec: TreeSpec) -> Any:
    """The tree of a structure with these leaves.

    Raises
    ------
    TypeError
        If `treespec` is no structure.
    ValueError
        If it has another number of leaves.
    """
    if not isinstance(treespec, TreeSpec):
        wanted, got = "treespec to be a TreeSpec", type(treespec).__name__
        raise TypeError(expected("tree_unflatten", wanted, got, "tree_flatten()"))
    leaves = list(leaves)
    if len(leaves) != treespec.num_leaves:
        wanted = f"{treespec.num_leaves} leaves"
        raise ValueError(expected("tree_unflatten", wanted, str(len(leaves)), repr(treespec)))
    return _built(treespec, iter(leaves))


def _built(spec, leaves):
    if spec.type is None:
        return next(leaves)
    parts = [_built(child, leaves) for child in spec._children]
    return SUPPORTED_NODES[spec.type].unflatten(parts, spec.context)


def _up_to(spec, tree, found):
    """Put the parts of a tree that stand where a structure has leaves into `found`."""
    if spec.type is None:
        found.append(tree)
        return
    kind = _kind(tree)
    if kind is not spec.type:
        got = type(tree).__name__
        raise ValueError(f"tree_map: Node type mismatch; expected {spec.type!r}, but got {got}.")
    parts, context = SUPPORTED_NODES[kind].flatten(tree)
    if kind in (dict, OrderedDict, defaultdict):
        keys = spec.context[1] if kind is defaultdict else spec.context
        missing, extra = set(keys) - set(tree), set(tree) - set(keys)
        if missing or extra:
            raise ValueError(f"tree_map: Node keys mismatch; missing {missing}; extra {extra}.")
        parts = [tree[key] for key in keys]
    elif len(parts) != spec.num_children:
        raise ValueError(f"tree_map: Node arity mismatch; expected {spec.num_children}, but got "
                         f"{len(parts)}.")  # fmt: skip
    elif kind is not deque and context != spec.context:
        raise ValueError(f"tree_map: Node context mismatch; expected {spec.context!r}, but got "
                         f"{context!r}.")  # fmt: skip
    for child, part in zip(spec._children, parts, strict=True):
        _up_to(child, part, found)


def _beside(spec, rests):
    """For each of other trees what it has at the leaves of a structure."""
    columns: list = []
    for tree in rests:
        columns.append([])
        _up_to(spec, tree, columns[-1])
    return columns


def tree_map(
    func: Callable[..., Any], tree: Any, *rests: Any, is_leaf: Callable[[Any], bool] | None = None
) -> Any:
    """The tree of what a function makes of each leaf, and of what other trees have there.

    Raises
    ------
    ValueError
        If another tree has another structure.

    Examples
    --------
    >>> from tensorlite.utils import _pytree as pytree
    >>> pytree.tree_map(lambda x, y: x + y, {"a": [1, 2]}, {"a": [10, 20]})
    {'a': [11, 22]}
    """
    leaves, spec = tree_flatten(tree, is_leaf)
    return tree_unflatten(map(func, leaves, *_beside(spec, rests)), spec)


def tree_map_(func, tree, *rests, is_leaf=None):
    """Call a function with each leaf, and what other trees have there; returns the tree."""
    leaves, spec = tree_flatten(tree, is_leaf)
    deque(map(func, leaves, *_beside(spec, rests)), maxlen=0)
    return tree


def tree_map_with_path(func, tree, *rests, is_leaf=None):
    """As `tree_map`; the function is given the path of each leaf first."""
    pairs, spec = tree_flatten_with_path(tree, is_leaf)
    paths, leaves = [path for path, _ in pairs], [leaf for _, leaf in pairs]
    return tree_unflatten(map(func, paths, leaves, *_beside(spec, rests)), spec)


def _chooses(wanted) -> Callable[[Any], bool]:
    """Whether a leaf is of a class, or of one of several, or answers a predicate."""
    is_predicate = callable(wanted) and not isinstance(wanted, type)
    return wanted if is_predicate else lambda leaf: isinstance(leaf, wanted)


def _only(wanted, func):
    chosen = _chooses(wanted)
    return lambda leaf: func(leaf) if chosen(leaf) else leaf


def map_only(type_or_types_or_pred, /):
    """A decorator of a function that lets it see leaves of such classes alone."""
    return functools.partial(_only, type_or_types_or_pred)


def tree_map_only(type_or_types_or_pred, /, func, tree, is_leaf=None):
    """`tree_map` of the leaves of such classes; others stay.

    Examples
    --------
    >>> from tensorlite.utils import _pytree as pytree
    >>> pytree.tree_map_only(int, lambda x: -x, [1, "a", (2,)])
    [-1, 'a', (-2,)]
    """
    return tree_map(_only(type_or_types_or_pred, func), tree, is_leaf=is_leaf)


def tree_map_only_(type_or_types_or_pred, /, func, tree, is_leaf=None):
    """`tree_map_` of the leaves of such classes."""
    return tree_map_(_only(type_or_types_or_pred, func), tree, is_leaf=is_leaf)


def tree_leaves(tree: Any, is_leaf: Callable[[Any], bool] | None = None) -> list:
    """The leaves."""
    return tree_flatten(tree, is_leaf)[0]


def tree_leaves_with_path(tree, is_leaf=None):
    """Pairs of the path and the leaf."""
    return tree_flatten_with_path(tree, is_leaf)[0]


def tree_iter(tree, is_leaf=None):
    """The leaves, one by one."""
    yield from tree_leaves(tree, is_leaf)


def arg_tree_leaves(*args, **kwargs):
    """The leaves of the arguments of a call."""
    return tree_leaves(list(args)) + tree_leaves(list(kwargs.values()))


def tree_structure(tree: Any, is_leaf: Callable[[Any], bool] | None = None) -> TreeSpec:
    """The structure."""
    return tree_flatten(tree, is_leaf)[1]


def tree_is_leaf(tree, is_leaf=None):
    """Whether a tree is a leaf."""
    return _kind(tree) is None or (is_leaf is not None and is_leaf(tree))


def tree_all(pred, tree, is_leaf=None):
    """Whether a predicate holds for all leaves."""
    return all(map(pred, tree_leaves(tree, is_leaf)))


def tree_any(pred, tree, is_leaf=None):
    """Whether a predicate holds for any leaf."""
    return any(map(pred, tree_leaves(tree, is_leaf)))


def tree_all_only(type_or_types, /, pred, tree, is_leaf=None):
    """Whether a predicate holds for all leaves of such classes."""
    return all(pred(x) for x in tree_leaves(tree, is_leaf) if isinstance(x, type_or_types))


def tree_any_only(type_or_types, /, pred, tree, is_leaf=None):
    """Whether a predicate holds for any leaf of such classes."""
    return any(pred(x) for x in tree_leaves(tree, is_leaf) if isinstance(x, type_or_types))


def keystr(kp) -> str:
    """A path as a program would write it.

    Examples
    --------
    >>> from tensorlite.utils import _pytree as pytree
    >>> [(pytree.keystr(path), leaf) for path, leaf in pytree.tree_leaves_with_path({"a": [1, 2]})]
    [("['a'][0]", 1), ("['a'][1]", 2)]
    """
    return "".join(map(str, kp))


def key_get(obj, kp):
    """What a tree has at a path."""
    for key in kp:
        obj = key.get(obj)
    return obj


def _broadcast_to_and_flatten(tree, treespec, is_leaf=None):
    """What a tree has at the leaves of a structure, its own repeated; None if it does not fit."""
    if treespec.is_leaf() or tree_is_leaf(tree, is_leaf):
        fits = tree_is_leaf(tree, is_leaf)
        return [tree] * treespec.num_leaves if fits else None
    if _kind(tree) is not treespec.type:
        return None
    parts, context = SUPPORTED_NODES[treespec.type].flatten(tree)
    if len(parts) != treespec.num_children or context != treespec.context:
        return None
    found = []
    for child, part in zip(treespec.children(), parts, strict=True):
        below = _broadcast_to_and_flatten(part, child, is_leaf)
        if below is None:
            return None
        found += below
    return found

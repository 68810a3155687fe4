"""Kernels as text: every function that a kernel reaches, for one dtype, under hashed names.

A *generic* scalar function is written with ordinary literals; emitted for float32, its literals
become float32 (Numba would compute `x * 2.0` in float64). A function with `implementations` is
emitted as the one for the dtype. `T`, where a kernel uses it, is the dtype. Hashed names matter:
Numba merges functions of one name across processes (numba #10486), and the hash covers everything
that the text reaches.
"""

import ast
import functools
import textwrap
import types
from dataclasses import dataclass

import numpy as np

from .. import cache, scalars
from . import complexes, reflect


@dataclass(frozen=True)
class Target:
    """What the text of a kernel owes to the device: where its names come from, and its entry."""

    header: str
    arguments: str


CPU = Target(
    "import numpy as np\n"
    "from tensorlite.kernels.cpu.jit import *\n"
    "from tensorlite.kernels.cpu.primitives import *\n",
    "args, lo, hi",
)
CUDA = Target("import numpy as np\nfrom tensorlite.kernels.cuda.jit import *\n", "args")
_KERNELS = __package__.rpartition(".")[0]
PARTS = f"{_KERNELS}.scalars.parts"
BY_HAND = tuple(f"{_KERNELS}.{folder}." for folder in ("work", "cpu", "cuda"))
INTEGERS = frozenset(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))
KEPT = (range, min, max, abs, len, int, float, bool)


class T:
    """In a kernel, the dtype that it is generated for: `T(0)` is zero in that dtype."""

    def __new__(cls, constant):
        return np.float64(constant)


def type_name(dtype):
    """A dtype as the text of a kernel names it."""
    return "np.bool_" if dtype == "bool" else f"np.{dtype}"


class Module:
    """The text of one kernel, as it grows: the functions emitted so far, callees first."""

    def __init__(self, target=CPU):
        self.target = target
        self.texts = {}

    def add(self, function, dtype, **statics):
        """Emit `function` for `dtype` with all that it reaches; returns its name in the text.

        For `statics` see `kernel_entry`.
        """
        name, texts = _emit(function, dtype, tuple(sorted(statics.items())))
        self.texts.update(texts)
        return name

    def entry(self, label, body, doc):
        """Finish with the entry `body` (text of its indented lines); returns its name and text."""
        functions = "\n".join(f"{text}\n" for text in self.texts.values())
        template = (
            f'"""{doc}"""\n\n{self.target.header}\n\n{functions}'
            f"\ndef NAME({self.target.arguments}):\n"
            f"{textwrap.indent(body, '    ')}\n"
        )
        name = f"{label[:40]}_{cache.digest(template)}"
        return name, template.replace("def NAME(", f"def {name}(")


@functools.lru_cache(maxsize=4096)
def kernel_entry(kernel, dtype="float64", **statics):
    """The address of a hand-written kernel `(args, lo, hi)`, generated for `dtype`.

    `statics` are names of the kernel's module (or closure) that take another value in this kernel,
    each a number or a function.
    """
    return cache.address(*kernel_text(kernel, dtype, CPU, **statics))


def kernel_text(kernel, dtype, target, **statics):
    """The name and the text of a hand-written kernel, see `kernel_entry`."""
    module = Module(target)
    name, texts = _emit(kernel, dtype, tuple(sorted(statics.items())))
    text = texts[name]
    module.texts.update((callee, own) for callee, own in texts.items() if callee != name)
    body = text.split("\n", 2)[2]
    doc = f"{textwrap.dedent(kernel.__doc__ or kernel.__name__).strip()}\n\nGenerated for {dtype}."
    return module.entry(kernel.__name__, textwrap.dedent(body), doc)


@functools.lru_cache(maxsize=4096)
def _emit(function, dtype, statics=()):
    """The name of a function specialised to a dtype, and the texts of it and all its callees."""
    if dtype in complexes.REALS and not _is_kernel(function):
        return _emit_complex(function, dtype)
    family = "integer" if dtype in INTEGERS or dtype == "bool" else dtype
    implementations = getattr(function, "implementations", {})
    function = implementations.get(dtype) or implementations.get(family) or function
    if _is_kernel(function):
        node, names, typed = *_resolve(function), True
    elif function.__module__ == PARTS:
        node, names, typed = *_resolve(function), False
    else:
        scalar = reflect.read(function)
        node, names = scalar.node, dict(scalar.names)
        typed = getattr(function, "typed", False)
    names.update((name, meaning) for name, meaning in statics if name in names)
    texts, renamed = {}, {}
    for name, meaning in names.items():
        renamed[name] = _reference(meaning, dtype, texts, typed, statics)
    node = _rename(node, renamed)
    if not typed:
        node = _Literals(node, dtype).visit(node)
    return _named(function, node, texts, _decorator(function, family))


def _named(function, node, texts, decorator):
    """The hashed name of an emitted definition, and its text beside those of its callees."""
    node.name = "NAME"
    text = ast.unparse(ast.fix_missing_locations(node))
    name = f"{function.__name__.strip('<>')}_{cache.digest(text)[:8]}"
    text = text.replace("def NAME(", f"def {name}(", 1)
    texts[name] = f"@{decorator}\n{text}"
    return name, texts


def _emit_complex(function, dtype):
    """The same for a complex dtype; of a gradient, what it conjugates is conjugated."""
    real = complexes.REALS[dtype]

    def literals(node):
        return _Literals(node, real).visit(node)

    node, names, texts = complexes.emitted(function, dtype, _emit, literals)
    renamed = {}
    for name, meaning in names.items():
        if isinstance(meaning, complex):
            renamed[name] = f"{type_name(dtype)}({meaning!r})"
        else:
            own = real if isinstance(meaning, bool | int | float) else dtype
            renamed[name] = _reference(meaning, own, texts, False, ())
    name, texts = _named(function, _rename(node, renamed), texts, "scalar")
    conjugated, turned = getattr(function, "conjugated", ((), False))
    if not conjugated and not turned:
        return name, texts
    params = function.__code__.co_varnames[: function.__code__.co_argcount]
    conj, more = _emit(scalars.conj, dtype)
    texts.update(more)
    given = ", ".join(f"{conj}({p})" if p in conjugated else p for p in params)
    call = f"{conj}({name}({given}))" if turned else f"{name}({given})"
    node = ast.parse(f"def NAME({', '.join(params)}):\n    return {call}").body[0]
    return _named(function, node, texts, "scalar")


def _decorator(function, family):
    """What a function is to the compiler, see `cpu.jit`."""
    if getattr(function, "seldom", False):
        return "seldom"
    return "wrapping" if family == "integer" and not _is_kernel(function) else "scalar"


def _reference(meaning, dtype, texts, typed, statics):
    """What stands in the text for a free name; statics reach the kernel's own functions, too."""
    if meaning is T:
        return type_name(dtype)
    if getattr(meaning, "primitive", False) and not _by_parts(meaning, dtype):
        return meaning.__name__
    if isinstance(meaning, types.FunctionType):
        name, callees = _emit(meaning, dtype, statics if _is_kernel(meaning) else ())
        texts.update(callees)
        return name
    if isinstance(meaning, type) and issubclass(meaning, np.generic):
        return type_name(np.dtype(meaning).name)
    if meaning in KEPT:
        return meaning.__name__
    if isinstance(meaning, np.complexfloating):
        return f"{type_name(meaning.dtype.name)}({meaning.item()!r})"
    if isinstance(meaning, bool | int | float | np.generic):
        return number(meaning, None if typed or isinstance(meaning, np.generic) else dtype)
    raise TypeError(f"a kernel cannot use {meaning!r}")


def _by_parts(function, dtype):
    """Whether complex numbers have a form of their own, where others have what a device gives."""
    known = isinstance(function, types.FunctionType) and function in scalars.parts.PARTS
    return known and dtype in complexes.REALS


def number(constant, dtype=None):
    """The text of a number, in its own type or as a `dtype`."""
    if isinstance(constant, np.generic):
        dtype, constant = constant.dtype.name, constant.item()
    text = repr(constant)
    if isinstance(constant, float) and text.strip("-") in ("inf", "nan"):
        text = f"np.{text}" if text[0] != "-" else f"-np.{text[1:]}"
    return text if dtype is None or dtype == "bool" else f"{type_name(dtype)}({text})"


def _is_kernel(function):
    return (function.__module__ or "").startswith(BY_HAND)


def _resolve(function):
    """The definition of a hand-written kernel, and what its free names stand for."""
    import inspect  # 10 ms that `import tensorlite` need not pay

    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    node.decorator_list, node.returns = [], None
    if ast.get_docstring(node) is not None:
        node.body = node.body[1:]
    closure = inspect.getclosurevars(function)
    scope = {**closure.builtins, **closure.globals, **closure.nonlocals}
    names = {}

    class Flatten(ast.NodeTransformer):
        """`module.attribute` becomes one name."""

        def visit_Attribute(self, attribute):
            self.generic_visit(attribute)
            root = attribute.value
            if isinstance(root, ast.Name) and isinstance(scope.get(root.id), types.ModuleType):
                meaning = getattr(scope[root.id], attribute.attr)
                names[f"{root.id}_{attribute.attr}"] = meaning
                return ast.Name(f"{root.id}_{attribute.attr}", attribute.ctx)
            return attribute

        def visit_Name(self, name):
            if name.id in scope and not isinstance(scope[name.id], types.ModuleType):
                names[name.id] = scope[name.id]
            return name

    return Flatten().visit(node), names


def _rename(node, renamed):
    """A copy of a definition in which free names are replaced by expressions."""

    class Rename(ast.NodeTransformer):
        def visit_Name(self, name):
            if name.id in renamed:
                return ast.parse(renamed[name.id], mode="eval").body
            return name

    return Rename().visit(ast.parse(ast.unparse(node)).body[0])


def _negative(node):
    """Whether an expression is a negative literal."""
    is_negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    return is_negated and isinstance(node.operand, ast.Constant) and node.operand.value > 0


class _Literals(ast.NodeTransformer):
    """Casts the literals of a generic function, so that all of its arithmetic has one dtype.

    Counters (names that only ever hold integers made from literals, ranges and `int(...)`) stay
    integers, and are cast where they meet the function's values.
    """

    def __init__(self, node, dtype):
        self.dtype = dtype
        names = {
            target.id
            for target in ast.walk(node)
            if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Store)
        }
        self.counters = names - {argument.arg for argument in node.args.args}
        for assigned in ast.walk(node):  # what a call returns several of
            if isinstance(assigned, ast.Tuple) and isinstance(assigned.ctx, ast.Store):
                self.counters -= {target.id for target in assigned.elts}
        while True:
            left = {name for name in self.counters if self._only_counts(node, name)}
            if left == self.counters:
                break
            self.counters = left

    def _only_counts(self, node, name):
        for statement in ast.walk(node):
            if isinstance(statement, ast.For) and statement.target.id == name:
                continue
            targets = statement.targets if isinstance(statement, ast.Assign) else []
            if isinstance(statement, ast.AugAssign | ast.AnnAssign):
                targets = [statement.target]
            if any(isinstance(t, ast.Name) and t.id == name for t in targets):
                if isinstance(getattr(statement, "op", None), ast.Div):
                    return False
                if not self._counts(statement.value):
                    return False
        return True

    def _counts(self, node):
        """Whether an expression is an integer whatever the dtype is."""
        match node:
            case ast.Constant(value):
                return type(value) is int
            case ast.Name(name):
                return name in self.counters
            case ast.UnaryOp(ast.USub() | ast.UAdd() | ast.Invert(), operand):
                return self._counts(operand)
            case ast.BinOp(left, op, right):
                integral = not isinstance(op, ast.Div)
                return integral and self._counts(left) and self._counts(right)
            case ast.IfExp(_, body, orelse):
                return self._counts(body) and self._counts(orelse)
            case ast.Call(ast.Name("int"), _):
                return True
        return False

    def _cast(self, node):
        """An expression as a value of the dtype."""
        if isinstance(node, ast.Constant):
            return self._literal(node)
        if self._counts(node):
            return self._call(node)
        return self.visit(node)

    def _literal(self, node):
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            return node
        return ast.parse(number(node.value, self.dtype), mode="eval").body

    def _call(self, node):
        return ast.Call(ast.parse(type_name(self.dtype), mode="eval").body, [node], [])

    def visit_Constant(self, node):
        return self._literal(node)

    def visit_BinOp(self, node):
        if self._counts(node):
            return node
        if isinstance(node.op, ast.Pow) and type(getattr(node.right, "value", None)) is int:
            return ast.BinOp(self._cast(node.left), node.op, node.right)
        return ast.BinOp(self._cast(node.left), node.op, self._cast(node.right))

    def visit_Compare(self, node):
        sides = [node.left, *node.comparators]
        if self.dtype[0] == "u" and len(sides) == 2:
            left, right = map(_negative, sides)
            if right != left:  # cast to the dtype, -1 would be its largest number
                holds = (ast.NotEq, *((ast.Gt, ast.GtE) if right else (ast.Lt, ast.LtE)))
                return ast.Constant(isinstance(node.ops[0], holds))
        if not all(map(self._counts, sides)):
            sides = [self._cast(side) for side in sides]
        return ast.Compare(sides[0], node.ops, sides[1:])

    def visit_IfExp(self, node):
        if self._counts(node):
            return node
        return ast.IfExp(self.visit(node.test), self._cast(node.body), self._cast(node.orelse))

    def visit_Call(self, node):
        if isinstance(node.func, ast.Name) and node.func.id in ("range", "int"):
            return node
        if isinstance(node.func, ast.Attribute):  # np.float32(2) and the like
            return node
        return ast.Call(node.func, [self._cast(argument) for argument in node.args], [])

    def visit_Return(self, node):
        if isinstance(node.value, ast.Tuple):
            values = [self._cast(value) for value in node.value.elts]
            return ast.Return(ast.Tuple(values, ast.Load()))
        return ast.Return(self._cast(node.value))

    def _visit_assignment(self, node):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        counts = isinstance(target, ast.Name) and target.id in self.counters
        if not counts and node.value is not None:
            node.value = self._cast(node.value)
        return node

    visit_Assign = visit_AugAssign = visit_AnnAssign = _visit_assignment

    def visit_For(self, node):
        node.body = [self.visit(statement) for statement in node.body]
        return node

"""Worked examples of what has none of its own: ``python -m tensorlite.worked`` writes worked.txt.

Operands are those of the op's record, or what the name of a parameter stands for everywhere
(`GIVEN`); of several inputs the first is taken that the function takes. Where that tells little the
code is in worked_cases.txt, without its results. Those in worked.txt are held by doctest, so that
it is written anew when one changes.
"""

import ast
import contextlib
import functools
import inspect
import io
import re
import warnings
from pathlib import Path
from typing import Any

import tensorlite as tl

from . import documentation
from .docstrings import Docstring
from .op import Elementwise, methods

INPUTS = (
    "tl.tensor([0.5, 1.0, 2.0])",
    "tl.tensor([[4.0, 1.0], [1.0, 3.0]])",
    "tl.tensor([1, 2, 3])",
    "tl.tensor([True, False])",
    "[tl.ones(2), tl.zeros(2)]",
    "tl.arange(4.0).reshape(1, 1, 4)",
    "tl.arange(16.0).reshape(1, 1, 4, 4)",
    "tl.arange(8.0).reshape(1, 1, 2, 2, 2)",
    "tl.arange(8.0).reshape(1, 4, 2)",
    "tl.arange(16.0).reshape(1, 4, 2, 2)",
    "tl.tensor([1 + 2j])",
    "tl.ones(1, 2, 3)",
    "3",
    "(2, 3)",
    "tl.tensor(2.0)",
)
SAME = ("other", "target", "mat2", "vec2", "tensor2", "x2", "query", "key", "value", "y", "vec")
GIVEN = {
    "dim": "0", "dim0": "0", "dim1": "1", "dims": "(0,)", "size": "(2, 3)", "shape": "(1, -1)",
    "index": "tl.tensor([0, 1])", "mask": "tl.tensor([True, False, True])", "src": "tl.ones(2)",
    "source": "tl.ones(2)", "values": "tl.ones(2)", "fill_value": "7.0", "kernel_size": "2",
    "start": "0", "end": "1", "length": "1", "steps": "3", "n": "3", "k": "1", "p": "0.5",
    "repeats": "2", "sections": "3", "chunks": "3", "split_size_or_sections": "2", "shifts": "1",
    "indices_or_sections": "3", "boundaries": "tl.tensor([1.0, 2.0])", "q": "0.5", "exponent": "2",
    "equation": '"ij->ji"', "weight": "tl.ones(2, 2)", "num_samples": "2", "dtype": "tl.float64",
    "diagonal": "0", "decimals": "1", "high": "5", "min": "0.0", "max": "1.0",
    "upscale_factor": "2",
    "downscale_factor": "2", "groups": "2", "output_size": "2", "normalized_shape": "(2,)",
    "num_groups": "1", "pad": "(1, 1)", "num_classes": "5", "condition": "tl.tensor([True, False])",
    "step": "1", "value": "1.0", "N": "3", "window_length": "4", "M": "4", "var": "tl.ones(3)",
    "mat1": "tl.ones(2, 2)", "batch1": "tl.ones(1, 2, 2)", "batch2": "tl.ones(1, 2, 2)",
    "tensor1": "tl.ones(3)", "from_": "tl.float32", "to": "tl.float64", "row": "2", "col": "2",
    "in_features": "2", "out_features": "3", "in_channels": "1", "out_channels": "2",
    "num_features": "1", "in1_features": "2", "in2_features": "2", "embed_dim": "2",
    "num_heads": "1", "num_embeddings": "4", "embedding_dim": "2", "input_size": "2",
    "hidden_size": "3", "num_channels": "2", "threshold": "0.5", "padding": "1", "dim_": "0",
    "params": "[tl.ones(2, requires_grad=True)]", "lr": "0.1", "dataset": "range(4)",
    "datasets": "[range(2), range(3)]", "data_source": "range(4)", "indices": "[0, 2]",
    "optimizer": "tl.optim.SGD([tl.ones(2, requires_grad=True)], lr=0.1)", "T_max": "10",
    "T_0": "2", "milestones": "[1, 2]", "lr_lambda": "lambda epoch: 0.5**epoch", "gamma": "0.5",
    "step_size": "1", "base_lr": "0.01", "max_lr": "0.1", "total_steps": "10", "probs": "0.3",
    "loc": "0.0", "scale": "1.0", "rate": "2.0", "concentration": "2.0", "concentration0": "2.0",
    "concentration1": "3.0", "df": "3.0", "df1": "3.0", "df2": "4.0", "low": "0.0",
    "temperature": "0.5", "lims": "(0.4, 0.6)", "total_count": "4", "alpha": "2.0",
    "covariance_matrix": "tl.eye(2)", "tensor": "tl.empty(2, 2)", "val": "0.3", "sparsity": "0.5",
    "max_norm": "1.0", "clip_value": "0.5", "parameters": "[tl.ones(2, requires_grad=True)]",
    "weights": "[1.0, 2.0]", "s": "2", "ord": "2", "tensors": "tl.ones(2)", "A": "tl.eye(2)",
    "B": "tl.ones(2, 2)", "exponents": "2", "swa_lr": "0.05", "sampler": "range(4)",
    "batch_size": "2", "drop_last": "False", "num_parameters": "1", "unflattened_size": "(1, 2)",
    "split_size": "2", "the_template": "tl.ones(2)",
}  # fmt: skip
QUIET = re.compile(r"\.(cuda\.|set_|use_)")  # depends on the machine, or stays set: by hand alone
CASES = Path(__file__).with_name("worked_cases.txt")


def candidates(thing, name):
    """Lines of code that may be an example, from the likeliest on."""
    if inspect.isclass(thing):
        yield from of_class(thing, name)
        return
    parameters = [p for p in documentation.called(thing)[0] if p.default is p.empty]
    if isinstance(thing, Elementwise):
        yield from of_elementwise(thing, name)
        return
    tail = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    starred = [p.name for p in parameters if p.kind is p.VAR_POSITIONAL]
    is_method = ".Tensor." in documentation.place(thing)
    if not tail and not starred and not is_method:
        yield f"{name}()"
    for given in INPUTS:
        names = tail if is_method else tail[1:]
        rest = [given if n in SAME else GIVEN.get(n, "0") for n in names]
        rest += [GIVEN.get(n, given) for n in starred]
        if is_method:
            yield f"{given}.{thing.__name__}({', '.join(rest)})"
        else:
            yield f"{name}({', '.join(([given] if tail else []) + rest)})"
            yield f"{name}({', '.join(GIVEN.get(n, given) for n in [*tail, *starred])})"


def of_elementwise(op, name):
    """A call with operands out of the interval on which its record says that it is smooth."""
    low, high = op.samples.domain
    first = [round(low + (high - low) * t, 2) for t in (0.1, 0.5, 0.9)]
    given = f"tl.tensor({first})"
    others = [f"tl.tensor({[round(v * f, 2) for v in first[::-1]]})" for f in (1.0, 0.5)]
    calls = [given, *(others * 3)[: len(op.params) - 1]]
    yield f"{name}({', '.join(calls)})"
    for given in INPUTS[2:4]:
        yield f"{name}({', '.join([given] * len(op.params))})"


def of_class(cls, name):
    """An instance, called on an input where it can be."""
    needed = [p for p in documentation.called(cls)[0] if p.default is p.empty]
    needed = [p.name for p in needed if p.kind is p.POSITIONAL_OR_KEYWORD]
    made = f"{name}({', '.join(GIVEN.get(n, '1') for n in needed)})"
    if issubclass(cls, tl.nn.Module):
        for given in (*INPUTS[:2], *INPUTS[4:12]):
            yield f"{made}({given})"
            yield f"{made}({given}, {given})"
    elif issubclass(cls, tl.distributions.Distribution):
        yield f"{made}.sample((2,)).shape"
        yield f"{name}(tl.tensor([0.5, 0.5])).sample((2,)).shape"
    elif hasattr(cls, "log_abs_det_jacobian"):
        yield f"{made}(tl.tensor([0.5, 0.25]))"
        yield f"{made}(tl.eye(2))"
    elif hasattr(cls, "get_last_lr"):
        setup = f"optimizer = {GIVEN['optimizer']}\n"
        yield f"{setup}{made.replace(GIVEN['optimizer'], 'optimizer')}.get_last_lr()"
    elif issubclass(cls, tl.optim.Optimizer):
        yield f"weight = tl.ones(2, requires_grad=True)\n{name}([weight]).param_groups[0]['lr']"
    elif hasattr(cls, "__iter__"):
        yield f"list({made})"
    yield made
    if "probs" not in needed:
        yield f"{name}(probs=0.3)"


def lines(code):
    """The example of code that runs without a warning, or None; of what differs, the shape."""
    try:
        found = [transcript(code, "error") for _ in range(6)]
        if not steady(found) or len(found[0]) > len(code) + 400:
            found = [transcript(f"{code}.shape", "error")]
    except Exception:
        return None
    return found[0] if "\n" in found[0].rpartition(">>> ")[2] else None


def steady(found):
    """Whether all runs told the same, without an address."""
    return len({*found}) == 1 and not re.search(r" at 0x| object", found[0])


def transcript(code, on_warning="ignore"):
    """The statements with what each shows, as a session at the prompt."""
    names: dict[str, Any] = {"tl": tl, "nn": tl.nn, "__name__": "__main__"}
    told = []
    for statement in ast.parse(code).body:
        shown = io.StringIO()
        with warnings.catch_warnings(), contextlib.redirect_stdout(shown):
            warnings.simplefilter(on_warning)
            exec(compile(ast.Interactive([statement]), "<example>", "single"), names)
        result = shown.getvalue().rstrip("\n").replace("\n\n", "\n<BLANKLINE>\n")
        told += [*at_prompt(code, statement), *filter(None, [result])]
    return "\n".join(told)


def at_prompt(code, statement):
    """The lines of a statement, with decorators and a comment behind it, after their prompts."""
    first = min([statement, *getattr(statement, "decorator_list", ())], key=lambda n: n.lineno)
    rows = code.split("\n")[first.lineno - 1 : statement.end_lineno]
    return [f"{'...' if i else '>>>'} {row}" for i, row in enumerate(rows)]


@functools.cache
def cases():
    """The code that was written by hand, by the place of what it shows."""
    return documentation.examples_in(CASES)


def example(thing, name):
    """What was written by hand, else the first candidate that runs."""
    if (code := cases().get(name.replace("tl.", "tensorlite.", 1))) is not None:
        return checked(code, name)
    if QUIET.search(f".{name.removeprefix('tl.')}"):
        return None
    for code in candidates(thing, name):
        if max(map(len, code.split("\n"))) < 96 and (told := lines(code)) is not None:
            return told
    return None


def checked(code, name):
    """The example that was written by hand."""
    found = [transcript(code) for _ in range(3)]
    if not steady(found):
        raise RuntimeError(
            f"{name}: expected the same of each run of its code in {CASES.name}; "
            f"got {found}; try a seed, or what is always so"
        )
    return found[0]


def lacking():
    """What is public and has no example in its author's words, by its place."""
    for where, thing in documentation.public().items():
        words = thing.__doc__
        plain = str.__str__(words) if isinstance(words, Docstring) else words or ""
        if ">>>" not in plain:
            yield where, thing


def of_methods():
    """The places of what was written by hand for methods; ``*.step`` is for all of that name."""
    known = documentation.members()
    return {where for where in cases() if where in known or where[:2] == "*."}


def write():
    """Write worked.txt anew."""
    told = []
    with tl.random.fork_rng():
        tl.manual_seed(0)
        for where, thing in sorted(lacking(), key=lambda each: each[0]):
            name = where.replace("tensorlite", "tl", 1)
            made = example(thing, name)
            if made is not None:
                told.append(f"# {where}\n{made}\n")
        for where in sorted(of_methods()):
            told.append(f"# {where}\n{checked(cases()[where], where)}\n")
    documentation.WORKED.write_text("\n".join(told))


if __name__ == "__main__":
    assert methods
    write()

"""A Program: scalar functions composed in a straight line, the body of an elementwise loop.

Values are numbered: the inputs first, then the results of each step. Programs are hashable and
know nothing of shapes; eager ops, fused groups, backward formulas and optimizer updates are all
programs.
"""

from dataclasses import dataclass


def same(x):
    """x: a step of it is a cast."""
    return x


same.moves = True  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Step:
    """`results` values are `function(*args)`, computed in `dtype`."""

    function: object
    args: tuple[int, ...]
    dtype: str
    results: int = 1


@dataclass(frozen=True)
class Program:
    """Inputs and outputs with the dtypes in which they are stored.

    `outputs` are (value, dtype) pairs; output `k` overwrites input `inplace[k]` where that is not
    None. An array that is read and written must be one operand, or the loop does not vectorise.
    """

    inputs: tuple[str, ...]
    steps: tuple[Step, ...]
    outputs: tuple[tuple[int, str], ...]
    inplace: tuple[int | None, ...] = ()

    @classmethod
    def single(cls, function, inputs, dtype, outputs, inplace=()):
        """The program of one function."""
        step = Step(function, tuple(range(len(inputs))), dtype, len(outputs))
        results = tuple((len(inputs) + i, output) for i, output in enumerate(outputs))
        return cls(tuple(inputs), (step,), results, inplace)

    def rounded(self, dtype):
        """The program of one step on its inputs as numbers of a dtype."""
        (step,), count = self.steps, len(self.inputs)
        casts = tuple([Step(same, (k,), dtype) for k in range(count)])
        moved = Step(step.function, tuple([count + k for k in step.args]), dtype, step.results)
        outputs = tuple([(value + count, kind) for value, kind in self.outputs])
        return Program(self.inputs, (*casts, moved), outputs, self.inplace)

    @property
    def written(self):
        """The outputs that have an operand of their own, by number."""
        inplace = self.inplace or (None,) * len(self.outputs)
        return [k for k, source in enumerate(inplace) if source is None]

    @property
    def operands(self):
        """The dtype of each operand: all inputs, then the outputs that are not in place."""
        return (*self.inputs, *(self.outputs[k][1] for k in self.written))

    @property
    def label(self):
        """A name for people."""
        return "_".join(step.function.__name__.strip("<>") for step in self.steps[:4])

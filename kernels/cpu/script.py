"""What a plan needs that was written out as a Python file: memory, its kernels, their runs.

See `tensorlite.plan.script`, which writes such files.
"""

import ast
import base64
import re
import time
import zlib
from pathlib import Path

import numpy as np

from .. import cache
from . import native, threads

MARK = "# ---- memory"  # in a file, what follows the kernels


class Entry:
    """A word of a block: the address of the kernel of part `number`; `Block`: of its block."""

    def __init__(self, number):
        self.number = number


class Block(Entry):
    pass


class Program:
    """
    The memory and the steps of a plan.

    Parameters
    ----------
    path : str
        Of the file that holds the kernels: ``__file__``.
    """

    def __init__(self, path):
        self.functions = functions_of(Path(path).read_text().partition(MARK)[0])
        self.kept, self.steps, self.places, self._entries = [], [], [], {}

    # ---- memory

    def memory(self, nbytes, content=""):
        """The address of zeros, or of what `packed` has written as text."""
        array = np.zeros(nbytes + 64, np.uint8)
        self.kept.append(array)
        start = -(-native.address_of(array) // 64) * 64
        first = start - native.address_of(array)
        if content:
            array[first : first + nbytes] = np.frombuffer(
                zlib.decompress(base64.b85decode(content)), np.uint8
            )
        return start

    def array(self, values, dtype):
        """The address of numbers."""
        array = np.array(values, dtype)
        self.kept.append(array)
        return native.address_of(array)

    def view(self, address, shape, strides, dtype):
        """Memory as a NumPy array; strides in bytes."""
        for array in self.kept:
            first = native.address_of(array)
            if first <= address < first + max(1, array.nbytes):
                return np.ndarray(shape, dtype, array, address - first, strides)
        raise ValueError(f"view: expected memory of this program; got address {address}")

    # ---- steps

    def step(self, kernel, items, grain, operands=(), geometry=(), parts=(), place=""):
        """Add a step: a kernel on the addresses of its operands, with words behind them.

        `parts` are (kernel, operands, geometry) of kernels that it calls; its own words then stand
        for them by `Entry` and `Block`.
        """
        if parts:
            blocks = [self._words([*given, *words]) for _, given, words in parts]
            geometry = [
                word if isinstance(word, int)
                else native.address_of(blocks[word.number]) if isinstance(word, Block)
                else self._entry(parts[word.number][0]) for word in geometry
            ]  # fmt: skip
        self.steps.append((self._entry(kernel), items, grain, tuple(operands),
                           self._words(geometry)))  # fmt: skip
        self.places.append((kernel.__name__, place))

    def _words(self, words):
        array = np.array([*words, 0], np.int64)
        self.kept.append(array)
        return array

    def _entry(self, kernel):
        """The address of a kernel, compiled with what it calls under a name of its own."""
        name = kernel.__name__
        if name not in self._entries:
            text = self._reached(name)
            digest = cache.digest(text)
            for each in re.findall(r"^def (\w+)\(", text, re.MULTILINE):
                text = re.sub(rf"\b{each}\b", f"{each}_{digest}", text)
            self._entries[name] = cache.address(f"{name}_{digest}", text)
        return self._entries[name]

    def _reached(self, name):
        """The text of a kernel and of all functions that it calls."""
        wanted, left = {name}, [name]
        while left:
            names = set(re.findall(r"\w+", self.functions[left.pop()])) & self.functions.keys()
            left += names - wanted
            wanted |= names
        header = (
            "import numpy as np\nfrom tensorlite.kernels.cpu.jit import *\n"
            "from tensorlite.kernels.cpu.primitives import *\n\n\n"
        )
        return header + "\n\n".join(t for n, t in self.functions.items() if n in wanted) + "\n"

    # ---- runs

    def run(self):
        """All steps, one after the other; the seconds of each.

        Raises
        ------
        RuntimeError
            If one finds that its data cannot be, such as an index out of range.
        """
        seconds = []
        for number, (entry, items, grain, operands, words) in enumerate(self.steps, 1):
            begin = time.perf_counter()
            given = entry, native.address_of(words), words.size - 1
            if 0 < grain < items and threads.get_num_threads() > 1:
                chunk = threads.chunk_size(items, grain)
                status = threads.run(*given, 0, items, chunk, *operands)
            else:
                status = native.launch(*given, items, *operands)
            seconds.append(time.perf_counter() - begin)
            if status:
                raise RuntimeError(f"step {number}: expected status 0; got {status}")
        return seconds

    def report(self, rounds=20):
        """Time all steps, and print a line for each: medians of some rounds."""
        seconds = np.median([self.run() for _ in range(rounds)], axis=0)
        for number, (spent, (name, place)) in enumerate(
            zip(seconds, self.places, strict=True), 1
        ):
            print(f"{number:3} {1e6 * spent:10.1f} us  {name:40} {place}")
        print(f"    {1e6 * seconds.sum():10.1f} us")


def functions_of(text):
    """The functions of a file by name, with their decorators."""
    lines, found = text.splitlines(), {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            found[node.name] = "\n".join(lines[first - 1 : node.end_lineno])
    return found


def packed(data):
    """Bytes as text that `Program.memory` takes."""
    return base64.b85encode(zlib.compress(bytes(data), 9)).decode()

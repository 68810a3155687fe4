"""`python -m tensorlite.cuda.selftest`: what it runs, what it finds, and how it tells."""

import os
import subprocess
import sys

import pytest

from tensorlite.selftest import run as selftest

pytestmark = [pytest.mark.cuda, pytest.mark.slow]
COMMAND = ("-m", "tensorlite.cuda.selftest")

# A kernel of exp2 that is wrong by 0.01 %.
BROKEN = """
import sys
from tensorlite.kernels.cuda.launch import Launch
from tensorlite.selftest import run as selftest

right = Launch.kernel.fget

def wrong(launch):
    name, text = right(launch)
    return name, text.replace("np.float32(1.0)", "np.float32(1.0001)") if "exp2" in name else text

Launch.kernel = property(wrong)
sys.exit(selftest.main(sys.argv[1:]))
"""

# The figures that a card gives, of next to no work.
FIGURES = """
import functools, sys
from tensorlite.selftest import figures
from tensorlite.selftest import run as selftest

selftest.GROUPS["figures"] = functools.partial(
    figures.figures, work=figures.TINY)
sys.exit(selftest.main(sys.argv[1:]))
"""

NO_CARD = """
import sys

sys.modules["cuda.bindings"] = None
from tensorlite.selftest import run as selftest

sys.exit(selftest.main(sys.argv[1:]))
"""


def run(*arguments, simulated=True, **environment):
    """The exit status and the lines on stderr of a fresh process."""
    inherited = {key: v for key, v in os.environ.items() if key != "NUMBA_ENABLE_CUDASIM"}
    if simulated:
        inherited["NUMBA_ENABLE_CUDASIM"] = "1"
    done = subprocess.run(
        [sys.executable, *arguments], env=inherited | environment, text=True, capture_output=True
    )
    return done.returncode, done.stderr.strip().splitlines()


def test_quick_passes_in_the_simulator_and_tells_of_every_group(tmp_path):
    status, lines = run(*COMMAND, "--quick", "--out", str(tmp_path / "report.md"))
    report = (tmp_path / "report.md").read_text()
    assert status == 0, report[:4000]
    assert [line.partition(" ...")[0] for line in lines if " ..." in line] == list(selftest.GROUPS)
    assert "cases passed" in report.splitlines()[0]
    for name in selftest.GROUPS:
        assert f"\n## {name}\n" in report
    assert "Skipped: the simulator's times" in report
    assert "## Failures" not in report
    assert os.path.expanduser("~") not in report


def test_a_wrong_kernel_is_found_and_named(tmp_path):
    out = tmp_path / "report.md"
    status, lines = run(
        "-c", BROKEN, "--quick", "--only", "environment", "elementwise", "--out", str(out)
    )
    assert status == 1
    failed = [line for line in lines if line.startswith("failed: ")]
    assert failed[0] == "failed: elementwise: exp2: float32 dense"
    assert {line.split(": ")[2] for line in failed} == {"exp2", "logaddexp2"}
    first = out.read_text().partition("## Failures\n\n")[2]
    assert first.startswith("### elementwise: exp2: float32 dense\n\narguments: float32 [12]\n\n")
    assert "expected the same bits; at [" in first


def test_figures_run(tmp_path):
    out = tmp_path / "report.md"
    status, _ = run("-c", FIGURES, "--only", "figures", "--out", str(out))
    report = out.read_text()
    assert status == 0, report[:4000]
    for words in ("| copy |", "| softmax of rows |", "| 4 x 4 x 4 |", "| compiled |", "x.add_(1)"):
        assert words in report


def test_no_card_is_told_in_one_line(tmp_path):
    out = tmp_path / "report.md"
    status, lines = run("-c", NO_CARD, "--out", str(out), simulated=False)
    assert status == 2
    (line,) = lines
    assert line.startswith("selftest: expected a card; got none: no package offers cuda.bindings")
    assert not out.exists()


@pytest.mark.parametrize(("name", "told"), [("cuda:7", "card 0 to 0"), ("cpu", "a card or None")])
def test_a_device_that_is_no_card(tmp_path, name, told):
    status, lines = run(*COMMAND, "--device", name, "--out", str(tmp_path / "report.md"))
    assert status == 2
    (line,) = lines
    assert told in line


def test_importing_cuda_does_not_import_it():
    program = "import sys, tensorlite.cuda; sys.exit('tensorlite.cuda.selftest' in sys.modules)"
    assert run("-c", program, simulated=False)[0] == 0

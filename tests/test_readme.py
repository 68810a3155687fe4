"""The README's Python blocks run as they stand, in order, in one namespace."""

import re
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def test_the_python_blocks_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = README.read_text()
    blocks = re.findall(r"```python\n(.*?)```", text, re.S)
    runnable = [block for block in blocks if not re.search(r"^(entry\(|@primitive)", block, re.M)]
    assert len(runnable) >= 4
    script = tmp_path / "readme.py"
    script.write_text("\n".join(runnable))
    exec(compile(script.read_text(), str(script), "exec"), {"__name__": "readme"})
    assert "tensor(" in capsys.readouterr().out


def test_the_first_two_blocks_are_the_two_commands():
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text(), re.S)
    assert "tensorlite.examples.digits" in blocks[0]
    assert "pytest" in blocks[1]
    assert all("pip install" in block for block in blocks[:2])

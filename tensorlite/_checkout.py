"""Where `tensorlite.kernels` lies in a checkout that is not installed: beside the package.

Wheels and editable installs bring it under its name, as pyproject.toml says; Python's own search
would take the checkout's `tensorlite/` and find no `kernels` in it.
"""

import importlib.util
import sys
from pathlib import Path

_NAME = f"{__package__}.kernels"
_PACKAGE = Path(__file__).parent
_BESIDE = _PACKAGE.parent / "kernels"

if not (_PACKAGE / "kernels").exists() and _BESIDE.exists():
    _spec = importlib.util.spec_from_file_location(
        _NAME, _BESIDE / "__init__.py", submodule_search_locations=[str(_BESIDE)]
    )
    assert _spec is not None and _spec.loader is not None
    sys.modules[_NAME] = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules[_NAME])

"""Types of annotations, as programs import them from here."""

from typing import Any, Dict, List, Optional, Tuple, Union  # noqa: F401, UP035

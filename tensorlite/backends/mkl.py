"""MKL: not used."""

from ..absent import is_available

__all__ = ["is_available"]

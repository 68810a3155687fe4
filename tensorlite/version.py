"""The version of the package, under the names that `torch.version` has."""

__version__ = "0.1.0"
debug = False
git_version = None
cuda = hip = rocm = xpu = None  # nothing is built against them: cards are reached from Python

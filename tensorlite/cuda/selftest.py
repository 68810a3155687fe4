"""Try out a card: python -m tensorlite.cuda.selftest; see `tensorlite/selftest`."""

import sys


def main(arguments=None):
    """Run the command; returns its exit status."""
    from ..selftest import run

    return run.main(arguments)


if __name__ == "__main__":
    sys.exit(main())

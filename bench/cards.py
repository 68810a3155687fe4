"""What the training steps of `steps.py` would take on cards, by their data sheets: no card needed.

NUMBA_ENABLE_CUDASIM=1 python bench/cards.py
NUMBA_ENABLE_CUDASIM=1 python bench/cards.py --card "RTX 4090" --card L4
NUMBA_ENABLE_CUDASIM=1 python bench/cards.py --case "784-128-10, 64"   # all launches of a step
"""

import argparse
import importlib

from steps import CASES, batches, network, training_step
from tensorlite.kernels.cuda import system

import tensorlite as tl
from tensorlite.plan.prediction import CARDS


def like_a_card():
    """Let the simulator plan with the blocks of a card, and run no kernel: no data is needed.

    It would need hours for the zeros of an optimizer's state.
    """
    system.SIMULATED = False  # the blocks are chosen when this module is imported
    launch = importlib.import_module("tensorlite.kernels.cuda.launch")
    system.SIMULATED = True
    launch.Launch.run = lambda self, *addresses: None


def prediction(case, card):
    """The Prediction of one training step."""
    step = training_step(tl, network(tl, case).to("cuda"))
    data = [tl.tensor(array).to("cuda") for array in next(batches(case, 1))]
    return tl.cuda.predict(step, *data, card=card)


def row(case, cards):
    """A row of the table: launches, bytes and operations of a step, and its time on each card."""
    first = prediction(case, cards[0])
    found, launches = [first.on(card) for card in cards], first.launches
    cells = [
        str(len(launches)), f"{sum(each.nbytes for each in launches) / 1e6:.3g}",
        f"{sum(each.flops or 0 for each in launches) / 1e6:.3g}",
        *(f"{1e6 * each.seconds:.0f} ({1e6 * each.kernels:.0f})" for each in found),
    ]  # fmt: skip
    return f"| {case} | " + " | ".join(cells) + " |"


def main():
    """Print a table of all cases, or the launches of one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--card", action="append", choices=CARDS, help="default: all")
    parser.add_argument("--case", choices=CASES, help="show its launches, one by one")
    options = parser.parse_args()
    if system.simulated():
        like_a_card()
    cards = options.card or list(CARDS)
    if options.case:
        first = prediction(options.case, cards[0])
        print(*(first.on(card) for card in cards), sep="\n\n\n")
        return
    print("Predicted us of a step, and of these in kernels.\n")
    print("| | launches | MB | million operations | " + " | ".join(cards) + " |")
    print("|---|" + "---:|" * (len(cards) + 3))
    for case in CASES:
        print(row(case, cards), flush=True)


if __name__ == "__main__":
    main()

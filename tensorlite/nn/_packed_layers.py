"""A recurrent layer over packed sequences: stretches of steps that equally many sequences reach."""

from __future__ import annotations

import itertools

import tensorlite as tl


def stretches(sizes):
    """(first row, steps, sequences) of each stretch of steps with one batch size."""
    found, row = [], 0
    for batch, same in itertools.groupby(sizes):
        steps = len(list(same))
        found.append((row, steps, batch))
        row += steps * batch
    return found


def run_packed(run, data, sizes, first, reverse):
    """One direction of one layer.

    Parameters
    ----------
    run : callable
        ``run(x, state)``: the outputs (T, N, H) and the last state for x (T, N, I).
    data : Tensor (rows, I)
    sizes : list of int
        How many sequences reach each step.
    first : tuple of Tensor (N, H)
    reverse : bool
        From the last step of each sequence to the first.

    Returns
    -------
    Tensor (rows, H), tuple of Tensor (N, H)
        The outputs, and the state of each sequence after its last step.
    """
    parts = stretches(sizes)
    outputs, ended = [], []
    state = tuple(h[: parts[-1 if reverse else 0][2]] for h in first)
    for row, steps, batch in reversed(parts) if reverse else parts:
        alive = state[0].shape[0]
        if alive > batch:  # the shortest sequences have ended
            ended.append(tuple(h[batch:] for h in state))
            state = tuple(h[:batch] for h in state)
        elif alive < batch:  # backwards, longer stretches join
            joining = zip(state, first, strict=True)
            state = tuple(tl.cat([h, whole[alive:batch]]) for h, whole in joining)
        x = data[row : row + steps * batch].unflatten(0, (steps, batch))
        out, state = run(x, state)
        outputs.append(out.flatten(0, 1))
    ended.append(state)
    last = tuple(tl.cat(rows) for rows in zip(*reversed(ended), strict=True))
    return tl.cat(outputs[::-1] if reverse else outputs), last

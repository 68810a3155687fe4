"""Sequences of places as few runs.

A run is (first, how many, the place of the first, the step from one to the next).
"""


def runs_of(places):
    """The runs of a sequence of places."""
    found, start = [], 0
    while start < len(places):
        end = start + 1
        step = places[end] - places[start] if end < len(places) else 1
        while end < len(places) and places[end] - places[end - 1] == step:
            end += 1
        found.append((start, end - start, places[start], step))
        start = end
    return tuple(found)


def elements(runs):
    """The sequence of places of which these are the runs."""
    return [start + step * m for _, count, start, step in runs for m in range(count)]


def side_by_side(run):
    """How many places a copy without gaps would bring."""
    return run[1] if run[3] == 1 else 0

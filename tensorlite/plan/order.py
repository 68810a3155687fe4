"""What has to run before what, and an order that keeps to it."""

import heapq

from . import domains


class Graph:
    """Steps by what must run before them; steps that were joined are one *unit*.

    Sets of steps are bits of integers. `before` and `own` of a unit are those that must run before
    it, also by way of other units, and its members; units have the number of one of their steps.
    """

    def __init__(self, steps):
        count = len(steps)
        self.direct, self.later = _dependences(steps), [[] for _ in range(count)]
        self.unit, self.own = list(range(count)), [1 << n for n in range(count)]
        self.before = [0] * count
        for number, earlier in enumerate(self.direct):
            for n in earlier:
                self.before[number] |= self.before[n] | 1 << n
                self.later[n].append(number)

    def may_join(self, group, later):
        """Whether nothing has to run after some of the steps and before others."""
        members = (*group, *later)
        units, own = {self.unit[n] for n in members}, 0
        for n in units:
            own |= self.own[n]
        earlier = {self.unit[n] for member in members for n in self.direct[member]} - units
        return not any(self.before[n] & own for n in earlier)

    def join(self, group, later):
        """Make one unit of two."""
        members, (unit, *others) = (*group, *later), {self.unit[n] for n in (*group, *later)}
        for other in others:
            self.own[unit] |= self.own[other]
            self.before[unit] |= self.before[other]
        self.before[unit] &= ~self.own[unit]
        for n in members:
            self.unit[n] = unit
        known, behind = self.before[unit] | self.own[unit], list(members)
        while behind:  # what runs later and already waits for all that needs no visit
            for n in self.later[behind.pop()]:
                after = self.unit[n]
                if after != unit and known & ~self.before[after]:
                    self.before[after] |= known
                    behind += _bits(self.own[after])


def _dependences(steps):
    """For each step those that it has to wait for, but for some that others of them wait for."""
    result, history = [], {}
    for number, step in enumerate(steps):
        direct = set()
        for access in domains.accesses(step):
            past = history.setdefault(access.region, {})
            for other, written, read in past.values():
                if (written is not None or access.writes) and access.meets(other):
                    direct.update(read if access.writes else ())
                    direct.update(() if written is None else (written,))
            place = access.offset, access.size, access.extents, access.strides
            if access.writes:  # whoever comes later waits for this one
                if access.whole:
                    past.clear()
                past[place] = access, number, []
            else:
                past.setdefault(place, (access, None, []))[2].append(number)
        direct.discard(number)
        result.append(direct)
    return result


def _bits(number):
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


def ordered(graph, unit):
    """The units after all that they depend on."""
    before = {n: set() for n in set(unit)}
    after = {n: set() for n in before}
    for n, earlier in enumerate(graph.direct):
        for m in earlier:
            if unit[m] != unit[n]:
                before[unit[n]].add(unit[m])
                after[unit[m]].add(unit[n])
    ready, result = [n for n in before if not before[n]], []
    heapq.heapify(ready)
    while ready:
        n = heapq.heappop(ready)
        result.append(n)
        for m in after[n]:
            before[m].discard(n)
            if not before[m]:
                heapq.heappush(ready, m)
    if len(result) != len(before):
        raise AssertionError("the steps of a plan wait for each other")
    return result

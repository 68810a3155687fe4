"""What has to run before what, and an order that keeps to it."""

import heapq

from . import domains


class Graph:
    """Steps by what must run before and after them, as bits of integers."""

    def __init__(self, steps):
        count = len(steps)
        self.before, self.after = [0] * count, [0] * count
        self.direct = [set() for _ in range(count)]
        history = {}
        for number, step in enumerate(steps):
            for access in domains.accesses(step):
                past = history.setdefault(access.region, [])
                writes, direct = access.writes, self.direct[number]
                for earlier, other in past:
                    if (writes or other.writes) and access.meets(other):
                        direct.add(earlier)
                past.append((number, access))
            self.direct[number].discard(number)
            for earlier in self.direct[number]:
                self.before[number] |= self.before[earlier] | 1 << earlier
        for number in range(count - 1, -1, -1):
            for earlier in self.direct[number]:
                self.after[earlier] |= self.after[number] | 1 << number

    def _around(self, members):
        own = sum(1 << n for n in members)
        before = after = 0
        for n in members:
            before |= self.before[n]
            after |= self.after[n]
        return own, before & ~own, after & ~own

    def may_join(self, group, later):
        """Whether nothing has to run after some of the steps and before others."""
        _, before, after = self._around((*group, *later))
        return before & after == 0

    def join(self, group, later):
        """Make one node of two: all its members share what is before and after."""
        members = (*group, *later)
        own, before, after = self._around(members)
        for n in members:
            self.before[n], self.after[n] = before, after
        for n in _bits(after):
            self.before[n] |= before | own
        for n in _bits(before):
            self.after[n] |= after | own


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

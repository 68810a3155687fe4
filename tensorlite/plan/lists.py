"""What is read of lists and deques from outside, and done to them."""

from .elements import Elements
from .numbers import Number
from .watch import Watch

_SLICED = 64  # elements of a slice that are watched one by one


class Lists(Watch):
    """A Watch that knows what happens to lists and deques."""

    def _element(self, holder, index):
        """`list[index]` is read."""
        if isinstance(index, slice):
            self._sliced(holder, index)
        elif isinstance(index, int):
            number = self._stands_at(holder, int(index))
            if number is not None:
                self.reads(holder, number)
        else:
            self.whole(holder.obj)

    def _sliced(self, holder, part):
        """`list[start:stop]` is read: at one end of it, its length does not matter."""
        start, stop, size = part.start, part.stop, holder.count()
        plain = part.step in (None, 1) and all(type(x) in (int, type(None)) for x in (start, stop))
        if plain and start is not None and start < 0 and (stop is None or stop < 0):
            wanted = range(start, stop or 0)
        elif plain and stop is not None and (start or 0) >= 0 and stop >= 0:
            wanted = range(start or 0, stop)
        else:
            wanted = None
        if wanted is None or len(wanted) > _SLICED or not all(-size <= k < size for k in wanted):
            self.whole(holder.obj)
            return
        for index in wanted:
            self._element(holder, index)

    def _stands_at(self, holder, index):
        """The number of the old element at an index; None if a new one or none stands there."""
        size = holder.count()
        if not holder.orderly():
            self.whole(holder.obj)
            return None
        holder.asked |= bool(holder.grown)
        if not -size <= index < size:
            self._sized(holder)
            return None
        number = holder.at(index)
        if number is None and not (0 <= index < holder.left or -len(holder.added()) <= index < 0):
            self._sized(holder)  # that it is new depends on how many there were
        return number

    def _sized(self, holder):
        """The length stays what it was."""
        if not holder.cleared and (id(holder.obj), "len") not in self.read:
            self.read.add((id(holder.obj), "len"))
            text = holder.sized(self.text_of(holder))
            self.conditions.require(f"{text} == {holder.size}", f"len({holder.label})", text,
                                    holder.size)  # fmt: skip

    def _length(self, holder):
        """The length is asked for: what stands for it, if it varies."""
        if not holder.orderly():
            self.whole(holder.obj)
            return None
        holder.asked |= bool(holder.grown)
        if holder.cleared:
            return None
        more = holder.count() - holder.size
        holder.length = length = holder.length or self.length_of(
            holder, holder.sized(self.text_of(holder)), holder.size)  # fmt: skip
        return length + more if type(length) is Number else None

    def length_of(self, holder, text, size):
        """A length that is read: a Number if it varies, or it stays what it was."""
        path = f"len({holder.label})"
        if path in self.varying:
            return self.conditions.number(text, size, path)
        self.conditions.require(f"{text} == {size}", path, text, size, path)
        return size

    def _sets_element(self, holder, index):
        """`list[index]` is about to be set."""
        number = self._stands_at(holder, index)
        if number is not None:
            holder.stored.add(number)

    def _takes_element(self, holder, index, read):
        """`list[index]` is about to be taken away, and read or not."""
        if type(index) is not int or index not in (0, -1):
            self.whole(holder.obj)
            return
        number = self._stands_at(holder, index)
        if number is not None and read:
            self.reads(holder, number)
        if number is not None or (index == 0 and holder.left):
            holder.takes(index)

    def _list_method(self, owner, name, args):
        """Whether a method of a list or deque is known to work on one of any length."""
        holder = self.holder(owner, Elements)
        if name == "insert" and args and args[0] == 0:
            name, args = "appendleft", args[1:]
        if name in ("appendleft", "extendleft") and holder.limit is None and args:
            many = len(args[0]) if isinstance(args[0], list | tuple) else None
            if name == "extendleft" and many is None:
                self.whole(owner)
            holder.left += 1 if name == "appendleft" else many or 0
        elif name in ("append", "extend"):
            self._grows(holder, args if name == "append" else args[0] if args else ())
        elif name in ("pop", "popleft"):
            self._takes_element(holder, 0 if name == "popleft" else args[0] if args else -1, True)
        elif name == "clear":
            holder.clears()
        elif name == "__getitem__" and args:
            self._element(holder, args[0])
        elif name == "__setitem__" and args and isinstance(args[0], int):
            self._sets_element(holder, int(args[0]))
        else:
            return False
        return True

    def _grows(self, holder, values):
        """Values are about to be added at the end."""
        if holder.limit is None:
            return
        if isinstance(values, list | tuple):
            holder.grows(len(values))
        else:
            self.whole(holder.obj)

    def _has_elements(self, holder):
        """Whether a list is empty is asked."""
        if not holder.orderly():
            self.whole(holder.obj)
        elif not (holder.cleared or holder.left or holder.added()):
            holder.asked |= bool(holder.grown)
            gone = holder.taken + holder.cut
            sign = ">" if holder.size > gone else "=="
            text = holder.sized(self.text_of(holder))
            self.conditions.require(f"{text} {sign} {gone}", f"bool({holder.label})")

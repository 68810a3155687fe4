"""What the host does at each call of a plan, for the function that was recorded."""

from .conditions import MISSING


class Assigned:
    """What a plan writes to a dict before a step of ours reads it."""

    __slots__ = ("before", "box", "group", "key")

    def __init__(self, group, key, before, box):
        self.group, self.key, self.before, self.box = group, key, before, box

    def apply(self):
        """Write; always possible."""
        self.before = self.group.get(self.key, MISSING)
        self.group[self.key] = self.box[0]
        return True

    def changes(self):
        """No object as a whole."""
        return ()

    def undo(self):
        """Put back what was there."""
        if self.before is MISSING:
            self.group.pop(self.key, None)
        else:
            self.group[self.key] = self.before

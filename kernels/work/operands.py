"""What a launch is given: memory that tells where it lies and what owns it, or plain integers."""


class Operand:
    """
    Memory at an address. Whatever has these two attributes is an operand, such as a tensor.

    Attributes
    ----------
    address : int
    memory : object
        What owns the memory: by it whoever records launches tells what they read and write.
    """

    __slots__ = ("address", "memory")

    def __init__(self, address, memory):
        self.address, self.memory = address, memory


def moved(operand, offset):
    """The operand that begins so many bytes further on."""
    if not offset:
        return operand
    if type(operand) is int:
        return operand + offset
    return Operand(operand.address + offset, operand.memory)


def addresses(operands):
    """Where operands lie; an integer is an address of memory that nobody watches."""
    return [x if type(x) is int else x.address for x in operands]

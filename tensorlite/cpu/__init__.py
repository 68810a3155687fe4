"""The CPU as a device, under PyTorch's names: `tensorlite.cpu`."""


def is_available():
    """Whether it can be used: always."""
    return True


def is_initialized():
    """Whether it is ready: always."""
    return True


def device_count():
    """The number of CPUs as devices: 1."""
    return 1


def current_device():
    """The name of the current one."""
    return "cpu"


def set_device(device):
    """Nothing: there is one."""


def synchronize(device=None):
    """Nothing: what a call computes is there when it returns."""

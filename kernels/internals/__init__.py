"""What leans on the insides of other libraries: one file for each, which tells when they change.

What a library documents may be imported wherever it is of use; its insides are here alone, under
names of our own. Where one of them has changed, importing the file is an error that says so.
"""


def expect(owner, *names, library):
    """Demand attributes of a class or module of another library: else an override has no effect.

    Raises
    ------
    ImportError
        If it lacks one: the library has changed.
    """
    for name in names:
        if not hasattr(owner, name):
            raise changed(library, f"{owner.__name__}.{name}", "none")


def replace(owner, name, kind, value):
    """Put a value in the place of an attribute of another library, which has to be of a kind.

    Raises
    ------
    ImportError
        If there is no such attribute: the library has changed.
    """
    found = getattr(owner, name, None)
    if not isinstance(found, kind):
        library = owner.__module__.partition(".")[0]
        wanted = f"{owner.__module__}.{owner.__name__}.{name} of type {kind.__name__}"
        raise changed(library, wanted, repr(found))
    setattr(owner, name, value)


def changed(library, wanted, got):
    """The error of a library whose insides are no longer what they were."""
    return ImportError(
        f"tensorlite: expected {wanted}; got {got}; try a version of {library} that tensorlite"
        f" asks for"
    )

"""What leans on the insides of other libraries: it fails loudly when these change."""


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
        raise ImportError(
            f"tensorlite: expected {owner.__module__}.{owner.__name__}.{name} of type"
            f" {kind.__name__}; got {found!r}; try a version of {library} that tensorlite asks for"
        )
    setattr(owner, name, value)

"""The hub's one error base; every error of ``hub`` derives from it and carries its data as attributes."""


class HubError(Exception):
    """Base of all errors raised by ``hub``."""

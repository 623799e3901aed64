"""Stable error codes of the wire and the sentence each means, for the reader of a log."""

from typing import Final

ERROR_CODES: Final[dict[str, str]] = {
    "bad_request": "The frame or its arguments are not of the protocol's form.",
    "unknown_command": "No command has this name.",
    "not_allowed": "This role may not do that.",
    "unauthorized": "The token is unknown or revoked.",
    "rate_limited": "Too many commands; wait and send again.",
    "too_large": "The frame is over the size limit.",
    "queue_empty": "Nobody waits for this counter.",
    "closed": "Outside issuing hours, or the counter is closed.",
    "limit_reached": "The service's numbers for today are all given out.",
    "unknown_service": "No service has this id.",
    "unknown_counter": "No counter has this id.",
    "unknown_ticket": "No ticket of today has this id.",
    "unknown_priority": "No priority reason has this id.",
    "unknown_dossier": "The source knows no dossier of this code.",
    "wrong_state": "The ticket's life cycle does not allow this step.",
    "counter_busy": "This counter has a current ticket; finish it first.",
    "no_current_ticket": "This counter has no current ticket.",
    "sign_in_first": "A clerk must sign in at this counter first.",
    "wrong_pin": "The clerk's PIN is wrong.",
    "already_rated": "This ticket has its rating.",
    "rating_closed": "The time for rating this ticket is over.",
    "source_away": "The dossier source does not answer.",
    "store_failed": "The hub could not write; nothing was done.",
    "internal": "The hub failed; nothing was done.",
}
RETRY_CODES: Final = frozenset({"rate_limited", "source_away", "store_failed", "internal"})
"""Sending the same command again (same key) may succeed."""

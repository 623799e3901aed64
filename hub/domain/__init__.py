"""The queue's rules, pure: no clock, no I/O. ``decide`` says what happens, ``apply`` what that changes."""

"""Writes the protocol's reference pages from the code, so they cannot disagree with it."""

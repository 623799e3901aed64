"""Paper: what a slip says, how it is laid out, the bytes of it, and the printer that prints each once."""

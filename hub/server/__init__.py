"""The stations' door: who may connect, what each role may do and see, and how news reaches everyone."""

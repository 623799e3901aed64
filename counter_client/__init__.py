"""The counter: the clerk's console and the citizen's rating panel."""

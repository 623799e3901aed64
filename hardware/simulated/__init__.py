"""The far end of each wire: a printer that draws its paper, a scanner, a keypad. Drivers never know."""

"""Pure calculations: no Django, clock, hidden randomness or network."""

"""Whether a published result holds: its input is the same, its certificate adds up, and it can be repeated."""

"""Comments passed on to another authority and answered there."""

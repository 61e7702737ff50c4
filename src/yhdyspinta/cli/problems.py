"""What a command could not do, in one sentence for the person who gave it."""


class Problem(Exception):
    pass

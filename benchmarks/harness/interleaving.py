"""Rounds of several engines in turns, so that a drift of the machine hits all alike."""


def turns(names, rounds):
    """Each round's order: all names, beginning with another one each time."""
    names = list(names)
    for number in range(rounds):
        first = number % len(names) if names else 0
        yield names[first:] + names[:first]

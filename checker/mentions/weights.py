"""How much each kind of evidence counts for each kind of name: the one place where evidence is weighed.

A piece of evidence seen twice counts half as much again, and twice at the most, however often it is seen.
"""

from __future__ import annotations

from collections.abc import Mapping

KINDS = ("person", "organization", "place", "team", "product", "project", "event")
ENOUGH = 0.6  # below this a name stays undecided

WEIGHTS: dict[str, dict[str, float]] = {
    # the name's own words
    "legal form": {"organization": 6},
    "ends in a body": {"organization": 4},
    "ends in a body, begins with a given name": {"organization": 2.5},
    "ends in an institution": {"organization": 3.2, "project": 0.6},
    "ends in a body or a building": {"organization": 1.8, "project": 1.5},
    "names a body": {"organization": 4},
    "has a school's noun": {"organization": 3.5},
    "begins with an acronym": {"organization": 1.5},
    "joined by &": {"organization": 3},
    "given name": {"person": 3},
    "given name, then a common word": {"person": 1.3},
    "given name that is a common word": {"person": 1.4},
    "given names that are common words": {"person": 0.4, "organization": 0.4},
    "given name alone": {"person": 1.5},
    "given name alone that is a common word": {"person": 0.5},
    "initial": {"person": 2.5},
    "double surname": {"person": 1},
    "particle": {"person": 1.2},
    "known place": {"place": 1.5},
    "ends in a place noun": {"place": 2.2},
    "ends in a building": {"project": 3},
    "ends in an event noun": {"event": 2.5},
    "acronym": {"organization": 1},
    "has a number": {"product": 2.5},
    "unknown word": {"organization": 0.65},
    "unknown words": {"person": 1.2, "organization": 0.1},
    "ends in a common word": {"organization": 0.7, "person": 0.3},
    "ends in a country": {"organization": 1.0},
    "unknown double word": {"organization": 0.6, "person": 0.4},
    "common word, then an unknown one": {"organization": 0.65, "person": 0.55},
    "dateline": {"place": 4},
    "unknown word, then a surname": {"person": 0.9, "organization": 0.3},
    "common words": {"product": 0.5, "organization": 0.3},
    "ends in a trade": {"organization": 2.2},
    "begins with a body": {"organization": 2.5},
    "building at": {"place": 1.8},
    "The": {"product": 1.0, "organization": 0.4, "person": -1.0},
    "is an agent": {"organization": 1.6, "person": 1.3},
    "names nobody": {"organization": -4, "person": -4, "place": -2},
    "common word alone": {"person": -1.5, "organization": -1.5, "place": -1},
    # what stands before
    "honorific": {"person": 5},
    "after a title": {"person": 3},
    "after a plural title": {"person": 1},
    "title, then name": {"person": 2},
    "of a place": {"organization": 1.2, "person": -0.6},
    "came from": {"organization": 1.4, "place": 0.6, "person": -0.8},
    "after a verb of speech": {"person": 1.3, "organization": 0.2},
    "after appoint": {"person": 1.6},
    "after join": {"organization": 2},
    "after a purchase": {"organization": 2},
    "was bought": {"organization": 2.6, "person": -1.5},
    "after a founding": {"organization": 2},
    "is owned": {"organization": 1.2, "project": 0.3, "person": -1.2},
    "place of study": {"organization": 2.5},
    "in italics": {"product": 3.2},
    "after an organization noun": {"organization": 3},
    "after somebody's owner or partner": {"organization": 0.9, "person": 0.8},
    "led": {"organization": 1.2, "team": 0.2},
    "region of a place": {"place": 3.0},
    "after a person noun": {"person": 2},
    "after a product noun": {"product": 1.5},
    "after the product": {"product": 4},
    "after a building": {"project": 1.5},
    "where we are": {"organization": 2.5},
    "after at": {"organization": 1.4, "place": 0.3},
    "after work for": {"organization": 2},
    "after a title and of": {"organization": 2.5},
    "after a belonging of": {"organization": 2.2},
    "after a relative of": {"person": 1.8},
    "friends of": {"organization": 0.5},
    "came to, as": {"organization": 2.2},
    "after by, bought or made": {"organization": 1.6},
    "founded by": {"person": 1.2},
    "after by, written or played": {"person": 1.6},
    "round led by": {"organization": 2.5},
    "raised from": {"organization": 1.2},
    "sold to": {"organization": 1.6},
    "reports to": {"person": 2.5},
    "went to": {"place": 1.0},
    "left for": {"organization": 1.0, "place": 0.8, "person": -1},
    "according to": {"organization": 0.4, "person": 0.4},
    "after in": {"place": 1.4},
    "based in": {"place": 3},
    "share in": {"organization": 2.5},
    "place of": {"place": 2},
    "after -based": {"organization": 3},
    "the, alone": {"person": -1.2, "organization": -0.3, "product": 0.2, "place": 0.3},
    "the team": {"team": 5},
    "byline": {"person": 3},
    # what stands after
    "before a title and a name": {"organization": 3},
    "before a title": {"organization": 1.5},
    "has an officer": {"organization": 3},
    "has a belonging": {"organization": 3},
    "has a relative": {"person": 2},
    "has something": {"organization": 0.3, "person": 0.2},
    "belonging": {"organization": 1.6},
    "who": {"person": 3},
    "who are": {"organization": 1.2},
    "is a family": {"person": 1.5, "organization": -1.5},
    "after a part of a work": {"product": 1.6},
    "the … project": {"project": 1.5},
    "named like an event": {"event": 1.5},
    "ends in makers": {"organization": 2},
    "which": {"organization": 1.2, "product": 0.3, "person": -1},
    "age": {"person": 3},
    "born in parenthesis": {"person": 3},
    "title in apposition": {"person": 2.5},
    "title in parenthesis": {"person": 2.2},
    "is a person noun": {"person": 3},
    "is an organization noun": {"organization": 3.2},
    "is a building": {"project": 2},
    "is a product": {"product": 2},
    "is an event": {"event": 2},
    "is a place": {"place": 3},
    "speaks": {"person": 0.8, "organization": 0.5},
    "says he": {"person": 1.8},
    "says it": {"organization": 1.5, "person": -0.5},
    "person's act": {"person": 1.8},
    "organization's act": {"organization": 1.2, "person": 0.3},
    "was founded": {"organization": 2.5},
    "buys a body": {"organization": 1.2},
    "its own": {"organization": 1.2, "person": -0.8},
    "his own": {"person": 1.2, "organization": -0.4},
    "was appointed": {"person": 3},
    "was released": {"product": 1.2},
    "employs": {"organization": 2.5},
    "has its own": {"organization": 1.0, "project": 0.3, "place": 0.3, "person": -1.5},
    "has figures": {"organization": 2.0, "person": -0.5},
    "figures of": {"organization": 1.6},
    "acts": {"organization": 0.3, "person": 0.3, "product": 0.1},
    "he follows": {"person": 1.6},
    "heads what was founded": {"organization": 2.5, "person": -0.5},
    "heads who was born": {"person": 2.5},
    "speaks in turn": {"person": 4, "organization": -3},
    "heads he": {"person": 1.2},
    "heads it": {"organization": 1.0, "person": -0.5},
    "was won": {"event": 1.5, "person": -1.5, "organization": -0.5},
    "the, several words": {"person": -1.5},
    "-based": {"place": 3},
    "before a building noun": {"project": 0.6},
    "before a product noun": {"product": 0.8},
    "before a number": {"product": 0.8},
    # where it stands
    "person's field": {"person": 4},
    "organization's field": {"organization": 4},
    "place's field": {"place": 4},
    "places' column": {"place": 3},
    "persons' column": {"person": 2.5},
    "organizations' column": {"organization": 2.5},
}
# evidence from other names of the document is added with its weight worked out: coordination, columns, shared words
BESIDE, COLUMN, SHARED_SURNAME, SHARED_FIRST, BRAND, VERSIONS = 0.5, 0.6, 1.0, 0.5, 1.0, 1.5


def weigh(counts: Mapping[str, float]) -> dict[str, float]:
    """The votes by kind that evidence makes: ``counts`` is how often each piece was seen."""
    votes: dict[str, float] = {}
    for evidence, count in counts.items():
        damped = min(0.5 + 0.5 * count, 2.0)
        for kind, weight in WEIGHTS[evidence].items():
            votes[kind] = votes.get(kind, 0.0) + weight * damped
    return votes


def best(votes: Mapping[str, float]) -> str:
    """The kind with the most votes, "" where none has enough."""
    ranked = sorted(((weight, kind) for kind, weight in votes.items()), reverse=True)
    return ranked[0][1] if ranked and ranked[0][0] >= ENOUGH else ""

"""The verbs and nouns by which something is counted."""

from __future__ import annotations

HAVING = frozenset(
    (
        "have number count boast retain keep maintain total comprise include command muster field hold claim list "
        "own support encompass"
    ).split()
)


WORKING = frozenset("work serve labour labor toil volunteer help help_out base station".split())


USING = frozenset(
    (
        "use visit subscribe subscribe_to read watch ride travel shop bank belong attend frequent play join sign_up "
        "listen tune_in rely depend trust choose buy stream follow"
    ).split()
)


BY_MANY = WORKING | USING


STAFFING = frozenset("staff run man operate power sustain".split())


COLLECTIVE = frozenset(
    "team crew staff workforce network pool corps body army force group roster roll squad complement total average "
    "maximum minimum".split()
)


ROLLS = frozenset("site staff payroll books roll rolls strength register team list".split())

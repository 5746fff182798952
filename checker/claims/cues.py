"""The words that readers of what few sentences say look for: a reader is loaded when a sentence has one of its own."""

from __future__ import annotations

ALUMNI = frozenset(("graduate", "alumnus", "alumna", "alum"))
DEGREES = frozenset(
    (
        "degree degrees doctorate doctorates phd dphil master masters master's mba ba bsc ma msc mphil llb llm diploma "
        "bachelor bachelors bachelor's first licentiate"
    ).split()
)
STUDIES = frozenset(("studies", "study", "education", "schooling", "apprenticeship", "training"))
SCHOOLING = ALUMNI | DEGREES | STUDIES

SITES = frozenset(("headquarters", "headquarter", "hq"))
OWNED = frozenset(("base", "seat", "home", "offices", "office", "secretariat"))  # with "its" only
ROOMS = frozenset(("office", "offices"))
SEATED = SITES | OWNED | ROOMS

LAST = frozenset(("last", "final", "last day", "final day"))
DAYS = frozenset(("day", "since"))
LIVES = frozenset(("death", "birth", "birthplace"))
BOSSES = frozenset(("boss", "manager", "superior", "supervisor"))
FOUNDERS = frozenset(
    "founder founders co-founder co-founders cofounder cofounders creator creators originator originators".split()
)
OF_A_SALE = frozenset(("acquired_by", "acquired_on", "acquisition_price"))
TIMED = frozenset(("title", "headquarters", "held_on"))

"""Titles that only bodies of one kind have: a rector's is a university, a matron's a hospital, a mayor's no company."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent, Scene

_HIGHER = frozenset("university college polytechnic institute academy school conservatory faculty".split())
_SCHOOL = frozenset("school academy college grammar gymnasium lycée lyceum".split())
_CARE = frozenset("hospital infirmary clinic hospice home surgery school sanatorium".split())
_CHURCH = frozenset("church parish cathedral minster chapel abbey priory diocese".split())
_PUBLIC = frozenset("council city town borough county parish district municipality".split())
_COURTS = frozenset("court tribunal judiciary bench".split())
_STATE = frozenset("ministry government department".split())
_KINDS = {
    **dict.fromkeys(("rector", "chancellor", "vice-chancellor", "provost", "pro-rector", "vice-rector"), _HIGHER),
    **dict.fromkeys(("headteacher", "headmaster", "headmistress", "schoolmaster"), _SCHOOL),
    "matron": _CARE,
    **dict.fromkeys(("vicar", "verger", "sexton", "chaplain", "bishop", "archbishop", "rabbi", "imam"), _CHURCH),
    **dict.fromkeys(("mayor", "mayoress", "alderman", "councillor"), _PUBLIC),
    **dict.fromkeys(("judge", "magistrate", "coroner", "prosecutor", "sheriff", "bailiff"), _COURTS),
    **dict.fromkeys(("minister", "undersecretary", "under-secretary", "ambassador", "consul"), _STATE),
}


_OFFICES = frozenset(
    (
        "president;prime minister;deputy prime minister;premier;first minister;attorney general;"
        "solicitor general;senator;secretary of state;governor;lieutenant governor;congressman;"
        "congresswoman;representative;mayor;king;queen;prince;princess;emperor;pope;inspector;"
        "chief inspector;police inspector;chief superintendent;constable;detective;sergeant;lieutenant;"
        "colonel;general;admiral;judge;justice;sheriff;ambassador;secretary;speaker;cardinal;bishop;"
        "archbishop;district attorney;u.s. attorney;special agent;surgeon general;vice premier;minister;"
        "prosecutor"
    ).split(";")
)
_FIELDS = frozenset(
    (
        "foreign defense defence interior home treasury health education labor labour transport transportation energy "
        "agriculture commerce justice finance trade housing environment culture economy economic exterior"
    ).split()
)


def is_office(title: list[str]) -> bool:
    """Whether a title before a name ("President Tavares", "Foreign Secretary Hurd") is of a state and no firm's."""
    fielded = len(title) > 1 and title[-1] in ("minister", "secretary") and not _FIELDS.isdisjoint(title[:-1])
    return " ".join(title) in _OFFICES or fielded


_ACADEMIC = frozenset(("dean", "professor", "lecturer", "postdoc", "reader"))


def of_title(head: str) -> frozenset[str]:
    """The nouns of the bodies that have such a title; empty for titles that any body has."""
    return _KINDS.get(head, frozenset())


_LEARNED = frozenset("centre center department laboratory hospital cathedral foundation society".split())


def elsewhere(title: list[str], name: str) -> bool:
    """Whether a title is a scholar's ("Dean of Science") and the name that of no place of learning."""
    scholarly = bool(title) and not _ACADEMIC.isdisjoint((title[0], title[-1]))
    learned = _HIGHER | _LEARNED
    return scholarly and not is_one(name, learned)


def is_one(name: str, kind: frozenset[str]) -> bool:
    """Whether a name is one of such a body."""
    return not kind.isdisjoint(name.casefold().replace("’s", "").split())


def is_higher(name: str) -> bool:
    """Whether a name is a university's or a college's."""
    return is_one(name, _HIGHER)


def only_one(scene: Scene, kind: frozenset[str]) -> Referent | None:
    """The one body of the kind that the document names, or that publishes it."""
    names = {n.full for n in scene.page.names.values() if n.kind == "organization" and n.full and is_one(n.full, kind)}
    publisher = scene.page.source.publisher or ""
    if publisher and is_one(publisher, kind):
        names.add(publisher)
    return Referent(names.pop(), "organization", 0.6) if len(names) == 1 else None


def is_gathering(name: str) -> bool:
    """Whether a name is that of a congress or a meeting: it elects, but nobody works for it."""
    return name.casefold().split()[-1] in (
        "congress",
        "meeting",
        "assembly",
        "conference",
        "convention",
        "agm",
        "session",
    )

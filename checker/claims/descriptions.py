"""Definite phrases: which organization "the charity", "the cable maker", "the company", "the buyer" is."""

from __future__ import annotations

from checker.claims.atoms import Atom
from checker.claims.chunks import Phrase
from checker.claims.scene import Referent, Scene
from checker.packs.vocabulary import Vocabulary


def describes(head: Atom, words: Vocabulary) -> bool:
    """Whether a noun describes organizations: "the charity", "the builders"."""
    nouns = words.words["organization_descriptors"]
    if head.tag == "TITLE":
        return head.lower.split()[-1] in nouns
    return head.tag in ("NOUN", "ADJ") and (
        head.lower in nouns or (head.lower.endswith("s") and head.lower[:-1] in nouns)
    )


# what an organization is to another: never simply the one that is spoken of
_RELATIONAL = frozenset(
    (
        "buyer seller vendor rival competitor owner landlord tenant parent subsidiary investor lender regulator "
        "watchdog supplier customer client contractor distributor sponsor partner insurer bank union"
    ).split()
)
_GENERIC = frozenset(("company", "firm", "group", "business", "organisation", "organization", "startup", "start-up"))


def described(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
    """ "The charity", "the cable maker": the organization described so; "the company": the one being talked about."""
    head = phrase.head.lower
    modifiers = [
        atom.lower
        for atom in phrase.atoms[:-1]
        if atom.tag in ("NOUN", "ADJ") and atom.lemma != "based" and atom.lower not in scene.words.words["adjectives"]
    ]
    based = any(atom.lemma == "based" for atom in phrase.atoms)
    for modifier in modifiers:
        if f"{modifier} {head}" in scene.descriptions:
            return Referent(scene.descriptions[f"{modifier} {head}"], "organization", 0.85)
    if head in scene.descriptions and head not in _GENERIC:
        return Referent(scene.descriptions[head], "organization", 0.85)
    if based and not modifiers:
        return last_organization(scene, local)
    if modifiers and head not in _GENERIC:
        return None
    called = _called(head, scene)
    if called is not None:
        return called
    if (
        scene.headed is not None
        and scene.headed.name == scene.section
        and head not in _RELATIONAL
        and phrase.det == "the"
    ):
        return Referent(scene.section, "organization", 0.75)
    if phrase.head.lemma == "issuer" and scene.main:
        return Referent(scene.main, "organization", 0.75)
    last = last_organization(scene, local, head)
    if head in _GENERIC:
        return last
    return known(last.name, 0.65) if last is not None and last.name == scene.main and _fits(head, last.name) else None


def _called(head: str, scene: Scene) -> Referent | None:
    """ "The museum" is the organization with Museum in its name: the one named last, or the only one of the
    document."""
    for name in reversed(scene.organizations):
        if head in name.casefold().split():
            return Referent(name, "organization", 0.85)
    known = [
        n
        for n in scene.page.names.values()
        if n.kind == "organization" and n.full and head in n.full.casefold().split()
    ]
    best = max(known, key=lambda n: (n.count, -n.order), default=None)
    return Referent(best.full, "organization", 0.75) if best is not None else None


_INSTITUTIONS = frozenset(
    (
        "foundation museum university trust institute society association council charity college school "
        "hospital federation union ministry department authority library church club academy"
    ).split()
)


_CALLED_SO = frozenset("foundation ministry department council union federation".split())


def _fits(head: str, name: str) -> bool:
    """Whether "the company" can be said of a name: hardly of a foundation, a museum or a university; and
    "the foundation" only of what is called so."""
    if head in _CALLED_SO:
        return head in name.casefold().split()
    return (
        head not in ("company", "firm", "business", "startup", "start-up")
        or not set(name.casefold().split()) & _INSTITUTIONS
    )


def last_organization(scene: Scene, local: list[Phrase], head: str = "") -> Referent | None:
    for phrase in reversed(local):
        for member in (phrase, phrase.owner):
            if (
                member is not None
                and member.head.tag == "NAME"
                and member.head.name is not None
                and member.head.name.kind == "organization"
                and not phrase.prep
                and _fits(head, member.head.name.text)
            ):
                return Referent(member.head.name.full or member.head.name.text, "organization", 0.85)
    for name in (
        (scene.topic if scene.fresh else ""),
        scene.section,
        scene.main,
        scene.topic,
        *reversed(scene.organizations),
    ):
        if name and _fits(head, name):
            return known(name, 0.75)
    return None


def known(name: str, sure: float) -> Referent | None:
    return Referent(name, "organization", sure) if name else None

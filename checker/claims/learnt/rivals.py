"""The names that may be the subject of a value, and what speaks for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.claims.discourse.scene import Scene
from checker.claims.learnt.pointers import KINDS, Pointer, pointers
from checker.claims.learnt.view import View
from checker.claims.syntax.atoms import Atom

PLACED = frozenset(("title", "joined_on", "left_on", "reports_to", "direct_reports"))  # what one has at a workplace
WORKPLACE = "workplace"
_WORDS = {
    "person": frozenset("he she his her i my who they their".split()),
    "organization": frozenset("it its we our us they their company firm group there here".split()),
}
_TOLD = frozenset(
    "topic main section ours subject hero speaker last headed theirs employs talked-0 matter latest-0".split()
)
_STRONG = _TOLD | {"nearest", "owns it", "subject by name", "subject by pronoun", "subject by description"}


def workplaces(view: View, place: int, atom: Atom, person: str) -> dict[str, list[str]]:
    """The bodies at which ``person`` may have the value, with what speaks for each."""
    found = _found(view, place, atom, "organization")
    employer = view.sentence.scene.employers.get(person, "")
    if employer:
        found[employer].add("employs")
    return _told(view, found, "organization")


def rivals(view: View, place: int, atom: Atom, kind: str) -> dict[str, list[str]]:
    """Each name that may be meant, a ``kind``, with what speaks for it."""
    return _told(view, _found(view, place, atom, kind), kind)


def _found(view: View, place: int, atom: Atom, kind: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    own = (atom.name.full or atom.name.text) if atom.name is not None else ""
    inside = [pointer for pointer in pointers(view, kind) if pointer.name != own]
    nearest = min((abs(pointer.place - place) for pointer in inside), default=0)
    for order, pointer in enumerate(inside):
        found[pointer.name].update(_of_pointer(view, place, atom, pointer))
        if abs(pointer.place - place) == nearest:
            found[pointer.name].add("nearest")
        if order == 0:
            found[pointer.name].add("first")
    for name, trait in _known(view.sentence.scene, kind):
        if name and name != own:
            found[name].add(trait)
    return found


def _told(view: View, found: dict[str, set[str]], kind: str) -> dict[str, list[str]]:
    """What speaks for a name, and what does so together."""
    words = sorted(view.sentence.words & _WORDS.get(kind, frozenset()))
    inside = any("inside" in some for some in found.values())
    return {name: _joined(sorted(some), words, inside) for name, some in found.items()}


def _joined(some: list[str], words: list[str], inside: bool) -> list[str]:
    made = list(some)
    told = [trait for trait in some if trait in _TOLD]
    made += [f"{trait} & {word}" for trait in told for word in words]
    made += [f"{trait} & others" for trait in told if inside and "inside" not in some]
    strong = [trait for trait in some if trait in _STRONG]
    return made + [f"{one} & {other}" for k, one in enumerate(strong) for other in strong[k + 1 :]]


def _of_pointer(view: View, place: int, value: Atom, pointer: Pointer) -> Iterator[str]:
    how, phrase = pointer.how, pointer.phrase
    atom = view.sentence.atoms[pointer.place]
    clause, _ = view.part(value)
    theirs, part = view.part(atom)
    same = theirs is clause
    yield from ("inside", f"by {how}", f"{how} {pointer.detail}")
    yield from ("ahead" if pointer.place < place else "behind", f"far={min(6, abs(pointer.place - place) // 3)}")
    yield from (f"{part} by {how}", f"same={same}", f"{part} same={same}", f"prep={phrase.prep}")
    if same and clause is not None:
        yield f"{part} of {clause.lemma}, {clause.verb.passive}"
    other = view.phrases.get(id(value))
    if other is not None:
        if other is phrase or other.owner is phrase or pointer.of is other:
            yield "one phrase" if other is phrase else "owns it"
        if phrase in other.attached or other in phrase.attached:
            yield "attached"
        if phrase in (other.apposed_to, *other.appositions):
            yield "apposed"


def _known(scene: Scene, kind: str) -> Iterator[tuple[str, str]]:
    """Who is talked about where the sentence stands."""
    if kind == "organization":
        yield from (
            (scene.topic, "topic"), (scene.main, "main"), (scene.section, "section"), (scene.ours, "ours"),
            (scene.target, "sold"), (scene.round_company, "raiser"), (scene.introduced, "introduced"),
            (scene.alone, "alone"), (scene.employers.get(scene.speaker, ""), "theirs"), (scene.founded, "founded"),
            (scene.employers.get(scene.subject, ""), "subject's"),
        )  # fmt: skip
        yield from _latest(scene.organizations, "last")
    elif kind == "person":
        yield from (
            (scene.subject, "subject"), (scene.hero, "hero"), (scene.speaker, "speaker"),
            (scene.interviewee, "answering"), (scene.narrator, "narrator"),
        )  # fmt: skip
        yield from _latest(scene.people, "talked-")
    else:
        yield from ((scene.matter, "matter"), (scene.main, "main"))
        yield from _latest(scene.things, "latest-")
    for where, trait in ((scene.headed, "headed"), (scene.heading, "heading")):
        if where is not None and (where.kind == kind or (kind not in KINDS and where.kind not in KINDS)):
            yield where.name, trait


def _latest(names: list[str], trait: str) -> Iterator[tuple[str, str]]:
    for k, name in enumerate(names[:-4:-1]):
        yield name, f"{trait}{k or ''}" if trait == "last" else f"{trait}{k}"

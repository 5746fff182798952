"""What somebody founded, where it is called "the company" or "the firm": never the one they had just left, and the one
that bears their name where one does."""

from __future__ import annotations

from checker.claims.discourse import sorts
from checker.claims.discourse.scene import Referent, Scene
from checker.claims.syntax.chunks import Phrase


def founded(phrase: Phrase, founders: list[Referent], found: list[Referent], scene: Scene) -> list[Referent]:
    """What a phrase without a name means as the thing that ``founders`` founded; ``found`` is what it else means."""
    if phrase.of("NAME") or phrase.det != "the" or not founders:
        return found
    people = [person.name for person in founders]
    left = {body for person in people for body in scene.left.get(person, ())}
    if (own := _of_surname(people, phrase.head.lower, scene)) is not None:
        return [own]
    if not any(referent.name in left for referent in found):
        return found
    heading = scene.heading.name if scene.heading is not None and scene.heading.kind == "organization" else ""
    spoken_of = (name for name in (scene.main, scene.section, heading) if name and name not in left)
    meant = next(spoken_of, "")
    return [Referent(meant, "organization", 0.75)] if meant else []


def _of_surname(people: list[str], noun: str, scene: Scene) -> Referent | None:
    """ "Mary Lister founded the firm", and one body is called Lister Holt."""
    surnames = {person.casefold().split()[-1] for person in people if " " in person}
    bodies = {
        name.full
        for name in scene.page.names.values()
        if name.full and name.kind in ("organization", "") and not surnames.isdisjoint(name.full.casefold().split())
    }
    only = bodies.pop() if len(bodies) == 1 else ""
    return Referent(only, "organization", 0.8) if " " in only and sorts.fits(noun, only) else None

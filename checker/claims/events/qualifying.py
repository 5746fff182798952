"""What the key qualifiers of a claim are: said in the clause, else where the person works, or what is talked about."""

from __future__ import annotations

from checker.claims.careers.departures import place_left
from checker.claims.discourse.scene import Referent
from checker.claims.patterns import Binding
from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause


def qualifier(
    sentence: Sentence,
    slot: str,
    bindings: dict[str, Binding],
    referents: dict[str, list[Referent]],
    subject: Referent,
    event: str,
    clause: Clause,
) -> str | None:
    """The text of a key qualifier; "" where it may be missing, None where the claim cannot stand without it."""
    optional = slot.endswith("?")
    slot = slot.rstrip("?")
    if referents.get(slot):
        return referents[slot][0].name
    bound = bindings.get(slot)
    if (
        bound is not None
        and bound.atom is not None
        and bound.atom.mention is not None
        and bound.atom.mention.value is not None
    ):
        value = bound.atom.mention.value
        return value.edtf or value.text
    if optional and slot == "scope":
        return _counted(sentence, bindings)
    if optional:
        return ""
    scene = sentence.scene
    if slot == "organization" and event == "direct_reports" and "value" in bindings:
        said = [
            sentence.resolve(p, "organization") for p in bindings["value"].phrase.attached if p.prep in ("at", "of")
        ]
        if said and said[0] is not None:
            return said[0].name  # "eleven researchers at X report to her"
    if slot == "organization" and event == "reports_to" and clause.verb.tense == "past":
        last = scene.posts[-1] if scene.posts else None
        if last is not None and (last.person, last.status, last.passage) == (
            subject.name, "former", id(sentence.passage)
        ):  # fmt: skip
            return last.organization  # "I was deputy harbour master at X and I reported to A"
    if slot == "organization" and event in ("starting", "taking_office"):
        at = [sentence.resolve(p, "organization") for p in clause.phrases if p.prep in ("at", "with")]
        if (here := next((r for r in at if r is not None), None)) is not None:
            return here.name
        taken = [p for p in scene.posts[-4:] if p.person == subject.name and p.status != "former"]
        if taken:
            return taken[-1].organization  # "appointed A to be treasurer; he takes up his duties on 1 May"
    if slot == "organization" and event == "leaving":
        return place_left(sentence, clause, subject)
    if slot == "organization" and event == "leading_team" and (there := _there(sentence, clause)):
        return there
    if slot == "organization" and event == "leading_team" and _held_twice(sentence, subject):
        return None
    if slot == "organization" and event in ("leading_team", "coming"):
        return scene.employers.get(subject.name) or _held_here(sentence, subject) or scene.section or None
    if slot == "organization":
        own = scene.employers.get(scene.speaker, "") if scene.transcript else ""  # who speaks tells of their own
        near = scene.employers.get(subject.name) or _held_here(sentence, subject) or own or scene.section
        return near or (scene.main if not _buys(sentence) else "") or None
    if slot == "round":
        return scene.round or None
    return None


def _there(sentence: Sentence, clause: Clause) -> str:
    """ "She comes from X; there she ran the team": the one body named before, in the sentence or the last."""
    subject = clause.subject
    start = subject.atoms[0].first if subject is not None else clause.verb.atoms[0].first
    if sentence.passage.tokens[max(0, start - 1)].lower != "there":
        return ""
    before = {n.full or n.text for a, n in sentence.named("organization") if a.first < start}
    return before.pop() if len(before) == 1 else "" if before else sentence.scene.alone


def _buys(sentence: Sentence) -> bool:
    """Whether the text tells of how its main body buys another: whose people it then speaks of is open."""
    scene = sentence.scene
    return scene.main in [buyer for _, buyer in scene.sales] and scene.page.about.get("issuer") != scene.main


def _held_here(sentence: Sentence, person: Referent) -> str:
    """Where the person has the one post that this paragraph spoke of."""
    here = {
        p.organization
        for p in sentence.scene.posts[-8:]
        if p.person == person.name and p.passage == id(sentence.passage) and p.status != "former"
    }
    return here.pop() if len(here) == 1 else ""


def _held_twice(sentence: Sentence, person: Referent) -> bool:
    """Whether somebody has posts in several bodies."""
    held = (p.organization for p in sentence.scene.posts if p.person == person.name and p.status == "current")
    return len(set(held)) > 1


def _counted(sentence: Sentence, bindings: dict[str, Binding]) -> str:
    """What a value counts: "41,000 merchants"."""
    bound = bindings.get("value")
    if bound is None or bound.atom is None or bound.atom not in bound.phrase.atoms:
        return ""
    rest = [
        a for a in bound.phrase.atoms[bound.phrase.atoms.index(bound.atom) + 1 :] if a.tag in ("NOUN", "TITLE", "ADJ")
    ]
    return sentence.passage.text(rest[0].first, rest[-1].last) if rest else ""

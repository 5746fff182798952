"""Whom and what the slots of an event's pattern name: several where phrases are joined; again what was sold before."""

from __future__ import annotations

from collections.abc import Mapping

from checker.claims.discourse import ventures
from checker.claims.discourse.scene import Referent
from checker.claims.patterns import Binding
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.claims.things import own


def referents(
    sentence: Sentence, event: str, types: Mapping[str, str], bindings: dict[str, Binding], clause: Clause
) -> dict[str, list[Referent]]:
    """For each slot that was bound, what it names."""
    found = {slot: _referents(sentence, bound, types.get(slot, "thing"), clause) for slot, bound in bindings.items()}
    if event == "acquisition":
        _sold_again(sentence, bindings, found)
        if "target" in bindings and _minority(bindings["target"].phrase):
            found["target"] = []
    if event == "founding" and "organization" in bindings:
        phrase = bindings["organization"].phrase
        found["organization"] = ventures.founded(phrase, found.get("person", []), found["organization"], sentence.scene)
    if event == "founding" and clause.lemma == "launch":
        found["organization"] = [r for r in found.get("organization", []) if r.sure > 0.6]  # no product
    return found


def _referents(sentence: Sentence, bound: Binding, kind: str, clause: Clause) -> list[Referent]:
    """Whom or what the binding names: several where phrases are joined."""
    if kind in ("person", "organization"):
        if kind == "organization" and _of_a_thing(sentence, bound.phrase):
            return []
        if kind == "organization" and (whole := _whole_of(sentence, bound.phrase, clause)) is not None:
            return [whole]
        phrases = _named_members(bound.phrase) if kind == "person" else bound.phrase.heads()
        if len(phrases) == 1 and phrases[0].head.lower == "we" and kind == "person":
            return _both(sentence) if clause.lemma != "be" else []
        if len(phrases) == 1:
            return sentence.resolve_all(phrases[0], kind)
        found = [sentence.resolve(phrase, kind) for phrase in phrases]
        if kind == "person" and len(found) > 1 and bound.phrase.head.tag == "NAME":
            found = [
                r
                for r, p in zip(found, phrases, strict=True)
                if p.head.name is None or p.head.name.kind in ("person", "")
            ]
        return (
            _in_full([r for r in found if r is not None]) if kind == "person" else [r for r in found if r is not None]
        )
    if kind in ("product", "project", "event", "thing"):
        from checker.claims.things import thing

        found_thing = thing(sentence, bound.phrase, "" if kind == "thing" else kind)
        return [found_thing] if found_thing is not None else []
    found_own = own.own(sentence, bound.phrase, kind) if own.is_own(kind) else None
    return [found_own] if found_own is not None else []


def _both(sentence: Sentence) -> list[Referent]:
    """ "We both report to A": who speaks, and the other whom the sentences before named last."""
    scene = sentence.scene
    speaker = scene.speaker or scene.interviewee
    other = next((p for p in reversed(scene.people) if p not in (speaker, scene.host)), "")
    if "both" not in sentence.words or not speaker or not other:
        return []
    return [Referent(speaker, "person", 0.85), Referent(other, "person", 0.75)]


def _whole_of(sentence: Sentence, phrase: Phrase, clause: Clause) -> Referent | None:
    """ "Heads the Department of Glaciology at X": what a department is of."""
    words = phrase.head.lower.split()
    if phrase.head.tag != "NAME" or words[0] not in _DEPARTMENTS or words[1:2] not in (["of"], ["for"]):
        return None
    behind = next((p for p in (*phrase.attached, *clause.phrases) if p.prep in ("at", "of", "in")), None)
    found = sentence.resolve(behind, "organization") if behind is not None else None
    return found if found is not None and found.sure > 0.7 else None


_DEPARTMENTS = frozenset("department school faculty division section unit directorate office chair".split())


def _sold_again(sentence: Sentence, bindings: dict[str, Binding], found: dict[str, list[Referent]]) -> None:
    """ "Seven years later it passed to X": what was sold before is what is sold now. Nothing is sold to itself."""
    bound, scene = bindings.get("target"), sentence.scene
    told = {scene.target, *(buyer for target, buyer in scene.sales if target == scene.target)}
    another = scene.fresh and scene.topic not in told
    if bound is not None and bound.phrase.head.lower == "it" and scene.target and not scene.matter and not another:
        before = [a.name for p in sentence.before(bound.phrase) for a in p.atoms if a.name is not None]
        if any(name.kind == "organization" for name in before):
            return
        found["target"] = [Referent(scene.target, "organization", 0.75)]
    if bound is not None and bound.phrase.head.lower == "it" and not found["target"]:
        same = scene.founded and scene.founded == scene.matter
        found["target"] = [Referent(scene.founded, "organization", 0.7)] if same else []
    buyers = {r.name for r in found.get("buyer", [])}
    found["target"] = [r for r in found.get("target", []) if r.name not in buyers]


_FRACTIONS = frozenset("minority third quarter fifth tenth sixth eighth".split())


def _minority(phrase: Phrase) -> bool:
    """ "A 40% stake", "a third of X": less than what makes somebody the owner."""
    rates = [a.mention.value for a in phrase.atoms if a.tag == "PCT" and a.mention is not None]
    small = any(v is not None and v.high is not None and v.high < 50 for v in rates)
    return small or any(a.lower in _FRACTIONS for a in phrase.atoms if a.tag != "NAME")


def _named_members(phrase: Phrase) -> list[Phrase]:
    """Those joined, by their names where an apposition gives them: "two physicists, A and B"."""
    if phrase.head.tag != "NAME":
        apposed = next((p for p in phrase.appositions if p.head.tag == "NAME" and p.joined), None)
        if apposed is not None:
            return apposed.heads()
    return phrase.heads()


def _in_full(people: list[Referent]) -> list[Referent]:
    """ "Einar and Leif Torvik": the first has the surname of the second."""
    if len(people) < 2 or " " in people[0].name or " " not in people[-1].name or people[0].name in people[-1].name:
        return people
    first = people[0]
    return [Referent(f"{first.name} {people[-1].name.split(' ', 1)[1]}", first.kind, first.sure * 0.9), *people[1:]]


def _of_a_thing(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "it" is more likely the product or work that the sentence before was about than an organization."""
    scene = sentence.scene
    return phrase.head.tag == "PRON" and phrase.head.lower == "it" and bool(scene.matter) and not scene.fresh

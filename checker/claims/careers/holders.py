"""Whom a title in a phrase is said of: "chief executive A", "A, chief executive", "A (chair)", "Chair: A"."""

from __future__ import annotations

from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent, named
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Mark, Phrase


def holders(sentence: Sentence, phrase: Phrase, place: int) -> list[Referent]:
    """The people that the title at ``place`` of ``phrase`` is said of."""
    for atom in phrase.atoms[place + 1 :]:
        if atom.tag == "NAME":
            if not (
                named(atom, "person")
                and atom.name is not None
                and (atom.name.kind == "person" or len(atom.name.text.split()) > 1)
            ):
                return []
            first = [r for r in [sentence.resolve(phrase, "person")] if r is not None]
            mention = phrase.atoms[place].mention
            if mention is not None and mention.anchor == "plural":
                first += [r for r in (sentence.resolve(other, "person") for other in phrase.joined) if r is not None]
            return first
        if atom.tag == "TITLE":
            continue
    if (several := _labelling(sentence, phrase, place)) is not None:
        return several
    if _speaks(sentence, phrase):
        return []
    linked: list[Phrase] = [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]
    if not linked and phrase.joined_to is not None and phrase.joined_to.apposed_to is not None:
        linked = [phrase.joined_to.apposed_to]
    if not linked:
        linked = _next_title(sentence, phrase)
    for other in linked:
        names = [atom for atom in other.of("NAME") if named(atom, "person")]
        if names and other.object_of and (names[-1].name is None or not names[-1].name.kind):
            continue  # "who has led Brenner Glas, its chief executive": whoever that may be
        if names and other.head.tag in ("NAME", "TITLE"):
            found = sentence.resolve(other, "person")
            plural = phrase.atoms[place].mention is not None and phrase.atoms[place].mention.anchor == ("plural")  # type: ignore[union-attr]
            others = [sentence.resolve(more, "person") for more in other.joined] if plural else []
            if plural and not others and phrase.prep in ("for", "to", "by", "behalf", "with"):
                return []  # "Speaking for X's investors, A said": A is none of them
            return [r for r in [found, *others] if r is not None]
    holder = (
        _holder(sentence, phrase)
        or _in_role(sentence, phrase)
        or _introduced(sentence, phrase)
        or _labelled(sentence, phrase)
        or _one_of(sentence, phrase)
        or _acting_as(sentence, phrase)
        or _of_career(sentence, phrase)
    )
    return [holder] if holder is not None else []


def _speaks(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The Minister: Mrs A B was director of X.": who says the sentence, not what its subject is."""
    chunks = sentence.chunks
    mark = chunks[1] if len(chunks) > 3 and chunks[0] is phrase else None
    opened = isinstance(mark, Mark) and mark.tag == "COLON" and phrase.det in ("", "the")
    return opened and any(c.verb.form == "finite" and c.verb.start <= 4 and not c.relative for c in sentence.clauses)


def _in_role(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "Her current role, production manager, will be filled": whose role it is."""
    role = next((p for p in (phrase.apposed_to, *phrase.appositions) if p is not None and p.head.lower in _ROLES), None)
    if role is None or any(a.lower in ("new", "next", "old", "previous", "last", "former") for a in role.atoms):
        return None
    if role.owner is not None:
        return sentence.resolve(role.owner, "person")
    return pronoun(role.poss, "person", sentence.scene, sentence.before(role)) if role.poss in ("his", "her") else None


_ROLES = frozenset("role job post position title".split())


def _introduced(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "A B (no relation): audio director, X": a name before the colon, its title right behind."""
    chunks = sentence.chunks
    if len(chunks) < 3 or phrase.prep or chunks[2] is not phrase:
        return None
    first, mark = chunks[0], chunks[1]
    opened = isinstance(mark, Mark) and mark.tag in ("COLON", "DASH")
    if not opened or not isinstance(first, Phrase) or first.prep or not all(a.tag == "NAME" for a in first.atoms):
        return None
    ended = len(chunks) == 3 or (isinstance(chunks[3], Mark) and chunks[3].tag in _CLOSING) or bool(phrase.attached)
    return sentence.resolve(first, "person") if ended and named(first.head, "person") else None


def _acting_as(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "At X, as deputy chief, she redrew the map", "who as director will have to": the subject that follows, or the
    pronoun before."""
    chunks, i = sentence.chunks, phrase.start
    if phrase.prep != "as" or not 0 < i < len(chunks) or chunks[i] is not phrase:
        return None
    before = chunks[i - 1]
    after_mark = isinstance(before, Mark) and before.tag in ("COMMA", "REL")
    if not after_mark:
        return None
    for clause in sentence.clauses:
        subject = clause.subject
        near = clause.verb.start - i <= 4 and clause.verb.start > i and clause.verb.form == "finite"
        if near and subject is not None and subject.head.tag in ("NAME", "PRON"):
            return sentence.resolve(subject, "person")
    return None


def _one_of(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "A, one of the partners at X"."""
    if phrase.prep != "of" or not 0 < phrase.start < len(sentence.chunks):
        return None
    one = sentence.chunks[phrase.start - 1]
    if not isinstance(one, Phrase) or one.head.lower != "one":
        return None
    linked = [one.apposed_to, *one.appositions]
    whom = next((p for p in linked if p is not None and p.head.tag == "NAME" and named(p.head, "person")), None)
    return sentence.resolve(whom, "person") if whom is not None else None


def _of_career(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "A's career: clerk at X (1981-85), manager at Y": the titles behind the colon are those of A."""
    chunks = sentence.chunks
    if len(chunks) < 3 or phrase.prep or phrase not in chunks:
        return None
    first, colon = chunks[0], chunks[1]
    if not (isinstance(first, Phrase) and isinstance(colon, Mark) and colon.tag == "COLON"):
        return None
    if first.head.lower not in ("career", "cv", "posts", "positions", "appointments", "jobs", "résumé", "résume"):
        return None
    if first.owner is not None:
        return sentence.resolve(first.owner, "person")
    return pronoun(first.poss, "person", sentence.scene, []) if first.poss in ("his", "her") else None


def _labelled(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "Publisher: A B." and "Publisher: A B; editor: C D": a title as the label of a name that stands alone."""
    chunks, i = sentence.chunks, phrase.start
    if i + 2 >= len(chunks) or chunks[i] is not phrase or phrase.prep or phrase.det not in ("", "the", "a"):
        return None
    mark, named_one = chunks[i + 1], chunks[i + 2]
    opened = i == 0 or (isinstance(chunks[i - 1], Mark) and chunks[i - 1].tag in ("SEMI", "STOP", "COMMA", "DASH"))  # type: ignore[union-attr]
    opened = opened or (phrase.det == "a" and any(a.lower == "new" for a in phrase.atoms))  # "X has a new chair: A B"
    closed = i + 3 >= len(chunks) or (isinstance(chunks[i + 3], Mark) and chunks[i + 3].tag in _CLOSING)  # type: ignore[union-attr]
    if (
        not (opened and closed and isinstance(mark, Mark) and mark.tag in ("COLON", "DASH"))
        or not isinstance(named_one, Phrase)
        or named_one.prep
        or not all(a.tag == "NAME" for a in named_one.atoms)
        or len((named_one.head.name.text if named_one.head.name is not None else "").split()) < 2
    ):
        return None
    return sentence.resolve(named_one, "person") if named(named_one.head, "person") else None


def _labelling(sentence: Sentence, phrase: Phrase, place: int) -> list[Referent] | None:
    """ "Night assistants: A B, C D": a title of several, and who they are."""
    chunks, i, mention = sentence.chunks, phrase.start, phrase.atoms[place].mention
    if mention is None or mention.anchor != "plural" or i or len(chunks) < 3 or chunks[0] is not phrase:
        return None
    if not (isinstance(mark := chunks[1], Mark) and mark.tag == "COLON"):
        return None
    rest = [c for c in chunks[2:] if isinstance(c, Phrase)]
    if not rest or not all(len(c.atoms) == 1 and named(c.head, "person") and not c.prep for c in rest):
        return None
    return [r for r in (sentence.resolve(c, "person") for c in rest) if r is not None]


_CLOSING = frozenset(("STOP", "SEMI", "COMMA", "DASH"))


def _next_title(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "founder and chief executive X": the phrase after the conjunction, if a title opens it and a person closes
    it."""
    following = (
        sentence.chunks[phrase.start + 1 : phrase.start + 3]
        if phrase.start < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase
        else []
    )
    if (
        len(following) == 2
        and isinstance(following[0], Mark)
        and following[0].tag == "CONJ"
        and isinstance(following[1], Phrase)
    ):
        second = following[1]
        if second.atoms[0].tag == "TITLE" and not second.prep:
            if second.head.tag == "NAME":
                return [second]
            return [*second.appositions, *([second.apposed_to] if second.apposed_to is not None else [])]
    return []


def _holder(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """For a title in a parenthesis: "A (chair)", the person before it."""
    for item in sentence.chunks:
        if isinstance(item, Phrase) and item.prep not in ("at", "for", "in"):
            for inner in item.parens:
                if phrase in inner and not any(
                    isinstance(c, Phrase)
                    and c.head.tag == "NAME"
                    and c.head.name is not None
                    and c.head.name.kind == "person"
                    for c in inner
                ):
                    names = [atom for atom in item.of("NAME") if named(atom, "person")]
                    return sentence.resolve(item, "person") if names else None
    return None

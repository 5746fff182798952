"""Questions and what answers them: "Who started it? A and B.", "When did the wing open? | April 2025".

A question is turned into the statement that it asks for; its gap is filled from the first words of the answer.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase, VerbGroup, chunk
from checker.claims.syntax.clauses import Clause, analyse, tell_participles
from checker.claims.syntax.groups import group
from checker.packs.vocabulary import Vocabulary

_WORDS = frozenset(("who", "when", "where", "what", "how"))


class Question(Struct):
    """What is asked: the word, and the clause with its gap."""

    word: str
    clause: Clause


def ask(sentence: Sentence) -> Question | None:
    """The question that a sentence puts, if it is one that a name, a date or an amount answers."""
    if sentence.passage.tokens[sentence.last - 1].text != "?":
        return None
    atoms = [a for a in sentence.atoms if a.tag not in ("STOP", "QUOTE")]
    start = next((i for i, a in enumerate(atoms[:3]) if a.lower in _WORDS), None)
    if start is None or start + 2 > len(atoms):
        return None
    word, rest = atoms[start].lower, atoms[start + 1 :]
    if word == "how" and rest and rest[0].lower in ("much", "many"):
        word, rest = f"how {rest[0].lower}", rest[1:]
    stated = _stated(rest, sentence.scene.words)
    chunks = chunk(stated)
    tell_participles(chunks)
    group(chunks, sentence.scene.words)
    clauses = analyse(chunks)
    return Question(word, clauses[0]) if clauses else None


def _stated(atoms: list[Atom], words: Vocabulary) -> list[Atom]:
    """The words of a question in the order of a statement: "did the wing open" is "the wing opened"."""
    if not atoms or not (
        (atoms[0].tag == "VERB" and atoms[0].lemma in ("do", "be", "have")) or atoms[0].tag == "MODAL"
    ):
        return atoms
    auxiliary, rest = atoms[0], atoms[1:]
    end = _after_subject(rest, words)
    if auxiliary.lemma == "do":
        verb = next((i for i in range(end, len(rest)) if rest[i].lower in words.verbs), None)
        if verb is None:
            return rest
        form = words.verbs[rest[verb].lower]
        rest = [*rest]
        rest[verb] = replace(rest[verb], tag="VERB", lemma=form.lemma, tenses=frozenset(("past",)), mention=None)
        return rest
    return [*rest[:end], auxiliary, *rest[end:]]


def _after_subject(atoms: list[Atom], words: Vocabulary) -> int:
    """Where the subject of a question ends: before the verb."""
    for i, atom in enumerate(atoms):
        if i and (
            atom.tag in ("VERB", "PREP", "ADV")
            or (atom.tag in ("NOUN", "TITLE") and atom.lower in words.verbs and i == len(atoms) - 1)
        ):
            return i
        if atom.tag == "PRON":
            return i + 1
    return len(atoms)


def _by_who_answers(clause: Clause) -> Clause:
    """ "When did you take up your post?", as who answers would say it: "I took up my post"."""
    objects = [replace(p, poss="my") if p.poss == "your" else p for p in clause.objects]
    subject = clause.subject
    if subject is not None and subject.head.lower == "you" and len(subject.atoms) == 1:
        subject = replace(subject, atoms=[replace(subject.head, lower="i")])
        subject.head = subject.atoms[0]
    return replace(clause, subject=subject, objects=objects)


def answer(question: Question, sentence: Sentence) -> Clause | None:
    """The question's clause with its gap filled from the sentence's first phrases; None where they do not answer it."""
    phrases = [c for c in sentence.chunks[:4] if isinstance(c, Phrase)]
    if not phrases or any(isinstance(c, VerbGroup) and c.form == "finite" for c in sentence.chunks[:2]):
        return None
    first, clause = phrases[0], _by_who_answers(question.clause)
    if question.word == "who" and clause.subject is None and first.head.tag in ("NAME", "TITLE"):
        return replace(clause, subject=first, relative=False)
    if question.word == "when":
        dates = [p for p in phrases if any(a.tag == "DATE" for a in p.atoms)]
        beside = [p for p in phrases if p.prep in ("by", "for", "to", "from") and p not in dates]  # "In 1926, by A."
        return replace(clause, dates=dates, phrases=[*clause.phrases, *beside]) if dates else None
    if question.word in ("what", "how much"):
        sums = [p for p in phrases if any(a.tag == "MONEY" for a in p.atoms)]
        return (
            replace(clause, objects=[*clause.objects, sums[0]])
            if sums and clause.lemma in ("cost", "pay", "be")
            else None
        )
    if question.word == "where":
        places = [p for p in phrases if p.prep in ("in", "at") or p.head.tag == "NAME"]
        return (
            replace(clause, phrases=[*clause.phrases, replace(places[0], prep=places[0].prep or "in")])
            if places
            else None
        )
    return None

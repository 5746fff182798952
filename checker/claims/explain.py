"""Why a source says what it says, sentence by sentence: mentions, structure, claims, and what was refused."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.draft import Draft
from checker.claims.extract import prose_drafts, structured_drafts
from checker.claims.learnt.reasons import reasons
from checker.claims.learnt.values import RULE
from checker.claims.reading import Reading
from checker.claims.refused import candidates, refusals
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.model import Lines
from checker.passages import Page

Read = tuple[Sentence, list[Draft]]


def explain(page: Page, reading: Reading) -> str:
    """The whole of one source as text, a paragraph a sentence; parts that are tables or records come first."""
    lines = Lines(page.source.raw)
    made = [f"{page.source.path}"]
    structured = structured_drafts(page, reading)
    if structured:
        made += ["", "tables, records and lists", *(f"  claim: {_said(d)}" for d in structured)]
    found: list[tuple[Sentence, list[str]]] = []
    prose_drafts(page, reading, lambda sentence, drafts: found.append((sentence, list(_of(sentence, drafts, reading)))))
    for sentence, told in found:
        line, column = lines.place(sentence.passage.block.origin(sentence.passage.tokens[sentence.first].start))
        made += ["", f"{line}:{column}  {' '.join(sentence.passage.text(sentence.first, sentence.last).split())}"]
        made += [f"  {word}" for word in told]
    return "\n".join(made) + "\n"


def sentences(page: Page, reading: Reading) -> list[Read]:
    """Each sentence of the prose with its structure and what it claims, in the order of the document."""
    found: list[Read] = []
    prose_drafts(page, reading, lambda sentence, drafts: found.append((sentence, drafts)))
    return found


def unread(page: Page, reading: Reading) -> tuple[int, int]:
    """(sentences, those with a date, an amount, a title or a verb of a pattern that claim nothing)."""
    found = sentences(page, reading)
    return len(found), sum(not drafts and bool(candidates(sentence, reading)) for sentence, drafts in found)


def _of(sentence: Sentence, drafts: list[Draft], reading: Reading) -> Iterator[str]:
    mentions = [
        _mention(sentence, atom.first, atom.last, atom.tag) for atom in sentence.atoms if atom.mention is not None
    ]
    if mentions:
        yield f"mentions: {'; '.join(mentions)}"
    for clause in sentence.clauses:
        yield f"clause: {_clause(sentence, clause)}"
    for draft in drafts:
        yield f"claim: {_said(draft)}"
        if draft.rule.startswith(RULE) and reading.learner is not None:
            patterns = [other for other in drafts if not other.rule.startswith(RULE)]
            yield f"  by weights: {reasons(sentence, draft, patterns, reading.learner)}"
    if not drafts:
        for reason in refusals(sentence, reading):
            yield f"no claim: {reason}"


def _mention(sentence: Sentence, first: int, last: int, tag: str) -> str:
    atom = next(a for a in sentence.atoms if a.first == first)
    name, value = atom.name, atom.mention.value if atom.mention is not None else None
    about = ""
    if name is not None:
        longer = f", short for {name.full}" if name.full not in ("", name.text) else ""
        about = f" ({name.kind or 'kind unknown'}{longer})"
    elif value is not None and value.edtf:
        about = f" ({value.edtf})"
    return f"{tag.lower()} {sentence.passage.text(first, last)}{about}"


def _clause(sentence: Sentence, clause: Clause) -> str:
    verb = clause.verb
    marks = [verb.form, verb.tense, verb.modal, "passive" * verb.passive, "negated" * verb.negated, clause.subjunct]
    parts = [f"{clause.lemma} [{', '.join(dict.fromkeys(m for m in marks if m))}]"]
    if clause.subject is not None:
        parts.append(f"subject {_phrase(sentence, clause.subject)}")
    parts += [f"object {_phrase(sentence, p)}" for p in clause.objects]
    parts += [f"{p.prep or 'phrase'} {_phrase(sentence, p)}" for p in clause.phrases]
    parts += [f"date {_phrase(sentence, p)}" for p in clause.dates if p not in clause.phrases]
    said = sentence.modality(clause)
    return "; ".join(parts) + f" -> {said or 'claims nothing'}"


def _phrase(sentence: Sentence, phrase: Phrase) -> str:
    words = sentence.passage.text(phrase.atoms[0].first, phrase.atoms[-1].last)
    owner = f"{phrase.poss} " if phrase.poss else f"{_phrase(sentence, phrase.owner)}'s " if phrase.owner else ""
    joined = "".join(f" + {_phrase(sentence, other)}" for other in phrase.joined)
    return f'"{owner}{words}"' + joined


def _said(draft: Draft) -> str:
    kept = "".join(f", {key} {text}" for key, text in sorted(draft.qualifiers.items()) if text)
    sure = "" if draft.confidence >= 1 else f", confidence {draft.confidence:.2f}"
    return f"{draft.subject}: {draft.attribute} = {draft.value.text}{kept} [{draft.modality}{sure}] by {draft.rule}"

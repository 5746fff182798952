"""The main clause after a relative clause or apposition: who goes on behind the comma."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import is_mark, root_of


def resumed_subject(chunks: list[Chunk], place: int, earlier: list[Clause], quotes: list[int]) -> Phrase | None:
    """After a relative clause or apposition closed by a comma: the phrase that it was about."""
    for clause in reversed(earlier):
        if (
            clause.quoted == quotes[place]
            and (clause.relative or clause.verb.form in ("participle", "ing"))
            and clause.subject is not None
            and not any(
                c.subject is clause.subject and c.verb.form == "finite" and not c.relative and c is not clause
                for c in earlier
            )
        ):
            root = _outer(chunks, root_of(clause.antecedent or clause.subject), earlier)
            while (
                root.prep
                and root.start > 0
                and isinstance(chunks[root.start - 1], Phrase)
                and root in chunks[root.start - 1].attached  # type: ignore[union-attr]
            ):
                root = root_of(chunks[root.start - 1])  # type: ignore[arg-type]
            return root
    return None


def _outer(chunks: list[Chunk], root: Phrase, earlier: list[Clause]) -> Phrase:
    """What a relative clause around ``root`` was about: of "A, who gave X its hall, opened in 2018, left" it is A."""
    host = next((c for c in reversed(earlier) if c.verb.start < root.start), None)
    if host is None or not host.relative or host.subject is None or host.subject is root:
        return root
    between = chunks[host.verb.start : root.start]
    return root if any(isinstance(c, Mark) and c.tag == "COMMA" for c in between) else root_of(host.subject)


def object_of_relative(chunks: list[Chunk], phrase: Phrase, place: int, earlier: list[Clause]) -> bool:
    """ "A, which bought in 2024 the operator of B, C, for €3m, said": what the relative clause's verb has, though its
    date stands between; a comma closes the clause before the verb at ``place``."""
    verb = next((c for c in reversed(earlier) if c.verb.start < phrase.start), None)
    if verb is None or not verb.relative or verb.subject is phrase or not is_mark(chunks[place - 1], "COMMA"):
        return False
    between = chunks[verb.verb.start + 1 : phrase.start]
    return bool(between) and all(isinstance(item, Phrase) and bool(item.prep) for item in between)

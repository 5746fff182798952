"""What kind of thing a name names, decided from all of its contexts in the document together, with the reasons kept."""

from __future__ import annotations

from collections import defaultdict

from checker.mentions import context, folding, forms, sections, structure
from checker.mentions.evidence import Evidence, fresh
from checker.mentions.structure import Layout
from checker.mentions.weights import BESIDE, BRAND, SHARED_FIRST, SHARED_SURNAME, VERSIONS
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Name, Passage
from checker.values.person import without_letters


def decide(
    passages: list[Passage], found: list[tuple[Passage, Mention]], layout: Layout, words: Vocabulary
) -> dict[str, Name]:
    """The names of the document by key; short forms share the votes of the one long form they stand for."""
    evidence = fresh(_collect(found))
    forms.read(evidence, words)
    context.read(passages, evidence, words)
    sections.read(passages, evidence, words)
    structure.read(passages, layout, evidence)
    evidence.settle()
    _lend(passages, layout, evidence, words)
    folding.fold(evidence, words)
    folding.agree(evidence)
    return evidence.names


def _collect(found: list[tuple[Passage, Mention]]) -> dict[str, Name]:
    names: dict[str, Name] = {}
    for order, (passage, mention) in enumerate(_titles_last(found)):
        text = without_letters(passage.text(mention.first, mention.last))
        name = names.setdefault(mention.key, Name(text, "", "", order=order, votes={}, reasons=[]))
        name.count += 1
        if name.text.isupper() and len(name.text) > 5 and not text.isupper():
            name.text = text
    return names


def _titles_last(found: list[tuple[Passage, Mention]]) -> list[tuple[Passage, Mention]]:
    """A title's single words behind the text's names: it says "Greystone buys", whom only the text calls in full."""

    def in_title(pair: tuple[Passage, Mention]) -> bool:
        passage, mention = pair
        return passage.block.kind == "heading" and passage.block.level <= 1 and mention.last - mention.first == 1

    return sorted(found, key=in_title)


def _lend(passages: list[Passage], layout: Layout, evidence: Evidence, words: Vocabulary) -> None:
    """Votes that names get from other names: in one column, in one list, with the same surname or first word."""
    structure.share(passages, layout, evidence)
    _share_lists(evidence)
    _share_words(evidence, words)
    evidence.settle()


def _share_lists(evidence: Evidence) -> None:
    """Names joined by "and" are mostly of one kind."""
    for first, second in sorted(set(evidence.beside)):
        for giver, taker in ((first, second), (second, first)):
            name = evidence.names[giver]
            if giver != taker and name.kind:
                evidence.lend(taker, name.kind, BESIDE * min(2.0, name.votes[name.kind]), f"beside {name.text}")


def _share_words(evidence: Evidence, words: Vocabulary) -> None:
    """A known person's surname makes a person of "Hana Vlašić"; a known body's first word a body of "Orsina Stella"."""
    people: dict[str, str] = {}
    bodies: dict[str, str] = defaultdict(str)
    for key, name in evidence.names.items():
        parts = key.split()
        if name.kind == "person" and len(parts) > 1 and name.votes["person"] >= 2:
            people.setdefault(parts[-1], key)
        elif name.kind == "organization" and name.votes["organization"] >= 2:
            bodies[parts[0]] = key
    for key, name in evidence.names.items():
        parts = key.split()
        base = " ".join(parts[:-1])
        if base in evidence.names and parts[-1].replace(".", "").isdigit():
            evidence.lend(base, "product", VERSIONS, f"has a version {parts[-1]}")
        if len(parts) > 1 and people.get(parts[-1], key) != key and len(parts) < 4:
            evidence.lend(key, "person", SHARED_SURNAME, f"shares {parts[-1]}")
        if len(parts) > 1 and bodies.get(parts[0], key) != key and parts[0] not in words.words["first_names"]:
            body = any(
                parts[-1].strip(".") in words.words[group]
                for group in ("organization_nouns", "trade_nouns", "legal_forms", "countries", "places", "another_body")
            )
            earlier = evidence.names.get(parts[0])
            plain = (
                len(parts) == 2
                and parts[1] in words.words["common"]
                and not body
                and earlier is not None
                and earlier.order < name.order
            )
            evidence.lend(
                key, "product" if plain else "organization", BRAND if plain else SHARED_FIRST, f"shares {parts[0]}"
            )

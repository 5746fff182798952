"""The nouns that products, projects and events go by."""

from __future__ import annotations

from functools import cache

from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.packs.vocabulary import Lists, vocabulary

KINDS = ("product", "project", "event")


PARTS = frozenset("extension wing phase spur expansion annex annexe branch section line stage".split())


PASSES = frozenset(
    (
        "ticket tickets admission entry subscription subscriptions copies copy membership entrance pass passes "
        "registration licence license fee fees"
    ).split()
)


@cache
def noun_lists() -> Lists:
    return vocabulary().words


def is_noun(word: str) -> bool:
    """Whether a noun is one of products, projects or events."""
    lists = noun_lists()
    return any(word in lists[f"{kind}_nouns"] for kind in KINDS)


def own_words(phrase: Phrase) -> list[Atom]:
    """What tells this one from others: "the *second* plant"."""
    return [a for a in phrase.atoms[:-1] if a.lower not in ("new", "whole", "finished", "entire", "completed")]

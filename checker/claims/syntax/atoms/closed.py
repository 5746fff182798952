"""Words of closed classes: pronouns, determiners, conjunctions, prepositions."""

from __future__ import annotations

from checker.packs.vocabulary import Vocabulary


def closed_class(lower: str, words: Vocabulary) -> str | None:
    lists = words.words
    if lower in ("who", "which", "whom", "whose", "that", "where"):
        return "REL"
    if lower in ("not", "never", "n't", "cannot"):
        return "NEG"
    if lower in ("his", "her", "its", "their", "our", "my", "your"):
        return "POSS"
    if lower in lists["modals"]:
        return "MODAL"
    if lower == "aged":
        return "PREP"
    if lower in ("then", "late", "former"):
        return "ADJ"
    if lower in ("to", "worth"):
        return "PREP"
    if lower in lists["pronouns"]:
        return "PRON"
    if lower in ("and", "or", "but", "nor", "&"):
        return "CONJ"
    if lower in ("after", "before", "since", "until", "as", "than", "till"):
        return "PREP"
    if lower in lists["determiners"] and lower not in ("most", "more", "all"):
        return "DET"
    if lower in lists["subordinators"]:
        return "SUB"
    if lower in lists["prepositions"]:
        return "PREP"
    return "ADV" if lower in lists["adverbs"] else None

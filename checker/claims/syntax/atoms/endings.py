"""What a word's ending says of it."""

from __future__ import annotations

from checker.packs.vocabulary import Vocabulary


def base_form(lower: str, words: Vocabulary) -> str:
    """The verb that a form in "ed" is of: "seconded" of "second", "surfaced" of "surface"."""
    common = words.words["common"]
    return lower[:-1] if lower[:-1] in common and lower[:-2] not in common else lower[:-2]


_ABLE_NOUNS = frozenset(
    "turntable timetable vegetable constable cable stable syllable parable fable gable bible collectible".split()
)


_LY_NOUNS = frozenset(
    (
        "tally ally bully gully holly filly panoply family assembly supply monopoly anomaly butterfly dragonfly reply "
        "rally folly belly jelly lily homily"
    ).split()
)


def by_ending(lower: str) -> str:
    if not lower[0].isalpha():
        return "QTY" if lower[0].isdigit() else "MARK"
    if lower in _ABLE_NOUNS:
        return "NOUN"
    if lower.endswith("ly") and len(lower) > 4 and lower not in _LY_NOUNS:
        return "ADV"
    if (
        lower.endswith(
            (
                "ous",
                "ful",
                "ive",
                "able",
                "ible",
                "ical",
                "less",
                "-based",
                "-born",
                "-old",
                "-year",
                "-led",
                "-backed",
                "-listed",
                "-owned",
                "-strong",
                "ish",
            )
        )
        and len(lower) > 4
    ):
        return "ADJ"
    return "NOUN"

"""How names are written: capitals, the small words inside them, and the key that a name is looked up by."""

from __future__ import annotations

from checker.passages import Token

INNER = frozenset(
    (
        "of",
        "for",
        "and",
        "&",
        "the",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "bint",
        "y",
        "e",
        "zu",
        "af",
        "av",
        "des",
        "et",
        "und",
        "och",
        "og",
        "ap",
        "ab",
        "ferch",
        "í",
        "á",
        "à",
        "uí",
        "abu",
        "ben",
        "vom",
        "zum",
        "zur",
        "am",
        "im",
        "aan",
        "op",
        "dei",
        "degli",
        "delle",
        "sul",
        "las",
        "los",
        "aux",
        "na",
        "nad",
    )
)


OF_HEADS = frozenset(
    "university college school institute academy ministry department bank museum office bureau council court "
    "chamber federation association society union institution hospital church port city friends commission "
    "committee agency "
    "authority bank order guild league foundation centre center faculty confederation register registry "
    "archdiocese diocese "
    "duchy republic state states kingdom isle bay gulf cape sons daughters knights journal review school polytechnic "
    "festival feast forum congress parade temple shrine basilica monastery battle treaty festivals "
    "opera orchestra theatre philharmonic ballet choir inspectorate "
    "vale court palace tribunal academy observatory conservatory seminary abbey".split()
)


def capital(token: Token) -> bool:
    """Whether the word is written as names are: Salitre, IBM, xAI, eBay, O'Brien."""
    text = token.text
    return (
        text[0].isupper()
        or (
            text[0].isalpha()
            and len(text) > 1
            and any(c.isupper() for c in text[1:3])
            and text.isalnum()
            and not text.isupper()
        )
        or _prefixed(text)
    )


def _prefixed(text: str) -> bool:
    """ "al-Sulaiti", "d'Aosta": a small article or preposition that belongs to a surname."""
    for prefix in _PREFIXES:
        if text.startswith(prefix):
            return text[len(prefix) : len(prefix) + 1].isupper()
    return False


_PREFIXES = ("al-", "el-", "ad-", "as-", "at-", "an-", "ar-", "az-", "ash-", "d'", "d’", "dell'", "dell’")

"""What keeps a bare month, weekday, year or season in running prose from being read where none is meant.

A year of four digits is one of four things besides: a count, a price, a model or a street number. It is read as a year
only when the words around it say so: a preposition of time before it, brackets around it, a month beside it, an article
before and no counted noun behind; never behind a currency sign, a capitalised name or before a unit.
"""

from __future__ import annotations

import re

from checker.values.dates.lexicon import DOUBTFUL
from checker.values.dates.moment import Moment

REACH = 40  # characters looked at on either side
_LEAD = re.compile(r"(?:^|[^A-Za-z0-9'’-])([A-Za-z]+(?:-[a-z]+)?)[\s]+$")
_TIMES = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "before",
        "after",
        "during",
        "of",
        "around",
        "circa",
        "about",
        "early",
        "late",
        "mid",
        "through",
        "throughout",
        "between",
        "to",
        "for",
        "and",
        "or",
        "year",
        "years",
        "fiscal",
        "back",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "than",
        "under",
        "over",
        "through",
        "to",
        "christmas",
    ]
)
_STRICT = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "through",
        "throughout",
        "around",
        "circa",
        "early",
        "late",
        "mid",
        "before",
        "after",
        "year",
        "fiscal",
        "from",
    ]
)
_FOLLOW = re.compile(r"[\s-]*([A-Za-z]+)")
_COUNTED = re.compile(
    r"[a-z]+(?:s|people|men|women|children|staff|sq|km|kg|m|percent|pc|metre|mile|euro|dollar|pound|hectare|million|billion|thousand|bn|mn|rpm|mah|kwh|mw|gb|mb|hp|cc)$"
)
_PLURAL_YEARS = frozenset(
    [
        "games",
        "olympics",
        "elections",
        "results",
        "accounts",
        "finals",
        "playoffs",
        "figures",
        "sales",
        "revenues",
        "profits",
        "earnings",
        "deals",
        "talks",
        "riots",
        "protests",
        "awards",
        "primaries",
        "championships",
        "midterms",
        "annals",
        "was",
        "is",
        "has",
        "does",
        "series",
    ]
)
_NOUN = re.compile(r"[A-Z][A-Za-z'’&-]*\s+$")
_NOT_NAMES = frozenset(
    [
        "In",
        "Since",
        "Until",
        "Till",
        "By",
        "From",
        "Before",
        "After",
        "During",
        "Of",
        "Around",
        "Circa",
        "About",
        "Early",
        "Late",
        "Mid",
        "Through",
        "Throughout",
        "Between",
        "To",
        "For",
        "And",
        "Or",
        "Year",
        "The",
        "Its",
        "A",
        "An",
        "His",
        "Her",
        "Their",
        "Our",
        "My",
        "Founded",
        "Established",
        "Born",
        "Died",
        "Opened",
        "Launched",
        "Spring",
        "Summer",
        "Autumn",
        "Fall",
        "Winter",
        "On",
        "At",
        "Back",
        "Christmas",
    ]
)
_NAMED_DAYS = re.compile(
    r"(?:Black|Cyber|Good|Ash|Bloody|Sheffield|Super|Holy|Easter|Palm|Giving|Fat|Shrove|Maundy|Casual|Ruby|Taco|Blue|Joe|Tuesday|Freaky)\s+$"
)
_NAMED_AFTER = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Post|Inc|Ltd|Harbor|Night\sFootball|Review|Club|Books|Island)\b|\.[a-z]{2,}|['’]s\sCEO|\s(?:Labs|Software|Group|Corp)\b"
)
_HOLIDAY_LEADS = frozenset(
    [
        "on",
        "by",
        "since",
        "until",
        "before",
        "after",
        "at",
        "this",
        "last",
        "next",
        "for",
        "over",
        "of",
        "during",
        "and",
        "from",
        "every",
    ]
)
_MONTH_LEADS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "during",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "through",
        "before",
        "after",
        "of",
        "by",
        "from",
        "around",
        "between",
        "and",
        "to",
        "for",
        "or",
        "beginning",
        "end",
        "start",
        "every",
        "each",
    ]
)
_SURE_LEADS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "during",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "through",
        "before",
        "after",
        "between",
        "of",
    ]
)
_NAME_AFTER = re.compile(r"\s+(?!(?:The|He|She|It|But|And|In|On|At|We|They|I)\b)[A-Z][a-z]+")
_VERB_AFTER = re.compile(r"\s+(?:said|says|was|is|has|had|told|who|joined|and\s[A-Z]|became|left|founded)\b")


def stands(text: str, start: int, end: int, at: Moment) -> bool:
    """Whether a weak moment at ``start:end`` is a date, by its surroundings."""
    if not at.weak:
        return True
    word = text[start:end]
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if at.weak == "holiday":
        return _lead(before) in _HOLIDAY_LEADS
    if at.weak == "year":
        return _year(before, after)
    if at.weak == "month":
        return _month(before, after, word)
    if at.weak == "weekday":
        return not _NAMED_DAYS.search(before) and not _NAMED_AFTER.match(after)
    if at.weak == "season":
        return (
            _lead(before)
            in {"in", "the", "this", "last", "next", "by", "since", "until", "during", "early", "late", "mid", "of"}
            and word[0].islower() is True
            and (
                _lead(before) != "the"
                or bool(re.search(r"(?:in|by|since|until|during|of|for|from|this|through)\sthe\s$", before))
            )
            and word != "fall"
        ) or (
            word.startswith("the ")
            and bool(re.search(r"(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring|[Oo]f|[Ff]rom|[Tt]hrough)\s$", before))
            and not re.match(r"\s(?:of|in)\s", after)
        )
    if at.weak == "range":
        return not re.search(r"[$€£¥#]\s?$", before)
    return True


def spoken_stands(text: str, start: int, end: int, at: Moment, extent: tuple[int, int]) -> bool:
    """The same for spoken input: only the verbs "may" and "march" and "good morning" are kept out."""
    words = text[start:end].rstrip(".").lower().split()
    word = words[-1] if words else ""
    lead = _lead(text[max(0, start - REACH) : start])
    if word in {"may", "march"} and (start, end) != extent and (len(words) == 1 or words[0] == "this"):
        return end >= extent[1] - 1 or lead in _MONTH_LEADS - {"this", "and", "or"}
    if lead == "at" and re.fullmatch(r"[0-9]+[.-][0-9]+", text[start:end]):
        return False
    return not (word in {"morning", "afternoon", "evening", "night"} and lead == "good") and not word.startswith(
        "lunch"
    )


def _lead(before: str) -> str:
    found = _LEAD.search(" " + before)
    return found[1].lower() if found else ""


def _year(before: str, after: str) -> bool:
    if re.search(r"[$€£¥#&+*=/@'’\w-]\s?$", before) and not re.search(
        r"(?:mid|early|late|pre|post)-$|[A-Za-z]\s$", before
    ):
        return False
    if re.match(r"[-–]?(?:[A-Za-z0-9%$€£°]|[-–/:][0-9])|\s?[%°€£]|,[0-9]|\.[0-9]", after) and not re.match(
        r"[-–](?:era|born|built|founded|to|style)\b|s\b", after
    ):
        return False
    lead = _lead(before)
    follow = _FOLLOW.match(after)
    noun = follow[1] if follow and after[:1] in " -" else ""
    counted = bool(noun) and noun.islower() and bool(_COUNTED.match(noun)) and noun not in _PLURAL_YEARS
    if re.search(r"\(\s?(?:[a-z]+\s)?$|[A-Za-z]\s\($", before) and re.match(r"\s?[);,–-]", after):
        return True
    if lead in {
        "since",
        "until",
        "circa",
        "mid",
        "early",
        "late",
        "year",
        "years",
        "fiscal",
        "during",
        "spring",
        "summer",
        "autumn",
        "winter",
    }:
        return True
    name = _NOUN.search(before)
    if name and name[0].strip() not in _NOT_NAMES:
        return bool(re.match(r"\s?(?:[).;:]|$)", after)) and False
    if lead in _STRICT or lead in {"of", "between", "and", "or", "to", "back", "than", "about", "for", "over"}:
        if counted or (
            lead in {"for", "over", "about", "than", "or", "to", "around"}
            and noun
            and noun.islower()
            and lead not in _STRICT
            and noun not in {"and", "or", "as", "when", "but", "was", "to", "in", "after"}
        ):
            return False
        return lead not in {"than", "over"} or not noun
    if lead in {"the", "its", "a", "his", "her", "their", "our", "an", "s"} or re.search(r"['’]s?\s$", before):
        return bool(noun) and not counted
    if not before.strip() or re.search(r"[|:(\[–—•*]\s*$|\n\s*$", before):
        return (
            not noun
            or bool(re.match(r"\s?[-–:|,.)\]]|\s(?:was|is|saw|will|has|had|brought|marked)\b", after))
            or not after.strip()
        )
    if re.search(r"[A-Za-z],\s$", before):
        return bool(re.match(r"\s?(?:[,.;:)]|$)|\s(?:and|when|the|he|she|it|they|but|with|by|at|to|in)\b", after))
    return False


def _month(before: str, after: str, word: str) -> bool:
    lead = _lead(before)
    lower = word.rstrip(".").lower()
    if re.search(r"[\w-]$", before) and not re.search(r"(?:mid|early|late|pre|post)-$", before):
        return False
    if re.match(r"[-–]?[A-Za-z0-9%]|-", after) and not re.match(r"[-–](?:quarter|end|to)\b", after):
        return False
    named = bool(_NAME_AFTER.match(after))
    if lower in DOUBTFUL:
        if named:
            return False
        if lead in _SURE_LEADS and not (lead in {"of", "before", "after"} and _VERB_AFTER.match(after)):
            return True
        if lead in {"by", "from", "around", "end", "mid"}:
            return not _VERB_AFTER.match(after)
        return (
            lead in {"the", "a", "its", "an", "his", "her", "their"}
            and bool(re.match(r"\s[a-z]+", after))
            and len(lower) > 3
        )
    return not named or lead in _MONTH_LEADS

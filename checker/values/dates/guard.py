"""What keeps a bare month, weekday, year or season in running prose from being read where none is meant.

A number of four digits is one of five things: a year, a count, a price, a model or a street number. It is read as a
year only when the words around it say so: a preposition of time before it, brackets around it, an article or a
possessive before and a noun that is not counted behind, or a table's cell to itself; never behind a currency sign, a
capitalised name ("Windows 2000") or before a unit or a counted noun ("2000 shares").
"""

from __future__ import annotations

from checker import lazy
from checker.values.dates.lexicon import DOUBTFUL, MONTHS
from checker.values.dates.moment import Moment

REACH = 40  # characters looked at on either side
_LAST_WORD = lazy.compile(r"(?:^|[^A-Za-z0-9'’-])([A-Za-z]+(?:-[a-z]+)?)\s+$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words before a number that make it a year, whatever follows; if nothing counted follows; if nothing follows at all.
_SURE_YEAR = _words("born died since until circa mid early late year years fiscal during spring summer autumn winter")
_SPANNED = _words("ended ends end finished closed started starts began begins opened entered")  # "ended 2024 with 412"
_HAVING = lazy.compile(r"\s(?:with|on|at|in|as|having|by)\s|[,.]\s")
_YEAR_UNLESS_COUNTED = _words("due in till by from before after through throughout around of between and back to")
_YEAR_IF_ALONE = _words("about for or than over")
_OWNERS = _words("the its a his her their our an s")
_COUNTED = lazy.compile(
    r"(?:[a-z]+s|[a-z]*(?:people|men|women|children)|staff|sq|km|kg|m|percent|pc|metre|mile|euro|dollar|pound|hectare"
    r"|million|billion|thousand|bn|mn|rpm|mah|kwh|mw|gb|mb|hp|cc)$"
)
_NOT_COUNTED = _words(
    "games olympics elections results accounts finals playoffs figures sales revenues profits earnings deals talks "
    "riots protests awards primaries championships midterms annals was is has does series as onwards besides alongside"
)
_FUNCTION = _words("and or as when but was is to in after with at by for from had will")
_NAME_BEFORE = lazy.compile(r"[A-Z][A-Za-z'’&-]*\s+$")
_NO_NAMES = _words(
    "In Since Until Till By From Before After During Of Around Circa About Early Late Mid Through Throughout Between "
    "To For And Or Year The Its A An His Her Their Our My Founded Established Born Died Opened Launched Spring Summer "
    "Autumn Fall Winter On At Back Christmas"
)
_GLUED_BEFORE = lazy.compile(r"[$€£¥#&+*=/@]\s?$|(?<!\bmid)(?<!\bpre)(?<!\bpost)(?<!\blate)(?<!\bearly)-$|['’\w]$")
_GLUED_AFTER = lazy.compile(
    r"[-–]?(?:[A-Za-z0-9%$€£°]|[-–/:][0-9])(?<!-[a-z])|-(?!era\b|born\b|built\b|founded\b|to\b|style\b)[a-z]|\s?[%°€£]|[,.][0-9]"
)
_OPENED = lazy.compile(r"\(\s?(?:[a-z]+\.?\s)?$|[A-Za-z]\s\($")
_SHUT = lazy.compile(r"\s?[);,–-]")
_NEXT_WORD = lazy.compile(r"[\s-]+([A-Za-z]+)")
_PRICED = lazy.compile(r"[$€£¥#]\s?$")
_CLOCK = lazy.compile(r"[0-9]+[.-][0-9]+")
_POSSESSIVE = lazy.compile(r"['’]s?\s$")
_COMMA_BEFORE = lazy.compile(r"[A-Za-z],\s$")
_MONTH_GLUED_BEFORE = lazy.compile(r"(?<!\bmid)(?<!\bpre)(?<!\bpost)(?<!\blate)(?<!\bearly)-$|\w$")
_MONTH_GLUED_AFTER = lazy.compile(r"[-–]?[A-Za-z0-9%](?<!-[a-z])|-(?!quarter\b|end\b|to\b)")
_WORD_AFTER = lazy.compile(r"\s[a-z]+")
_OF_AFTER = lazy.compile(r"\s(?:of|in)\s")
_SINCE_THEN = lazy.compile(r"\b(?:[Pp]ost|[Pp]re|[Mm]id)-$")
_FIGURES_FOR = lazy.compile(
    r"\b(?:accounts|figures|results|budgets?|report|plan|forecast|guidance|targets?|profits?|earnings|income|turnover|revenues?)"
    r"\s(?:for|of|from)\s$"
)
# "his unsuccessful 1996 campaign": one word between whose it is and the year
_DESCRIBED = lazy.compile(
    r"(?:\b(?:the|its|his|her|their|our)|['’]s)\s(?!(?:other|first|last|next|total|whole|nearly|roughly|about|over)\s)[a-z]{4,}\s$"
)
_CELL = lazy.compile(r"[|:(\[–—•*]\s*$|\n\s*$")
_CELL_END = lazy.compile(r"\s?[-–:|,.)\]]|\s(?:was|is|saw|will|has|had|brought|marked)\b|\s*$")
_AFTER_COMMA = lazy.compile(r"\s?(?:[,.;:)]|$)|\s(?:and|when|the|he|she|it|they|but|with|by|at|to|in)\b")

_NAMED_DAYS = lazy.compile(
    r"(?:Black|Cyber|Good|Ash|Bloody|Sheffield|Super|Holy|Easter|Palm|Giving|Fat|Shrove|Maundy|Casual|Freaky)\s+$"
)
_NAMED_AFTER = lazy.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Post|Inc|Ltd|Harbor|Night\sFootball|Review|Club|Books|Island|Labs|Software"
    r"|Group|Corp)\b|\.[a-z]{2,}|['’]s\sCEO"
)
_HOLIDAY_LEADS = _words("on by since until before after at this last next for over of during and from every")
_MONTH_LEADS = _words(
    "in since until till during last next this early late mid through before after of by from around between and to "
    "for or beginning end start every each"
)
_SURE_MONTH = _words("in since until till during last next this early late mid through before after between of")
_LIKELY_MONTH = _words("by from around end")
_NAME_AFTER = lazy.compile(r"\s+(?!(?:The|He|She|It|But|And|In|On|At|We|They|I)\b)[A-Z][a-z]+")
_VERB_AFTER = lazy.compile(r"\s+(?:said|says|was|is|has|had|told|who|joined|and\s[A-Z]|became|left|founded)\b")
_PLANNED = lazy.compile(
    r"\b(?:planned|scheduled|set|due|expected|slated|fixed|booked|meant|intended|in|moved|postponed|forward|back|deferred"
    r"|delayed)\s(?:for|to|until)\s$"
)
_SEASON_LEADS = _words("in this last next by since until during early late mid of")
_SEASON_THE = lazy.compile(r"(?:[Ii]n|into|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring|[Oo]f|[Ff]rom|[Tt]hrough)\s$")
_CLOSED = lazy.compile(r"\s*(?:[,.;:)]|$|(?:and|but|when|with|as|for|from|to|in|by)\b)")
_MODAL = _words("may march")
_GREAT_DAY = lazy.compile(r"(?:Thanksgiving|Christmas|Election|Labou?r|Memorial)\s(?:Day|Eve)$")
_SHORT_DAYS = frozenset({"Sun", "Sat", "Mon", "Wed"})  # and names: Sun Microsystems
_DAY_AFTER = lazy.compile(r"\.?,?\s*(?:[0-9]|[A-Z][a-z]{2}\s[0-9]|[-–:|)]|$)")
_DAY_LEADS = _words("on last next this every from until till by since each")
_GREETED = _words("morning afternoon evening night")


def stands(text: str, start: int, end: int, at: Moment) -> bool:
    """Whether a weak moment at ``start:end`` is a date, by its surroundings."""
    if at.weak == "month" and text[end - 1] == "." and text[start : end - 1].lower() in MONTHS:
        end -= 1  # a full stop: whole names are not abbreviated
    word, before, after = text[start:end], text[max(0, start - REACH) : start], text[end : end + REACH]
    match at.weak:
        case "year":
            return _year(before, after)
        case "month":
            return _month(before, after, word)
        case "weekday":
            if word in _SHORT_DAYS and (
                _NAME_AFTER.match(after) or not (_lead(before) in _DAY_LEADS or _DAY_AFTER.match(after))
            ):
                return False
            return not _NAMED_DAYS.search(before) and not _NAMED_AFTER.match(after)
        case "season":
            return _season(before, after, word)
        case "holiday":
            return _lead(before) in _HOLIDAY_LEADS or bool(_GREAT_DAY.match(word) and not _NAME_AFTER.match(after))
        case "pointing":
            return bool(_CLOSED.match(after))
        case "range":
            return not _PRICED.search(before)
    return True


def spoken_stands(text: str, start: int, end: int, extent: tuple[int, int]) -> bool:
    """The same for spoken input: only the verbs "may" and "march", greetings and "at 4.22" are kept out."""
    words = text[start:end].rstrip(".").lower().split()
    word = words[-1] if words else ""
    lead = _lead(text[max(0, start - REACH) : start])
    if word in _MODAL and (start, end) != extent and (len(words) == 1 or words[0] == "this"):
        return end >= extent[1] - 1 or lead in _MONTH_LEADS - {"this", "and", "or"}
    if lead == "at" and _CLOCK.fullmatch(text[start:end]):
        return False
    return not (word in _GREETED and lead == "good") and not word.startswith("lunch")


def _lead(before: str) -> str:
    """The last word before, in small letters; "" where a mark stands between."""
    found = _LAST_WORD.search(before)
    return found[1].lower() if found else ""


def _year(before: str, after: str) -> bool:
    if _GLUED_AFTER.match(after):
        return False
    if _SINCE_THEN.search(before) or _FIGURES_FOR.search(before):
        return True
    if _GLUED_BEFORE.search(before):
        return False
    lead, noun = _lead(before), _noun(after)
    if lead in _SPANNED and _HAVING.match(after):
        return True
    if lead in _SURE_YEAR or (_OPENED.search(before) and _SHUT.match(after)):
        return True
    name = _NAME_BEFORE.search(before)
    if name and name[0].strip() not in _NO_NAMES:
        return False
    counted = noun.islower() and bool(_COUNTED.match(noun)) and noun not in _NOT_COUNTED | _FUNCTION
    if lead in _YEAR_UNLESS_COUNTED:
        return not counted
    if lead in _YEAR_IF_ALONE:
        return not noun or noun in _FUNCTION
    if lead in _OWNERS or _POSSESSIVE.search(before):
        return bool(noun) and not counted
    if _DESCRIBED.search(before):
        return bool(noun) and noun not in _FUNCTION and not counted
    if not before.strip() or _CELL.search(before):
        return bool(_CELL_END.match(after)) or (not noun and not after[:1].isalnum())
    return bool(_COMMA_BEFORE.search(before) and _AFTER_COMMA.match(after))


def _noun(after: str) -> str:
    found = _NEXT_WORD.match(after)
    return found[1] if found else ""


def _month(before: str, after: str, word: str) -> bool:
    lead, lower = _lead(before), word.rstrip(".").lower()
    if _MONTH_GLUED_BEFORE.search(before):
        return False
    if _MONTH_GLUED_AFTER.match(after):
        return False
    named = bool(_NAME_AFTER.match(after))
    if lower not in DOUBTFUL:
        return not named or lead in _MONTH_LEADS
    if named:
        return False
    if lead in _SURE_MONTH:
        return not (lead in {"of", "before", "after"} and _VERB_AFTER.match(after))
    if lead in _LIKELY_MONTH:
        return not _VERB_AFTER.match(after)
    if _PLANNED.search(before):
        return not _VERB_AFTER.match(after)
    return lead in _OWNERS and bool(_WORD_AFTER.match(after)) and len(lower) > 3


def _season(before: str, after: str, word: str) -> bool:
    if word.startswith("the "):
        return bool(_SEASON_THE.search(before)) and not _OF_AFTER.match(after)
    return word.islower() and word != "fall" and _lead(before) in _SEASON_LEADS

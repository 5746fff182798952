"""One cell, read as the attribute of its column says."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from checker import lazy
from checker.claims import figures
from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.figures import amount, date
from checker.claims.structured.posts import Post, entries, is_person, post, post_beside
from checker.model import Block, Found, Value
from checker.values.dates import recognise


class Given(Struct, frozen=True):
    """What header, row and caption say about a cell: unit, time, key qualifiers."""

    currency: str | None = None
    times: float = 1.0
    organization: str = ""
    as_of: str = ""
    period: str = ""
    scope: str = ""
    round: str = ""
    header: str = ""
    predicted: bool = False


NOBODY = (
    "self-employed",
    "self employed",
    "freelance",
    "freelancer",
    "independent",
    "retired",
    "unemployed",
    "student",
    "unaffiliated",
    "between jobs",
)
_DATED_FIGURES = ("headcount", "valuation", "total_raised", "users", "revenue")
_FORMER = lazy.compile(
    r"^\W*(?:former|left|departed|resigned|retired|until|past|ex|previous|outgoing|stepped down|ended|inactive)\b", re.I
)
_CURRENT = lazy.compile(r"^\W*(?:current|active|in post|incumbent|present|serving|in office)\b", re.I)
_INCOMING = lazy.compile(r"^\W*(?:incoming|designate|elect|announced|appointed|to start|starts)\b", re.I)


def status(text: str) -> str:
    """The status that a short remark or a status cell gives, "" for none."""
    for name, pattern in (("former", _FORMER), ("current", _CURRENT), ("incoming", _INCOMING)):
        if pattern.search(text):
            return name
    return ""


def read(
    bench: Workbench, cell: Block, about: Entity, attribute: str, given: Given, rule: str, dayfirst: bool | None
) -> None:
    """Draft what ``cell`` says of ``about`` under ``attribute``."""
    kind = bench.words.attributes[attribute].value.split("|")[0].strip()
    if kind == "date":
        _date(bench, cell, about, attribute, given, rule, dayfirst)
    elif kind in ("money", "quantity"):
        _amount(bench, cell, about, attribute, kind, given, rule)
    elif kind == "percent":
        _percent(bench, cell, about, attribute, given, rule)
    elif kind in figures.KINDS:
        _figure(bench, cell, about, attribute, kind, given, rule)
    elif attribute == "title":
        return
    elif kind == "person":
        _people(bench, cell, about, attribute, given, rule)
    else:
        _names(bench, cell, about, attribute, kind, given, rule)


def _qualifiers(bench: Workbench, attribute: str, given: Given) -> dict[str, str]:
    key = bench.words.attributes[attribute].key
    out = {key: str(getattr(given, key, ""))} if key and hasattr(given, key) else {}
    if attribute in _DATED_FIGURES and given.as_of:
        out["as_of"] = given.as_of
    return out


_FOUNDED_BY = lazy.compile(r"\bby\s+(?P<who>[^()]+?)(?=\s+(?:in|at)\s+[A-Z]|[(;]|,\s*in\b|$)")
_PLACE = lazy.compile(r"^[\s,;–—|-]*(?:in\s+|at\s+)?(?P<place>[A-Z][^\d()\[\];]{2,60}?)[\s,]*(?:\(|\[|;|$)")


def _date(
    bench: Workbench, cell: Block, about: Entity, attribute: str, given: Given, rule: str, dayfirst: bool | None
) -> None:
    found = date(cell.text, bench.published, dayfirst)
    if found is None:
        return
    edtf = found.value.edtf or ""
    if given.header and re.fullmatch(r"\d{4}", given.as_of) and edtf.startswith("XXXX"):
        return
    if attribute in ("founded_on", "birth_date", "death_date") and "/" in edtf:
        return
    bench.emit(
        cell, (found.start, found.end), about, attribute, found.value, _qualifiers(bench, attribute, given), rule
    )
    if given.predicted or re.search(
        r"\b(?:forecast|expected|planned|projected|due|scheduled|target)\b", cell.text, re.I
    ):
        bench.drafts[-1].modality = "predicted"
    rest = cell.text[found.end :]
    if attribute == "founded_on" and (by := _FOUNDED_BY.search(rest)) is not None:
        _people_in(bench, cell, about, "founder", found.end + by.start("who"), found.end + by.end("who"), rule)
    if attribute == "birth_date":
        rest = re.sub(r"\((?:age|aged)?\s*\d+[^()]*\)", lambda m: " " * len(m[0]), rest)
        rest = re.sub(r"\(\d{4}-\d\d-\d\d\)", lambda m: " " * len(m[0]), rest)
        place = _PLACE.match(rest)
        if (place is not None and not is_person(bench, place["place"])) or (
            place is not None and "," in place["place"]
        ):
            at = found.end + place.start("place")
            bench.emit(
                cell, (at, at + len(place["place"])), about, "birth_place", Value("place", place["place"]), {}, rule
            )


def _figure(bench: Workbench, cell: Block, about: Entity, attribute: str, kind: str, given: Given, rule: str) -> None:
    """A measure (its unit may stand in the header: "Floor area (m²)") or a version."""
    units = ["", *re.findall(r"[(\[]([^()\[\]]+)[)\]]|,\s*(\S+)$", given.header)] if kind == "measure" else [""]
    for unit in ("".join(parts) for parts in units):
        found = next(iter(figures.recognise(f"{cell.text.rstrip()} {unit}".rstrip(), kind)), None)
        if found is not None:
            place = (found.start, min(found.end, len(cell.text.rstrip())))
            bench.emit(cell, place, about, attribute, found.value, _qualifiers(bench, attribute, given), rule)
            return


_NOTE = lazy.compile(
    r"[(\[]([^()\[\]]{2,60})[)\]]|\b(?:as of|as at|at end of|at the end of|in|,)\s+(?P<tail>[^()]{3,40})$"
)
_YEARLY = lazy.compile(r"(?:FY|CY)\s?'?\d{2,4}(?:[/–-]\d{2,4})?|[QH][1-4]\s?'?\d{2,4}|\d{4}[/–-]\d{2,4}", re.I)


def _amount(bench: Workbench, cell: Block, about: Entity, attribute: str, kind: str, given: Given, rule: str) -> None:
    text = cell.text
    found = amount(text, kind, given.currency, given.times, bench.published)
    if found is None or (kind == "quantity" and re.match(r"\s?(?:km|kg|m²|MW|GWh|kWh|tonnes|ha)\b", text[found.end :])):
        return
    extra = _qualifiers(bench, attribute, given)
    if attribute in _DATED_FIGURES:
        for note in _NOTE.finditer(text, found.end):
            inside = note[1] or note["tail"] or ""
            if note[1] and _earlier(bench, cell, about, attribute, kind, given, rule, note.start(1), inside):
                continue
            dates = [d for d in recognise(inside, bench.published) if "XXXX" not in (d.value.edtf or "XXXX")]
            year = re.fullmatch(r"\D{0,20}((?:19|20)\d\d)", inside.strip())
            if dates or year or _YEARLY.search(inside):
                if dates or year:
                    extra["as_of"] = (dates[0].value.edtf if dates else year[1] if year else "") or ""
                if attribute == "revenue":
                    extra["period"] = _period(inside)
                break
    if attribute == "revenue" and extra.get("period"):
        extra["period"] = _period(extra["period"])
    bench.emit(cell, (found.start, found.end), about, attribute, found.value, extra, rule)
    if given.predicted or re.search(r"\b(?:forecast|expected|planned|projected|target|estimate for)\b", text):
        bench.drafts[-1].modality = "predicted"


_HELD = lazy.compile(r"\s*(?P<when>[^:;]{2,30}?)\s*:\s*(?P<what>\D{0,5}\d.*)")


def _earlier(
    bench: Workbench, cell: Block, about: Entity, attribute: str, kind: str, given: Given, rule: str, at: int, note: str
) -> bool:
    """ "$128.6m (FY23: $117.2m)": the bracket holds the figure of another time, which is a claim of its own."""
    match = _HELD.fullmatch(note)
    other = amount(match["what"], kind, given.currency, given.times, bench.published) if match is not None else None
    if match is None or other is None:
        return False
    dates = [d.value.edtf or "" for d in recognise(match["when"], bench.published)]
    extra = _qualifiers(bench, attribute, given)
    if attribute == "revenue" and (dates or _YEARLY.search(match["when"])):
        bench.emit(cell, _shifted(other, at + match.start("what")), about, attribute, other.value,
                   {**extra, "period": _period(match["when"])}, rule)  # fmt: skip
    elif dates and "XXXX" not in dates[0]:
        bench.emit(cell, _shifted(other, at + match.start("what")), about, attribute, other.value,
                   {**extra, "as_of": dates[0]}, rule)  # fmt: skip
    return True


def _shifted(found: Found, by: int) -> tuple[int, int]:
    return found.start + by, found.end + by


def _period(text: str) -> str:
    return re.sub(r"^\s*(?:in|for|the|year|full[- ]year|as of|as at|at)\s+", "", text.strip(), flags=re.I).strip(" ,;")


def _percent(bench: Workbench, cell: Block, about: Entity, attribute: str, given: Given, rule: str) -> None:
    from checker.values import percent

    for found in percent.recognise(cell.text)[:1]:
        bench.emit(
            cell, (found.start, found.end), about, attribute, found.value, _qualifiers(bench, attribute, given), rule
        )


def _people(bench: Workbench, cell: Block, about: Entity, attribute: str, given: Given, rule: str) -> None:
    if attribute == "founder":
        _people_in(bench, cell, about, attribute, 0, len(cell.text), rule)
        return
    extra = _qualifiers(bench, attribute, given)
    if "organization" in extra and not extra["organization"]:
        return
    for start, end in parts(cell.text, r"\s*[;\n]\s*")[:1]:
        name = named(cell.text[start:end].split(",")[0])
        if is_person(bench, name):
            bench.emit(cell, place_of(cell, name), about, attribute, Value("person", name), extra, rule)


def _people_in(bench: Workbench, cell: Block, about: Entity, attribute: str, first: int, last: int, rule: str) -> None:
    text = cell.text[first:last]
    for start, end in parts(text, r"\s*[;,\n]\s*(?:and\s+)?|\s+(?:and|&|with)\s+"):
        name = named(re.sub(r"^(?:brothers|sisters|siblings|the|by)\s+", "", text[start:end]))
        if is_person(bench, name) and name != about.name:
            at = cell.text.find(name, first)
            if at >= 0:
                bench.emit(cell, (at, at + len(name)), about, attribute, Value("person", name), {}, rule)


_TAIL = lazy.compile(r"\s*\([^()]*\)\s*$|\s*\[[^\[\]]*\]\s*$")


def _names(bench: Workbench, cell: Block, about: Entity, attribute: str, kind: str, given: Given, rule: str) -> None:
    """Organizations, places, teams: one each where a cell lists several."""
    extra = _qualifiers(bench, attribute, given)
    gap = r"\s*;\s*" if kind == "place" else r"\s*;\s*|\n" if attribute == "team" else r"\s*[;\n]\s*|\s+/\s+"
    pieces = parts(cell.text, gap)
    if kind == "organization" and not (
        attribute == "alma_mater" and (_DEGREE.match(cell.text) or not _plural_schools(cell.text))
    ):
        pieces = [piece for whole in pieces for piece in _bodies(bench, cell.text, whole)]
    for start, end in pieces:
        text = cell.text[start:end]
        while (tail := _TAIL.search(text)) is not None:
            text = text[: tail.start()]
        if attribute == "alma_mater":
            start, text = _school(bench, text, start)
        text = text.strip(" ,.*†‡")
        if kind == "place":
            text = re.sub(r"\s*[–—-]\s.*$", "", text)
        if len(text) < 2 or not any(c.isupper() for c in text) or text == about.name:
            continue
        said = kind
        if attribute in ("lead_investor",) and is_person(bench, text) and bench.kind_of(text) == "person":
            said = "person"
        at = cell.text.find(text, start)
        bench.emit(cell, (at, at + len(text)), about, attribute, Value(said, _BROKEN.sub(", ", text)), extra, rule)


_BROKEN = lazy.compile(r"\s*,?\s*\n\s*")


def _bodies(bench: Workbench, text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Parts a list of organizations at commas and "and" only where each piece is known as one."""
    inner = parts(text[slice(*span)], r"\s*,\s+(?:and\s+)?|\s+and\s+")
    pieces = [text[span[0] + a : span[0] + b] for a, b in inner]
    if len(inner) > 1 and all(bench.kind_of(named(piece)) in ("organization", "person") for piece in pieces):
        return [(span[0] + a, span[0] + b) for a, b in inner]
    return [span]


_SCHOOL = lazy.compile(
    r"\b(?:University|College|Institute|School|Academy|Polytechnic|ETH|MIT|Universit\w+|Hochschule|École|Ecole|Conservatoi\w+|Politecnico)\b"
)
_DEGREE = lazy.compile(
    r"^(?:(?:Ph\.?D|M\.?Sc|B\.?Sc|MA|BA|MBA|M\.?Phil|D\.?Phil|M\.?Eng|B\.?Eng|LL\.?[BM]|MD|doctorate|degree|master'?s?|bachelor'?s?|diploma)\b[^,:]*?(?:,|:|\bat\b|\bfrom\b|–|-)?\s*)",
    re.I,
)


def _plural_schools(text: str) -> bool:
    """Whether each piece of a list is a school by its words."""
    return all(_SCHOOL.search(text[slice(*span)]) for span in parts(text, r"\s*,\s+(?:and\s+)?|\s+and\s+"))


def _school(bench: Workbench, text: str, start: int) -> tuple[int, str]:
    """The school in "PhD, Physics, University of Ghent, 2004"."""
    if not _SCHOOL.search(text) or not ("," in text or _DEGREE.match(text)):
        cut = _DEGREE.match(text)
        return (start + cut.end(), text[cut.end() :]) if cut and cut.end() < len(text) else (start, text)
    for a, b in parts(text, r"\s*,\s+|\s+[–—-]\s+|:\s+|\s+(?:at|from)\s+"):
        if _SCHOOL.search(text[a:b]):
            piece = re.sub(r"\s*\(?(?:1[89]|20)\d\d\)?.*$", "", text[a:b])
            return start + a, piece
    return start, text


_BRACKETS = lazy.compile(r"\([^()]*\)")


@cache
def _gap(pattern: str) -> re.Pattern[str]:
    return lazy.compile(pattern)


def parts(text: str, gap: str) -> list[tuple[int, int]]:
    """The spans between the gaps, brackets left whole."""
    hidden = _BRACKETS.sub(lambda m: "(" + "x" * (len(m[0]) - 2) + ")", text) if "(" in text else text
    out, at = [], 0
    for match in _gap(gap).finditer(hidden):
        if match.end() > match.start():
            out.append((at, match.start()))
            at = match.end()
    out.append((at, len(text)))
    return [span for span in out if text[slice(*span)].strip()]


def first(text: str) -> str:
    """The first of several values."""
    span = parts(text, r"\s*[;\n]\s*")
    return text[slice(*span[0])] if span else text


def place_of(cell: Block, name: str) -> tuple[int, int]:
    """Where ``name`` stands in the cell."""
    at = max(cell.text.find(name), 0)
    return at, min(at + len(name), len(cell.text))


_BODY_WORDS = lazy.compile(
    r"\b(?:Cathedral|Abbey|Church|Academy|Academia|School|College|Institut\w*|Hospital|Clinic|Museum|Theatre|Opera|"
    r"Orchestra|Philharmonic|Ballet|Library|Club|Observatory|Centre|Center|Foundation|Trust|Society|Council|Group)\b"
)


def _with_body(bench: Workbench, text: str, offset: int) -> Post | None:
    """ "Organist, Peel Cathedral": the post at what is known, or shown by a word of its name, to be an organization."""
    said = post_beside(text, offset)
    known = said is not None and (
        bench.kind_of(said.organization) == "organization" or _BODY_WORDS.search(said.organization) is not None
    )
    return said if known else None


_NEXT_TITLE = r"\s*[;\n]\s*|\s+/\s+|\s*,?\s+(?:and\s+)?(?:then|later|subsequently|afterwards|thereafter)\s+(?=[A-Za-z])"


def titles(bench: Workbench, cell: Block) -> list[Post]:
    """The posts in a cell under a title header; one that the words do not show is taken as written."""
    out = []
    for start, end in parts(cell.text, _NEXT_TITLE):
        text = cell.text[start:end]
        found = post(bench, text, start)
        if found is None or not found.organization:
            found = _with_body(bench, text, start) or found
        if found is None and len(text.split()) <= 8 and not any(c.isdigit() for c in text):
            plain = _TAIL.sub("", text).strip()
            found = Post(plain, start, start + len(plain), status=status(text[len(plain) :]))
        if found is not None:
            out.append(found)
    return out


def employers(bench: Workbench, cell: Block, about: Entity, state: str, rule: str) -> None:
    """Employers in a cell without a title beside them."""
    for start, end in parts(cell.text, r"\s*[;\n]\s*"):
        piece = cell.text[start:end]
        name = named(piece)
        mark = " ".join(re.findall(r"\(([^()]*)\)", piece))
        if (
            name
            and name.casefold() not in NOBODY
            and (name[0].isupper() or name[0].isdigit() or any(c.isupper() for c in name))
        ):
            at = cell.text.find(name, start)
            bench.emit(
                cell,
                (max(at, 0), max(at, 0) + len(name)),
                about,
                "employer",
                Value("organization", name),
                {"status": status(mark) or state},
                rule,
            )


__all__ = ["Given", "employers", "entries", "first", "parts", "place_of", "read", "status", "titles"]

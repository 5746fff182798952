"""JSON-LD: what schema.org properties say of people, organizations, events and products."""

from __future__ import annotations

from checker import lazy
from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.figures import amount, date
from checker.model import Block, Record, Value

_ORGANIZATIONS = lazy.compile(
    r"(?:Organization|Corporation|Company|Business|NGO|Airline|Consortium|Cooperative|Library|School|University|College|Hospital|Museum|Team|Store|Agency|Party)$"
)
_PRODUCTS = lazy.compile(
    r"(?:Product|SoftwareApplication|Book|Vehicle|Game|Movie|MusicAlbum|MobileApplication|WebApplication|IndividualProduct|ProductModel)$"
)


def read_linked(bench: Workbench, record: Record) -> None:
    """Draft the claims of a JSON-LD object and of those inside it."""
    name = _text(record, "name")
    kind = _kind(record.type)
    if name is not None and kind:
        entity = Entity(named(name.text), kind)
        {"person": _person, "organization": _organization, "event": _event, "product": _product}[kind](
            bench, record, entity
        )
    for field in record.fields:
        if isinstance(field.value, Record):
            read_linked(bench, field.value)


def _kind(kind: str) -> str:
    if kind == "Person":
        return "person"
    if kind.endswith("Event"):
        return "event"
    if _ORGANIZATIONS.search(kind):
        return "organization"
    return "product" if _PRODUCTS.search(kind) else ""


def _values(record: Record, *names: str) -> list[Block | Record]:
    return [field.value for field in record.fields if field.name in names]


def _text(value: Block | Record, *names: str) -> Block | None:
    """The text of a property; of an object, its name, or its ``@value``."""
    if isinstance(value, Block):
        return value
    for name in names or ("name", "value", "@value"):
        for field in value.fields:
            if field.name == name:
                return field.value if isinstance(field.value, Block) else _text(field.value)
    return None


def _say(
    bench: Workbench,
    block: Block,
    about: Entity,
    attribute: str,
    value: Value,
    qualifiers: dict[str, str] | None = None,
) -> None:
    bench.emit(block, (0, len(block.text)), about, attribute, value, qualifiers, "jsonld", 0.95)


def _dates(bench: Workbench, record: Record, about: Entity, **attributes: str) -> None:
    for name, attribute in attributes.items():
        for value in _values(record, name):
            block = _text(value)
            found = date(block.text, bench.published) if block is not None else None
            if block is not None and found is not None:
                bench.emit(block, (found.start, found.end), about, attribute, found.value, {}, "jsonld", 0.95)


def _each(bench: Workbench, record: Record, about: Entity, attribute: str, kind: str, *names: str) -> None:
    for value in _values(record, *names):
        block = _text(value)
        if block is not None and named(block.text) and not block.text.startswith("http"):
            _say(bench, block, about, attribute, Value(kind, named(block.text)))


def _person(bench: Workbench, record: Record, who: Entity) -> None:
    _dates(bench, record, who, birthDate="birth_date", deathDate="death_date")
    for value in _values(record, "birthPlace"):
        place = _place(value)
        if place is not None:
            _say(bench, place, who, "birth_place", Value("place", place.text))
    _each(bench, record, who, "alma_mater", "organization", "alumniOf")
    bodies = [
        block
        for value in _values(record, "worksFor", "affiliation")
        if (block := _text(value)) is not None and block.text
    ]
    titles = [block for value in _values(record, "jobTitle") if (block := _text(value)) is not None]
    names = list(dict.fromkeys(named(block.text) for block in bodies))
    for block in bodies:
        _say(bench, block, who, "employer", Value("organization", named(block.text)), {"status": "current"})
    if len(names) == 1:
        for block in titles:
            _title(bench, block, who, names[0])


def _title(bench: Workbench, block: Block, who: Entity, organization: str) -> None:
    text = block.text
    for tail in (f" at {organization}", f", {organization}", f" of {organization}"):
        text = text.removesuffix(tail)
    bench.emit(
        block,
        (0, len(text)),
        who,
        "title",
        Value("title", text),
        {"organization": organization, "status": "current"},
        "jsonld",
        0.95,
    )


def _organization(bench: Workbench, record: Record, body: Entity) -> None:
    _dates(bench, record, body, foundingDate="founded_on")
    _each(bench, record, body, "founder", "person", "founder", "founders")
    for value in _values(record, "address", "location"):
        place = _place(value)
        if place is not None and any(c.isalpha() for c in place.text):
            _say(bench, place, body, "headquarters", Value("place", place.text))
    for value in _values(record, "numberOfEmployees"):
        _count(bench, value, body, "headcount")
    for value in _values(record, "employee", "employees"):
        name, title = (_text(value, "name"), _text(value, "jobTitle")) if isinstance(value, Record) else (None, None)
        if name is not None and not (isinstance(value, Record) and _values(value, "worksFor")):
            who = Entity(named(name.text), "person")
            _say(bench, name, who, "employer", Value("organization", body.name), {"status": "current"})
            if title is not None:
                _title(bench, title, who, body.name)


def _count(bench: Workbench, value: Block | Record, about: Entity, attribute: str) -> None:
    if isinstance(value, Record):
        low, high = _text(value, "minValue"), _text(value, "maxValue")
        if low is not None and high is not None and _number(low.text) is not None and _number(high.text) is not None:
            _say(
                bench,
                low,
                about,
                attribute,
                Value("quantity", f"{low.text}-{high.text}", low=_number(low.text), high=_number(high.text)),
            )
            return
    block = _text(value, "value", "@value")
    found = amount(block.text, "quantity", None, 1.0) if block is not None else None
    if block is not None and found is not None:
        bench.emit(block, (found.start, found.end), about, attribute, found.value, {}, "jsonld", 0.95)


def _number(text: str) -> float | None:
    found = amount(text, "quantity", None, 1.0)
    return found.value.low if found else None


def _place(value: Block | Record) -> Block | None:
    """A place's own name, or the town of its address."""
    if isinstance(value, Block):
        return value if len(value.text) < 80 and not value.text.startswith("http") else None
    for field in value.fields:
        if field.name == "address":
            return _place(field.value)
    return _text(value, "addressLocality", "name")


def _event(bench: Workbench, record: Record, event: Entity) -> None:
    _dates(bench, record, event, startDate="held_on")
    _offers(bench, record, event)


def _product(bench: Workbench, record: Record, product: Entity) -> None:
    _dates(bench, record, product, releaseDate="released_on", datePublished="released_on")
    _offers(bench, record, product)


def _offers(bench: Workbench, record: Record, about: Entity) -> None:
    for offer in _values(record, "offers"):
        if not isinstance(offer, Record):
            continue
        price, currency = _text(offer, "price"), _text(offer, "priceCurrency")
        inner = next((v for v in _values(offer, "priceSpecification", "price") if isinstance(v, Record)), None)
        if inner is not None:
            price, currency = _text(inner, "price", "value"), _text(inner, "priceCurrency", "currency") or currency
        found = (
            amount(price.text, "money", currency.text.strip() if currency else None, 1.0) if price is not None else None
        )
        if price is not None and found is not None and found.value.low:
            bench.emit(price, (found.start, found.end), about, "price", found.value, {}, "jsonld", 0.95)

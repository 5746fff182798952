"""Put packs on each other: extends, overrides, and what only holds between packs."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import msgspec

from checker.errors import Faults, UserError
from checker.packs.checks import CHECKS
from checker.packs.document import Document
from checker.packs.event_faults import of_event
from checker.packs.faults import did_you_mean, of_shape, without
from checker.packs.rule_faults import of_parameters, of_rule
from checker.packs.schema import TYPES, Attribute, Authority, Event, Pack, Packs, Rule, Taxonomies
from checker.packs.taxonomy_faults import of_taxonomies


class _File(msgspec.Struct):
    document: Document
    pack: Pack
    kept: list[int] = []  # where each rule stands among all that are written: those of a wrong shape are left out
    lost: frozenset[str] = frozenset()  # attributes that are left out for their shape

    def fault(self, message: str, *way: str | int) -> UserError:
        if way and way[0] == "rules":
            way = ("rules", self.kept[int(way[1])], *way[2:])
        return UserError(message, self.document.path, *self.document.at(way))


def build(read: list[tuple[str, bytes]]) -> Packs:
    """One set of packs from the files' bytes. Raises Faults (a UserError) with every fault found."""
    faults: list[UserError] = []
    files: list[_File] = []
    order = {path: place for place, (path, _) in enumerate(read)}
    for path, data in read:
        try:
            files.append(_file(path, data, faults))
        except UserError as error:
            faults.append(error)
    try:
        made = _together(_ordered(files))
    except UserError as error:
        whole = len(files) == len(read)  # else what is missing may be in a file that cannot be read
        faults += (error.found if isinstance(error, Faults) else [error]) if whole else []
    if faults:
        raise Faults(sorted(faults, key=lambda fault: (order[fault.path], fault.line, fault.column)))
    return made


def _file(path: str, data: bytes, faults: list[UserError]) -> _File:
    """One file's pack; what is of a wrong shape in it is added to ``faults`` and left out."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError("not UTF-8; save it as UTF-8", path, line) from None
    document = Document(text, path)
    if not isinstance(document.data, dict):
        raise UserError("a pack is a mapping that begins with `pack: its_name`", path, 1)
    wrong = of_shape(document)
    kept, lost = without(document.data, [way for _, way in wrong])
    faults += [fault for fault, _ in wrong]
    for index, rule in enumerate(document.data.get("rules", ())):
        for number, example in enumerate(rule.get("examples", ())):
            document.keep_figures(example.get("claims", []), ("rules", kept[index], "examples", number, "claims"))
    try:
        return _File(document, msgspec.convert(document.data, Pack), kept, lost)
    except msgspec.ValidationError as error:
        raise (faults.pop() if wrong else UserError(str(error), path)) from None


def _ordered(files: list[_File]) -> list[_File]:
    """Each pack after those that it extends; otherwise as given."""
    by_name: dict[str, _File] = {}
    for file in files:
        name = file.pack.pack
        if name in by_name:
            other = by_name[name].document.path
            raise file.fault(f"a second pack named {name!r} (the first: {other}); rename one", "pack")
        by_name[name] = file
    paths = {_stem(file.document.path): file.pack.pack for file in files}
    done: list[_File] = []
    state: dict[str, int] = {}

    def visit(file: _File, way: tuple[str, ...]) -> None:
        name = file.pack.pack
        if state.get(name) == 2:
            return
        if state.get(name) == 1:
            raise file.fault(
                f"packs extend each other in a circle: {' > '.join([*way[way.index(name) :], name])}", "extends"
            )
        state[name] = 1
        for index, wanted in enumerate(file.pack.extends):
            target = by_name.get(paths.get(_stem(wanted), wanted) if wanted.endswith((".yaml", ".yml")) else wanted)
            if target is None:
                raise file.fault(
                    f"extends {wanted!r}, which is not loaded{did_you_mean(wanted, by_name)}", "extends", index
                )
            visit(target, (*way, name))
        state[name] = 2
        done.append(file)

    for file in files:
        visit(file, ())
    return done


def _stem(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]


def _together(files: list[_File]) -> Packs:
    faults: list[UserError] = []
    attributes = _attributes(files, faults)
    events: dict[str, Event] = {}
    lexicons: dict[str, list[str]] = {}
    types: dict[str, list[str]] = {}
    authority: list[Authority] = []
    for file in files:
        for name, event in file.pack.events.items():
            faults += _event_faults(file, name, event, attributes)
            events[name] = event
        for name, words in file.pack.lexicons.items():
            lexicons[name] = sorted({*lexicons.get(name, []), *words})
        for name, words in file.pack.types.items():
            types[name] = sorted({*types.get(name, []), *words})
        for index, entry in enumerate(file.pack.authority):
            named = [n for n in entry.attributes if n not in file.lost]
            faults += _unknown(file, named, attributes, "authority", index, "attributes")
            authority.append(entry)
    rules = _rules(files, attributes, faults)
    for file in files:
        faults += [file.fault(said, "taxonomies", *way) for said, way in of_taxonomies(file.pack.taxonomies)]
    if faults:
        raise Faults(faults)
    for attribute in attributes.values():
        for name in (attribute.subject, *attribute.also):
            if name not in TYPES:
                types[name] = sorted({*types.get(name, []), name.replace("_", " ")})
    return Packs(
        attributes, events, rules, lexicons, types, authority, _taxonomies(files), [f.pack.pack for f in files]
    )


def _attributes(files: list[_File], faults: list[UserError]) -> dict[str, Attribute]:
    raw: dict[str, tuple[dict[str, Any], str]] = {}
    made: dict[str, Attribute] = {}
    for file in files:
        for name, given in file.pack.attributes.items():
            before = raw.get(name)
            if before is not None and not _builds_on(file, before[1], files):
                message = (
                    f"attribute {name!r} is in {before[1]!r} too; extend that pack (extends: [{before[1]}]) or rename"
                )
                faults.append(file.fault(message, "attributes", name))
                continue
            merged = _merge(before[0], given) if before else given
            faults += [file.fault(said, "attributes", name, *way) for said, way in (*_types(given), *_valueless(given))]
            try:
                made[name] = msgspec.convert(
                    {**merged, "name": name, "pack": before[1] if before else file.pack.pack}, Attribute
                )
                raw[name] = (merged, before[1] if before else file.pack.pack)
            except msgspec.ValidationError as error:
                message = (
                    str(error)
                    .replace("Object missing required field", "give it")
                    .replace("`", "'")
                    .partition(" - at")[0]
                )
                faults.append(file.fault(f"attribute {name!r}: {message}", "attributes", name))
    return made


def _types(given: dict[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Types of subjects that are slips of the pen: "persn"; any other word is a type of the pack's own."""
    also = given.get("also", [])
    for way, name in ((("subject",), given.get("subject", "")), *((("also", n), a) for n, a in enumerate(also))):
        near = get_close_matches(name, TYPES, 1, 0.8) if name not in TYPES else []
        if near:
            yield f"type {name!r}; did you mean {near[0]!r}? (for a type of your own take another word)", way


def _valueless(given: dict[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """An attribute's patterns that can claim nothing."""
    for key in ("clauses", "phrases"):
        for index, pattern in enumerate(given.get(key, [])):
            if "{value" not in pattern:
                yield (
                    f"pattern {_short(pattern)!r} has no {{value}}, and so claims nothing; say where it stands",
                    (key, index),
                )


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:100] + "…"


def _builds_on(file: _File, pack: str, files: list[_File]) -> bool:
    by_name = {other.pack.pack: other for other in files}
    ahead, seen = list(file.pack.extends), set()
    while ahead:
        name = ahead.pop()
        name = _stem(name) if name.endswith((".yaml", ".yml")) else name
        if name == pack:
            return True
        if name not in seen and name in by_name:
            seen.add(name)
            ahead += by_name[name].pack.extends
    return False


def _merge(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """The new over the old; lists are added to."""
    return old | {
        k: [*old[k], *(x for x in v if x not in old[k])] if isinstance(v, list) and isinstance(old.get(k), list) else v
        for k, v in new.items()
    }


def _event_faults(file: _File, name: str, event: Event, attributes: dict[str, Attribute]) -> list[UserError]:
    named = [claim["attribute"] for claim in event.claims if "attribute" in claim]
    found = _unknown(file, [n for n in named if n not in file.lost], attributes, "events", name, "claims")
    found += [file.fault(said, "events", name, *way) for said, way in of_event(name, event, attributes)]
    return found


def _unknown(file: _File, names: list[str], attributes: dict[str, Attribute], *way: str | int) -> list[UserError]:
    return [
        file.fault(f"no attribute {name!r}{did_you_mean(name, attributes)}", *way)
        for name in names
        if name not in attributes
    ]


def _rules(files: list[_File], attributes: dict[str, Attribute], faults: list[UserError]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    names: dict[str, str] = {}
    for file in files:
        for index, rule in enumerate(file.pack.rules):
            if rule.id in rules or rule.name in names:
                other = rules[rule.id].pack if rule.id in rules else names[rule.name]
                which = rule.id if rule.id in rules else rule.name
                faults.append(
                    file.fault(
                        f"a second rule {which!r} (the first is in {other!r}); give this one another",
                        "rules",
                        index,
                        "id",
                    )
                )
                continue
            if not file.lost.intersection(rule.attributes):
                faults += [file.fault(said, "rules", index, *way) for said, way in of_rule(rule, attributes)]
            rules[rule.id] = msgspec.structs.replace(rule, pack=file.pack.pack)
            names[rule.name] = file.pack.pack
    for file in files:
        for wanted, change in file.pack.overrides.items():
            found = [rule for rule in rules.values() if wanted in (rule.id, rule.name)]
            if not found:
                known = [word for rule in rules.values() for word in (rule.id, rule.name)]
                faults.append(
                    file.fault(f"no rule {wanted!r} to override{did_you_mean(wanted, known)}", "overrides", wanted)
                )
            for rule in found:
                given = {k: v for k in ("severity", "message", "enabled") if (v := getattr(change, k)) is not None}
                rules[rule.id] = msgspec.structs.replace(
                    rule, parameters={**rule.parameters, **change.parameters}, **given
                )
                if rule.check in CHECKS:
                    said = of_parameters(rules[rule.id], attributes)
                    faults += [file.fault(message, "overrides", wanted, *way) for message, way in said]
    return rules


def _taxonomies(files: list[_File]) -> Taxonomies:
    alike: dict[str, list[list[str]]] = {}
    within: dict[str, dict[str, list[str]]] = {}
    distinct: dict[str, list[list[str]]] = {}
    for file in files:
        found = file.pack.taxonomies
        for kind, groups in found.alike.items():
            alike.setdefault(kind, []).extend(groups)
        for kind, groups in found.distinct.items():
            distinct.setdefault(kind, []).extend(groups)
        for kind, wholes in found.within.items():
            for whole, parts in wholes.items():
                within.setdefault(kind, {}).setdefault(whole, []).extend(parts)
    return msgspec.convert({"alike": alike, "within": within, "distinct": distinct}, Taxonomies)

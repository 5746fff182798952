"""Put packs on each other: extends, overrides, and what only holds between packs."""

from __future__ import annotations

from typing import Any

import msgspec

from checker.errors import UserError
from checker.packs.checks import CHECKS
from checker.packs.document import Document
from checker.packs.faults import Faults, did_you_mean, of_shape
from checker.packs.schema import TYPES, Attribute, Authority, Event, Pack, Packs, Rule, Taxonomies


class _File(msgspec.Struct):
    document: Document
    pack: Pack

    def fault(self, message: str, *way: str | int) -> UserError:
        return UserError(message, self.document.path, *self.document.at(way))


def build(read: list[tuple[str, bytes]]) -> Packs:
    """One set of packs from the files' bytes. Raises Faults (a UserError) with every fault found."""
    faults: list[UserError] = []
    files: list[_File] = []
    for path, data in read:
        try:
            files.append(_file(path, data))
        except Faults as error:
            faults += error.found
        except UserError as error:
            faults.append(error)
    if faults:
        raise Faults(faults)
    return _together(_ordered(files))


def _file(path: str, data: bytes) -> _File:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError("not UTF-8; save it as UTF-8", path, line) from None
    document = Document(text, path)
    if not isinstance(document.data, dict):
        raise UserError("a pack is a mapping that begins with `pack: its_name`", path, 1)
    faults = of_shape(document)
    if faults:
        raise Faults(faults)
    try:
        return _File(document, msgspec.convert(document.data, Pack))
    except msgspec.ValidationError as error:
        raise UserError(str(error), path) from None


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
            faults += _unknown(file, entry.attributes, attributes, "authority", index, "attributes")
            authority.append(entry)
    rules = _rules(files, attributes, faults)
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
    found = _unknown(file, named, attributes, "events", name, "claims")
    for index, claim in enumerate(event.claims):
        missing = [key for key in ("attribute", "subject", "value") if key not in claim]
        if missing:
            found.append(
                file.fault(
                    f"events.{name}: a claim without {', '.join(missing)}; give it", "events", name, "claims", index
                )
            )
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
            faults += _rule_faults(file, index, rule, attributes)
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
                faults += _parameter_faults(file, rules[rule.id], "overrides", wanted)
    return rules


def _rule_faults(file: _File, index: int, rule: Rule, attributes: dict[str, Attribute]) -> list[UserError]:
    way = ("rules", index)
    found = _unknown(file, rule.attributes, attributes, *way, "attributes")
    if not rule.attributes:
        found.append(file.fault(f"{rule.id}: names no attribute; give at least one", *way, "attributes"))
    if rule.check not in CHECKS:
        found.append(file.fault(f"{rule.id}: no check {rule.check!r}{did_you_mean(rule.check, CHECKS)}", *way, "check"))
        return found
    found += _parameter_faults(file, rule, *way)
    return found + _message_faults(file, rule, attributes, way)


def _parameter_faults(file: _File, rule: Rule, *way: str | int) -> list[UserError]:
    if rule.check not in CHECKS:
        return []
    kind = CHECKS[rule.check]
    known = [field.name for field in msgspec.structs.fields(kind)]
    found = [
        file.fault(f"{rule.id}: {rule.check} takes no {name!r}{did_you_mean(name, known)}", *way, "parameters", name)
        for name in rule.parameters
        if name not in known
    ]
    if found:
        return found
    try:
        parameters = msgspec.convert(rule.parameters, kind)
    except msgspec.ValidationError as error:
        return [file.fault(f"{rule.id}: parameters of {rule.check}: {str(error).replace('`', '')}", *way, "parameters")]
    if rule.check == "expression":
        from checker.packs.expressions import fault

        wrong = fault(parameters.violated)  # type: ignore[attr-defined]
        return [file.fault(f"{rule.id}: {wrong}", *way, "parameters", "violated")] if wrong else []
    return []


def _message_faults(
    file: _File, rule: Rule, attributes: dict[str, Attribute], way: tuple[str | int, ...]
) -> list[UserError]:
    import string

    keys = {key for name in rule.attributes if name in attributes for key in attributes[name].key}
    known = {"subject", "attribute", "values", "reason", "count", "sources", *keys}
    try:
        named = {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(rule.message) if name is not None}
    except ValueError as error:
        return [file.fault(f"{rule.id}: message: {error}; write {{{{ for a brace", *way, "message")]
    return [
        file.fault(f"{rule.id}: the message names no {{{name}}}{did_you_mean(name, known)}", *way, "message")
        for name in sorted(named - known)
    ]


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

"""The rule reference: what ``rules/README.md`` says of attributes, checks and rules, made of the packs themselves."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checker.packs.checks import CHECKS
from checker.packs.schema import Attribute, Example, Packs, Rule

BEGIN, END = "<!-- made of the packs: python -m tests.generate -->\n", "<!-- end of what is made -->"


def renewed(held: str, packs: Packs) -> str:
    """The text of the README with the part between its marks made anew; appended where there are none."""
    before, found, rest = held.partition(BEGIN)
    after = rest.partition(END)[2] if found else "\n"
    return f"{before}{BEGIN}{markdown(packs)}{END}{after}"


def markdown(packs: Packs) -> str:
    """Attributes, checks and rules, pack by pack."""
    return "\n".join([*_checks(), *_attributes(packs), *_rules(packs), ""])


def _table(head: list[str], rows: Iterator[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _checks() -> Iterator[str]:
    yield "## Checks\n"
    yield from _table(
        ["check", "what it holds facts to", "parameters (default)"], ([*_check(n)] for n in sorted(CHECKS))
    )


def _check(name: str) -> Iterator[str]:
    kind = CHECKS[name]
    yield f"`{name}`"
    yield " ".join((kind.__doc__ or "").split())
    yield ", ".join(f"`{f.name}`{_default(f)}" for f in msgspec.structs.fields(kind))


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.default_factory is not msgspec.NODEFAULT:
        return ""
    if field.default is msgspec.NODEFAULT:
        return " (needed)"
    return "" if field.default in (None, "") else f" ({str(field.default).lower()})"


def _attributes(packs: Packs) -> Iterator[str]:
    yield "## Attributes\n"
    head = ["attribute", "of", "value", "key", "what it is", "schema.org", "Wikidata"]
    yield from _table(head, ([*_attribute(a)] for a in packs.attributes.values()))


def _attribute(a: Attribute) -> Iterator[str]:
    marks = [word for word, is_so in (("several", a.several), ("changes", a.dated)) if is_so]
    yield f"`{a.name}`"
    yield ", ".join([a.subject, *a.also])
    yield a.value + (f" ({', '.join(marks)})" if marks else "")
    yield ", ".join(a.key)
    yield a.about
    yield ", ".join(f"[{p}](https://schema.org/{p})" for p in a.schema)
    yield ", ".join(f"[{p}](https://www.wikidata.org/wiki/Property:{p})" for p in a.wikidata)


def _rules(packs: Packs) -> Iterator[str]:
    for name in packs.names:
        rules = sorted((rule for rule in packs.rules.values() if rule.pack == name), key=lambda rule: rule.id)
        if rules:
            yield f"## Rules of the pack `{name}`\n"
            for rule in rules:
                yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id} {rule.name} ({rule.severity})\n"
    yield f"{rule.why}\n"
    given = ", ".join(f"{key}: {value}" for key, value in rule.parameters.items())
    only = ""
    if rule.only is not None:
        shown = {k: v for k, v in msgspec.to_builtins(rule.only).items() if v not in (None, [], {})}
        only = ", only where " + ", ".join(f"{k}: {v}" for k, v in shown.items())
    yield f"On {', '.join(f'`{a}`' for a in rule.attributes)}: `{rule.check}`{f' ({given})' if given else ''}{only}.\n"
    for example in rule.examples:
        yield f"- {_expected(example)}: {_example(example)}"
    yield ""


def _expected(example: Example) -> str:
    word = "nothing" if example.expect == "none" else example.expect
    return f"**{word}**{' (near miss)' if example.near else ''}{f', {example.about}' if example.about else ''}"


def _example(example: Example) -> str:
    claims = [
        "`" + ", ".join(f"{k}: {v}" for k, v in claim.items()).replace("`", "'") + "`" for claim in example.claims
    ]
    return "; ".join([*claims, *(f"“{text.strip()}”" for text in example.texts)])

"""YAML as packs use it: text stays text (no dates, no "on" for true), every value keeps its line and column."""

from __future__ import annotations

import re
from typing import Any

from checker.errors import UserError

_NODES = 400_000  # values in one pack, aliases followed

Where = tuple[int, int]


class Document:
    """A parsed file: its data, and where each value stands."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.repeated: list[tuple[Where, str]] = []
        self._node, self.data = _parse(text, path)
        self._count = 0
        self._walk(self._node)

    def at(self, way: tuple[str | int, ...]) -> Where:
        """Line and column of the value (or, of a mapping's entry, the key) at ``way``; of the nearest that exists."""
        node, place = self._node, _where(self._node)
        for step in way:
            if _kind(node) == "mapping":
                found = [(key, value) for key, value in node.value if key.value == str(step)]
                if not found:
                    break
                place, node = _where(found[-1][0]), found[-1][1]
            elif _kind(node) == "sequence" and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                place = _where(node)
            else:
                break
        return place

    def keep_figures(self, claims: list[Any], way: tuple[str | int, ...]) -> None:
        """Put the figures of these claims (at ``way``) as they are written: version 3.10 is not 3.1."""
        for index, claim in enumerate(claims):
            for key, value in claim.items() if isinstance(claim, dict) else ():
                if isinstance(value, float):
                    claim[key] = self._written((*way, index, key))

    def _written(self, way: tuple[str | int, ...]) -> str:
        node = self._node
        for step in way:
            if _kind(node) == "mapping":
                node = next(value for key, value in reversed(node.value) if key.value == str(step))
            else:
                node = node.value[step]
        return str(node.value)

    def _walk(self, root: Any) -> None:
        ahead = [root]
        while ahead:
            node = ahead.pop()
            self._count += 1
            if self._count > _NODES:
                said = f"more than {_NODES:,} values, aliases counted; split the pack, and let none hold itself"
                raise UserError(said, self.path, *_where(node))
            if _kind(node) == "mapping":
                seen: set[str] = set()
                for key, value in node.value:
                    if _kind(key) != "scalar":
                        raise UserError("a key has to be a word", self.path, *_where(key))
                    if key.value in seen:
                        self.repeated.append((_where(key), key.value))
                    seen.add(key.value)
                    ahead.append(value)
            elif _kind(node) == "sequence":
                ahead.extend(node.value)


def _kind(node: Any) -> str:
    return str(getattr(node, "id", ""))


def _where(node: Any) -> Where:
    mark = getattr(node, "start_mark", None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _parse(text: str, path: str) -> tuple[Any, Any]:
    import yaml

    try:
        loader = _loader()(text)
        node = loader.get_single_node()
        if node is None:
            raise UserError("empty; a pack begins with `pack: its_name`", path)
        return node, loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = (error.problem or "broken").replace("\n", " ")
        raise UserError(f"not valid YAML: {problem}{_hint(problem)}", path, *place) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise UserError("not valid YAML: a control character; remove it", path, line) from None
    except ValueError as error:
        said = "a number of too many digits" if "integer string conversion" in str(error) else str(error)
        raise UserError(f"not valid YAML: {said}", path, *_long(text)) from None
    except (RecursionError, TypeError):
        raise UserError("not valid YAML: nested too deep, or a key that is no word", path) from None


def _long(text: str) -> tuple[int, int]:
    """Where a number stands that is too long to be one."""
    found = re.search(r"\d{1000,}", text)
    at = found.start() if found else 0
    return (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) if found else (0, 0)


def _hint(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "; put quotes around a text with a colon in it"
    if "expected <block end>" in problem or "expected ',' or" in problem:
        return "; check the indentation and the brackets above"
    if "found another document" in problem:
        return "; one file is one pack: part it where the line of dashes stands"
    if "cannot start any token" in problem:
        return "; put quotes around it, and indent with spaces"
    return ""


def _loader() -> Any:
    """The safe loader (in C where it is built), without YAML 1.1's surprises."""
    global _made
    if _made is None:
        import yaml

        base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

        class Loader(base):  # type: ignore[misc]
            yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

        for tag, pattern, first in (
            ("bool", r"true|false", "tf"), ("null", r"null|~|", "n~"), ("int", r"[-+]?[0-9]+", "-+0123456789"),
            ("float", r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
            ("merge", "<<", "<"),
        ):  # fmt: skip
            Loader.add_implicit_resolver(
                f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first, *(("",) if tag == "null" else ())]
            )
        _made = Loader
    return _made


_made: Any = None

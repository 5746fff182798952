"""What a user can get wrong, said in one line."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can mend: where it is, what is wrong and what to do. The command exits 2."""

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.column = message, path, line, column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message


MOST = 100  # faults that are said in one run


class Faults(UserError):  # noqa: N818  # several of them
    """All faults of one run of loading, one a line."""

    def __init__(self, found: list[UserError]) -> None:
        first = found[0]
        super().__init__(first.message, first.path, first.line, first.column)
        self.found = found

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.found[:MOST]]
        more = len(self.found) - MOST
        return "\n".join([*lines, f"and {more:,} faults more"] if more > 0 else lines)

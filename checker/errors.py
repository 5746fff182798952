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

"""A language server: findings in the editor, while a source is written. ``serve`` speaks on stdin and stdout.

``index.py`` keeps what was read and compares it; ``service.py`` says when; the other modules answer one question each.
Needs ``pip install 'factlint[server]'``.
"""

from __future__ import annotations

import os

from checker.errors import UserError


def serve(config: str | None = None) -> int:
    """Serve one editor until it leaves. ``config`` names a settings file, beside what the editor's folder holds."""
    try:
        from checker.server.service import Service
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise UserError("the language server needs a library more: pip install 'factlint[server]'") from None
    with os.fdopen(os.dup(0), "rb") as given, os.fdopen(os.dup(1), "wb") as said:  # the server closes what it is given
        Service(config).start_io(given, said)
    return 0

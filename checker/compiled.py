"""Our own modules, imported by their compiled files, with as few looks at the disk as it takes.

A command imports some 350 modules. The interpreter's way from a name to the code in ``__pycache__`` is a general one,
and takes as long as what the modules then do; this is the same way for the one case that is the rule: a module of ours
whose compiled file is made of its source as it is now. In any other case the interpreter finds it as it always does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from marshal import loads
from types import CodeType, ModuleType

_OURS = f"{__package__}."
_WORD = 0xFFFFFFFF
seen: dict[str, os.stat_result] = {}  # the sources of what was imported so, as they were then
_BEHIND = f".{sys.implementation.cache_tag}.pyc"


def install() -> None:
    """From here on our modules are imported so, but where compiled files lie elsewhere or are made otherwise."""
    if not sys.flags.optimize and sys.pycache_prefix is None and sys.implementation.cache_tag:
        sys.meta_path.insert(0, Finder)


class Loader(SourceFileLoader):
    """The interpreter's own loader, which has the code already."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code: CodeType | None = code

    def exec_module(self, module: ModuleType) -> None:
        """Run it: the first time the code at hand, later (``reload``) what the file says then."""
        if self.code is None:
            super().exec_module(module)
            return
        code, self.code = self.code, None
        exec(code, module.__dict__)


class Finder:
    """Finds modules of ours whose compiled file is up to date."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """None: the interpreter looks for itself."""
        if path is None or len(path) != 1 or not name.startswith(_OURS):
            return None
        last = name.rpartition(".")[2]
        for folder, base in ((path[0], last), (f"{path[0]}{os.sep}{last}", "__init__")):
            file, cached = f"{folder}{os.sep}{base}.py", f"{folder}{os.sep}__pycache__{os.sep}{base}{_BEHIND}"
            try:
                source = os.stat(file)
            except OSError:
                continue
            code = _code(cached, int(source.st_mtime), source.st_size)
            if code is None or code.co_filename != file:
                return None
            seen[file] = source
            spec = ModuleSpec(name, Loader(name, file, code), origin=file, is_package=base == "__init__")
            spec.has_location, spec.cached = True, cached
            if spec.submodule_search_locations is not None:
                spec.submodule_search_locations.append(folder)
            return spec
        return None


def _code(cached: str, changed: int, size: int) -> CodeType | None:
    """What stands in a compiled file, if it was made of a source of this time and size."""
    try:
        place = os.open(cached, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            data = os.read(place, os.fstat(place).st_size)
        finally:
            os.close(place)
        stamp = ((changed & _WORD) << 32 | (size & _WORD) << 64).to_bytes(12, "little")  # after a word of flags: none
        found = loads(memoryview(data)[16:]) if data[:16] == MAGIC_NUMBER + stamp else None
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return found if isinstance(found, CodeType) else None

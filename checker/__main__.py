"""``factlint`` and ``python -m checker``: the version at once, everything else by ``checker.cli``."""

from __future__ import annotations

import os
import sys

_LATE = ("inspect", "toml", "yaml")  # modules of msgspec that it imports at once, and we hardly ever


def main() -> int:
    """Run the command with the arguments of the process; the exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything is imported
        from checker import __version__

        sys.stdout.write(f"factlint {__version__}\n")
        return 0
    import gc

    gc.set_threshold(100_000, 20, 20)  # hardly anything made while starting is garbage: looking for it costs 20 ms
    from checker import compiled

    compiled.install()
    _quick()
    from checker import lazy
    from checker.cli import run

    code = run(sys.argv[1:])
    lazy.keep()
    gc.freeze()  # nor is it looked for at the end, when all of it goes anyway: 40 ms
    return code


def _quick() -> None:
    """Import msgspec and argparse without what they load for uses that we have none of: together 7 ms.

    msgspec asks for the typing extensions, though typing has what it needs of them; for ``uuid`` and ``decimal``, whose
    values we have nowhere; for its own modules of schemas, which ``late`` gives to who asks. argparse asks for
    translations, of which we have none.
    """
    from importlib import import_module
    from types import SimpleNamespace

    def schema(name: str) -> object:
        return lambda *given, **more: getattr(import_module("msgspec._json_schema"), name)(*given, **more)

    def late(name: str) -> object:
        if name in _LATE:
            return import_module(f"msgspec.{name}")
        raise AttributeError(name)

    instead = {
        "typing_extensions": None,
        "uuid": SimpleNamespace(UUID=type("UUID", (), {}), SafeUUID=SimpleNamespace(unknown=None)),
        "decimal": SimpleNamespace(Decimal=type("Decimal", (), {})),
        "gettext": SimpleNamespace(gettext=lambda text: text, ngettext=lambda one, many, n: one if n == 1 else many),
        "msgspec._json_schema": SimpleNamespace(**{name: schema(name) for name in ("schema", "schema_components")}),
        **{f"msgspec.{name}": SimpleNamespace() for name in _LATE},
    }
    instead = {name: one for name, one in instead.items() if name not in sys.modules}
    sys.modules.update(instead)  # type: ignore[arg-type]
    try:
        import argparse  # noqa: F401

        import msgspec
    finally:
        for name in instead:
            del sys.modules[name]
    for name in _LATE:
        vars(msgspec).pop(name, None)
    vars(msgspec)["__getattr__"] = late


def command() -> None:
    """``main``, and the end of the process."""
    code = main()
    if "threading" not in sys.modules and not _at_exit():  # nobody waits for the end but our caller
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError, AttributeError):  # closed, or none: as the interpreter has it
            sys.exit(code)
        os._exit(code)  # what was made goes with the process: to take it apart first takes 5 ms
    sys.exit(code)


def _at_exit() -> int:
    """How much asked to be run at the end; one, where this interpreter does not say."""
    import atexit

    count: int = getattr(atexit, "_ncallbacks", lambda: 1)()
    return count


if __name__ == "__main__":
    command()

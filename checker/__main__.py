"""``factlint`` and ``python -m checker``: the version at once, everything else by ``checker.cli``."""

from __future__ import annotations

import os
import sys


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
    """msgspec asks for the typing extensions first, which take 9 ms, though typing has what it needs of them. ``uuid``,
    which it loads too, takes 2 ms for ``platform``, of which it asks the system's name alone."""
    from types import SimpleNamespace

    instead = {"typing_extensions": None, "platform": SimpleNamespace(system=lambda: os.uname().sysname)}
    instead = {name: one for name, one in instead.items() if name not in sys.modules}
    if not hasattr(os, "uname"):
        instead.pop("platform", None)
    sys.modules.update(instead)  # type: ignore[arg-type]
    try:
        import msgspec  # noqa: F401
    finally:
        for name in instead:
            del sys.modules[name]


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

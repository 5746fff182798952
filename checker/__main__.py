"""``factlint`` and ``python -m checker``: the version at once, everything else by ``checker.cli``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command with the arguments of the process; the exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything is imported
        from checker import __version__

        sys.stdout.write(f"factlint {__version__}\n")
        return 0
    import gc

    from checker import compiled

    compiled.install()
    _quick()
    from checker import lazy
    from checker.cli import run

    gc.set_threshold(100_000, 20, 20)  # hardly anything made while starting is garbage: looking for it costs 20 ms
    code = run(sys.argv[1:])
    lazy.keep()
    gc.freeze()  # nor is it looked for at the end, when all of it goes anyway: 40 ms
    return code


def _quick() -> None:
    """msgspec asks for the typing extensions first, which take 9 ms, though typing has what it needs of them. ``uuid``,
    which it loads too, takes 2 ms for ``platform``, of which it asks the system's name alone."""
    import os
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


if __name__ == "__main__":
    sys.exit(main())

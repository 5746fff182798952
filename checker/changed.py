"""Which files have changed since a revision, as git tells it."""

from __future__ import annotations

import os
import subprocess

from checker.errors import UserError


def since(revision: str, folder: str = ".") -> list[str]:
    """The files of the repository around ``folder`` that are new or changed since ``revision``, untracked ones too.

    Paths are relative to the working directory. Raises UserError where there is no git, no repository, no such
    revision.
    """
    if revision.startswith("-"):
        raise UserError(f"no revision {revision!r}; name a commit, branch or tag")
    top = _git(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    _git(
        folder,
        "rev-parse",
        "--verify",
        "--quiet",
        f"{revision}^{{commit}}",
        failing=f"no revision {revision!r} in {top}",
    )
    changed = _git(top, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", revision, "--")
    untracked = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = {name for name in (changed + untracked).split("\0") if name}
    return sorted(os.path.relpath(os.path.join(top, name)) for name in names)


def _git(folder: str, *words: str, failing: str = "") -> str:
    try:
        done = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise UserError(f"git cannot be run ({error.strerror}); name the new files instead of --new-from") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UserError(failing or f"git: {said}; name the new files instead of --new-from")
    return os.fsdecode(done.stdout)

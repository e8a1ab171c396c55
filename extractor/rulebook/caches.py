"""Files in the user's cache folder: what takes long to make is made once, and again when what it is made of changes."""

from __future__ import annotations

import os
import pickle
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

KEPT_CACHES = 8


def cache_file(name: str) -> Path:
    """A file in the user's cache folder for this program (moved by the environment variable EXTRACTOR_CACHE)."""
    folder = os.environ.get("EXTRACTOR_CACHE")
    return (Path(folder) if folder else user_cache_path("extractor")) / name


@cache
def code_mark() -> str:
    """8 hex digits that change with the code that reads and compiles rules, so that a cache never outlives it."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def forget_oldest(pattern: str, keep: int = KEPT_CACHES) -> None:
    """Deletes the caches of one kind but for the newest: every edit of a rule makes a new one."""
    try:
        caches = sorted(cache_file("").glob(pattern), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in caches[keep:]:
            path.unlink(missing_ok=True)
    except OSError:  # another process was quicker, or it is not ours to delete
        return


def read_cache(path: Path) -> object | None:
    """What was pickled there; None where there is nothing, or nothing that can be read."""
    try:
        return pickle.loads(path.read_bytes())
    except Exception:  # a damaged or foreign cache is as good as none
        return None


def write_cache(path: Path, value: object) -> None:
    """Pickles `value` there at once or not at all; a folder that cannot be written to is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(file.name, path)
    except OSError:
        return

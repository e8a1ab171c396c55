"""What the user can mend, said in one line."""

from __future__ import annotations

from pathlib import Path


class ExtractorError(Exception):
    """Something the user can mend: which file (and line), what is wrong with it, and what to do.

    `str(error)` is one line, ready to be shown: ``rules/x.yaml:12: unknown key 'exmples'; did you mean 'examples'?``
    """

    def __init__(self, problem: str, *, path: str | Path | None = None, line: int | None = None) -> None:
        self.problem = " ".join(problem.split())
        self.path = str(path) if path is not None else None
        self.line = line
        super().__init__(str(self))

    def __str__(self) -> str:
        if self.path is None:
            return self.problem
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.problem}"

    def __reduce__(self) -> tuple[object, ...]:  # crosses from a worker process to its parent
        return (_rebuild, (type(self), self.problem, self.path, self.line))


def _rebuild(kind: type[ExtractorError], problem: str, path: str | None, line: int | None) -> ExtractorError:
    return kind(problem, path=path, line=line)


class ReadingError(ExtractorError):
    """A file that cannot be read as an article."""


class RuleError(ExtractorError):
    """A rule file or lexicon that is wrong."""


class DatabaseError(ExtractorError):
    """A database that cannot be opened, or is not ours to write."""

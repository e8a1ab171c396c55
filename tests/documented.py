"""Commands in the documentation with what they print: for the tests that run them, and to write the outputs anew.

`python -m tests.documented README.md` runs the commands of its `console` blocks and replaces what stands below them; a
block that ends in `…` keeps the number of its lines.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from contextlib import chdir, redirect_stdout
from pathlib import Path

from extractor.cli import status_of

BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
"""A block of Markdown between fences, with its kind and the file that it is."""

COMMAND = re.compile(
    r"^(?P<command>\$ extractor (?P<words>(?:.*\\\n)*.*)\n)(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE
)
CUT = "…"
"""A line with this alone stands for all further lines."""

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus" / "articles"
WIDTH = 110
"""Columns of the outputs in the documentation."""


def printed_commands(page: str) -> list[tuple[str, str]]:
    """The commands of the `console` blocks, without `extractor`, each with the lines that stand below it."""
    blocks = (block["content"] for block in BLOCK.finditer(page) if block["kind"] == "console")
    return [(_joined(match["words"]), match["printed"]) for block in blocks for match in COMMAND.finditer(block)]


def _joined(words: str) -> str:
    return re.sub(r"\s*\\\n\s*", " ", words)


def make_facts(folder: Path) -> None:
    """What the first command of the README makes: `facts.db` from the corpus, which is linked to beside it."""
    (folder / "corpus").symlink_to(ROOT / "corpus", target_is_directory=True)
    with chdir(folder):
        assert status_of(["run", "corpus/articles", "--db", "facts.db", "--quiet"]) == 0


def output_of(command: str, folder: Path) -> list[str]:
    """The lines that a command prints in the folder, without blanks at their ends."""
    out = io.StringIO()
    os.environ["COLUMNS"] = str(WIDTH)
    with chdir(folder), redirect_stdout(out):
        assert status_of(shlex.split(command)) == 0
    lines = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
    return lines.strip("\n").splitlines()


def cut_like(told: list[str], printed: str) -> list[str]:
    """As many lines of an output as are printed, and the sign for the others, where the printed lines end in that."""
    wanted = printed.rstrip().splitlines()
    return [*told[: len(wanted) - 1], CUT] if wanted[-1:] == [CUT] else told


def rewrite(page: str, folder: Path) -> str:
    """The page with the outputs of its commands as they are today."""

    def block_anew(block: re.Match[str]) -> str:
        return COMMAND.sub(command_anew, block.group()) if block["kind"] == "console" else block.group()

    def command_anew(match: re.Match[str]) -> str:
        lines = cut_like(output_of(_joined(match["words"]), folder), match["printed"])
        return match["command"] + "".join(f"{line}\n" for line in lines)

    return BLOCK.sub(block_anew, page)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as temporary:
        make_facts(Path(temporary))
        path.write_text(rewrite(path.read_text("utf-8"), Path(temporary)), "utf-8")

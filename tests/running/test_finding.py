"""The files of a folder: which are taken, and that links lead nowhere else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.readers import is_candidate
from extractor.running.finding import Selection, Unreadable, count_files, find_files, roots_of
from extractor.store.files import FoundFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("news/a.txt", "news/deep/b.html", "news/.hidden/c.txt", "news/.d.txt", "news/e.png", "other/f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "news"


def found(root: Path, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> dict[str, str | None]:
    """The names of what is found, each with the reason why it is left alone."""
    entries = find_files(str(root), Selection(is_candidate, include, exclude))
    return {Path(entry.path).name: entry.reason if isinstance(entry, Unreadable) else None for entry in entries}


def test_articles_below_a_folder(folder: Path) -> None:
    assert found(folder) == {"a.txt": None, "b.html": None}


@pytest.mark.parametrize(
    ("include", "exclude", "names"),
    [
        (["*.txt"], [], {"a.txt"}),
        (["deep/*"], [], {"b.html"}),
        ([], ["deep/*"], {"a.txt"}),
        (["*.html", "*.txt"], ["a*"], {"b.html"}),
        (["*.png"], [], set()),
    ],
)
def test_patterns(folder: Path, include: list[str], exclude: list[str], names: set[str]) -> None:
    assert set(found(folder, include, exclude)) == names


def test_the_files_that_are_no_articles_are_counted(folder: Path) -> None:
    selection = Selection(is_candidate, exclude=["f.*"])
    for name in ("f.PNG", "g.PNG", "deep/noending"):
        (folder / name).touch()
    list(find_files(str(folder), selection))
    assert selection.left_out == {".png": 2, "": 1}


def test_a_file_that_is_named_is_taken_whatever_it_is(folder: Path) -> None:
    assert found(folder / "e.png") == {"e.png": None}
    assert list(find_files(str(folder / "none.txt"), Selection(is_candidate))) == [
        FoundFile(str(folder / "none.txt"), -1, 0.0)
    ]


def test_links(folder: Path) -> None:
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    (folder / "outside.txt").symlink_to(folder.parent / "other" / "f.txt")
    (folder / "nothing.txt").symlink_to(folder / "none.txt")
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "deep" / "up").symlink_to("..")
    (folder / "folder.txt").symlink_to(folder.parent / "other")
    names = found(folder)
    assert "outside of the folder" in str(names.pop("outside.txt"))
    assert names == dict.fromkeys(["a.txt", "b.html", "inside.txt", "nothing.txt", "itself.txt"])
    assert found(folder / "outside.txt") == {"outside.txt": None}


def test_counting(folder: Path) -> None:
    counts = count_files([str(folder), str(folder / "e.png")], Selection(is_candidate))
    assert [next(counts) for _ in range(3)] == [None, 3, 3]


def test_arguments(folder: Path) -> None:
    a, b, f = folder / "a.txt", folder / "deep" / "b.html", folder.parent / "other" / "f.txt"
    assert roots_of([str(a), str(a)]) == [str(a)]
    assert roots_of([f"{folder}/*.txt", f"{folder.parent}/**/*.html"]) == [str(a), str(b)]
    assert roots_of(["-"], [f"{a}\n", "\n", f"{f}\r\n"]) == [str(a), str(f)]
    assert roots_of([os.path.relpath(folder)]) == [str(folder)]
    for wrong in (folder / "none", f"{folder}/*.docx"):
        with pytest.raises(ExtractorError, match="there is no such folder or file"):
            roots_of([str(wrong)])

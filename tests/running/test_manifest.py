"""The manifest: what it says wins, and what is wrong with it is told with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.model import Article
from extractor.running.manifest import read_manifest

ARTICLE = Article(text="x", id="0", title="Found", publisher="Found", published=date(2020, 1, 1))


def test_what_it_says_wins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    path = tmp_path / "articles.csv"
    path.write_text('\ufeffPath, published ,title,url\na.txt,2026-02-10,"One, two",http://a\n\n', encoding="utf-8")
    row = read_manifest(path).row(str(tmp_path / "a.txt"))
    assert row is not None
    article = row.applied_to(ARTICLE)
    assert (article.published, article.title, article.url) == (date(2026, 2, 10), "One, two", "http://a")
    assert article.publisher == "Found"


@pytest.mark.parametrize("written", ["a.txt", "./a.txt", "{folder}/a.txt", "../run/a.txt"])
def test_paths_are_those_of_its_folder_or_the_run_s(tmp_path: Path, written: str) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "run/a.txt").touch()
    path = tmp_path / "other/articles.csv"
    path.write_text(f"path,title\n{written.format(folder=tmp_path / 'run')},T\n")
    manifest = read_manifest(path, [str(tmp_path / "run")])
    assert manifest.row(str(tmp_path / "run/a.txt")) is not None


@pytest.mark.parametrize("inner", ["news.jsonl#3", "news.jsonl/inner/a.txt"])
def test_articles_inside_a_file(tmp_path: Path, inner: str) -> None:
    (tmp_path / "news.jsonl").touch()
    path = tmp_path / "articles.csv"
    path.write_text(f"path,title\n{inner},T\n")
    manifest = read_manifest(path)
    assert manifest.row(str(tmp_path / inner)) is not None
    assert manifest.said_of(str(tmp_path / "news.jsonl")) is not None
    assert manifest.said_of(str(tmp_path / "other.jsonl")) is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1: the first line must name the columns"),
        ("title\nx\n", "1: the first line must name the columns"),
        ("path,tilte\na,b\n", "1: unknown column 'tilte'"),
        ("path,path\na,b\n", "1: two columns are named 'path'"),
        ("path,published\na.txt,\nb.txt,10.2.2026\n", "3: '10.2.2026' is no date"),
        ("path,published\na.txt,2026-02-30\n", "2: '2026-02-30' is no date"),
        ("path,title\na.txt,one, two\n", "2: has 3 cells for 2 columns"),
        ("path,title\n,two\n", "2: the row has no path"),
        ("path,title\na.txt,x\nb.txt,y\na.txt,z\n", "4: a.txt has a row already"),
        ('path,title\na.txt,"x"y\n', "2: is no valid CSV"),
        (b"path,title\na.txt,caf\xe9\n", " the manifest is not in UTF-8"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    path = tmp_path / "articles.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ExtractorError) as raised:
        read_manifest(path)
    assert str(raised.value).startswith(f"{path}:{message}")

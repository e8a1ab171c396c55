"""A run over folders: what is stored, what is skipped, what is replaced, what fails and what that costs."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor import batch
from extractor.errors import ExtractorError
from extractor.pipeline import Pipeline
from extractor.readers import is_candidate, read_articles
from extractor.running import worker
from extractor.running.job import Progress
from tests.fakes import job
from tests.stored import assert_whole, everything, rows

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is counted on Linux alone")
ARTICLES = {
    "a.txt": "Novartis Inc. (NVS): 12% on dupilumab (REGN 668).",
    "b.txt": "Sanofi Inc.: 40% on dupilumab (SAR 231893).",
    "deep/c.txt": "Sanofi Inc.: 7% on nemolizumab.",
    "deep/er/d.txt": "Nothing of note.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    for name, text in ARTICLES.items():
        write(path / name, text)
    return path


def write(path: Path, text: str, *, at: float = 1_700_000_000) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (at, at))


def run(folder: Path, name: str = "facts.db", **options: Any) -> Progress:
    done = batch.run(job(folder, folder.parent / name, **options))
    assert_whole(folder.parent / name)
    return done


def undisturbed(folder: Path, **options: Any) -> dict[str, list[tuple[Any, ...]]]:
    """What a first run over the folder as it is stores."""
    path = folder.parent / "undisturbed.db"
    path.unlink(missing_ok=True)
    batch.run(job(folder, path, **options))
    return everything(path)


def stored(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    return everything(folder.parent / "facts.db")


def test_a_first_run_stores_all(folder: Path) -> None:
    done = run(folder)
    assert (done.articles, done.unchanged, done.failures) == (4, 0, [])
    assert done.rows["percentages"] == 3
    database = folder.parent / "facts.db"
    assert rows(database, "SELECT count(*), count(DISTINCT document_id) FROM files") == [(4, 4)]
    assert rows(database, "SELECT status, articles, failed FROM runs") == [("done", 4, 0)]
    assert rows(database, "SELECT * FROM stale") == []
    assert [each.name for each in folder.parent.glob("facts.db*")] == ["facts.db"]


def test_the_same_rows_whatever_the_workers(folder: Path) -> None:
    for number in range(60):
        write(folder / f"{number}.txt", f"{number}% on xmab (AB {number % 7}), Big Inc. Copy {number % 50}.")
        write(folder / f"copy-{number}.txt", f"{number % 5}% on ymab.")
    run(folder, "one.db", workers=1)
    run(folder, "three.db", workers=3)
    assert everything(folder.parent / "one.db") == everything(folder.parent / "three.db")


def test_workers_are_renewed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "ARTICLES_OF_A_WORKER", 3)
    write(folder / "x.lines", "".join(f"{number}% on amab\n" for number in range(20)))
    for number in range(30):
        write(folder / f"{number}.txt", f"{number}% on xmab")
    assert run(folder, workers=2).articles == 54
    assert stored(folder) == undisturbed(folder)


def test_a_second_run_skips_what_has_not_changed(folder: Path) -> None:
    run(folder)
    before = stored(folder)
    done = run(folder, make_pipeline=lambda: pytest.fail("nothing is to be extracted"))
    assert (done.articles, done.unchanged) == (0, 4)
    assert stored(folder) == before


def test_a_touched_file_is_not_extracted_again(folder: Path) -> None:
    run(folder)
    os.utime(folder / "a.txt", (1_800_000_000, 1_800_000_000))
    done = run(folder)
    assert (done.articles, done.unchanged) == (0, 4)
    assert stored(folder) == undisturbed(folder)


def _change(folder: Path) -> None:
    write(folder / "a.txt", "Other Inc.: 99% on othermab.", at=1_700_000_001)


def _change_keeping_the_time(folder: Path) -> None:
    write(folder / "a.txt", "Other Inc.: 99% on othermab.")


def _remove(folder: Path) -> None:
    (folder / "b.txt").unlink()


def _remove_a_folder(folder: Path) -> None:
    for path in sorted((folder / "deep").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (folder / "deep").rmdir()


def _rename(folder: Path) -> None:
    (folder / "a.txt").rename(folder / "z.txt")


def _copy_under_an_earlier_name(folder: Path) -> None:
    write(folder / "0.txt", ARTICLES["b.txt"])


def _copy_under_a_later_name(folder: Path) -> None:
    write(folder / "z.txt", ARTICLES["b.txt"])


def _swap(folder: Path) -> None:
    write(folder / "a.txt", ARTICLES["b.txt"], at=1_700_000_001)
    write(folder / "b.txt", ARTICLES["a.txt"], at=1_700_000_001)


def _make_unreadable(folder: Path) -> None:
    write(folder / "a.txt", "unreadable", at=1_700_000_001)


def _add_lines(folder: Path) -> None:
    write(folder / "x.lines", "1% on amab\n2% on bmab\nNovartis Inc. (NVX)\n")


CHANGES: tuple[Callable[[Path], None], ...] = (
    _change, _change_keeping_the_time, _remove, _remove_a_folder, _rename, _copy_under_an_earlier_name,
    _copy_under_a_later_name, _swap, _make_unreadable, _add_lines,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_gives_what_a_first_run_would(folder: Path, change: Callable[[Path], None]) -> None:
    run(folder)
    before = stored(folder)
    change(folder)
    run(folder)
    assert stored(folder) == undisturbed(folder)
    back = [path for path in folder.rglob("*") if path.is_file() and str(path.relative_to(folder)) not in ARTICLES]
    for path in back:
        path.unlink()
    for name, text in ARTICLES.items():
        write(folder / name, text, at=1_700_000_002)
    run(folder)
    assert {**stored(folder), "files": None} == {**before, "files": None}


def test_a_removed_copy_leaves_the_document_under_its_other_path(folder: Path) -> None:
    _copy_under_an_earlier_name(folder)
    run(folder)
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM documents WHERE path LIKE '%/0.txt'") == [(1,)]
    (folder / "0.txt").unlink()
    done = run(folder)
    assert done.removed == 1
    assert stored(folder) == undisturbed(folder)


def test_lines_of_a_file_that_are_gone_go(folder: Path) -> None:
    path = folder / "x.lines"
    _add_lines(folder)
    done = run(folder)
    assert done.articles == 7
    write(path, "2% on bmab\n", at=1_700_000_001)
    run(folder)
    assert stored(folder) == undisturbed(folder)
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM files WHERE container IS NOT NULL") == [(1,)]
    path.unlink()
    run(folder)
    assert stored(folder) == undisturbed(folder)


def test_what_was_read_of_a_file_before_it_failed_is_kept(folder: Path) -> None:
    write(folder / "x.lines", "1% on amab\nunreadable\n3% on cmab\n")
    done = run(folder)
    assert [reason for _, reason in done.failures] == ["is unreadable; mend it"]
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM percentages WHERE value = 1") == [(1,)]
    write(folder / "x.lines", "1% on amab\n3% on cmab\n")
    assert run(folder).failures == []
    assert stored(folder) == undisturbed(folder)


def test_other_folders_are_left_alone(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "articles-too/e.txt", "5% on emab")
    run(folder)
    run(folder, folders=[str(tmp_path / "articles-too")])
    run(folder, folders=[str(folder / "deep")])
    assert rows(tmp_path / "facts.db", "SELECT count(*) FROM documents") == [(5,)]


def test_rules_that_changed_extract_all_again(folder: Path) -> None:
    run(folder)
    done = run(folder, fingerprint="rules-2")
    assert (done.articles, done.unchanged) == (4, 0)
    assert rows(folder.parent / "facts.db", "SELECT DISTINCT fingerprint FROM documents") == [("rules-2",)]
    assert stored(folder) == undisturbed(folder, fingerprint="rules-2")


def test_a_manifest_wins_and_its_changes_count(folder: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "articles.csv"
    manifest.write_text("path,published,publisher\narticles/a.txt,2026-02-10,The Herald\nb.txt,,The Sun\n")
    run(folder, manifest=manifest)
    asked = "SELECT published, publisher FROM documents ORDER BY path LIMIT 2"
    assert rows(tmp_path / "facts.db", asked) == [("2026-02-10", "The Herald"), (None, "The Sun")]
    assert run(folder, manifest=manifest).unchanged == 4
    manifest.write_text("path,published,publisher\narticles/a.txt,2026-02-11,The Herald\nb.txt,,The Sun\n")
    assert run(folder, manifest=manifest).articles == 1
    assert rows(tmp_path / "facts.db", asked)[0] == ("2026-02-11", "The Herald")
    assert run(folder).articles == 2
    assert stored(folder) == undisturbed(folder)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bad.txt", b"unreadable", "is unreadable; mend it"),
        ("bug.txt", b"BUG", "internal error, please report it: ValueError: a bug in a rule"),
        ("bytes.txt", b"\xff\xfe\x00", "internal error, please report it: UnicodeDecodeError: "),
        ("die.txt", b"DIE", "the worker process died reading it (signal 9), 2 times"),
        ("hang.txt", b"HANG", "took longer than the time limit of 1 s, 2 times"),
        pytest.param("hungry.txt", b"HUNGRY", "needs more memory than it may have; split the file, or", marks=ON_LINUX),
    ],
)
def test_a_file_that_fails_costs_itself(folder: Path, name: str, content: bytes, reason: str) -> None:
    (folder / name).write_bytes(content)
    limits = {"time_limit": 1.0 if name == "hang.txt" else 30.0, "memory_limit": 200}
    done = run(folder, workers=2, **limits)
    assert [(Path(path).name, problem[: len(reason)]) for path, problem in done.failures] == [(name, reason)]
    assert (done.articles, done.read) == (4, 4)
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM failures") == [(1,)]
    again = run(folder, workers=2, **limits)
    assert (len(again.failures), again.unchanged) == (1, 4)
    (folder / name).write_bytes(b"8% on gmab")
    assert run(folder).failures == []
    assert stored(folder) == undisturbed(folder)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("BUG", "internal error, please report it: ValueError: a bug in a rule"),
        ("DIE", "the worker process died reading it (signal 9), 2 times"),
        ("HANG", "took longer than the time limit of 1 s, 2 times"),
    ],
)
def test_files_that_fail_among_many_cost_themselves(folder: Path, content: str, reason: str) -> None:
    for number in range(120):
        write(folder / f"many{number:03}.txt", f"{number}% on xmab" if number % 50 else content)
    lines = [f"{number}% on ymab" for number in range(50)]
    write(folder / "z.lines", "\n".join([*lines[:40], content, *lines[40:]]))
    done = run(folder, workers=2, time_limit=1.0)
    assert sorted((Path(path).name, problem) for path, problem in done.failures) == [
        (name, reason) for name in ("many000.txt", "many050.txt", "many100.txt", "z.lines")
    ]
    paths = [Path(path).name for (path,) in rows(folder.parent / "facts.db", "SELECT path FROM documents")]
    assert sorted(path for path in paths if "#" in path) == sorted(f"z.lines#{number}" for number in range(1, 41))
    assert len(paths) == len(ARTICLES) + 117 + 40


def test_a_worker_that_dies_once_costs_nothing(folder: Path, tmp_path: Path) -> None:
    for number in range(20):
        write(folder / f"{number}.txt", f"{number}% on amab, DIE ONCE {tmp_path / f'died-{number}'}")
    done = run(folder, workers=2)
    assert (done.failures, done.articles) == ([], 24)
    assert stored(folder) == undisturbed(folder)


def test_an_article_that_cannot_be_stored_costs_itself(folder: Path) -> None:
    def broken(path: Path) -> Any:
        from dataclasses import replace

        from tests.fakes import read

        for article in read(path):
            yield replace(article, title="\ud800") if path.name == "b.txt" else article

    done = run(folder, read=broken)
    assert [Path(path).name for path, _ in done.failures] == ["b.txt"]
    assert done.articles == 3


def test_a_name_that_is_no_utf8(folder: Path) -> None:
    with open(os.path.join(os.fsencode(folder), b"caf\xe9.txt"), "wb") as file:
        file.write(b"6% on fmab")
    assert run(folder).failures == []
    assert run(folder).unchanged == 5
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM documents WHERE path LIKE '%caf\\xe9.txt'") == [(1,)]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"include": ["a*"]}, {"a.txt"}),
        ({"include": ["deep/*"]}, {"c.txt", "d.txt"}),
        ({"exclude": ["deep/*", "b.txt"]}, {"a.txt"}),
        ({}, {"a.txt", "b.txt", "c.txt", "d.txt"}),
    ],
)
def test_which_files_are_taken(folder: Path, options: dict[str, Any], names: set[str]) -> None:
    write(folder / ".hidden/h.txt", "hidden")
    write(folder / ".h.txt", "hidden")
    write(folder / "picture.png", "no article")
    run(folder, **options)
    assert {Path(path).name for (path,) in rows(folder.parent / "facts.db", "SELECT path FROM files")} == names


def test_excluding_removes_nothing_that_is_there(folder: Path) -> None:
    run(folder)
    run(folder, exclude=["b.txt"])
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM documents") == [(4,)]


def test_files_and_patterns_can_be_named(folder: Path) -> None:
    run(folder, folders=[str(folder / "a.txt"), str(folder / "deep" / "*.txt"), str(folder / "a.txt")])
    names = {Path(path).name for (path,) in rows(folder.parent / "facts.db", "SELECT path FROM files")}
    assert names == {"a.txt", "c.txt"}


def test_paths_can_be_listed_on_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = f"{folder / 'a.txt'}\n{folder / 'deep'}\n\n{folder / 'nowhere.txt'}\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    done = run(folder, folders=["-"])
    assert (done.articles, done.failures) == (
        3,
        [(str(folder / "nowhere.txt"), "cannot be read: No such file or directory")],
    )


def test_bugs_are_logged_in_full(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(folder / "bug.txt", "BUG")
    with caplog.at_level("INFO", "extractor"):
        run(folder)
    assert "Traceback" in caplog.text and "misbehave" in caplog.text and "done: 4 articles, 1 failed" in caplog.text


def test_the_files_are_counted_ahead(folder: Path) -> None:
    totals: list[int | None] = []
    batch.run(job(folder, folder.parent / "facts.db"), watcher=lambda progress: totals.append(progress.total))
    assert totals[-1] == 4


def test_a_folder_without_articles_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ExtractorError, match="holds no article"):
        batch.run(job(tmp_path / "empty", tmp_path / "facts.db"))
    with pytest.raises(ExtractorError, match="there is no such folder"):
        batch.run(job(tmp_path / "nowhere", tmp_path / "facts.db"))
    assert not (tmp_path / "facts.db").exists()


def test_all_articles_gone(folder: Path) -> None:
    run(folder)
    for path in folder.rglob("*.txt"):
        path.unlink()
    assert run(folder).removed == 4
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM drugs") == [(0,)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_listed_keeps_what_is_below(folder: Path) -> None:
    run(folder)
    (folder / "deep").chmod(0)
    try:
        done = run(folder)
    finally:
        (folder / "deep").chmod(0o755)
    assert [Path(path).name for path, _ in done.failures] == ["deep"]
    assert rows(folder.parent / "facts.db", "SELECT count(*) FROM documents") == [(4,)]


def test_a_run_that_is_stopped_keeps_what_is_finished(folder: Path) -> None:
    for number in range(100):
        write(folder / f"{number}.txt", f"{number}% on amab (AB {number}) SLOW 0.01")
    articles = [0]
    done = batch.run(
        job(folder, folder.parent / "facts.db"),
        watcher=lambda progress: articles.append(progress.articles),
        stopped=lambda: articles[-1] > 20,
    )
    assert done.interrupted
    assert_whole(folder.parent / "facts.db")
    assert rows(folder.parent / "facts.db", "SELECT status FROM runs") == [("interrupted",)]
    assert 0 < done.articles < 104
    assert run(folder).articles + done.articles >= 104
    assert stored(folder) == undisturbed(folder)


def test_the_whole_corpus_can_be_stored(tmp_path: Path, pipeline: Pipeline) -> None:
    database = tmp_path / "facts.db"
    corpus = Path(__file__).parents[1] / "corpus" / "articles"
    done = batch.run(job(corpus, database, candidate=is_candidate, read=read_articles, make_pipeline=lambda: pipeline))
    assert done.failures == []
    assert_whole(database)
    assert rows(database, "SELECT count(*) FROM documents WHERE duplicate_of IS NOT NULL") == [(1,)]

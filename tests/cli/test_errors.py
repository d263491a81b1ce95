"""What the machine refuses and what strangers write: an ``error:`` line and the right exit code, never a traceback."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

from papergraph.cli._errors import one_line, reported

Run = Callable[..., Result]

FULL = Path("/dev/full")
needs_a_full_device = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def _process(
    command: str, folder: Path, *, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a shell command in which ``$PG`` is papergraph."""
    variables = {**os.environ, "PG": f"{sys.executable} -m papergraph.cli", **(environment or {})}
    variables.pop("PAPERGRAPH_STORE", None)
    return subprocess.run(["bash", "-c", command], cwd=folder, env=variables, capture_output=True, check=False)


@pytest.mark.parametrize("place", ["nowhere/report.json", "2025-05-07.md/report.json", f"{'n' * 300}.json"])
def test_a_report_that_cannot_be_written(run: Run, digest: Path, place: str) -> None:
    """The build stays and is summed up; the report's failure is said in words, with the code of a failed write."""
    done = run("build", digest, "--report", place)

    assert done.exit_code == 5
    assert "error: the report cannot be written to " in done.stderr
    assert "hint: the graph is built" in done.stderr
    assert "2 papers" in done.stderr
    assert run("stats").exit_code == 0


def test_the_report_comes_with_json_too(run: Run, digest: Path) -> None:
    """A report that fails does not take the answer on standard output with it."""
    done = run("build", digest, "--json", "--report", "nowhere/report.json")

    assert (done.exit_code, json.loads(done.stdout)["papers"]) == (5, 2)


@needs_a_full_device
@pytest.mark.parametrize("command", ["stats", "stats --json", "show GRPO", "query 'ASK {}'", "--help", "show --help"])
def test_standard_output_on_a_full_disk(built: Run, tmp_path: Path, command: str) -> None:
    """A full disk below standard output is the machine's fault: exit code 5, one line that says so."""
    done = _process(f"$PG {command} > /dev/full", tmp_path)

    assert done.returncode == 5
    assert done.stderr.startswith(b"error: No space left on device")
    assert b"a bug in" not in done.stderr


@pytest.mark.parametrize(
    "command", ["export -o - --format nq", "query 'SELECT * { ?s ?p ?o . ?a ?b ?c }' --format csv"]
)
def test_a_reader_that_goes_away(built: Run, tmp_path: Path, command: str) -> None:
    """When nobody reads on, the command ends as others do: silently, with 128 and the number of the signal."""
    done = _process(f"$PG {command} | head -1 > /dev/null; exit ${{PIPESTATUS[0]}}", tmp_path)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["export -o - --format ttl", "query 'SELECT * { ?s ?p ?o }' --format csv"])
def test_an_answer_is_never_cut_short_in_silence(built: Run, tmp_path: Path, command: str, unbuffered: str) -> None:
    """When the disk takes the beginning only, the command fails, also where Python does not buffer."""
    done = _process(f"ulimit -f 8; $PG {command} > cut", tmp_path, environment={"PYTHONUNBUFFERED": unbuffered})

    assert done.returncode == 5
    assert done.stderr.startswith(b"error: File too large")


def test_export_without_standard_output(built: Run, tmp_path: Path) -> None:
    """A closed standard output is no bug."""
    done = _process("$PG export -o - --format nq >&-", tmp_path)

    assert done.returncode == 5
    assert done.stderr.startswith(b"error: there is no standard output")


def test_interrupted(built: Run, tmp_path: Path) -> None:
    """Ctrl-C has a code of its own (130): 1 would say that the answer is no."""
    code = "\n".join(
        (
            "import os, signal, threading",
            "from papergraph.cli import main",
            "threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT)).start()",
            "main(['query', 'SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l}'])",
        )
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (130, b"error: interrupted\n")


@pytest.mark.parametrize("encoding", ["latin-1", "cp949", "ascii"])
def test_a_terminal_that_cannot_show_everything(built: Run, tmp_path: Path, encoding: str) -> None:
    """What the encoding lacks is escaped; the rest is shown."""
    done = _process("$PG show GRPO", tmp_path, environment={"PYTHONIOENCODING": encoding})

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"GRPO" in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "cp949", "ascii"])
def test_json_is_utf_8_everywhere(built: Run, tmp_path: Path, encoding: str) -> None:
    """JSON does not depend on the terminal."""
    done = _process("$PG show GRPO --json", tmp_path, environment={"PYTHONIOENCODING": encoding})

    assert "활용하여" in json.dumps(json.loads(done.stdout.decode("utf-8")), ensure_ascii=False)


@pytest.mark.parametrize(
    "command", [("build", "x.md"), ("stats",), ("export", "-o", "x.nq"), ("view", "papers", "-o", "x.svg")]
)
def test_the_working_directory_is_gone(
    built: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """A folder that was removed while somebody stands in it is no bug."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()

    done = built(*command)

    assert done.exit_code in (3, 5)
    assert done.stderr.startswith("error: ")
    assert "a bug in" not in done.stderr


def test_a_query_file_that_is_no_text(built: Run, tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are an input that cannot be read."""
    (tmp_path / "q.rq").write_bytes(b"SELECT \xff")

    done = built("query", "--file", "q.rq")

    assert done.exit_code == 3
    assert done.stderr.startswith("error: q.rq: the query is no UTF-8 text")


def test_a_query_argument_that_is_no_text(built: Run) -> None:
    """Such bytes in an argument are said to be what they are."""
    done = built("query", "SELECT \udcff {}")

    assert (done.exit_code, done.stderr) == (
        2,
        "error: the query is not SPARQL: it holds bytes that are no UTF-8 text\n",
    )


def test_a_file_name_adds_no_line(run: Run, digest: Path, tmp_path: Path) -> None:
    """A line end in the name of a file cannot fake a line of the summary."""
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "x\nproblems: none\x1b[2J.md").write_text("nothing of the kind", encoding="utf-8")
    digest.rename(folder / digest.name)

    done = run("build", folder)

    assert "problems: 1 error, 1 warning" in done.stderr
    assert "\nproblems: none" not in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    "command", [("show", "GRPO"), ("show", "2505.00001"), ("why", "2505.00001", "GRPO"), ("stats",)]
)
def test_a_hostile_graph_file_commands_no_terminal(built: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """In a graph that somebody else wrote, dates, names and labels may hold anything; it stays on its line."""
    built("export", "-o", "graph.nq", "-q")
    file = tmp_path / "graph.nq"
    text = re.sub(r'"(2025-05-07|FooNet[^"]*|GRPO)"', r'"\1\\u001B[2J\\nerror: fake"', file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")

    done = built(
        *command[:1],
        *(f"{name}\x1b[2J\nerror: fake" if name == "GRPO" else name for name in command[1:]),
        "--store",
        file,
    )

    assert done.exit_code == 0
    assert "\x1b" not in done.output
    assert "\nerror: fake" not in done.output


@pytest.mark.parametrize(
    ("pattern", "instead"), [(r'(oa#start> )"\d+"', r'\1"abc"'), (r"ontology#(Uses|Introduces)>", "ontology#Odd>")]
)
@pytest.mark.parametrize(
    "command", [("show", "GRPO"), ("why", "2505.00001", "GRPO"), ("view", "papers", "-o", "x.svg")]
)
def test_a_graph_file_with_values_that_cannot_be(
    built: Run, tmp_path: Path, command: tuple[str, ...], pattern: str, instead: str
) -> None:
    """An offset that is no number, or a role nobody knows, is the graph's fault: exit code 5."""
    built("export", "-o", "graph.nq", "-q")
    file = tmp_path / "graph.nq"
    file.write_text(re.sub(pattern, instead, file.read_text(encoding="utf-8")), encoding="utf-8")

    done = built(*command, "--store", file)

    assert done.exit_code == 5
    assert done.stderr.startswith("error: the graph holds a value that cannot be: ")


def test_validate_logs_no_traceback(built: Run, tmp_path: Path) -> None:
    """A literal that is none of its type is in the report, not in a traceback of a library."""
    built("export", "-o", "graph.nq", "-q")
    file = tmp_path / "graph.nq"
    file.write_text(re.sub(r'(#rank> )"\d+"', r'\1"x"', file.read_text(encoding="utf-8")), encoding="utf-8")

    done = _process("$PG validate --store graph.nq", tmp_path)

    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(("error", "code"), [(MemoryError(), 5), (OSError(28, "No space"), 5), (ValueError("x"), 70)])
def test_codes_of_what_is_not_ours(error: Exception, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Too little memory and a full disk are the machine's; anything else is a bug and says so."""
    with pytest.raises(SystemExit) as ended, reported(debug=False):
        raise error

    said = capsys.readouterr().err
    assert ended.value.code == code
    assert said.startswith("error: ")
    assert ("a bug in papergraph" in said) is (code == 70)


def test_one_line() -> None:
    """Controls become a sign, line ends a space, and Hangul stays."""
    assert one_line("한\n글\x1b[0m") == "한 글\ufffd[0m"

"""Bad input: exit 1, one line on standard error that says what to do, nothing changed."""

import errno
import os
import shlex
import sqlite3

import pytest
from cli.conftest import refused

from qualcode.store.backups import folder_of
from qualcode.store.engine import in_command

COMMANDS = {
    "info": (),
    "history": (),
    "undo": (),
    "redo": (),
    "check": (),
    "backup": (),
    "search": ("word",),
    "analyse": ("cooccurrence",),
    "export": ("segments", "out.csv"),
    "import": ("in.txt",),
    "name": ("Round 1",),
    "diff": (),
    "method": ("reflexive",),
    "queries": (),
    "basket": (),
}
EVERY_COMMAND = [pytest.param((name, *rest), id=name) for name, rest in COMMANDS.items()]


def on(command: tuple[str, ...], place: object) -> tuple[object, ...]:
    return (command[0], place, *command[1:])


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_a_missing_project_is_never_made(run, here, command):
    said = refused(run(*on(command, "missing.qualcode")))
    assert "qualcode new" in said
    assert [file.name for file in here.iterdir()] == ["in.txt"]


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_what_is_no_project_is_refused_and_left_alone(run, here, command):
    (here / "a.qualcode").mkdir()
    assert "folder" in refused(run(*on(command, "a.qualcode")))
    (here / "b.qualcode").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    before = (here / "b.qualcode").read_bytes()
    assert "not a qualcode project" in refused(run(*on(command, "b.qualcode")))
    assert (here / "b.qualcode").read_bytes() == before
    sqlite3.connect(here / "c.qualcode").execute("CREATE TABLE notes (text)").connection.close()
    assert "another program" in refused(run(*on(command, "c.qualcode")))
    (here / "d.qualcode").touch()
    assert "empty" in refused(run(*on(command, "d.qualcode")))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_a_pipe_is_refused_without_waiting_for_it(run, here, command):
    os.mkfifo(here / "pipe.qualcode")
    assert "pipe" in refused(run(*on(command, "pipe.qualcode")))
    os.mkfifo(here / "pipe.txt")
    if command[0] == "import":
        run("new", "a.qualcode")
        assert "pipe" in refused(run("import", "a.qualcode", "pipe.txt"))


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_a_newer_project_is_refused_and_left_alone(run, here, study, command):
    connection = sqlite3.connect(study)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = study.read_bytes()
    assert "Update qualcode" in refused(run(*on(command, study)))
    assert study.read_bytes() == before


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_a_truncated_project_is_refused_and_left_alone(run, here, study, command):
    study.write_bytes(study.read_bytes()[: 4096 * 3 + 100])
    before = study.read_bytes()
    assert "cut short" in refused(run(*on(command, study)))
    assert study.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ("analyse", "cooccurrence", "--rule", "nonsense"),
        ("analyse", "cooccurrence", "--rule", "near:x"),
        ("analyse", "cooccurrence", "--coders", "Nobody"),
        ("analyse", "cooccurrence", "--codes", "nothing"),
        ("analyse", "cooccurrence", "--documents", "P99"),
        ("analyse", "cooccurrence", "--variable", "Height=tall"),
        ("analyse", "cooccurrence", "--square", "--measure", "nonsense"),
        ("analyse", "cooccurrence", "--measure", "nonsense", "--out", "x.svg"),
        ("analyse", "cooccurrence", "--kind", "pie", "--out", "x.svg"),
        ("analyse", "frequencies", "--rule", "turn"),
        ("analyse", "cooccurrence", "--kind", "network", "--order", "likeness", "--out", "x.svg"),
        ("analyse", "cooccurrence", "--measure", "jaccard"),
        ("analyse", "frequencies", "--all"),
        ("analyse", "frequencies", "--square"),
        ("analyse", "frequencies", "--kind", "network", "--out", "x.svg"),
        ("analyse", "frequencies", "--level", "nonsense", "--out", "x.svg"),
        ("analyse", "frequencies", "--order", "likeness", "--out", "x.svg"),
        ("analyse", "themes", "--rule", "turn"),
        ("analyse", "themes", "--rollup"),
        ("analyse", "themes", "--most", "3", "--out", "x.svg"),
        ("analyse", "themes", "--out", "x.svg"),
        ("analyse", "frequencies", "--measure", "jaccard", "--out", "x.svg"),
        ("analyse", "cooccurrence", "--folder", "No such folder"),
        ("analyse", "cooccurrence", "--coders", "AB,Nobody"),
        ("analyse", "cooccurrence", "--coders", ","),
        ("export", "segments", "a\0b.csv"),
        ("analyse", "nonsense"),
        ("analyse", "nonsense", "--out", "x.png"),
        ("analyse", "cooccurrence", "--out", "x.exe"),
        ("analyse", "cooccurrence", "--out", "no/such/folder/x.csv"),
        ("analyse", "cooccurrence", "--out", "no/such/folder/x.svg"),
        ("export", "segments", "x.pdf"),
        ("export", "segments", "no/such/folder/x.csv"),
        ("export", "segments", "no/such/folder/x.docx"),
        ("export", "codebook", "no/such/folder/x.docx"),
        ("export", "novel", "x.csv"),
        ("export", "segments", "x.csv", "--coders", "Nobody"),
        ("search", ""),
        ("search", "(", "--regex"),
        ("search", "trust", "--code", "nothing"),
        ("undo", "--step", "99"),
        ("undo", "--step", "1"),
        ("redo",),
        ("undo", "--coder", "\x00\x1b"),
        ("undo", "--coder", "x" * 10_000),
        ("backup", "--restore", "7"),
        ("import", "missing.txt"),
        ("import", "."),
        ("import", "/dev/null"),
        ("import", "in.txt", "--encoding", "klingon"),
        ("import", "in.txt", "--speakers", "("),
        ("import", "in.txt", "--speakers", "no group"),
        ("import", "in.txt", "--as", "novel"),
        ("import", "in.txt", "--exists", "perhaps"),
        ("import", "in.txt", "--case", "x" * 10_000),
        ("import", "in.txt", "--folder", "\x07"),
        ("import", "in.txt", "--coder", "\n\n"),
        ("import", "x" * 10_000),
        ("import", "a\x00b.txt"),
    ],
    ids=lambda command: " ".join(command)[:60].encode("ascii", "replace").decode().replace("\x00", "0"),
)
def test_a_wrong_name_or_option_changes_nothing(run, here, study, last_step, command):
    before = last_step(study)
    refused(run(*on(command, study)))
    assert last_step(study) == before
    assert sorted(file.name for file in here.iterdir()) == ["in.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "x" * 10_000 + ".qualcode",
        "no/such/folder/a.qualcode",
        "a\x00b.qualcode",
        "study.db",
        "",
        "..",
        "/",
        "/proc/a.qualcode",
    ],
    ids=["long", "folder", "nul", "suffix", "empty", "parent", "root", "proc"],
)
def test_a_project_is_not_made_under_an_impossible_name(run, here, name):
    refused(run("new", name))
    assert [file.name for file in here.iterdir()] == ["in.txt"]


@pytest.mark.parametrize(
    "options", [("--method", "astrology"), ("--name", "\x00"), ("--name", "x" * 300), ("--coder", "\x1b")]
)
def test_a_project_with_an_impossible_option_is_not_made(run, here, options):
    refused(run("new", "a.qualcode", *options))
    assert [file.name for file in here.iterdir()] == ["in.txt"]


@pytest.mark.parametrize("name", ["a\nb\x1b[31m.qualcode", "信任 *[?]%41#?.qualcode", "-q.qualcode", " .qualcode"])
def test_odd_names_are_names_like_others(run, here, name):
    place = here / name
    made = run("new", place)
    assert (made.code, made.err) == (0, "")
    assert "\x1b" not in made.out
    assert made.out.count("\n") == 1
    assert run("import", place, "in.txt").code == 0
    assert run("check", place).out == "Nothing is wrong.\n"
    assert sorted(file.name for file in here.iterdir()) == sorted([name, "in.txt"])


def test_nothing_is_made_over_what_exists(run, here, study):
    before = study.read_bytes()
    assert "exists already" in refused(run("new", study))
    assert study.read_bytes() == before
    (here / "link.qualcode").symlink_to(here / "nowhere.qualcode")
    refused(run("new", "link.qualcode"))


def test_names_in_messages_cannot_hide_what_is_said(run, here):
    said = refused(run("info", "evil\x1b[2K\r\nall is well.qualcode"))
    assert said.isprintable() or said[:-1].isprintable()
    long = refused(run("info", "x/" * 5_000))
    assert len(long) < 700
    assert long.rstrip().endswith(".") or "qualcode new" in long


def test_a_file_that_cannot_be_written_leaves_the_old_one(run, here, study):
    (here / "x.csv").mkdir()
    refused(run("export", study, "segments", "x.csv"))
    assert list((here / "x.csv").iterdir()) == []
    refused(run("analyse", study, "cooccurrence", "--out", "x.csv"))
    assert sorted(file.name for file in here.iterdir()) == ["in.txt", "x.csv"]


def test_a_server_that_is_not_there_is_a_sentence(run, here):
    refused(run("info", "postgresql://nobody@127.0.0.1:9/nothing"))
    refused(run("backup", "postgresql://nobody@127.0.0.1:9/nothing", "--list"))


def test_a_demo_is_not_made_where_none_can_be(run, here):
    (here / "Rooted.qualcode").write_bytes(b"my own notes")
    refused(run("demo", here))
    assert (here / "Rooted.qualcode").read_bytes() == b"my own notes"
    refused(run("demo", "in.txt"))
    refused(run("demo", "x" * 10_000))


def test_wrong_bytes_in_a_row_are_named_as_damage(run, study):
    connection = sqlite3.connect(study)
    with connection:
        connection.execute("UPDATE step SET summary = CAST(x'41ff' AS TEXT)")
        connection.execute("UPDATE segment SET coder = zeroblob(16) WHERE id = (SELECT min(id) FROM segment)")
    connection.close()
    for command in (["history", study], ["undo", study], ["export", study, "segments", study.with_name("out.csv")]):
        outcome = run(*command)
        assert outcome.code == 1
        assert "damaged" in outcome.err
        assert f"qualcode backup {in_command(study)} --list" in outcome.err
    checked = run("check", study)
    assert checked.code == 1
    assert "damaged" in checked.out + checked.err


def test_a_weight_that_is_no_number_changes_nothing(run, study, last_step):
    table = study.with_name("weights.csv")
    before = last_step(study)
    for weight in ("nan", "inf", "1e999"):
        table.write_text(f"document,start,end,code,weight\nP01,0,3,trust,{weight}\n", "utf-8")
        assert run("import", study, table).code == 1
    assert last_step(study) == before


def test_a_codebook_thousands_of_levels_deep(run, study, last_step):
    table, before = study.with_name("deep.csv"), last_step(study)
    table.write_text("path\n" + " > ".join(map(str, range(2_000))) + "\n", "utf-8")
    outcome = run("import", study, table)
    assert outcome.code == 1
    assert "more than 200 levels deep. Make the codebook flatter." in outcome.err
    assert last_step(study) == before


def test_a_backup_that_cannot_be_kept_is_told_and_the_work_is_done(run, study, last_step, monkeypatch, tmp_path):
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path / "home"))
    folder = folder_of(study, tmp_path / "home" / "backups")
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be", "utf-8")
    before = last_step(study)
    text = study.with_name("P09.txt")
    text.write_text("words", "utf-8")
    outcome = run("import", study, text)
    assert outcome.code == 0
    assert "No backup of study.qualcode can be kept" in outcome.err
    assert last_step(study)[0] > before[0]


def test_a_name_cannot_turn_the_words_of_a_message_around(run, here):
    assert "\u202e" not in run("info", "P\u202e01.qualcode").err


@pytest.mark.parametrize("address", ["postgresql://host:port/study", "postgresql://[::1/study"])
def test_an_address_that_is_none_is_a_sentence(run, here, address):
    outcome = run("info", address)
    assert outcome.code == 1
    assert "postgresql://user@host:port/database" in outcome.err


def test_restoring_where_nothing_can_be_written_leaves_no_draft(run, study, monkeypatch):
    text = study.with_name("P09.txt")
    text.write_text("words", "utf-8")
    assert run("import", study, text).code == 0

    def full(*_: object) -> None:
        study.with_name(f".{study.name}.restored").touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    before = study.read_bytes()
    outcome = run("backup", study, "--restore", "1")
    assert outcome.code == 1
    assert "Backup 1 cannot be put beside study.qualcode" in outcome.err
    assert study.read_bytes() == before
    assert not study.with_name(f".{study.name}.restored").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("analyse", "cooccurrence", "--kind", "network", "--out", "x.csv"),
        ("analyse", "cooccurrence", "--square", "--out", "x.svg"),
        ("analyse", "frequencies", "--measure", "documents"),
        ("export", "segments", "x.docx", "--date", "yesterday"),
        ("export", "codebook", "x.csv", "--date", "2026-02-30"),
        ("export", "codebook", "x.csv", "--date", "20260203"),
    ],
    ids=" ".join,
)
def test_an_option_without_meaning_is_not_passed_over(run, here, study, command):
    outcome = run(*on(command, study))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert [file.name for file in here.iterdir()] == ["in.txt"]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("digest = 'x'", "step 9 cannot be read"),
        ("kinds = x'ff'", "step 9 cannot be read"),
        ("summary = CAST(x'41ff' AS TEXT)", "step 9 cannot be read"),
    ],
)
def test_a_project_that_cannot_be_opened_for_its_history_can_be_checked(run, study, damage, words):
    connection = sqlite3.connect(study)
    with connection:
        assert connection.execute(f"UPDATE step SET {damage} WHERE number = 9").rowcount == 1
        connection.execute("DELETE FROM change WHERE step > 9")
        connection.execute("DELETE FROM step WHERE number > 9")
    connection.close()
    checked = run("check", study)
    assert checked.code == 1
    assert words in checked.out
    assert "unexpected" not in checked.err
    told = run("history", study)
    assert told.code == 1
    assert "unexpected" not in told.err


def test_a_history_that_hinders_opening_is_said_with_what_to_do(run, study):
    connection = sqlite3.connect(study)
    with connection:
        connection.execute("UPDATE step SET digest = 'x'")
    connection.close()
    assert refused(run("info", study)).endswith(f"qualcode check {in_command(study)}\n")


@pytest.mark.parametrize("command", [("history", "--since"), ("undo", "--step")], ids=" ".join)
@pytest.mark.parametrize("number", ["9" * 23, "x", "-1", "1.5", ""])
def test_what_is_no_number_of_a_step_is_one_sentence(run, study, last_step, command, number):
    before = last_step(study)
    outcome = run(command[0], study, command[1], number)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is not the number of a step. Give a whole number" in outcome.err
    assert outcome.err.count("\n") == 1
    assert last_step(study) == before


@pytest.mark.parametrize("number", ["x", "1.5", "-1", "", "9" * 23, "²"])
def test_what_is_no_number_of_a_backup_is_one_sentence(run, study, number):
    before = study.read_bytes()
    said = refused(run("backup", study, "--restore", number))
    assert f"“{number[:40]}” is not the number of a backup. Give a number" in said
    assert study.read_bytes() == before
    assert "no backup" in refused(run("backup", study, "--restore", "0"))


def test_commands_in_hints_can_be_pasted(run, here, study):
    """The whole path, quoted for the shell, whatever its length: what a shell reads is the file."""
    name = "my study; " + "long " * 30 + ".qualcode"
    folder = here / ("deep " * 20)
    folder.mkdir()
    damaged = folder / name
    damaged.write_bytes(study.read_bytes()[:5000])
    os.chdir(folder)
    for command, words in (
        (("info", name), ["qualcode", "backup", str(damaged), "--list"]),
        (("info", "none " + name), ["qualcode", "new", str(folder / f"none {name}")]),
    ):
        said = refused(run(*command))
        assert shlex.split(said[said.rindex(": qualcode") + 2 :]) == words
    damaged.write_bytes(b"")
    assert shlex.quote(str(damaged)) in refused(run("info", name))


@pytest.mark.parametrize(
    "command",
    [
        ("export", "review", "x.html", "--themes", ""),
        ("export", "review", "x.html", "--themes", " , "),
        ("export", "map", "x.svg", "--map", ""),
        ("export", "segments", "x.csv", "--as-of", " "),
        ("export", "segments", "x.csv", "--codes", ""),
        ("export", "memos", "x.csv", "--about", ""),
        ("analyse", "frequencies", "--as-of", ""),
        ("analyse", "frequencies", "--out", ""),
        ("diff", "--from", ""),
        ("import", "in.txt", "--case", ""),
        ("import", "in.txt", "--coder", ""),
        ("reviews", "--state", ""),
    ],
    ids=" ".join,
)
def test_an_empty_option_is_not_taken_for_one_left_out(run, here, study, last_step, command):
    before = last_step(study)
    said = refused(run(*on(command, study)))
    flag = next(word for word in command if word.startswith("--"))
    assert said == f"qualcode: {flag} names nothing. Write a name behind it, or leave it out.\n"
    assert last_step(study) == before
    assert [file.name for file in here.iterdir()] == ["in.txt"]


def test_what_may_be_empty_stays_so(run, here, study):
    outcome = run("export", study, "memos", "x.csv", "--kind", "")  # memos without a type
    assert (outcome.code, outcome.err) == (0, "")
    assert run("name", study, "first draft", "--comment", "").code == 0


def test_an_empty_code_is_not_passed_over(run, study, last_step):
    before = last_step(study)
    outcome = run("search", study, "trust", "--code", "")
    assert (outcome.code, outcome.out) == (2, "")
    assert "needs the name of a code" in outcome.err
    assert last_step(study) == before


@pytest.mark.parametrize("command", [("info", ""), ("backup", "", "--list")], ids=["info", "backup"])
def test_no_project_is_told_as_that(run, here, command):
    assert "No project was named" in refused(run(*command))


def test_backups_are_looked_for_by_the_whole_path(run, here):
    assert f"no backups of {here / 'gone.qualcode'} on this machine" in refused(
        run("backup", "gone.qualcode", "--restore", "1")
    )


def test_long_names_of_projects_and_coders_have_no_definition(run, here):
    for option in ("--name", "--coder"):
        said = refused(run("new", "a.qualcode", option, "x" * 300))
        assert "200 characters" in said
        assert "definition" not in said


def test_a_server_that_refuses_is_told_once(run, here):
    assert "connection failed" not in refused(run("info", "postgresql://nobody@127.0.0.1:1/x"))


def test_codes_are_counted_alike_when_read_and_when_brought_in(run, here, study):
    (here / "c.csv").write_text("name,parent\nkey,gate\nlock,gate\n", "utf-8")
    said = run("import", study, here / "c.csv").out
    assert "read: 3 codes" in said
    assert "3 new codes" in said

from pathlib import Path

from hardware.printing.jobs import JobState, Reason
from hardware.printing.journal import KEPT_JOBS, PrintJournal
from tests.hardware.running import in_loop


@in_loop
async def test_a_job_being_sent_at_the_crash_is_unknown_afterwards(tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    before = PrintJournal(file, lambda: 1.0)
    await before.open()
    await before.record("done", JobState.SENDING)
    await before.record("done", JobState.CONFIRMED)
    await before.record("half", JobState.SENDING)
    after = PrintJournal(file, lambda: 2.0)  # the first was never closed, as in a crash
    lost = await after.open()
    assert [(entry.job_id, entry.state, entry.reason) for entry in lost] == [
        ("half", JobState.UNKNOWN, Reason.STOPPED)
    ]
    found = await after.find("done")
    assert found and found.state is JobState.CONFIRMED
    await before.close()
    await after.close()


@in_loop
async def test_notes_are_written_in_order_before_closing(tmp_path: Path) -> None:
    journal = PrintJournal(tmp_path / "journal.db", lambda: 1.0)
    await journal.open()
    entry = await journal.record("one", JobState.SENDING)
    journal.note("one", JobState.UNKNOWN, Reason.PAPER_OUT)
    journal.note("one", JobState.CONFIRMED, None)
    await journal.close()
    await journal.open()
    found = await journal.find("one")
    assert found and (found.state, found.reason, found.number) == (JobState.CONFIRMED, None, entry.number)
    assert [entry.job_id for entry in await journal.entries(JobState.CONFIRMED)] == ["one"]
    await journal.close()


@in_loop
async def test_numbers_grow_and_old_jobs_are_forgotten(tmp_path: Path) -> None:
    journal = PrintJournal(tmp_path / "journal.db", lambda: 1.0)
    await journal.open()
    numbers = [(await journal.record(str(i), JobState.SENDING)).number for i in range(3)]
    assert numbers == sorted(set(numbers))
    await journal.close()
    assert KEPT_JOBS >= 3000, "a busy day must fit"

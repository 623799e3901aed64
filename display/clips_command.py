"""``motcua-display clips``: make, list and check the clips announcements are joined from."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TextIO

from ui.voice.clips import ClipLibrary, NoSpeaker, Source, build, default_cache
from ui.voice.numbers import Language
from ui.voice.words import vocabulary

LANGUAGES: tuple[Language, ...] = ("vi", "en")


def run(argv: Sequence[str], out: TextIO) -> int:
    """Return 0 when every clip that was looked at can be used, 1 when one cannot, 2 without espeak-ng."""
    options = _parser().parse_args(argv)
    if options.build or options.anew:
        try:
            _build(options, out)
        except NoSpeaker as error:
            out.write(f"motcua-display: {error} (apt install espeak-ng)\n")
            return 2
    if options.list or not (options.build or options.anew):
        return _list(options, out)
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="motcua-display clips", description="Các đoạn tiếng để ghép lời gọi số.")
    parser.add_argument("--build", action="store_true", help="tạo các đoạn còn thiếu bằng espeak-ng")
    parser.add_argument("--anew", action="store_true", help="tạo lại tất cả")
    parser.add_argument("--list", action="store_true", help="liệt kê và kiểm tra từng đoạn (mặc định)")
    parser.add_argument("--region", choices=["north", "south", "all"], default="all")
    parser.add_argument("--language", choices=[*LANGUAGES, "all"], default="all")
    parser.add_argument("--studio", type=Path, metavar="DIR", help="thư mục bản thu của trung tâm")
    parser.add_argument("--cache", type=Path, metavar="DIR", default=default_cache())
    return parser


def _languages(options: Namespace) -> tuple[Language, ...]:
    return tuple(one for one in LANGUAGES if options.language in (one, "all"))


def _sources(options: Namespace) -> list[Source]:
    regions = [one for one in ("north", "south") if options.region in (one, "all")]
    return [
        Source(language, "south" if region == "south" else "north")
        for language in _languages(options)
        for region in (regions if language == "vi" else regions[:1])
    ]


def _build(options: Namespace, out: TextIO) -> None:
    for source in _sources(options):
        made = sum(1 for _ in build(source, options.cache, anew=options.anew))
        out.write(f"{source.folder}: {made} đoạn mới\n")


def _list(options: Namespace, out: TextIO) -> int:
    bad = 0
    for source in _sources(options):
        library = ClipLibrary(options.cache, source.region, options.studio)
        for state in library.check(source.language):
            wrong = state.trouble or ("chưa có" if state.origin == "missing" else "")
            bad += bool(wrong)
            out.write(f"{source.voice}\t{state.clip.name}\t{state.origin}\t{state.clip.spoken}\t{wrong}\n")
    for line in _strays(options):
        bad += 1
        out.write(line)
    return 1 if bad else 0


def _strays(options: Namespace) -> Iterator[str]:
    """Recordings whose names no announcement asks for: a slip of the pen."""
    for language in _languages(options) if options.studio else ():
        names = {clip.name for clip in vocabulary(language)}
        for file in sorted((options.studio / language).glob("*")):
            if file.suffix != ".wav" or file.stem not in names:
                near = get_close_matches(file.stem, names, 1)
                hint = f"; có phải {near[0]}.wav?" if near else ""
                yield f"{language}\t{file.name}\tunknown\t\tkhông lời gọi nào dùng tên này{hint}\n"

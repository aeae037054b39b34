"""The commands: `minzheng decode | extract | dataset | report | diff`.

Exit codes: 0 done (some files may be set aside), 1 nothing produced, 2 wrong usage, 3 a report failed.
Heavy packages are imported inside the command that needs them, so that `--help` answers at once.
"""
import os
import sys
from pathlib import Path

import click

from minzheng import __version__
from minzheng.errors import MinzhengError

NOTHING, WRONG_USAGE, REPORT_FAILED = 1, 2, 3
ENDINGS = (".csv", ".parquet", ".xlsx")
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH…",
                                type=click.Path(exists=True, path_type=Path))
data_option = click.option("--data", default="data/raw", show_default=True, metavar="DIR",
                           type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of bulletins.")


class RegionCode(click.ParamType):
    """A six-digit GB/T 2260 code, or a region's name."""

    name = "region"

    def convert(self, value, param, ctx):
        """The code of what was typed; `0` is 000000, the nation."""
        from minzheng.reference.regions import regions_named

        if value.isascii() and value.isdigit() and (len(value) == 6 or not int(value)):
            return value.zfill(6)
        named = regions_named(value)
        if len(named) != 1:
            self.fail(f"{value!r} is no six-digit GB/T 2260 code such as 210000, and "
                      + ("several regions are called so." if named else "no region is called so."), param, ctx)
        return named[0].code


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def commands():
    """Decode damaged civil-affairs bulletins and follow every number back to its words."""


@commands.command()
@paths_argument
@click.option("--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
              help="Write NAME.txt and NAME.edits.json here instead of printing the clean text.")
@click.option("--explain", is_flag=True, help="List each edit in words.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of --explain.")
@click.option("--keep-width", is_flag=True, help="Leave punctuation as wide as it is.")
def decode(paths, out, explain, lang, keep_width):
    """Turn bulletins into clean simplified Chinese, with every edit on record."""
    from minzheng.decode.explain import explain as edits_in_words
    from minzheng.decode.save import save_document, target_names

    sources = _sources(paths)
    readable = [source for source in sources if not source.reason]
    given = dict(zip(readable, target_names([source.name for source in readable]), strict=True))
    names = [given.get(source, source.name) for source in sources]
    if out:
        _refuse_overwriting(readable, [out / f"{name}.txt" for name in given.values()])
    done = 0
    for name, document in _documents(sources, "decode", names, full_width=not keep_width):
        done += 1
        if out:
            save_document(document, out, name)
        elif not explain:
            _print_text(document.text)
        if explain:
            _print_text("\n".join([f"{document.source}:", *edits_in_words(document, lang)]))
    _summary(f"{done} of {len(sources)} decoded" + (f" into {out}" if out else ""))
    sys.exit(0 if done else NOTHING)


@commands.command()
@paths_argument
@click.option("--out", metavar="FILE", help="FILE.csv, .parquet or .xlsx; - prints CSV.")
@click.option("--explain", is_flag=True, help="Print the rule behind each observation, and what it inherited.")
@click.option("--only", metavar="TEXT", default="", help="With --explain: only where obs_id, words or subject hold TEXT.")
def extract(paths, out, explain, only):
    """Read the figures of bulletins into one table of observations."""
    if not out and not explain:
        raise click.UsageError("Say where the table goes with --out FILE (or --out -), or ask for --explain.")
    if out and out != "-" and Path(out).suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"{out!r} must end in {', '.join(ENDINGS)}, or be - for CSV on standard output.",
                                 param_hint="--out")
    from minzheng.extract.observations import extract_observations
    from minzheng.panel.exports import observations_frame, table_as_csv, write_table

    sources = _sources(paths)
    if out and out != "-":
        _refuse_overwriting(sources, [Path(out)])
    done, rows = 0, []
    for name, document in _documents(sources, "extract"):
        try:
            rows += extract_observations(document)
        except Exception as error:      # as in the dataset: one document must not stop the others
            _set_aside(name, f"{type(error).__name__}: {error}")
        else:
            done += 1
    if explain:
        asked = [row for row in rows if only in f"{row.obs_id} {row.words} {row.subject}"]
        _explain_observations(asked, err=out == "-")
        if rows and not asked:
            _summary(f"no figure holds {only!r} in its obs_id, words or subject")
    if done and out == "-":
        _print_text(table_as_csv(observations_frame(rows)))
    elif done and out:
        write_table(observations_frame(rows), Path(out))
    _summary(f"{len(rows)} observations from {done} of {len(sources)} documents"
             + (f" in {out}" if done and out and out != "-" else ""))
    sys.exit(0 if done else NOTHING)


@commands.command()
@data_option
@click.option("--out", default="outputs/dataset", show_default=True, metavar="DIR",
              type=click.Path(file_okay=False, path_type=Path), help="Folder of the dataset.")
def dataset(data, out):
    """Build the dataset of observations; files that did not change are not read again."""
    _refuse_same_folder(data, out)
    from minzheng.panel.dataset import build_dataset
    from minzheng.panel.workers import on_all_cores

    built = build_dataset([data], out, map=on_all_cores)
    for source, reason in built.set_aside:
        _set_aside(source, reason)
    _summary(f"{built.documents} documents, {built.observations} observations in {out} "
             f"(read {built.read}, unchanged {built.unchanged}, removed {built.removed}, "
             f"set aside {len(built.set_aside)})")
    if not built.documents:
        _nothing_to_read([data])


@commands.command()
@data_option
@click.option("--out", default="outputs", show_default=True, metavar="DIR",
              type=click.Path(file_okay=False, path_type=Path), help="Folder of index.html and all that it leads to.")
@click.option("--region", metavar="CODE", type=RegionCode(),
              help="Only this region: a six-digit GB/T 2260 code such as 210000, or its name.")
@click.option("--year", type=click.IntRange(1949, 2100), metavar="Y", help="Only the summaries of this year.")
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Notebooks at a time.")
def report(data, out, region, year, jobs):
    """Run the whole job: dataset, summaries, growth charts, slides and the index that leads to them."""
    _refuse_same_folder(data, out)
    from minzheng.publish.reports import run_report

    ran = run_report(data, out, region=region, year=year, jobs=jobs)
    for source, reason in ran.set_aside:
        _set_aside(source, reason)
    for name, reason in ran.failed:
        click.secho(f"failed: {name}: {reason}", err=True, fg="red")
    _summary(f"{len(ran.done)} reports made, {len(ran.skipped)} skipped (nothing changed), {len(ran.failed)} failed; "
             f"open {out / 'index.html'}")
    if ran.failed:
        sys.exit(REPORT_FAILED)
    if not ran.done and not ran.skipped:
        _nothing_to_read([data])


@commands.command()
@click.argument("runs", nargs=2, metavar="RUN_A RUN_B",
                type=click.Path(exists=True, file_okay=False, path_type=Path))
def diff(runs):
    """List new, changed and vanished figures, and new conflicts, between two runs (two --out folders)."""
    from minzheng.panel.changes import diff_runs

    figures, disagreements = diff_runs(*runs)
    for figure in figures.itertuples():
        click.echo(_printable(_change_in_words(figure)))
    for cell in disagreements.itertuples():
        click.echo(_printable(f"{cell.verdict}: {cell.region} {cell.period} {cell.subject}"))
    counts = figures["change"].value_counts() if len(figures) else {}
    _summary(", ".join(f"{counts.get(change, 0)} {change}" for change in ("new", "changed", "vanished"))
             + f", {len(disagreements)} new conflicts")


def _sources(paths):
    """The sources under `paths`; ends the command when there are none."""
    from minzheng.decode.files import find_sources

    sources = find_sources(paths)
    if not sources:
        _nothing_to_read(paths)
    return sources


def _nothing_to_read(paths):
    click.echo(f"nothing to read in {', '.join(map(str, paths))}: put bulletins there "
               "(.txt .html .docx .pdf .csv .jsonl .zip)", err=True)
    sys.exit(NOTHING)


def _documents(sources, verb, names=None, full_width=True):
    """Yield `(name, document)` for each readable source; the others are named with their reason."""
    from tqdm import tqdm

    from minzheng.decode.document import read_bulletin

    named = zip(names or [source.name for source in sources], sources, strict=True)
    for name, source in tqdm(named, desc=verb, total=len(sources), unit="file", delay=1, disable=None, leave=False):
        try:
            document = read_bulletin(source, full_width=full_width)
        except MinzhengError as error:
            _set_aside(source.name, error)
        else:
            yield name, document


def _explain_observations(rows, err):
    from minzheng.extract.explained import explain

    for row in rows:
        click.echo(_printable(explain(row)), err=err)


def _change_in_words(row):
    values = " → ".join(f"{value:,.10g}" for value in (row.value_before, row.value_after) if value == value)
    what = f"{row.change}: {row.region} {row.period} {row.name} ({row.measure}) {values} {row.unit} [{row.source}]"
    return f"{what} differs in {row.differs}" if row.differs else what


def _refuse_overwriting(sources, targets):
    """A bulletin is never written over by what is made of it; a .txt without its edits may be one too."""
    originals = {os.path.realpath(source.path) for source in sources}
    for target in targets:
        strange = target.suffix == ".txt" and target.exists() and not target.with_suffix(".edits.json").exists()
        if os.path.realpath(target) in originals or strange:
            raise click.BadParameter(f"{target} is a bulletin, or may be one; choose another place.", param_hint="--out")


def _refuse_same_folder(data, out):
    if data.resolve() == out.resolve():
        raise click.BadParameter(f"{out} is the folder of the bulletins; choose another place.", param_hint="--out")


def _set_aside(source, reason):
    text = str(reason)
    click.secho(f"set aside: {text if str(source) in text else f'{source}: {text}'}", err=True, fg="yellow")


def _summary(line):
    click.echo(line, err=True)


def _printable(text):
    """Text of a document without the control characters that could steer a terminal."""
    return "".join(c for c in text if c in "\n\t" or (ord(c) >= 32 and not 127 <= ord(c) < 160))


def _print_text(text):
    click.echo(_printable(text) if sys.stdout.isatty() else text)


def main():
    """Entry point of the `minzheng` command."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        commands()
    except MinzhengError as error:
        reason = str(error)
    except OSError as error:        # a disk that is full, a folder that may not be written
        reason = f"{error.filename or 'output'}: {error.strerror or error}; choose another --out or make room"
    else:
        return
    click.secho(f"error: {reason}", err=True, fg="red")
    sys.exit(NOTHING)

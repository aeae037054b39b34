"""An IPython shell inside this process that keeps what cells show, as a kernel would send it. The door of IPython."""
import builtins
import sys

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

SHOWN: list = []        # (kind, content) of the running cell; the process runs one notebook and ends


class Stream:
    """Standard output or error of a cell; pieces that follow each other become one output."""

    encoding, errors = "utf-8", "strict"

    def __init__(self, name):
        self.name = name

    def write(self, text):
        if SHOWN and SHOWN[-1][0] == "stream" and SHOWN[-1][1]["name"] == self.name:
            SHOWN[-1][1]["text"] += text
        elif text:
            SHOWN.append(("stream", {"name": self.name, "text": text}))
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


class Results(DisplayHook):
    """What the last expression of a cell shows."""

    def start_displayhook(self):
        pass

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        SHOWN.append(("execute_result", {"data": format_dict, "metadata": md_dict or {}}))

    def finish_displayhook(self):
        pass

    def log_output(self, format_dict):
        pass


class Publisher(DisplayPublisher):
    """What `display` shows."""

    def publish(self, data, metadata=None, **_):
        SHOWN.append(("display_data", {"data": data, "metadata": metadata or {}}))

    def clear_output(self, wait=False):
        SHOWN.clear()


class Shell(InteractiveShell):
    """A shell that records instead of printing."""

    displayhook_class = Results
    display_pub_class = Publisher

    def enable_gui(self, gui=None):
        """No windows here; IPython would otherwise refuse matplotlib's inline backend."""

    def _showtraceback(self, etype, evalue, stb):
        SHOWN.append(("error", {"ename": etype.__name__, "evalue": str(evalue), "traceback": stb}))


def new_shell() -> Shell:
    """The shell of this process, its standard streams recorded, matplotlib's plain figures shown inline."""
    shell = Shell.instance()
    shell.run_line_magic("matplotlib", "inline")
    builtins.display = display
    sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")
    return shell


def run_cell(shell: Shell, source: str) -> tuple[list, bool]:
    """What a cell showed, in order, and whether it went well."""
    SHOWN.clear()
    result = shell.run_cell(source, store_history=True)
    return list(SHOWN), result.success

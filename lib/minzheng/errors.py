"""What can go wrong, in few classes; each message names the file, the place and what to do."""


class MinzhengError(Exception):
    """Any error that the workbook raises on purpose."""


class UnreadableFile(MinzhengError):
    """A file that cannot be read as a bulletin; it is set aside and the others go on."""


class CodeListError(MinzhengError):
    """A code list that contradicts itself; the message lists every offender."""


class DatasetError(MinzhengError):
    """A dataset that is missing, locked, or not of the shape that the code expects."""


class ReportError(MinzhengError):
    """A report that could not be produced; the notebook so far is kept."""

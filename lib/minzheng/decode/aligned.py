"""Text that remembers, for each character, where it stood in the raw file."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `[start, stop)` by `replacement`; the rest says why and how sure."""

    start: int
    stop: int
    replacement: str
    kind: str = ""                      # class of the damage: gloss, comma, traditional, misalignment, …
    rule: str = ""                      # the rule that found it
    score: float = 1.0                  # 0–1
    certified: bool = False             # the forward model turns the replacement back into exactly the raw run
    candidates: tuple[str, ...] = ()    # what else it could be, best first

"""Writing a file whole or not at all, so that nobody ever reads half of one."""
import os
from collections.abc import Callable
from pathlib import Path


def write_whole(path: str | Path, content: str | bytes | Callable[[Path], object]) -> Path:
    """Write text, bytes, or what `content(path)` saves, under a temporary name beside `path`; then rename."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    if callable(content):
        content(part)
    else:
        part.write_bytes(content.encode() if isinstance(content, str) else content)
    part.replace(path)
    return path

"""A limit on what a process may have of the machine's memory, so that one file cannot take it all."""

from __future__ import annotations

import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def limit_memory(megabytes: int) -> None:
    """Let this process have so much more memory than it has now; what asks for more gets a MemoryError.

    Where the system does not count it (anything but Linux) there is no limit.
    """
    if sys.platform != "linux":
        return
    import resource

    sizes = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    limit = int(sizes["VmData"].split()[0]) * 1024 + megabytes * 1_000_000
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or limit < most:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))

"""``python -m tests.forked.server SOCKET``: has imported what factx imports, and forks for every run of it.

A run is a process with the streams, folder, arguments and environment of its client, and ends as ``factx`` ends. All
that it shares with the runs before are the imports: the pipeline is loaded by each, as it is by a process from nothing.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
from contextlib import suppress
from importlib.metadata import entry_points

from factx.cli import program
from factx.cli.commands import commands
from factx.cli.startup import import_spacy

LIMIT = 1 << 20  # bytes of a request: arguments and environment


def warm() -> None:
    """Import what a run imports. Nothing starts a thread by that, so that forking is safe."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as factx does
    import_spacy()
    import onnxruntime  # noqa: F401, PLC0415  the names are not needed, only the modules
    import rich.table  # noqa: F401, PLC0415  the same

    import factx.cli.app  # noqa: F401, PLC0415  the same

    commands()
    for point in entry_points(group="spacy_factories"):
        if point.name.startswith("factx_"):
            point.load()


def serve(path: str) -> None:
    """Take one run after the other, each by a process that waits for it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(path)
        listener.listen()
        print("ready", flush=True)  # noqa: T201  what its starter waits for
        while True:
            client, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                _answer(client)
            client.close()
            while _ended():
                pass


def _ended() -> bool:
    """Whether one of those that waited for a run has come to its end."""
    with suppress(ChildProcessError):
        return os.waitpid(-1, os.WNOHANG) != (0, 0)
    return False


def _answer(client: socket.socket) -> None:
    """Run what the client asks for and tell it how that ended."""
    request, streams, _, _ = socket.recv_fds(client, LIMIT, 3)
    child = os.fork()
    if child == 0:
        client.close()
        _become(streams, **json.loads(request))
    for stream in streams:
        os.close(stream)
    for stream in (0, 1, 2):
        os.close(stream)
    _, status = os.waitpid(child, 0)
    client.send(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _become(streams: list[int], arguments: list[str], folder: str, variables: dict[str, str]) -> None:
    """Be that run."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv[1:] = arguments
    program()


if __name__ == "__main__":
    warm()
    gc.freeze()  # what is there stays; a look at it would copy its pages in every run
    serve(sys.argv[1])

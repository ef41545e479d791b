"""``python -I -S tests/forked/client.py SOCKET ARGUMENTS…``: ``factx ARGUMENTS…``, by the server that listens there."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys

with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as server:
    server.connect(sys.argv[1])
    request = {"arguments": sys.argv[2:], "folder": os.getcwd(), "variables": dict(os.environ)}  # noqa: PTH109  pathlib costs 10 ms
    socket.send_fds(server, [json.dumps(request).encode()], [0, 1, 2])
    code = int(server.recv(16))
if code < 0:
    signal.signal(-code, signal.SIG_DFL)
    os.kill(os.getpid(), -code)
sys.exit(code)

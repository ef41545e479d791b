"""How the attribution component was trained: on the shared encoder together with the other heads, then by itself."""

"""The program in a process of its own, without the seconds that Python and its libraries take to start."""

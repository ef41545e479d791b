"""factx as it is specified."""

"""Tests: what factx does, one behaviour each."""

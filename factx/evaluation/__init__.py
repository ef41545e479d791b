"""How good it is: scores of a pipeline against gold. Read by the model card and by the tests' eval gate."""

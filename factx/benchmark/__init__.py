"""How fast factx is on this machine, beside what is installed here, in one run.

``sample.jsonl`` has fourteen articles of Wikinews (CC BY 2.5; each line names its address).
"""

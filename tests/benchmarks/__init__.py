"""How fast it is, as ratios measured within one run: `python -m tests.benchmarks [FOLDER] [--write
docs/benchmarks.md]`.

Never part of the test suite: speeds differ from machine to machine, ratios hardly.
"""

"""Loaded by the process of which the others are copies: every kind of work has been done once.

So whatever the program loads when it is first needed is there, and a process that is killed spends
its short life at the disk.
"""

import gc
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.endure.after import look_after
from tests.endure.scenes import SCENES, Machine

with TemporaryDirectory() as _folder:
    for _name, _scene in SCENES.items():
        _machine = Machine(Path(_folder).resolve() / _name)
        _acts = _scene.prepare(_machine)
        _scene.work(_machine, lambda _: None, Random(1))
        look_after(_machine, _name, _acts, [])

# What is there stays: each copy would otherwise go through all of it, and by that make it its own.
gc.collect()
gc.freeze()

"""What the group has agreed, worked out: frozen values and pure functions, nothing else.

No file, no table, no clock, no language and no fraction with a decimal point is known here. Money
is whole units of the currency's smallest coin (kip has none smaller than itself; baht would be
satang) and is divided in one place, `ledger.rules.kip`.
"""

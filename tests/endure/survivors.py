"""Changes of the rules that no test can notice, each with the reason why it changes nothing."""

from collections.abc import Mapping

EXPLAINED: Mapping[str, str] = {}

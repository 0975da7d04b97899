"""What is said when something cannot be done: what is wrong, with the facts, and what to do.

Every refusal of the rules and every trouble of the machine has its sentence here; a test demands
one for each class there is.
"""

from translations import Words


def sentence(words: Words, trouble: Exception) -> str:
    """The sentence for a refusal or a trouble."""
    return str(trouble) or words.say("Something went wrong.")

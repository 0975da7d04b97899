"""The screens: widgets and models put together."""

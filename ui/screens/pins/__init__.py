"""PINs on the screen: asked for, set, forgotten, and the desk that locks itself."""

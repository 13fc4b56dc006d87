"""Match people and places: a library without a screen."""

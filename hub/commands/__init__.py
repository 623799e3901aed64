"""What ``motcua-hub`` does, an action a function; ``hub.__main__`` puts the parser together."""

"""Plays a day through the hub's own rules, so that a leader can choose a policy before citizens feel it."""

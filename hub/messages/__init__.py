"""The protocol between the hub and its stations: frames, commands, views, error codes."""

"""The devices of a station: printers, scanners, keypads, and the far ends that simulate them.

Nothing here knows the hub, Qt or an app. The rooms: ``pipes`` (bytes to and from one device), ``printing``
(slips, their layout, the ticket printer), ``scanning`` (camera, hand scanner, gate, classifier), ``keypads``
(serial keypads from a frame description) and ``simulated`` (what answers at the other end of each wire).
"""

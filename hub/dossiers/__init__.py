"""Where a dossier stands: read from the centre's own systems, masked before it leaves the hub."""

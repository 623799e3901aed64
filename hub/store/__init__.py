"""Where the hall's history is kept: an append-only log and its projections, durable before anyone is told."""

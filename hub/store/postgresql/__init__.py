"""The store on PostgreSQL: many hubs, one database, each centre owned by one of them at a time."""

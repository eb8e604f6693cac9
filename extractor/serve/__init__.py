"""Articles in and records out over HTTP (extra `faktaberita[serve]`)."""

"""Training materials and syllabi. Empty until content is built."""

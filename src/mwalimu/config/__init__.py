"""Settings, URLs and the doors for web servers."""

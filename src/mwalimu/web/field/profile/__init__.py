"""My profile: what I write, who sees it, when I am available."""

"""Letters: written, issued, received; their texts and layout."""

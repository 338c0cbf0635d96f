"""Faces, cut by audience. They do not know each other and share web.kit."""

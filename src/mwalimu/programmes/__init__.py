"""Projects, programmes, cohorts, stages, sessions, activities."""

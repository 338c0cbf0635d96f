"""What every face uses: access, loaders, tables, charts, base templates."""

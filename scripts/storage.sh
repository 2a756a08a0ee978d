# Backups, and moving from one store to another. Sourced by ./guildhall.

# migrate --from embedded:DIR|cassandra:HOSTS --to cassandra:HOSTS [--option value]...
migrate() {
  storage_tool io.guildhall.storage.tool.MigrateTool "$@"
}

# backup --data DIR --to BACKUP
backup() {
  storage_tool io.guildhall.storage.tool.BackupTool backup "$@"
}

# restore --from BACKUP --data DIR
restore() {
  storage_tool io.guildhall.storage.tool.BackupTool restore "$@"
}

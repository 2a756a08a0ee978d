# Moving a guild in from elsewhere, and out. Sourced by ./guildhall.

# import_guild discord-export FOLDER --data DIR --owner USERNAME [--cdn URL]
import_guild() {
  need_jdk
  standalone_tool io.guildhall.standalone.moving.ImportTool "$@"
}

# export_guild GUILD --data DIR --to FOLDER
export_guild() {
  need_jdk
  standalone_tool io.guildhall.standalone.moving.ExportTool "$@"
}

# standalone_tool CLASS ARGUMENT...: what works on a data directory that no process uses.
standalone_tool() {
  local class=$1
  shift
  search_tool standalone "$class" "$@"
}

// Generated using a tool. DO NOT EDIT.
// A file says in its first comment that a program wrote it.
enum Strings { static let title = tr("title") }

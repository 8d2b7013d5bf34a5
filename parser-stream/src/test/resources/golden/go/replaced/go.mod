// The module of a workspace.
module "example.org/work"

go 1.23
toolchain go1.23.1

require (
	example.org/stock v1.2.3 // indirect
	example.org/tools/v2 v2.0.0
)

replace example.org/stock v1.2.3 => ../stock

replace (
	example.org/tools/v2 => example.org/fork/v2 v2.0.1
)

exclude example.org/bad v0.1.0

module example.org/root

require (
	example.org/root/tools v0.1.0
	example.org/other v1.0.0
)

replace example.org/other => ./lib

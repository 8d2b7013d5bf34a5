module example.org/work

go 1.22

require example.org/outside v1.0.0

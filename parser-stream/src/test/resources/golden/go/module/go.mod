module example.org/shop

go 1.22

require example.org/stock v1.2.3

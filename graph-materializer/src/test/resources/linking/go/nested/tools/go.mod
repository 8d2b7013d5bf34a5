module example.org/root/tools

void one(int a, , int b) => a;
void two(int a = ) {}
void three({required }) {}
void four(int x) => x;

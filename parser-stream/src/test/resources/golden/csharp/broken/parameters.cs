class A
{
    void First() { One(); }
    void Bad( { Two(; }
    int Last() => Three();
}

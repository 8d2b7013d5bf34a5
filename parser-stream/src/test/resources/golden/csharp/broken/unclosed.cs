namespace A
{
    class Before { void M() { N.Call(); } }

    class Open
    {
        int x = 1;
        void Late(string s) { s.Trim(); 

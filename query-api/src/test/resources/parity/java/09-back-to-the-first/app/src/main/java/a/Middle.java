package a;

public class Middle extends Base {}

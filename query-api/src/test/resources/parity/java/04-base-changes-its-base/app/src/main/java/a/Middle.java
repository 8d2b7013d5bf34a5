package a;

public class Middle extends Other {}

package shop.base;

public class Middle extends Other {}

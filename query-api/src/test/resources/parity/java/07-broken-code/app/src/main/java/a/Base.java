package a;

public class Base {
  public Base self( {
    return this;
  

  public void run(int times) {
}

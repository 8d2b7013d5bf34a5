import java.util.;
import static;
import java.io.File
class Imports {
  File file;
}

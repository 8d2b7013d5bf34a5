namespace Shop.Web;

// The path of a route is made of that of the class and that of the method.
[ApiController]
[Route("api/[controller]")]
public class OrdersController(IStore store) : ControllerBase
{
    [HttpGet]
    public IEnumerable<Order> List() => store.All();

    [HttpGet("{id}", Name = "one")]
    public ActionResult<Order> Get(int id) => store.Find(id) is { } order ? order : NotFound();

    // A path from the root leaves that of the class out; a method can have several.
    [HttpPost("/orders"), HttpPut("~/orders/{id}")]
    public void Save([FromBody] Order order) { }

    [AcceptVerbs("GET", "post"), Route("[action]")]
    public Task SearchAsync() => Task.CompletedTask;

    [Route("any")]
    public void Any() { }

    // No path is known for these two: one has none in itself, one is not a literal.
    [HttpPatch(Paths.Patch)]
    public void Patch() { }

    public void NotARoute() { }
}

public class PlainController
{
    [HttpGet]
    public void Index() { }

    [HttpDelete("plain/{id}")]
    public void Delete(int id) { }
}

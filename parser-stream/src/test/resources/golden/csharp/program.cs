// Statements outside of types are a program: the file is where it is entered.
using Microsoft.AspNetCore.Builder;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

// Routes of an application: a lambda, a method, several methods, a group and a group in a group.
app.MapGet("/", () => "Hello");
app.MapPost("/orders/{id:int}", async (int id, Order order, IStore store) => await store.Save(id, order));
app.MapMethods("/any", new[] { "GET", "head" }, Handlers.Any);
var api = app.MapGroup("/api").RequireAuthorization();
api.MapDelete("items/{id}", Handlers.Delete).WithName("delete");
var nested = api.MapGroup("v2");
nested.MapPut("/x", Update);
app.MapMethods("/check", [HttpMethods.Options, "TRACE"], Handlers.Any);
app.Map("/fallback", Handlers.Any);

// Not routes: no path, or no handler.
mapper.Map("Customer", target);
map.MapGet("/only");

app.Run();

// Local functions are known before they are declared; they are entities.
static IResult Update(int id) => Results.Ok(Twice(id));
static int Twice(int n) { return n * 2; }

// Locals of the program are not seen in types.
class Handlers
{
    static int app;
    public static void Any() { app++; }
}

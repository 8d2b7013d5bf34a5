import { Body, Controller, Get, Post } from '@nestjs/common';
import { Hono } from 'hono';

// The path of the controller stands before those of its methods.
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  // Without a path it is the controller's.
  @Get()
  all(): User[] {
    return this.users.all();
  }

  // Behind another decorator.
  @UseGuards(AuthGuard)
  @Get(':id')
  one(@Param('id') id: string): User {
    return this.users.one(id);
  }

  // Several paths.
  @Post(['create', '/add'])
  create(@Body() user: User) {
    return this.users.create(user);
  }

  // A path that is no literal makes no route.
  @Delete(PATH)
  remove() {}
}

// Options, and no path.
@Controller({ path: 'v1', version: '1' })
class Versioned {
  @All('x')
  any() {}
}

@Controller()
class Root {
  @Patch('/root')
  patch = () => {};

  @Put('root')
  put() {}
}

// No controller.
@Injectable()
class Service {
  @Get('x')
  get() {}
}

// A router of Hono: calls in a chain, and a mounted one.
const hono = new Hono();
const books = new Hono();
hono.get('/a', (c) => c.text('a')).post('/b', save);
hono.route('/books', books);
books.get('/:id', save);

// In a class a route belongs to the class.
class Server {
  private readonly app: Express = express();

  routes(): void {
    this.app.get('/health', this.health);
  }

  private health(req: Request, res: Response): void {}
}

function save(c: Context) {
  return c.json(1);
}

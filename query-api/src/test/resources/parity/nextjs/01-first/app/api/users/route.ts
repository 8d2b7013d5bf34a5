import { remove } from '../../../lib/users';

export async function GET() {
  return Response.json([]);
}

export { remove as DELETE };

import { remove } from '../../../lib/users';

export async function GET() {
  return Response.json([]);
}

export const POST = async () => GET();

export { remove as DELETE };

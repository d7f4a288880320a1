import { door } from '@/lib/server/http';
import { changeName, nameSchema } from '@/lib/server/team/change-name';
import { getMe } from '@/lib/server/team/get-me';

/** Whom the request acts for. */
export const GET = door({}, ({ actor }) => getMe(actor));

/** Changes how they are called. */
export const PATCH = door({ body: nameSchema, rate: 'command' }, async ({ actor, body }) => {
  await changeName(actor, body.name);
  return getMe(actor);
});

import { contactFieldsSchema } from '@/lib/domain/contact';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { pageQuery } from '@/lib/server/api/requests';
import { findContacts } from '@/lib/server/contacts/find-contacts';
import { createContact } from '@/lib/server/contacts/save-contact';
import { created, door } from '@/lib/server/http';

/** The confidential contacts that whoever asks may see. */
export const GET = door({ query: pageQuery }, ({ actor, query: { limit = 50, cursor } }) =>
  findContacts(actor, { limit, cursor }),
);

/** Writes a contact down. */
export const POST = door({ body: contactFieldsSchema, rate: 'command' }, async ({ actor, body, request }) => {
  const id = commandIdOf(actor, request);
  await createContact(actor, id, body);
  return created({ id });
});

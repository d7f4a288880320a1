import { contactChangeBody, contactParams } from '@/lib/server/api/desk-requests';
import { changeContact } from '@/lib/server/contacts/save-contact';
import { door } from '@/lib/server/http';

/** Changes a contact, and who may see it. */
export const PUT = door(
  { params: contactParams, body: contactChangeBody, rate: 'command' },
  ({ actor, params: { contactId: id }, body: { version, ...fields } }) =>
    changeContact(actor, { id, version, fields }),
);

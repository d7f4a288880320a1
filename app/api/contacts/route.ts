import { findContacts } from '@/lib/server/contacts/find-contacts';
import { door } from '@/lib/server/http';

/** The confidential contacts that whoever asks may see. */
export const GET = door({}, ({ actor }) => findContacts(actor));

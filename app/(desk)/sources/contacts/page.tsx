import type { Metadata } from 'next';
import { ContactForm } from '@/components/contacts/ContactForm';
import { ContactList } from '@/components/contacts/ContactList';
import { contacts as contactsWords } from '@/components/messages/contacts';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { LibraryPlaces } from '@/components/sources/LibraryPlaces';
import { Section } from '@/components/ui/Section';
import { newId } from '@/lib/domain/new-id';
import { can, reasonOf } from '@/lib/domain/policy';
import { requireActor } from '@/lib/server/access';
import { findContacts } from '@/lib/server/contacts/find-contacts';
import { findMembers } from '@/lib/server/team/find-team';
import { saveContactAction } from './actions';

export const metadata: Metadata = { title: contactsWords.title };

/** The confidential contacts that the reader may see. */
export default async function ContactsPage() {
  const actor = await requireActor();
  const [{ items: contacts }, { items: members }] = await Promise.all([
    findContacts(actor),
    findMembers(actor),
  ]);
  const people = members
    .filter(({ id, disabledAt }) => disabledAt === null && id !== actor.userId)
    .map(({ id, name }) => ({ id, name }));
  const words = contactsWords;
  const create = can(actor, 'contact.create');
  return (
    <>
      <PageHeader title={words.title} meta={words.meta(contacts.length)} />
      <PageBody>
        <LibraryPlaces current="contacts" />
        <Section title={words.list} hint={words.listHint}>
          <ContactList actor={actor} contacts={contacts} people={members} action={saveContactAction} />
        </Section>
        <Section title={words.add} hint={words.addHint}>
          <ContactForm
            key={contacts.length}
            action={saveContactAction}
            contactId={newId()}
            contact={undefined}
            people={people}
            reason={reasonOf(create)}
          />
        </Section>
      </PageBody>
    </>
  );
}

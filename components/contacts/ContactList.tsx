import type { Actor } from '@/lib/domain/actor';
import type { Contact } from '@/lib/domain/contact';
import { can } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import type { FormAction } from '../account/form-action';
import { contacts as contactsWords } from '../messages/contacts';
import { ContactForm } from './ContactForm';

type ContactListProps = {
  readonly actor: Actor;
  readonly contacts: readonly Contact[];
  /** Everybody of the team, to name those who see a contact. */
  readonly people: readonly Person[];
  readonly action: FormAction;
};

const words = contactsWords;

/** Contacts with their details; whoever wrote one down can change it in its place. */
export function ContactList({ actor, contacts, people, action }: ContactListProps) {
  if (contacts.length === 0) return <p className="text-ink-2">{words.none}</p>;
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  const others = people.filter(({ id }) => id !== actor.userId);
  return (
    <ul aria-label={words.list} className="border-t">
      {contacts.map((contact) => {
        const isOwn = contact.createdById === actor.userId;
        const readers = contact.visibleToIds.filter((id) => id !== actor.userId).map(nameOf);
        const facts = [
          isOwn ? words.seenBy(readers.join(', ')) : words.writtenBy(nameOf(contact.createdById)),
          words.uses(contact.uses),
        ];
        const change = can(actor, 'contact.change', { authorId: contact.createdById });
        return (
          <li key={contact.id} className="border-b py-3">
            <h3 className="text-md font-semibold break-words">
              <bdi>{contact.name}</bdi>
            </h3>
            {contact.details === '' ? null : (
              <p className="mt-1 max-w-form break-words whitespace-pre-line" dir="auto">
                {contact.details}
              </p>
            )}
            <p className="mt-1 text-sm text-ink-2">{facts.join(' · ')}</p>
            {change.allowed ? (
              <details className="mt-1.5">
                <summary className="min-h-6 w-fit cursor-pointer rounded-sm text-sm font-medium text-ink-2 hover:text-ink">
                  {words.edit}
                </summary>
                <div className="pt-2.5">
                  <ContactForm
                    key={contact.version}
                    action={action}
                    contactId={contact.id}
                    contact={contact}
                    people={others}
                    reason={undefined}
                  />
                </div>
              </details>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

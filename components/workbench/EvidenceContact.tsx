'use client';

import { UserLock } from 'lucide-react';
import { contacts as contactsWords } from '../messages/contacts';
import { useContacts } from './use-contacts';

const words = contactsWords;

/** That there is a confidential contact; who it is, for those who may see it. */
export function EvidenceContact({ contactId }: { readonly contactId: string }) {
  const contact = useContacts().find(({ id }) => id === contactId);
  return (
    <p className="me-1.5 flex items-center gap-1 text-xs font-semibold text-ink-2">
      <UserLock aria-hidden className="size-3 shrink-0" />
      <span className="min-w-0 break-words">
        {contact === undefined ? words.someone : words.of(contact.name)}
      </span>
    </p>
  );
}

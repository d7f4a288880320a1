'use client';

import { useEffect, useState } from 'react';
import type { Contact } from '@/lib/domain/contact';
import { askServer } from '../articles/ask-server';

const none: readonly Contact[] = [];
const freshForMs = 30_000;

/** One question for all cards of the page; what it brought is asked for again after half a minute. */
let asked: { readonly at: number; readonly contacts: Promise<readonly Contact[]> } | undefined;

/** The confidential contacts that the reader may see; none until they are known. They are never part of the article. */
export function useContacts(isWanted = true): readonly Contact[] {
  const [contacts, setContacts] = useState(none);
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    void ask().then((found) => {
      if (isHere) setContacts(found);
    });
    return () => {
      isHere = false;
    };
  }, [isWanted]);
  return contacts;
}

function ask(): Promise<readonly Contact[]> {
  const now = Date.now();
  if (asked === undefined || now - asked.at > freshForMs) {
    const contacts = askServer('/api/contacts')
      // Our own door made this list; its shape is the door's contract.
      .then((answer) => (answer as { readonly items: readonly Contact[] }).items)
      // Without an answer a contact stays what it is to everybody else: a confidential contact.
      .catch(() => none);
    asked = { at: now, contacts };
  }
  return asked.contacts;
}

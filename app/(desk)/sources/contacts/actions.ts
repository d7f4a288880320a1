'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/server/access';
import { contactFormSchema } from '@/lib/server/contacts/contact-form';
import { changeContact, createContact } from '@/lib/server/contacts/save-contact';
import { formAction } from '@/lib/server/form';

export const saveContactAction = formAction(
  contactFormSchema,
  async ({ contactId: id, version, ...fields }): Promise<undefined> => {
    const actor = await requireActor();
    if (version === 0) await createContact(actor, id, fields);
    else await changeContact(actor, { id, version, fields });
    revalidatePath('/sources/contacts');
  },
);

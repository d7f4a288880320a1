'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireActor } from '@/lib/server/access';
import { formAction } from '@/lib/server/form';
import { changeSource, createSource } from '@/lib/server/sources/save-source';
import { sourceFormSchema } from '@/lib/server/sources/source-form';

export const saveSourceAction = formAction(
  sourceFormSchema,
  async ({ sourceId, version, ...fields }): Promise<undefined> => {
    const actor = await requireActor();
    if (version === 0) {
      await createSource(actor, sourceId, fields);
      redirect(`/sources/${sourceId}`);
    }
    await changeSource(actor, { id: sourceId, version, fields });
    revalidatePath(`/sources/${sourceId}`);
  },
);

import type { Metadata } from 'next';
import { sources as sourcesWords } from '@/components/messages/sources';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { SourceForm } from '@/components/sources/SourceForm';
import { newId } from '@/lib/domain/new-id';
import { can, reasonOf } from '@/lib/domain/policy';
import { requireActor } from '@/lib/server/access';
import { saveSourceAction } from '../actions';

export const metadata: Metadata = { title: sourcesWords.add };

/** A new source for the library. */
export default async function NewSourcePage() {
  const permission = can(await requireActor(), 'source.create');
  return (
    <>
      <PageHeader title={sourcesWords.add} />
      <PageBody width="reading">
        <SourceForm
          action={saveSourceAction}
          sourceId={newId()}
          source={undefined}
          reason={reasonOf(permission)}
        />
      </PageBody>
    </>
  );
}

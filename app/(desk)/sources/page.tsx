import type { Metadata } from 'next';
import { sources as sourcesWords } from '@/components/messages/sources';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { LibraryPlaces } from '@/components/sources/LibraryPlaces';
import { SourceList } from '@/components/sources/SourceList';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { can } from '@/lib/domain/policy';
import { requireActor } from '@/lib/server/access';
import { findSources } from '@/lib/server/sources/find-sources';

export const metadata: Metadata = { title: sourcesWords.title };

type SourcesPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The library of sources. */
export default async function SourcesPage({ searchParams }: SourcesPageProps) {
  const actor = await requireActor();
  const { search: asked } = await searchParams;
  const search = typeof asked === 'string' ? asked.slice(0, 200) : '';
  const first = await findSources(actor, { search });
  const words = sourcesWords;
  const mayAdd = can(actor, 'source.create').allowed;
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.meta(first.items.length, first.next !== null)}
        actions={
          mayAdd ? (
            <ButtonLink href="/sources/new" variant="primary">
              {words.add}
            </ButtonLink>
          ) : undefined
        }
      />
      <PageBody>
        <LibraryPlaces current="sources" />
        <SourceList search={search} first={first} mayAdd={mayAdd} />
      </PageBody>
    </>
  );
}

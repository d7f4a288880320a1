import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { sources as sourcesWords } from '@/components/messages/sources';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { SourceForm } from '@/components/sources/SourceForm';
import { SourceUses } from '@/components/sources/SourceUses';
import { Section } from '@/components/ui/Section';
import { DomainError } from '@/lib/domain/errors';
import { can, reasonOf } from '@/lib/domain/policy';
import { requireActor } from '@/lib/server/access';
import { findSourceUses, getSource } from '@/lib/server/sources/find-sources';
import { saveSourceAction } from '../actions';

type SourcePageProps = { readonly params: Promise<{ readonly sourceId: string }> };

const findSource = cache(async (sourceId: string) => {
  try {
    return await getSource(await requireActor(), sourceId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
});

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const source = await findSource((await params).sourceId);
  return source === undefined ? {} : { title: source.title };
}

/** One source: what is known of it, and the claims that rest on it. */
export default async function SourcePage({ params }: SourcePageProps) {
  const actor = await requireActor();
  const source = await findSource((await params).sourceId);
  if (source === undefined) notFound();
  const first = await findSourceUses(actor, source.id, {});
  const words = sourcesWords;
  const permission = can(actor, 'source.change');
  return (
    <>
      <PageHeader title={source.title} meta={words.uses(source.uses)} />
      <PageBody>
        <Section title={words.detail.uses} hint={words.detail.usesHint}>
          <SourceUses sourceId={source.id} first={first} />
        </Section>
        <Section title={words.detail.fields} hint={words.detail.fieldsHint}>
          <SourceForm
            action={saveSourceAction}
            sourceId={source.id}
            source={source}
            reason={reasonOf(permission)}
          />
        </Section>
      </PageBody>
    </>
  );
}

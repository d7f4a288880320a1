import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { articleAddress } from '@/components/history/history-address';
import { PastArticle } from '@/components/history/PastArticle';
import { revisions as words } from '@/components/messages/revisions';
import { compareAddress, revisionsAddress } from '@/components/revisions/revisions-address';
import { AppShell } from '@/components/shell/AppShell';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { DomainError } from '@/lib/domain/errors';
import { requireSession } from '@/lib/server/access';
import { getRevisionState } from '@/lib/server/articles/get-revision-state';
import { countQueue } from '@/lib/server/queue/count-queue';

export const metadata: Metadata = { title: words.list.title };

type RevisionPageProps = {
  readonly params: Promise<{ readonly articleId: string; readonly number: string }>;
};

/** One revision with its annotations as they stood while it was the current one, to be read. */
export default async function RevisionPage({ params }: RevisionPageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId, number } = await params;
  const [found, queue] = await Promise.all([
    getRevisionState(actor, articleId, Number(number)).catch(absent),
    countQueue(actor),
  ]);
  if (found === undefined) notFound();
  const { state, current } = found;
  const shown = state.revision.number;
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.past.title(shown, state.article.title)}
        actions={
          <>
            <ButtonLink href={revisionsAddress(articleId)}>{words.past.all}</ButtonLink>
            {shown === current ? null : (
              <ButtonLink href={compareAddress(articleId, shown, current)}>
                {words.list.compareCurrent}
              </ButtonLink>
            )}
            <ButtonLink href={articleAddress(articleId)} variant="primary">
              {words.toArticle}
            </ButtonLink>
          </>
        }
      />
      <p className="border-b bg-wash px-7 py-2.5 text-sm text-ink-2 max-phone:px-4">{words.past.note}</p>
      <PastArticle state={state} />
    </AppShell>
  );
}

function absent(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

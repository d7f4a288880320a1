import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CompareView } from '@/components/compare/CompareView';
import { parseCompareQuery } from '@/components/compare/compare-query';
import { articleAddress } from '@/components/history/history-address';
import { revisions as words } from '@/components/messages/revisions';
import { revisionsAddress } from '@/components/revisions/revisions-address';
import { AppShell } from '@/components/shell/AppShell';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { compareRevisions } from '@/lib/domain/compare/compare-revisions';
import { DomainError } from '@/lib/domain/errors';
import { requireSession } from '@/lib/server/access';
import { getComparison } from '@/lib/server/articles/get-comparison';
import { countQueue } from '@/lib/server/queue/count-queue';

export const metadata: Metadata = { title: words.compare.pageTitle };

type ComparePageProps = {
  readonly params: Promise<{ readonly articleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Two revisions of an article against each other, with the annotations on the later one. */
export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId } = await params;
  const query = parseCompareQuery(await searchParams);
  const [found, queue] = await Promise.all([
    getComparison(actor, articleId, query).catch(absent),
    countQueue(actor),
  ]);
  if (found === undefined) notFound();
  const { before, state, current } = found;
  const after = state.revision;
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.compare.title(before.number, after.number)}
        meta={state.article.title}
        actions={
          <>
            <ButtonLink href={revisionsAddress(articleId)}>{words.list.title}</ButtonLink>
            <ButtonLink href={articleAddress(articleId)} variant="primary">
              {words.toArticle}
            </ButtonLink>
          </>
        }
      />
      <CompareView
        key={`${before.id} ${after.id}`}
        actor={actor}
        articleId={articleId}
        before={{ id: before.id, number: before.number, text: before.text }}
        after={{ id: after.id, number: after.number, text: after.text }}
        rows={compareRevisions(before.text, after.text)}
        annotations={Object.values(state.annotations)}
        current={current}
        direction={state.article.direction}
        initial={{ view: query.view, only: query.only }}
      />
    </AppShell>
  );
}

function absent(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { articleAddress, historyAddress } from '@/components/history/history-address';
import { PastArticle } from '@/components/history/PastArticle';
import { PastBar } from '@/components/history/PastBar';
import { history as words } from '@/components/messages/history';
import { AppShell } from '@/components/shell/AppShell';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { DomainError } from '@/lib/domain/errors';
import { requireSession } from '@/lib/server/access';
import { findHistory } from '@/lib/server/articles/find-history';
import { getPastState } from '@/lib/server/articles/get-past-state';
import { countQueue } from '@/lib/server/queue/count-queue';

export const metadata: Metadata = { title: words.title };

type PastPageProps = {
  readonly params: Promise<{ readonly articleId: string; readonly seq: string }>;
};

/** An article as it was after one event of its record, to be read. */
export default async function PastPage({ params }: PastPageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId, seq } = await params;
  const past = await getPastState(actor, articleId, Number(seq)).catch(absent);
  if (past === undefined) notFound();
  const [found, queue] = await Promise.all([
    findHistory(actor, articleId, { before: past.event.seq + 1 }, 1),
    countQueue(actor),
  ]);
  const [line] = found.items;
  if (line === undefined) notFound();
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.past.title(line.event.seq, past.state.article.title)}
        actions={
          <>
            <ButtonLink href={historyAddress(articleId)}>{words.title}</ButtonLink>
            <ButtonLink href={articleAddress(articleId)} variant="primary">
              {words.toNow}
            </ButtonLink>
          </>
        }
      />
      <PastBar line={line} last={past.last} names={found.names} />
      <PastArticle state={past.state} />
    </AppShell>
  );
}

function absent(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

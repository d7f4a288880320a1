import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { historyAddress } from '@/components/history/history-address';
import { PastArticle } from '@/components/history/PastArticle';
import { PastBar } from '@/components/history/PastBar';
import { messages } from '@/components/messages';
import { AppShell } from '@/components/shell/AppShell';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { DomainError } from '@/lib/domain/errors';
import { requireSession } from '@/lib/server/access';
import { findHistory } from '@/lib/server/articles/find-history';
import { getPastState } from '@/lib/server/articles/get-past-state';
import { countQueue } from '@/lib/server/queue/find-queue';

export const metadata: Metadata = { title: messages.history.title };

type PastPageProps = {
  readonly params: Promise<{ readonly articleId: string; readonly seq: string }>;
};

/** An article as it was after one event of its record, to be read. */
export default async function PastPage({ params }: PastPageProps) {
  const { actor, teamName } = await requireSession();
  const { articleId, seq } = await params;
  const past = await getPastState(actor, articleId, Number(seq)).catch(absent);
  if (past === undefined) notFound();
  const [history, queue] = await Promise.all([
    findHistory(actor, articleId, { before: past.event.seq + 1 }, 1),
    countQueue(actor),
  ]);
  const [line] = history.items;
  if (line === undefined) notFound();
  const words = messages.history;
  return (
    <AppShell actor={{ ...actor, teamName }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.past.title(line.event.seq, past.state.article.title)}
        actions={
          <>
            <ButtonLink href={historyAddress(articleId)}>{words.title}</ButtonLink>
            <ButtonLink href={`/articles/${articleId}`} variant="primary">
              {words.toNow}
            </ButtonLink>
          </>
        }
      />
      <PastBar line={line} last={past.last} names={history.names} />
      <PastArticle state={past.state} />
    </AppShell>
  );
}

function absent(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

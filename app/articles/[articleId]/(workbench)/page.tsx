import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AppShell } from '@/components/shell/AppShell';
import { Workbench } from '@/components/workbench/Workbench';
import { DomainError } from '@/lib/domain/errors';
import { requireSession } from '@/lib/server/access';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { countUnread } from '@/lib/server/inbox/find-inbox';
import { countQueue } from '@/lib/server/queue/count-queue';

type ArticlePageProps = {
  readonly params: Promise<{ readonly articleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The article once per request: the title and the page both need it. */
const findState = cache(async (articleId: string) => {
  const { actor } = await requireSession();
  try {
    return await getArticleState(actor, articleId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
});

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const state = await findState((await params).articleId);
  return state === undefined ? {} : { title: state.article.title };
}

/** The workbench of one article. */
export default async function ArticlePage({ params, searchParams }: ArticlePageProps) {
  const session = await requireSession();
  const { articleId } = await params;
  const [state, queue, inbox] = await Promise.all([
    findState(articleId),
    countQueue(session.actor),
    countUnread(session.actor),
  ]);
  if (state === undefined) notFound();
  return (
    <AppShell
      actor={{ ...session.actor, teamName: session.teamName, teamMark: session.teamMark }}
      active="articles"
      counts={{ queue, inbox }}
    >
      <Workbench
        key={`${articleId} ${state.revision.id}`}
        state={state}
        actor={session.actor}
        query={toQuery(await searchParams)}
      />
    </AppShell>
  );
}

function toQuery(params: Awaited<ArticlePageProps['searchParams']>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query.toString();
}

import type { Metadata } from 'next';
import { dashboardAddress } from '@/components/dashboard/dashboard-address';
import { HistoryFilters } from '@/components/history/HistoryFilters';
import { HistoryList } from '@/components/history/HistoryList';
import { articleAddress, historyAddress } from '@/components/history/history-address';
import { parseHistoryQuery } from '@/components/history/history-query';
import { history as words } from '@/components/messages/history';
import { AppShell } from '@/components/shell/AppShell';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { EmptyState } from '@/components/ui/EmptyState';
import { requireSession } from '@/lib/server/access';
import { findHistory } from '@/lib/server/articles/find-history';
import { getArticle } from '@/lib/server/articles/get-article';
import { countQueue } from '@/lib/server/queue/count-queue';

export const metadata: Metadata = { title: words.title };

type HistoryPageProps = {
  readonly params: Promise<{ readonly articleId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Everything that happened on one article, latest first. */
export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId } = await params;
  const query = parseHistoryQuery(await searchParams);
  const [found, article, queue] = await Promise.all([
    findHistory(actor, articleId, query),
    getArticle(actor, articleId),
    countQueue(actor),
  ]);
  const { items, names, next, last, people, fromFileUpTo } = found;
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.pageTitle(article.title)}
        meta={words.meta(last)}
        actions={
          <>
            <ButtonLink href={dashboardAddress({ days: 30, articleId })}>{words.dashboard}</ButtonLink>
            <ButtonLink href={articleAddress(articleId)}>{words.toArticle}</ButtonLink>
          </>
        }
      />
      <PageBody width="reading">
        <HistoryFilters articleId={articleId} query={query} people={people} />
        {items.length === 0 ? (
          <EmptyState
            title={words.empty.title}
            actions={<ButtonLink href={historyAddress(articleId)}>{words.empty.action}</ButtonLink>}
          >
            {words.empty.body}
          </EmptyState>
        ) : (
          <HistoryList items={items} names={names} fromFileUpTo={fromFileUpTo} />
        )}
        <nav aria-label={words.pages} className="mt-6 flex justify-between gap-3 print:hidden">
          {query.before === undefined ? (
            <span />
          ) : (
            <ButtonLink href={historyAddress(articleId, { ...query, before: undefined })}>
              {words.newest}
            </ButtonLink>
          )}
          {next === null ? null : (
            <ButtonLink href={historyAddress(articleId, { ...query, before: Number(next) })}>
              {words.older}
            </ButtonLink>
          )}
        </nav>
      </PageBody>
    </AppShell>
  );
}

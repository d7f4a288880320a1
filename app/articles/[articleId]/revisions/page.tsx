import type { Metadata } from 'next';
import { articleAddress } from '@/components/history/history-address';
import { revisions as words } from '@/components/messages/revisions';
import { RevisionList } from '@/components/revisions/RevisionList';
import { editAddress, revisionsAddress } from '@/components/revisions/revisions-address';
import { AppShell } from '@/components/shell/AppShell';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { can } from '@/lib/domain/policy';
import { requireSession } from '@/lib/server/access';
import { findRevisions } from '@/lib/server/articles/find-revisions';
import { getArticle } from '@/lib/server/articles/get-article';
import { countQueue } from '@/lib/server/queue/count-queue';
import { oneOf } from '@/lib/server/search-params';

export const metadata: Metadata = { title: words.list.title };

type RevisionsPageProps = {
  readonly params: Promise<{ readonly articleId: string }>;
  readonly searchParams: Promise<{ readonly cursor?: string | string[] }>;
};

/** The revisions of an article, latest first: who made each, why, and what it did to the annotations. */
export default async function RevisionsPage({ params, searchParams }: RevisionsPageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId } = await params;
  const cursor = oneOf((await searchParams).cursor);
  const [page, article, queue] = await Promise.all([
    findRevisions(actor, articleId, { cursor }),
    getArticle(actor, articleId),
    countQueue(actor),
  ]);
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.list.pageTitle(article.title)}
        actions={
          <>
            <ButtonLink href={articleAddress(articleId)}>{words.toArticle}</ButtonLink>
            {can(actor, 'article.revise').allowed ? (
              <ButtonLink href={editAddress(articleId)} variant="primary">
                {words.list.edit}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <PageBody width="reading">
        <RevisionList articleId={articleId} items={page.items} current={article.revision} />
        {page.next === null ? null : (
          <nav className="mt-6 flex justify-end">
            <ButtonLink href={revisionsAddress(articleId, page.next)}>{words.list.older}</ButtonLink>
          </nav>
        )}
      </PageBody>
    </AppShell>
  );
}

import type { Metadata } from 'next';
import { ArticleList } from '@/components/articles/ArticleList';
import { parseArticlesView } from '@/components/articles/articles-address';
import { articles as articlesWords } from '@/components/messages/articles';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { can } from '@/lib/domain/policy';
import { requireActor } from '@/lib/server/access';
import { findArticles } from '@/lib/server/articles/find-articles';

export const metadata: Metadata = { title: articlesWords.title };

type ArticlesPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The list of articles. */
export default async function ArticlesPage({ searchParams }: ArticlesPageProps) {
  const actor = await requireActor();
  const view = parseArticlesView(await searchParams);
  const first = await findArticles(actor, view);
  const words = articlesWords;
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.meta(first.items.length, first.next !== null)}
        actions={
          can(actor, 'article.import').allowed ? (
            <ButtonLink href="/articles/new" variant="primary">
              {words.import}
            </ButtonLink>
          ) : undefined
        }
      />
      <PageBody>
        <ArticleList actor={actor} view={view} first={first} />
      </PageBody>
    </>
  );
}

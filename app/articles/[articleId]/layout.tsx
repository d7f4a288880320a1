import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireActor } from '@/lib/server/access';
import { hasArticle } from '@/lib/server/articles/has-article';

type ArticleLayoutProps = {
  readonly params: Promise<{ readonly articleId: string }>;
  readonly children: ReactNode;
};

/**
 * Asks for the actor and the article before the skeleton is sent: afterwards the answer could no longer be a
 * redirect or "not found". The page asks again by itself.
 */
export default async function ArticleLayout({ params, children }: ArticleLayoutProps) {
  if (!(await hasArticle(await requireActor(), (await params).articleId))) notFound();
  return children;
}

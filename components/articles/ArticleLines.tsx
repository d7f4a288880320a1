'use client';

import { FileText, SearchX } from 'lucide-react';
import { useRef } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleListItem, Page } from '@/lib/domain/lists';
import { can } from '@/lib/domain/policy';
import { usePageCommands } from '../commands/use-page-commands';
import { articles as articlesWords } from '../messages/articles';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { ArticleRow } from './ArticleRow';
import { type ArticlesView, articlesQuery } from './articles-address';
import { DeskHints } from './DeskHints';
import { MoreButton } from './MoreButton';
import { useArticleDeletion } from './use-article-deletion';
import { useMore } from './use-more';

type ArticleLinesProps = {
  readonly actor: Actor;
  readonly view: ArticlesView;
  readonly first: Page<ArticleListItem>;
};

/** The lines of one view of the list. Made anew (by key) when the view changes. */
export function ArticleLines({ actor, view, first }: ArticleLinesProps) {
  const list = useRef<HTMLUListElement>(null);
  const { gone, remove } = useArticleDeletion();
  const { items, hasMore, isLoading, failure, more } = useMore(
    first,
    (cursor) => `/api/articles?${articlesQuery(view, cursor)}`,
    ({ id }) => id,
  );
  const shown = items.filter(({ id }) => !gone.has(id));
  const words = articlesWords;
  usePageCommands('articles', {
    'list.next': () => moveFocus(list.current, 1),
    'list.previous': () => moveFocus(list.current, -1),
  });

  if (shown.length === 0 && !hasMore) return <Nothing actor={actor} view={view} />;
  return (
    <>
      <ul ref={list} aria-label={words.list} className="border-t">
        {shown.map((article) => (
          <ArticleRow key={article.id} article={article} actor={actor} onDelete={remove} />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {words.meta(shown.length, hasMore)}
      </p>
      <MoreButton list={{ hasMore, isLoading, failure, more }} />
      <DeskHints
        hints={[
          [['list.next', 'list.previous'], words.keyMove],
          [['list.open'], words.keyOpen],
          [['list.search'], words.keySearch],
        ]}
      />
    </>
  );
}

function Nothing({ actor, view }: { readonly actor: Actor; readonly view: ArticlesView }) {
  const words = articlesWords;
  if (view.search !== '' || view.progress !== undefined) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={words.noMatch.title}
        actions={<ButtonLink href="/articles">{words.clearFilters}</ButtonLink>}
      >
        {words.noMatch.body(view.search)}
      </EmptyState>
    );
  }
  const mayImport = can(actor, 'article.import').allowed;
  return (
    <EmptyState
      icon={<FileText />}
      title={words.none.title}
      actions={
        mayImport ? (
          <ButtonLink href="/articles/new" variant="primary">
            {words.import}
          </ButtonLink>
        ) : undefined
      }
    >
      {mayImport ? words.none.body : words.none.bodyViewer}
    </EmptyState>
  );
}

/** Moves the focus from line to line; from elsewhere it enters at the first. */
function moveFocus(list: HTMLElement | null, step: 1 | -1): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
  const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
  const next = links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.closest('li')?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

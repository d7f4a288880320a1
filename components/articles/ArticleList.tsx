'use client';

import { useRouter } from 'next/navigation';
import { useRef, useTransition } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { type ArticleListItem, articleProgresses, type Page } from '@/lib/domain/lists';
import { usePageCommands } from '../commands/use-page-commands';
import { articles as articlesWords } from '../messages/articles';
import { ChipLink } from '../ui/Chip';
import { ArticleLines } from './ArticleLines';
import { type ArticlesView, articlesAddress, articlesQuery } from './articles-address';
import { SearchField } from './SearchField';

type ArticleListProps = {
  readonly actor: Actor;
  readonly view: ArticlesView;
  readonly first: Page<ArticleListItem>;
};

/** The team's articles: search, progress, lines; J and K move, Enter opens, / searches. */
export function ArticleList({ actor, view, first }: ArticleListProps) {
  const router = useRouter();
  const [isSearching, startSearch] = useTransition();
  const search = useRef<HTMLInputElement>(null);
  const words = articlesWords;

  const show = (next: ArticlesView) =>
    startSearch(() => router.replace(articlesAddress(next), { scroll: false }));
  usePageCommands('articles', {
    'list.search': () => {
      search.current?.focus();
      search.current?.select();
      return true;
    },
  });

  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <SearchField
          words={words}
          value={view.search}
          onSearch={(next) => show({ ...view, search: next })}
          inputRef={search}
          className="min-w-0 flex-1 basis-72"
        />
        <nav aria-label={words.filters} className="flex flex-wrap gap-1.5">
          <ChipLink
            href={articlesAddress({ ...view, progress: undefined })}
            current={view.progress === undefined}
          >
            {words.all}
          </ChipLink>
          {articleProgresses.map((progress) => (
            <ChipLink
              key={progress}
              href={articlesAddress({ ...view, progress })}
              current={view.progress === progress}
            >
              {words.progress[progress]}
            </ChipLink>
          ))}
        </nav>
      </div>
      <div aria-busy={isSearching} className={isSearching ? 'opacity-60 transition-opacity' : ''}>
        <ArticleLines key={articlesQuery(view)} actor={actor} view={view} first={first} />
      </div>
    </>
  );
}

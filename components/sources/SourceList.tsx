'use client';

import { Library, SearchX } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useTransition } from 'react';
import type { Page } from '@/lib/domain/lists';
import type { SourceListItem } from '@/lib/domain/source';
import { MoreButton } from '../articles/MoreButton';
import { SearchField } from '../articles/SearchField';
import { useMore } from '../articles/use-more';
import { usePageCommands } from '../commands/use-page-commands';
import { sources as sourcesWords } from '../messages/sources';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { SourceRow } from './SourceRow';

type SourceListProps = {
  readonly search: string;
  readonly first: Page<SourceListItem>;
  readonly mayAdd: boolean;
};

const words = sourcesWords;

/** The team's sources with a search over title and address; `/` goes to it. */
export function SourceList({ search, first, mayAdd }: SourceListProps) {
  const router = useRouter();
  const [isSearching, startSearch] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  usePageCommands('sources', {
    'sources.search': () => {
      input.current?.focus();
      input.current?.select();
      return true;
    },
  });
  const show = (next: string): void => {
    const query = next === '' ? '' : `?${new URLSearchParams({ search: next })}`;
    startSearch(() => router.replace(`/sources${query}` as Route, { scroll: false })); // this very page
  };
  return (
    <>
      <SearchField
        value={search}
        words={words}
        onSearch={show}
        inputRef={input}
        className="mb-4 max-w-form"
      />
      <div aria-busy={isSearching} className={isSearching ? 'opacity-60 transition-opacity' : ''}>
        <SourceLines key={search} search={search} first={first} mayAdd={mayAdd} />
      </div>
    </>
  );
}

function SourceLines({ search, first, mayAdd }: SourceListProps) {
  const list = useMore(
    first,
    (cursor) => `/api/sources?${new URLSearchParams({ ...(search !== '' && { search }), cursor })}`,
    ({ id }) => id,
  );
  if (list.items.length === 0) return <Nothing search={search} mayAdd={mayAdd} />;
  return (
    <>
      <ul aria-label={words.list} className="border-t">
        {list.items.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {words.meta(list.items.length, list.hasMore)}
      </p>
      <MoreButton list={list} />
    </>
  );
}

function Nothing({ search, mayAdd }: Omit<SourceListProps, 'first'>) {
  if (search !== '') {
    return (
      <EmptyState
        icon={<SearchX />}
        title={words.noMatch.title}
        actions={<ButtonLink href="/sources">{words.clearSearch}</ButtonLink>}
      >
        {words.noMatch.body(search)}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Library />} title={words.none.title}>
      {mayAdd ? words.none.body : words.none.bodyViewer}
    </EmptyState>
  );
}

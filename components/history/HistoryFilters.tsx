'use client';

import { useRouter } from 'next/navigation';
import { type HistoryQuery, historyKinds } from '@/lib/domain/history';
import type { Person } from '@/lib/domain/team';
import { history } from '../messages/history';
import { ChipLink } from '../ui/Chip';
import { Select } from '../ui/Select';
import { historyAddress } from './history-address';

const words = history;

type HistoryFiltersProps = {
  readonly articleId: string;
  readonly query: HistoryQuery;
  readonly people: readonly Person[];
};

/** Narrows the history down; each choice is an address. */
export function HistoryFilters({ articleId, query, people }: HistoryFiltersProps) {
  const router = useRouter();
  const address = (change: HistoryQuery) =>
    historyAddress(articleId, { ...query, before: undefined, ...change });
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden">
      <nav aria-label={words.kindsLabel} className="flex flex-wrap gap-1.5">
        <ChipLink href={address({ kind: undefined })} current={query.kind === undefined} scroll={false}>
          {words.allKinds}
        </ChipLink>
        {historyKinds.map((kind) => (
          <ChipLink key={kind} href={address({ kind })} current={query.kind === kind} scroll={false}>
            {words.kinds[kind]}
          </ChipLink>
        ))}
      </nav>
      <Select
        label={words.person}
        hideLabel
        className="w-52"
        value={query.person ?? ''}
        placeholder={words.everybody}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ currentTarget }) =>
          router.push(address({ person: currentTarget.value === '' ? undefined : currentTarget.value }), {
            scroll: false,
          })
        }
      />
      {query.annotation === undefined ? null : (
        <p className="flex items-center gap-2 text-sm text-ink-2">
          {words.onlyAnnotation}
          <ChipLink href={address({ annotation: undefined })} current={false} scroll={false}>
            {words.everyAnnotation}
          </ChipLink>
        </p>
      )}
    </div>
  );
}

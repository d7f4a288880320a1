'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { checkStatuses } from '@/lib/domain/check';
import { type FilterCounts, toggled } from '@/lib/workbench/filters';
import { messages } from '../messages';
import { Chip } from '../ui/Chip';
import { Menu, MenuCheck, MenuGroup, MenuHeading, MenuSeparator } from '../ui/Menu';
import { useWorkbench } from './workbench-context';

const words = messages.margin.filters;

/** The filters that are not needed all day, behind one chip: kinds of gaps, statuses, and people. */
export function MoreFilters({ counts }: { readonly counts: FilterCounts }) {
  const { people, filters, setFilters } = useWorkbench();
  const { authors } = filters;
  const chosen = filters.statuses.length + authors.length + Number(filters.withoutNote);
  const nameOf = (id: string): string => people[id]?.name ?? messages.margin.card.unknownPerson;
  const ids = [...new Set([...counts.authors.keys(), ...authors])].sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b)),
  );

  function toggleAuthor(id: string, isOn: boolean): void {
    setFilters({ ...filters, authors: isOn ? [...authors, id] : authors.filter((other) => other !== id) });
  }

  return (
    <Menu
      align="end"
      trigger={
        <Chip pressed={chosen > 0}>
          {chosen === 0 ? words.more : words.moreChosen(chosen)}
          <ChevronDown aria-hidden className="size-3" />
        </Chip>
      }
    >
      {(['withoutNote'] as const)
        .filter((name) => counts[name] > 0 || filters[name])
        .map((name) => (
          <Item
            key={name}
            count={counts[name]}
            isOn={filters[name]}
            onChange={(isOn) => setFilters({ ...filters, [name]: isOn })}
          >
            {words[name]}
          </Item>
        ))}
      <MenuSeparator />
      <MenuGroup>
        <MenuHeading>{words.status}</MenuHeading>
        {checkStatuses
          .filter((status) => counts.statuses.has(status) || filters.statuses.includes(status))
          .map((status) => (
            <Item
              key={status}
              count={counts.statuses.get(status) ?? 0}
              isOn={filters.statuses.includes(status)}
              onChange={() => setFilters({ ...filters, statuses: toggled(filters.statuses, status) })}
            >
              {messages.words.checkStatuses[status]}
            </Item>
          ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuGroup>
        <MenuHeading>{words.people}</MenuHeading>
        {ids.map((id) => (
          <Item
            key={id}
            count={counts.authors.get(id) ?? 0}
            isOn={authors.includes(id)}
            onChange={(isOn) => toggleAuthor(id, isOn)}
          >
            {nameOf(id)}
          </Item>
        ))}
      </MenuGroup>
    </Menu>
  );
}

type ItemProps = {
  readonly count: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
};

function Item({ count, isOn, onChange, children }: ItemProps) {
  return (
    <MenuCheck checked={isOn} onChange={onChange}>
      <span className="flex-1">{children}</span>
      <span className="ps-3 text-xs text-ink-3 tabular-nums">{count}</span>
    </MenuCheck>
  );
}

'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FilterCounts } from '@/lib/workbench/filters';
import { messages } from '../messages';
import { Chip } from '../ui/Chip';
import { Menu, MenuGroup, MenuHeading, MenuSeparator } from '../ui/Menu';
import { useWorkbench } from './workbench-context';

const words = messages.margin.filters;

/** The filters that are not needed all day, behind one chip: kinds of gaps, and people. */
export function MoreFilters({ counts }: { readonly counts: FilterCounts }) {
  const { people, filters, setFilters } = useWorkbench();
  const { authors } = filters;
  const chosen = authors.length + Number(filters.withoutNote) + Number(filters.orphaned);
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
      {(['withoutNote', 'orphaned'] as const).map((name) => (
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
    <Base.CheckboxItem
      checked={isOn}
      onCheckedChange={onChange}
      closeOnClick={false}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2.5 py-1 outline-none select-none data-highlighted:bg-wash forced-colors:data-highlighted:outline-2"
    >
      <span className="grid size-4 shrink-0 place-items-center text-ink-3">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden className="size-4" />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="flex-1">{children}</span>
      <span className="ps-3 text-xs text-ink-3 tabular-nums">{count}</span>
    </Base.CheckboxItem>
  );
}

'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { messages } from '../messages';
import { Chip } from '../ui/Chip';
import { Menu } from '../ui/Menu';
import { useWorkbench } from './workbench-context';

const words = messages.margin.filters;

/** Shows what certain people marked. Only where several people did. */
export function PeopleFilter({ counts }: { readonly counts: ReadonlyMap<string, number> }) {
  const { people, filters, setFilters } = useWorkbench();
  const chosen = filters.authors;
  if (counts.size < 2 && chosen.length === 0) return null;
  const ids = [...new Set([...counts.keys(), ...chosen])];
  const nameOf = (id: string): string => people[id]?.name ?? messages.margin.card.unknownPerson;

  function toggle(id: string, isOn: boolean): void {
    setFilters({ ...filters, authors: isOn ? [...chosen, id] : chosen.filter((other) => other !== id) });
  }

  return (
    <Menu
      align="end"
      trigger={
        <Chip pressed={chosen.length > 0}>
          {chosen.length === 0 ? words.people : words.peopleChosen(chosen.length)}
          <ChevronDown aria-hidden className="size-3" />
        </Chip>
      }
    >
      {ids
        .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
        .map((id) => (
          <Base.CheckboxItem
            key={id}
            checked={chosen.includes(id)}
            onCheckedChange={(isOn) => toggle(id, isOn)}
            closeOnClick={false}
            className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2.5 py-1 outline-none select-none data-highlighted:bg-wash forced-colors:data-highlighted:outline-2"
          >
            <span className="grid size-4 shrink-0 place-items-center text-ink-3">
              <Base.CheckboxItemIndicator>
                <Check aria-hidden className="size-4" />
              </Base.CheckboxItemIndicator>
            </span>
            <span className="flex-1">{nameOf(id)}</span>
            <span className="text-xs text-ink-3 tabular-nums">{counts.get(id) ?? 0}</span>
          </Base.CheckboxItem>
        ))}
    </Menu>
  );
}

'use client';

import { useMemo } from 'react';
import { type Mark, marks } from '@/lib/domain/annotation';
import type { CheckStatus } from '@/lib/domain/check';
import { countByFilter, isFiltered, isInTab, toggled, unfiltered } from '@/lib/workbench/filters';
import { messages } from '../messages';
import { Chip } from '../ui/Chip';
import { MoreFilters } from './MoreFilters';
import { useWorkbench } from './workbench-context';

const words = messages.margin.filters;

/** Which annotations are shown, with how many each choice has. What nothing has is left out. */
export function Filters({ hiddenCount }: { readonly hiddenCount: number }) {
  const { annotations, actor, unread, markRead, filters, setFilters } = useWorkbench();
  const counts = useMemo(
    () =>
      countByFilter(
        annotations.filter((annotation) => isInTab(annotation, filters)),
        { id: actor.userId, unread },
      ),
    [annotations, actor.userId, unread, filters],
  );

  function toggleMark(mark: Mark): void {
    const chosen = filters.marks.includes(mark)
      ? filters.marks.filter((other) => other !== mark)
      : marks.filter((other) => other === mark || filters.marks.includes(other));
    setFilters({ ...filters, marks: chosen });
  }

  function toggleStatus(status: CheckStatus): void {
    setFilters({ ...filters, statuses: toggled(filters.statuses, status) });
  }

  const switches = ['mine', 'assigned', 'flagged', 'unread', 'touched'] as const;
  return (
    <fieldset>
      <legend className="sr-only">{words.label}</legend>
      <div className="flex flex-wrap gap-1">
        <Chip
          pressed={!isFiltered(filters)}
          count={counts.all}
          onClick={() => setFilters(unfiltered(filters))}
        >
          {words.all}
        </Chip>
        {marks.map((mark) =>
          counts.marks[mark] === 0 && !filters.marks.includes(mark) ? null : (
            <Chip
              key={mark}
              pressed={filters.marks.includes(mark)}
              count={counts.marks[mark]}
              onClick={() => toggleMark(mark)}
            >
              {words.marks[mark]}
            </Chip>
          ),
        )}
        {switches.map((name) =>
          counts[name] === 0 && !filters[name] ? null : (
            <Chip
              key={name}
              pressed={filters[name]}
              count={counts[name]}
              onClick={() => setFilters({ ...filters, [name]: !filters[name] })}
            >
              {words[name]}
            </Chip>
          ),
        )}
        {loudStatuses.map((status) => {
          const count = counts.statuses.get(status) ?? 0;
          const isOn = filters.statuses.includes(status);
          return count === 0 && !isOn ? null : (
            <Chip key={status} pressed={isOn} count={count} onClick={() => toggleStatus(status)}>
              {messages.words.checkStatuses[status]}
            </Chip>
          );
        })}
        <MoreFilters counts={counts} />
      </div>
      <p role="status" className="text-xs text-ink-3">
        {hiddenCount === 0 ? null : (
          <span className="flex items-center gap-1 pt-1.5">
            {words.hidden(hiddenCount)}
            <button
              type="button"
              onClick={() => setFilters(unfiltered(filters))}
              className="min-h-6 rounded-sm px-1 font-medium text-pencil hover:underline"
            >
              {words.clear}
            </button>
            {filters.unread && counts.unread > 0 ? (
              <button
                type="button"
                onClick={() => markRead([...unread])}
                className="min-h-6 rounded-sm px-1 font-medium text-pencil hover:underline"
              >
                {words.markRead}
              </button>
            ) : null}
          </span>
        )}
      </p>
    </fieldset>
  );
}

/** What somebody must see to stands in sight; the other statuses are one step away. */
const loudStatuses = ['disputed', 'stale'] as const satisfies readonly CheckStatus[];

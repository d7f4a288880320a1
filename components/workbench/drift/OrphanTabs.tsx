'use client';

import type { KeyboardEvent } from 'react';
import { noFilters } from '@/lib/workbench/filters';
import { commandOf } from '@/lib/workbench/key-commands';
import { drift as words } from '../../messages/drift';
import { TabList } from '../../ui/TabList';
import { type MarginTab, panelId, tabOf } from '../margin-tabs';
import { useSingleKeys } from '../use-single-keys';
import { useWorkbench } from '../workbench-context';

/** The two tabs of the margin: what stands in the text, and what is orphaned. The key that accepts works from here too. */
export function OrphanTabs() {
  const { annotations, filters, setFilters, activeId, setActive, requestCheck } = useWorkbench();
  const [singleKeys] = useSingleKeys();
  const lost = annotations.filter(({ anchor }) => anchor.state === 'orphaned');
  const open = lost.find(({ id }) => id === activeId);

  function choose(tab: MarginTab): void {
    if (tab === tabOf(filters)) return;
    setFilters({ ...noFilters, orphaned: tab === 'orphaned' });
    const [first] = lost;
    if (tab === 'orphaned' && open === undefined && first !== undefined) setActive(first.id, 'key');
    if (tab === 'text' && open !== undefined) setActive(null, 'key');
  }

  function press(event: KeyboardEvent): void {
    const key = commandOf(event.nativeEvent, singleKeys);
    if (key !== 'anchor.accept' || open === undefined) return;
    event.preventDefault();
    requestCheck({ annotationId: open.id, key });
  }

  return (
    <TabList
      label={words.tabs.label}
      tabs={[
        { value: 'text', label: words.tabs.text, count: annotations.length - lost.length },
        { value: 'orphaned', label: words.tabs.orphaned, count: lost.length },
      ]}
      value={tabOf(filters)}
      onChange={choose}
      panelId={panelId}
      onKey={press}
    />
  );
}

/** What the tab of the orphaned says of itself: what to do, or that there is nothing to do. */
export function OrphanNote() {
  const { annotations } = useWorkbench();
  const isEmpty = annotations.every(({ anchor }) => anchor.state !== 'orphaned');
  return (
    <p role="status" className="pt-0.5 pb-2 text-sm text-pretty text-ink-2">
      {isEmpty ? words.tabs.empty : words.tabs.note}
    </p>
  );
}

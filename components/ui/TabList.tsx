'use client';

import type { KeyboardEvent } from 'react';
import { moveFocus } from './roving-focus';

type TabListProps<Value extends string> = {
  readonly label: string;
  readonly tabs: readonly { readonly value: Value; readonly label: string; readonly count: number }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The element with role `tabpanel` that shows the chosen one; it is labelled by `tabId(panelId, value)`. */
  readonly panelId: string;
  /** Any other key that is pressed on a tab. */
  readonly onKey?: (event: KeyboardEvent<HTMLDivElement>) => void;
};

/** Which of several lists one panel shows. Arrows choose. */
export function TabList<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  panelId,
  onKey,
}: TabListProps<Value>) {
  function press(event: KeyboardEvent<HTMLDivElement>) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const item = moveFocus(event.key, items, 'horizontal');
    if (item === undefined) return onKey?.(event);
    event.preventDefault();
    item.click();
  }

  return (
    <div role="tablist" aria-label={label} onKeyDown={press} className="mb-2 flex gap-4 border-b">
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={tabId(panelId, tab.value)}
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          className="-mb-px flex min-h-8 items-center gap-1.5 border-b-2 border-transparent px-0.5 text-sm font-medium whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-selected:border-ink aria-selected:text-ink"
        >
          {tab.label}
          <span className="text-xs font-normal text-ink-3 tabular-nums">{tab.count}</span>
        </button>
      ))}
    </div>
  );
}

/** The id of the tab that stands for a value of the list that a panel belongs to. */
const tabId = (panelId: string, value: string): string => `${panelId}-${value}`;

'use client';

import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import { moveFocus } from './roving-focus';

type TabsProps<Value extends string> = {
  readonly label: string;
  readonly tabs: readonly {
    readonly value: Value;
    readonly label: string;
    readonly count?: number | undefined;
    readonly content: ReactNode;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly className?: string | undefined;
};

/** Several panels in one place, one shown. Arrows choose. */
export function Tabs<Value extends string>({ label, tabs, value, onChange, className }: TabsProps<Value>) {
  const id = useId();

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const item = moveFocus(event.key, items, 'horizontal');
    if (item === undefined) return;
    event.preventDefault();
    item.click();
  }

  return (
    <div className={classNames('flex min-h-0 flex-col', className)}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={press}
        className="flex gap-4 overflow-x-auto border-b"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className="-mb-px flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 font-medium whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-selected:border-ink aria-selected:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="text-xs font-normal text-ink-3 tabular-nums">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without controls must be reachable too
        tabIndex={0}
        className="min-h-0 flex-1 pt-3"
      >
        {tabs.find((tab) => tab.value === value)?.content}
      </div>
    </div>
  );
}

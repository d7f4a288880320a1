'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { moveFocus } from './roving-focus';

type ToolbarProps = {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLDivElement>) => void) | undefined;
};

/** Buttons that belong together: one stop for Tab, arrows between them. */
export function Toolbar({ label, children, className, onKeyDown }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);

  // Only one button is a stop for Tab: the one used last, else the first.
  useEffect(() => {
    const items = buttonsOf(bar.current);
    const stop = items.find((item) => item.tabIndex === 0 && item.dataset.stop === '') ?? items[0];
    makeStop(items, stop);
  });

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (moveFocus(event.key, buttonsOf(event.currentTarget), 'horizontal') !== undefined)
      event.preventDefault();
    onKeyDown?.(event);
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      onKeyDown={press}
      onFocus={(event) => {
        if (event.target.matches('button')) makeStop(buttonsOf(event.currentTarget), event.target);
      }}
      className={className}
    >
      {children}
    </div>
  );
}

function buttonsOf(bar: HTMLElement | null): HTMLElement[] {
  return bar === null ? [] : [...bar.querySelectorAll<HTMLElement>('button:not(:disabled)')];
}

function makeStop(items: readonly HTMLElement[], stop: HTMLElement | undefined) {
  for (const item of items) {
    item.tabIndex = item === stop ? 0 : -1;
    if (item === stop) item.dataset.stop = '';
    else delete item.dataset.stop;
  }
}

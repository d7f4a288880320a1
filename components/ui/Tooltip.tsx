'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Kbd } from './Kbd';
import { pageContent } from './page-content';

type TooltipProps = {
  readonly content: string;
  /** The keys that do the same: "Ctrl K". */
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that takes a ref and spreads its props. It must have its own accessible name. */
  readonly children: ReactElement;
};

/** A label that appears on hover and on keyboard focus. It adds nothing that a touch user would miss. */
export function Tooltip({ content, keys, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal container={pageContent}>
        <Base.Positioner side={side} sideOffset={7} className="z-50">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs font-medium text-paper shadow-float transition-opacity data-ending-style:opacity-0 data-instant:transition-none data-starting-style:opacity-0">
            {content}
            {keys === undefined ? null : <Kbd keys={keys} onInk />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

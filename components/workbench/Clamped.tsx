'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { messages } from '../messages';
import { classNames } from '../ui/class-names';

type ClampedProps = {
  readonly lines: 2 | 3 | 8;
  readonly className?: string;
  readonly children: ReactNode;
  /** False only clamps: the place has another way to the whole. */
  readonly canExpand?: boolean;
};

/** Long text shows its first lines and "more". */
export function Clamped({ lines, className, children, canExpand = true }: ClampedProps) {
  const box = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState(false);
  const [whole, setWhole] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (element === null || !canExpand || whole) return;
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, [canExpand, whole]);

  return (
    <div className={className}>
      <div ref={box} className={classNames(!whole && clamps[lines])}>
        {children}
      </div>
      {canExpand && (cut || whole) ? (
        <button
          type="button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          className="min-h-6 rounded-sm font-sans text-xs font-medium text-pencil not-italic hover:underline"
        >
          {whole ? messages.margin.card.less : messages.margin.card.more}
        </button>
      ) : null}
    </div>
  );
}

const clamps = { 2: 'line-clamp-2', 3: 'line-clamp-3', 8: 'line-clamp-8' };

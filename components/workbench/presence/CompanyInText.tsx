'use client';

import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Pane } from '../pane';
import { useCompany } from './company-store';
import { linesUnder, type Stroke } from './lines-under';
import { passageOf } from './where-they-are';

type CompanyInTextProps = {
  readonly pane: Pane;
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly text: string;
};

type Flag = {
  readonly key: string;
  readonly name: string;
  readonly ring: number;
  readonly top: number;
  readonly left: number;
  /** Whether it stands before its place, because there is no room behind it. */
  readonly isBefore: boolean;
  /** The line under the words, in pixels from the layer's corner. */
  readonly strokes: readonly Stroke[];
};

/** The widest that a flag is, in pixels: a longer name is cut short. */
const flagRoom = 160;

/** One's own marks are painted first. */
const drawAfterMs = 80;

/**
 * Where colleagues are in the text: a thin line in their colour under the words, and a flag with their name that fades.
 * Drawn after everything else, beside the editor and never in it; a screen reader has the list of people instead.
 */
export function CompanyInText({ pane, annotations, text }: CompanyInTextProps) {
  const people = useCompany();
  const layer = useRef<HTMLDivElement>(null);
  const [flags, setFlags] = useState<readonly Flag[]>([]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = (): void => {
      timer = undefined;
      const placed = people.flatMap((colleague) => {
        const passage = passageOf(colleague.at, annotations, text);
        return passage === null ? [] : [{ colleague, passage }];
      });
      const origin = layer.current?.getBoundingClientRect();
      if (origin === undefined) return;
      setFlags(
        placed.map(({ colleague: { person, ring, moves }, passage }) => {
          const { top, left } = pane.boxOf(passage);
          const boxes = pane.rangeOf(passage)?.getClientRects() ?? [];
          return {
            key: `${person.id} ${moves}`,
            name: person.name,
            ring,
            top: top - origin.top,
            left: left - origin.left,
            isBefore: left - origin.left > origin.width - flagRoom,
            strokes: linesUnder(boxes).map((stroke) => ({
              left: stroke.left - origin.left,
              right: stroke.right - origin.left,
              bottom: stroke.bottom - origin.top,
            })),
          };
        }),
      );
    };
    const drawSoon = (): void => {
      timer ??= setTimeout(draw, drawAfterMs);
    };
    // The editor draws its marks anew behind our back, and with them the words that the lines lie under.
    const changes = new MutationObserver(drawSoon);
    changes.observe(pane.element, { childList: true, subtree: true });
    window.addEventListener('resize', drawSoon);
    drawSoon();
    return () => {
      clearTimeout(timer);
      changes.disconnect();
      window.removeEventListener('resize', drawSoon);
    };
  }, [pane, people, annotations, text]);

  return (
    <div ref={layer} aria-hidden className="pointer-events-none absolute inset-0 overflow-clip print:hidden">
      {flags.map(({ key, name, ring, top, left, isBefore, strokes }) => (
        <div key={key} style={{ '--ring': `var(--color-person-${ring})` } as CSSProperties}>
          {strokes.map((stroke) => (
            <i
              key={`${stroke.bottom} ${stroke.left}`}
              data-presence-line
              style={{ top: stroke.bottom, left: stroke.left, width: stroke.right - stroke.left }}
            />
          ))}
          <span data-presence-flag={isBefore ? 'before' : 'behind'} style={{ top, left }}>
            {name}
          </span>
        </div>
      ))}
    </div>
  );
}

'use client';

import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { presence as words } from '../../messages/presence';
import { Avatar } from '../../ui/Avatar';
import { Kbd } from '../../ui/Kbd';
import { headerHeightPx } from '../header-height';
import type { Pane } from '../pane';
import { useCompany } from './company-store';
import { useFollowed } from './followed';
import { passageOf } from './where-they-are';

type FollowBarProps = {
  readonly pane: Pane;
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly text: string;
};

/** Keys by which somebody goes their own way. */
const ownWay = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'j', 'k', 'g']);

/** Keeps in sight what somebody looks at, until one goes one's own way or presses Escape. Focus and selection stay. */
export function FollowBar({ pane, annotations, text }: FollowBarProps) {
  const [followed, follow] = useFollowed();
  const colleague = useCompany().find(({ person }) => person.id === followed);
  const at = colleague?.at;

  useEffect(() => {
    if (at === undefined) return;
    const passage = passageOf(at, annotations, text);
    if (passage !== null) pane.reveal(passage, headerHeightPx());
    else if (at.view !== null && at.view <= text.length)
      window.scrollBy({ top: pane.lineTop(at.view) - headerHeightPx() - 8, behavior: 'instant' });
  }, [at, annotations, text, pane]);

  useEffect(() => {
    if (followed === null) return;
    const leave = (): void => follow(null);
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.matches('input, textarea, select'));
      if (event.key === 'Escape' && !isTyping) {
        // The first Escape leaves the colleague, not the card or the selection.
        event.preventDefault();
        event.stopPropagation();
        leave();
      } else if (!isTyping && ownWay.has(event.key.length === 1 ? event.key.toLowerCase() : event.key))
        leave();
    };
    const point = ({ target }: Event): void => {
      if (target instanceof Node && pane.element.contains(target)) leave();
    };
    window.addEventListener('wheel', leave, { passive: true });
    window.addEventListener('touchmove', leave, { passive: true });
    document.addEventListener('keydown', press, true);
    document.addEventListener('pointerdown', point);
    return () => {
      window.removeEventListener('wheel', leave);
      window.removeEventListener('touchmove', leave);
      document.removeEventListener('keydown', press, true);
      document.removeEventListener('pointerdown', point);
    };
  }, [followed, follow, pane]);

  // Who has left is not followed any more.
  const hasLeft = followed !== null && colleague === undefined;
  useEffect(() => {
    if (hasLeft) follow(null);
  }, [hasLeft, follow]);
  useEffect(() => () => follow(null), [follow]);

  return (
    <output className="fixed start-1/2 bottom-14 z-10 -translate-x-1/2 print:hidden">
      {colleague === undefined ? null : (
        <span className="flex min-h-8 items-center gap-2 rounded-full border bg-sheet ps-1 pe-1 text-sm whitespace-nowrap shadow-lift">
          <Avatar person={{ ...colleague.person, ring: colleague.ring }} size="sm" decorative />
          {words.followed(colleague.person.name)}
          <span aria-hidden className="max-md:hidden">
            <Kbd keys="Esc" />
          </span>
          <button
            type="button"
            aria-label={words.leave}
            onClick={() => follow(null)}
            className="grid size-6 place-items-center rounded-full text-ink-2 hover:bg-wash"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </span>
      )}
    </output>
  );
}

'use client';

import { useMemo } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { groupBadges } from '@/lib/workbench/margin-layout';
import { messages } from '../messages';
import { classNames } from '../ui/class-names';
import { markText } from './mark-look';
import { useShownAnnotations } from './use-shown-annotations';
import { useWorkbench } from './workbench-context';

const words = messages.margin.badges;

/** Pixels from one badge to the next at least: a badge and room for a finger. */
const distance = 30;

/**
 * Where there is no margin: a badge beside each line on which marks begin. It stands in a positioned element whose
 * top edge is that of the row which `topOf` counts from.
 */
export function GutterBadges({ onOpen }: { readonly onOpen: (annotationId: string) => void }) {
  const { topOf, activeId } = useWorkbench();
  const { shown } = useShownAnnotations();
  const byId = useMemo(() => new Map(shown.map((annotation) => [annotation.id, annotation])), [shown]);
  const badges = useMemo(
    () =>
      groupBadges(
        shown.map(({ id }) => ({ id, top: topOf(id) })),
        distance,
      ),
    [shown, topOf],
  );
  return (
    <ul aria-label={words.list} className="absolute inset-x-0 top-0 print:hidden">
      {badges.map(({ top, ids }) => {
        const members = ids.map((id) => byId.get(id)).filter((member) => member !== undefined);
        const [first] = members;
        if (first === undefined) return null;
        return (
          <li
            key={first.id}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${top}px)` }}
          >
            <BadgeButton
              members={members}
              first={first}
              isActive={ids.some((id) => id === activeId)}
              onPress={() => onOpen(nextOf(ids, activeId))}
            />
          </li>
        );
      })}
    </ul>
  );
}

type BadgeButtonProps = {
  readonly members: readonly Annotation[];
  readonly first: Annotation;
  readonly isActive: boolean;
  readonly onPress: () => void;
};

function BadgeButton({ members, first, isActive, onPress }: BadgeButtonProps) {
  const kinds = [...new Set(members.map(({ mark }) => mark))];
  const names = kinds.map((mark) => messages.words.marks[mark]).join(', ');
  return (
    <button
      type="button"
      aria-pressed={isActive}
      onClick={onPress}
      className={classNames(
        'grid h-7 w-full min-w-6 place-items-center rounded-md border text-2xs leading-none font-bold transition-colors',
        markText[first.mark],
        isActive ? 'border-current bg-sheet' : 'border-line-2 bg-sheet hover:border-line-3',
      )}
    >
      <span className="sr-only">{words.open(members.length, names)}</span>
      <span aria-hidden className="inline-flex items-baseline">
        {messages.words.markLetters[first.mark]}
        {members.length > 1 ? <span className="text-[0.5625rem]">+{members.length - 1}</span> : null}
      </span>
    </button>
  );
}

/** The first annotation of a badge; pressed again, the one after the open one. */
function nextOf(ids: readonly string[], activeId: string | null): string {
  const at = activeId === null ? -1 : ids.indexOf(activeId);
  return ids[(at + 1) % ids.length] ?? '';
}

'use client';

import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { can } from '@/lib/domain/policy';
import { type AnnotationFilters, noFilters } from '@/lib/workbench/filters';
import { refusalOfSplit } from '@/lib/workbench/split-claim';
import { keysOfCommand, nameOfCommand } from '../commands/command-words';
import { type Offer, useOffers } from '../commands/commands-context';
import { wordsOf } from '../commands/rank-offers';
import { messages } from '../messages';
import type { Pane } from './pane';
import { possibleCommands, type Situation } from './possible-commands';
import type { RunCommand } from './run-command';

type WorkbenchOffers = {
  readonly pane: Pane | null;
  readonly situation: () => Situation;
  readonly run: RunCommand;
  readonly selection: Passage | null;
  readonly annotations: readonly Annotation[];
  readonly setActive: (id: string | null, how: 'key') => void;
  readonly beginPick: (kind: 'passage' | 'split', annotation: Annotation) => void;
  readonly setFilters: (filters: AnnotationFilters) => void;
};

const mostFound = 8;

/** What the workbench offers to the palette: its commands, its annotations by the words of their quotes, its people. */
export function useWorkbenchOffers(options: WorkbenchOffers): void {
  const { pane, situation, run, selection, annotations, setActive, setFilters } = options;
  useOffers({
    // Made while the words are still selected: the field of the palette takes the selection away.
    offers: () => [
      ...possibleCommands(situation()).map((id) => ({
        id,
        name: nameOfCommand(id),
        keys: keysOfCommand(id),
        act: () => void run(id, 'text'),
      })),
      ...pickOffers(situation(), options.beginPick),
    ],
    find: (query) =>
      annotations
        .filter(({ anchor }) => holds(anchor.exact, query))
        .slice(0, mostFound)
        .map(({ id, mark, anchor }) => ({
          id: `annotation ${id}`,
          name: anchor.exact,
          hint: messages.words.marks[mark],
          act: () => setActive(id, 'key'),
        })),
    person: ({ id, name }) => ({
      id,
      name,
      hint: messages.commands.palette.workOf,
      act: () => setFilters({ ...noFilters, authors: [id] }),
    }),
    onLeave: selection === null ? undefined : () => pane?.select(selection),
  });
}

/** What the open card's menu does. */
function pickOffers({ actor, active }: Situation, beginPick: WorkbenchOffers['beginPick']): readonly Offer[] {
  if (active === undefined || !can(actor, 'annotation.change', { authorId: active.authorId }).allowed)
    return [];
  const { changePassage, split } = messages.compound.menu;
  return [
    { id: 'change passage', name: changePassage, act: () => beginPick('passage', active) },
    ...(refusalOfSplit(active) === undefined
      ? [{ id: 'split', name: split, act: () => beginPick('split', active) }]
      : []),
  ];
}

function holds(text: string, query: string): boolean {
  const inText = wordsOf(text);
  return wordsOf(query).every((word) => inText.some((other) => other.startsWith(word)));
}

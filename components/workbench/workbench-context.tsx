'use client';

import { createContext, useContext } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Command, CommandAnswer } from '@/lib/domain/commands';
import type { Person } from '@/lib/domain/team';
import type { AnnotationFilters } from '@/lib/workbench/filters';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;

/** A command as the interface asks it; the store gives it its id. */
export type CommandWithoutId = WithoutId<Command>;

/** What the article pane and the margin share. A new value on each change; its functions stay the same unless said. */
export type WorkbenchContextValue = {
  readonly actor: Actor;
  readonly people: Readonly<Record<string, Person>>;
  /** In text order, own pending changes included. */
  readonly annotations: readonly Annotation[];
  /** Ids of annotations with a change on its way. */
  readonly pending: ReadonlySet<string>;
  /** Annotations whose last change was refused, with the sentence that says why. */
  readonly failed: ReadonlyMap<string, string>;
  readonly activeId: string | null;
  readonly setActive: (id: string | null, how: 'pointer' | 'key' | 'link') => void;
  readonly hoveredId: string | null;
  readonly setHovered: (id: string | null) => void;
  readonly propose: (command: CommandWithoutId) => Promise<CommandAnswer>;
  readonly filters: AnnotationFilters;
  readonly setFilters: (filters: AnnotationFilters) => void;
  /**
   * Pixels from the top edge of the row that article and margin share to the first line of an annotation's mark;
   * null when it has no line. A new function whenever lines have moved.
   */
  readonly topOf: (annotationId: string) => number | null;
  /** The annotation whose card is to open with the caret in a new note. */
  readonly noteRequestedFor: string | null;
  readonly clearNoteRequest: () => void;
};

export const WorkbenchContext = createContext<WorkbenchContextValue | null>(null);

/** What the workbench around this component shares. */
export function useWorkbench(): WorkbenchContextValue {
  const value = useContext(WorkbenchContext);
  if (value === null) throw new Error('This part belongs inside a workbench.');
  return value;
}

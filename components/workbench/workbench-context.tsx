'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage, Revision } from '@/lib/domain/article';
import type { CommandAnswer } from '@/lib/domain/commands';
import type { Ballot } from '@/lib/domain/session';
import type { Clocks } from '@/lib/domain/session-clock';
import type { Person } from '@/lib/domain/team';
import type { TeamRules } from '@/lib/domain/team-rules';
import type { AnnotationFilters } from '@/lib/workbench/filters';
import type { CardKeyId } from '@/lib/workbench/key-commands';
import type { Proposal } from '@/lib/workbench/proposal';
import { useAfterPaint } from './use-after-paint';

/** A command as the interface asks it; the store gives it its id, unless it has one. */
export type CommandWithoutId = Proposal;

/** What the article pane and the margin share. A new value on each change; its functions stay the same unless said. */
export type WorkbenchContextValue = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly rules: TeamRules;
  readonly people: Readonly<Record<string, Person>>;
  /** In text order, own pending changes included. */
  readonly annotations: readonly Annotation[];
  /** Ids of annotations with a change on its way. */
  readonly pending: ReadonlySet<string>;
  /** Annotations whose last change was refused, with the sentence that says why. */
  readonly failed: ReadonlyMap<string, string>;
  /** Votes of sessions, and how long claims were held in the one that is under way. */
  readonly ballots: readonly Ballot[];
  readonly clocks: Clocks;
  readonly activeId: string | null;
  readonly setActive: (id: string | null, how: 'pointer' | 'key' | 'link') => void;
  readonly hoveredId: string | null;
  readonly setHovered: (id: string | null) => void;
  /** Begins to choose words in the article: the annotation's new passage, or its parts. */
  readonly beginPick: (kind: 'passage' | 'split', annotation: Annotation) => void;
  readonly propose: (command: CommandWithoutId) => Promise<CommandAnswer>;
  /** Who changed a thing last, as far as this page has heard. */
  readonly whoChanged: (id: string) => Person | undefined;
  /** Annotations to which colleagues did something that this person has not looked at. */
  readonly unread: ReadonlySet<string>;
  readonly markRead: (annotationIds: readonly string[]) => void;
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
  readonly revision: Revision;
  readonly language: string | null;
  /** Puts the cursor on a passage of the text and says what is given. */
  readonly goTo: (passage: Passage, said?: string) => boolean;
  /** Says something aloud when the reader of the screen is free. */
  readonly speak: (text: string) => void;
  /** The step of a check that a key has asked for, until the card takes it. */
  readonly checkRequest: CheckRequest | null;
  readonly requestCheck: (request: CheckRequest | null) => void;
};

export type CheckRequest = { readonly annotationId: string; readonly key: CardKeyId };

const WorkbenchContext = createContext<WorkbenchContextValue | null>(null);

/**
 * Shares the workbench with its margin one frame after the text has shown a change: cards cost more than marks, and a
 * mark must be seen at once.
 */
export function WorkbenchLate({
  value,
  children,
}: {
  readonly value: WorkbenchContextValue;
  readonly children: ReactNode;
}) {
  return <WorkbenchContext value={useAfterPaint(value)}>{children}</WorkbenchContext>;
}

/** What the workbench around this component shares. */
export function useWorkbench(): WorkbenchContextValue {
  const value = useContext(WorkbenchContext);
  if (value === null) throw new Error('This part belongs inside a workbench.');
  return value;
}

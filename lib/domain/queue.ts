import { z } from 'zod';
import { claimTypes, type FlagPriority, type Mark } from './annotation';
import { type CheckPriority, type CheckStatus, checkPriorities, type Outcome } from './check';
import { type Instant, idSchema } from './ids';
import type { Person } from './team';

/** The parts of the review queue. */
export const queueSplits = [
  'open',
  'mine',
  'unassigned',
  'second_check',
  'waiting',
  'disputed',
  'stale',
  'looked',
  'done',
  'snoozed',
] as const;
export type QueueSplit = (typeof queueSplits)[number];

/** In which order a part is read. What is finished stands with the latest first, whatever is asked. */
export const queueSorts = ['overdue', 'priority', 'age', 'article'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** By its due time: past, within 24 hours, within seven days (what is past included), or without one. */
export const dueFilters = ['overdue', 'day', 'week', 'none'] as const;
export type DueFilter = (typeof dueFilters)[number];

/** Which claims of a part are shown; absent means all. */
export const queueFiltersSchema = z.strictObject({
  article: idSchema.optional(),
  assignee: z.union([z.literal('nobody'), idSchema]).optional(),
  priority: z.enum(checkPriorities).optional(),
  type: z.enum(claimTypes).optional(),
  due: z.enum(dueFilters).optional(),
});
export type QueueFilters = Readonly<z.infer<typeof queueFiltersSchema>>;

/** What a view of the queue shows: a part, filters and an order. Schema of addresses and of saved views. */
export const queueLookSchema = queueFiltersSchema.extend({
  split: z.enum(queueSplits).default('open'),
  sort: z.enum(queueSorts).default('overdue'),
});
export type QueueLook = Readonly<z.output<typeof queueLookSchema>>;

/** Parts in which nothing is left to do. */
export function isFinished(split: QueueSplit): boolean {
  return split === 'looked' || split === 'done';
}

/** How many stand in each part; at most `mostCounted` are counted in what is finished. */
export type QueueCounts = Readonly<Record<QueueSplit, number>>;
/** More of what is finished are not counted. */
export const mostCounted = 1_000;

/** The flag of a queue item: the open one, or the one that was looked at. Open while `looked` is null. */
export type QueueFlag = {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly priority: FlagPriority;
  readonly raisedBy: Person;
  readonly raisedAt: Instant;
  readonly looked: { readonly by: Person; readonly at: Instant; readonly note: string } | null;
};

/** A claim in the review queue, of whichever article, as one person may see it. */
export type QueueItem = {
  /** Stands once in a list: of the annotation, in `looked` of the flag. */
  readonly key: string;
  readonly annotationId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly mark: Mark;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly flag: QueueFlag | null;
  readonly checkVersion: number;
  readonly status: CheckStatus;
  readonly planPriority: CheckPriority;
  /** The plan's priority where somebody set one, else the flag's; of two, the louder. */
  readonly priority: CheckPriority;
  readonly assignee: Person | null;
  readonly holder: Person | null;
  readonly proposer: Person | null;
  /** Absent while there is none, and for whom it is still sealed (`isSealed`). */
  readonly outcome: Outcome | null;
  readonly isSealed: boolean;
  readonly dueAt: Instant | null;
  /** When it was flagged, else marked. */
  readonly since: Instant;
  readonly signedOffAt: Instant | null;
  /** Until when this person does not want to see it. */
  readonly snoozedUntil: Instant | null;
  readonly noteCount: number;
  readonly evidenceCount: number;
};

/** A view of the queue that somebody keeps under a name. */
export type SavedView = { readonly id: string; readonly name: string; readonly look: QueueLook };

/** What the door of saved views takes. */
export const savedViewSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the view a name.').max(60, 'A name has at most 60 characters.'),
  look: queueLookSchema,
});

/** Most views that one person keeps in one team. */
export const mostSavedViews = 20;

/** Hides annotations of one article from one's own queue until an instant; null shows them again. */
export const snoozeSchema = z.strictObject({
  annotationIds: z.array(idSchema).min(1).max(100),
  until: z.iso.datetime().nullable(),
});

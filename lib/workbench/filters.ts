import { type Annotation, findOpenFlag, type Mark, marks } from '@/lib/domain/annotation';
import { type CheckStatus, checkStatuses } from '@/lib/domain/check';
import { isChecked } from '@/lib/domain/laws/check-laws';

/**
 * Which annotations are shown. Each group narrows further; inside `marks`, `statuses` and `authors` any one of the
 * named suffices, and an empty list means all. Plain JSON, kept in the address of the page.
 */
export type AnnotationFilters = {
  readonly marks: readonly Mark[];
  /** Where the check stands, of what is checked at all. */
  readonly statuses: readonly CheckStatus[];
  /** Ids of people. */
  readonly authors: readonly string[];
  /** Made by whoever is looking. */
  readonly mine: boolean;
  /** To be checked by whoever is looking. */
  readonly assigned: boolean;
  /** With an open flag. */
  readonly flagged: boolean;
  readonly withoutNote: boolean;
  /** Colleagues did something to them that whoever is looking has not looked at. */
  readonly unread: boolean;
  /** Their passage has other words or another place now, and nobody has accepted it yet. */
  readonly touched: boolean;
  /** Those whose passage can no longer be found, instead of those in the text: the other tab of the margin. */
  readonly orphaned: boolean;
};

/** Shows everything in the text. */
export const noFilters: AnnotationFilters = {
  marks: [],
  statuses: [],
  authors: [],
  mine: false,
  assigned: false,
  flagged: false,
  withoutNote: false,
  unread: false,
  touched: false,
  orphaned: false,
};

/** The filters that an address asks for; what it names wrongly is left out. */
export function parseFilters(params: URLSearchParams): AnnotationFilters {
  const wanted = params.getAll('mark');
  const standings = params.getAll('status');
  return {
    marks: marks.filter((mark) => wanted.includes(mark)),
    statuses: checkStatuses.filter((status) => standings.includes(status)),
    authors: [...new Set(params.getAll('author').filter((id) => /^[0-9a-f-]{36}$/.test(id)))].slice(0, 100),
    mine: params.get('mine') === '1',
    assigned: params.get('assigned') === '1',
    flagged: params.get('flagged') === '1',
    withoutNote: params.get('without-note') === '1',
    unread: params.get('unread') === '1',
    touched: params.get('touched') === '1',
    orphaned: params.get('orphaned') === '1',
  };
}

/** The address with these filters: parameters of other things stay as they are, in their order. */
export function withFilters(params: URLSearchParams, filters: AnnotationFilters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of names) next.delete(name);
  for (const mark of filters.marks) next.append('mark', mark);
  for (const status of filters.statuses) next.append('status', status);
  for (const author of filters.authors) next.append('author', author);
  if (filters.mine) next.set('mine', '1');
  if (filters.assigned) next.set('assigned', '1');
  if (filters.flagged) next.set('flagged', '1');
  if (filters.withoutNote) next.set('without-note', '1');
  if (filters.unread) next.set('unread', '1');
  if (filters.touched) next.set('touched', '1');
  if (filters.orphaned) next.set('orphaned', '1');
  return next;
}

const names = [
  'mark',
  'status',
  'author',
  'mine',
  'assigned',
  'flagged',
  'without-note',
  'unread',
  'touched',
  'orphaned',
];

/** A choice of statuses with one more, or with one less when it is chosen already; in the order of the trade. */
export function toggled(chosen: readonly CheckStatus[], status: CheckStatus): readonly CheckStatus[] {
  return checkStatuses.filter((other) => (other === status) !== chosen.includes(other));
}

/** Whether anything is narrowed within the tab. */
export function isFiltered({ orphaned: _tab, ...filters }: AnnotationFilters): boolean {
  return Object.values(filters).some((value) => (typeof value === 'boolean' ? value : value.length > 0));
}

/** The same tab with everything in it. */
export const unfiltered = ({ orphaned }: AnnotationFilters): AnnotationFilters => ({
  ...noFilters,
  orphaned,
});

/** Whether an annotation belongs into the tab, whatever else is filtered. */
export const isInTab = ({ anchor }: Annotation, { orphaned }: AnnotationFilters): boolean =>
  (anchor.state === 'orphaned') === orphaned;

/** Whether there is more than one tab to choose from: something is orphaned, or was when the address was made. */
export const hasTabs = (annotations: readonly Annotation[], { orphaned }: AnnotationFilters): boolean =>
  orphaned || annotations.some(({ anchor }) => anchor.state === 'orphaned');

/** Who looks: whose "mine" is meant, and what they have not looked at yet. */
export type Viewer = { readonly id: string; readonly unread: ReadonlySet<string> };

/** The annotations that pass, in the order given. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  filters: AnnotationFilters,
  viewer: Viewer,
): readonly Annotation[] {
  if (!isFiltered(filters) && annotations.every((annotation) => isInTab(annotation, filters)))
    return annotations;
  const { marks, statuses, authors, mine, assigned, flagged, withoutNote, unread, touched } = filters;
  return annotations.filter(
    (annotation) =>
      isInTab(annotation, filters) &&
      (marks.length === 0 || marks.includes(annotation.mark)) &&
      (statuses.length === 0 || isOneOf(statuses, annotation)) &&
      (authors.length === 0 || authors.includes(annotation.authorId)) &&
      (!mine || annotation.authorId === viewer.id) &&
      (!assigned || isAssigned(annotation, viewer.id)) &&
      (!flagged || findOpenFlag(annotation) !== undefined) &&
      (!withoutNote || annotation.notes.length === 0) &&
      (!unread || viewer.unread.has(annotation.id)) &&
      (!touched || isWaiting(annotation)),
  );
}

function isOneOf(statuses: readonly CheckStatus[], annotation: Annotation): boolean {
  return isChecked(annotation) && statuses.includes(annotation.check.status);
}

function isWaiting({ anchor: { state } }: Annotation): boolean {
  return state === 'touched' || state === 'moved';
}

function isAssigned(annotation: Annotation, viewerId: string): boolean {
  return isChecked(annotation) && annotation.check.plan.assigneeId === viewerId;
}

/** How many annotations of a tab each filter alone would show. `authors` names everybody who made one. */
export type FilterCounts = {
  readonly all: number;
  readonly marks: Readonly<Record<Mark, number>>;
  readonly statuses: ReadonlyMap<CheckStatus, number>;
  readonly authors: ReadonlyMap<string, number>;
  readonly mine: number;
  readonly assigned: number;
  readonly flagged: number;
  readonly withoutNote: number;
  readonly unread: number;
  readonly touched: number;
};

/** Counts in one pass over all annotations of a tab, shown or not. */
export function countByFilter(annotations: readonly Annotation[], viewer: Viewer): FilterCounts {
  const byMark: Record<Mark, number> = { claim: 0, opinion: 0, sourced_fact: 0, no_fact: 0 };
  const statuses = new Map<CheckStatus, number>();
  const authors = new Map<string, number>();
  let assigned = 0;
  let flagged = 0;
  let withoutNote = 0;
  let unread = 0;
  let touched = 0;
  for (const annotation of annotations) {
    byMark[annotation.mark] += 1;
    authors.set(annotation.authorId, (authors.get(annotation.authorId) ?? 0) + 1);
    const { status } = annotation.check;
    if (isChecked(annotation)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (isAssigned(annotation, viewer.id)) assigned += 1;
    if (findOpenFlag(annotation) !== undefined) flagged += 1;
    if (annotation.notes.length === 0) withoutNote += 1;
    if (viewer.unread.has(annotation.id)) unread += 1;
    if (isWaiting(annotation)) touched += 1;
  }
  const mine = authors.get(viewer.id) ?? 0;
  const all = annotations.length;
  return { all, marks: byMark, statuses, authors, mine, assigned, flagged, withoutNote, unread, touched };
}

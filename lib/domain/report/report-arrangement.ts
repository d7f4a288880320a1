import { type Mark, marks } from '../annotation';

/** Whose copy: everybody's work, only the recommended changes, or what may leave the house. */
export const reportViews = ['checking', 'checked', 'public'] as const;
export type ReportView = (typeof reportViews)[number];

/**
 * The parts of a report in their usual order. All but the text can be left out; sign-off and corrections always stand
 * before them, lost passages with the text, and the record at the end.
 */
export const reportSections = [
  'summary',
  'legend',
  'text',
  'method',
  'dissent',
  'replies',
  'changes',
] as const;
export type ReportSection = (typeof reportSections)[number];

/** In which order annotations stand: as in the text, or gathered by mark or by check status. */
export const reportOrders = ['text', 'mark', 'status'] as const;
export type ReportOrder = (typeof reportOrders)[number];

/** Where annotations stand: beside the paragraph that they end in, or all of them after the text. */
export const reportLooks = ['beside', 'after'] as const;
export type ReportLook = (typeof reportLooks)[number];

/**
 * What is said about an annotation, besides its passage, mark, status, outcome and verdict, which always stand: each kind
 * can be left out.
 */
export const reportDetails = [
  'facts',
  'wording',
  'reasons',
  'evidence',
  'notes',
  'flags',
  'queries',
  'discussion',
  'history',
  'signOffs',
  'names',
] as const;
export type ReportDetail = (typeof reportDetails)[number];

const ofEveryCopy = ['facts', 'wording', 'reasons', 'evidence', 'signOffs', 'names'] as const;

/** The kinds that a copy can hold at all; what else there is stays in the house. */
export const detailsOfView: Readonly<Record<ReportView, readonly ReportDetail[]>> = {
  checking: reportDetails,
  checked: ofEveryCopy,
  public: ofEveryCopy,
};

/** What somebody who makes a report chooses. */
export type Arrangement = {
  readonly view: ReportView;
  /** Those that stand in it, in this order. */
  readonly sections: readonly ReportSection[];
  readonly marks: readonly Mark[];
  /** What is said about each annotation. */
  readonly details: readonly ReportDetail[];
  readonly order: ReportOrder;
  readonly look: ReportLook;
  /** The number of the revision after which changes are listed; null for no list. */
  readonly since: number | null;
};

/** The checking copy with everything in it, in the order of the text. */
export const plainArrangement: Arrangement = {
  view: 'checking',
  sections: reportSections,
  marks,
  details: reportDetails,
  order: 'text',
  look: 'beside',
  since: null,
};

/** Sections without repetition and with the text: where a list leaves it out, it comes after summary and legend. */
export function withText(sections: readonly ReportSection[]): readonly ReportSection[] {
  const all = [...new Set(sections)];
  if (all.includes('text')) return all;
  const isFront = (section: ReportSection): boolean => section === 'summary' || section === 'legend';
  return [...all.filter(isFront), 'text', ...all.filter((section) => !isFront(section))];
}

/** How a copy is called on its first page and in lists. */
export const viewNames: Readonly<Record<ReportView, string>> = {
  checking: 'Checking copy',
  checked: 'Checked copy',
  public: 'Public report',
};

/** Whether annotations are listed after the text: always, where they are not in its order. */
export function isListedAfter({ order, look }: Pick<Arrangement, 'order' | 'look'>): boolean {
  return look === 'after' || order !== 'text';
}

/** Marks in the order in which a report gathers them. */
export const markRank = (mark: Mark): number => marks.indexOf(mark);

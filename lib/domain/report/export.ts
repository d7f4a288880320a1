import type { Instant } from '../ids';
import type { ReportView } from './report-arrangement';

/** Where an export stands: nobody is at it yet, it is being written, or how it ended. */
export const exportStates = ['waiting', 'writing', 'ready', 'stopped', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/** How long the file of an export is kept. */
export const exportDays = 7;

/** A report that is written in the background, as whoever asked for it sees it. */
export type Export = {
  readonly id: string;
  readonly articleId: string;
  /** As in addresses: `pdf`, `docx` … */
  readonly format: string;
  /** Which table a CSV file holds. */
  readonly table: string;
  readonly view: ReportView;
  readonly state: ExportState;
  /** How much is written, in percent. */
  readonly share: number;
  /** Why there is no file, in a sentence; null unless it failed. */
  readonly problem: string | null;
  /** The file, once it is ready. */
  readonly file: { readonly name: string; readonly bytes: number } | null;
  readonly createdAt: Instant;
  /** When the file, and this line, are removed. */
  readonly expiresAt: Instant;
};

/** Whether an export is still to come. */
export const isOpen = ({ state }: Pick<Export, 'state'>): boolean =>
  state === 'waiting' || state === 'writing';

import type { Instant } from '../ids';
import type { ReportView } from './report-arrangement';

/** For how many days a link may open a report. */
export const shareDays = [1, 7, 14, 30] as const;

/** A link that shows one article's report, in one view, to whoever has it. Its secret is known to nobody any more. */
export type ShareLink = {
  readonly id: string;
  readonly view: ReportView;
  readonly createdById: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When somebody opened it first. */
  readonly openedAt: Instant | null;
};

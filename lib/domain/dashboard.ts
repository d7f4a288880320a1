import type { Agreement } from './agreement';
import type { CheckStatus, Outcome } from './check';
import type { Instant } from './ids';
import type { Person } from './team';
import type { InternalVerdict } from './verdict';

/** Over how many days a dashboard can look back. */
export const dashboardDays = [7, 30, 90, 365] as const;
export type DashboardDays = (typeof dashboardDays)[number];

/** How far claims have come, in the order of the work. */
export const progressSteps = ['not_begun', 'under_way', 'proposed', 'held_up', 'signed_off'] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** The step that a check status belongs to. */
export const stepOfStatus: Readonly<Record<CheckStatus, ProgressStep>> = {
  unchecked: 'not_begun',
  assigned: 'not_begun',
  in_progress: 'under_way',
  awaiting_source: 'under_way',
  awaiting_author: 'under_way',
  awaiting_reply: 'under_way',
  reopened: 'under_way',
  proposed: 'proposed',
  second_check: 'proposed',
  disputed: 'held_up',
  stale: 'held_up',
  orphaned: 'held_up',
  signed_off: 'signed_off',
};

/** How old open claims are, each class up to so many days; the last has no end. */
export const ageLimits = [1, 3, 7, 14, 30] as const;

/** How long a class of durations lasts, in hours; the last has no end. */
const durationLimits = [1, 4, 24, 72, 168] as const;

/** The ways that are timed: from where to where. */
export const turnaroundSteps = [
  'mark_to_proposal',
  'assignment_to_proposal',
  'proposal_to_sign_off',
  'mark_to_sign_off',
] as const;
export type TurnaroundStep = (typeof turnaroundSteps)[number];

/** Durations in hours at a glance: how many, the middle one, and what nine of ten stay below. */
export type Spread = {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  /** How many fall into each class of `durationLimits`, one more than there are limits. */
  readonly classes: readonly number[];
};

/** When the check of one claim first got to each point; null where it has not. */
export type Course = {
  readonly markedAt: Instant;
  readonly assignedAt: Instant | null;
  readonly proposedAt: Instant | null;
  readonly signedOffAt: Instant | null;
};

/** What happened on one day, counted in claims. `day` is `YYYY-MM-DD` in UTC. */
export type ProgressDay = {
  readonly day: string;
  readonly marked: number;
  readonly proposed: number;
  readonly signedOff: number;
};

/** What one person did in the period. */
export type Work = {
  readonly person: Person;
  readonly marks: number;
  readonly notes: number;
  readonly evidence: number;
  readonly proposals: number;
  readonly secondChecks: number;
  readonly signOffs: number;
};

/** First and second check compared, over outcomes and over verdicts. */
export type AgreementFigures = {
  readonly outcomeKappa: Agreement;
  readonly outcomeAlpha: Agreement;
  /** Ordinal, over the internal scale from true to false; unproven and not applicable count as no rating. */
  readonly verdictAlpha: Agreement;
};

/** Everything that a dashboard shows, of a team or of one article. */
export type Dashboard = {
  readonly since: Instant;
  readonly until: Instant;
  /** Articles that were worked on in the period. */
  readonly articles: number;
  /** Claims and sourced facts now, by status; those without any are left out. */
  readonly statuses: readonly { readonly status: CheckStatus; readonly count: number }[];
  /** Of the period, one entry a day. */
  readonly days: readonly ProgressDay[];
  /** Of proposals made in the period that stand. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly count: number }[];
  readonly verdicts: readonly { readonly verdict: InternalVerdict; readonly count: number }[];
  /** Open claims now, by class of `ageLimits`, one more than there are limits. */
  readonly ages: readonly number[];
  readonly turnaround: Readonly<Record<TurnaroundStep, Spread | null>>;
  readonly agreement: AgreementFigures;
  /** Null for whom the rule book does not show other people's work. */
  readonly people: readonly Work[] | null;
  /** Claims left out of outcomes and agreement, because their proposal is hidden from this reader. */
  readonly hidden: number;
};

/** The value below which a share of a list lies, between neighbours in proportion (type 7 of Hyndman and Fan, 1996). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Durations in hours at a glance; null when there are none. */
export function spreadOf(hours: readonly number[]): Spread | null {
  if (hours.length === 0) return null;
  const sorted = [...hours].sort((a, b) => a - b);
  return {
    count: sorted.length,
    median: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
    classes: inClasses(sorted, durationLimits),
  };
}

/** How many values fall below each limit and not below the one before; the last class has no limit. */
export function inClasses(values: readonly number[], limits: readonly number[]): readonly number[] {
  const counts = Array.from({ length: limits.length + 1 }, () => 0);
  for (const value of values) {
    const found = limits.findIndex((limit) => value < limit);
    const at = found === -1 ? limits.length : found;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** How long the checks that got somewhere since an instant took to get there. */
export function turnaroundOf(courses: readonly Course[], since: Instant): Dashboard['turnaround'] {
  const between = (
    from: (course: Course) => Instant | null,
    to: (course: Course) => Instant | null,
  ): Spread | null =>
    spreadOf(
      courses.flatMap((course) => {
        const [began, ended] = [from(course), to(course)];
        return began === null || ended === null || ended < since || ended < began
          ? []
          : [hoursBetween(began, ended)];
      }),
    );
  return {
    mark_to_proposal: between(
      ({ markedAt }) => markedAt,
      ({ proposedAt }) => proposedAt,
    ),
    assignment_to_proposal: between(
      ({ assignedAt }) => assignedAt,
      ({ proposedAt }) => proposedAt,
    ),
    proposal_to_sign_off: between(
      ({ proposedAt }) => proposedAt,
      ({ signedOffAt }) => signedOffAt,
    ),
    mark_to_sign_off: between(
      ({ markedAt }) => markedAt,
      ({ signedOffAt }) => signedOffAt,
    ),
  };
}

/** What happened on each day from `since` to `until`, both included. */
export function daysOf(courses: readonly Course[], since: Instant, until: Instant): readonly ProgressDay[] {
  const tally = (of: (course: Course) => Instant | null): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const course of courses) {
      const day = of(course)?.slice(0, 10);
      if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    return counts;
  };
  const marked = tally(({ markedAt }) => markedAt);
  const proposed = tally(({ proposedAt }) => proposedAt);
  const signedOff = tally(({ signedOffAt }) => signedOffAt);
  return daysBetween(since, until).map((day) => ({
    day,
    marked: marked.get(day) ?? 0,
    proposed: proposed.get(day) ?? 0,
    signedOff: signedOff.get(day) ?? 0,
  }));
}

function daysBetween(since: Instant, until: Instant): string[] {
  const days: string[] = [];
  const last = until.slice(0, 10);
  for (let at = new Date(`${since.slice(0, 10)}T00:00:00Z`); ; at = new Date(at.getTime() + 86_400_000)) {
    const day = at.toISOString().slice(0, 10);
    if (day > last) return days;
    days.push(day);
  }
}

const hoursBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

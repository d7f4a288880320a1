import type { NoAgreement } from '@/lib/domain/agreement';
import type { DashboardDays, ProgressStep, TurnaroundStep } from '@/lib/domain/dashboard';

const claims = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);
const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`);
const pairs = (count: number): string => (count === 1 ? '1 pair' : `${count} pairs`);

/** Words of the dashboard. Not part of `messages`, so that the workbench does not load them. */
export const dashboard = {
  title: 'Dashboard',
  ofArticle: (title: string) => `Dashboard · ${title}`,
  wholeTeam: 'The whole team',
  toHistory: 'History',
  toArticle: 'Back to the article',
  period: 'Period',
  days: {
    7: '7 days',
    30: '30 days',
    90: '90 days',
    365: 'A year',
  } satisfies Record<DashboardDays, string>,
  meta: (count: number) => `${articles(count)} worked on`,
  hidden: (count: number) =>
    count === 1
      ? 'One claim is left out of outcomes, verdicts and agreement: its proposal is hidden from you until you have recorded your second check.'
      : `${claims(count)} are left out of outcomes, verdicts and agreement: their proposals are hidden from you until you have recorded your second checks.`,
  empty: {
    title: 'No claims yet',
    body: 'Mark claims in an article; their progress shows here.',
    action: 'Go to the articles',
  },
  progress: {
    title: 'Progress now',
    summary: (signedOff: number, total: number) => `${signedOff} of ${claims(total)} signed off.`,
    steps: {
      not_begun: 'Not begun',
      under_way: 'Under way',
      proposed: 'Proposed',
      held_up: 'Held up',
      signed_off: 'Signed off',
    } satisfies Record<ProgressStep, string>,
    head: ['Check status', 'Claims'],
  },
  course: {
    title: 'Progress over the period',
    summary: (marked: number, proposed: number, signedOff: number) =>
      `${claims(marked)} marked, ${proposed} first proposed, ${signedOff} first signed off.`,
    marked: 'Marked',
    proposed: 'Proposed',
    signedOff: 'Signed off',
    head: ['Day', 'Marked', 'Proposed', 'Signed off'],
    none: 'Nothing was marked, proposed or signed off in this period.',
  },
  outcomes: {
    title: 'Outcomes',
    summary: (total: number) =>
      total === 0
        ? 'No proposal of this period stands.'
        : `Of ${total === 1 ? '1 proposal' : `${total} proposals`} of this period.`,
    head: ['Outcome', 'Claims'],
  },
  verdicts: {
    title: 'Verdicts',
    summary: (total: number) =>
      total === 0
        ? 'No verdict was given in this period.'
        : `Of ${total === 1 ? '1 verdict' : `${total} verdicts`} of this period, on the internal scale.`,
    head: ['Verdict', 'Claims'],
  },
  ages: {
    title: 'Age of open claims',
    summary: (total: number, old: number) =>
      total === 0 ? 'No claim is open.' : `${claims(total)} open, ${old} of them for a week or longer.`,
    classes: ['< 1 d', '1–3 d', '3–7 d', '1–2 wk', '2–4 wk', '> 30 d'],
    head: ['Open for', 'Claims'],
  },
  turnaround: {
    title: 'Turnaround',
    summary: (median: string, count: number) =>
      `From the first mark to the first proposal: half within ${median} (${claims(count)}).`,
    none: 'No claim got from mark to proposal in this period.',
    steps: {
      mark_to_proposal: 'Mark to proposal',
      assignment_to_proposal: 'Assignment to proposal',
      proposal_to_sign_off: 'Proposal to sign-off',
      mark_to_sign_off: 'Mark to sign-off',
    } satisfies Record<TurnaroundStep, string>,
    classes: ['< 1 h', '1–4 h', '4–24 h', '1–3 d', '3–7 d', '> 1 wk'],
    spread: 'Mark to proposal, claims',
    head: ['Way', 'Claims', 'Half within', '90 % within'],
    absent: '–',
    minutes: (count: number) => `${count} min`,
    hours: (count: string) => `${count} h`,
    days: (count: string) => `${count} d`,
  },
  agreement: {
    title: 'Agreement of first and second check',
    summary: (units: number) =>
      units === 0
        ? 'No second check was recorded in this period.'
        : `${pairs(units)} of proposal and second check compared. 1 is full agreement, 0 is chance.`,
    head: ['Measure', 'Value', 'n'],
    outcomeKappa: 'Outcomes: Cohen’s kappa',
    outcomeAlpha: 'Outcomes: Krippendorff’s alpha',
    verdictAlpha: 'Verdicts: Krippendorff’s alpha, ordinal',
    none: 'None',
    why: {
      no_pairs: 'Nothing was judged twice.',
      one_category: 'Everybody said the same throughout, so agreement cannot be told from chance.',
    } satisfies Record<NoAgreement, string>,
    n: (count: number) => `n = ${count}`,
    ticks: ['−1', '0 chance', '1'],
  },
  people: {
    title: 'Work of each person',
    summary: 'What each person did in this period, by name. Only editors and owners see this.',
    head: ['Person', 'Marks', 'Notes', 'Evidence', 'Proposals', 'Second checks', 'Sign-offs'],
    none: 'Nobody did anything in this period.',
  },
};

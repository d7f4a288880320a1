import type { Annotation } from '../annotation';
import { type Check, type CheckProposal, freshCheck, isSealed } from '../check';
import type { Report } from './report';
import { type ReportDetail, reportDetails } from './report-arrangement';
import { withoutNames } from './report-names';

/** The report with nothing about its annotations but the kinds that were chosen; formats write all that is left. */
export function withDetails(report: Report, details: readonly ReportDetail[]): Report {
  const left = new Set(reportDetails.filter((detail) => !details.includes(detail)));
  if (left.size === 0) return report;
  const copy = {
    ...report,
    entries: report.entries.map((entry) => ({ ...entry, annotation: without(entry.annotation, left) })),
  };
  return left.has('names') ? withoutNames(copy) : copy;
}

type Left = ReadonlySet<ReportDetail>;

function without(annotation: Annotation, left: Left): Annotation {
  const isLeft = { author_query: left.has('queries'), discussion: left.has('discussion') };
  return {
    ...annotation,
    check: checkWithout(annotation.check, left),
    ...(left.has('facts') && { claim: { claimTypes: [], claimant: null, claimedOn: null } }),
    ...(left.has('evidence') && { evidence: [] }),
    ...(left.has('notes') && { notes: [] }),
    ...(left.has('flags') && { flags: [] }),
    threads: annotation.threads.filter(({ kind }) => !isLeft[kind]),
  };
}

/** Where the check stands and what it came to is always said. */
function checkWithout(check: Check, left: Left): Check {
  const { status, version, proposal, signOff } = check;
  const course = left.has('history') ? { ...freshCheck, status, version } : check;
  const { decision } = course;
  return {
    ...course,
    proposal: proposal === null || isSealed(proposal) ? proposal : proposalWithout(proposal, left),
    secondChecks: course.secondChecks.map((item) =>
      isSealed(item) || !left.has('wording') ? item : { ...item, suggestedWording: null },
    ),
    decision: decision && {
      ...decision,
      overruled: decision.overruled && proposalWithout(decision.overruled, left),
    },
    signOff: left.has('signOffs') ? null : signOff,
  };
}

function proposalWithout(proposal: CheckProposal, left: Left): CheckProposal {
  return {
    ...proposal,
    ...(left.has('wording') && { suggestedWording: null }),
    ...(left.has('reasons') && {
      rationale: '',
      ...{ tried: null, refusal: null, onAuthorReason: null, confidence: null, confidenceReason: null },
    }),
  };
}

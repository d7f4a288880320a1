import type { Annotation } from '../annotation';
import { type Check, checkStatuses, freshCheck, standingProposal } from '../check';
import { forPublic, isPublic, withoutWorkings } from './confidential';
import { countAll, type Report, type ReportEntry } from './report';
import {
  type Arrangement,
  detailsOfView,
  markRank,
  type ReportDetail,
  type ReportOrder,
  type ReportView,
  withText,
} from './report-arrangement';
import { withDetails } from './report-details';

/**
 * The copy that somebody asked for, made of the whole report. The one place that decides what a view leaves out:
 * formats write down everything that they are given.
 */
export function reportFor(whole: Report, arrangement: Arrangement): Report {
  const { entries, ...copy } = withDetails(viewOf(whole, arrangement.view), arrangement.details);
  const shown = entries.filter(({ annotation }) => arrangement.marks.includes(annotation.mark));
  const sections = withText(arrangement.sections);
  const ids = new Set(shown.map(({ annotation }) => annotation.id));
  return {
    ...copy,
    arrangement: { ...arrangement, sections },
    entries: inOrder(shown, arrangement.order),
    counts: {
      ...countAll(shown.map(({ annotation }) => annotation)),
      ...(tellsOf(arrangement, 'flags') ? {} : { openFlags: null }),
    },
    dissent: sections.includes('dissent')
      ? copy.dissent.filter(({ annotationId }) => ids.has(annotationId))
      : [],
    replyRequests: sections.includes('replies') ? copy.replyRequests : [],
    changes: sections.includes('changes') ? copy.changes : null,
  };
}

const tellsOf = ({ view, details }: Arrangement, detail: ReportDetail): boolean =>
  details.includes(detail) && detailsOfView[view].includes(detail);

/** What each copy holds, before marks and order are chosen. */
export function viewOf(whole: Report, view: ReportView): Report {
  switch (view) {
    case 'checking':
      return whole;
    case 'checked':
      return forWriter(whole);
    case 'public':
      return forPublic(whole);
  }
}

/** Whether a check comes to a change of the text: another wording, a cut, or something that is wrong. */
export function isRecommended(check: Check): boolean {
  const proposal = standingProposal(check);
  if (proposal === undefined) return false;
  const { outcome, suggestedWording } = proposal;
  return (suggestedWording ?? '') !== '' || outcome === 'cut' || outcome === 'incorrect';
}

/** Only the recommended changes, each with its reason and the evidence that anybody may see. */
function forWriter(whole: Report): Report {
  const entries = whole.entries
    .filter(({ annotation }) => isRecommended(annotation.check))
    .map((entry) => ({ ...entry, annotation: onlyRecommendation(entry.annotation) }));
  const named = new Set(
    entries.flatMap(({ annotation: { authorId, check, evidence } }) => [
      authorId,
      ...evidence.map((item) => item.authorId),
      ...(check.signOff === null ? [] : [check.signOff.byId]),
      ...(check.proposal === null ? [] : [check.proposal.byId]),
    ]),
  );
  const { signOff, createdById } = whole.article;
  for (const id of [createdById, ...(signOff === null ? [] : [signOff.byId])]) named.add(id);
  return {
    ...whole,
    entries,
    dissent: [],
    replyRequests: [],
    changes: null,
    people: Object.fromEntries(Object.entries(whole.people).filter(([id]) => named.has(id))),
  };
}

function onlyRecommendation(annotation: Annotation): Annotation {
  const { check, evidence } = annotation;
  const { status, version, signOff } = check;
  return {
    ...annotation,
    check: { ...freshCheck, status, version, signOff, proposal: forWriterProposal(annotation) },
    notes: [],
    flags: [],
    threads: [],
    evidence: evidence.filter(isPublic).map(withoutWorkings),
  };
}

/** What to change and why; what was tried and how sure somebody is are the house's own affair. */
function forWriterProposal({ check, evidence }: Annotation): Check['proposal'] {
  const proposal = standingProposal(check);
  if (proposal === undefined) return null;
  const { first: _first, joined: _joined, seenBy: _seen, ...found } = proposal;
  const inside = { tried: null, confidence: null, confidenceReason: null };
  // How it was found would tell of confidential evidence.
  return { ...found, ...inside, rationale: evidence.every(isPublic) ? found.rationale : '' };
}

/** Numbers stay those of the text, so that two copies of one article speak of the same annotation. */
function inOrder(entries: readonly ReportEntry[], order: ReportOrder): readonly ReportEntry[] {
  if (order === 'text') return entries;
  const rank = ({ annotation }: ReportEntry): number =>
    order === 'mark' ? markRank(annotation.mark) : checkStatuses.indexOf(annotation.check.status);
  return entries.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number);
}

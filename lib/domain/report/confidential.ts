import type { Annotation } from '../annotation';
import { type Check, freshCheck, openProposal } from '../check';
import type { Evidence } from '../evidence';
import type { Report } from './report';

/** Whether evidence may be read by everybody: nothing confidential, nobody behind it, and said on the record. */
export function isPublic({ isConfidential, contactId, attribution }: Evidence): boolean {
  return !isConfidential && contactId === null && (attribution === null || attribution === 'on_the_record');
}

/**
 * The report that may leave the house (product: invariant 6): without confidential contacts and evidence, without
 * discussion, notes, flags, earlier wordings and what was said on the way to a decision. Of people only those stay who signed something
 * that is still in it.
 */
export function forPublic(report: Report): Report {
  const entries = report.entries
    // What is no longer in the text was taken out for a reason that nobody outside has to read about.
    .filter(({ annotation: { anchor } }) => anchor.state !== 'orphaned')
    .map((entry) => ({ ...entry, annotation: annotationForPublic(entry.annotation) }));
  const named = new Set(
    entries.flatMap(({ annotation: { authorId, check, evidence } }) => [
      authorId,
      ...evidence.map((item) => item.authorId),
      ...(check.signOff === null ? [] : [check.signOff.byId]),
      ...(openProposal(check) ? [openProposal(check)?.byId] : []),
    ]),
  );
  const { signOff, createdById } = report.article;
  for (const id of [createdById, ...(signOff === null ? [] : [signOff.byId])]) named.add(id);
  return {
    ...report,
    entries,
    dissent: [],
    replyRequests: [],
    changes: null,
    people: Object.fromEntries(Object.entries(report.people).filter(([id]) => named.has(id))),
    counts: { ...report.counts, openFlags: null },
  };
}

function annotationForPublic(annotation: Annotation): Annotation {
  const { before: _before, ...anchor } = annotation.anchor;
  return {
    ...annotation,
    anchor: { ...anchor, drift: null },
    check: checkForPublic(annotation.check, annotation.evidence.every(isPublic)),
    notes: [],
    flags: [],
    threads: [],
    evidence: annotation.evidence.filter(isPublic).map(withoutWorkings),
  };
}

/** Files, the library and the grading of sources are the house's own affair. */
export function withoutWorkings(item: Evidence): Evidence {
  return { ...item, file: null, sourceId: null, reliability: null, credibility: null };
}

/**
 * Where it stands; what was found only once it is signed off. How it was found is left out where confidential evidence
 * was looked at: it would tell of it.
 */
function checkForPublic(check: Check, isAllPublic: boolean): Check {
  const { status, version, signOff } = check;
  const proposal = openProposal(check);
  if (status !== 'signed_off' || proposal === undefined) return { ...freshCheck, status, version };
  const { first: _first, joined: _joined, seenBy: _seen, ...found } = proposal;
  const inside = { tried: null, refusal: null, onAuthorReason: null, confidenceReason: null };
  const rationale = isAllPublic ? found.rationale : '';
  return { ...freshCheck, status, version, proposal: { ...found, ...inside, rationale }, signOff };
}

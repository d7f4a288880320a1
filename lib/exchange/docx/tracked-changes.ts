import { standingProposal } from '@/lib/domain/check';
import type { Report, ReportEntry } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/domain/report/report';
import { readableChanges } from '@/lib/domain/text/readable-changes';
import { replaced, wordChanges } from '@/lib/domain/text/word-changes';

/** Words that go, by their place in the canonical text (UTF-16 code units), and words that come behind a place. */
export type TrackedChange = {
  /** The passage that it is about, and whose. */
  readonly start: number;
  readonly end: number;
  readonly annotationId: string;
  /** The passage as it is with the change. */
  readonly wording: string;
  readonly author: string;
  readonly at: string;
  readonly removed: readonly { readonly start: number; readonly end: number }[];
  readonly added: readonly { readonly offset: number; readonly text: string }[];
};

/**
 * The suggested wordings and cuts of a report as changes of its text that do not touch each other: where two passages
 * overlap, the one that comes first in the text is shown, and the other stays in its comment. A wording for a passage
 * over several paragraphs stays there too, because it does not say where the paragraphs end.
 */
export function trackedChanges({ arrangement, entries, people, revision }: Report): readonly TrackedChange[] {
  const tellsWordings = arrangement.details.includes('wording');
  let reach = 0;
  return entries
    .toSorted((a, b) => a.annotation.anchor.start - b.annotation.anchor.start || a.number - b.number)
    .flatMap(({ annotation }: ReportEntry): TrackedChange[] => {
      const { anchor, check } = annotation;
      const proposal = standingProposal(check);
      if (proposal === undefined || !tellsWordings || anchor.state === 'orphaned' || anchor.start < reach)
        return [];
      const passage = revision.text.slice(anchor.start, anchor.end);
      const wording = proposal.outcome === 'cut' ? '' : proposal.suggestedWording;
      if (wording === null || (wording === '' && proposal.outcome !== 'cut')) return [];
      if (wording !== '' && passage.includes('\n')) return [];
      reach = anchor.end;
      const edits = editsOf(passage, wording, anchor.start);
      const { start, end } = anchor;
      const by = { author: nameOf(people, proposal.byId), at: proposal.at };
      return [{ ...by, start, end, annotationId: annotation.id, wording, ...edits }];
    });
}

function editsOf(passage: string, wording: string, start: number): Pick<TrackedChange, 'removed' | 'added'> {
  const removed: { start: number; end: number }[] = [];
  const added: { offset: number; text: string }[] = [];
  let offset = start;
  // Word by word, where a reader could follow it: an edit that took in the words between would move comments on them.
  const { isWhole } = readableChanges(passage, wording);
  for (const { kind, text } of isWhole ? replaced(passage, wording) : wordChanges(passage, wording)) {
    if (kind === 'added') {
      added.push({ offset, text });
      continue;
    }
    if (kind === 'removed') removed.push({ start: offset, end: offset + text.length });
    offset += text.length;
  }
  return { removed, added };
}

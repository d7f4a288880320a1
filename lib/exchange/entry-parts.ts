import type { Annotation, Flag } from '@/lib/domain/annotation';
import type { Evidence } from '@/lib/domain/evidence';
import type { Instant } from '@/lib/domain/ids';
import {
  markNames,
  markTags,
  nameOf,
  type Report,
  type ReportEntry,
  readable,
} from '@/lib/domain/report/report';
import type { Thread } from '@/lib/domain/thread';
import { checkParts } from './check-parts';
import { linksOf } from './entry-links';
import { evidenceFacts } from './evidence-facts';
import { type Line, line, richTextToLines } from './written-line';

/** One act on an annotation as any format writes it: what it is, who did it when, and what it says. */
export type EntryPart = {
  /** The id of what it writes down; acts of the check have the annotation's, with their own name behind it. */
  readonly id: string;
  readonly title: string;
  readonly by: { readonly id: string; readonly at: Instant; readonly isEdited: boolean } | null;
  readonly lines: readonly Line[];
};

/** A conversation, with whether it is settled. */
export type Conversation = {
  readonly id: string;
  readonly title: string;
  readonly isResolved: boolean;
  readonly parts: readonly EntryPart[];
};

/** The heading of an annotation: `C3 Claim · Signed off`. */
export function entryTitle({ number, annotation }: ReportEntry): string {
  return `${entryLabel({ number, annotation })} ${markNames[annotation.mark]} · ${readable(annotation.check.status)}`;
}

/** How an annotation is called wherever it is pointed to: `C3`. */
export function entryLabel({ number, annotation }: ReportEntry): string {
  return `${markTags[annotation.mark]}${number}`;
}

/** What is known of the claim, what it is a part of or repeats, and what became of its passage. */
export function entryFacts({ annotation }: ReportEntry, report: Report): readonly Line[] {
  const { claim, anchor } = annotation;
  const facts = [
    claim.claimTypes.map(readable).join(', '),
    claim.claimant === null ? '' : `said by ${claim.claimant}`,
    claim.claimedOn === null ? '' : `on ${claim.claimedOn}`,
  ].filter((fact) => fact !== '');
  const fate = fateOf(anchor);
  return [
    ...(facts.length === 0 ? [] : [line('facts', facts.join(' · '))]),
    ...linkFacts(annotation, report),
    ...(fate === '' ? [] : [line('facts', fate)]),
  ];
}

/** What became of a passage since it was marked; empty where it stands as it was. */
export function fateOf({ state, drift }: Annotation['anchor']): string {
  const fate = {
    exact: '',
    moved: 'The passage stands elsewhere than when it was marked.',
    touched: 'The passage was changed since it was marked.',
    orphaned: 'The passage is no longer in the text.',
  }[state];
  return fate === '' || drift === null ? fate : `${fate} ${drift}`;
}

/** Everything that hangs on an annotation but its conversations, in the order in which a reader wants it. */
export function entryParts({ annotation }: ReportEntry, report: Report): readonly EntryPart[] {
  return [
    ...checkParts(annotation, report),
    ...annotation.flags.map((flag) => flagPart(flag, report.people)),
    ...annotation.notes.map((note) => ({
      id: note.id,
      title: 'Note',
      by: { id: note.authorId, at: note.createdAt, isEdited: note.changedAt !== note.createdAt },
      lines: richTextToLines(note.body),
    })),
    ...annotation.evidence.map(evidencePart),
  ];
}

/** The conversations on an annotation. */
export function entryConversations({ annotation }: ReportEntry): readonly Conversation[] {
  return annotation.threads.map((thread) => ({
    id: thread.id,
    title: thread.kind === 'author_query' ? 'Author query' : 'Discussion',
    isResolved: thread.resolved !== null,
    parts: replyParts(thread),
  }));
}

function replyParts({ replies }: Thread): readonly EntryPart[] {
  return replies.map((reply) => ({
    id: reply.id,
    title: '',
    by: { id: reply.authorId, at: reply.createdAt, isEdited: reply.changedAt !== reply.createdAt },
    lines: richTextToLines(reply.body),
  }));
}

function linkFacts({ id, partOfId, repeatsId }: Annotation, report: Report): readonly Line[] {
  const { byId, parts, repetitions } = linksOf(report);
  const named = (relation: string, found: readonly ReportEntry[]): readonly Line[] => {
    if (found.length === 0) return [];
    const words = found.map((one) => `${entryLabel(one)} “${one.annotation.anchor.exact}”`);
    return [line('facts', `${relation} ${words.join(', ')}`)];
  };
  const claimId = partOfId ?? repeatsId;
  const claim = claimId === null ? undefined : byId.get(claimId);
  const relation = repeatsId === null ? 'Part of' : 'Says again:';
  const isGone = claimId !== null && claim === undefined;
  return [
    ...(isGone ? [line('facts', `${relation} a claim that is not in this report`)] : []),
    ...named(relation, claim === undefined ? [] : [claim]),
    ...named('Parts:', parts.get(id) ?? []),
    ...named('Said again:', repetitions.get(id) ?? []),
  ];
}

function flagPart(flag: Flag, people: Report['people']): EntryPart {
  const { looked } = flag;
  const answer =
    looked === null
      ? []
      : [
          line('facts', `Looked at by ${nameOf(people, looked.byId)}`),
          ...(looked.note === '' ? [] : [line('plain', looked.note)]),
        ];
  return {
    id: flag.id,
    title: `Flag, ${flag.priority}`,
    by: { id: flag.raisedById, at: flag.raisedAt, isEdited: false },
    lines: [line('plain', flag.reason), ...answer],
  };
}

function evidencePart(item: Evidence): EntryPart {
  const link = (name: string, address: string | null): readonly Line[] =>
    address === null ? [] : [line('facts', name, { text: address, href: address })];
  return {
    id: item.id,
    title: `Evidence: ${readable(item.stance).toLowerCase()}`,
    by: { id: item.authorId, at: item.createdAt, isEdited: item.changedAt !== item.createdAt },
    lines: [
      line('plain', { text: item.title, bold: true }),
      line('facts', evidenceFacts(item).join(' · ')),
      ...(item.quote === null ? [] : [line('quote', item.quote)]),
      ...link('', item.address),
      ...link('Archived copy: ', item.archivedAddress),
    ],
  };
}

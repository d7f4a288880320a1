import type { Annotation } from '@/lib/domain/annotation';
import {
  agrees,
  type Check,
  type CheckProposal,
  isSealed,
  openProposal,
  openSecondChecks,
  type SecondCheck,
} from '@/lib/domain/check';
import { nameOf, type Report, readable } from '@/lib/domain/report/report';
import { readableChanges } from '@/lib/domain/text/readable-changes';
import type { EntryPart } from './entry-parts';
import { verdictWords } from './verdict-words';
import { type Line, line } from './written-line';

type People = Report['people'];
type Said = { readonly byId: string; readonly at: string };

/** How the check of an annotation went, act by act, with everybody who had a part in it. */
export function checkParts(
  { id, anchor, check }: Annotation,
  { people, scales }: Pick<Report, 'people' | 'scales'>,
): readonly EntryPart[] {
  const proposal = openProposal(check);
  const part = (name: string, title: string, said: Said | null, lines: readonly Line[]): EntryPart => ({
    id: `${id}:${name}`,
    title,
    by: said && { id: said.byId, at: said.at, isEdited: false },
    lines,
  });
  const spoken = (name: string, title: string, said: (Said & { words: string }) | null): EntryPart[] =>
    said === null ? [] : [part(name, title, said, said.words === '' ? [] : [line('plain', said.words)])];
  const { waiting, dispute, decision, reopened, signOff, staleness } = check;
  const plan = planFacts(check, people);
  return [
    ...(plan.length === 0 ? [] : [part('plan', 'Plan', null, [line('facts', plan.join(' · '))])]),
    ...spoken(
      'waiting',
      `Waiting for ${waiting?.on}`,
      waiting && proposal === undefined ? { ...waiting, words: waiting.reason } : null,
    ),
    ...(proposal === undefined
      ? []
      : [
          part(
            'proposal',
            `Proposal${joinedWith(proposal, people)}`,
            proposal,
            proposalLines(proposal, anchor.exact, scales),
          ),
        ]),
    ...(check.proposal !== null && isSealed(check.proposal)
      ? [part('proposal', 'Proposal, sealed until the second check', check.proposal, [])]
      : []),
    ...openSecondChecks(check).map((item) => ({
      ...part('second', secondTitle(item, proposal), item, secondLines(item, proposal, anchor.exact)),
      id: item.id,
    })),
    ...spoken('dispute', 'Disputed', dispute && { ...dispute, words: dispute.reason }),
    ...spoken('decision', 'Decided', decision && { ...decision, words: decision.note }),
    ...(decision?.overruled
      ? [
          part(
            'overruled',
            'Overruled proposal',
            decision.overruled,
            proposalLines(decision.overruled, anchor.exact, scales),
          ),
        ]
      : []),
    ...spoken('reopened', 'Reopened', reopened && { ...reopened, words: reopened.reason }),
    ...(signOff === null
      ? []
      : [part('sign-off', 'Signed off', signOff, [line('facts', `Bound to ${signOff.hash}`)])]),
    ...spoken(
      'stale',
      `Stale: the ${staleness?.cause} changed after sign-off`,
      check.status === 'stale' && staleness ? { ...staleness, words: staleness.detail } : null,
    ),
  ];
}

/** A wording with what goes and what comes. */
export function wordingLine(passage: string, wording: string): Line {
  const { isWhole, changes } = readableChanges(passage, wording);
  const runs = changes.map(({ kind, text }) => ({ text, change: kind === 'kept' ? undefined : kind }));
  // Where hardly a word stays, each wording has lines of its own.
  return {
    kind: 'wording',
    runs: isWhole ? runs.flatMap((run, at) => (at === 0 ? [run] : [{ text: '\n' }, run])) : runs,
  };
}

function planFacts({ plan, status }: Check, people: People): readonly string[] {
  return [
    plan.assigneeId === null ? '' : `assigned to ${nameOf(people, plan.assigneeId)}`,
    plan.priority === 'normal' ? '' : `${plan.priority} priority`,
    plan.dueAt === null || status === 'signed_off'
      ? ''
      : `due ${plan.dueAt.slice(0, 16).replace('T', ' ')} UTC`,
    plan.depth === 'standard' ? '' : `${plan.depth} check`,
    plan.riskFlags.length === 0 ? '' : `risk: ${plan.riskFlags.join(', ')}`,
  ].filter((fact) => fact !== '');
}

/** Whose proposals it took in, as the end of a sentence; empty where it took in none. */
export function joinedWith({ joined = [] }: CheckProposal, people: People): string {
  const names = joined.map(({ byId }) => nameOf(people, byId));
  return names.length === 0 ? '' : `, merged with the proposal of ${names.join(' and ')}`;
}

function proposalLines(proposal: CheckProposal, passage: string, scales: Report['scales']): readonly Line[] {
  const { outcome, verdict, suggestedWording, confidence, confidenceReason } = proposal;
  const named = (name: string, words: string | null): readonly Line[] =>
    (words ?? '') === '' ? [] : [line('plain', { text: `${name}: `, bold: true }, words ?? '')];
  return [
    line(
      'plain',
      { text: readable(outcome), bold: true },
      verdict === null ? '' : ` · ${verdictWords(verdict, scales)}`,
    ),
    ...wordingLines(passage, suggestedWording),
    ...named('Stays as it is', proposal.refusal),
    ...named('On the writer', proposal.onAuthorReason),
    ...named('Tried', proposal.tried),
    ...named('Why', proposal.rationale),
    ...(confidence === null ? [] : named(`${readable(confidence)} confidence`, confidenceReason)),
  ];
}

function wordingLines(passage: string, wording: string | null): readonly Line[] {
  if (wording === null || wording === '') return [];
  return [line('plain', { text: 'Suggested wording:', bold: true }), wordingLine(passage, wording)];
}

function secondTitle(item: SecondCheck, proposal: CheckProposal | undefined): string {
  const isAgreed = proposal !== undefined && agrees(item, proposal);
  const found = isAgreed ? 'the same' : readable(item.outcome);
  const verdict = isAgreed || item.verdict === null ? '' : ` · ${item.verdict.label}`;
  return `Second check${item.isBlind ? ', blind' : ''}: ${found}${verdict}`;
}

function secondLines(
  item: SecondCheck,
  proposal: CheckProposal | undefined,
  passage: string,
): readonly Line[] {
  const isOwn = item.suggestedWording !== proposal?.suggestedWording;
  return [
    ...(item.note === '' ? [] : [line('plain', item.note)]),
    ...(isOwn ? wordingLines(passage, item.suggestedWording) : []),
  ];
}

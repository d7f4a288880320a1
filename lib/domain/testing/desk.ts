import type { Actor } from '../actor';
import { anchorAt } from '../anchor';
import type { Annotation } from '../annotation';
import { type ArticleState, apply } from '../apply';
import { type Check, type CheckProposal, freshCheck, type ProposalFields, type SecondCheck } from '../check';
import type { Command } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import type { Evidence } from '../evidence';
import { decide, type Given } from '../laws/decide';
import { givenIn } from '../laws/given-in';
import { noDepth } from '../no-depth';
import { plainToRichText } from '../rich-text';
import type { Role } from '../team';
import { plainRules, presetScale } from '../team-rules';
import type { Reply } from '../thread';
import { bareArticle } from './bare-article';

/** A claim in memory with the people who check it, for tests of the laws. */

/** The same readable id for the same number. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const person = (number: number, name: string, role: Role): Actor => ({
  userId: idOf(number),
  name,
  teamId: idOf(900),
  role,
});
export const people = {
  owner: person(901, 'Olga', 'owner'),
  editor: person(902, 'Edith', 'editor'),
  /** Proposes, where nothing else is said. */
  mara: person(903, 'Mara', 'reviewer'),
  tom: person(904, 'Tom', 'reviewer'),
  ines: person(905, 'Ines', 'reviewer'),
  writer: person(906, 'Wim', 'viewer'),
} as const;

export const at = '2026-03-03T14:02:00.000Z';
export const articleId = idOf(1);
export const revisionId = idOf(2);
export const claimId = idOf(10);
const text = 'The port will cost 412 million. Nobody is surprised.';
const galley = presetScale('galley');

/** A rating on Galley’s own scale. */
export const rating = (key: string) => ({ scaleId: galley.id, scaleVersion: 1, key });

export const confirmed: ProposalFields = {
  outcome: 'confirmed',
  verdict: rating('true'),
  suggestedWording: null,
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: 'The budget says so on page 6.',
  confidence: null,
  confidenceReason: null,
};

export const proposal: CheckProposal = {
  ...confirmed,
  verdict: { ...rating('true'), label: 'True', internal: 'true' },
  byId: people.mara.userId,
  at,
  revisionId,
};

/** A second check that says the same as `proposal`. */
export const agreeing = (by: Actor, number = 70): SecondCheck => ({
  id: idOf(number),
  outcome: 'confirmed',
  verdict: proposal.verdict,
  note: '',
  suggestedWording: null,
  byId: by.userId,
  at,
  isBlind: false,
});

export const budget: Evidence = {
  type: 'dataset',
  tier: 'primary',
  stance: 'supports',
  title: 'Budget',
  address: null,
  quote: null,
  locator: 'p. 6',
  accessedOn: '2026-03-01',
  ...noDepth,
  id: idOf(30),
  authorId: people.mara.userId,
  createdAt: at,
  changedAt: at,
  version: 1,
};

/** The question of an author query. */
export const question: Reply = {
  id: idOf(85),
  body: plainToRichText('Where does this come from?'),
  mentions: [],
  authorId: people.tom.userId,
  createdAt: at,
  changedAt: at,
  version: 1,
};

/** The claim “port will cost 412 million” with this check and whatever else is given. */
export function claim(check: Partial<Check> = {}, rest: Partial<Annotation> = {}): Annotation {
  return {
    id: claimId,
    articleId,
    mark: 'claim',
    anchor: anchorAt({ id: revisionId, text }, { start: 4, end: 30 }),
    check: { ...freshCheck, ...check },
    partOfId: null,
    repeatsId: null,
    claim: { claimTypes: [], claimant: null, claimedOn: null },
    authorId: people.mara.userId,
    createdAt: at,
    changedAt: at,
    version: 1,
    notes: [],
    evidence: [budget],
    flags: [],
    threads: [],
    ...rest,
  };
}

/** An article in memory that holds these annotations. */
export function article(...annotations: readonly Annotation[]): ArticleState {
  const sentences = [
    { start: 0, end: 31 },
    { start: 32, end: 52 },
  ];
  const bare = bareArticle({
    ...{ id: articleId, text, by: people.mara.userId, at, annotations },
    revision: { id: revisionId, sentences },
  });
  const members = Object.values(people).map(({ userId: id, name, role }) => ({ id, name, role }));
  return { ...bare, rules: { ...plainRules, members } };
}

/** A command without its id, each kind by itself. */
export type Wish = Command extends infer T ? (T extends unknown ? Omit<T, 'commandId'> : never) : never;

/** What an actor’s command makes happen, or its refusal. Hashes are the content itself, so that tests can read them. */
export function happening(
  state: ArticleState,
  actor: Actor,
  wish: Wish,
  removed?: Given['removed'],
): EventBody {
  // the same command with the one field that was left out
  const command = { commandId: idOf(100), ...wish } as Command;
  return decide(command, {
    ...givenIn(command, state, { actor, at, removed }),
    hashOf: (content) => content,
  });
}

/** The state after an actor’s command. */
export function stateAfter(
  state: ArticleState,
  actor: Actor,
  wish: Wish,
  removed?: Given['removed'],
): ArticleState {
  const body = happening(state, actor, wish, removed);
  const next = apply(state, { actor: { id: actor.userId, name: actor.name }, at, body });
  return { ...next, seq: state.seq + 1 };
}

/** The claim of a state, which must be there. */
export function theClaim({ annotations }: ArticleState): Annotation {
  const annotation = annotations[claimId];
  if (annotation === undefined) throw new Error('The claim is gone.');
  return annotation;
}

/** The refusal that something comes to, which must come. */
export function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** How every refusal reads: a whole sentence or two, without a word of the machine. */
export const sentence =
  /^(?!.*(?:undefined|null|\bid\b|status|enum|JSON|revisionId|[a-z]_[a-z]|check\.[a-z]|\bAPI\b))[“A-Z].*[.?!]$/s;

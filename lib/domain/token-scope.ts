import type { Action } from './policy';

/** How much of what its person may do a bearer token may do: look, work on articles too, or everything. */
export const tokenScopes = ['read', 'annotate', 'admin'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** The days after which a token may end; 0 for never. */
export const tokenLives = ['30', '90', '365', '0'] as const;

/** What is not the work on articles: deleting them, what leaves the house, and who one is. */
const beyondAnnotating: readonly Action[] = [
  'article.delete',
  'article.restore',
  'report.share',
  'report.publish',
  'report.take_away_version',
  'account.change',
];

/** Why a token of this scope may not do this, whoever it acts for; undefined when its person's role decides. */
export function refusalOfScope(scope: TokenScope, action: Action): string | undefined {
  if (scope === 'admin') return undefined;
  if (action.startsWith('contact.')) return contactsSentence;
  if (isReading(action)) return undefined;
  if (scope === 'read') return readOnly;
  return action.startsWith('team.') || beyondAnnotating.includes(action)
    ? 'This access token is for the work on articles. For the team and your account, for deleting, and for what leaves the house it takes one that may do everything.'
    : undefined;
}

const contactsSentence =
  'This access token may not touch confidential contacts. That takes one that may do everything.';

/** What a request that would change something is told when its token may only read. */
export const readOnly = 'This access token may only read. Make one that may annotate.';

function isReading(action: Action): boolean {
  return action.endsWith('.read') || otherReading.includes(action);
}

/** Reading by another name; what else one may do in one's inbox is a request that changes something. */
const otherReading: readonly Action[] = ['dashboard.read_people', 'report.export', 'inbox.use'];

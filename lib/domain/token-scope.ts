import type { Action } from './policy';

/** How much of what its person may do a bearer token may do: look, work on articles too, or everything. */
export const tokenScopes = ['read', 'annotate', 'admin'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** The days after which a token may end; 0 for never. */
export const tokenLives = ['30', '90', '365', '0'] as const;

const beyondAnnotating: readonly Action[] = ['article.delete', 'article.restore'];

/** Why a token of this scope may not do this, whoever it acts for; undefined when its person's role decides. */
export function refusalOfScope(scope: TokenScope, action: Action): string | undefined {
  if (scope === 'admin' || isReading(action)) return undefined;
  if (scope === 'read') return readOnly;
  return action.startsWith('team.') || beyondAnnotating.includes(action)
    ? 'This access token is for the work on articles. For the team and for deleting it takes one that may do everything.'
    : undefined;
}

/** What a request that would change something is told when its token may only read. */
export const readOnly = 'This access token may only read. Make one that may annotate.';

function isReading(action: Action): boolean {
  return action.endsWith('.read') || action === 'dashboard.read_people' || action === 'report.export';
}

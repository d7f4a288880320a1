import { describe, expect, it } from 'vitest';
import type { Actor } from './actor';
import { actions, can } from './policy';
import { refusalOfScope, tokenScopes } from './token-scope';

const owner: Actor = { userId: 'me', name: 'Me', teamId: 'team', role: 'owner' };

describe('the scope of an access token', () => {
  it('never allows what the role forbids', () => {
    for (const scope of tokenScopes)
      for (const action of actions) {
        const viewer = { ...owner, role: 'viewer' as const };
        if (!can(viewer, action).allowed) expect(can({ ...viewer, scope }, action).allowed).toBe(false);
      }
  });

  it('lets a reader look and export, and nothing else', () => {
    const allowed = actions.filter((action) => can({ ...owner, scope: 'read' }, action).allowed);
    expect(allowed).toContain('article.read');
    expect(allowed).toContain('report.export');
    expect(allowed.filter((action) => /create|change|delete|import|sign|raise|propose/.test(action))).toEqual(
      [],
    );
    expect(can({ ...owner, scope: 'read' }, 'note.create')).toEqual({
      allowed: false,
      reason: 'This access token may only read. Make one that may annotate.',
    });
  });

  it('keeps the team, deleting, contacts and what leaves the house from one that annotates', () => {
    const refused = actions.filter((action) => refusalOfScope('annotate', action) !== undefined);
    expect(refused).toContain('article.delete');
    expect(refused).toContain('team.change_role');
    expect(refused).toContain('report.publish');
    expect(refused).toContain('report.take_away_version');
    expect(
      refused.filter(
        (action) =>
          !/^(team|article|contact|account)\.|^report\.(share|publish|take_away_version)$/.test(action),
      ),
    ).toEqual([]);
    expect(can({ ...owner, scope: 'annotate' }, 'annotation.create').allowed).toBe(true);
  });

  it('lets a reader see their inbox, but not confidential contacts', () => {
    expect(can({ ...owner, scope: 'read' }, 'inbox.use').allowed).toBe(true);
    for (const scope of ['read', 'annotate'] as const)
      expect(can({ ...owner, scope }, 'contact.read')).toEqual({
        allowed: false,
        reason:
          'This access token may not touch confidential contacts. That takes one that may do everything.',
      });
  });

  it('leaves everything to the role of its person otherwise', () => {
    for (const action of actions)
      expect(can({ ...owner, scope: 'admin' }, action)).toEqual(can(owner, action));
  });
});

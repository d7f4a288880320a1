import { describe, expect, it } from 'vitest';
import type { Actor } from './actor';
import { type Action, actions, can } from './policy';
import { type Role, roles } from './team';

const actor = (role: Role): Actor => ({ userId: 'me', name: 'Me', teamId: 'team', role });

/** y: may; o: may on one's own; n: may not. In the order owner, editor, reviewer, viewer. */
const table: Record<Action, string> = {
  'article.read': 'yyyy',
  'article.import': 'yyyn',
  'article.change': 'yynn',
  'article.revise': 'yynn',
  'article.append': 'yyyn',
  'article.delete': 'yynn',
  'article.restore': 'yynn',
  'annotation.create': 'yyyn',
  'annotation.change': 'yyyn',
  'annotation.delete': 'yyon',
  'annotation.restore': 'yyon',
  'note.create': 'yyyn',
  'note.change': 'ooon',
  'note.delete': 'yyon',
  'note.restore': 'yyon',
  'evidence.create': 'yyyn',
  'evidence.change': 'yyyn',
  'evidence.delete': 'yyyn',
  'evidence.restore': 'yyyn',
  'flag.raise': 'yyyn',
  'flag.change': 'yyyn',
  'flag.look': 'yyyn',
  'flag.reopen': 'yyyn',
  'words.set_aside': 'yyyn',
  'check.plan': 'yyyn',
  'check.begin': 'yyyn',
  'check.release': 'yyyn',
  'check.wait': 'yyyn',
  'check.resume': 'yyyn',
  'check.propose': 'yyyn',
  'check.join': 'yyyn',
  'check.withdraw': 'yyyn',
  'check.review': 'yyyn',
  'check.dispute': 'yyyn',
  'check.reopen': 'yyyn',
  'check.recheck': 'yyyn',
  'check.decide': 'yynn',
  'check.sign_off': 'yynn',
  'thread.open': 'yyyn',
  'thread.reply': 'yyyn',
  'thread.resolve': 'yyyn',
  'thread.reopen': 'yyyn',
  'reply.change': 'oooo',
  'reply.delete': 'yyoo',
  'reply.restore': 'yyoo',
  'article.sign_off': 'yynn',
  'article.withdraw_sign_off': 'yynn',
  'article.override_sign_off': 'ynnn',
  'team.change_rules': 'ynnn',
  'team.webhooks': 'ynnn',
  'session.read': 'yyyy',
  'session.open': 'yynn',
  'session.change': 'yynn',
  'session.join': 'yyyy',
  'session.call_vote': 'yynn',
  'session.vote': 'yyyn',
  'session.reveal': 'yynn',
  'session.freeze': 'yynn',
  'session.thaw': 'yynn',
  'session.close': 'yynn',
  'session.reopen': 'yynn',
  'reply_request.create': 'yyyn',
  'reply_request.change': 'yyyn',
  'reply_request.answer': 'yyyn',
  'contact.read': 'yyyy',
  'contact.create': 'yyyn',
  'contact.change': 'ooon',
  'source.read': 'yyyy',
  'source.create': 'yyyn',
  'source.change': 'yyyn',
  'queue.read': 'yyyy',
  'claims.hand_out': 'yynn',
  'report.share': 'yynn',
  'report.publish': 'yynn',
  'report.take_away_version': 'yynn',
  'inbox.use': 'yyyy',
  'dashboard.read': 'yyyy',
  'dashboard.read_people': 'yynn',
  'report.export': 'yyyy',
  'report.save_preset': 'yyyn',
  'team.read': 'yyyy',
  'team.invite': 'yynn',
  'team.change_role': 'ynnn',
  'team.disable': 'ynnn',
  'team.set_beat': 'yynn',
  'team.rename': 'ynnn',
  'team.require_second_factor': 'ynnn',
  'account.change': 'yyyy',
};

describe('the rule book', () => {
  const cells = actions.flatMap((action) =>
    roles.map((role, index) => [action, role, table[action][index] ?? ''] as const),
  );

  it.each(cells)('%s by %s is %s', (action, role, cell) => {
    const mine = can(actor(role), action, { authorId: 'me', targetUserId: 'other', targetRole: 'reviewer' });
    const theirs = can(actor(role), action, {
      authorId: 'other',
      targetUserId: 'other',
      targetRole: 'reviewer',
    });
    expect(mine.allowed).toBe(cell !== 'n');
    expect(theirs.allowed).toBe(cell === 'y');
    for (const answer of [mine, theirs]) {
      if (!answer.allowed) expect(answer.reason).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  it('lets a viewer answer author queries and take no part in the discussion', () => {
    const viewer = actor('viewer');
    expect(can(viewer, 'thread.reply', { threadKind: 'author_query' }).allowed).toBe(true);
    expect(can(viewer, 'thread.reply', { threadKind: 'discussion' }).allowed).toBe(false);
  });

  it('lets an editor invite reviewers and viewers only', () => {
    const allowed = roles.filter((targetRole) => can(actor('editor'), 'team.invite', { targetRole }).allowed);
    expect(allowed).toEqual(['reviewer', 'viewer']);
    expect(roles.every((targetRole) => can(actor('owner'), 'team.invite', { targetRole }).allowed)).toBe(
      true,
    );
  });

  it.each(['team.change_role', 'team.disable'] as const)('refuses %s on one’s own account', (action) => {
    expect(can(actor('owner'), action, { targetUserId: 'me' })).toMatchObject({ allowed: false });
  });
});

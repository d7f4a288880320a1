import type { Actor } from './actor';
import { DomainError } from './errors';
import type { Role } from './team';
import type { ThreadKind } from './thread';
import { refusalOfScope } from './token-scope';

/** Everything that a person can do. Commands and use cases ask for one of these. */
export const actions = [
  'article.read',
  'article.import',
  'article.change',
  'article.revise',
  'article.append',
  'article.delete',
  'article.restore',
  'annotation.create',
  'annotation.change',
  'annotation.delete',
  'annotation.restore',
  'note.create',
  'note.change',
  'note.delete',
  'note.restore',
  'evidence.create',
  'evidence.change',
  'evidence.delete',
  'evidence.restore',
  'flag.raise',
  'flag.change',
  'flag.look',
  'flag.reopen',
  'words.set_aside',
  'check.plan',
  'check.begin',
  'check.release',
  'check.wait',
  'check.resume',
  'check.propose',
  'check.join',
  'check.withdraw',
  'check.review',
  'check.dispute',
  'check.decide',
  'check.sign_off',
  'check.reopen',
  'check.recheck',
  'thread.open',
  'thread.reply',
  'thread.resolve',
  'thread.reopen',
  'reply.change',
  'reply.delete',
  'reply.restore',
  'article.sign_off',
  'article.withdraw_sign_off',
  'article.override_sign_off',
  'session.read',
  'session.open',
  'session.change',
  'session.join',
  'session.call_vote',
  'session.vote',
  'session.reveal',
  'session.freeze',
  'session.thaw',
  'session.close',
  'session.reopen',
  'reply_request.create',
  'reply_request.change',
  'reply_request.answer',
  'contact.read',
  'contact.create',
  'contact.change',
  'source.read',
  'source.create',
  'source.change',
  'queue.read',
  'claims.hand_out',
  'inbox.use',
  'dashboard.read',
  'dashboard.read_people',
  'report.export',
  'report.save_preset',
  'report.share',
  'report.publish',
  'report.take_away_version',
  'team.read',
  'team.invite',
  'team.change_role',
  'team.disable',
  'team.set_beat',
  'team.rename',
  'team.require_second_factor',
  'team.change_rules',
  'team.webhooks',
  'account.change',
] as const;
export type Action = (typeof actions)[number];

/** What the action is done to, as far as a rule asks: whose thing it is, and which role is given or changed. */
export type Subject = {
  readonly authorId?: string | undefined;
  readonly targetRole?: Role | undefined;
  readonly targetUserId?: string | undefined;
  readonly threadKind?: ThreadKind | undefined;
};

export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** Why something is not allowed, as the buttons want it: absent when it is. */
export function reasonOf(permission: Permission): string | undefined {
  return permission.allowed ? undefined : permission.reason;
}

const viewersRead = 'Viewers read, answer author queries and export; they do not change the check.';
const yes: Permission = { allowed: true };
const no = (reason: string): Permission => ({ allowed: false, reason });

const editors: readonly Role[] = ['owner', 'editor'];
const checkers: readonly Role[] = ['owner', 'editor', 'reviewer'];

/** The rule book: may this actor do this? The server refuses by it, the screen offers by it. */
export function can(actor: Actor, action: Action, subject: Subject = {}): Permission {
  if (actor.isKeptOut === true && changesArticle(action)) return no(frozenSentence);
  const refusal = actor.scope === undefined ? undefined : refusalOfScope(actor.scope, action);
  return refusal === undefined ? byRole(actor, action, subject) : no(refusal);
}

/** One case for each action, so that a new one does not compile without its rule. */
function byRole(actor: Actor, action: Action, subject: Subject): Permission {
  switch (action) {
    case 'article.read':
    case 'queue.read':
    case 'source.read':
    case 'contact.read':
    case 'inbox.use':
    case 'dashboard.read':
    case 'report.export':
    case 'team.read':
    case 'session.read':
    case 'session.join':
    case 'account.change':
      return yes;
    case 'article.import':
    case 'article.append':
    case 'annotation.create':
    case 'annotation.change':
    case 'note.create':
    case 'evidence.create':
    case 'evidence.change':
    case 'evidence.delete':
    case 'evidence.restore':
    case 'flag.raise':
    case 'flag.change':
    case 'flag.look':
    case 'flag.reopen':
    case 'words.set_aside':
    case 'check.plan':
    case 'check.begin':
    case 'check.release':
    case 'check.wait':
    case 'check.resume':
    case 'check.propose':
    case 'check.join':
    case 'check.withdraw':
    case 'check.review':
    case 'check.dispute':
    case 'check.reopen':
    case 'check.recheck':
    case 'reply_request.create':
    case 'reply_request.change':
    case 'reply_request.answer':
    case 'contact.create':
    case 'report.save_preset':
    case 'source.create':
    case 'source.change':
    case 'thread.open':
    case 'thread.resolve':
    case 'thread.reopen':
      return checkers.includes(actor.role) ? yes : no(viewersRead);
    case 'dashboard.read_people':
      return editors.includes(actor.role)
        ? yes
        : no('Only an editor or the owner sees the work of each person.');
    case 'check.decide':
      return editors.includes(actor.role) ? yes : no('Only an editor or the owner decides a dispute.');
    case 'session.vote':
      return checkers.includes(actor.role) ? yes : no('Viewers take part without a vote.');
    case 'session.open':
    case 'session.change':
    case 'session.call_vote':
    case 'session.reveal':
    case 'session.freeze':
    case 'session.thaw':
    case 'session.close':
    case 'session.reopen':
      return editors.includes(actor.role) ? yes : no('Only an editor or the owner leads a session.');
    case 'report.share':
    case 'report.publish':
    case 'report.take_away_version':
      return editors.includes(actor.role)
        ? yes
        : no('Only an editor or the owner shares or publishes a report.');
    case 'claims.hand_out':
      return editors.includes(actor.role) ? yes : no('Only an editor or the owner hands claims out.');
    case 'check.sign_off':
      return editors.includes(actor.role) ? yes : no('Only an editor or the owner signs off.');
    case 'article.sign_off':
    case 'article.withdraw_sign_off':
      return editors.includes(actor.role) ? yes : no('Only an editor or the owner signs an article off.');
    case 'article.override_sign_off':
      return actor.role === 'owner' ? yes : no('Only an owner can sign off against an obstacle.');
    case 'thread.reply':
      return checkers.includes(actor.role) || subject.threadKind === 'author_query'
        ? yes
        : no('Viewers answer author queries; they do not take part in the discussion.');
    case 'reply.change':
      return subject.authorId === actor.userId ? yes : no('Only its author can change the words of a reply.');
    case 'reply.delete':
    case 'reply.restore':
      return subject.authorId === actor.userId || editors.includes(actor.role)
        ? yes
        : no('Only its author or an editor can delete this reply.');
    case 'contact.change':
      if (!checkers.includes(actor.role)) return no(viewersRead);
      return subject.authorId === actor.userId
        ? yes
        : no('Only whoever wrote this contact down can change it.');
    case 'annotation.delete':
    case 'annotation.restore':
      return ownOrEditor(actor, subject, 'annotation');
    case 'note.delete':
    case 'note.restore':
      return ownOrEditor(actor, subject, 'note');
    case 'note.change':
      if (!checkers.includes(actor.role)) return no(viewersRead);
      return subject.authorId === actor.userId ? yes : no('Only its author can change the words of a note.');
    case 'article.revise':
      return editors.includes(actor.role) ? yes : no('Only an editor or the owner changes the text.');
    case 'article.change':
    case 'article.delete':
    case 'article.restore':
      return editors.includes(actor.role)
        ? yes
        : no('Only an editor or the owner can do this to an article.');
    case 'team.set_beat':
      return editors.includes(actor.role) ? yes : no('Only an editor or the owner says who knows what best.');
    case 'team.invite':
      return mayInvite(actor, subject);
    case 'team.rename':
    case 'team.change_rules':
    case 'team.webhooks':
    case 'team.require_second_factor':
      return actor.role === 'owner' ? yes : no('Only an owner can change the team.');
    case 'team.change_role':
    case 'team.disable':
      if (actor.role !== 'owner') return no('Only an owner can change the team.');
      return subject.targetUserId === actor.userId
        ? no('You cannot do this to your own account: ask another owner.')
        : yes;
  }
}

/** Whether an action changes an article or the check of it; a session's own acts do not. */
function changesArticle(action: Action): boolean {
  return changing.some((start) => action.startsWith(start)) && action !== 'article.read';
}

const changing = [
  'article.',
  'annotation.',
  'note.',
  'evidence.',
  'flag.',
  'check.',
  'thread.',
  'reply.',
  'reply_request.',
  'claims.',
];

/** What everybody reads who tries to change a frozen article. */
export const frozenSentence =
  'The session is frozen: nothing on this article can change until an editor lifts the freeze or closes the session.';

/** Refuses with FORBIDDEN and the rule's sentence unless `can` allows. */
export function ensureCan(actor: Actor, action: Action, subject: Subject = {}): void {
  const permission = can(actor, action, subject);
  if (!permission.allowed) throw new DomainError('FORBIDDEN', permission.reason);
}

function ownOrEditor(actor: Actor, subject: Subject, thing: string): Permission {
  if (editors.includes(actor.role)) return yes;
  if (actor.role === 'viewer') return no(viewersRead);
  return subject.authorId === actor.userId
    ? yes
    : no(`Only its author or an editor can delete this ${thing}.`);
}

function mayInvite(actor: Actor, subject: Subject): Permission {
  if (actor.role === 'owner') return yes;
  if (actor.role !== 'editor') return no('Only an owner or an editor can invite people.');
  return subject.targetRole === 'owner' || subject.targetRole === 'editor'
    ? no('An editor can invite reviewers and viewers. Ask an owner to invite editors.')
    : yes;
}

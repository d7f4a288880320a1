import { z } from 'zod';
import type { Annotation, Mark } from './annotation';
import { type Check, isProposer } from './check';
import type { EventBody } from './events';
import type { Instant } from './ids';
import type { Person, Role } from './team';
import type { Reply } from './thread';

/** Why somebody is told of an event. The first that fits a person is the one they get. */
export const notificationKinds = [
  'mention',
  'author_query',
  'query_answered',
  'reply',
  'assignment',
  'second_check',
  'dispute',
  'decision',
  'sign_off_undone',
  'session_invitation',
  'vote_called',
  'quote_gone',
  'export_ready',
  'export_failed',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How a person wants to hear of notifications by e-mail: each at once, all of a day together, or not at all. */
export const mailModes = ['instant', 'daily', 'none'] as const;
export type MailMode = (typeof mailModes)[number];

/** What a person has chosen for a team. */
export const notificationSettingsSchema = z.strictObject({
  mutedKinds: z
    .array(z.enum(notificationKinds))
    .max(notificationKinds.length)
    .transform((kinds) => notificationKinds.filter((kind) => kinds.includes(kind))),
  mail: z.enum(mailModes),
});
export type NotificationSettings = Readonly<z.infer<typeof notificationSettingsSchema>>;

/** Nothing muted, an e-mail for each: what holds until a person chooses otherwise. */
export const plainNotificationSettings: NotificationSettings = { mutedKinds: [], mail: 'instant' };

/** A line of somebody's inbox. What it says of the article is read when it is shown; absent parts are gone meanwhile. */
export type InboxItem = {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly at: Instant;
  readonly readAt: Instant | null;
  readonly actor: Person;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly isArticleMuted: boolean;
  /** The session that it is about; absent for what has to do with none. */
  readonly sessionId: string | null;
  /** Absent for what happened to a whole article. */
  readonly annotation: { readonly id: string; readonly mark: Mark; readonly exact: string } | null;
  /** The beginning of the reply that it is about, or why an export has no file. */
  readonly words: string | null;
  /** One's own export that it is about; null for what has to do with none, and once its time is over. */
  readonly export: { readonly id: string; readonly fileName: string; readonly bytes: number } | null;
};

/** The parts of the inbox. */
export const inboxSplits = ['unread', 'all'] as const;
export type InboxSplit = (typeof inboxSplits)[number];

/** What can be done in one's inbox. `read_all` answers with an instant, by which `unread_all` takes it back. */
export const inboxActSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('read'),
    ids: z.array(z.uuid()).min(1).max(100),
    isRead: z.boolean(),
  }),
  z.strictObject({ act: z.literal('read_all') }),
  z.strictObject({ act: z.literal('unread_all'), at: z.iso.datetime() }),
  z.strictObject({ act: z.literal('mute'), articleId: z.uuid(), isMuted: z.boolean() }),
]);
export type InboxAct = Readonly<z.infer<typeof inboxActSchema>>;

/** Somebody who is to be told, and why. `replyId` names the reply that it is about. */
export type Notice = {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly replyId: string | null;
};

type TeamRole = { readonly id: string; readonly role: Role };
type Circumstances = {
  readonly actorId: string;
  /** The annotation before the event; absent for what happens to a whole article. */
  readonly annotation: Pick<Annotation, 'check' | 'threads'> | undefined;
  /** Active members. */
  readonly members: readonly TeamRole[];
};

/** Whether an event can concern anybody but its actor, so that the members need not be read for the others. */
export function mayNotify(body: EventBody): boolean {
  switch (body.type) {
    case 'thread.opened':
    case 'thread.replied':
    case 'reply.changed':
    case 'check.planned':
    case 'check.proposed':
    case 'check.reviewed':
    case 'check.disputed':
    case 'check.decided':
    case 'check.reopened':
    case 'article.sign_off_withdrawn':
    case 'session.opened':
    case 'session.changed':
    case 'session.vote_called':
    case 'article.revised':
      return true;
    default:
      return 'check' in body && body.check?.status === 'stale';
  }
}

/**
 * Who is told of an event, each person once and never its actor; only active members. A second check is asked of the
 * assignee where that is not the proposer, else of the editors, who find somebody. Disputes go to the proposer, to who
 * had signed off and to the editors; where a team has no editor, its owners stand in.
 */
export function noticesOf(body: EventBody, given: Circumstances): readonly Notice[] {
  const told = new Map<string, Notice>();
  for (const notice of wishesOf(body, given)) {
    const isMember = given.members.some(({ id }) => id === notice.userId);
    if (isMember && notice.userId !== given.actorId && !told.has(notice.userId))
      told.set(notice.userId, notice);
  }
  return [...told.values()];
}

function wishesOf(body: EventBody, given: Circumstances): readonly Notice[] {
  const check = given.annotation?.check;
  // What was stale before is not undone again.
  const isSignedOff = check?.status === 'signed_off';
  switch (body.type) {
    case 'thread.opened': {
      const { kind, replies } = body.thread;
      const [question] = replies;
      const writers = given.members.filter(({ role }) => role === 'viewer').map(({ id }) => id);
      return [
        ...mentionsOf(question, []),
        ...to(kind === 'author_query' ? writers : [], 'author_query', question?.id),
      ];
    }
    case 'thread.replied':
      return [...mentionsOf(body.reply, []), ...ofConversation(body.threadId, body.reply, given)];
    case 'reply.changed': {
      const before = findThread(given, body.threadId)?.replies.find(({ id }) => id === body.replyId);
      return mentionsOf({ id: body.replyId, mentions: body.mentions }, before?.mentions ?? []);
    }
    case 'check.planned': {
      const { assigneeId } = body.check.plan;
      const isNew = assigneeId !== null && assigneeId !== check?.plan.assigneeId;
      return isNew ? to([assigneeId], 'assignment') : [];
    }
    case 'check.proposed': {
      const { assigneeId } = body.check.plan;
      // Who has proposed it too cannot confirm it.
      const mayCheck = (id: string): boolean => !isProposer(body.check, id);
      const isOther = assigneeId !== null && assigneeId !== given.actorId && mayCheck(assigneeId);
      return to(isOther ? [assigneeId] : headsOf(given).filter(mayCheck), 'second_check');
    }
    case 'check.reviewed':
      return body.check.status === 'disputed' ? to(sidesOf(given), 'dispute') : [];
    case 'check.disputed':
      return to(sidesOf(given), 'dispute');
    case 'check.decided':
      return to(
        [check?.proposal?.byId, ...(check?.secondChecks ?? []).map(({ byId }) => byId), check?.dispute?.byId],
        'decision',
      );
    case 'check.reopened':
      return isSignedOff ? signersOf(check) : [];
    case 'session.opened':
      return to(body.session.participantIds, 'session_invitation');
    case 'session.changed': {
      const { participantIds } = body.before;
      const added = body.session.participantIds.filter((id) => participantIds?.includes(id) === false);
      return to(added, 'session_invitation');
    }
    case 'session.vote_called':
      return to(body.ballot.rounds.at(-1)?.voterIds ?? [], 'vote_called');
    case 'article.sign_off_withdrawn':
      return to([body.before.byId], 'sign_off_undone');
    case 'article.revised':
      return Object.values(body.checks)
        .filter(({ status }) => status === 'stale')
        .flatMap(signersOf);
    default:
      return isSignedOff && mayNotify(body) ? signersOf(check) : [];
  }
}

/** Who asked, and for a discussion everybody who has spoken in it. */
function ofConversation(threadId: string, reply: Reply, given: Circumstances): readonly Notice[] {
  const thread = findThread(given, threadId);
  if (thread === undefined) return [];
  return thread.kind === 'author_query'
    ? to([thread.authorId], 'query_answered', reply.id)
    : to([thread.authorId, ...thread.replies.map(({ authorId }) => authorId)], 'reply', reply.id);
}

function signersOf(check: Check | undefined): readonly Notice[] {
  return to([check?.signOff?.byId, check?.proposal?.byId], 'sign_off_undone');
}

function sidesOf(given: Circumstances): readonly (string | undefined)[] {
  const { check } = given.annotation ?? {};
  return [check?.proposal?.byId, check?.signOff?.byId, ...headsOf(given)];
}

function headsOf({ members }: Circumstances): readonly string[] {
  const having = (wanted: Role): string[] =>
    members.filter(({ role }) => role === wanted).map(({ id }) => id);
  const editors = having('editor');
  return editors.length > 0 ? editors : having('owner');
}

const findThread = ({ annotation }: Circumstances, threadId: string) =>
  annotation?.threads.find(({ id }) => id === threadId);

function mentionsOf(
  reply: Pick<Reply, 'id' | 'mentions'> | undefined,
  before: readonly string[],
): readonly Notice[] {
  const added = (reply?.mentions ?? []).filter((id) => !before.includes(id));
  return to(added, 'mention', reply?.id);
}

function to(
  userIds: readonly (string | undefined)[],
  kind: NotificationKind,
  replyId: string | null = null,
): readonly Notice[] {
  return userIds.flatMap((userId) => (userId === undefined ? [] : [{ userId, kind, replyId }]));
}

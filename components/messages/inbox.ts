import type { InboxSplit, MailMode, NotificationKind } from '@/lib/domain/notification';

type ExportKind = 'export_ready' | 'export_failed';
type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Words of the inbox and of what one wants to hear of. */
export const inbox = {
  title: 'Inbox',
  meta: (count: number) => (count === 0 ? 'Nothing unread' : `${count >= 1000 ? '1000+' : count} unread`),
  splits: { unread: 'Unread', all: 'All' } satisfies Words<InboxSplit>,
  splitsLabel: 'Parts of the inbox',
  list: 'Notifications for you',
  /** Names of the kinds where one chooses among them. */
  kinds: {
    mention: 'Somebody mentions you',
    author_query: 'A question to the writer',
    query_answered: 'An answer to your question',
    reply: 'A reply in your discussion',
    assignment: 'A claim is assigned to you',
    second_check: 'A second check is wanted',
    dispute: 'A dispute',
    decision: 'A decision of a dispute',
    sign_off_undone: 'A sign-off is undone or stale',
    session_invitation: 'You are invited to a session',
    vote_called: 'Your vote is asked for',
    quote_gone: 'Quoted words no longer stand at the address of the evidence',
    export_ready: 'A report that you asked for is ready',
    export_failed: 'A report that you asked for could not be written',
  } satisfies Words<NotificationKind>,
  /** What happened, after the name of who did it. */
  happened: {
    mention: 'mentioned you',
    author_query: 'asks the writer',
    query_answered: 'answered your question',
    reply: 'replied',
    assignment: 'assigned a claim to you',
    second_check: 'proposed an outcome; a second check is wanted',
    dispute: 'disputes this',
    decision: 'decided the dispute',
    sign_off_undone: 'undid a sign-off, or made it stale',
    session_invitation: 'invited you to a session',
    vote_called: 'asks for your vote',
    quote_gone: 'captured a page on which the quoted words no longer stand',
  } satisfies Words<Exclude<NotificationKind, ExportKind>>,
  /** What happened to one's own exports. */
  exports: {
    export_ready: 'Your report is ready',
    export_failed: 'Your report could not be written',
  } satisfies Words<ExportKind>,
  download: 'Download',
  downloadOf: (name: string) => `Download ${name}`,
  fileGone: 'Its file is no longer kept. It can be written again.',
  unread: 'Unread',
  gone: 'This was deleted meanwhile.',
  wholeArticle: 'The whole article',
  muted: 'muted',
  actionsFor: (what: string) => `Actions on: ${what}`,
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  readAll: 'Mark all as read',
  readNow: 'Read.',
  unreadNow: 'Unread again.',
  allRead: 'All marked as read.',
  mute: 'Mute this article',
  unmute: 'Hear of this article again',
  mutedNow: (title: string) => `You hear nothing more of “${title}”.`,
  unmutedNow: (title: string) => `You hear of “${title}” again.`,
  settings: 'What you hear of',
  refused: (sentence: string) => `Not done: ${sentence}`,
  showMore: 'Show more',
  announce: (what: string, article: string) => `${what}. ${article}.`,
  keyMove: 'move',
  keyOpen: 'open in article',
  keyRead: 'read or unread',
  keyUndo: 'undo',
  empty: {
    unread: {
      title: 'Nothing unread',
      body: 'When somebody mentions you, asks or answers you, or gives you a claim, it comes here.',
    },
    all: {
      title: 'Your inbox is empty',
      body: 'When somebody mentions you, asks or answers you, or gives you a claim, it comes here.',
    },
  } satisfies Readonly<Record<InboxSplit, { title: string; body: string }>>,
  toArticles: 'Go to the articles',
  form: {
    title: 'What you hear of',
    hint: 'What comes into your inbox from now on, and what also comes by e-mail.',
    kinds: 'Into the inbox',
    mail: 'By e-mail',
    mailModes: {
      instant: 'Each at once',
      daily: 'All of a day together',
      none: 'None',
    } satisfies Words<MailMode>,
    mailOff:
      'Galley sends no e-mail here: no mail server is set up. Your choice is kept for when there is one.',
    mailHint: 'E-mails hold links, never words of an article.',
    save: 'Save',
    busy: 'Saving…',
    saved: 'Saved.',
  },
};

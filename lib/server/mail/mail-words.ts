import 'server-only';
import type { NotificationKind } from '@/lib/domain/notification';

/** What an e-mail says of a notification: a kind and a place, never a word of an article, a note or a reply. */
export type MailLine = {
  readonly kind: NotificationKind;
  readonly articleId: string;
  readonly annotationId: string | null;
};

export type MailWords = { readonly subject: string; readonly text: string };

const sentences: Readonly<Record<NotificationKind, string>> = {
  mention: 'Somebody mentions you',
  author_query: 'A question to the writer',
  query_answered: 'An answer to your question',
  reply: 'A reply in your discussion',
  assignment: 'A claim is assigned to you',
  second_check: 'A second check is wanted',
  dispute: 'A claim is disputed',
  decision: 'A dispute is decided',
  sign_off_undone: 'A sign-off is undone or stale',
  session_invitation: 'You are invited to a session',
  vote_called: 'Your vote is asked for',
  quote_gone: 'Quoted words no longer stand at the address of the evidence',
  export_ready: 'Your report is ready',
  export_failed: 'Your report could not be written',
};

/** Most lines of one e-mail; the rest stands in the inbox. */
const mostLines = 50;

/** The e-mail about one or several notifications: links into Galley, for which one must be signed in. */
export function mailWords(lines: readonly MailLine[], origin: string): MailWords {
  const [first] = lines;
  const subject =
    lines.length === 1 && first !== undefined ? sentences[first.kind] : `${lines.length} notifications`;
  const shown = lines.slice(0, mostLines).map((line) => `${sentences[line.kind]}\n${origin}${pathOf(line)}`);
  const more = lines.length > mostLines ? [`And ${lines.length - mostLines} more in your inbox.`] : [];
  const foot = `Inbox: ${origin}/inbox\nWhat comes by e-mail: ${origin}/account#notifications`;
  return { subject: `Galley: ${subject}`, text: `${[...shown, ...more, foot].join('\n\n')}\n` };
}

function pathOf({ kind, articleId, annotationId }: MailLine): string {
  if (kind === 'export_ready' || kind === 'export_failed') return `/articles/${articleId}/report`;
  return annotationId === null
    ? `/articles/${articleId}`
    : `/articles/${articleId}?annotation=${annotationId}`;
}

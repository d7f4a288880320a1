import type { Route } from 'next';
import { type InboxItem, type InboxSplit, inboxSplits } from '@/lib/domain/notification';
import { reportAddress } from '../report/report-page';
import { sessionAddress } from '../sessions/session-address';

/** The part of the inbox that an address asks for; what is unread unless it names another. */
export function parseInboxSplit(params: Readonly<Record<string, string | string[] | undefined>>): InboxSplit {
  return inboxSplits.find((name) => name === params.split) ?? 'unread';
}

/** The address of a part of the inbox. */
export function inboxAddress(split: InboxSplit): Route {
  return split === 'unread' ? '/inbox' : `/inbox?split=${split}`;
}

/** The session of a notification, where its card stands, or its article where it is about the whole of it; of an export the page of the report. */
export function cardAddress({ kind, articleId, annotation, sessionId }: InboxItem): Route {
  if (kind === 'export_ready' || kind === 'export_failed') return reportAddress(articleId);
  if (sessionId !== null) return sessionAddress(sessionId);
  // Typed routes know a parameter in an address only where the address is used, not in what a function gives back.
  return (
    annotation === null ? `/articles/${articleId}` : `/articles/${articleId}?annotation=${annotation.id}`
  ) as Route;
}

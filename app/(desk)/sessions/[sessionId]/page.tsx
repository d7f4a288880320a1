import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { sessions as words } from '@/components/messages/sessions';
import { SessionRoom } from '@/components/sessions/SessionRoom';
import { SessionSummaryView } from '@/components/sessions/SessionSummaryView';
import { DomainError } from '@/lib/domain/errors';
import { requireActor } from '@/lib/server/access';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { getSession, getSessionReport } from '@/lib/server/sessions/get-session';

type SessionPageProps = { readonly params: Promise<{ readonly sessionId: string }> };

/** The session once per request: the title and the page both need it. */
const findSession = cache(async (sessionId: string) => {
  try {
    return await getSession(await requireActor(), sessionId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
});

export async function generateMetadata({ params }: SessionPageProps): Promise<Metadata> {
  const found = await findSession((await params).sessionId);
  return { title: found === undefined ? words.title : found.session.goal };
}

/** One session: its board while it is under way, its summary once it is closed. */
export default async function SessionPage({ params }: SessionPageProps) {
  const actor = await requireActor();
  const { sessionId } = await params;
  const found = await findSession(sessionId);
  if (found === undefined) notFound();
  const { session, articleId, isLatest } = found;
  if (session.closing !== null) {
    const report = await getSessionReport(actor, sessionId, new Date());
    return <SessionSummaryView report={report} actor={actor} isLatest={isLatest} />;
  }
  const state = await getArticleState(actor, articleId);
  return <SessionRoom key={`${sessionId} ${state.revision.id}`} state={state} actor={actor} />;
}

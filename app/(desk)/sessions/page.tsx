import { Radio } from 'lucide-react';
import type { Metadata } from 'next';
import { sessions as words } from '@/components/messages/sessions';
import { OpenFromList } from '@/components/sessions/OpenFromList';
import { SessionList } from '@/components/sessions/SessionList';
import { sessionsAddress } from '@/components/sessions/session-address';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { EmptyState } from '@/components/ui/EmptyState';
import { requireActor } from '@/lib/server/access';
import { findArticles } from '@/lib/server/articles/find-articles';
import { findClosedSessions, findSessionsUnderWay } from '@/lib/server/sessions/find-sessions';
import { findMembers } from '@/lib/server/team/find-team';

export const metadata: Metadata = { title: words.title };

type SessionsPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The team's sessions: those under way, then those that were held. */
export default async function SessionsPage({ searchParams }: SessionsPageProps) {
  const actor = await requireActor();
  const { cursor: asked } = await searchParams;
  const cursor = typeof asked === 'string' ? asked : undefined;
  const [{ items: underWay }, held, articles, people] = await Promise.all([
    findSessionsUnderWay(actor),
    findClosedSessions(actor, { cursor }),
    findArticles(actor, { limit: 100 }),
    findMembers(actor),
  ]);
  const inSession = new Set(underWay.map(({ article }) => article.id));
  const free = articles.items.filter(({ id }) => !inSession.has(id)).map(({ id, title }) => ({ id, title }));
  const members = people.items
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, name, role }) => ({ id, name, role }));
  const isEmpty = underWay.length === 0 && held.items.length === 0 && cursor === undefined;
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.meta(underWay.length)}
        actions={
          <OpenFromList
            actor={actor}
            articles={free}
            hasOlderArticles={articles.next !== null}
            members={members}
          />
        }
      />
      <PageBody>
        {isEmpty ? (
          <EmptyState
            icon={<Radio />}
            title={words.noneTitle}
            actions={<ButtonLink href="/articles">{words.toArticles}</ButtonLink>}
          >
            {words.noneBody}
          </EmptyState>
        ) : (
          <>
            {cursor === undefined ? (
              <section aria-labelledby="under-way" className="mb-8">
                <h2 id="under-way" className="mb-2 text-md font-semibold">
                  {words.underWay}
                </h2>
                {underWay.length === 0 ? (
                  <p className="border-t py-3 text-ink-2">{words.noneUnderWay}</p>
                ) : (
                  <SessionList label={words.underWay} lines={underWay} />
                )}
              </section>
            ) : null}
            {held.items.length === 0 ? null : (
              <section aria-labelledby="held">
                <h2 id="held" className="mb-2 text-md font-semibold">
                  {words.held}
                </h2>
                <SessionList label={words.held} lines={held.items} />
              </section>
            )}
            <nav aria-label={words.held} className="mt-5 flex justify-between gap-3">
              {cursor === undefined ? (
                <span />
              ) : (
                <ButtonLink href={sessionsAddress()}>{words.newest}</ButtonLink>
              )}
              {held.next === null ? null : (
                <ButtonLink href={sessionsAddress(held.next)}>{words.older}</ButtonLink>
              )}
            </nav>
          </>
        )}
      </PageBody>
    </>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DashboardView } from '@/components/dashboard/DashboardView';
import { parseDashboardView } from '@/components/dashboard/dashboard-address';
import { articleAddress, historyAddress } from '@/components/history/history-address';
import { dashboard as words } from '@/components/messages/dashboard';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { DomainError } from '@/lib/domain/errors';
import { requireActor } from '@/lib/server/access';
import { getDashboard } from '@/lib/server/dashboard/get-dashboard';

export const metadata: Metadata = { title: words.title };

type DashboardPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** How the checks of the team, or of one article, are getting on. */
export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const actor = await requireActor();
  const view = parseDashboardView(await searchParams);
  const figures = await getDashboard(actor, { ...view, now: new Date() }).catch(absent);
  if (figures === undefined) notFound();
  return (
    <>
      <PageHeader
        title={figures.title === null ? words.title : words.ofArticle(figures.title)}
        meta={figures.title === null ? words.meta(figures.articles) : undefined}
        actions={
          view.articleId === undefined ? undefined : (
            <>
              <ButtonLink href="/dashboard">{words.wholeTeam}</ButtonLink>
              <ButtonLink href={historyAddress(view.articleId)}>{words.toHistory}</ButtonLink>
              <ButtonLink href={articleAddress(view.articleId)}>{words.toArticle}</ButtonLink>
            </>
          )
        }
      />
      <PageBody>
        <DashboardView view={view} figures={figures} />
      </PageBody>
    </>
  );
}

function absent(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}

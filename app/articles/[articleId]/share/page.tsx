import type { Metadata } from 'next';
import { articleAddress } from '@/components/history/history-address';
import { share as words } from '@/components/messages/share';
import { PublicReport } from '@/components/share/PublicReport';
import { ShareLinkButton } from '@/components/share/ShareLinkButton';
import { ShareLinks } from '@/components/share/ShareLinks';
import { AppShell } from '@/components/shell/AppShell';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { can } from '@/lib/domain/policy';
import { requireSession } from '@/lib/server/access';
import { getArticle } from '@/lib/server/articles/get-article';
import { countQueue } from '@/lib/server/queue/count-queue';
import { findPublication } from '@/lib/server/reports/find-publication';
import { publicAddress } from '@/lib/server/sharing/public-page';
import { findShareLinks } from '@/lib/server/sharing/share-links';
import {
  correctAction,
  createShareLinkAction,
  publishAction,
  revokeShareLinkAction,
  takeAwayVersionAction,
  withdrawAction,
} from './actions';

export const metadata: Metadata = { title: words.title };

type SharePageProps = { readonly params: Promise<{ readonly articleId: string }> };

/** Who else may read the report of an article: by a link, or everybody. */
export default async function SharePage({ params }: SharePageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId } = await params;
  const permission = can(actor, 'report.share');
  const [article, queue, publication, links] = await Promise.all([
    getArticle(actor, articleId),
    countQueue(actor),
    findPublication(actor, articleId),
    permission.allowed ? findShareLinks(actor, articleId) : [],
  ]);
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.pageTitle(article.title)}
        actions={<ButtonLink href={articleAddress(articleId)}>{words.toArticle}</ButtonLink>}
      />
      <PageBody>
        {permission.allowed ? (
          <>
            <Section title={words.links.title} hint={words.links.hint}>
              <ShareLinks articleId={articleId} links={links} action={revokeShareLinkAction} />
              <ShareLinkButton articleId={articleId} action={createShareLinkAction} />
            </Section>
            <Section title={words.publication.title} hint={words.publication.hint}>
              <PublicReport
                articleId={articleId}
                publication={publication}
                address={publication === null ? null : publicAddress(publication.slug)}
                seq={article.seq}
                actions={{
                  publish: publishAction,
                  correct: correctAction,
                  withdraw: withdrawAction,
                  takeAway: takeAwayVersionAction,
                }}
              />
            </Section>
          </>
        ) : (
          <Notice tone="warn">{permission.reason}</Notice>
        )}
      </PageBody>
    </AppShell>
  );
}

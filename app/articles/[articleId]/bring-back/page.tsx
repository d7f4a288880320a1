import type { Metadata } from 'next';
import { BringBack } from '@/components/bring-back/BringBack';
import { articleAddress } from '@/components/history/history-address';
import { bringBack as words } from '@/components/messages/bring-back';
import { AppShell } from '@/components/shell/AppShell';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { can } from '@/lib/domain/policy';
import { requireSession } from '@/lib/server/access';
import { getArticle } from '@/lib/server/articles/get-article';
import { countQueue } from '@/lib/server/queue/count-queue';

export const metadata: Metadata = { title: words.title };

type BringBackPageProps = { readonly params: Promise<{ readonly articleId: string }> };

/** Where work that was done elsewhere comes back onto an article. */
export default async function BringBackPage({ params }: BringBackPageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId } = await params;
  const [article, queue] = await Promise.all([getArticle(actor, articleId), countQueue(actor)]);
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.pageTitle(article.title)}
        actions={<ButtonLink href={articleAddress(articleId)}>{words.toArticle}</ButtonLink>}
      />
      <PageBody>
        <BringBack
          articleId={articleId}
          mayBringBack={can(actor, 'annotation.create').allowed}
          mayRevise={can(actor, 'article.revise').allowed}
        />
      </PageBody>
    </AppShell>
  );
}

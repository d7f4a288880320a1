import type { Metadata } from 'next';
import { articleAddress } from '@/components/history/history-address';
import { revisions as words } from '@/components/messages/revisions';
import { TextDesk } from '@/components/revisions/TextDesk';
import { AppShell } from '@/components/shell/AppShell';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { EmptyState } from '@/components/ui/EmptyState';
import { can } from '@/lib/domain/policy';
import { requireSession } from '@/lib/server/access';
import { getCurrentText } from '@/lib/server/articles/get-current-text';
import { countQueue } from '@/lib/server/queue/count-queue';

export const metadata: Metadata = { title: words.list.edit };

type EditPageProps = { readonly params: Promise<{ readonly articleId: string }> };

/** The text of an article, to be changed by an editor; what is changed is saved as one revision. */
export default async function EditPage({ params }: EditPageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId } = await params;
  const [{ article, revision, seq }, queue] = await Promise.all([
    getCurrentText(actor, articleId),
    countQueue(actor),
  ]);
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      {can(actor, 'article.revise').allowed ? (
        <TextDesk key={revision.id} actor={actor} article={article} revision={revision} seq={seq} />
      ) : (
        <>
          <PageHeader title={words.edit.title(article.title)} />
          <PageBody width="reading">
            <EmptyState
              title={words.edit.notYours}
              actions={<ButtonLink href={articleAddress(articleId)}>{words.toArticle}</ButtonLink>}
            />
          </PageBody>
        </>
      )}
    </AppShell>
  );
}

import type { Metadata } from 'next';
import { bringBackAddress } from '@/components/bring-back/bring-back-address';
import { articleAddress } from '@/components/history/history-address';
import { reportBuilder as words } from '@/components/messages/report-builder';
import { ReportBuilder } from '@/components/report/ReportBuilder';
import { AppShell } from '@/components/shell/AppShell';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { can } from '@/lib/domain/policy';
import { requireSession } from '@/lib/server/access';
import { getArticle } from '@/lib/server/articles/get-article';
import { findExports } from '@/lib/server/exports/find-exports';
import { countQueue } from '@/lib/server/queue/count-queue';
import { findReportPresets } from '@/lib/server/reports/presets';

export const metadata: Metadata = { title: words.title };

type ReportPageProps = { readonly params: Promise<{ readonly articleId: string }> };

/** Where the report of an article is put together and fetched in any format. */
export default async function ReportPage({ params }: ReportPageProps) {
  const { actor, teamName, teamMark } = await requireSession();
  const { articleId } = await params;
  const [article, presets, exports, queue] = await Promise.all([
    getArticle(actor, articleId),
    findReportPresets(actor),
    findExports(actor, articleId),
    countQueue(actor),
  ]);
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} active="articles" counts={{ queue }}>
      <PageHeader
        title={words.pageTitle(article.title)}
        actions={
          <>
            <ButtonLink href={bringBackAddress(articleId)}>{words.bringBack}</ButtonLink>
            <ButtonLink href={articleAddress(articleId)}>{words.toArticle}</ButtonLink>
          </>
        }
      />
      <PageBody>
        <ReportBuilder
          articleId={articleId}
          revision={article.revision}
          presets={presets}
          exports={exports.items}
          maySavePresets={can(actor, 'report.save_preset').allowed}
        />
      </PageBody>
    </AppShell>
  );
}

import type { Metadata } from 'next';
import { ImportDesk } from '@/components/articles/ImportDesk';
import { imports as importsWords } from '@/components/messages/imports';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { EmptyState } from '@/components/ui/EmptyState';
import { can } from '@/lib/domain/policy';
import { requireActor } from '@/lib/server/access';
import { authSecret } from '@/lib/server/env';
import { instanceKey, publicKeyOf } from '@/lib/server/reports/instance-key';

export const metadata: Metadata = { title: importsWords.title };

/** The import of an article. */
export default async function ImportPage() {
  const actor = await requireActor();
  const permission = can(actor, 'article.import');
  const words = importsWords;
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.meta}
        actions={
          <ButtonLink href="/articles" variant="ghost">
            {words.back}
          </ButtonLink>
        }
      />
      {permission.allowed ? (
        <ImportDesk ownKey={publicKeyOf(instanceKey(authSecret()))} />
      ) : (
        <PageBody>
          <EmptyState title={permission.reason} />
        </PageBody>
      )}
    </>
  );
}

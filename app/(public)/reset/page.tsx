import type { Metadata } from 'next';
import { ResetForm } from '@/components/account/ResetForm';
import { entrance as entranceWords } from '@/components/messages/entrance';
import { PublicPage } from '@/components/shell/PublicPage';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { oneOf, type SearchParams } from '@/lib/server/search-params';
import { findOpenReset } from '@/lib/server/team/reset-password';
import { resetAction } from './actions';

const words = entranceWords;

export const metadata: Metadata = { title: words.reset.title };

/** A new password by a link. */
export default async function ResetPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const token = oneOf((await searchParams).token) ?? '';
  const reset = await findOpenReset(token);
  if (reset === undefined) {
    return (
      <PublicPage title={words.reset.gone.title} lead={words.reset.gone.lead}>
        <ButtonLink href="/sign-in" size="lg">
          {words.toSignIn}
        </ButtonLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={words.reset.title} lead={words.reset.lead(reset.email)}>
      <ResetForm action={resetAction} token={token} email={reset.email} />
    </PublicPage>
  );
}

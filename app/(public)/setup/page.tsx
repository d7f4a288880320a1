import type { Metadata } from 'next';
import { SetUpForm } from '@/components/account/SetUpForm';
import { entrance as entranceWords } from '@/components/messages/entrance';
import { PublicPage } from '@/components/shell/PublicPage';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { oneOf, type SearchParams } from '@/lib/server/search-params';
import { findSetUpState } from '@/lib/server/team/set-up-team';
import { setUpAction } from './actions';

const words = entranceWords;

export const metadata: Metadata = { title: words.setUp.title };

/** The first account of this Galley, for whoever holds the link that was printed. */
export default async function SetUpPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const token = oneOf((await searchParams).token) ?? '';
  const state = await findSetUpState(token);
  if (state === 'wrong') return <PublicPage title={words.setUp.wrong.title} lead={words.setUp.wrong.lead} />;
  if (state === 'done') {
    return (
      <PublicPage title={words.setUp.done.title} lead={words.setUp.done.lead}>
        <ButtonLink href="/sign-in" variant="primary" size="lg">
          {words.toSignIn}
        </ButtonLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={words.setUp.title} lead={words.setUp.lead}>
      <SetUpForm action={setUpAction} token={token} />
    </PublicPage>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/account/SignInForm';
import { entrance as entranceWords } from '@/components/messages/entrance';
import { PublicPage } from '@/components/shell/PublicPage';
import { Notice } from '@/components/ui/Notice';
import { currentSession } from '@/lib/server/access';
import { oneOf, type SearchParams } from '@/lib/server/search-params';
import { safePath } from '@/lib/server/sign-in-path';
import { findSetUpState } from '@/lib/server/team/set-up-team';

const words = entranceWords;

export const metadata: Metadata = { title: words.signIn.title };

/** Signing in; whoever is signed in already goes on. */
export default async function SignInPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { from, callbackUrl, after } = await searchParams;
  const to = safePath(oneOf(from) ?? oneOf(callbackUrl));
  if ((await currentSession()) !== undefined) redirect(to);
  const hasAccounts = (await findSetUpState('')) === 'done';
  return (
    <PublicPage title={words.signIn.title} foot={hasAccounts ? words.signIn.forgot : undefined}>
      {oneOf(after) === 'reset' ? (
        <Notice tone="ok" className="mb-4">
          {words.signIn.afterReset}
        </Notice>
      ) : null}
      {hasAccounts ? <SignInForm to={to} /> : <Notice>{words.signIn.noAccount}</Notice>}
    </PublicPage>
  );
}

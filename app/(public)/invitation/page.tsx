import type { Metadata } from 'next';
import { InvitationForm } from '@/components/account/InvitationForm';
import { JoinForm, SignOutTo } from '@/components/account/JoinForm';
import { messages } from '@/components/messages';
import { entrance as entranceWords } from '@/components/messages/entrance';
import { PublicPage } from '@/components/shell/PublicPage';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { currentSession } from '@/lib/server/access';
import { oneOf, type SearchParams } from '@/lib/server/search-params';
import { signInPath } from '@/lib/server/sign-in-path';
import { findOpenInvitation } from '@/lib/server/team/find-invitation';
import { acceptAction, joinAction } from './actions';

const words = entranceWords.invitation;

export const metadata: Metadata = { title: messages.shell.product };

/** An invitation: a new account, or one more team for an account that is there. */
export default async function InvitationPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const token = oneOf((await searchParams).token) ?? '';
  const invitation = await findOpenInvitation(token);
  if (invitation === undefined) return <PublicPage title={words.gone.title} lead={words.gone.lead} />;
  const { email, name, role, teamName, hasAccount } = invitation;
  const title = words.title(teamName);
  const session = await currentSession();
  const path = `/invitation?token=${encodeURIComponent(token)}`;

  if (session !== undefined && session.email !== email) {
    const lead = `${words.signedInAs(session.email)} ${words.other(email)}`;
    return (
      <PublicPage title={title} lead={lead}>
        <SignOutTo path={path} />
      </PublicPage>
    );
  }
  if (session !== undefined) {
    return (
      <PublicPage title={title} lead={`${words.lead(role)} ${words.signedInAs(email)}`}>
        <JoinForm action={joinAction} token={token} />
      </PublicPage>
    );
  }
  if (hasAccount) {
    return (
      <PublicPage title={title} lead={`${words.lead(role)} ${words.hasAccount(email)}`}>
        <ButtonLink href={signInPath(path)} variant="primary" size="lg">
          {words.signIn}
        </ButtonLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={title} lead={words.lead(role)}>
      <InvitationForm action={acceptAction} token={token} email={email} name={name} />
    </PublicPage>
  );
}

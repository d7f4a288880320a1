import type { Metadata } from 'next';
import { NameForm } from '@/components/account/NameForm';
import { SessionList, TeamList, TokenList } from '@/components/account/OwnLists';
import { PasswordForm } from '@/components/account/PasswordForm';
import { ThemeChoice } from '@/components/account/ThemeChoice';
import { messages } from '@/components/messages';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { Section } from '@/components/ui/Section';
import { requireSession } from '@/lib/server/access';
import { findApiTokens } from '@/lib/server/team/api-tokens';
import { findSessions } from '@/lib/server/team/find-sessions';
import { findOwnTeams } from '@/lib/server/team/find-team';
import {
  changeNameAction,
  changePasswordAction,
  endSessionAction,
  revokeTokenAction,
  switchTeamAction,
} from './actions';

export const metadata: Metadata = { title: messages.account.title };

/** What belongs to the signed-in person: name, password, sessions, appearance, teams, tokens. */
export default async function AccountPage() {
  const session = await requireSession();
  const { actor, email } = session;
  const [sessions, teams, tokens] = await Promise.all([
    findSessions(actor),
    findOwnTeams(actor),
    findApiTokens(actor),
  ]);
  const words = messages.account;
  return (
    <>
      <PageHeader title={words.title} meta={email} />
      <PageBody>
        <Section title={words.name.title} hint={words.name.hint}>
          <NameForm action={changeNameAction} name={actor.name} email={email} />
        </Section>
        <Section title={words.password.title} hint={words.password.hint}>
          <PasswordForm action={changePasswordAction} email={email} />
        </Section>
        <Section title={words.sessions.title} hint={words.sessions.hint}>
          <SessionList sessions={sessions} hereId={session.id} action={endSessionAction} />
        </Section>
        <Section title={words.theme.title} hint={words.theme.hint}>
          <ThemeChoice />
        </Section>
        {teams.length < 2 ? null : (
          <Section title={words.teams.title} hint={words.teams.hint}>
            <TeamList teams={teams} hereId={actor.teamId} action={switchTeamAction} />
          </Section>
        )}
        <Section title={words.tokens.title} hint={words.tokens.hint}>
          <TokenList tokens={tokens} action={revokeTokenAction} />
        </Section>
      </PageBody>
    </>
  );
}

import type { Metadata } from 'next';
import { NameForm } from '@/components/account/NameForm';
import { SessionList, TeamList, TokenList } from '@/components/account/OwnLists';
import { PasswordForm } from '@/components/account/PasswordForm';
import { SecondFactor } from '@/components/account/SecondFactor';
import { SingleKeysChoice } from '@/components/account/SingleKeysChoice';
import { ThemeChoice } from '@/components/account/ThemeChoice';
import { TokenButton } from '@/components/account/TokenButton';
import { NotificationForm } from '@/components/inbox/NotificationForm';
import { account as accountWords } from '@/components/messages/account';
import { inbox as inboxWords } from '@/components/messages/inbox';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { requireSession } from '@/lib/server/access';
import { mailSettings } from '@/lib/server/env';
import { getNotificationSettings } from '@/lib/server/inbox/notification-settings';
import { findApiTokens } from '@/lib/server/team/api-tokens';
import { findSecondFactor } from '@/lib/server/team/find-second-factor';
import { findSessions } from '@/lib/server/team/find-sessions';
import { findOwnTeams } from '@/lib/server/team/find-team';
import {
  beginSecondFactorAction,
  changeNameAction,
  changeNotificationsAction,
  changePasswordAction,
  confirmSecondFactorAction,
  createTokenAction,
  endSessionAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
  revokeTokenAction,
  switchTeamAction,
} from './actions';

export const metadata: Metadata = { title: accountWords.title };

const secondFactorActions = {
  begin: beginSecondFactorAction,
  confirm: confirmSecondFactorAction,
  renew: renewRecoveryCodesAction,
  remove: removeSecondFactorAction,
};

/**
 * What belongs to the signed-in person: name, password, second factor, sessions, appearance, teams, tokens. Whoever must
 * set up a second factor first sees that alone; its section keeps its place, so that the recovery codes stay on the screen.
 */
export default async function AccountPage() {
  const session = await requireSession({ beforeSecondFactor: true });
  const { actor, email, needsSecondFactor } = session;
  const [factor, sessions, teams, tokens, settings] = await Promise.all([
    findSecondFactor(actor),
    findSessions(actor),
    findOwnTeams(actor),
    findApiTokens(actor),
    getNotificationSettings(actor),
  ]);
  const words = accountWords;
  const notifications = inboxWords.form;
  return (
    <>
      <PageHeader title={words.title} meta={email} />
      <PageBody>
        {needsSecondFactor ? null : (
          <>
            <Section title={words.name.title} hint={words.name.hint}>
              <NameForm action={changeNameAction} name={actor.name} email={email} />
            </Section>
            <Section title={words.password.title} hint={words.password.hint}>
              <PasswordForm action={changePasswordAction} email={email} hasSecondFactor={factor.isOn} />
            </Section>
          </>
        )}
        <Section title={words.secondFactor.title} hint={words.secondFactor.hint}>
          {needsSecondFactor ? (
            <Notice tone="warn" className="mb-4">
              {words.secondFactor.required}
            </Notice>
          ) : null}
          <SecondFactor {...factor} actions={secondFactorActions} />
        </Section>
        {needsSecondFactor ? null : (
          <>
            <Section title={words.sessions.title} hint={words.sessions.hint}>
              <SessionList sessions={sessions} hereId={session.id} action={endSessionAction} />
            </Section>
            <Section id="notifications" title={notifications.title} hint={notifications.hint}>
              <NotificationForm
                action={changeNotificationsAction}
                settings={settings}
                canMail={mailSettings() !== undefined}
              />
            </Section>
            <Section title={words.theme.title} hint={words.theme.hint}>
              <ThemeChoice />
            </Section>
            <Section title={words.keys.title} hint={words.keys.hint}>
              <SingleKeysChoice />
            </Section>
            {teams.length < 2 ? null : (
              <Section title={words.teams.title} hint={words.teams.hint}>
                <TeamList teams={teams} hereId={actor.teamId} action={switchTeamAction} />
              </Section>
            )}
            <Section
              title={words.tokens.title}
              hint={
                <>
                  {words.tokens.hint}{' '}
                  <a href="/api/v1/openapi.json" className="underline underline-offset-2 hover:text-ink">
                    {words.tokens.described}
                  </a>
                </>
              }
            >
              <TokenList tokens={tokens} action={revokeTokenAction} />
              <TokenButton action={createTokenAction} />
            </Section>
          </>
        )}
      </PageBody>
    </>
  );
}

import type { Metadata } from 'next';
import { scales as scalesWords } from '@/components/messages/scales';
import { team as teamWords } from '@/components/messages/team';
import { webhooks as webhooksWords } from '@/components/messages/webhooks';
import { PageBody } from '@/components/shell/PageBody';
import { PageHeader } from '@/components/shell/PageHeader';
import { AdmiraltyCode } from '@/components/team/AdmiraltyCode';
import { BlindSecondCheck } from '@/components/team/BlindSecondCheck';
import { InviteButton } from '@/components/team/InviteButton';
import { Members } from '@/components/team/Members';
import { OwnerFactor } from '@/components/team/OwnerFactor';
import { PendingInvitations } from '@/components/team/PendingInvitations';
import { RecheckForm } from '@/components/team/RecheckForm';
import { RenameForm } from '@/components/team/RenameForm';
import { Scales } from '@/components/team/Scales';
import { Button } from '@/components/ui/Button';
import { ButtonLink } from '@/components/ui/ButtonLink';
import { Section } from '@/components/ui/Section';
import { can, reasonOf } from '@/lib/domain/policy';
import { requireSession } from '@/lib/server/access';
import { usesAdmiraltyCode } from '@/lib/server/team/change-admiralty-code';
import { findCheckRules } from '@/lib/server/team/find-check-rules';
import { findSecondFactor } from '@/lib/server/team/find-second-factor';
import { findMembers, findPendingInvitations } from '@/lib/server/team/find-team';
import { isOwnerFactorRequired } from '@/lib/server/team/require-owner-factor';
import { getRecheckDays } from '@/lib/server/team/set-recheck-days';
import {
  admiraltyCodeAction,
  archiveScaleAction,
  blindSecondCheckAction,
  changeRoleAction,
  chooseScaleAction,
  disableAction,
  enableAction,
  inviteAction,
  recheckDaysAction,
  renameTeamAction,
  requireOwnerFactorAction,
  resetLinkAction,
  saveScaleAction,
  setBeatAction,
  withdrawAction,
} from './actions';

export const metadata: Metadata = { title: teamWords.title };

const actions = {
  invite: inviteAction,
  withdraw: withdrawAction,
  changeRole: changeRoleAction,
  disable: disableAction,
  enable: enableAction,
  resetLink: resetLinkAction,
  setBeat: setBeatAction,
  rename: renameTeamAction,
};
const scaleActions = { save: saveScaleAction, choose: chooseScaleAction, archive: archiveScaleAction };

/** The people of the team, invitations, and the team's name. */
export default async function TeamPage() {
  const { actor, teamName } = await requireSession();
  const [
    { items: members },
    { items: invitations },
    isFactorRequired,
    ownFactor,
    isCodeUsed,
    rules,
    recheckDays,
  ] = await Promise.all([
    findMembers(actor),
    findPendingInvitations(actor),
    isOwnerFactorRequired(actor),
    findSecondFactor(actor),
    usesAdmiraltyCode(actor),
    findCheckRules(actor),
    getRecheckDays(actor),
  ]);
  const words = teamWords;
  const changeRules = can(actor, 'team.change_rules');
  const rename = can(actor, 'team.rename');
  const requireFactor = can(actor, 'team.require_second_factor');
  // Whoever may invite anybody may invite viewers; the form says which other roles.
  const invite = can(actor, 'team.invite', { targetRole: 'viewer' });
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.people(members.filter(({ disabledAt }) => disabledAt === null).length)}
        actions={invite.allowed ? <InviteButton actor={actor} action={actions.invite} /> : undefined}
      />
      <PageBody>
        <Section title={words.membersTitle} hint={words.membersHint}>
          <Members actor={actor} members={members} actions={actions} />
        </Section>
        <Section title={words.pending.title} hint={words.pending.hint}>
          <PendingInvitations actor={actor} invitations={invitations} action={actions.withdraw} />
          {invite.allowed ? null : (
            <div className="mt-4">
              <Button reason={invite.reason}>{words.invite.open}</Button>
            </div>
          )}
        </Section>
        <Section title={scalesWords.blind.title} hint={scalesWords.blind.hint}>
          <BlindSecondCheck
            action={blindSecondCheckAction}
            isBlind={rules.isBlind}
            reason={reasonOf(changeRules)}
          />
        </Section>
        <Section title={scalesWords.title} hint={scalesWords.hint}>
          <Scales scales={rules.scales} actions={scaleActions} reason={reasonOf(changeRules)} />
        </Section>
        <Section title={words.ownerFactor.title} hint={words.ownerFactor.hint}>
          <OwnerFactor
            action={requireOwnerFactorAction}
            isRequired={isFactorRequired}
            hasOwn={ownFactor.isOn}
            reason={reasonOf(requireFactor)}
          />
        </Section>
        <Section title={words.admiralty.title} hint={words.admiralty.hint}>
          <AdmiraltyCode action={admiraltyCodeAction} isUsed={isCodeUsed} reason={reasonOf(changeRules)} />
        </Section>
        <Section title={words.recheck.title} hint={words.recheck.hint}>
          <RecheckForm
            key={recheckDays}
            action={recheckDaysAction}
            days={recheckDays}
            reason={reasonOf(changeRules)}
          />
        </Section>
        {can(actor, 'team.webhooks').allowed ? (
          <Section title={webhooksWords.title} hint={webhooksWords.hint}>
            <ButtonLink href="/team/webhooks">{webhooksWords.open}</ButtonLink>
          </Section>
        ) : null}
        <Section title={words.rename.title} hint={words.rename.hint}>
          <RenameForm action={actions.rename} name={teamName} reason={reasonOf(rename)} />
        </Section>
      </PageBody>
    </>
  );
}

'use client';

import { Ban, Compass, Ellipsis, KeyRound, UserCheck, UserCog } from 'lucide-react';
import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { can, reasonOf } from '@/lib/domain/policy';
import { useSend } from '../account/use-send';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { buttonClass } from '../ui/button-class';
import { CopyField } from '../ui/CopyField';
import { Dialog } from '../ui/Dialog';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu';
import { useToast } from '../ui/Toast';
import { BeatDialog } from './BeatDialog';
import type { MemberLine } from './Members';
import { RoleDialog } from './RoleDialog';
import type { TeamActions } from './team-actions';

type MemberMenuProps = { readonly actor: Actor; readonly member: MemberLine; readonly actions: TeamActions };

/** What may be done about a member; what the rule book forbids is there, with its reason. */
export function MemberMenu({ actor, member, actions }: MemberMenuProps) {
  const [, send] = useSend();
  const toast = useToast();
  const [isChoosing, setChoosing] = useState(false);
  const [isBeatOpen, setBeatOpen] = useState(false);
  const [resetUrl, setResetUrl] = useState<string>();
  const words = teamWords;
  const { id: userId, name } = member;
  const forRole = reasonOf(can(actor, 'team.change_role', { targetUserId: userId }));
  const forAccess = reasonOf(can(actor, 'team.disable', { targetUserId: userId }));

  function disable() {
    const onUndo = () => enable();
    send(actions.disable, { userId }, () => toast.show({ message: words.disabledToast(name), onUndo }));
  }

  function enable() {
    send(actions.enable, { userId }, () => toast.show({ message: words.enabledToast(name) }));
  }

  return (
    <>
      <Menu align="end" trigger={<MenuButton label={words.member.menu(name)} />}>
        <MenuItem icon={<UserCog aria-hidden />} reason={forRole} onSelect={() => setChoosing(true)}>
          {words.member.changeRole}
        </MenuItem>
        <MenuItem
          icon={<Compass aria-hidden />}
          reason={reasonOf(can(actor, 'team.set_beat', { targetUserId: userId }))}
          onSelect={() => setBeatOpen(true)}
        >
          {words.beat.open}
        </MenuItem>
        <MenuItem
          icon={<KeyRound aria-hidden />}
          reason={forAccess}
          onSelect={() => send(actions.resetLink, { userId }, (made) => setResetUrl(made.resetUrl))}
        >
          {words.member.resetLink}
        </MenuItem>
        <MenuSeparator />
        {member.disabledAt === null ? (
          <MenuItem
            icon={<Ban aria-hidden />}
            danger={forAccess === undefined}
            reason={forAccess}
            onSelect={disable}
          >
            {words.member.disable}
          </MenuItem>
        ) : (
          <MenuItem icon={<UserCheck aria-hidden />} reason={forAccess} onSelect={enable}>
            {words.member.enable}
          </MenuItem>
        )}
      </Menu>
      {isBeatOpen ? (
        <BeatDialog member={member} action={actions.setBeat} onClose={() => setBeatOpen(false)} />
      ) : null}
      <RoleDialog member={member} open={isChoosing} onOpenChange={setChoosing} action={actions.changeRole} />
      <Dialog
        open={resetUrl !== undefined}
        onOpenChange={(open) => (open ? undefined : setResetUrl(undefined))}
        title={words.resetDialog.title(name)}
        description={words.resetDialog.lead}
        actions={
          <Button variant="primary" onClick={() => setResetUrl(undefined)}>
            {words.resetDialog.done}
          </Button>
        }
      >
        <CopyField label={words.resetDialog.label} value={resetUrl ?? ''} />
      </Dialog>
    </>
  );
}

function MenuButton({ label, ...rest }: { readonly label: string }) {
  return (
    <button {...rest} type="button" aria-label={label} className={`${buttonClass('ghost', 'sm')} px-1.5!`}>
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
}

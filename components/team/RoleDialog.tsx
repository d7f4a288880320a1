'use client';

import { useId } from 'react';
import { type Member, roles } from '@/lib/domain/team';
import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { messages } from '../messages';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { RadioGroup } from '../ui/RadioGroup';
import { useToast } from '../ui/Toast';

type RoleDialogProps = {
  readonly member: Member;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly action: FormAction;
};

/** Gives a member another role. */
export function RoleDialog({ member, open, onOpenChange, action }: RoleDialogProps) {
  const formId = useId();
  const [busy, send] = useSend();
  const toast = useToast();
  const words = teamWords;

  function submit(form: FormData) {
    const role = roles.find((candidate) => candidate === form.get('role')) ?? member.role;
    send(action, { userId: member.id, role }, () => {
      onOpenChange(false);
      toast.show({ message: words.roleToast(member.name, messages.shell.roles[role]) });
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.roleDialog.title(member.name)}
      size="sm"
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{messages.ui.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {busy ? words.roleDialog.busy : words.roleDialog.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <RadioGroup
          name="role"
          label={words.roleDialog.label}
          hideLabel
          defaultValue={member.role}
          options={roles.map((role) => ({
            value: role,
            label: messages.shell.roles[role],
            hint: words.roleHints[role],
          }))}
        />
      </form>
    </Dialog>
  );
}

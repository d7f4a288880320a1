'use client';

import type { Actor } from '@/lib/domain/actor';
import { can } from '@/lib/domain/policy';
import { roles } from '@/lib/domain/team';
import { FormProblem } from '../account/FormProblem';
import { faultOf, typedIn } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { messages } from '../messages';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { RadioGroup } from '../ui/RadioGroup';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';
import type { TeamActions } from './team-actions';

type InviteFormProps = {
  readonly actor: Actor;
  readonly action: TeamActions['invite'];
  readonly onAnother: () => void;
  readonly onDone: () => void;
};

/** Asks whom to invite as what, then shows the link to send. */
export function InviteForm({ actor, action, onAnother, onDone }: InviteFormProps) {
  const [state, send] = useSentForm(action);
  const words = teamWords.invite;
  if (state.status === 'done') {
    return (
      <div className="flex flex-col gap-4">
        <p role="status">{words.made(state.result.email)}</p>
        <CopyField label={words.link} value={state.result.invitationUrl} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onAnother}>{words.another}</Button>
          <Button variant="primary" onClick={onDone}>
            {words.done}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <TextField
        label={words.email}
        id="email"
        name="email"
        type="email"
        autoComplete="off"
        required
        defaultValue={typedIn(state, 'email')}
        error={faultOf(state, 'email')}
      />
      <TextField
        label={words.name}
        optional
        id="name"
        name="name"
        autoComplete="off"
        maxLength={120}
        defaultValue={typedIn(state, 'name')}
        error={faultOf(state, 'name')}
      />
      <RadioGroup
        name="role"
        label={words.role}
        defaultValue={typedIn(state, 'role') ?? 'reviewer'}
        error={faultOf(state, 'role')}
        options={roles.map((role) => roleOption(actor, role))}
      />
      <div className="flex justify-end">
        <SubmitButton busyLabel={words.busy}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}

function roleOption(actor: Actor, role: (typeof roles)[number]) {
  const permission = can(actor, 'team.invite', { targetRole: role });
  const label = messages.shell.roles[role];
  return permission.allowed
    ? { value: role, label, hint: teamWords.roleHints[role] }
    : { value: role, label, hint: permission.reason, disabled: true };
}

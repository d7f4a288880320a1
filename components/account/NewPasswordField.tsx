import type { FormState } from '@/lib/domain/form-state';
import { entrance as words } from '../messages/entrance';
import { PasswordField } from '../ui/PasswordField';
import { faultOf } from './form-action';

type NewPasswordFieldProps = { readonly label: string; readonly state: FormState<unknown> };

/** A password that is chosen, with what it must be like, until there is something to say against it. */
export function NewPasswordField({ label, state }: NewPasswordFieldProps) {
  const fault = faultOf(state, 'password');
  return (
    <PasswordField
      label={label}
      hint={fault === undefined ? words.passwordHint : undefined}
      id="password"
      name="password"
      autoComplete="new-password"
      required
      error={fault}
    />
  );
}

'use client';

import { useId, useState } from 'react';
import { messages } from '../messages';
import { account as accountWords } from '../messages/account';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { Dialog } from '../ui/Dialog';
import { PasswordField } from '../ui/PasswordField';
import { CodeField } from './CodeField';
import { FormProblem } from './FormProblem';
import { type FormAction, faultOf } from './form-action';
import { useCheckedForm } from './use-checked-form';

/** What an authenticator app takes in: the secret to type, and a picture of its QR code. */
export type OfferedFactor = { readonly secret: string; readonly qrCode: string };

type SetUpFactorProps = {
  readonly onOpenChange: (open: boolean) => void;
  readonly begin: FormAction<OfferedFactor>;
  readonly confirm: FormAction<readonly string[]>;
  readonly onDone: (recoveryCodes: readonly string[]) => void;
};

/** From the password to the secret in an app, and to the first code that the app shows. */
export function SetUpFactorDialog({ open, ...rest }: SetUpFactorProps & { readonly open: boolean }) {
  // Made anew each time it opens: a secret that was left behind is gone.
  return open ? <OpenSetUp {...rest} /> : null;
}

function OpenSetUp({ onOpenChange, begin, confirm, onDone }: SetUpFactorProps) {
  const [offered, setOffered] = useState<OfferedFactor>();
  const cancel = () => onOpenChange(false);
  return offered === undefined ? (
    <PasswordStep action={begin} onCancel={cancel} onDone={setOffered} />
  ) : (
    <AppStep action={confirm} offered={offered} onCancel={cancel} onDone={onDone} />
  );
}

type StepProps<Result> = {
  readonly action: FormAction<Result>;
  readonly onCancel: () => void;
  readonly onDone: (result: Result) => void;
};

function PasswordStep({ action, onCancel, onDone }: StepProps<OfferedFactor>) {
  const formId = useId();
  const { state, busy, onSubmit } = useCheckedForm(action, onDone);
  const words = accountWords.secondFactor.setUp;
  return (
    <Dialog
      open
      onOpenChange={onCancel}
      title={words.title}
      description={words.passwordLead}
      size="sm"
      actions={
        <>
          <Button onClick={onCancel}>{messages.ui.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {busy ? words.nextBusy : words.next}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <FormProblem state={state} />
        <PasswordField
          label={accountWords.password.old}
          id="ownPassword"
          name="ownPassword"
          autoComplete="current-password"
          error={faultOf(state, 'ownPassword')}
        />
      </form>
    </Dialog>
  );
}

function AppStep({
  action,
  offered,
  onCancel,
  onDone,
}: StepProps<readonly string[]> & { readonly offered: OfferedFactor }) {
  const formId = useId();
  const { state, busy, onSubmit } = useCheckedForm(action, onDone);
  const words = accountWords.secondFactor.setUp;
  return (
    <Dialog
      open
      onOpenChange={onCancel}
      title={words.title}
      description={words.appLead}
      size="sm"
      actions={
        <>
          <Button onClick={onCancel}>{messages.ui.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {busy ? words.submitBusy : words.submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <FormProblem state={state} />
        {/* biome-ignore lint/performance/noImgElement: a picture in the page itself has nothing to be made smaller */}
        <img
          src={offered.qrCode}
          alt={words.qrCode}
          width={192}
          height={192}
          className="self-center rounded-lg border"
        />
        <CopyField label={words.secret} value={grouped(offered.secret)} />
        <CodeField appOnly takesFocus state={state} />
      </form>
    </Dialog>
  );
}

/** In groups of four, which are easier to type; apps ignore the spaces. */
function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

'use client';

import { useState } from 'react';
import { account as accountWords } from '../messages/account';
import { CopyField } from '../ui/CopyField';
import { CodeField } from './CodeField';
import type { FormAction } from './form-action';
import { OwnPasswordField, StepDialog } from './StepDialog';

const words = accountWords.secondFactor.setUp;

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

function PasswordStep(props: StepProps<OfferedFactor>) {
  const { title, passwordLead: lead, next: submit, nextBusy: busy } = words;
  return (
    <StepDialog {...props} words={{ title, lead, submit, busy }}>
      {(state) => <OwnPasswordField state={state} />}
    </StepDialog>
  );
}

function AppStep({ offered, ...props }: StepProps<readonly string[]> & { readonly offered: OfferedFactor }) {
  const { title, appLead: lead, submit, submitBusy: busy } = words;
  return (
    <StepDialog {...props} words={{ title, lead, submit, busy }}>
      {(state) => (
        <>
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
        </>
      )}
    </StepDialog>
  );
}

/** In groups of four, which are easier to type; apps ignore the spaces. */
function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

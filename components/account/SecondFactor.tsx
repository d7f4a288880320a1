'use client';

import { useState } from 'react';
import { account as accountWords } from '../messages/account';
import { Button } from '../ui/Button';
import { StatusChip } from '../ui/StatusChip';
import { useToast } from '../ui/Toast';
import type { FormAction } from './form-action';
import { PasswordAndCodeDialog } from './PasswordAndCodeDialog';
import { RecoveryCodesDialog } from './RecoveryCodesDialog';
import { type OfferedFactor, SetUpFactorDialog } from './SetUpFactorDialog';

type SecondFactorProps = {
  readonly isOn: boolean;
  readonly codesLeft: number;
  readonly actions: {
    readonly begin: FormAction<OfferedFactor>;
    readonly confirm: FormAction<readonly string[]>;
    readonly renew: FormAction<readonly string[]>;
    readonly remove: FormAction;
  };
};

/** Sets one's second factor up, gives new recovery codes, removes it. */
export function SecondFactor({ isOn, codesLeft, actions }: SecondFactorProps) {
  const [open, setOpen] = useState<'set_up' | 'renew' | 'remove'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const toast = useToast();
  const words = accountWords.secondFactor;
  const opener = (which: typeof open) => (isOpen: boolean) => setOpen(isOpen ? which : undefined);

  function show(made: readonly string[]) {
    setOpen(undefined);
    setCodes(made);
  }

  function sayRemoved() {
    setOpen(undefined);
    toast.show({ message: words.remove.done });
  }

  return (
    <div className="flex flex-col items-start gap-3">
      {isOn ? (
        <>
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <StatusChip tone="green">{words.on}</StatusChip>
            <span className={codesLeft < 3 ? 'text-warn' : 'text-ink-2'}>{words.left(codesLeft)}</span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen('renew')}>{words.renew.open}</Button>
            <Button variant="danger" onClick={() => setOpen('remove')}>
              {words.remove.open}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="text-ink-2">{words.off}</p>
          <Button onClick={() => setOpen('set_up')}>{words.setUp.open}</Button>
        </>
      )}
      <SetUpFactorDialog
        open={open === 'set_up'}
        onOpenChange={opener('set_up')}
        begin={actions.begin}
        confirm={actions.confirm}
        onDone={show}
      />
      <PasswordAndCodeDialog
        open={open === 'renew'}
        onOpenChange={opener('renew')}
        action={actions.renew}
        onDone={show}
        words={words.renew}
      />
      <PasswordAndCodeDialog
        open={open === 'remove'}
        onOpenChange={opener('remove')}
        action={actions.remove}
        onDone={sayRemoved}
        words={words.remove}
        danger
      />
      <RecoveryCodesDialog codes={codes} onClose={() => setCodes(undefined)} />
    </div>
  );
}

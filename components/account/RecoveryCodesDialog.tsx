'use client';

import { account as accountWords } from '../messages/account';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { Dialog } from '../ui/Dialog';

type RecoveryCodesProps = { readonly codes: readonly string[] | undefined; readonly onClose: () => void };

/** Shows recovery codes, this once. */
export function RecoveryCodesDialog({ codes, onClose }: RecoveryCodesProps) {
  const words = accountWords.secondFactor.codes;
  return (
    <Dialog
      open={codes !== undefined}
      onOpenChange={onClose}
      title={words.title}
      description={words.lead}
      size="sm"
      actions={
        <Button variant="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <ol className="mb-4 grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg border bg-wash px-4 py-3 font-mono text-sm">
        {codes?.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <CopyField label={words.all} value={codes?.join(' ') ?? ''} />
    </Dialog>
  );
}

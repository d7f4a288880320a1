'use client';

import type { SignOffDraft } from '@/lib/workbench/sign-off-draft';
import { signOff as words } from '../../messages/sign-off';
import { Checkbox } from '../../ui/Checkbox';
import { TextArea } from '../../ui/TextArea';

type OverrideFieldsProps = {
  readonly draft: SignOffDraft;
  readonly onChange: (changes: Partial<SignOffDraft>) => void;
};

/** An owner's way past what stands against the sign-off: open, with a reason. */
export function OverrideFields({ draft, onChange }: OverrideFieldsProps) {
  return (
    <div className="flex flex-col gap-2 border-t pt-3">
      <Checkbox
        label={words.override}
        hint={words.overrideHint}
        checked={draft.isOverride}
        onChange={(event) => onChange({ isOverride: event.target.checked })}
      />
      {draft.isOverride ? (
        <TextArea
          label={words.overrideReason}
          rows={2}
          maxLength={2_000}
          value={draft.overrideReason}
          onChange={(event) => onChange({ overrideReason: event.target.value })}
        />
      ) : null}
    </div>
  );
}

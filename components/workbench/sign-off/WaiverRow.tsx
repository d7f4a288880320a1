'use client';

import { signOff as words } from '../../messages/sign-off';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';

type WaiverRowProps = {
  readonly said: string;
  readonly isReadOnly: boolean;
  readonly isChosen: boolean;
  readonly ownReason: string;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onOwnReason: (reason: string) => void;
  readonly onGo: () => void;
};

/** One sentence without a decision: to go to, or to waive. */
export function WaiverRow({
  said,
  isReadOnly,
  isChosen,
  ownReason,
  onChoose,
  onOwnReason,
  onGo,
}: WaiverRowProps) {
  return (
    <li className="border-b px-2.5 py-1.5 last:border-0">
      <div className="flex items-start gap-2">
        {isReadOnly ? null : (
          <input
            type="checkbox"
            aria-label={words.waive(said)}
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
            className="mt-1 size-4.5 shrink-0"
          />
        )}
        <bdi className="line-clamp-2 min-w-0 flex-1 font-serif text-[0.9375rem] leading-snug">{said}</bdi>
        <Button size="sm" variant="ghost" onClick={onGo} className="-my-0.5 -me-1.5">
          {words.goThere}
        </Button>
      </div>
      {isChosen && !isReadOnly ? (
        <TextField
          label={words.ownReason}
          hint={words.ownReasonHint}
          maxLength={500}
          value={ownReason}
          onChange={(event) => onOwnReason(event.target.value)}
          className="mt-1 mb-1 ps-6.5"
        />
      ) : null}
    </li>
  );
}

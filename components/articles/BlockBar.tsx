'use client';

import { Scissors, Trash2, Undo2 } from 'lucide-react';
import { type BlockKind, blockKinds } from '@/lib/domain/text/draft';
import { imports as importsWords } from '../messages/imports';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';

type BlockBarProps = {
  /** The chosen paragraph; undefined while none is. */
  readonly number: number | undefined;
  readonly total: number;
  readonly kind: BlockKind | undefined;
  readonly canUndo: boolean;
  readonly onKind: (kind: BlockKind) => void;
  readonly onLeaveOut: (andAllBelow: boolean) => void;
  readonly onUndo: () => void;
};

/** What can be done with the chosen paragraph of a draft. */
export function BlockBar({ number, total, kind, canUndo, onKind, onLeaveOut, onUndo }: BlockBarProps) {
  const words = importsWords.preview;
  const isOnly = total < 2;
  return (
    <div
      role="toolbar"
      aria-label={words.blockBar}
      className="flex min-h-9 flex-wrap items-center gap-x-1.5 gap-y-1"
    >
      {number === undefined ? (
        <p className="text-sm text-ink-2">{words.blockHint}</p>
      ) : (
        <>
          <span className="text-sm text-ink-2 tabular-nums">{words.blockNumber(number + 1, total)}</span>
          <Select
            label={words.kind}
            hideLabel
            value={kind ?? ''}
            {...(kind === undefined ? { placeholder: words.kindOther } : {})}
            options={blockKinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(event) => {
              const chosen = blockKinds.find((value) => value === event.currentTarget.value);
              if (chosen !== undefined) onKind(chosen);
            }}
            className="w-32"
          />
          <Button
            size="sm"
            variant="ghost"
            onClick={() => onLeaveOut(false)}
            reason={isOnly ? words.onlyOne : undefined}
          >
            <Trash2 aria-hidden className="size-3.5" />
            {words.remove}
          </Button>
          {number === 0 ? null : (
            <Button size="sm" variant="ghost" onClick={() => onLeaveOut(true)}>
              <Scissors aria-hidden className="size-3.5" />
              {words.removeRest}
            </Button>
          )}
        </>
      )}
      <span className="flex-1" />
      {canUndo ? (
        <IconButton label={words.undo} keys="Ctrl Z" size="sm" onClick={onUndo}>
          <Undo2 aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}

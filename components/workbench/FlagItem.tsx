'use client';

import { Check, Flag as FlagIcon, Pencil, RotateCcw } from 'lucide-react';
import type { Annotation, Flag } from '@/lib/domain/annotation';
import { can } from '@/lib/domain/policy';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { StatusChip } from '../ui/StatusChip';
import { priorityTone } from './mark-look';
import { reasonOf } from './reason-of';
import { Signature } from './Signature';
import { useActs } from './use-acts';
import { useWorkbench } from './workbench-context';

const words = messages.margin.flag;

type FlagItemProps = {
  readonly annotation: Annotation;
  readonly flag: Flag;
  readonly onEdit: () => void;
  readonly onLook: () => void;
};

/** A flag: why, how urgent, who; and what came of it once somebody has looked. */
export function FlagItem({ annotation, flag, onEdit, onLook }: FlagItemProps) {
  const { actor } = useWorkbench();
  const { reopenFlag } = useActs(annotation);
  const { looked, priority, reason } = flag;
  const isReplaced = looked !== null && annotation.flags.some((other) => other.looked === null);
  const mayChange = reasonOf(can(actor, 'flag.change')) === undefined;
  return (
    <li className="mt-2 rounded-md border bg-paper px-2.5 py-1.5 text-sm">
      <div className="flex min-h-6 items-center gap-1.5 text-xs text-ink-3">
        <StatusChip
          tone={looked === null ? priorityTone[priority] : 'grey'}
          icon={looked === null ? <FlagIcon aria-hidden /> : <Check aria-hidden />}
        >
          {looked === null ? messages.words.flagPriorities[priority] : words.looked}
        </StatusChip>
        <Signature personId={flag.raisedById} at={flag.raisedAt} />
        <span className="flex-1" />
        {looked === null && mayChange ? (
          <IconButton label={words.edit} size="sm" onClick={onEdit} className="-my-1 -me-1.5">
            <Pencil aria-hidden />
          </IconButton>
        ) : null}
      </div>
      <p className="break-words" dir="auto">
        {reason}
      </p>
      {looked === null ? (
        <div className="mt-1.5">
          <Button size="sm" onClick={onLook} reason={reasonOf(can(actor, 'flag.look'))}>
            <Check aria-hidden className="size-3.5" />
            {words.look}
          </Button>
        </div>
      ) : (
        <div className="mt-1 flex items-start gap-2 border-s-2 border-line-2 ps-2">
          <div className="min-w-0 flex-1">
            <p className="text-xs text-ink-3">
              <Signature personId={looked.byId} at={looked.at} full />
            </p>
            {looked.note === '' ? null : (
              <p className="break-words text-ink-2" dir="auto">
                {looked.note}
              </p>
            )}
          </div>
          {isReplaced ? null : (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => reopenFlag(flag)}
              reason={reasonOf(can(actor, 'flag.reopen'))}
            >
              <RotateCcw aria-hidden className="size-3.5" />
              {words.reopen}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

'use client';

import { Check, Flag as FlagIcon, Pencil, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Annotation, Flag } from '@/lib/domain/annotation';
import { can, reasonOf } from '@/lib/domain/policy';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/IconButton';
import { Signature } from './Signature';
import { usePartActs } from './use-part-acts';
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
  const { reopenFlag } = usePartActs(annotation);
  const { looked, reason } = flag;
  const isReplaced = looked !== null && annotation.flags.some((other) => other.looked === null);
  const mayLook = reasonOf(can(actor, 'flag.look'));
  const mayReopen = reasonOf(can(actor, 'flag.reopen'));
  return (
    <li className={classNames('mt-2 border-s-2 ps-2.5', looked === null ? 'border-danger' : 'border-line-2')}>
      <Line icon={<FlagIcon aria-hidden className={looked === null ? 'text-danger' : ''} />}>
        <span className="sr-only">
          {words.priorityOf(messages.words.flagPriorities[flag.priority])} · {words.flagged}{' '}
        </span>
        <Signature personId={flag.raisedById} at={flag.raisedAt} full />
        {looked === null && can(actor, 'flag.change').allowed ? (
          <IconButton label={words.edit} size="sm" onClick={onEdit} className="-my-1 ms-auto -me-1.5">
            <Pencil aria-hidden />
          </IconButton>
        ) : null}
      </Line>
      <p className={classNames('break-words', looked !== null && 'text-ink-2')} dir="auto">
        {reason}
      </p>
      {looked === null ? (
        <div className="mt-1.5">
          <Button size="sm" onClick={onLook} reason={mayLook}>
            <Check aria-hidden className="size-3.5" />
            {words.look}
          </Button>
        </div>
      ) : (
        <>
          <Line icon={<Check aria-hidden className="text-ok" />}>
            <span className="sr-only">{words.looked} </span>
            <Signature personId={looked.byId} at={looked.at} full />
            {isReplaced || mayReopen !== undefined ? null : (
              <Button
                size="sm"
                variant="ghost"
                onClick={() => reopenFlag(flag)}
                className="-my-1 ms-auto -me-1.5 text-xs!"
              >
                <RotateCcw aria-hidden className="size-3.5" />
                {words.reopen}
              </Button>
            )}
          </Line>
          {looked.note === '' ? null : (
            <p className="break-words" dir="auto">
              {looked.note}
            </p>
          )}
        </>
      )}
    </li>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-6 items-center not-first:mt-1 gap-1.5 text-xs text-ink-3 [&>svg]:size-3 [&>svg]:shrink-0">
      {icon}
      {children}
    </div>
  );
}

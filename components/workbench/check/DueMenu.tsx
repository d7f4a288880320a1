'use client';

import { check } from '../../messages/check';
import { MenuItem, MenuSeparator } from '../../ui/Menu';
import { relativeTime } from '../../ui/relative-time';
import { useNow } from '../../ui/use-now';
import { type DueText, usualDueTimes } from './due-text';
import { PlanMenu } from './PlanMenu';
import type { CheckDoing } from './use-check';

const words = check.plan;

type DueMenuProps = {
  readonly due: DueText | null;
  readonly isFixed: boolean;
  readonly doing: CheckDoing;
  readonly onOtherTime: () => void;
};

/** By when the claim is to be checked; overdue in words and red. */
export function DueMenu({ due, isFixed, doing, onOtherTime }: DueMenuProps) {
  const now = useNow();
  return (
    <PlanMenu
      field="due"
      value={due?.text ?? words.noDue}
      isSet={due !== null}
      isFixed={isFixed}
      isLoud={due?.isOverdue ?? false}
    >
      {usualDueTimes(now).map(({ label, at }) => (
        <MenuItem
          key={label}
          onSelect={() => doing.plan({ dueAt: at }, words.done.due(relativeTime(new Date(at), now).text))}
        >
          {label}
        </MenuItem>
      ))}
      <MenuItem onSelect={onOtherTime}>{words.otherTime}</MenuItem>
      {due === null ? null : (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => doing.plan({ dueAt: null }, words.done.notDue)}>{words.noDue}</MenuItem>
        </>
      )}
    </PlanMenu>
  );
}

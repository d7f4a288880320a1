'use client';

import type { ReactNode } from 'react';
import { check } from '../../messages/check';
import { classNames } from '../../ui/class-names';
import { Menu } from '../../ui/Menu';

const words = check.plan;

type PlanMenuProps = {
  readonly field: keyof typeof words.fields;
  /** The value in words. */
  readonly value: string;
  /** Somebody has planned it; what nobody has planned steps back to the name of the field. */
  readonly isSet: boolean;
  /** It cannot be changed now: plain words, and none for what is not set. */
  readonly isFixed: boolean;
  readonly isLoud?: boolean;
  readonly children: ReactNode;
};

/** One value of the plan: words that open the list of other values. */
export function PlanMenu({ field, value, isSet, isFixed, isLoud = false, children }: PlanMenuProps) {
  const look = isLoud ? 'font-medium text-danger' : isSet ? 'font-medium text-ink' : 'text-ink-3';
  if (isFixed) return isSet ? <span className={classNames('min-h-6 px-1.5 py-1', look)}>{value}</span> : null;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={isSet ? words.change(value, words.fields[field]) : words.set(words.unset[field], value)}
          className={classNames(
            'min-h-6 max-w-full truncate rounded-sm px-1.5 hover:bg-wash hover:text-ink data-popup-open:bg-wash',
            look,
          )}
        >
          {isSet ? value : words.unset[field]}
        </button>
      }
    >
      {children}
    </Menu>
  );
}

import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Tooltip } from './Tooltip';

type ToolbarButtonProps = {
  readonly label: string;
  readonly keys?: string;
  /** Absent for what is done once and not switched on. */
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly size?: 'sm' | 'md';
  readonly onPress: () => void;
  /** Its icon. */
  readonly children: ReactNode;
};

/** A button of a bar above a text that is written. What is selected there survives its press. */
export function ToolbarButton({
  label,
  keys,
  pressed,
  expanded,
  size = 'md',
  onPress,
  children,
}: ToolbarButtonProps) {
  return (
    <Tooltip content={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        aria-expanded={expanded}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
        className={classNames(
          'grid place-items-center text-ink-2 hover:bg-wash hover:text-ink',
          size === 'sm' ? 'size-7 rounded-sm [&_svg]:size-3.5' : 'size-8 rounded-md [&_svg]:size-4',
          pressed && 'bg-pencil-bg text-pencil forced-colors:outline-2',
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}

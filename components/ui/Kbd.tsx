import { classNames } from './class-names';

type KbdProps = {
  /** One key or several pressed together, parted by spaces: "C", "Ctrl K". */
  readonly keys: string;
  /** Stands on an ink-filled ground. */
  readonly onInk?: boolean;
  readonly className?: string | undefined;
};

/** Keys of the keyboard. */
export function Kbd({ keys, onInk = false, className }: KbdProps) {
  return (
    <span className={classNames('inline-flex items-center gap-0.5', className)}>
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className={classNames(
            'inline-block min-w-4.5 rounded-xs border px-1 py-0.5 text-center font-sans text-2xs leading-none font-semibold',
            onInk ? 'border-paper/35 text-paper' : 'border-line-2 text-ink-2',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

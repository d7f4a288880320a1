import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'outline' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

/** The look of a button, for buttons and for links that act as one. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize): string {
  return classNames(shared, variant !== 'ghost' && dimmed, variants[variant], sizes[size]);
}

const shared =
  'inline-flex shrink-0 items-center justify-center gap-1.5 border font-medium whitespace-nowrap transition-colors select-none ' +
  'disabled:text-ink-3 aria-disabled:text-ink-3 aria-disabled:cursor-not-allowed';

/** How a button with a surface looks that cannot be used now. One without a surface gets none by it. */
const dimmed = 'disabled:border-line disabled:bg-wash aria-disabled:border-line aria-disabled:bg-wash';

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-ink bg-ink text-paper enabled:hover:not-aria-disabled:bg-ink-2 [a&]:hover:bg-ink-2 enabled:hover:not-aria-disabled:border-ink-2',
  outline:
    'border-line-2 bg-sheet text-ink enabled:hover:not-aria-disabled:bg-wash enabled:hover:not-aria-disabled:border-line-3 [a&]:hover:bg-wash [a&]:hover:border-line-3 data-popup-open:bg-wash',
  ghost:
    'border-transparent bg-transparent text-ink-2 enabled:hover:not-aria-disabled:bg-wash enabled:hover:not-aria-disabled:text-ink [a&]:hover:bg-wash [a&]:hover:text-ink data-popup-open:bg-wash aria-disabled:opacity-60 disabled:opacity-60',
  danger:
    'border-line-2 bg-sheet text-danger enabled:hover:not-aria-disabled:bg-danger-bg enabled:hover:not-aria-disabled:border-danger [a&]:hover:bg-danger-bg',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 rounded-md px-2.5 py-0.5 text-sm',
  md: 'min-h-8.5 rounded-lg px-3 py-1 text-base',
  lg: 'min-h-10 rounded-lg px-4 py-1.5 text-base',
};

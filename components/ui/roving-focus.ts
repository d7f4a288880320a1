type Direction = 'horizontal' | 'vertical';

/**
 * Moves the focus among the items of a menu, toolbar or tab list by arrows, Home and End, round the ends.
 * Returns the item that has the focus now, or undefined when the key is not one of these.
 */
export function moveFocus(
  key: string,
  items: readonly HTMLElement[],
  direction: Direction,
): HTMLElement | undefined {
  const step = stepOf(key, direction);
  if (step === undefined || items.length === 0) return undefined;
  const now = items.findIndex((item) => item.matches(':focus'));
  const item = items[nextIndex(step, now, items.length)];
  item?.focus();
  return item;
}

/** The index a step leads to. `now` is -1 when none has the focus. */
export function nextIndex(step: Step, now: number, count: number): number {
  if (step === 'first') return 0;
  if (step === 'last') return count - 1;
  if (now === -1) return step === 1 ? 0 : count - 1;
  return (now + step + count) % count;
}

type Step = 1 | -1 | 'first' | 'last';

function stepOf(key: string, direction: Direction): Step | undefined {
  if (key === 'Home') return 'first';
  if (key === 'End') return 'last';
  const [back, on] = direction === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === back) return -1;
  return key === on ? 1 : undefined;
}

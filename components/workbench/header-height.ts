/** Id of the workbench's header, below which the text begins to be in sight. */
export const headerId = 'workbench-header';

/** Id of what stands below it while a session is under way. */
export const sessionBarId = 'session-bar';

/** Where the header that stays in sight ends, in pixels of the screen. */
export function headerHeightPx(): number {
  const bottomOf = (id: string): number => document.getElementById(id)?.getBoundingClientRect().bottom ?? 0;
  return Math.max(bottomOf(headerId), bottomOf(sessionBarId));
}

/** Id of the workbench's header, below which the text begins to be in sight. */
export const headerId = 'workbench-header';

/** Where the header that stays in sight ends, in pixels of the screen. */
export function headerHeightPx(): number {
  return document.getElementById(headerId)?.getBoundingClientRect().bottom ?? 0;
}

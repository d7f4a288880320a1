/** Nobody prints what has only just come, and what is fetched first is wanted first. */
const restMs = 5_000;

/** Settles a while after the page has come, or at once when the key for printing is pressed. */
export function untilPrintIsLikely(): Promise<void> {
  return new Promise((resolve) => {
    const listener = ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
      if (key.toLowerCase() === 'p' && (ctrlKey || metaKey)) settle();
    };
    const timer = setTimeout(settle, restMs);
    window.addEventListener('keydown', listener, true);
    function settle(): void {
      clearTimeout(timer);
      window.removeEventListener('keydown', listener, true);
      resolve();
    }
  });
}

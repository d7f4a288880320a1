import { imports as importsWords } from '../messages/imports';
import type { Original } from './import-source';

const shownLength = 200_000;

/** What came in, untouched, to compare with. */
export function OriginalPane({ original }: { readonly original: Original }) {
  const words = importsWords.preview;
  const title = original.name === undefined ? words.original : words.originalNamed(original.name);
  const isCut = original.words.length > shownLength;
  return (
    <div>
      <h2 className="mb-2 text-md font-semibold max-xl:sr-only">{title}</h2>
      {isCut ? (
        <p className="mb-2 text-sm text-ink-2">
          {words.originalCut(new Intl.NumberFormat('en').format(shownLength))}
        </p>
      ) : null}
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="xl:max-h-[calc(100dvh-7rem)] overflow-auto rounded-lg border bg-sheet px-4 py-3"
      >
        <pre dir="auto" className="font-sans text-sm break-words whitespace-pre-wrap text-ink-2">
          {original.words.slice(0, shownLength)}
        </pre>
      </section>
    </div>
  );
}

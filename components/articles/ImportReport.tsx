import { type ArticleDraft, type DroppedPart, type TrackedChanges, trackedChanges } from '@/lib/domain/lists';
import { imports as importsWords } from '../messages/imports';
import { Notice } from '../ui/Notice';
import { SegmentedControl } from '../ui/SegmentedControl';

type ImportReportProps = {
  readonly draft: ArticleDraft;
  readonly onTracked?: ((way: TrackedChanges) => void) | undefined;
};

/** What did not come in, and what to look at before saving. */
export function ImportReport({ draft, onTracked }: ImportReportProps) {
  const words = importsWords.preview;
  return (
    <div className="flex flex-col gap-4">
      {draft.warnings.length === 0 ? null : (
        <Notice tone="warn">
          <h2 className="font-semibold">{words.warnings}</h2>
          <ul className="mt-1 flex flex-col gap-1 text-sm">
            {draft.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section className="border-t pt-4">
        <h2 className="text-sm font-semibold">{words.dropped}</h2>
        {draft.dropped.length === 0 ? (
          <p className="mt-1 text-sm text-ink-2">{words.droppedNothing}</p>
        ) : (
          <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-4 text-sm text-ink-2">
            {draft.dropped.map((part) => (
              <li key={part.what}>
                <DroppedLine part={part} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {draft.tracked === undefined || onTracked === undefined ? null : (
        <div className="flex flex-wrap items-center justify-between gap-2 border-t pt-4">
          <h2 className="text-sm font-semibold">{words.tracked}</h2>
          <SegmentedControl
            label={words.tracked}
            options={trackedChanges.map((value) => ({ value, label: words.trackedWays[value] }))}
            value={draft.tracked.way}
            onChange={onTracked}
          />
        </div>
      )}
    </div>
  );
}

/** What was left out; its words open below it. */
function DroppedLine({ part: { what, count, words: left } }: { readonly part: DroppedPart }) {
  const words = importsWords.preview;
  const line = words.droppedLine(what, count);
  if (left === undefined || left.length === 0) return line;
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{line}</summary>
      <ul className="mt-1 mb-2 flex max-h-64 flex-col gap-1 overflow-y-auto border-s ps-2.5">
        {left.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of a draft's report never change
          <li key={at} dir="auto" className="break-words">
            {text}
          </li>
        ))}
      </ul>
      {count > left.length ? <p>{words.more(count - left.length)}</p> : null}
    </details>
  );
}

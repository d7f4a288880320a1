import type { ArticleDraft } from '@/lib/domain/lists';
import { imports as importsWords } from '../messages/imports';
import { Notice } from '../ui/Notice';

/** What did not come in, and what to look at before saving. */
export function ImportReport({ draft }: { readonly draft: ArticleDraft }) {
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
            {draft.dropped.map(({ what, count }) => (
              <li key={what}>{words.droppedLine(what, count)}</li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

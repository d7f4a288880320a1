'use client';

import { useRouter } from 'next/navigation';
import { memo, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { ArticleDetails } from '@/lib/domain/article';
import { type ArticleDoc, blockText, canonicalText, textBlocks } from '@/lib/domain/article-doc';
import type { ArticleDraft, TrackedChanges } from '@/lib/domain/lists';
import { newId } from '@/lib/domain/new-id';
import { articles as articlesWords } from '../messages/articles';
import { imports as importsWords } from '../messages/imports';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { ErrorSummary } from '../ui/ErrorSummary';
import { SegmentedControl } from '../ui/SegmentedControl';
import { type DetailErrors, DetailsFields } from './DetailsFields';
import { DraftPane } from './DraftPane';
import { ImportComments } from './ImportComments';
import { ImportReport } from './ImportReport';
import type { Original } from './import-source';
import { OriginalPane } from './OriginalPane';
import { checkDetails, type SaveIds, saveDraft } from './save-draft';
import { useDraft } from './use-draft';
import { useLeaveWarning } from './use-leave-warning';

type ImportPreviewProps = {
  readonly draft: ArticleDraft;
  readonly original: Original;
  readonly onAgain: () => void;
  /** What the way back is called where it leads elsewhere than to the beginning. */
  readonly again?: string | undefined;
  /** Called once it is saved; without it the article opens. */
  readonly onSaved?: ((articleId: string, title: string) => void) | undefined;
  /** Reads the document again with its tracked changes resolved the other way. */
  readonly onTracked?: ((way: TrackedChanges) => void) | undefined;
};

/** The article as it will stand, to be corrected beside what came in; then it is saved and opened. */
export function ImportPreview({
  draft: first,
  original,
  onAgain,
  again,
  onSaved,
  onTracked,
}: ImportPreviewProps) {
  const words = importsWords.preview;
  const desk = useDraft(first);
  const { draft } = desk;
  const shown = useDeferredValue(draft.doc);
  const router = useRouter();
  const fieldId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const attempt = useRef<{ readonly draft: ArticleDraft; readonly ids: SaveIds }>(undefined);
  const [errors, setErrors] = useState<DetailErrors>({});
  const [failure, setFailure] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const [side, setSide] = useState<'result' | 'original'>('result');
  useLeaveWarning(!isSaving);
  useEffect(() => heading.current?.focus(), []);
  const idOf = (name: keyof ArticleDetails) => `${fieldId}-${name}`;

  async function save(): Promise<void> {
    if (isSaving) return;
    setFailure(undefined);
    const checked = checkDetails(draft.details);
    setErrors(checked.ok ? {} : checked.errors);
    if (!checked.ok) return;
    // A lost answer may hide a saved article: only the very same draft may be sent under the same ids.
    if (attempt.current?.draft !== draft) {
      const ids = { articleId: newId(), commandId: newId() };
      attempt.current = { draft, ids };
    }
    const { ids } = attempt.current;
    setSaving(true);
    try {
      await saveDraft(draft, checked.details, ids);
      if (onSaved !== undefined) onSaved(ids.articleId, checked.details.title);
      else router.push(`/articles/${ids.articleId}`);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : articlesWords.noAnswer);
      setSaving(false);
    }
  }

  const faults = [
    ...Object.entries(errors).map(([name, message]) => ({ message, fieldId: `${fieldId}-${name}` })),
    ...(failure === undefined ? [] : [{ message: failure }]),
  ];
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[17.5rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-6 lg:sticky lg:top-14 lg:max-h-[calc(100dvh-3.5rem)] lg:overflow-y-auto lg:px-1 lg:py-1 lg:pb-6">
        <ErrorSummary errors={faults} title={words.summary} />
        <form
          className="flex flex-col gap-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <h2 ref={heading} tabIndex={-1} className="text-md font-semibold outline-none">
            {words.details}
          </h2>
          <DetailsFields
            details={draft.details}
            errors={errors}
            idOf={idOf}
            onTitle={desk.setTitle}
            onDetail={desk.setDetail}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" busy={isSaving}>
              {isSaving ? words.saving : words.save}
            </Button>
            {isSaving ? null : <Button onClick={onAgain}>{again ?? words.again}</Button>}
          </div>
        </form>
        <ImportReport draft={draft} onTracked={onTracked} />
        <ImportComments comments={draft.comments} doc={shown} />
      </div>
      <div className="min-w-0">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-3 xl:hidden">
          <SegmentedControl
            label={words.show}
            options={[
              { value: 'result', label: words.result },
              { value: 'original', label: words.original },
            ]}
            value={side}
            onChange={setSide}
          />
          <Counts doc={shown} />
        </div>
        <div className="grid items-start gap-x-10 xl:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
          <section aria-label={words.result} className={side === 'result' ? '' : 'max-xl:hidden'}>
            <div className="flex items-baseline justify-between gap-3 max-xl:hidden">
              <h2 className="text-md font-semibold">{words.result}</h2>
              <Counts doc={shown} />
            </div>
            <DraftPane desk={desk} />
          </section>
          <div
            className={classNames('xl:sticky xl:top-14 xl:pt-0.5', side !== 'original' && 'max-xl:hidden')}
          >
            <OriginalPane original={original} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** How much there is; a long article is counted after the keys have been answered. */
const Counts = memo(function Counts({ doc }: { readonly doc: ArticleDoc }) {
  const words = canonicalText(doc).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
  const paragraphs = textBlocks(doc).filter((block) => blockText(block).trim() !== '').length;
  return <p className="text-xs text-ink-2 tabular-nums">{importsWords.preview.counts(words, paragraphs)}</p>;
});

'use client';

import { X } from 'lucide-react';
import type { Route } from 'next';
import { useEffect, useRef, useState } from 'react';
import type { ArticleDraft } from '@/lib/domain/lists';
import { shortProof } from '../messages/file-proof';
import { imports as importsWords } from '../messages/imports';
import { PageBody } from '../shell/PageBody';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { IconButton } from '../ui/IconButton';
import { ProgressBar } from '../ui/ProgressBar';
import { StatusChip } from '../ui/StatusChip';
import { ImportPreview } from './ImportPreview';
import { type Original, originalOf } from './import-source';
import { type BatchItem, isSavable, useImportBatch } from './use-import-batch';
import { useLeaveWarning } from './use-leave-warning';

type ImportBatchProps = {
  readonly files: readonly File[];
  /** With which this instance signs. */
  readonly ownKey: string;
  readonly onAgain: () => void;
};
type Looked = { readonly id: string; readonly draft: ArticleDraft; readonly original: Original };

/** Many files at once: how far each is, why one could not be read; those that are ready are saved together or looked at. */
export function ImportBatch({ files, ownKey, onAgain }: ImportBatchProps) {
  const words = importsWords.batch;
  const batch = useImportBatch(files, ownKey);
  const [looked, setLooked] = useState<Looked>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { items } = batch;
  const left = items.filter(({ state }) => state === 'waiting' || state === 'reading').length;
  const savable = items.filter((item) => item.state === 'ready' && isSavable(item.content)).length;
  const isSaving = items.some(({ state }) => state === 'saving');
  useLeaveWarning(items.some(({ state }) => state === 'ready' || state === 'saving'));

  async function look({ id, file }: BatchItem, draft: ArticleDraft): Promise<void> {
    setLooked({ id, draft, original: await originalOf({ kind: 'file', file }, draft) });
  }

  if (looked !== undefined) {
    return (
      <PageBody className="max-w-[92rem]!">
        <ImportPreview
          draft={looked.draft}
          original={looked.original}
          again={words.back}
          onAgain={() => setLooked(undefined)}
          onSaved={(articleId, title) => {
            batch.markSaved(looked.id, articleId, title);
            setLooked(undefined);
          }}
        />
      </PageBody>
    );
  }
  return (
    <PageBody>
      <div className="flex max-w-3xl flex-col gap-4">
        <h2 ref={heading} tabIndex={-1} className="text-md font-semibold outline-none">
          {words.title}
        </h2>
        {left === 0 ? null : (
          <div className="flex items-end gap-4">
            <div className="flex-1">
              <ProgressBar
                label={importsWords.source.reading}
                value={items.length - left}
                max={items.length}
                text={words.progress(items.length - left, items.length)}
              />
            </div>
            <Button onClick={batch.cancel}>{words.cancel}</Button>
          </div>
        )}
        <ul aria-label={words.title} className="flex flex-col divide-y border-y">
          {items.map((item) => (
            <BatchRow key={item.id} item={item} onLook={look} onRemove={batch.remove} />
          ))}
        </ul>
        <p className="text-sm text-ink-2">{words.hint}</p>
        <div className="flex flex-wrap gap-2">
          {savable === 0 && !isSaving ? null : (
            <Button variant="primary" busy={isSaving} onClick={batch.saveAll}>
              {isSaving ? importsWords.preview.saving : words.saveAll(savable)}
            </Button>
          )}
          {left > 0 || isSaving ? null : <Button onClick={onAgain}>{words.again}</Button>}
        </div>
      </div>
    </PageBody>
  );
}

type BatchRowProps = {
  readonly item: BatchItem;
  readonly onLook: (item: BatchItem, draft: ArticleDraft) => void;
  readonly onRemove: (id: string) => void;
};

function BatchRow({ item, onLook, onRemove }: BatchRowProps) {
  const words = importsWords.batch;
  const { name } = item.file;
  return (
    <li className="flex items-start gap-2 py-3 sm:gap-4">
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words" dir="auto">
          {item.state === 'failed' ? name : titleOf(item) || name}
        </p>
        {detailOf(item) === '' ? null : (
          <p className="text-sm break-words text-ink-2 tabular-nums">{detailOf(item)}</p>
        )}
      </div>
      <StatusChip tone={tones[item.state]}>{words.states[item.state]}</StatusChip>
      <div className="flex justify-end gap-1 sm:w-32">
        {item.state === 'ready' && item.content.kind === 'draft' ? (
          <LookButton item={item} draft={item.content.draft} onLook={onLook} />
        ) : null}
        {item.state === 'saved' ? (
          <ButtonLink
            href={`/articles/${item.articleId}` as Route /* typed routes know the folder, not this id */}
            variant="ghost"
            aria-label={words.open(name)}
          >
            {words.openShort}
          </ButtonLink>
        ) : null}
        {item.state === 'ready' || item.state === 'failed' ? (
          <IconButton label={words.remove(name)} onClick={() => onRemove(item.id)}>
            <X aria-hidden />
          </IconButton>
        ) : null}
      </div>
    </li>
  );
}

type LookButtonProps = Pick<BatchRowProps, 'item' | 'onLook'> & { readonly draft: ArticleDraft };

function LookButton({ item, draft, onLook }: LookButtonProps) {
  const words = importsWords.batch;
  return (
    <Button aria-label={words.look(item.file.name)} onClick={() => onLook(item, draft)}>
      {words.lookShort}
    </Button>
  );
}

function titleOf(item: BatchItem): string {
  if (item.state === 'saved') return item.title;
  if (item.state !== 'ready' && item.state !== 'saving') return '';
  return item.content.kind === 'galley' ? item.content.title : item.content.draft.details.title;
}

/** The second line: why it is not read, how far it is, what it still needs, or what the file is called. */
function detailOf(item: BatchItem): string {
  const words = importsWords.batch;
  if (item.state === 'failed') return withoutName(item.message, item.file.name);
  if (item.state === 'reading' && item.progress !== undefined) {
    const { stage, pages } = item.progress;
    return importsWords.source.progress(stage, pages);
  }
  // Before it is read the first line is its name already.
  if (item.state !== 'ready') return titleOf(item) === '' ? '' : item.file.name;
  if (item.message !== undefined) return item.message;
  if (!isSavable(item.content)) return words.untitled;
  if (item.content.kind !== 'galley') return item.file.name;
  return `${item.file.name} · ${words.galley} · ${shortProof(item.content.proof)}`;
}

/** The file is named above its refusal already. */
const withoutName = (message: string, name: string): string =>
  message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;

const tones = {
  waiting: 'plain',
  reading: 'blue',
  ready: 'plain',
  failed: 'red',
  saving: 'blue',
  saved: 'green',
} as const;

'use client';

import { Download } from 'lucide-react';
import { type EvidenceFile, kindOfFile, sizeText } from '@/lib/domain/evidence-file';
import { card as cardWords } from '../messages/card';
import { useWorkbench } from './workbench-context';

const words = cardWords.file;

/** The file of evidence on its card: a picture is seen, sound is heard, everything can be fetched. */
export function EvidenceFileView({ file }: { readonly file: EvidenceFile }) {
  const { articleId } = useWorkbench();
  const address = `/api/articles/${articleId}/files/${file.id}`;
  const kind = kindOfFile(file.type);
  return (
    <div className="mt-1.5 me-1.5 flex flex-col gap-1">
      {kind === 'image' ? (
        // biome-ignore lint/performance/noImgElement: a file of our own behind a sign-in, which no optimizer may keep
        <img
          src={`${address}?show=1`}
          alt={words.picture(file.name)}
          loading="lazy"
          className="h-32 w-full rounded-sm border bg-wash object-contain"
        />
      ) : null}
      {kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: what is heard is what was recorded; its words stand in the quote
        <audio
          controls
          preload="none"
          src={`${address}?show=1`}
          aria-label={words.sound(file.name)}
          className="h-9 w-full"
        />
      ) : null}
      <a
        href={address}
        download={file.name}
        className="flex min-h-6 w-fit max-w-full items-center gap-1.5 rounded-sm text-xs text-ink-2 underline decoration-line-3 underline-offset-3 hover:text-ink"
      >
        <Download aria-hidden className="size-3 shrink-0" />
        <span className="truncate">
          <bdi>{file.name}</bdi>
        </span>
        <span className="whitespace-nowrap">{sizeText(file.bytes)}</span>
      </a>
    </div>
  );
}

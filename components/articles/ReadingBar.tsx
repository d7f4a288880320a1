import type { ReadProgress } from '@/lib/domain/lists';
import { imports as importsWords } from '../messages/imports';
import { ProgressBar } from '../ui/ProgressBar';

/** What is being read, and how far it is where that is known. */
export type Reading = { readonly label: string; readonly progress?: ReadProgress | undefined };

/** How far the reading of one source is: its stage, and of a document with pages how many are read. */
export function ReadingBar({ label, progress }: Reading) {
  if (progress === undefined) return <ProgressBar label={label} />;
  const { stage, pages } = progress;
  return (
    <ProgressBar
      label={label}
      value={pages?.done}
      max={pages?.all ?? 1}
      text={importsWords.source.progress(stage, pages)}
    />
  );
}

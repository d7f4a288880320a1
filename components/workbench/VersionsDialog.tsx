'use client';

import type { WordsVersion } from '@/lib/domain/lists';
import { threads as threadsWords } from '../messages/threads';
import { exactTime } from '../ui/relative-time';
import { KeptVersions } from './KeptVersions';
import { RichTextView } from './RichTextView';
import { useWorkbench } from './workbench-context';

const words = threadsWords.versions;

type VersionsDialogProps = { readonly itemId: string; readonly onClose: () => void };

/** What a note or a reply said before, the latest first. */
export function VersionsDialog({ itemId, onClose }: VersionsDialogProps) {
  const { articleId } = useWorkbench();
  const address = `/api/articles/${articleId}/versions?itemId=${itemId}`;
  return (
    <KeptVersions<WordsVersion> address={address} onClose={onClose}>
      {(versions) =>
        versions.length < 2 ? (
          <p className="text-ink-2">{words.none}</p>
        ) : (
          <ol className="flex flex-col">
            {versions.toReversed().map(({ at, body }, index) => (
              <li key={at} className="border-t py-2.5 first:border-t-0">
                <p className="text-xs text-ink-3">
                  {index === 0 ? `${words.now} · ` : ''}
                  <time dateTime={at}>{exactTime(new Date(at))}</time>
                </p>
                <RichTextView body={body} />
              </li>
            ))}
          </ol>
        )
      }
    </KeptVersions>
  );
}

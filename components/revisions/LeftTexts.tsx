'use client';

import type { KeptText } from '@/lib/workbench/text-shelf';
import { revisions } from '../messages/revisions';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { RelativeTime } from '../ui/RelativeTime';
import { useCopyText } from './use-copy-text';

type LeftText = KeptText & { readonly name: string };

type LeftTextsProps = {
  readonly texts: readonly LeftText[];
  readonly onTakeUp: (text: LeftText) => void;
  readonly onThrowAway: (text: LeftText) => void;
};

const words = revisions.edit.left;

/** Unsaved texts that lie on this device: made by an earlier visit, maybe on an earlier revision. */
export function LeftTexts({ texts, onTakeUp, onThrowAway }: LeftTextsProps) {
  const copy = useCopyText();
  if (texts.length === 0) return null;
  return (
    <Notice role="status">
      <h2 className="font-semibold">{words.title(texts.length)}</h2>
      <ul>
        {texts.map((text) => {
          const { name, revisionNumber, at, reason, doc } = text;
          return (
            <li key={name} className="mt-2">
              <p className="text-sm">
                {words.made(revisionNumber)} <RelativeTime at={at} />
                {reason === '' ? null : <span dir="auto"> · {reason}</span>}
              </p>
              <div className="mt-1 flex flex-wrap gap-2">
                <Button size="sm" onClick={() => onTakeUp(text)}>
                  {words.takeUp}
                </Button>
                <Button size="sm" variant="ghost" onClick={() => void copy(doc)}>
                  {revisions.edit.conflict.copy}
                </Button>
                <Button size="sm" variant="ghost" onClick={() => onThrowAway(text)}>
                  {words.throwAway}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

import type { ReactNode } from 'react';
import { blockText, type TextBlock } from '@/lib/domain/article-doc';
import { findUnseenSigns } from '@/lib/domain/text/unseen-signs';
import { unseenSignWords } from '../messages/unseen-signs';
import { Marked } from './ArticleDocView';

/** The words of a block with its hidden characters made visible; undefined where it has none. */
export function withHiddenSigns(block: TextBlock): ReactNode {
  if (findUnseenSigns(blockText(block)).length === 0) return undefined;
  return (block.content ?? []).map((part, at) => {
    const key = at;
    if (part.type === 'hardBreak') return <br key={key} />;
    return (
      <Marked key={key} marks={part.marks ?? []}>
        {shown(part.text)}
      </Marked>
    );
  });
}

function shown(text: string): ReactNode {
  let done = 0;
  const parts = findUnseenSigns(text).flatMap(({ start, sign }) => {
    const before = text.slice(done, start);
    done = start + sign.length;
    const { name, does } = unseenSignWords(sign);
    return [
      before,
      <bdi
        key={start}
        title={does}
        className="mx-px rounded-xs border border-warn/40 bg-warn-bg px-0.5 align-middle font-mono text-[0.6em] leading-none text-warn"
      >
        {name}
      </bdi>,
    ];
  });
  return [...parts, text.slice(done)];
}

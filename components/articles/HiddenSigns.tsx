import type { ReactNode } from 'react';
import { blockText, type TextBlock } from '@/lib/domain/article-doc';
import { imports as importsWords } from '../messages/imports';
import { Marked } from './ArticleDocView';

/** Characters that nobody sees: zero-width ones, soft hyphens and those that turn the direction of writing. */
const hidden = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;

/** Joiners inside an emoji, and between letters of scripts that need them to be written rightly. */
const needed =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{M}])[\u200c\u200d](?=[\p{Script=Arabic}\p{Script=Devanagari}])/gu;

/** The words of a block with its hidden characters made visible; undefined where it has none. */
export function withHiddenSigns(block: TextBlock): ReactNode {
  if (!hidden.test(blockText(block).replace(needed, ''))) return undefined;
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
  const kept = new Set(Array.from(text.matchAll(needed), ({ index }) => index));
  return Array.from(text.matchAll(/[\s\S]/g), ({ 0: sign, index }) => {
    if (!hidden.test(sign) || kept.has(index)) return sign;
    const name = importsWords.hiddenSigns[sign] ?? `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`;
    return (
      <bdi
        key={index}
        className="mx-px rounded-xs border border-warn/40 bg-warn-bg px-0.5 align-middle font-mono text-[0.6em] leading-none text-warn"
      >
        {name}
      </bdi>
    );
  });
}

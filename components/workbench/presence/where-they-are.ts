import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { isEditingText, type Whereabouts } from '@/lib/domain/presence';
import { presence as words } from '../../messages/presence';

const mostLetters = 48;

/** What somebody does, in words of the article as the reader has it: over the network come only offsets. */
export function doingOf(
  at: Whereabouts,
  annotations: Readonly<Record<string, Annotation>>,
  text: string,
): string {
  const { annotationId, isWriting, passage } = at;
  if (isEditingText(at)) return words.does.edits;
  const annotation = annotationId === null ? undefined : annotations[annotationId];
  if (annotation !== undefined) {
    const quote = shortened(annotation.anchor.exact);
    return isWriting ? words.does.writes(quote) : words.does.isOn(quote);
  }
  if (passage !== null && passage.end <= text.length)
    return words.does.looksAt(shortened(text.slice(passage.start, passage.end)));
  return words.does.reads;
}

/** The passage that somebody is on, if they are on one that the reader has. */
export function passageOf(
  { annotationId, passage }: Whereabouts,
  annotations: Readonly<Record<string, Annotation>>,
  text: string,
): Passage | null {
  if (passage !== null) return passage.end <= text.length ? passage : null;
  const anchor = annotationId === null ? undefined : annotations[annotationId]?.anchor;
  return anchor === undefined || anchor.state === 'orphaned' ? null : anchor;
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= mostLetters
    ? line
    : `${letters
        .slice(0, mostLetters - 1)
        .join('')
        .trimEnd()}…`;
}

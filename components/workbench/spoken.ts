import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Passage } from '@/lib/domain/article';
import { isChecked } from '@/lib/domain/laws/check-laws';
import type { SentenceCursor } from '@/lib/workbench/sentence-cursor';
import { messages } from '../messages';

const words = messages.workbench.spoken;

/** The sentence or passage under the cursor with its marks, as a screen reader is to say it. */
export function spokenCursor(
  { index, passage }: SentenceCursor,
  state: ArticleState,
  annotations: readonly Annotation[],
): string {
  const { sentences, text } = state.revision;
  const said = text.slice(passage.start, passage.end);
  const marks = spokenMarks(passage, state, annotations);
  const sentence = sentences[index];
  const isWhole = sentence?.start === passage.start && sentence.end === passage.end;
  return isWhole ? words.sentence(index + 1, sentences.length, said, marks) : words.passage(said, marks);
}

/** One annotation, as a screen reader is to say it. */
export function spokenAnnotation(annotation: Annotation, { people }: ArticleState): string {
  const { mark, authorId, anchor } = annotation;
  return withStatus(
    words.annotation(mark, people[authorId]?.name ?? words.someone, anchor.exact),
    annotation,
  );
}

/** Where its check stands, once somebody has begun it. */
function withStatus(sentence: string, annotation: Annotation): string {
  const { status } = annotation.check;
  return isChecked(annotation) && status !== 'unchecked' ? words.status(sentence, status) : sentence;
}

function spokenMarks(passage: Passage, { people }: ArticleState, annotations: readonly Annotation[]): string {
  const here = annotations.filter(
    ({ anchor }) => anchor.state !== 'orphaned' && anchor.start < passage.end && anchor.end > passage.start,
  );
  if (here.length === 0) return words.noMarks;
  return words.marks(
    here
      .map((annotation) => {
        const { mark, authorId } = annotation;
        return withStatus(words.mark(mark, people[authorId]?.name ?? words.someone), annotation);
      })
      .join('; '),
  );
}

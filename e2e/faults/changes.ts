import { randomUUID } from 'node:crypto';
import type { Newsroom } from './newsroom';
import type { Acknowledgement, Change } from './patient-writer';

/** A change that is about to be sent, and how to learn from its acknowledgement what must be in the tables. */
export type Planned = {
  readonly change: Change;
  /** How many events it makes. */
  readonly count: number;
  readonly learn: (acknowledgement: Acknowledgement) => readonly Made[];
};

/** A row that the app has acknowledged. */
export type Made = { readonly kind: 'annotation' | 'note'; readonly id: string; readonly seq: number };

type Article = Newsroom['articles'][number];

/** One new mark by the REST interface, with an Idempotency-Key. */
export function planMark({ articleId }: Article, { text }: Newsroom, number: number): Planned {
  const body = { mark: markOf(number), ...passageOf(text, number) };
  const change = { path: `/api/v1/articles/${articleId}/annotations`, body, key: randomUUID() };
  return { change, count: 1, learn: ({ answer }) => [{ kind: 'annotation', ...idAndSeq(answer) }] };
}

/** One new note on an annotation by the REST interface, with an Idempotency-Key. */
export function planNote(annotationId: string, number: number): Planned {
  const body = { text: `Asked the archive, call ${number}.` };
  const change = { path: `/api/v1/annotations/${annotationId}/notes`, body, key: randomUUID() };
  return { change, count: 1, learn: ({ answer }) => [{ kind: 'note', ...idAndSeq(answer) }] };
}

/** Several new marks in one request through the door of commands, as the workbench sends them. */
export function planBatch(article: Article, { text }: Newsroom, number: number, size: number): Planned {
  const commands = Array.from({ length: size }, (_, index) => ({
    commandId: randomUUID(),
    type: 'annotation.create',
    annotationId: randomUUID(),
    revisionId: article.revisionId,
    mark: markOf(number + index),
    passage: passageOf(text, number + index),
  }));
  const learn = ({ answer }: Acknowledgement): readonly Made[] => {
    if (!Array.isArray(answer) || answer.length !== size) throw new Error('Not one answer for each command.');
    return answer.map((one, index) => {
      if (one.ok !== true) throw new Error(`A command was refused: ${JSON.stringify(one)}`);
      return { kind: 'annotation', id: commands[index]?.annotationId ?? '', seq: one.event.seq };
    });
  };
  return {
    change: { path: `/api/articles/${article.articleId}/commands`, body: commands },
    count: size,
    learn,
  };
}

function idAndSeq(answer: unknown): { readonly id: string; readonly seq: number } {
  const isMade = typeof answer === 'object' && answer !== null && 'id' in answer && 'seq' in answer;
  if (isMade && typeof answer.id === 'string' && typeof answer.seq === 'number') {
    return { id: answer.id, seq: answer.seq };
  }
  throw new Error(`An acknowledgement without id and seq: ${JSON.stringify(answer)}`);
}

const marks = ['claim', 'opinion', 'sourced_fact', 'no_fact'] as const;
const markOf = (number: number) => marks[number % marks.length];

/** Ten characters somewhere, other ones for each number until the text is through. */
function passageOf(text: string, number: number): { readonly start: number; readonly end: number } {
  const start = (number * 13) % (text.length - 12);
  return { start, end: start + 10 };
}

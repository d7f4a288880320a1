import type { Annotation } from '../annotation';
import { mentionText, piecesWithMentions } from '../mention';
import type { RichBlock, RichInline, RichText } from '../rich-text';
import type { Person } from '../team';
import type { Report } from './report';

/**
 * The report with a number in place of the name of each person of the team, the same wherever they stand in it, also
 * where somebody mentions them. Names within other words that people wrote stay, and so do people outside of the team.
 */
export function withoutNames(report: Report): Report {
  const known = Object.values(report.people);
  const named = known.some(({ id }) => id === report.made.by.id) ? known : [...known, report.made.by];
  const numbered = new Map(
    named.map(({ id, name }, index) => [id, { id, name: `Colleague ${index + 1}`, own: name }]),
  );
  const plain = ({ id }: Person): Person => ({ id, name: numbered.get(id)?.name ?? 'A colleague' });
  const instead = new Map([...numbered.values()].map(({ own, name }) => [own, { name }]));
  const inWords = (body: RichText): RichText => ({
    ...body,
    content: body.content.map((block) => blockWithout(block, named, instead)),
  });
  return {
    ...report,
    people: Object.fromEntries(Object.entries(report.people).map(([id, person]) => [id, plain(person)])),
    made: { ...report.made, by: plain(report.made.by) },
    entries: report.entries.map((entry) => ({ ...entry, annotation: inBodies(entry.annotation, inWords) })),
  };
}

function inBodies(annotation: Annotation, change: (body: RichText) => RichText): Annotation {
  return {
    ...annotation,
    notes: annotation.notes.map((note) => ({ ...note, body: change(note.body) })),
    threads: annotation.threads.map((thread) => ({
      ...thread,
      replies: thread.replies.map((reply) => ({ ...reply, body: change(reply.body) })),
    })),
  };
}

type Instead = ReadonlyMap<string, Pick<Person, 'name'>>;

function blockWithout(block: RichBlock, people: readonly Person[], instead: Instead): RichBlock {
  const all = (blocks: readonly RichBlock[]): readonly RichBlock[] =>
    blocks.map((one) => blockWithout(one, people, instead));
  switch (block.type) {
    case 'paragraph':
      return { ...block, content: block.content?.map((part) => inlineWithout(part, people, instead)) };
    case 'blockquote':
      return { ...block, content: all(block.content) };
    default:
      return { ...block, content: block.content.map((item) => ({ ...item, content: all(item.content) })) };
  }
}

function inlineWithout(part: RichInline, people: readonly Person[], instead: Instead): RichInline {
  if (part.type === 'hardBreak' || !part.text.includes('@')) return part;
  const text = piecesWithMentions(part.text, people).map((piece) => {
    const person = piece.isMention ? instead.get(piece.text.slice(1)) : undefined;
    return person === undefined ? piece.text : mentionText(person);
  });
  return { ...part, text: text.join('') };
}

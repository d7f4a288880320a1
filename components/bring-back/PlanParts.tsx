import { richTextToPlain } from '@/lib/domain/rich-text';
import type { NewPart } from '@/lib/exchange/back-in';
import { bringBack } from '../messages/bring-back';
import { WordDiff } from '../wording/WordDiff';
import { RichTextView } from '../workbench/RichTextView';

const words = bringBack.item;

/** What would come to an annotation: notes, evidence, flags and conversations, in whole. */
export function PlanParts({ parts }: { readonly parts: readonly NewPart[] }) {
  if (parts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {parts.map((part) => (
        <li key={part.id} className="border-s-2 ps-3">
          <span className="block text-xs text-ink-3">{nameOf(part)}</span>
          <PartWords part={part} />
        </li>
      ))}
    </ul>
  );
}

function nameOf(part: NewPart): string {
  switch (part.kind) {
    case 'note':
      return words.note;
    case 'note_change':
      return words.noteChange;
    case 'evidence':
      return part.fields.isConfidential ? `${words.evidence}, ${words.confidential}` : words.evidence;
    case 'flag':
      return words.flag;
    case 'reply':
      return words.reply;
    case 'thread':
      return words.thread[part.threadKind];
  }
}

function PartWords({ part }: { readonly part: NewPart }) {
  switch (part.kind) {
    case 'note':
    case 'reply':
      return <RichTextView body={part.body} />;
    case 'note_change':
      return <WordDiff before={richTextToPlain(part.before)} after={richTextToPlain(part.body)} />;
    case 'flag':
      return <p dir="auto">{part.reason}</p>;
    case 'evidence': {
      const { title, address, quote } = part.fields;
      return (
        <>
          <p dir="auto">{title}</p>
          {address === null ? null : <p className="break-all text-ink-2">{address}</p>}
          {quote === null ? null : (
            <p className="font-serif text-ink-2" dir="auto">
              {words.quoted(quote)}
            </p>
          )}
        </>
      );
    }
    case 'thread':
      return part.replies.map((reply) => <RichTextView key={reply.id} body={reply.body} />);
  }
}

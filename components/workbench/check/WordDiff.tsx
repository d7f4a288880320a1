import { wordChanges } from '@/lib/domain/word-changes';
import { check } from '../../messages/check';

const words = check.proposal;

type WordDiffProps = { readonly before: string; readonly after: string };

/** A passage with the words that go struck out and the words that come marked, said as well as coloured. */
export function WordDiff({ before, after }: WordDiffProps) {
  let at = 0;
  return (
    <p dir="auto" className="font-serif text-base break-words whitespace-pre-line">
      {wordChanges(before, after).map(({ kind, text }) => {
        const key = `${kind} ${at}`;
        at += text.length;
        if (kind === 'kept') return <span key={key}>{text}</span>;
        if (kind === 'removed')
          return (
            <del key={key} className="bg-danger-bg text-danger decoration-1">
              <span className="sr-only">{words.removed}</span>
              {text}
            </del>
          );
        return (
          <ins key={key} className="bg-ok-bg text-ok decoration-1 underline-offset-2 [del+&]:ms-[0.2em]">
            <span className="sr-only">{words.added}</span>
            {text}
          </ins>
        );
      })}
    </p>
  );
}

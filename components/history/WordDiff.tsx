import { wordChanges } from '@/lib/domain/word-changes';
import { history } from '../messages/history';

type WordDiffProps = { readonly before: string; readonly after: string };

/** What changed from one wording to another, in one line of text: struck through what went, underlined what came. */
export function WordDiff({ before, after }: WordDiffProps) {
  let offset = 0;
  return (
    <span dir="auto" className="font-serif whitespace-pre-wrap">
      {wordChanges(before, after).map(({ kind, text }) => {
        const key = `${kind} ${offset}`;
        offset += text.length;
        if (kind === 'kept') return <span key={key}>{text}</span>;
        return kind === 'removed' ? (
          <del key={key} className="bg-danger-bg text-danger decoration-1">
            <span className="sr-only">{history.changedFrom} </span>
            {text}
          </del>
        ) : (
          <ins key={key} className="bg-ok-bg text-ok decoration-1 underline-offset-2">
            <span className="sr-only">{history.changedTo} </span>
            {text}
          </ins>
        );
      })}
    </span>
  );
}

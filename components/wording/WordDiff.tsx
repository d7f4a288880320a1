import { Fragment } from 'react';
import { readableChanges, withoutEdges } from '@/lib/domain/text/readable-changes';
import { Came, Went } from './changed-words';
import { WholeChange } from './WholeChange';

type WordDiffProps = { readonly before: string; readonly after: string };

/**
 * What changed from one wording to another: in one run of words with what went struck out and what came underlined, or,
 * where hardly a word stays, one wording below the other. The same wherever a change of wording is shown.
 */
export function WordDiff({ before, after }: WordDiffProps) {
  const { isWhole, changes } = readableChanges(before, after);
  if (isWhole) return <WholeChange before={before} after={after} />;
  let at = 0;
  return (
    <span dir="auto" className="font-serif break-words whitespace-pre-wrap">
      {changes.map(({ kind, text }) => {
        const key = `${kind} ${at}`;
        at += text.length;
        if (kind === 'kept') return <Fragment key={key}>{text}</Fragment>;
        const [lead, words, trail] = withoutEdges(text);
        return (
          <Fragment key={key}>
            {lead}
            {kind === 'removed' ? <Went>{words}</Went> : <Came>{words}</Came>}
            {trail}
          </Fragment>
        );
      })}
    </span>
  );
}

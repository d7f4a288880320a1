import type { Publication } from '@/lib/domain/report/publication';
import { countForgotten, type HistoryLine, historyOf } from '@/lib/domain/report/publication-history';
import type { FormAction } from '../account/form-action';
import { share as shareWords } from '../messages/share';
import { RelativeTime } from '../ui/RelativeTime';
import { ForGoodButton } from './ForGoodButton';

const words = shareWords.publication.history;

type ReportHistoryProps = {
  readonly articleId: string;
  readonly publication: Publication;
  readonly address: string;
  readonly takeAway: FormAction;
};

/** What happened to a published report, as the public reads it; an earlier version can be taken away. */
export function ReportHistory({ articleId, publication, address, takeAway }: ReportHistoryProps) {
  const forgotten = countForgotten(publication);
  return (
    <section aria-labelledby="report-history">
      <h3 id="report-history" className="text-sm font-medium">
        {words.title}
      </h3>
      <p className="text-sm text-ink-2">{words.hint}</p>
      <ol className="mt-2 flex flex-col gap-2">
        {historyOf(publication).map((line) => (
          <li
            key={`${line.at} ${line.number}`}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-l-2 pl-3"
          >
            <div className="min-w-0 flex-1">
              <p className="text-sm">
                <Title line={line} address={address} />
              </p>
              {line.correction === null ? null : <p dir="auto">{line.correction}</p>}
            </div>
            {line.state === 'readable' && line.number !== null ? (
              <ForGoodButton
                size="sm"
                label={words.takeAway}
                fullLabel={words.takeAwayOf(line.number)}
                action={takeAway}
                values={{
                  articleId,
                  version: String(publication.version),
                  number: String(line.number),
                }}
                question={words.question(line.number)}
                done={words.takenAwayOf(line.number)}
              />
            ) : null}
          </li>
        ))}
        {forgotten === 0 ? null : (
          <li className="border-l-2 pl-3 text-sm text-ink-2">{words.forgotten(forgotten)}</li>
        )}
      </ol>
    </section>
  );
}

function Title({ line, address }: { readonly line: HistoryLine; readonly address: string }) {
  const { number, state, at, goneAt, correction } = line;
  return (
    <>
      {number === null ? null : <strong className="font-semibold">{words.version(number)}</strong>}
      {number === null && correction !== null ? words.correction : null}
      {number === null && correction === null ? null : ' · '}
      <span className="text-ink-2">
        <RelativeTime at={at} />
        {state === 'unknown' || state === 'readable' ? null : ` · ${words.states[state]}`}
        {goneAt === null ? null : (
          <>
            {' '}
            <RelativeTime at={goneAt} />
          </>
        )}
        {state === 'readable' && number !== null ? (
          <>
            {' · '}
            <a href={`${address}/versions/${number}`} className="underline">
              {words.read(number)}
            </a>
          </>
        ) : null}
      </span>
    </>
  );
}

import type { Correction } from '@/lib/domain/report/publication';
import { share as shareWords } from '../messages/share';
import { RelativeTime } from '../ui/RelativeTime';

/** What was put right since the report was published first, the first one first. */
export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  const words = shareWords.publication;
  return (
    <section aria-labelledby="corrections">
      <h3 id="corrections" className="text-sm font-medium">
        {words.corrections}
      </h3>
      {corrections.length === 0 ? (
        <p className="text-sm text-ink-2">{words.noCorrections}</p>
      ) : (
        <ol className="mt-1 flex flex-col gap-1.5">
          {corrections.map(({ id, at, text }) => (
            <li key={id} className="border-l-2 pl-3">
              <p dir="auto">{text}</p>
              <p className="text-xs text-ink-2">
                <RelativeTime at={at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

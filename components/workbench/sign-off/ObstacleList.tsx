'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { isChecked } from '@/lib/domain/laws/check-laws';
import { openQueries } from '@/lib/domain/thread';
import { signOff as words } from '../../messages/sign-off';
import { Notice } from '../../ui/Notice';

type ObstacleListProps = {
  /** As sentences. */
  readonly against: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly unsignedClaims: number;
  readonly onOpen: (annotationId: string) => void;
};

/** What stands against a sign-off, each annotation with the way to its card; and what does not, but should be known. */
export function ObstacleList({ against, annotations, unsignedClaims, onOpen }: ObstacleListProps) {
  const open = annotations.flatMap((annotation) =>
    obstaclesOf(annotation).map((name) => ({ name, annotation })),
  );
  const firstUnsigned = annotations.find(
    ({ mark, check, repeatsId }) => mark === 'claim' && repeatsId === null && check.status !== 'signed_off',
  );
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.obstacles}</h3>
      {against.length === 0 ? (
        <Notice tone="ok">{words.clear}</Notice>
      ) : (
        <ul className="list-disc ps-5">
          {against.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {open.length === 0 ? null : (
        <ul className="max-h-40 overflow-y-auto rounded-lg border">
          {open.map(({ name, annotation }) => (
            <li key={`${annotation.id} ${name}`} className="border-b last:border-0">
              <button
                type="button"
                onClick={() => onOpen(annotation.id)}
                className="flex w-full items-baseline gap-2 px-2.5 py-1.5 text-start hover:bg-wash focus-visible:-outline-offset-2"
              >
                <span className="shrink-0 text-xs font-medium text-danger">{name}</span>
                <bdi className="line-clamp-1 font-serif">{annotation.anchor.exact}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {unsignedClaims === 0 || firstUnsigned === undefined ? null : (
        <Notice tone="warn">
          {words.unsigned(unsignedClaims)}{' '}
          <button
            type="button"
            onClick={() => onOpen(firstUnsigned.id)}
            className="font-medium underline underline-offset-2"
          >
            {words.goThere}
          </button>
        </Notice>
      )}
    </section>
  );
}

function obstaclesOf(annotation: Annotation): readonly string[] {
  const status = isChecked(annotation) ? annotation.check.status : undefined;
  return [
    ...(openQueries(annotation.threads).length > 0 ? [words.query] : []),
    ...(status === 'disputed' ? [words.disputed] : []),
    ...(status === 'stale' ? [words.stale] : []),
  ];
}

import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import { type Check, freshCheck } from '@/lib/domain/check';
import { foreignCheck } from '@/lib/domain/foreign-check';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { type Renewal, renewIds } from '@/lib/exchange/galley/renew-ids';

/** What an annotation of a file becomes part of; `ids` are those of all annotations in the file. */
export type Renewing = {
  readonly articleId: string;
  readonly renewal: Renewal;
  readonly ids: ReadonlySet<string>;
};

/** The same annotation under new ids, with a check that this Galley could have let happen. */
export function renewedAnnotation(
  { anchor, partOfId, repeatsId, check, ...rest }: GalleyFile['annotations'][number],
  { articleId, renewal, ids }: Renewing,
): Annotation {
  const linked = (id: string | null): string | null => (id !== null && ids.has(id) ? id : null);
  const links = { partOfId: linked(partOfId), repeatsId: linked(repeatsId) };
  const { check: sound, ...renewed } = renewIds({ ...rest, ...links, check: foreignCheck(check) }, renewal);
  const revisionId = renewal.revision(anchor.revisionId ?? '');
  return {
    ...renewed,
    articleId,
    check: isFresh(sound) ? freshCheck : sound,
    anchor: { ...anchor, revisionId },
  };
}

/** Whether nobody has begun a check: the schema gives its fields in the order of ours. */
const isFresh = (check: Check): boolean => JSON.stringify(check) === JSON.stringify(freshCheck);

/** The ids of all annotations of a file, also of deleted ones. */
export function annotationIdsOf({ annotations, whole }: GalleyFile): ReadonlySet<string> {
  const deleted = whole?.deleted.annotations ?? [];
  return new Set([...annotations, ...deleted.map(({ annotation }) => annotation)].map(({ id }) => id));
}

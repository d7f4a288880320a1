import { z } from 'zod';
import type { Mark } from './annotation';
import type { CheckStatus } from './check';
import {
  type EvidenceFields,
  evidenceFieldsSchema,
  type evidenceStances,
  independenceGroupSchema,
} from './evidence';
import type { Instant } from './ids';

const { type, tier, address } = evidenceFieldsSchema.shape;

/** What a team knows of a source that it uses again and again. `null` means not given. */
export const sourceFieldsSchema = z.strictObject({
  title: z.string().trim().min(1, 'Give the source a title.').max(500),
  address,
  type,
  tier,
  independenceGroup: independenceGroupSchema,
  /** What colleagues should know before they use it. */
  note: z.string().trim().max(5_000).nullable(),
});
export type SourceFields = Readonly<z.infer<typeof sourceFieldsSchema>>;

/** A source in a team's library. */
export type Source = SourceFields & {
  readonly id: string;
  readonly createdById: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
};

/** A line of the library: how many claims rest on the source. */
export type SourceListItem = Source & { readonly uses: number };

/** A claim that rests on a source. */
export type SourceUse = {
  readonly evidenceId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly annotationId: string;
  readonly mark: Mark;
  readonly status: CheckStatus;
  readonly exact: string;
  readonly stance: (typeof evidenceStances)[number];
  readonly locator: string | null;
};

/** What evidence takes over from a source that is chosen for it. */
export function evidenceFrom(source: Pick<Source, keyof SourceFields | 'id'>): Partial<EvidenceFields> {
  const { id, title, address, type, tier, independenceGroup } = source;
  return { sourceId: id, title, address, type, tier, independenceGroup };
}

/** The source that a piece of evidence makes when it is kept for others. */
export function sourceFrom(evidence: EvidenceFields): SourceFields {
  const { title, address, type, tier, independenceGroup } = evidence;
  return { title, address, type, tier, independenceGroup, note: null };
}

import { z } from 'zod';
import { type Evidence, type EvidenceFields, evidenceFieldsSchema } from '@/lib/domain/evidence';

/** The prefix of Galley's own terms in JSON-LD, where the W3C model has none: what stands behind it names no address. */
export const galleyTerms = { galley: 'urn:galley:ns:' } as const;

/** The property of a body that holds evidence as it was graded. */
const term = 'galley:evidence';

/** The fields that go out under our own terms. Files, sources and contacts are the house's own. */
const fieldNames = [
  'type',
  'tier',
  'stance',
  'title',
  'quote',
  'locator',
  'accessedOn',
  'archivedAddress',
  'independenceGroup',
  'captureHash',
  'reliability',
  'credibility',
  'attribution',
] as const satisfies readonly (keyof EvidenceFields)[];

const known = evidenceFieldsSchema.pick({
  type: true,
  tier: true,
  stance: true,
  title: true,
  quote: true,
  locator: true,
  accessedOn: true,
  archivedAddress: true,
  independenceGroup: true,
  captureHash: true,
  reliability: true,
  credibility: true,
  attribution: true,
});
/** What a body says of evidence under these terms. */
export type EvidenceTerms = z.infer<typeof known>;

/** What is known of a piece of evidence, under our own terms; what is not given has none. */
export function evidenceTerms(item: Evidence): object {
  const given = fieldNames.flatMap((name) => (item[name] === null ? [] : [[`galley:${name}`, item[name]]]));
  return { [term]: Object.fromEntries(given) };
}

/** What a body says of evidence under our own terms; null where it says nothing, or not what evidence can be. */
export function readEvidenceTerms(body: unknown): EvidenceTerms | null {
  const said = z.looseObject({ [term]: z.record(z.string(), z.unknown()) }).safeParse(body).data?.[term];
  if (said === undefined) return null;
  const plain = Object.fromEntries(fieldNames.map((name) => [name, said[`galley:${name}`] ?? null]));
  return known.safeParse(plain).data ?? null;
}

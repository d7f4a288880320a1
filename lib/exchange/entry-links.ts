import type { Report, ReportEntry } from '@/lib/domain/report/report';

/** The entries of a report by their annotation, and what is a part or a repetition of each. */
export type EntryLinks = {
  readonly byId: ReadonlyMap<string, ReportEntry>;
  readonly parts: ReadonlyMap<string, readonly ReportEntry[]>;
  readonly repetitions: ReadonlyMap<string, readonly ReportEntry[]>;
};

const known = new WeakMap<Report, EntryLinks>();

/** Looked up once for a report, because each of thousands of annotations asks. */
export function linksOf(report: Report): EntryLinks {
  const found = known.get(report) ?? findLinks(report);
  known.set(report, found);
  return found;
}

function findLinks({ entries }: Report): EntryLinks {
  const parts = new Map<string, ReportEntry[]>();
  const repetitions = new Map<string, ReportEntry[]>();
  for (const entry of entries) {
    const { partOfId, repeatsId } = entry.annotation;
    if (partOfId !== null) parts.set(partOfId, [...(parts.get(partOfId) ?? []), entry]);
    if (repeatsId !== null) repetitions.set(repeatsId, [...(repetitions.get(repeatsId) ?? []), entry]);
  }
  return { byId: new Map(entries.map((entry) => [entry.annotation.id, entry])), parts, repetitions };
}

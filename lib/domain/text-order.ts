import type { Annotation } from './annotation';

/** Reading order: by start, the longer passage first, then by age; orphaned ones after all others. */
export function inTextOrder(a: Annotation, b: Annotation): number {
  const lost = Number(a.anchor.state === 'orphaned') - Number(b.anchor.state === 'orphaned');
  if (lost !== 0) return lost;
  if (a.anchor.start !== b.anchor.start) return a.anchor.start - b.anchor.start;
  if (a.anchor.end !== b.anchor.end) return b.anchor.end - a.anchor.end;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

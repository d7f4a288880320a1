import type { Report } from '@/lib/domain/report/report';
import type { Verdict } from '@/lib/domain/verdict';

/** A verdict with the scale that it was given on, where the report knows it: `Mostly false (scale “Galley”)`. */
export function verdictWords({ label, scaleId, scaleVersion }: Verdict, scales: Report['scales']): string {
  const scale = scales.find(({ id, version }) => id === scaleId && version === scaleVersion);
  return scale === undefined ? label : `${label} (scale “${scale.name}”)`;
}

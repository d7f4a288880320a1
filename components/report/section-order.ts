import { type ReportSection, reportSections } from '@/lib/domain/report/report-arrangement';

/**
 * All sections in the order in which they are offered: as somebody put them, as far as that agrees with those that are
 * chosen; otherwise the chosen ones first, as after a preset.
 */
export function sectionsInOrder(
  order: readonly ReportSection[],
  chosen: readonly ReportSection[],
): readonly ReportSection[] {
  const isKept = order.filter((section) => chosen.includes(section)).join() === chosen.join();
  if (isKept && order.length === reportSections.length) return order;
  return [...chosen, ...reportSections.filter((section) => !chosen.includes(section))];
}

/** The sections with one of them before or behind its neighbour among those that are shown. */
export function moved(
  all: readonly ReportSection[],
  shown: readonly ReportSection[],
  section: ReportSection,
  by: -1 | 1,
): readonly ReportSection[] {
  const neighbour = shown[shown.indexOf(section) + by];
  if (neighbour === undefined) return all;
  const others = all.filter((one) => one !== section);
  const place = others.indexOf(neighbour) + (by === 1 ? 1 : 0);
  return [...others.slice(0, place), section, ...others.slice(place)];
}

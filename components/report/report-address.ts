import { type Arrangement, plainArrangement } from '@/lib/domain/report/report-arrangement';

/** What is asked of the export door besides the arrangement. */
export type ExportWish = {
  readonly format: string;
  readonly table?: string | undefined;
  readonly show?: '1' | undefined;
};

/** The address of a report; what is as usual is left out of it. */
export function exportAddress(articleId: string, arrangement: Arrangement, wish: ExportWish): string {
  const { view, sections, marks, details, order, look, since } = arrangement;
  const isUsual = (list: readonly string[], all: readonly string[]): boolean => list.join() === all.join();
  const query = {
    ...wish,
    view,
    sections: isUsual(sections, plainArrangement.sections) ? undefined : sections.join(','),
    marks: isUsual(marks, plainArrangement.marks) ? undefined : marks.join(','),
    details: isUsual(details, plainArrangement.details) ? undefined : details.join(','),
    order: order === plainArrangement.order ? undefined : order,
    look: look === plainArrangement.look ? undefined : look,
    since: since === null ? undefined : String(since),
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, value);
  return `/api/articles/${articleId}/export?${params}`;
}

/** Where a report stands as a page to be looked at. */
export const previewAddress = (articleId: string, arrangement: Arrangement): string =>
  exportAddress(articleId, arrangement, { format: 'html', show: '1' });

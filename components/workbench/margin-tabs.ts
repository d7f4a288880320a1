import type { AnnotationFilters } from '@/lib/workbench/filters';

/** The tabs of the margin. */
export type MarginTab = 'text' | 'orphaned';

/** Which tab the filters ask for. */
export const tabOf = ({ orphaned }: AnnotationFilters): MarginTab => (orphaned ? 'orphaned' : 'text');

/** The id of what the tabs of the margin show. */
export const panelId = 'margin-panel';

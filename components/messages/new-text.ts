import type { DriftCounts } from '@/lib/domain/revised';

/** What is said of text that changes while the workbench is open. */
export const newText = {
  shown: (number: number, { touched, orphaned }: DriftCounts): string =>
    [`Revision ${number} is shown now.`, ofChanged(touched), ofLost(orphaned)].filter(Boolean).join(' '),
  added: (words: string): string => `New text at the end: ${words}`,
  failed: 'The new text could not be fetched. Check the connection, then press L again.',
};

const ofChanged = (count: number): string =>
  count === 0 ? '' : count === 1 ? '1 mark has other words now.' : `${count} marks have other words now.`;

const ofLost = (count: number): string =>
  count === 0 ? '' : count === 1 ? '1 mark has lost its passage.' : `${count} marks have lost their passage.`;

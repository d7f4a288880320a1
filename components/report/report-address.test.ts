import { describe, expect, it } from 'vitest';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { exportAddress } from './report-address';

describe('the address of a report', () => {
  it('says nothing of what is as usual', () => {
    expect(exportAddress('1', plainArrangement, { format: 'pdf' })).toBe(
      '/api/articles/1/export?format=pdf&view=checking',
    );
  });

  it('says what was chosen', () => {
    const chosen = {
      view: 'public',
      sections: ['legend'],
      marks: ['claim'],
      details: ['notes', 'names'],
      order: 'mark',
      look: 'after',
      since: 2,
    } as const;
    expect(exportAddress('1', chosen, { format: 'csv', table: 'evidence' })).toBe(
      '/api/articles/1/export?format=csv&table=evidence&view=public&sections=legend&marks=claim&details=notes%2Cnames&order=mark&look=after&since=2',
    );
  });

  it('says that no section is wanted', () => {
    expect(exportAddress('1', { ...plainArrangement, sections: [] }, { format: 'html' })).toContain(
      '&sections=',
    );
  });
});

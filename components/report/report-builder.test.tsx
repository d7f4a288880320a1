import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { ArrangementFields } from './ArrangementFields';

const markup = (changes: Partial<typeof plainArrangement>): string =>
  renderToStaticMarkup(
    <ArrangementFields
      arrangement={{ ...plainArrangement, ...changes }}
      revision={2}
      onChange={() => undefined}
    />,
  );

describe('the choices of a report', () => {
  it('offer the log of changes for the checking copy, since each revision', () => {
    const words = markup({});
    expect(words).toContain('Log of changes');
    expect(words).toMatch(/<option value="2">Revision 2<\/option><option value="1">Revision 1<\/option>/);
  });

  it('leave out what a copy cannot have, and say why', () => {
    const words = markup({ view: 'public' });
    expect(words).not.toContain('>Log of changes<');
    expect(words).toContain(
      'Only the checking copy has dissent, the right-of-reply log and the log of changes.',
    );
  });

  it('say why annotations stand after the text where they are in another order', () => {
    expect(markup({ order: 'mark' })).toContain(
      'In another order than that of the text they stand after it.',
    );
  });
});

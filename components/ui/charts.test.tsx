import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BarChart } from './BarChart';
import { ChartFrame } from './ChartFrame';
import { ColumnChart } from './ColumnChart';
import { LineChart } from './LineChart';
import { StackedBar } from './StackedBar';

const numbersIn = (markup: string, attribute: string): number[] =>
  [...markup.matchAll(new RegExp(` ${attribute}="([0-9.]+)%"`, 'g'))].map(([, value]) => Number(value));

describe('charts', () => {
  it('draw the longest bar over the whole width, and nothing longer', () => {
    const bars = [
      { name: 'Confirmed', value: 8 },
      { name: 'Incorrect', value: 2 },
    ];
    expect(numbersIn(renderToStaticMarkup(<BarChart bars={bars} />), 'width')).toEqual([
      100, 100, 100, 100, 25,
    ]);
  });

  it('fill a whole with its parts, each where the one before ends and in a pattern of its own', () => {
    const markup = renderToStaticMarkup(
      <StackedBar
        parts={[
          { name: 'Not begun', value: 1, paint: 'grey' },
          { name: 'Proposed', value: 0, paint: 'violet' },
          { name: 'Signed off', value: 3, paint: 'green' },
        ]}
      />,
    );
    expect(numbersIn(markup, 'x')).toEqual([0, 25]);
    expect(numbersIn(markup, 'width').slice(2)).toEqual([25, 75]);
    expect(new Set([...markup.matchAll(/fill="url\(#([^)]+)\)"/g)].map(([, id]) => id)).size).toBe(5);
    expect(markup).toContain('Proposed');
  });

  it('stay finite when there is nothing to show', () => {
    const nothing = [
      renderToStaticMarkup(<BarChart bars={[]} />),
      renderToStaticMarkup(<StackedBar parts={[]} />),
      renderToStaticMarkup(<ColumnChart columns={[{ name: 'none', value: 0 }]} />),
      renderToStaticMarkup(<LineChart lines={[{ name: 'one day', values: [0] }]} from="1 Mar" to="1 Mar" />),
    ];
    expect(nothing.join('')).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('come with a title, a sentence, and their figures as a table', () => {
    const markup = renderToStaticMarkup(
      <ChartFrame
        title="Outcomes"
        summary="Of 10 proposals."
        table={{ head: ['Outcome', 'Claims'], rows: [['Confirmed', 8]] }}
      >
        <BarChart bars={[{ name: 'Confirmed', value: 8 }]} />
      </ChartFrame>,
    );
    expect(markup).toMatch(/<figure aria-labelledby="([^"]+)".*<h2 id="\1"/);
    expect(markup).toContain('Of 10 proposals.');
    expect(markup).toMatch(/<th scope="row">Confirmed<\/th><td[^>]*>8<\/td>/);
    expect(markup).toMatch(/<svg aria-hidden="true"/);
  });
});

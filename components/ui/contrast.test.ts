import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name, { light, dark }],
  ),
);

const grounds = ['paper', 'sheet', 'wash'];
const markGrounds = ['claim-bg', 'opinion-bg', 'sourced-bg', 'nofact-bg'];
const signalGrounds = ['pencil-bg', 'danger-bg', 'warn-bg', 'ok-bg'];
const coloured = ['pencil', 'claim', 'opinion', 'sourced', 'nofact', 'danger', 'warn', 'ok'];
const textPairs = [
  ...pairs(['ink', 'ink-2', 'ink-3'], [...grounds, ...markGrounds, ...signalGrounds]),
  ...pairs(coloured, [...grounds, ...markGrounds]),
  ...['pencil', 'danger', 'warn', 'ok'].map((name) => [name, `${name}-bg`] as const),
  ['paper', 'ink'],
  ['paper', 'ink-2'],
  ['sheet', 'danger'],
] as const;
const signPairs = pairs(
  ['line-3', ...Array.from({ length: 8 }, (_, n) => `person-${n}`)],
  ['paper', 'sheet'],
);

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(textPairs)('text in %s reads on %s (4.5:1)', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(signPairs)('a sign or border in %s shows on %s (3:1)', (sign, ground) => {
    expect(contrast(colour(sign, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

function pairs(texts: readonly string[], under: readonly string[]) {
  return texts.flatMap((text) => under.map((ground) => [text, ground] as const));
}

function colour(name: string, theme: 'light' | 'dark'): string {
  const value = tokens.get(name)?.[theme];
  if (value === undefined) throw new Error(`globals.css has no colour ${name}`);
  return value;
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

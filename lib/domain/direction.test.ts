import { describe, expect, it } from 'vitest';
import { directionOfParagraph, directionOfText } from './direction';

const arabic = 'ارتفعت حركة الميناء بنسبة 40% في عام 2024.';
const english = 'The port grew by 40 percent in 2024.';

describe('the direction of a text', () => {
  it.each([
    ['of Arabic letters', arabic, null, 'rtl'],
    ['of Hebrew letters', 'הנמל גדל ב-40 אחוז.', null, 'rtl'],
    ['of Latin letters', english, null, 'ltr'],
    ['of Japanese letters', '港の取扱量は2024年に40％増えた。', null, 'ltr'],
    ['of Arabic letters on a page that says ltr', arabic, 'ltr', 'rtl'],
    ['that is mixed, on a page that says rtl', `${arabic} ${english}`, 'rtl', 'rtl'],
    ['that is mixed, on a page that says ltr', `${arabic} ${english}`, 'ltr', 'ltr'],
    ['that is mixed', `${arabic} ${english}`, null, null],
    ['without letters', '2024: 40 %', null, null],
    ['without letters on a page that says rtl', '2024: 40 %', 'rtl', 'rtl'],
  ] as const)('%s', (_name, text, said, direction) => expect(directionOfText(text, said)).toBe(direction));
});

describe('the direction of a paragraph', () => {
  it.each([
    ['begins with a foreign name and runs as its article', `NATO: ${arabic}`, 'rtl', 'rtl'],
    ['begins with a foreign name in an English article', `ميناء (harbour): ${english}`, 'ltr', 'ltr'],
    ['is foreign throughout and runs its own way', english, 'rtl', 'auto'],
    ['is Hebrew throughout in an English article', 'הנמל גדל', 'ltr', 'auto'],
    ['stands in an article of which nothing is known', `NATO: ${arabic}`, null, 'auto'],
    ['has no letters', '2024', 'rtl', 'auto'],
  ] as const)('%s', (_name, words, direction, found) =>
    expect(directionOfParagraph(words, direction)).toBe(found),
  );
});

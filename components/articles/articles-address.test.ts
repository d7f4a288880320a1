import { expect, it } from 'vitest';
import { articlesAddress, articlesQuery, parseArticlesView } from './articles-address';

it('gives back the view that an address was made of', () => {
  const view = { search: 'port & “city”', progress: 'in_progress' } as const;
  const params = new URL(articlesAddress(view), 'http://galley.test').searchParams;
  expect(parseArticlesView(Object.fromEntries(params))).toEqual(view);
});

it('leaves out what is not said or not known', () => {
  expect(articlesAddress({ search: ' ', progress: undefined })).toBe('/articles');
  expect(parseArticlesView({ progress: 'finished', search: ['a', 'b'] })).toEqual({
    search: '',
    progress: undefined,
  });
  expect(articlesQuery({ search: 'port', progress: undefined }, 'abc')).toBe('search=port&cursor=abc');
});

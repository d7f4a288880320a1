import { expect, it } from 'vitest';
import { lookQuery, parseQueueLook, passageAddress, queueAddress } from './queue-address';

const article = 'f3b1c6de-1111-4222-8333-444455556666';

it('reads what an address asks for and leaves out what is none of its kind', () => {
  expect(parseQueueLook({})).toEqual({ split: 'open', sort: 'overdue' });
  const asked = { split: 'mine', sort: 'age', priority: 'urgent', due: 'never', article: 'x', type: 'quote' };
  expect(parseQueueLook(asked)).toEqual({ split: 'mine', sort: 'age', priority: 'urgent', type: 'quote' });
  expect(parseQueueLook({ split: 'theirs', assignee: ['x', 'nobody'] })).toEqual({
    split: 'open',
    sort: 'overdue',
    assignee: 'nobody',
  });
});

it('writes addresses that it reads back, without what goes without saying', () => {
  const look = parseQueueLook({ split: 'stale', due: 'week', article });
  expect(queueAddress(parseQueueLook({}))).toBe('/queue');
  expect(queueAddress(look, 'a1')).toBe(`/queue?split=stale&article=${article}&due=week&annotation=a1`);
  expect(parseQueueLook(Object.fromEntries(new URLSearchParams(lookQuery(look))))).toEqual(look);
});

it('takes the look along into the article', () => {
  const address = passageAddress(article, 'a1', parseQueueLook({ split: 'mine', type: 'quote' }));
  const params = new URLSearchParams(address.split('?')[1]);
  expect(params.get('annotation')).toBe('a1');
  expect(params.get('look')).toBe('split=mine&type=quote');
  expect(passageAddress(article, 'a1', parseQueueLook({}))).toBe(
    `/articles/${article}?annotation=a1&from=queue`,
  );
});

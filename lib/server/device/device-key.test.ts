import { expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { deviceKeyOf } from './device-key';

const ada: Actor = { userId: 'ada', name: 'Ada', teamId: 'team', role: 'viewer' };

test('hands the same key of 256 bits to the same person again, and another one to everybody else', () => {
  const { key } = deviceKeyOf(ada, true);
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(deviceKeyOf({ ...ada, role: 'owner' }, true)).toEqual({ userId: 'ada', key });
  expect(deviceKeyOf({ ...ada, userId: 'ben' }, true).key).not.toBe(key);
});

test('hands nothing to a program', () => {
  expect(() => deviceKeyOf(ada, false)).toThrow('This key is for a browser that is signed in.');
});

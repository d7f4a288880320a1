import { expect, it } from 'vitest';
import { createDeviceBox } from './device-box';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

it('opens what it locked, also with the same key handed out again, and shows no word of it', async () => {
  const locked = await (await createDeviceBox(keyOf(1))).lock({ words: 'The quay is sinking.' }, 'row 1');
  expect(Buffer.from(locked.bytes).toString('latin1')).not.toContain('quay');
  const again = await createDeviceBox(keyOf(1));
  expect(await again.open(locked, 'row 1')).toEqual({ words: 'The quay is sinking.' });
});

it('locks the same words differently each time', async () => {
  const box = await createDeviceBox(keyOf(1));
  const [one, other] = [await box.lock('words', 'row 1'), await box.lock('words', 'row 1')];
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false);
});

it('opens nothing with another person’s key, under another row, or that was changed', async () => {
  const box = await createDeviceBox(keyOf(1));
  const locked = await box.lock('words', 'row 1');
  expect(await (await createDeviceBox(keyOf(2))).open(locked, 'row 1')).toBeUndefined();
  expect(await box.open(locked, 'row 2')).toBeUndefined();
  const bytes = locked.bytes.slice(0);
  new Uint8Array(bytes)[0] = (new Uint8Array(bytes)[0] ?? 0) ^ 1;
  expect(await box.open({ ...locked, bytes }, 'row 1')).toBeUndefined();
});

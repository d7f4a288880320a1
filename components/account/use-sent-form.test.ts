import { redirect } from 'next/navigation';
import { expect, it } from 'vitest';
import { idleForm } from '@/lib/domain/form-state';
import { formOf } from './form-action';
import { keptIfUnreached } from './use-sent-form';

it('keeps what was typed when nobody answers', async () => {
  const send = keptIfUnreached(async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await send(idleForm, formOf({ name: 'Deep Throat', details: 'In the garage.' }))).toEqual({
    status: 'failed',
    message: 'Galley does not answer. Check the connection and try again.',
    fields: {},
    values: { name: 'Deep Throat', details: 'In the garage.' },
  });
});

it('follows the action to another page', async () => {
  const send = keptIfUnreached(async () => redirect('/sources'));
  await expect(send(idleForm, formOf({}))).rejects.toThrow('NEXT_REDIRECT');
});

it('hands on what the action says', async () => {
  const refused = { status: 'failed', message: 'Only an owner.', fields: {}, values: {} } as const;
  expect(await keptIfUnreached(async () => refused)(idleForm, formOf({}))).toBe(refused);
});

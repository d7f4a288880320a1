import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';
import { idleForm } from '@/lib/domain/form-state';
import { env } from './env';
import { formAction } from './form';
import * as visitor from './visitor';

const schema = z.strictObject({
  name: z.string().min(1, 'Give a name.'),
  password: z.string().min(3, 'Too short.'),
});

const origin = vi.spyOn(visitor, 'visitorOrigin');
beforeEach(() => void origin.mockResolvedValue(env.PUBLIC_URL));
afterAll(() => void origin.mockRestore());

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('hands over the values and answers with the result', async () => {
  const action = formAction(schema, async ({ name }) => `Hello ${name}`);
  const given = form({ name: 'Ada', password: 'abc', $ACTION_ID_1: '' });
  expect(await action(idleForm, given)).toEqual({ status: 'done', result: 'Hello Ada' });
});

test('puts each fault beside its field and keeps what was typed, but no password', async () => {
  const action = formAction(schema, async () => 'never');
  expect(await action(idleForm, form({ name: '', password: 'a' }))).toEqual({
    status: 'failed',
    fields: { name: 'Give a name.', password: 'Too short.' },
    values: { name: '' },
  });
});

test('shows a refusal at its field when it names one, else above the form', async () => {
  const given = () => form({ name: 'Ada', password: 'abc' });
  const atField = formAction(schema, async () => {
    throw new DomainError('INVALID', 'Taken.', { field: 'name' });
  });
  expect(await atField(idleForm, given())).toMatchObject({
    fields: { name: 'Taken.' },
    values: { name: 'Ada' },
  });
  const above = formAction(schema, async () => {
    throw new DomainError('FORBIDDEN', 'Only an owner can do this.');
  });
  expect(await above(idleForm, given())).toMatchObject({ message: 'Only an owner can do this.', fields: {} });
});

test('shows an unknown error only as a number', async () => {
  const action = formAction(schema, async () => {
    throw new Error('the secret recipe');
  });
  const state = await action(idleForm, form({ name: 'Ada', password: 'abc' }));
  expect(JSON.stringify(state)).toContain('Something went wrong');
  expect(JSON.stringify(state)).not.toContain('recipe');
});

test('refuses a form that does not come from a page of ours, or does not say so', async () => {
  const handle = vi.fn(async () => 'changed');
  const action = formAction(schema, handle);
  const { host } = new URL(env.PUBLIC_URL);
  for (const other of [null, '', 'null', 'http://localhost:1', `https://${host}`, `${env.PUBLIC_URL}/`]) {
    origin.mockResolvedValue(other);
    const answer = await action(idleForm, form({ name: 'Ada', password: 'abc' }));
    expect(answer, String(other)).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('does not come from a page of Galley'),
      values: { name: 'Ada' },
    });
  }
  expect(handle).not.toHaveBeenCalled();
});

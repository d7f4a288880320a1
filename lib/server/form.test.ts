import { expect, test } from 'vitest';
import { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';
import { idleForm } from '@/lib/domain/form-state';
import { formAction } from './form';

const schema = z.strictObject({
  name: z.string().min(1, 'Give a name.'),
  password: z.string().min(3, 'Too short.'),
});

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

import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { apiTokenPrefix } from '../api-token';
import { createSecret, hashSecret } from '../secret-token';

/** What answers at an address. */
export type Handler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string>> },
) => Promise<Response> | Response;

/** What a test sends through a door. */
export type Sent = {
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
  /** Looks at the answer before its body is read. */
  readonly heard?: (response: Response) => void;
};

/** A bearer token of an actor, as `npm run token` makes it. */
export async function makeToken(actor: Actor): Promise<string> {
  const token = apiTokenPrefix + createSecret();
  const { userId, teamId } = actor;
  await db.apiToken.create({
    data: { id: randomUUID(), userId, teamId, name: 'Test', hash: hashSecret(token) },
  });
  return token;
}

/** A client with a bearer token that knocks at route handlers; without a token it is a stranger. */
export function client(token?: string) {
  return async (method: string, handler: Handler, sent: Sent = {}) => {
    const headers = new Headers(sent.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    if (sent.json !== undefined) headers.set('content-type', 'application/json');
    const body = sent.form ?? (sent.json === undefined ? null : JSON.stringify(sent.json));
    const path = Object.values(sent.params ?? {}).join('/');
    const request = new Request(`http://galley.test/api/v1/${path}?${sent.query ?? ''}`, {
      method,
      headers,
      body,
    });
    const response = await handler(request, { params: Promise.resolve(sent.params ?? {}) });
    sent.heard?.(response);
    const isEmpty = response.status === 204;
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      body: isEmpty ? undefined : isJson ? await response.json() : await response.text(),
    };
  };
}

/** Expects an answer to be a refusal with this status and a sentence for a person. */
export function expectRefusal(answer: { status: number; body: unknown }, status: number): void {
  expect(answer).toMatchObject({
    status,
    body: { error: { code: expect.any(String), id: expect.any(String) } },
  });
  expect(JSON.stringify(answer.body)).toMatch(/"message":"(\\.|[^"\\]){10,}"/);
}

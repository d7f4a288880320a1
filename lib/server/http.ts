import 'server-only';
import type { z } from 'zod';
import { ensureStorable } from '@/lib/db/storable';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { readOnly } from '@/lib/domain/token-scope';
import { type Caller, identify } from './access';
import { errorAnswer } from './error-answer';
import { checkOrigin } from './origin';
import { checkPerson } from './person-header';
import { countRequest, type Rate, type RateStanding, TooMany } from './rate-limit';
import { readForm, readJson } from './request-body';
import { parse, parseParams } from './validate';

type DoorOptions<B, P, Q> = {
  /** The JSON body. Without it the body is not read. */
  readonly body?: B;
  /** The values in the path; what does not fit is NOT_FOUND. */
  readonly params?: P;
  /** The query; a name given once is a string, given several times the last counts. */
  readonly query?: Q;
  /** Largest body, in bytes; 1 MiB unless said. */
  readonly maxBytes?: number;
  /** Largest form, in bytes; `maxBytes` unless said. */
  readonly maxFormBytes?: number;
  /** Accepts multipart/form-data too and hands it over as `form`; `body` is then undefined. */
  readonly multipart?: boolean;
  /** The body is a list of which each part is looked at by itself, whatever is wrong with another. */
  readonly isChecked?: 'by parts';
  readonly rate?: Rate;
  /** A browser asks by itself: it is no sign that its person is there, and does not keep them signed in. */
  readonly isBackground?: boolean;
};

type DoorContext<B, P, Q> = {
  readonly actor: Actor;
  readonly body: B;
  readonly params: P;
  readonly query: Q;
  readonly request: Request;
  /** Present when the request was multipart/form-data. */
  readonly form: FormData | undefined;
  /** The bearer token that was used, null for a browser's session. */
  readonly token: { readonly id: string } | null;
};

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type RouteContext = { readonly params: Promise<Record<string, string | string[] | undefined>> };

/**
 * The one way into a route handler: finds the actor, checks origin, size, content type, rate and every value,
 * and turns refusals into `{error: {code, message, id}}` with the status of `errorStatus`. What `handle`
 * returns is sent as JSON (nothing: 204); a Response goes out as it is. Answers are never cached.
 */
export function door<
  B extends z.ZodType | undefined = undefined,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
>(
  options: DoorOptions<B, P, Q>,
  handle: (context: DoorContext<Parsed<B>, Parsed<P>, Parsed<Q>>) => Promise<unknown>,
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, route) => {
    let caller: Caller | undefined;
    let standing: RateStanding | undefined;
    try {
      caller = await identify(request, { touch: options.isBackground !== true });
      if (caller.means === 'session') checkOrigin(request);
      else ensureMayChange(caller.actor, request.method);
      checkPerson(request, caller.actor);
      standing = countRequest(options.rate ?? 'api', caller);
      const params = parseParams(options.params, await route.params);
      const query = parse(options.query, Object.fromEntries(new URL(request.url).searchParams));
      const form =
        options.multipart === true
          ? await readForm(request, caller.means, options.maxFormBytes ?? options.maxBytes)
          : undefined;
      const json = options.body === undefined || form ? undefined : await readJson(request, options.maxBytes);
      const body = form === undefined ? parse(options.body, json) : undefined;
      if (options.isChecked === undefined) ensureStorable([query, body, form && [...form.values()]]);
      const token = caller.means === 'token' ? { id: caller.tokenId } : null;
      const context = { actor: caller.actor, body, params, query, request, form, token };
      // The schemas named by B, P and Q made these values a few lines above.
      const value = await handle(context as DoorContext<Parsed<B>, Parsed<P>, Parsed<Q>>);
      return withStanding(answer(value, request), standing);
    } catch (error) {
      const refused = errorAnswer(error, { method: request.method, actorId: caller?.actor.userId });
      return withStanding(refused, error instanceof TooMany ? error.standing : standing);
    }
  };
}

/** An answer that says something new now exists: 201 with the value as JSON. */
export function created(value: unknown): Response {
  return Response.json(value, { status: 201 });
}

/** A token that may only read changes nothing, also where no rule of the book is asked. */
function ensureMayChange({ scope }: Actor, method: string): void {
  if (scope === 'read' && method !== 'GET' && method !== 'HEAD') throw new DomainError('FORBIDDEN', readOnly);
}

/** Says how much of its rate a sender has left; absent before it was counted. */
function withStanding(response: Response, standing: RateStanding | undefined): Response {
  if (standing === undefined) return response;
  response.headers.set('ratelimit-limit', String(standing.limit));
  response.headers.set('ratelimit-remaining', String(standing.remaining));
  response.headers.set('ratelimit-reset', String(standing.resetSeconds));
  return response;
}

function answer(value: unknown, request: Request): Response {
  const response =
    value instanceof Response
      ? value
      : value === undefined
        ? new Response(null, { status: 204 })
        : Response.json(value);
  const next = nextOf(value);
  if (next !== undefined) response.headers.set('link', `<${addressOf(request, next)}>; rel="next"`);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  // Nobody reads on: a file that the answer would be streamed from must not stay open.
  if (request.method === 'HEAD') void response.body?.cancel();
  return response;
}

/** The cursor of the following page, where the answer is a page that another one follows. */
function nextOf(value: unknown): string | undefined {
  const isPage = typeof value === 'object' && value !== null && 'items' in value && 'next' in value;
  return isPage && typeof value.next === 'string' ? value.next : undefined;
}

/** The address of the request with another cursor, without the origin: who asks knows by which one they came. */
function addressOf(request: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams}`;
}

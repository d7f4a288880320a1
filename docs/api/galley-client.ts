/**
 * A small client of Galley's REST interface, to copy and cut down. It needs nothing but `fetch` (Node 20, Deno, browsers).
 * The whole interface is described at `/api/v1/openapi.json`; a token is made on the account page.
 *
 *     const galley = galleyClient({ url: 'https://galley.example.org', token: process.env.GALLEY_TOKEN ?? '' });
 *     const article = await galley.importText('The port', 'The port grew by 40 percent.');
 *     const mark = await galley.annotate(article.id, { mark: 'claim', exact: 'grew by 40 percent' });
 *     await galley.addNote(mark.id, 'The annual report says 30 percent.');
 *     for await (const claim of galley.list<GalleyAnnotation>(`/articles/${article.id}/annotations`)) console.log(claim.exact);
 *     const html = await galley.exportReport(article.id, 'html', 'public');
 */
export function galleyClient({ url, token }: { readonly url: string; readonly token: string }) {
  const origin = url.replace(/\/$/, '');
  const api = `${origin}/api/v1`;

  /** One request. Tries again when Galley is away or busy; a key makes sure that a change is made once. */
  async function ask(method: string, address: string, body?: unknown): Promise<Response> {
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (method !== 'GET') headers.set('idempotency-key', crypto.randomUUID());
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(address, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((error: unknown) => {
        if (tries >= 5) throw error;
        return undefined;
      });
      if (answer?.ok) return answer;
      if (answer !== undefined && (tries >= 5 || (answer.status !== 429 && answer.status < 500)))
        throw await refusalOf(answer);
      const seconds = Number(answer?.headers.get('retry-after') ?? 2 ** (tries - 1));
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    }
  }

  /** Any operation of the document that answers in JSON; nothing where nothing is answered. */
  async function call<Value>(method: string, path: string, body?: unknown): Promise<Value> {
    const words = await (await ask(method, `${api}${path}`, body)).text();
    return (words === '' ? undefined : JSON.parse(words)) as Value; // as the document says
  }

  /** All items of any list, page by page: the header `Link` names the next one. */
  async function* list<Item>(path: string): AsyncGenerator<Item> {
    let address: string | undefined = `${api}${path}`;
    while (address !== undefined) {
      const answer = await ask('GET', address);
      yield* ((await answer.json()) as Page<Item>).items; // as the document says
      const next: string | undefined = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      address = next && `${origin}${next}`;
    }
  }

  /** One command of the document: whatever the workbench can do. */
  const command = (
    articleId: string,
    { type, ...fields }: { readonly type: string; readonly [field: string]: unknown },
  ) =>
    call<{ readonly event: GalleyEvent }>('POST', `/articles/${articleId}/commands`, {
      commandId: crypto.randomUUID(),
      type,
      ...fields,
    });

  return {
    call,
    list,
    command,

    /** Whom the token acts for, in which team, and how much of it it may do. */
    me: () => call<GalleyMe>('GET', '/me'),

    /** All articles of the team. */
    articles: (search = '') =>
      list<GalleyArticle>(`/articles?${new URLSearchParams({ ...(search && { search }) })}`),

    importText: (title: string, content: string) =>
      call<GalleyArticle>('POST', '/articles', { format: 'text', title, content }),

    /** Marks a passage by its words, with what stands before or behind them where they stand twice. */
    annotate: (articleId: string, passage: Passage) =>
      call<GalleyAnnotation>('POST', `/articles/${articleId}/annotations`, passage),

    addNote: (annotationId: string, text: string) =>
      call<{ readonly id: string }>('POST', `/annotations/${annotationId}/notes`, { text }),

    /** What happened on an article, latest first. */
    history: (articleId: string) =>
      list<{ readonly event: GalleyEvent }>(`/articles/${articleId}/history?limit=100`),

    /** The annotations as they were after event `seq`. */
    annotationsAt: (articleId: string, seq: number) =>
      list<GalleyAnnotation>(`/articles/${articleId}/states/${seq}/annotations`),

    /** Hands the open claims that nobody has out, evenly; `dryRun` only says who would get what. */
    handOut: (articleId: string, people: readonly string[], dryRun = false) =>
      call<HandedOut>('POST', `/articles/${articleId}/hand-outs`, {
        how: 'evenly',
        people: people.map((id) => ({ id })),
        dryRun,
      }),

    /** Takes a claim back that was handed out. */
    takeBack: (articleId: string, { annotationId, version }: HandedOut['items'][number]) =>
      command(articleId, { type: 'check.plan', annotationId, version, changes: { assigneeId: null } }),

    exportReport: async (articleId: string, format = 'html', view = 'checking') => {
      const path = `/articles/${articleId}/export?format=${format}&view=${view}`;
      return new Uint8Array(await (await ask('GET', `${api}${path}`)).arrayBuffer());
    },

    /** What happens on an article from now on, or after `seq`, as it happens, until `signal` ends it. */
    async *events(articleId: string, seq: number, signal: AbortSignal): AsyncGenerator<GalleyEvent> {
      const answer = await fetch(`${api}/articles/${articleId}/events`, {
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'text/event-stream',
          'last-event-id': String(seq),
        },
        signal,
      });
      if (!answer.ok || answer.body === null) throw await refusalOf(answer);
      let rest = '';
      for await (const words of answer.body.pipeThrough(new TextDecoderStream())) {
        const parts = (rest + words).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) {
          const data = /^data: ?(.*)$/m.exec(part)?.[1];
          if (data !== undefined && /^id:/m.test(part)) yield JSON.parse(data) as GalleyEvent; // as the document says
        }
      }
    },
  };
}

/**
 * Whether a telling of a webhook comes from Galley and is not older than five minutes: `signature` is its header
 * `Galley-Signature`, `secret` was shown when the webhook was made.
 */
export async function isFromGalley(
  secret: string,
  signature: string,
  body: string,
  now = Date.now(),
): Promise<boolean> {
  const [, time = '', sign = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (sign === '' || Math.abs(now / 1_000 - Number(time)) > 300) return false;
  const bytes = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), algorithm, false, ['verify']);
  const given = Uint8Array.from(sign.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', key, given, bytes.encode(`${time}.${body}`));
}

/** Galley said no; `message` is a sentence for a person. */
export class GalleyRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'GalleyRefusal';
    this.status = status;
    this.code = code;
  }
}

async function refusalOf(answer: Response): Promise<GalleyRefusal> {
  const { error } = (await answer.json().catch(() => ({}))) as { error?: { code: string; message: string } }; // as the document says
  return new GalleyRefusal(answer.status, error?.code ?? 'UNKNOWN', error?.message ?? answer.statusText);
}

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };
export type GalleyMe = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly scope: string | null;
  readonly team: { readonly id: string; readonly name: string };
};
export type GalleyArticle = { readonly id: string; readonly title: string; readonly seq: number };
export type GalleyAnnotation = {
  readonly id: string;
  readonly mark: string;
  readonly exact: string;
  readonly version: number;
};
export type GalleyEvent = {
  readonly articleId: string;
  readonly seq: number;
  readonly body: { readonly type: string };
};
export type HandedOut = {
  readonly items: readonly {
    readonly annotationId: string;
    readonly assigneeId: string;
    readonly version: number | null;
    readonly refusal: string | null;
  }[];
  readonly left: number;
};
export type Passage = {
  readonly mark: 'claim' | 'opinion' | 'sourced_fact' | 'no_fact';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

/**
 * A small client of Galley's REST interface, to copy and cut down. It needs nothing but `fetch` (Node 20, Deno, browsers).
 * The whole interface is described at `/api/v1/openapi.json`; a token is made on the account page.
 *
 *     const galley = galleyClient({ url: 'https://galley.example.org', token: process.env.GALLEY_TOKEN ?? '' });
 *     const article = await galley.importText('The port', 'The port grew by 40 percent.');
 *     const mark = await galley.annotate(article.id, { mark: 'claim', exact: 'grew by 40 percent' });
 *     await galley.addNote(mark.id, 'The annual report says 30 percent.');
 *     const html = await galley.exportReport(article.id, 'html', 'public');
 */
export function galleyClient({ url, token }: { readonly url: string; readonly token: string }) {
  const api = `${url.replace(/\/$/, '')}/api/v1`;

  /** One request. Tries again when Galley is away or busy; a key makes sure that a change is made once. */
  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (method !== 'GET') headers.set('idempotency-key', crypto.randomUUID());
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(`${api}${path}`, {
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

  const json = async <Value>(answer: Promise<Response>): Promise<Value> =>
    (await (await answer).json()) as Value; // as the document says

  return {
    /** All articles of the team, page by page. */
    async *articles(search = ''): AsyncGenerator<GalleyArticle> {
      let cursor: string | null = '';
      while (cursor !== null) {
        const query = new URLSearchParams({ ...(search && { search }), ...(cursor && { cursor }) });
        const page: Page<GalleyArticle> = await json(ask('GET', `/articles?${query}`));
        yield* page.items;
        cursor = page.next;
      }
    },

    importText: (title: string, content: string) =>
      json<GalleyArticle>(ask('POST', '/articles', { format: 'text', title, content })),

    /** Marks a passage by its words, with what stands before or behind them where they stand twice. */
    annotate: (articleId: string, passage: Passage) =>
      json<GalleyAnnotation>(ask('POST', `/articles/${articleId}/annotations`, passage)),

    addNote: (annotationId: string, text: string) =>
      json<{ readonly id: string }>(ask('POST', `/annotations/${annotationId}/notes`, { text })),

    /** Whatever else the workbench can do, as commands of the OpenAPI document. */
    command: (articleId: string, command: { readonly type: string; readonly [field: string]: unknown }) =>
      json<{ readonly event: GalleyEvent }>(
        ask('POST', `/articles/${articleId}/commands`, { commandId: crypto.randomUUID(), ...command }),
      ),

    exportReport: async (articleId: string, format = 'html', view = 'checking') =>
      new Uint8Array(
        await (await ask('GET', `/articles/${articleId}/export?format=${format}&view=${view}`)).arrayBuffer(),
      ),

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
export type Passage = {
  readonly mark: 'claim' | 'opinion' | 'sourced_fact' | 'no_fact';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

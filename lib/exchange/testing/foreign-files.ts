/** Files as other programs write them, about passages of a text that holds “The port grew by 40 percent”. */

const position = (text: string, exact: string, from = 0) => {
  const start = text.indexOf(exact, from);
  return { type: 'TextPositionSelector', start, end: start + exact.length };
};
const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});

/** An answer of Hypothesis’ search API: two annotations, two replies, a page note and a reply to something else. */
export function hypothesisFile(text: string): string {
  const uri = 'https://news.example.org/harbour';
  const row = (id: string, user: string, name: string | null, created: string, rest: object) => ({
    id,
    created,
    updated: created,
    user: `acct:${user}@hypothes.is`,
    uri,
    text: '',
    tags: [],
    group: '__world__',
    permissions: { read: ['group:__world__'], admin: [`acct:${user}@hypothes.is`] },
    target: [{ source: uri }],
    document: { title: ['The harbour'] },
    links: { html: `https://hypothes.is/a/${id}`, json: `https://hypothes.is/api/annotations/${id}` },
    hidden: false,
    flagged: false,
    user_info: { display_name: name },
    ...rest,
  });
  const range = {
    type: 'RangeSelector',
    startContainer: '/div[1]/p[1]',
    startOffset: 10,
    endContainer: '/div[1]/p[1]',
    endOffset: 20,
  };
  return JSON.stringify({
    total: 6,
    rows: [
      row('h1aAAAAAAAAAAAAAAAAAAA', 'ada', 'Ada Byron', '2026-03-01T10:00:00.123456+00:00', {
        text: '**Who** says so?',
        tags: ['money', 'statistic'],
        target: [
          {
            source: uri,
            selector: [range, position(text, 'cost money'), quote('cost money', '😀 ', '. The')],
          },
        ],
      }),
      row('h3aAAAAAAAAAAAAAAAAAAA', 'ada', 'Ada Byron', '2026-03-01T12:00:00.000000+00:00', {
        text: 'Thanks',
        references: ['h1aAAAAAAAAAAAAAAAAAAA', 'h2aAAAAAAAAAAAAAAAAAAA'],
      }),
      row('h4aAAAAAAAAAAAAAAAAAAA', 'bo', null, '2026-03-02T10:00:00.000000+00:00', {
        text: 'Says it <script>alert(1)</script>twice, see [here](javascript:alert(1)).',
        target: [
          {
            source: uri,
            selector: [range, quote('the port grew by 40\n   percent again', 'Then ', '.')],
          },
        ],
      }),
      row('h5aAAAAAAAAAAAAAAAAAAA', 'bo', null, '2026-03-02T11:00:00.000000+00:00', {
        text: 'A note on the whole page.',
      }),
      row('h2aAAAAAAAAAAAAAAAAAAA', 'bo', null, '2026-03-01T11:00:00.000000+00:00', {
        text: 'The ministry.',
        user_info: { display_name: 'bo' },
        references: ['h1aAAAAAAAAAAAAAAAAAAA'],
      }),
      row('h6aAAAAAAAAAAAAAAAAAAA', 'bo', null, '2026-03-03T10:00:00.000000+00:00', {
        text: 'Lost reply',
        references: ['not-in-this-file'],
      }),
    ],
  });
}

/** What Recogito (pelagios) offers as JSON-LD: one annotation with a place, a tag, a comment and a transcription. */
export function recogitoFile(text: string): string {
  const base = 'https://recogito.pelagios.org/';
  const by = { creator: `${base}cleo`, modified: '2026-03-01T10:00:00.000Z' };
  return JSON.stringify([
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${base}annotation/2b4f`,
      type: 'Annotation',
      generator: base,
      generated: '2026-03-05T10:00:00.000Z',
      body: [
        {
          type: 'SpecificResource',
          value: 'http://pleiades.stoa.org/places/1',
          purpose: 'identifying',
          ...by,
        },
        {
          type: 'Feature',
          purpose: 'georeferencing',
          geometry: { type: 'Point', coordinates: [1, 2] },
          ...by,
        },
        { type: 'TextualBody', value: 'geography', purpose: 'tagging', ...by },
        { type: 'TextualBody', value: 'Which port?', purpose: 'commenting', ...by },
        { type: 'TextualBody', value: 'Der Hafen', purpose: 'transcribing', ...by },
        { type: 'TextualBody', value: 'EVENT', purpose: 'classifying', ...by },
      ],
      target: {
        source: `${base}part/1`,
        type: 'Text',
        selector: [position(text, 'The port'), { type: 'TextQuoteSelector', exact: 'The port' }],
      },
    },
  ]);
}

/** What Recogito Studio offers as W3C annotations: ranges as targets of their own, comments as HTML, tags as JSON. */
export function recogitoStudioFile(text: string): string {
  const about = (exact: string, from = 0) => ({
    source: 'project-1',
    selector: [quote(exact), position(text, exact, from)],
  });
  return JSON.stringify([
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: '5a1b2c3d-0000-4000-8000-000000000001',
      type: 'Annotation',
      creator: { isGuest: false, id: 'u1', name: 'Cleo' },
      created: '2026-03-01T10:00:00.000Z',
      target: [about('The port grew'), about('again')],
      body: [
        {
          type: 'TextualBody',
          purpose: 'commenting',
          format: 'text/html',
          value: '<p>Is <strong>this</strong> so?</p>',
          created: '2026-03-01T10:00:00.000Z',
          creator: { id: 'u1', name: 'Cleo' },
        },
        {
          type: 'TextualBody',
          purpose: 'replying',
          format: 'text/html',
          value: '<p>Yes.</p>',
          created: '2026-03-01T11:00:00.000Z',
          creator: { id: 'u2', name: 'Dan' },
        },
        { purpose: 'tagging', format: 'application/json', value: { id: 't1', label: 'Trade' } },
      ],
    },
  ]);
}

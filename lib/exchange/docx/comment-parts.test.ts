import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { reportToDocx } from '../report-docx';
import { reportOf } from '../testing/report-of';
import { unzip } from '../testing/words-of-file';

/** What Word itself writes for each part (ECMA-376 part 1, 17.13.4; MS-DOCX 2.3 and 2.5.42 to 2.5.45). */
const parts = [
  {
    name: 'comments',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
    relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
  },
  {
    name: 'commentsExtended',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml',
    relation: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  },
  {
    name: 'commentsIds',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsIds+xml',
    relation: 'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds',
  },
] as const;
const spaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  w16cid: 'http://schemas.microsoft.com/office/word/2016/wordml/cid',
} as const;

/** A start tag of a part with what stands in it. */
type Tag = Readonly<Record<string, string>>;

/** The parts of a report's Word file, and the tags of a name in one of them. */
async function read(report: ReturnType<typeof reportOf>) {
  const files = await unzip(await reportToDocx(report));
  const all = (path: string, name: string): readonly Tag[] =>
    Array.from((files.get(path) ?? '').matchAll(new RegExp(`<${name}( [^>]*)?>`, 'g')), ([, inside = '']) =>
      Object.fromEntries(
        Array.from(inside.matchAll(/([\w:]+)="([^"]*)"/g), ([, key, value]) => [key, value]),
      ),
    );
  return { files, all };
}

const isWordId = (id: string): boolean =>
  /^[0-9A-F]{8}$/.test(id) && Number.parseInt(id, 16) > 0 && Number.parseInt(id, 16) < 0x80000000;
describe('the comments of a Word file, as Word’s own specification wants them', () => {
  it('have parts that the package names by type and relation, in namespaces that older readers may pass over', async () => {
    const [sample] = fc.sample(articleState, { numRuns: 1, seed: 7 });
    if (sample === undefined) throw new Error('There is no article.');
    const { files } = await read(reportOf(sample));
    for (const { name, type, relation } of parts) {
      expect(files.get('[Content_Types].xml')).toMatch(
        new RegExp(`<Override [^>]*PartName="/word/${name}.xml"[^>]*/>`),
      );
      expect(files.get('[Content_Types].xml')).toContain(`ContentType="${type}"`);
      const relations = files.get('word/_rels/document.xml.rels') ?? '';
      expect(relations.match(new RegExp(`Type="${relation}"`, 'g'))).toHaveLength(1);
      expect(relations).toMatch(new RegExp(`Target="(?:/word/)?${name}.xml"`));
      const xml = files.get(`word/${name}.xml`) ?? '';
      const { documentElement: root } = new JSDOM(xml, { contentType: 'application/xml' }).window.document;
      const ignorable = root.getAttribute('mc:Ignorable')?.split(' ') ?? [];
      expect(ignorable).toEqual(['w14', 'w15', 'w16cid']);
      for (const [prefix, space] of Object.entries(spaces))
        expect(root.getAttribute(`xmlns:${prefix}`)).toBe(space);
    }
  });

  it('have threads, resolved states and lasting ids that fit each other, for any article', async () => {
    await fc.assert(
      fc.asyncProperty(articleState, async (state) => {
        const { files, all } = await read(reportOf(state));
        if (!files.has('word/comments.xml')) return;
        const comments = all('word/comments.xml', 'w:comment');
        const ids = (files.get('word/comments.xml') ?? '')
          .split('</w:comment>')
          .slice(0, -1)
          .map((comment) => [...comment.matchAll(/w14:paraId="(\w+)"/g)].at(-1)?.[1] ?? '');
        // Each is one of the whole package, and small enough for Word to take it.
        const given = [...files].flatMap(([path, xml]) =>
          /document|comments|header|footer/.test(path) && !/Extended|Ids/.test(path)
            ? Array.from(xml.matchAll(/w14:paraId="(\w+)"/g), ([, id]) => id)
            : [],
        );
        expect(new Set(given).size).toBe(given.length);
        expect(ids.every(isWordId)).toBe(true);

        const threads = all('word/commentsExtended.xml', 'w15:commentEx');
        expect(threads.map((one) => one['w15:paraId'])).toEqual(ids);
        const parents = new Map(threads.map((one) => [one['w15:paraId'], one['w15:paraIdParent']]));
        for (const one of threads) {
          expect(['0', '1']).toContain(one['w15:done']);
          const parent = one['w15:paraIdParent'];
          if (parent === undefined) continue;
          // Word knows answers to a comment, and none to an answer; a comment stands before its answers.
          expect(parents.has(parent) && parents.get(parent) === undefined).toBe(true);
          expect(ids.indexOf(parent)).toBeLessThan(ids.indexOf(one['w15:paraId'] ?? ''));
        }

        const lasting = all('word/commentsIds.xml', 'w16cid:commentId');
        const durable = lasting.map((one) => one['w16cid:durableId'] ?? '');
        expect(lasting.map((one) => one['w16cid:paraId'])).toEqual(ids);
        expect(new Set(durable).size).toBe(comments.length);
        expect(durable.every(isWordId)).toBe(true);

        const numbers = comments.map((one) => one['w:id']).sort();
        expect(new Set(numbers).size).toBe(comments.length);
        for (const edge of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
          expect(
            all('word/document.xml', edge)
              .map((one) => one['w:id'])
              .sort(),
            edge,
          ).toEqual(numbers);
      }),
      { numRuns: 10 },
    );
  });
});

import { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { runsOfSteps } from '@/lib/domain/reanchor/runs-of-steps';
import type { TextEdit } from '@/lib/domain/text-edit';
import { articleSchema } from './article-schema';
import { showDoc } from './show-doc';
import { arbitraryArticle } from './testing/arbitrary-article';
import { textOf, withEdit } from './text-edits';
import { withWording } from './with-wording';

const schema = articleSchema();

/** A view as far as it is asked: it has a state and takes transactions. */
function viewOf(doc: ArticleDoc) {
  const view = {
    state: EditorState.create({ doc: schema.nodeFromJSON(doc) }),
    changed: 0,
    dispatch(transaction: Parameters<EditorState['apply']>[0]) {
      const [map] = transaction.mapping.maps;
      map?.forEach((start, end) => {
        view.changed = end - start;
      });
      view.state = view.state.apply(transaction);
    },
  };
  return view;
}

const docOf = (...paragraphs: readonly string[]): ArticleDoc => ({
  type: 'doc',
  content: paragraphs.map((text, index) => ({
    type: 'paragraph',
    attrs: { lead: index === 0 ? '' : '\n\n' },
    content: [{ type: 'text', text }],
  })),
});

describe('edits of a text', () => {
  it('lead from the one text to the other, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 8 }), (texts) => {
        const edits = texts
          .slice(1)
          .reduce<readonly TextEdit[] | null>(
            (before, text, index) => withEdit(before, texts[index] ?? '', text),
            [],
          );
        // the ladder believes only edits that lead there
        expect(runsOfSteps(texts[0] ?? '', texts.at(-1) ?? '', edits ?? [])).toBeDefined();
      }),
    );
  });

  it('are one for what is typed in one go', () => {
    const typed = ['ab', 'aXb', 'aXYb', 'aXYZb'];
    const edits = typed
      .slice(1)
      .reduce<readonly TextEdit[] | null>(
        (before, text, index) => withEdit(before, typed[index] ?? '', text),
        [],
      );
    expect(edits).toEqual([{ from: 1, to: 1, inserted: 'XYZ' }]);
  });

  it('know the text of a document as the door does', () => {
    fc.assert(
      fc.property(arbitraryArticle, (doc) => {
        expect(textOf(schema.nodeFromJSON(doc))).toBe(canonicalText(doc));
      }),
      { numRuns: 50 },
    );
  });
});

describe('another text in an open editor', () => {
  it('becomes what is shown, and only what differs is drawn anew', () => {
    const view = viewOf(docOf('One', 'Two', 'Three', 'Four'));
    // all that is asked of a view
    showDoc(view as unknown as EditorView, docOf('One', 'Two', '3', 'Four'));
    expect(view.state.doc.toJSON()).toEqual(schema.nodeFromJSON(docOf('One', 'Two', '3', 'Four')).toJSON());
    expect(view.changed).toBe('Three'.length + 2);
  });

  it('may be any other', () => {
    fc.assert(
      fc.property(arbitraryArticle, arbitraryArticle, (from, to) => {
        const view = viewOf(from);
        showDoc(view as unknown as EditorView, to);
        expect(view.state.doc.eq(schema.nodeFromJSON(to))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

it('puts a wording in the place of a passage and leaves the rest alone', () => {
  const doc = docOf('The port grew by 40 percent.', 'It rains.');
  const start = canonicalText(doc).indexOf('40');
  expect(withWording(doc, { start, end: start + 2 }, '60')).toMatchObject(
    docOf('The port grew by 60 percent.', 'It rains.'),
  );
});

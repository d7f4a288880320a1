// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, expect, it } from 'vitest';
import { articleExtensions } from './article-schema';
import { directionLayer } from './direction-layer';

const paragraph = (text: string, lead: string) => ({
  ...{ type: 'paragraph', attrs: { lead } },
  content: [{ type: 'text', text }],
});

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

/** The own direction of each paragraph in an article that runs from right to left, '' where it has none. */
function open(...texts: readonly string[]) {
  const element = document.body.appendChild(document.createElement('div'));
  editor = new Editor({
    element,
    content: { type: 'doc', content: texts.map((text, at) => paragraph(text, at === 0 ? '' : '\n\n')) },
    extensions: [...articleExtensions(), directionLayer('rtl')],
  });
  const directions = () => [...element.querySelectorAll('p')].map((one) => one.getAttribute('dir') ?? '');
  return { editor, directions };
}

it('lets only paragraphs without a letter of the article’s direction run their own way', () => {
  expect(open('النمو بلغ أربعين', 'NATO يقول لا', 'Only English', '12 %').directions()).toEqual([
    '',
    '',
    'auto',
    'auto',
  ]);
});

it('follows what is typed, split and joined', () => {
  const { editor, directions } = open('Only English', 'النمو بلغ', 'More English');
  editor.commands.insertContentAt(1, 'قال ');
  expect(directions()).toEqual(['', '', 'auto']);
  editor.commands.deleteRange({ from: 1, to: 5 });
  expect(directions()).toEqual(['auto', '', 'auto']);
  editor.chain().setTextSelection(6).splitBlock().run();
  expect(directions()).toEqual(['auto', 'auto', '', 'auto']);
  const end = editor.state.doc.content.size;
  editor.commands.insertContentAt(end - 1, ' نعم');
  expect(directions()).toEqual(['auto', 'auto', '', '']);
});

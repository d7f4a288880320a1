import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, type EditorView } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { directionOfParagraph, type WritingDirection } from '@/lib/domain/direction';
import { findUnseenSigns } from '@/lib/domain/text/unseen-signs';
import { cutsMeta, windowOf } from './annotation-layer';
import { type BlockPaint, nothingPainted, repaint, windowMeta } from './block-paint';
import type { BlockPlace } from './positions';

/** How the letters of an article are shown beside what they are. */
export type LettersLook = {
  /** Of the article; a paragraph without a letter of it runs its own way. */
  readonly direction: WritingDirection | null;
  /** What is shown in place of a character that nobody sees, and the sentence behind it. */
  readonly wordsOf: (sign: string) => { readonly name: string; readonly does: string };
};

type LettersState = { readonly window: Passage; readonly paint: BlockPaint };

const key = new PluginKey<LettersState>('lettersLayer');

/**
 * Shows characters that nobody sees by their names (`<span class="unseen-sign" data-sign>`, in the window) and lets a
 * paragraph without a letter of the article's direction run its own way (`dir="auto"`). The text itself stays as it is.
 */
export function lettersLayer(look: LettersLook): Plugin<LettersState> {
  return new Plugin<LettersState>({
    key,
    state: {
      init: (_config, state) => paintLayer(state, look, { window: windowOf(state), paint: nothingPainted }),
      apply: (transaction, before, _old, state) => {
        const window: Passage | undefined = transaction.getMeta(windowMeta);
        if (!transaction.docChanged && window === undefined) return before;
        const paint = transaction.docChanged ? nothingPainted : before.paint;
        return paintLayer(state, look, { window: window ?? before.window, paint });
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.paint.set,
    },
  });
}

/** Lays the layer over a text that is shown already; marks are cut at the signs. Returns what takes it away again. */
export function showLetters(view: EditorView, look: LettersLook): () => void {
  const layer = lettersLayer(look);
  const use = (plugins: readonly Plugin[], cuts: ((block: BlockPlace) => readonly number[]) | null): void => {
    view.updateState(view.state.reconfigure({ plugins }));
    view.dispatch(view.state.tr.setMeta(cutsMeta, cuts).setMeta('addToHistory', false));
  };
  use([...view.state.plugins, layer], edgesOfSigns);
  return () => {
    if (view.isDestroyed) return;
    use(
      view.state.plugins.filter((plugin) => plugin !== layer),
      null,
    );
  };
}

function paintLayer(state: EditorState, look: LettersLook, layer: LettersState): LettersState {
  const paint = repaint(state.doc, layer.paint, layer.window, {
    signatureOf: (block) => (isPlain(block, look) ? '' : 'letters'),
    paint: (block) => [...direct(block, look), ...name(block, look)],
  });
  return { ...layer, paint };
}

const isPlain = (block: BlockPlace, { direction }: LettersLook): boolean =>
  (direction === null || directionOfParagraph(wordsIn(block), direction) !== 'auto') &&
  signsIn(block).length === 0;

function direct({ from, node }: BlockPlace, { direction }: LettersLook): Decoration[] {
  if (direction === null || directionOfParagraph(node.textContent, direction) !== 'auto') return [];
  return [Decoration.node(from - 1, from - 1 + node.nodeSize, { dir: 'auto' })];
}

function name(block: BlockPlace, { wordsOf }: LettersLook): Decoration[] {
  return signsIn(block).map(({ start, sign }) => {
    const { name, does } = wordsOf(sign);
    return Decoration.inline(block.from + start, block.from + start + sign.length, {
      nodeName: 'span',
      class: 'unseen-sign',
      'data-sign': name,
      title: does,
    });
  });
}

/** Where marks are cut, so that no element is split behind the back of their layer. Offsets in the canonical text. */
function edgesOfSigns(block: BlockPlace): readonly number[] {
  return signsIn(block).flatMap(({ start, sign }) => [
    block.start + start,
    block.start + start + sign.length,
  ]);
}

/** A hard break is one character of the text. */
const wordsIn = ({ node }: BlockPlace): string => node.textBetween(0, node.content.size, '\n', '\n');

const signsIn = (block: BlockPlace) => findUnseenSigns(wordsIn(block));

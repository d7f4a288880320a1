'use client';

import { useEffect } from 'react';
import type { WritingDirection } from '@/lib/domain/direction';
import { showLetters } from '@/lib/editor/letters-layer';
import { unseenSignWords } from '../messages/unseen-signs';
import type { Pane } from './pane';
import './letters-layer.css';

type LettersLayerProps = { readonly pane: Pane; readonly direction: WritingDirection | null };

/** Characters of the article that nobody sees, by their names in the text; foreign paragraphs in their own direction. */
export function LettersLayer({ pane: { view }, direction }: LettersLayerProps) {
  useEffect(() => showLetters(view, { direction, wordsOf: unseenSignWords }), [view, direction]);
  return null;
}

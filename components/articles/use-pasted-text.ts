'use client';

import { type ClipboardEvent, useState } from 'react';
import type { imports } from '../messages/imports';
import type { ImportSource } from './import-source';

/** How words are to be read. `rich`: by the formatting that they were pasted with. */
export type PastedFormat = keyof typeof imports.source.formats;

/** What is typed or pasted whole, and how it is to be read. Formatting is dropped when somebody writes in it. */
export function usePastedText() {
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string>();
  const [format, setFormat] = useState<PastedFormat>('text');
  const [hadFormatting, setHadFormatting] = useState(false);

  return {
    text,
    format,
    setFormat,
    formats: (['rich', 'text', 'markdown', 'html'] as const).filter(
      (name) => name !== 'rich' || html !== undefined,
    ),
    isRich: html !== undefined && format === 'rich',
    hadFormatting,
    isEmpty: text.trim() === '' && html === undefined,
    /** Takes what is pasted over the whole with its formatting, where it has one. */
    paste(event: ClipboardEvent<HTMLTextAreaElement>): boolean {
      const rich = event.clipboardData.getData('text/html');
      const { selectionStart, selectionEnd, value } = event.currentTarget;
      const isWhole = selectionStart === 0 && selectionEnd === value.length;
      if (rich === '' || !isWhole) return false;
      event.preventDefault();
      setText(event.clipboardData.getData('text/plain'));
      setHtml(rich);
      setFormat('rich');
      setHadFormatting(false);
      return true;
    },
    type(next: string): void {
      setText(next);
      if (html !== undefined) {
        setHtml(undefined);
        setHadFormatting(format === 'rich');
        if (format === 'rich') setFormat('text');
      } else if (text === '' && looksLikeHtml(next)) setFormat('html');
    },
    source(): ImportSource {
      if (format === 'rich' && html !== undefined)
        return { kind: 'pasted', format: 'html', content: html, shown: text };
      return { kind: 'pasted', format: format === 'rich' ? 'text' : format, content: text };
    },
  };
}

const looksLikeHtml = (text: string): boolean =>
  /^\s*<(!doctype|html|head|body|article|div|p|h[1-6])\b/i.test(text);

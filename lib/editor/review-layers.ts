import { Extension } from '@tiptap/core';
import { annotationLayer } from './annotation-layer';
import { cursorLayer } from './cursor-layer';
import { gapLayer } from './gap-layer';

/** All that is painted over an article in review, as one extension beside `articleExtensions()`. */
export function reviewLayers(): Extension {
  return Extension.create({
    name: 'reviewLayers',
    addProseMirrorPlugins: () => [annotationLayer(), gapLayer(), cursorLayer()],
  });
}

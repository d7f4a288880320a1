import { askServer } from './ask-server';

/** Brings a Galley file in as a new article. `commandId` makes a repeat harmless. Throws `Refusal`. */
export async function saveGalley(words: string, commandId: string): Promise<{ readonly articleId: string }> {
  const form = new FormData();
  form.set('commandId', commandId);
  form.set('file', new Blob([words], { type: 'application/json' }), 'article.galley.json');
  // Our own door made this answer; its shape is the door's contract.
  return (await askServer('/api/imports/galley', { form })) as { readonly articleId: string };
}

import { expect, it } from 'vitest';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { evidenceToHtml } from './evidence-html';

it('says everything that was written down, harmless in a page', () => {
  const fields = evidenceFieldsSchema.parse({
    type: 'interview',
    tier: 'primary',
    stance: 'refutes',
    title: '<b>Minister</b>',
    address: 'https://example.org/?a=1&b=2',
    quote: 'No & never',
    locator: '00:12:40',
    accessedOn: '2026-03-03',
    archivedAddress: 'https://archive.example.org/x',
    independenceGroup: 'Reuters',
    captureHash: 'a'.repeat(64),
    file: {
      id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
      name: 'a<b>.png',
      type: 'image/png',
      bytes: 1_200_000,
      sha256: 'a'.repeat(64),
    },
    reliability: 'B',
    credibility: 2,
    attribution: 'on_background',
    isConfidential: true,
  });
  const at = '2026-03-03T10:00:00.000Z';
  const item = { ...fields, id: 'e', authorId: 'a', createdAt: at, changedAt: at, version: 1 };
  const html = evidenceToHtml(item, { a: { id: 'a', name: 'Ada' } });
  expect(html).toContain('&#60;b&#62;Minister');
  expect(html).toContain('href="https://example.org/?a=1&#38;b=2"');
  expect(html).toContain('Archived copy: <a href="https://archive.example.org/x"');
  expect(html).toContain(
    `Confidential · Interview · Primary · 00:12:40 · accessed 2026-03-03 · On background · Admiralty code B2 · goes back to Reuters · file a&#60;b&#62;.png (1.2 MB) · SHA-256 of the capture ${'a'.repeat(64)}`,
  );
  expect(html).toContain('Ada');
});

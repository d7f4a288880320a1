import { createArticle } from '@/lib/server/articles/create-article';
import { plainDetails, plainDoc } from '@/prisma/builders/article';
import { workbenchPage } from './pages/workbench-page';
import { annotationsOf } from './support/articles';
import { expect, test } from './support/test';

const articles = [
  {
    name: 'Arabic',
    language: 'ar',
    direction: 'rtl',
    text: 'الميناء يكبر\n\nارتفعت حركة الميناء بنسبة 40% في عام 2024. هل كان أحد يتوقع هذا؟ قال المدير: «لا أحد».',
    dragged: 'حركة الميناء',
    sentences: [
      'الميناء يكبر',
      'ارتفعت حركة الميناء بنسبة 40% في عام 2024.',
      'هل كان أحد يتوقع هذا؟',
      'قال المدير: «لا أحد».',
    ],
  },
  {
    name: 'Japanese',
    language: 'ja',
    direction: 'ltr',
    text: '港が大きくなる\n\n港の取扱量は2024年に40％増えた。「誰も予想しなかった。」と港長は言った。魚を𩸽という。',
    dragged: '取扱量',
    sentences: [
      '港が大きくなる',
      '港の取扱量は2024年に40％増えた。',
      '「誰も予想しなかった。」と港長は言った。',
      '魚を𩸽という。',
    ],
  },
] as const;

for (const { name, language, direction, text, dragged, sentences } of articles) {
  test(`the right words of ${name} are marked, by mouse and by sentence cursor`, async ({ as, team }) => {
    const { articleId } = await createArticle(team.reviewer, {
      details: { ...plainDetails(sentences[0]), language },
      doc: plainDoc(text),
    });
    const workbench = workbenchPage(await as('reviewer'));
    const { page, live } = workbench;
    await workbench.open(articleId);
    const begins = await workbench.text
      .locator('p')
      .last()
      .evaluate((block) => {
        const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
        if (text === null) throw new Error('The paragraph is empty.');
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 1);
        const [letter, column] = [range.getBoundingClientRect(), block.getBoundingClientRect()];
        return column.right - letter.right < letter.left - column.left ? 'rtl' : 'ltr';
      });
    expect(begins).toBe(direction);

    await workbench.select(dragged);
    await expect(workbench.toolbar).toBeVisible();
    expect(await workbench.selectedWords()).toBe(dragged);
    const byMouse = await workbench.mark('Claim');
    expect(await workbench.paintedWords(byMouse)).toBe(dragged);
    await page.keyboard.press('Escape');

    for (const [index, sentence] of sentences.entries()) {
      await page.keyboard.press(index === 0 ? 'k' : 'j');
      if (index === 0) for (const _ of sentences) await page.keyboard.press('k');
      await expect(live).toContainText(`Sentence ${index + 1} of ${sentences.length}. ${sentence}`);
      await page.keyboard.press('n');
      expect(await workbench.paintedWords(await workbench.activeId())).toBe(sentence);
    }
    await workbench.settle();
    const saved = (await annotationsOf(team.reviewer, articleId)).map(({ anchor }) => anchor.exact);
    expect(saved.toSorted()).toEqual([dragged, ...sentences].toSorted());
    await expect(page.getByRole('button', { name: 'Coverage: 4 of 4 sentences decided' })).toBeVisible();
  });

  test(`the sentence cursor in ${name} is refined by whole words and cuts no character`, async ({
    as,
    team,
  }) => {
    const { articleId } = await createArticle(team.reviewer, {
      details: { ...plainDetails(sentences[0]), language },
      doc: plainDoc(text),
    });
    const workbench = workbenchPage(await as('reviewer'));
    const { page } = workbench;
    await workbench.open(articleId);
    const words = async () => (await workbench.cursor.allTextContents()).join('');
    for (const _ of sentences) await page.keyboard.press('j');
    const last = sentences.at(-1) ?? '';
    expect(await words()).toBe(last);
    let before = last;
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press('Shift+ArrowLeft');
      const now = await words();
      expect(before.startsWith(now)).toBe(true);
      expect(now.length).toBeLessThan(before.length);
      expect(now).not.toMatch(/\p{Surrogate}/u);
      before = now;
    }
    await page.keyboard.press('c');
    await workbench.settle();
    expect((await annotationsOf(team.reviewer, articleId)).map(({ anchor }) => anchor.exact)).toEqual([
      before,
    ]);
  });
}

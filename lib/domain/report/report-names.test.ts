import { expect, it } from 'vitest';
import { plainToRichText } from '../rich-text';
import { article, at, claim, people } from '../testing/desk';
import { buildReport } from './report';
import { withoutNames } from './report-names';

const { mara, tom } = people;
const note = (text: string) => ({
  ...{ id: 'n', authorId: mara.userId, createdAt: at, changedAt: at, version: 1 },
  body: plainToRichText(text),
});
const person = ({ userId: id, name }: typeof mara) => ({ id, name });

it('puts a number in the place of each name, also where somebody is mentioned, and nowhere else', () => {
  const words = `@${tom.name} and ${tom.name} counted it, @Nobody did not.`;
  const state = {
    ...article({ ...claim(), notes: [note(words)] }),
    people: { [mara.userId]: person(mara), [tom.userId]: person(tom) },
  };
  const facts = { teamName: 'T', recordHash: 'h', at, by: person(tom) };
  const copy = withoutNames(buildReport(state, facts));
  expect(copy.people).toEqual({
    [mara.userId]: { id: mara.userId, name: 'Colleague 1' },
    [tom.userId]: { id: tom.userId, name: 'Colleague 2' },
  });
  expect(copy.made.by).toEqual({ id: tom.userId, name: 'Colleague 2' });
  expect(copy.entries[0]?.annotation.notes[0]?.body).toEqual(
    plainToRichText(`@Colleague 2 and ${tom.name} counted it, @Nobody did not.`),
  );
});

it('gives a number of their own to whoever made the report without standing in it', () => {
  const state = { ...article(claim()), people: { [mara.userId]: person(mara) } };
  const copy = withoutNames(buildReport(state, { teamName: 'T', recordHash: 'h', at, by: person(tom) }));
  expect(copy.made.by.name).toBe('Colleague 2');
});

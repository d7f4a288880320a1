import { describe, expect, it } from 'vitest';
import { nowhere, type Presence, type PresenceNews, type Whereabouts } from '@/lib/domain/presence';
import { nobody, takePresence } from './company';
import { createPlaceTeller, tellEveryMs } from './tell-place';

const me = 'me';
const always = (ring: number) => () => ring;
const at = (start: number): Whereabouts => ({ ...nowhere, passage: { start, end: start + 4 } });
const presence = (id: string, place = nowhere, browser = 'x'): Presence => ({
  key: `${id}.${browser}`,
  person: { id, name: id.toUpperCase() },
  at: place,
});
const news = (here: readonly Presence[], left: readonly string[] = [], isWhole = false): PresenceNews => ({
  articleId: 'a',
  isWhole,
  here,
  left,
});

describe('who else is here', () => {
  it('come, move and leave, and are never oneself', () => {
    const come = takePresence(nobody, news([presence('ada'), presence(me)], [], true), me, always(0));
    expect(come.people).toMatchObject([{ person: { id: 'ada' }, at: nowhere, moves: 0 }]);
    const moved = takePresence(come, news([presence('ada', at(3))]), me, always(0));
    expect(moved.people).toMatchObject([{ at: at(3), moves: 1 }]);
    expect(takePresence(moved, news([], ['ada.x']), me, always(0)).people).toEqual([]);
    expect(takePresence(moved, news([presence('bob')], [], true), me, always(0)).people).toMatchObject([
      { person: { id: 'bob' } },
    ]);
  });

  it('keep their colours while they are here, each another while there are enough', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    let company = nobody;
    for (const id of ids) company = takePresence(company, news([presence(id)]), me, always(2));
    const rings = company.people.map(({ ring }) => ring);
    expect(rings).toEqual([2, 3, 4, 5, 6, 7, 0, 1]);
    const without = takePresence(company, news([presence('c', at(9))], ['a.x', 'e.x']), me, always(2));
    for (const { person, ring } of without.people)
      expect(ring).toBe(company.people.find((before) => before.person.id === person.id)?.ring);
    const back = takePresence(without, news([presence('z')]), me, always(2));
    expect(back.people.at(-1)).toMatchObject({ person: { id: 'z' }, ring: 2 });
    const ninth = takePresence(
      takePresence(back, news([presence('y')]), me, always(2)),
      news([presence('w')]),
      me,
      always(5),
    );
    expect(ninth.people.at(-1)?.ring).toBe(5);
  });

  it('are where they moved last, of several browsers', () => {
    const both = takePresence(
      nobody,
      news([presence('ada', at(1), 'desk'), presence('ada', at(2), 'phone')]),
      me,
      always(0),
    );
    expect(both.people).toMatchObject([{ at: at(2) }]);
    const moved = takePresence(both, news([presence('ada', at(5), 'desk')]), me, always(0));
    expect(moved.people).toMatchObject([{ at: at(5) }]);
    const saidAgain = takePresence(moved, news([presence('ada', at(2), 'phone')]), me, always(0));
    expect(saidAgain.people).toMatchObject([{ at: at(5) }]);
    expect(takePresence(moved, news([], ['ada.desk']), me, always(0)).people).toMatchObject([{ at: at(2) }]);
  });

  it('have another name where they are, which is no movement', () => {
    const company = takePresence(nobody, news([presence('ada', at(3)), presence('bob')]), me, always(0));
    const person = { id: 'ada', name: 'Ada B.' };
    const called = { ...presence('ada', at(3)), person };
    const now = takePresence(company, news([called, presence('bob')], [], true), me, always(0));
    expect(now.people[0]).toEqual({ ...company.people[0], person });
    expect(now.people[1]).toBe(company.people[1]);
  });

  it('are the same object while nothing has changed', () => {
    const company = takePresence(nobody, news([presence('ada', at(3))]), me, always(0));
    expect(takePresence(company, news([presence('ada', at(3))], ['nobody.x']), me, always(0))).toBe(company);
  });
});

describe('telling where one is', () => {
  function setUp() {
    const told: [string, Whereabouts][] = [];
    let timers: { callback: () => void; afterMs: number }[] = [];
    const teller = createPlaceTeller({
      post: (client, place) => told.push([client, place]),
      schedule: (callback, afterMs) => {
        const timer = { callback, afterMs };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    });
    const pass = () => {
      const due = timers;
      timers = [];
      for (const { callback, afterMs } of due) {
        expect(afterMs).toBe(tellEveryMs);
        callback();
      }
    };
    return { teller, told, pass, waiting: () => timers.length };
  }

  it('tells the first movement at once and those that follow as one', () => {
    const { teller, told, pass } = setUp();
    teller.knownAs('x');
    for (let start = 0; start < 30; start += 1) teller.move(at(start));
    expect(told).toEqual([['x', at(0)]]);
    pass();
    expect(told).toEqual([
      ['x', at(0)],
      ['x', at(29)],
    ]);
  });

  it('says nothing twice and nothing while nobody listens', () => {
    const { teller, told, pass, waiting } = setUp();
    teller.move(at(1));
    expect(told).toEqual([]);
    teller.knownAs('x');
    pass();
    teller.move(at(1));
    pass();
    expect(told).toEqual([['x', at(1)]]);
    teller.knownAs('x');
    expect(waiting()).toBe(0);
  });

  it('tells its place again under another name', () => {
    const { teller, told, pass } = setUp();
    teller.knownAs('x');
    teller.move(at(1));
    pass();
    teller.knownAs('y');
    expect(told.at(-1)).toEqual(['y', at(1)]);
  });
});

'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { messages } from '../messages';
import { places } from '../shell/NavLinks';
import { themes } from '../shell/theme';
import { useTheme } from '../shell/use-theme';
import { keysOfCommand, nameOfCommand } from './command-words';
import { type Offer, type OfferSource, useCommands } from './commands-context';
import { rankOffers } from './rank-offers';
import { recentOffers } from './recent-offers';
import { useFound } from './use-found';

export type OfferGroup = { readonly title: string; readonly offers: readonly Offer[] };

type OfferGroups = {
  readonly groups: readonly OfferGroup[];
  readonly isSearching: boolean;
  readonly failure: string | undefined;
};

const words = messages.commands.palette;
/** As many things of one kind as are shown. */
const most = 8;

/** What the palette shows for some words, by kind; without words what was chosen last stands first. */
export function useOfferGroups(query: string, here: readonly OfferSource[], canImport: boolean): OfferGroups {
  const router = useRouter();
  const go = (href: Route): void => router.push(href);
  const general = useGeneralOffers(go, canImport);
  const found = useFound(query);
  const person = here.find((source) => source.person !== undefined)?.person;

  const actions = rankOffers(
    here.flatMap((source) => source.offers?.() ?? []),
    query,
  );
  const pages = places.map(({ id, href }) => ({
    id: `place ${id}`,
    name: words.goTo(messages.shell.places[id]),
    act: () => go(href),
  }));
  const articles = found.articles.map(({ id, title }) => ({
    id: `article ${id}`,
    name: title,
    // typed routes know a parameter in an address only where the address is used
    act: () => go(`/articles/${id}` as Route),
  }));
  const people = found.people.map((one) => ({
    ...(person?.(one) ?? { name: one.name, hint: words.toPerson, act: () => go(`/team#member-${one.id}`) }),
    id: `person ${one.id}`,
  }));
  const groups = [
    { title: words.here, offers: actions },
    {
      title: words.found,
      offers: query.trim() === '' ? [] : here.flatMap((source) => source.find?.(query) ?? []).slice(0, most),
    },
    { title: words.articles, offers: articles },
    { title: words.people, offers: people },
    { title: words.places, offers: rankOffers(pages, query) },
    {
      title: words.general,
      offers: rankOffers([...general, ...here.flatMap((source) => source.general?.() ?? [])], query),
    },
  ];
  return {
    groups: (query.trim() === '' ? recentFirst(groups) : groups).filter(({ offers }) => offers.length > 0),
    isSearching: found.isSearching,
    failure: found.failure,
  };
}

/** What can be done on every page. */
function useGeneralOffers(go: (href: Route) => void, canImport: boolean): readonly Offer[] {
  const { openKeys } = useCommands();
  const [theme, setTheme] = useTheme();
  return [
    ...(canImport ? [{ id: 'import', name: words.importArticle, act: () => go('/articles/new') }] : []),
    { id: 'keys', name: nameOfCommand('keys'), keys: keysOfCommand('keys'), act: openKeys },
    ...themes
      .filter((other) => other !== theme)
      .map((other) => ({
        id: `theme ${other}`,
        name: words.theme(messages.shell.theme[other]),
        act: () => setTheme(other),
      })),
  ];
}

/** The recent choices that are possible now as a group of their own, taken out of the others. */
function recentFirst(groups: readonly OfferGroup[]): readonly OfferGroup[] {
  const all = groups.flatMap(({ offers }) => offers);
  const recent = recentOffers().flatMap((id) => all.find((offer) => offer.id === id) ?? []);
  const taken = new Set(recent);
  return [
    { title: words.recent, offers: recent },
    ...groups.map(({ title, offers }) => ({ title, offers: offers.filter((offer) => !taken.has(offer)) })),
  ];
}

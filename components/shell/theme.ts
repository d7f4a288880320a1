export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Name of the cookie that carries the choice; readable by scripts, it holds nothing else. */
export const themeCookie = 'galley-theme';

/** The theme a cookie's value means; `system` for none and for anything unknown. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

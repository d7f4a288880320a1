/** Id of the page's `<main>`: where the skip link leads and where menus are put. */
export const contentId = 'content';

/** Where a popup of this element belongs: inside its dialog, else inside the page's landmark. */
export function popupHome(anchor: Element): Element {
  return anchor.closest('dialog') ?? document.getElementById(contentId) ?? document.body;
}

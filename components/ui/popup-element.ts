import { type Align, placePopup, type Side } from './place-popup';

/** Shows an element with `popover="manual"` above the page, beside its anchor. Reads and writes the layout once. */
export function showPopup(popup: HTMLElement, anchor: Element, side: Side, align: Align, gap: number) {
  if (!popup.matches(':popover-open')) popup.showPopover();
  movePopup(popup, anchor, side, align, gap);
}

/** Puts a shown popup beside its anchor again, after the page moved. */
export function movePopup(popup: HTMLElement, anchor: Element, side: Side, align: Align, gap: number) {
  const { left, top } = placePopup({
    anchor: anchor.getBoundingClientRect(),
    popup: { width: popup.offsetWidth, height: popup.offsetHeight },
    viewport: { width: document.documentElement.clientWidth, height: window.innerHeight },
    side,
    align,
    gap,
  });
  popup.style.left = `${left}px`;
  popup.style.top = `${top}px`;
}

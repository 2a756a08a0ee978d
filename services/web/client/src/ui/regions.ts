/** The parts of the page, from one to the next by F6. */

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex="0"]';

/** Goes to the part after, or before, the one that has the keyboard; where one was in it is not remembered. */
export function stepRegion(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((region) => region.offsetParent !== null && first(region));
  if (!regions.length) return false;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[at < 0 ? (step > 0 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length]!;
  first(next)?.focus();
  return true;
}

/** What of it is current, or else comes first of what is on the screen: some things are there for phones alone, and take no focus elsewhere. */
function first(region: HTMLElement): HTMLElement | null {
  const current = region.querySelector<HTMLElement>('[aria-current="page"]');
  const all = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)];
  return (current ? [current, ...all] : all).find((element) => element.getClientRects().length > 0) ?? null;
}

/** How large the text is, in per cent. Every size of the window is a multiple of the root's font, so that all grows with it. */

export const TEXT_SIZES = [100, 115, 130, 150, 175, 200] as const;

const KEPT = 'kontor.text-size';
const ROOT_PX = 16;

function firstPercent(): number {
  const wanted = Number(new URLSearchParams(location.search).get('text') ?? localStorage.getItem(KEPT));
  return wanted >= 100 && wanted <= 200 ? wanted : 100;
}

let percent = $state(firstPercent());

/** Below these widths, measured at 100 %, helping columns give way, and then the frame itself draws in. */
const NARROW_PX = 1100;
const SMALL_PX = 760;

let room = $state<'wide' | 'narrow' | 'small'>('wide');

/** A media query does not know of the chosen size of text; the attribute does. */
function show() {
  const { style, dataset } = document.documentElement;
  if (percent === 100) style.removeProperty('font-size');
  else style.fontSize = `${(ROOT_PX * percent) / 100}px`;
  const width = (window.innerWidth * 100) / percent;
  room = width > NARROW_PX ? 'wide' : width > SMALL_PX ? 'narrow' : 'small';
  dataset.room = room;
}

export const textSize = {
  get percent(): number {
    return percent;
  },
  /** What a measure drawn at 100 % is multiplied by; for what scripts place in pixels. */
  get scale(): number {
    return percent / 100;
  },
  /** How much room there is for it. */
  get room(): 'wide' | 'narrow' | 'small' {
    return room;
  },
  choose(next: number): void {
    percent = next;
    localStorage.setItem(KEPT, String(next));
    show();
  },
};

/** A measure drawn at 100 %, as a length that grows with the text. */
export const rem = (px: number): string => `${px / ROOT_PX}rem`;

window.addEventListener('resize', show);
show();

/** What a person chose for this browser. */
import { createSignal } from "solid-js";
import { preferred, speak } from "../text/text";

export interface Preferences {
  theme: "system" | "dark" | "light" | "contrast";
  /** Percent. */
  textSize: number;
  lessMotion: boolean;
  language: string | null;
  members: boolean;
  /** The first steps are not shown any more. */
  shownAround: boolean;
  /** Announcements that were read. */
  putAway: string[];
  /** Folders of servers whose servers are shown. */
  openFolders: number[];
}

const KEY = "guildhall.preferences";
const DEFAULTS: Preferences = { theme: "system", textSize: 100, lessMotion: false, language: null, members: true, shownAround: false, putAway: [], openFolders: [] };

const [preferences, setPreferences] = createSignal<Preferences>(read());

export { preferences };

export function prefer(change: Partial<Preferences>): void {
  setPreferences((before) => ({ ...before, ...change }));
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences()));
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
  void applyPreferences();
}

export async function applyPreferences(): Promise<void> {
  const { theme, textSize, lessMotion, language } = preferences();
  const root = document.documentElement;
  root.dataset["theme"] = theme;
  root.dataset["motion"] = lessMotion ? "less" : "normal";
  root.style.fontSize = `${textSize}%`;
  await speak(language ?? preferred(navigator.languages));
}

function read(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}

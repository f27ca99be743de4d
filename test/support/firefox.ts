import { existsSync } from "node:fs";
import { launch } from "puppeteer-core";
import { canHaveSoundCard, openSoundCard } from "./sound-card.ts";

const places = [process.env.FIREFOX_BIN, "/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** Firefox, where this machine has it, and what it needs to play: `npm test` installs Debian's. */
export const findFirefox = (): string | undefined =>
  canHaveSoundCard() ? places.find((place) => place !== undefined && existsSync(place)) : undefined;

/** Starts a Firefox as small as a telephone that plays without being pressed first, and reads French. Without a sound card it would give every sound up after its first moment. */
export async function openFirefox(executablePath: string) {
  await using opening = new AsyncDisposableStack();
  const { environment } = opening.use(await openSoundCard());
  const browser = await launch({
    ...{ browser: "firefox", executablePath, headless: true },
    // Firefox before 140 cannot be told the size of a page, only of its screen.
    defaultViewport: null,
    env: { ...process.env, ...environment, MOZ_HEADLESS_WIDTH: "450", MOZ_HEADLESS_HEIGHT: "800" },
    extraPrefsFirefox: { "media.autoplay.default": 0, "intl.accept_languages": "fr" },
  });
  opening.defer(() => browser.close());
  const open = opening.move();
  return { newPage: () => browser.newPage(), [Symbol.asyncDispose]: () => open.disposeAsync() };
}

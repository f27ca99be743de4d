import { existsSync } from "node:fs";
import { launch, type Browser } from "puppeteer-core";

const places = [process.env.FIREFOX_BIN, "/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** Firefox, where this machine has it: `npm test` installs Debian's. */
export const findFirefox = (): string | undefined => places.find((place) => place !== undefined && existsSync(place));

/** Starts a Firefox that plays without being pressed first, and reads French. The caller closes it. */
export const openFirefox = (executablePath: string): Promise<Browser> =>
  launch({
    ...{ browser: "firefox", executablePath, headless: true },
    extraPrefsFirefox: { "media.autoplay.default": 0, "intl.accept_languages": "fr" },
  });

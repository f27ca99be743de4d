import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const programs = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const places = [process.env.CHROMIUM_BIN, ...programs.map((name) => `/usr/bin/${name}`)];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--autoplay-policy=no-user-gesture-required",
  // Everybody has a microphone and a camera, and lets pages use them.
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
];

/** The three sizes that every page is looked at. */
export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 1024, height: 768 },
  desktop: { width: 1280, height: 800 },
} as const;

/** One person's browser, with a microphone of known sound when there is one. Disposing closes it. */
export type Seat = AsyncDisposable & { page: Page; browser: Browser; errors: string[] };

function launch(args: readonly string[]): Promise<Browser> {
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) throw new Error("no Chromium here: npm test installs it, or set CHROMIUM_BIN");
  // Without a locale of UTF-8 Chromium does not know files by names with accents.
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  return chromium.launch({ executablePath, headless: true, args: [...quiet, ...args], env });
}

/** Starts a Chromium that several people share, who may use its microphones without being asked. The caller closes it. */
export const openBrowser = (): Promise<Browser> => launch([]);

/** Opens a browser for one person at the size of a tablet; errors of its console are kept, for the test to find none. */
export async function openSeat(options: {
  microphone?: string;
  /** What its camera sees: a file of Motion JPEG or of raw pictures (Y4M), round and round. */
  camera?: string;
  size?: keyof typeof sizes;
  locale?: string;
  /** Asks for reduced motion, which leaves the processor to the sound. */
  isStill?: boolean;
  /** Shares this Chromium with others instead of starting one. */
  shared?: Browser | undefined;
}): Promise<Seat> {
  const { microphone, camera } = options;
  const devices = [
    ...(microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}`]),
    ...(camera === undefined ? [] : [`--use-file-for-fake-video-capture=${camera}`]),
  ];
  const browser = options.shared ?? (await launch(devices));
  const context = await browser.newContext({
    viewport: sizes[options.size ?? "tablet"],
    locale: options.locale ?? "fr-FR",
    reducedMotion: options.isStill === true ? "reduce" : "no-preference",
    ignoreHTTPSErrors: true,
    permissions: ["microphone", "camera"],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const owned = options.shared === undefined ? browser : context;
  return { page, browser, errors, [Symbol.asyncDispose]: () => owned.close() };
}

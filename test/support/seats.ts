import type { Browser, Page } from "playwright-core";
import type { Table } from "../../schemas/floor.ts";
import { codeLink } from "../../client/class-code-link.ts";
import type { Seat } from "./browser.ts";
import { openSeat, type sizes } from "./browser.ts";
import { givePageMicrophone } from "./page-microphone.ts";
import { staffPassword } from "./school.ts";
import type { TestStation } from "./station.ts";
import { voiceFile, type Voice } from "./voices.ts";

/** A station that a person can walk into: one inside the test, or a process of its own. */
export type Station = Pick<TestStation, "url" | "staffEmail" | "school">;

type Choice = {
  voice?: Voice;
  size?: keyof typeof sizes;
  /** Asks for reduced motion, which leaves the processor to the sound. */
  isStill?: boolean;
  /** Done to the page before it opens anything. */
  prepare?: (page: Page) => Promise<void>;
  /** Where the scanned code hangs: devices at one table do not play each other. */
  table?: Table;
  /** A Chromium that several people share; the voice is then made in the page. */
  shared?: Browser;
};

/** A browser in which nothing touches the voice, as a person with headphones would have set it before. */
async function openUntouched({ voice, size = "tablet", isStill = false, prepare, shared }: Choice): Promise<Seat> {
  await using opening = new AsyncDisposableStack();
  const file = voice === undefined || shared !== undefined ? undefined : opening.use(voiceFile(voice));
  const options = { ...(file === undefined ? {} : { microphone: file.path }), size, isStill, shared };
  const seat = opening.use(await openSeat(options));
  if (voice !== undefined && shared !== undefined) await givePageMicrophone(seat.page, voice);
  await seat.page.addInitScript(() => {
    const processing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    localStorage.setItem("antenne.microphone", JSON.stringify({ processing }));
  });
  await prepare?.(seat.page);
  const open = opening.move();
  return { ...seat, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

/** Signs the station's teacher in by the home page's door. */
export async function signInAsTeacher(page: Page, station: Pick<Station, "url" | "staffEmail">): Promise<void> {
  await page.goto(station.url);
  const door = page.getByRole("region", { name: "J’enseigne" });
  await door.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await door.getByLabel("Mot de passe").fill(staffPassword);
  await door.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/emissions/);
}

/** A teacher at the desk of a show, with an open microphone when there is a voice; the strip is still closed. */
export async function teacherAtDesk(station: Station, choice: Choice = {}): Promise<Seat> {
  const seat = await openUntouched({ size: "desktop", ...choice });
  await signInAsTeacher(seat.page, station);
  await seat.page.goto(`${station.url}/regie/${station.school.show.id}`);
  if (choice.voice !== undefined) {
    await seat.page.getByRole("tab", { name: "Mon micro" }).click();
    await seat.page.getByRole("button", { name: "Ouvrir mon micro" }).click();
  }
  return seat;
}

/** A pupil, one of the seeded ones or by the first name, who typed the class code, touched their bird and passed the sound check. */
export async function pupilInStudio(station: Station, who: 0 | 1 | 2 | string, choice: Choice): Promise<Seat> {
  const seat = await openUntouched({ size: "tablet", ...choice });
  const { page } = seat;
  const { classroom, pupils, show } = station.school;
  await page.goto(codeLink(station.url, classroom.code, choice.table));
  const firstName = typeof who === "string" ? who : pupils[who].firstName;
  await page.getByRole("button", { name: firstName }).click();
  await page.waitForURL(/\/studio\//);
  if (!page.url().includes(show.id)) throw new Error(`the door led to ${page.url()}`);
  // The browser's answer to the microphone is given beforehand, so the page may open it without asking.
  await page.getByText("C’est parfait, garde cette distance.").waitFor();
  await page.getByRole("button", { name: "C’est bon pour moi" }).click();
  return seat;
}

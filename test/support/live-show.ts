import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { expect, vi } from "vitest";
import type { Page } from "playwright-core";
import type { Cart } from "../../schemas/carts.ts";
import { recoverRecording } from "../../media/recorder/recover-recording.ts";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { ofName } from "./of-name.ts";
import { toneSamples } from "./sound.ts";
import type { TestStation } from "./station.ts";
import { wav } from "./voices.ts";

/** Gives the class a cart that is an even tone, played at its own level; its id. */
export async function addToneCart(
  station: TestStation,
  title: string,
  tone: { pitch: number; levelDbfs: number; seconds: number },
) {
  const teacher = await station.asTeacher();
  const sound = new Uint8Array(wav(toneSamples(tone.pitch, tone.levelDbfs, tone.seconds)));
  const path = `/api/classrooms/${station.school.classroom.id}/carts`;
  const response = await teacher.upload("POST", path, sound, { title, kind: "jingle", colour: "4" });
  expect(response.status, "the cart is kept").toBe(201);
  const { id } = (await response.json()) as Cart;
  expect((await teacher.patch(`/api/carts/${id}`, { gainDb: 0 })).status, "its gain is set").toBe(200);
  return id;
}

/** The words and keys of a strip on the desk. */
export function stripOf(desk: Page, name: string) {
  const strip = desk.getByRole("group", { name: new RegExp(`^Tranche \\d+, ${name}$`) });
  const key = (word: "ouvert" | "fermé") => strip.getByRole("button", { name: `Micro ${ofName(name)} : ${word}` });
  /** Who still waits backstage is let onto the floor. */
  const bringIn = async () => {
    const curtain = desk.getByRole("button", { name: `Faire entrer ${name}` });
    await strip.or(curtain).first().waitFor();
    if (await curtain.isVisible()) await curtain.click();
    await strip.waitFor();
  };
  return {
    bringIn,
    open: async () => {
      await bringIn();
      await key("fermé").click();
      await key("ouvert").waitFor();
    },
    close: async () => {
      await key("ouvert").click();
      await key("fermé").waitFor();
    },
    /** Moves the fader by the keyboard, a decibel a press. */
    lowerBy: async (decibels: number) => {
      const fader = strip.getByRole("slider", { name: `Volume ${ofName(name)}` });
      const from = Number(await fader.getAttribute("aria-valuenow"));
      for (let step = 0; step < decibels; step++) await fader.press("ArrowDown");
      await vi.waitFor(async () => {
        expect(Number(await fader.getAttribute("aria-valuenow"))).toBe(from - decibels);
      });
    },
  };
}

/** Holds the on-air key until the countdown has brought the show on air; the clock it gives is the show's media time since the desk saw it: on a busy machine that is late. */
export async function goOnAir(desk: Page) {
  await desk.getByRole("button", { name: /^À l’antenne/ }).click({ delay: 1_300 });
  await desk.getByRole("button", { name: /^Terminer/ }).waitFor();
  const startedAt = Date.now();
  const seconds = () => (Date.now() - startedAt) / 1_000;
  /** Lets the show go on until so many of its seconds have been heard. */
  const until = async (moment: number) => {
    while (seconds() < moment) await pass(50);
  };
  /** How many seconds a recording had run when this clock began. */
  const lateFor = (recording: FinishedRecording) => (startedAt - Date.parse(recording.startedAt)) / 1_000;
  return { seconds, until, lateFor };
}

/** Waits until the desk's clock says that the show has been on air for so long. */
export const onAirFor = (desk: Page, seconds: number) =>
  vi.waitFor(
    async () => {
      const clock = /(\d+):(\d\d)/.exec((await desk.locator(".tally .timer").textContent()) ?? "");
      expect(Number(clock?.[1]) * 60 + Number(clock?.[2])).toBeGreaterThanOrEqual(seconds);
    },
    { timeout: 30_000 },
  );

/** Holds the end key; the episode is then being made. */
export async function endShow(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: /^Terminer/ }).click({ delay: 1_800 });
  await desk.getByText("L’émission est finie").first().waitFor();
}

/** What the only recording of a station left on disk. */
export async function recordingOf(station: TestStation): Promise<FinishedRecording> {
  const directory = join(station.directory, "media", "recordings");
  const [only] = await readdir(directory);
  return recoverRecording(join(directory, only!));
}

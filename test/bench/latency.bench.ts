import { setTimeout as pass } from "node:timers/promises";
import { noteOnsets, onsetsOf } from "../support/onsets.ts";
import { pupilInStudio, teacherAtDesk } from "../support/seats.ts";
import { openTestStation } from "../support/station.ts";
import type { Bench } from "./row.ts";

const seconds = 40;
// Short bursts far enough apart that each can be told from the one before.
const voice = { pitch: 1_000, levelDbfs: -20, burstSeconds: 0.3, breathSeconds: 0.7 };

/** From one participant's microphone to another's ear, in real browsers on one machine; what a loudspeaker adds is not in it. */
export const bench: Bench = async function* () {
  await using station = await openTestStation();
  await using teacher = await teacherAtDesk(station, { prepare: noteOnsets });
  await using pupil = await pupilInStudio(station, 0, { voice, prepare: noteOnsets });
  await pass(seconds * 1_000);
  const { spoken } = await onsetsOf(pupil.page);
  const { heard } = await onsetsOf(teacher.page);
  const delays = heard.flatMap((moment) => {
    const before = spoken.findLast((each) => each < moment);
    return before === undefined || moment - before > 700 ? [] : [moment - before];
  });
  if (delays.length < seconds / 2) throw new Error(`only ${delays.length} bursts were heard`);
  delays.sort((a, b) => a - b);
  const at = (share: number) => delays[Math.floor(delays.length * share)] ?? NaN;
  yield { case: "microphone to another's ear, p50", value: at(0.5), unit: "ms" };
  yield { case: "microphone to another's ear, p95", value: at(0.95), unit: "ms", goal: { atMost: 150 } };
};

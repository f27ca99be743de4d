import { rm, stat } from "node:fs/promises";
import { z } from "zod";
import { measureTakeAside } from "../../media/takes/measure-take-aside.ts";
import { TakeId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { JobHandler } from "../jobs/run-job.ts";
import type { Takes } from "../store/takes.ts";
import { takePaths } from "./take-paths.ts";

/** What the analysis of a take needs to know, as the queue keeps it. */
export const MeasureTakePayload = z.strictObject({ takeId: TakeId });

type Parts = { takes: Takes; mediaDirectory: string };

/** The handler of `measure-take`: from the sound as it came to one for pages, and its measures; the former then goes. */
export function measureTakeJob({ takes, mediaDirectory }: Parts): JobHandler {
  const paths = takePaths(mediaDirectory);
  return async (payload, work) => {
    const { takeId } = MeasureTakePayload.parse(payload);
    const [input, output] = [paths.arriving(takeId), paths.sound(takeId)];
    const isThere = (await stat(input).catch(() => undefined)) !== undefined;
    if ((await takes.find(takeId)) === undefined || !isThere) return;
    const measured = await measureTakeAside({ input, output }, work);
    if ("notSound" in measured) {
      await takes.setUnmeasured(takeId);
      await rm(input, { force: true });
      throw new Refusal("take.not_sound", { cause: new Error(measured.notSound) });
    }
    await takes.setMeasures(takeId, measured.measures);
    await rm(input, { force: true });
    // Thrown away meanwhile: nothing of it comes back.
    if ((await takes.find(takeId)) === undefined) await rm(output, { force: true });
  };
}

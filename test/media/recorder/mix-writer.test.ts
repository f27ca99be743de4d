import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ProgrammeOutput } from "../../../media/mixer/programme-output.ts";
import { MixWriter, ridesName } from "../../../media/recorder/mix-writer.ts";
import { parseRides } from "../../../media/recorder/ride-records.ts";
import { openSessionIndex, readIndex } from "../../../media/recorder/session-index.ts";
import { framesPerBlock } from "../../../schemas/programme.ts";
import type { StripId } from "../../../schemas/ids.ts";
import { scratch } from "../../support/scratch.ts";

const awa = "01890000-0000-7000-8000-000000000001" as StripId;
const jules = "01890000-0000-7000-8000-000000000002" as StripId;
const whole = { ridden: new Float64Array(4).fill(1) };

test("a recording that goes on in another thread knows who was closed and opened meanwhile", async () => {
  using directory = scratch();
  using index = openSessionIndex(directory.path);
  let writer: MixWriter | undefined = new MixWriter(directory.path, index);
  const output = new ProgrammeOutput((message) => {
    if (message.kind === "mixed") writer?.take(message);
  });
  const hearFor = (seconds: number, ...strips: StripId[]) => {
    for (let block = 0; block < seconds * 50; block++) {
      output.mix(
        strips.map((stripId) => [stripId, whole] as const),
        undefined,
      );
      output.add(new Float32Array(2 * framesPerBlock), () => ({ integratedLufs: -20, truePeakDbtp: -1 }));
    }
  };
  hearFor(1, awa);
  writer[Symbol.dispose]();
  writer = undefined;
  hearFor(1, jules);
  writer = new MixWriter(directory.path, index, await readIndex(directory.path));
  output.tellAnew();
  hearFor(2, jules);
  writer[Symbol.dispose]();

  const last = new Map(
    [...parseRides(readFileSync(join(directory.path, ridesName)))].map((ride) => [ride.number, ride]),
  );
  expect([...last.values()].map(({ gains }) => gains.at(-1) ?? 0)).toEqual([0, 1]);
  expect([...last.values()].map(({ frame }) => frame / 48_000)).toEqual([2, 2]);
});

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { openMixerThread } from "../../../media/mixer/open-mixer-thread.ts";
import type { CartId } from "../../../schemas/ids.ts";
import { plainOrder, rawCart, wholePart } from "../../support/known-cart.ts";
import { scratch } from "../../support/scratch.ts";

const sting = "01890000-0000-7000-8000-00000000000a" as CartId;
/** A packet of the return that carries silence: an RTP head, and libopus' three bytes. */
const silentBytes = 12 + 3;

/** The packets of a return as they arrive: how many in a row were silent, and when the last with sound came. */
function openEar() {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  const heard = { silences: 0, soundAt: 0 };
  socket.on("message", ({ length }) => {
    if (length === silentBytes) heard.silences++;
    else if (heard.silences > 0) Object.assign(heard, { silences: 0, soundAt: performance.now() });
  });
  return { socket, heard, [Symbol.dispose]: () => socket.close() };
}

test("in the mixer's thread a cart leaves for the ears within 40 ms of its order", async () => {
  await using thread = await openMixerThread();
  using directory = scratch();
  const whine = rawCart(2_400, (frame) => 0.5 * Math.sin(frame / 5));
  writeFileSync(directory.file("sting.s16"), whine);
  const mixer = await thread.openMixer();
  await mixer.loadCart({ cartId: sting, part: wholePart(directory.file("sting.s16")), order: plainOrder });
  using ear = openEar();
  await once(ear.socket, "listening");
  const { port } = ear.socket.address();
  await using back = await mixer.openReturn({ ip: "127.0.0.1", port, payloadType: 111, ssrc: 99 });
  expect(back).toBeDefined();
  const waitedMs: number[] = [];
  for (let order = 0; order < 15; order++) {
    // Each order comes in another moment between two ticks.
    const goesOnAt = performance.now() + order * 1.3;
    await vi.waitFor(() => expect(ear.heard.silences).toBeGreaterThan(2), { timeout: 10_000, interval: 5 });
    await vi.waitFor(() => expect(performance.now()).toBeGreaterThan(goesOnAt), { interval: 1 });
    const orderedAt = performance.now();
    mixer.playCart(sting);
    await vi.waitFor(() => expect(ear.heard.soundAt).toBeGreaterThan(orderedAt), { interval: 1 });
    waitedMs.push(ear.heard.soundAt - orderedAt);
  }
  waitedMs.sort((a, b) => a - b);
  // The machine may be busy with other tests: one order in five may wait for the processor.
  expect(waitedMs[11], waitedMs.map((ms) => ms.toFixed(1)).join(" ")).toBeLessThan(40);
});

// Entry of the mixers' worker thread; open-mixer-thread.ts starts it and speaks with it.
import { parentPort } from "node:worker_threads";
import { goFirst, ownThread } from "../priority/go-first.ts";
import { CartLibrary } from "./cart-library.ts";
import { Desk } from "./desk.ts";
import { Rack } from "./rack.ts";
import type { Call, ThreadMessage } from "./thread-protocol.ts";
import { TickClock } from "./tick-clock.ts";

const wellMs = 250;
const thread = ownThread();
if (thread !== undefined) goFirst(thread);
const library = new CartLibrary();
const rack = new Rack<Desk>(reportFault);
const clock = new TickClock((dueMs) => {
  rack.tick(dueMs);
});

setInterval(() => {
  say({ kind: "well" });
}, wellMs);
say({ kind: "well" });
parentPort?.on("message", (call: Call) => void answer(call));

async function answer({ call, mixer, name, data }: Call): Promise<void> {
  const desk = rack.find(mixer) ?? openDesk(mixer);
  try {
    const ask = desk[name].bind(desk) as (...data: unknown[]) => unknown;
    const value = await ask(...data);
    say({ kind: "answered", call, value });
  } catch (error) {
    say({ kind: "failed", call, error: asError(error) });
  }
  if (name === "close") rack.remove(mixer);
}

function openDesk(mixer: number): Desk {
  const desk = new Desk({
    library,
    isPunctual: (nowMs) => clock.isPunctual(nowMs),
    levels: (levels) => {
      say({ kind: "levels", mixer, levels });
    },
    cartEnded: (cartId, nextCartId) => {
      say({ kind: "cartEnded", mixer, cartId, nextCartId });
    },
    fault: (error) => {
      reportFault(mixer, error);
    },
  });
  return rack.add(mixer, desk);
}

function reportFault(mixer: number, error: unknown): void {
  say({ kind: "fault", mixer, error: asError(error) });
}

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

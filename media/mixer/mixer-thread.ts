// Entry of the mixers' worker thread; mixer-line.ts starts it and speaks with it.
import { answerCalls, asError } from "../lasting/answer-calls.ts";
import { goFirst, ownThread } from "../priority/go-first.ts";
import { CartLibrary } from "./cart-library.ts";
import { Desk } from "./desk.ts";
import { Rack } from "./rack.ts";
import type { MixerCalls, MixerFact } from "./thread-protocol.ts";
import { TickClock } from "./tick-clock.ts";

const thread = ownThread();
if (thread !== undefined) goFirst(thread);
const library = new CartLibrary();
const rack = new Rack<Desk>(reportFault);
let clock: TickClock | undefined;

const tell = answerCalls<{ calls: MixerCalls; told: MixerFact }>(async ({ name, data: { mixer, asked } }) => {
  try {
    const desk = rack.find(mixer) ?? openDesk(mixer);
    const ask = desk[name].bind(desk) as (...asked: unknown[]) => unknown;
    return await ask(...asked);
  } finally {
    if (name === "close") closeDesk(mixer);
  }
});

function openDesk(mixer: number): Desk {
  clock ??= new TickClock((dueMs) => {
    rack.tick(dueMs);
  });
  const desk = new Desk({
    library,
    isPunctual: (nowMs) => clock?.isPunctual(nowMs) === true,
    levels: (levels) => {
      tell({ kind: "levels", mixer, levels });
    },
    cartEnded: (cartId, nextCartId) => {
      tell({ kind: "cartEnded", mixer, cartId, nextCartId });
    },
    fault: (error) => {
      reportFault(mixer, error);
    },
  });
  return rack.add(mixer, desk);
}

function closeDesk(mixer: number): void {
  rack.remove(mixer);
  if (!rack.isEmpty) return;
  clock?.[Symbol.dispose]();
  clock = undefined;
}

function reportFault(mixer: number, error: unknown): void {
  tell({ kind: "fault", mixer, error: asError(error) });
}

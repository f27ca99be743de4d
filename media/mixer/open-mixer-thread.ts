import type { DeskSound } from "../../schemas/sound.ts";
import type { Mixer, MixerThread, StripChange } from "./mixer.ts";
import { MixerCaller } from "./mixer-caller.ts";
import { MixerLine } from "./mixer-line.ts";

/**
 * Starts the thread in which all mixers live, apart from the web server's event loop. `onFault` hears of exceptions inside a
 * mixer, which goes on without the strip or cart that threw. The caller closes the thread.
 */
export async function openMixerThread(options: { onFault?: (error: Error) => void } = {}): Promise<MixerThread> {
  const line = new MixerLine();
  line.announced.on("fault", (_, error) => options.onFault?.(error));
  const open = new Set<Mixer>();
  let mixers = 0;
  await line.thread.now();
  const openMixer = async () => {
    const caller = new MixerCaller(line, ++mixers);
    const mixer = mixerOn(caller, () => {
      open.delete(mixer);
      line.callers.delete(caller);
    });
    await caller.ask("stats");
    line.callers.add(caller);
    open.add(mixer);
    return mixer;
  };
  const close = async () => {
    await Promise.allSettled([...open].map((mixer) => mixer[Symbol.asyncDispose]()));
    await line.thread.end();
  };
  return {
    openMixer,
    restart: () => line.thread.restart(),
    onRevived: (listener) => void line.thread.onRevived(listener),
    died: line.thread.died,
    [Symbol.asyncDispose]: close,
  };
}

function mixerOn(caller: MixerCaller, onClosed: () => void): Mixer {
  return {
    openStrip: (stripId, { gainDb, isOpen, ...start }) =>
      caller.ask("openStrip", stripId, { ...changeOf(start), gainDb, isOpen }),
    setStrip: (stripId, change) => {
      caller.tell("setStrip", stripId, changeOf(change));
    },
    closeStrip: (stripId) => caller.ask("closeStrip", stripId),
    openInput: (stripId, source) => caller.openInput(stripId, source),
    loadCart: ({ cartId, part, order }) => caller.ask("loadCart", { cartId, part, order }),
    unloadCart: (cartId) => caller.ask("unloadCart", cartId),
    playCart: (cartId) => {
      caller.tell("playCart", cartId);
    },
    stopCart: (cartId) => {
      caller.tell("stopCart", cartId);
    },
    setCartsGain: (gainDb) => {
      caller.tell("setCartsGain", gainDb);
    },
    setSound: ({ hasAutomix, ducking }: DeskSound) => {
      caller.tell("setSound", { hasAutomix, ducking: { ...ducking } });
    },
    openReturn: async ({ ip, port, ssrc, payloadType }) => {
      const opened = await caller.ask("openReturn", { ip, port, ssrc, payloadType });
      return { [Symbol.asyncDispose]: () => caller.close("closeReturn", opened) };
    },
    openCue: async ({ ip, port, ssrc, payloadType }) => {
      const opened = await caller.ask("openCue", { ip, port, ssrc, payloadType });
      return { [Symbol.asyncDispose]: () => caller.close("closeCue", opened) };
    },
    openProgramme: (...listeners) => caller.openProgramme(listeners),
    onLevels: (listener) => caller.onLevels(listener),
    onCartEnded: (listener) => caller.onCartEnded(listener),
    onRevived: (listener) => caller.onRevived(listener),
    stats: () => caller.ask("stats"),
    [Symbol.asyncDispose]: async () => {
      onClosed();
      await caller.close("close");
    },
  };
}

// A strip of the studio is more than the mixer has to know: nobody's name goes into the thread.
function changeOf({ gainDb, isOpen, pan, weightDb, table, isCued, processing }: StripChange): StripChange {
  return {
    ...(gainDb !== undefined && { gainDb }),
    ...(isOpen !== undefined && { isOpen }),
    ...(pan !== undefined && { pan }),
    ...(weightDb !== undefined && { weightDb }),
    ...(table !== undefined && { table }),
    ...(isCued !== undefined && { isCued }),
    ...(processing !== undefined && { processing: { ...processing } }),
  };
}

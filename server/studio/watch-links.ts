import { isDeepStrictEqual } from "node:util";
import type { Peer } from "./peer.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

const periodMs = 2_000;

/** What the watch stands on. */
type Parts = { clock: StudioClock; peers(): Iterable<Peer>; changed(): void; onBug(error: unknown): void };

async function look(peer: Peer, clock: StudioClock): Promise<boolean> {
  const link = peer.readLink(await peer.media.measure());
  const { strip } = peer;
  if (peer.isGone || isDeepStrictEqual(link, strip.link)) return false;
  strip.link = link;
  strip.awaySince = link.quality === "lost" ? (strip.awaySince ?? toInstant(clock.now())) : null;
  return true;
}

/** Looks at every peer's connection each two seconds and writes its word on the strip. Disposing it ends the watch. */
export function watchLinks({ clock, peers, changed, onBug }: Parts): Disposable {
  let callOff: () => void;
  let isOver = false;

  async function lookAtAll() {
    // A transport that closes while it is measured says so by an error; the next look sees it gone.
    const looks = await Promise.allSettled([...peers()].map((peer) => look(peer, clock)));
    if (looks.some((result) => result.status === "fulfilled" && result.value)) changed();
    if (!isOver) wait();
  }
  const wait = () => {
    callOff = clock.after(periodMs, () => void lookAtAll().catch(onBug));
  };
  wait();

  return {
    [Symbol.dispose]: () => {
      isOver = true;
      callOff();
    },
  };
}

import type { ShowId } from "../../../schemas/ids.ts";
import type { LentPart } from "../../../schemas/floor.ts";
import type { SignallingParts } from "../../../server/signalling/line.ts";
import type { Bars } from "../../../server/store/bars.ts";
import { BarList } from "../../../server/studio/bar-list.ts";
import type { Person } from "../../../server/studio/strip-rack.ts";

/** Thrown by whatever a request does once the guard has let it through: nothing behind it needs sound. */
export class Reached extends Error {
  override name = "Reached";
}

// Everything of it is there, and whatever is called says that it was reached.
const behindTheGuard: object = new Proxy(() => undefined, {
  get: (_target, name): unknown => (name === "then" ? undefined : behindTheGuard),
  apply: () => {
    throw new Reached();
  },
});
const andElse = (own: object): object =>
  new Proxy(own, {
    get: (target, name): unknown => (Reflect.get(target, name) ?? Reflect.get(behindTheGuard, name)) as unknown,
  });

type Parts = { bars: Bars; lentTo: (showId: ShowId, pupilId: string) => readonly LentPart[] };

/** Studios with the real bar at their door and nothing in them but who has which part of the desk. */
export function standInStudios({ bars, lentTo }: Parts): SignallingParts["studios"] {
  const lentOf = (showId: ShowId, { voice }: Person) => (voice.kind === "pupil" ? lentTo(showId, voice.pupilId) : []);
  const studioOf = async (showId: ShowId) => {
    const barred = new BarList(bars.of(showId));
    await barred.open();
    const admit = async (person: Person) => {
      barred.requireWelcome(person);
      const strip = andElse({ id: showId, lent: lentOf(showId, person) });
      return andElse({ id: showId, isGone: false, strip });
    };
    return andElse({
      transmission: { state: "rehearsing" },
      door: andElse({ admit, leave: async () => undefined }),
      floor: andElse({ room: async () => ({ room: { rtpCapabilities: {} } }) }),
      snapshot: () => ({ strips: [] }),
    });
  };
  const ear = andElse({ transport: { id: "ear", parameters: {} }, [Symbol.asyncDispose]: async () => undefined });
  const listening = andElse({ open: async () => ({ ear, routerRtpCapabilities: {} }) });
  const findShow = (showId: ShowId) => andElse({ showId, phase: () => "onAir", listening });
  return { studioOf, airwaves: { findShow } } as unknown as SignallingParts["studios"];
}

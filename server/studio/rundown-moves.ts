import type { CartId, StripId } from "../../schemas/ids.ts";
import type { RundownItem, RundownSpeaker } from "../../schemas/rundown.ts";
import type { Strip, StudioSnapshot } from "../../schemas/studio.ts";
import { Refusal } from "../errors.ts";
import type { Backstage } from "./backstage.ts";
import { placeKeptMs } from "./strip-rack.ts";

/** The desk that a rundown's moves set, by the same methods as the requests of those who hold it. */
export type MovedDesk = {
  snapshot(): Pick<StudioSnapshot, "strips" | "carts" | "playing" | "sentAt">;
  readonly stage: { readonly backstage: Pick<Backstage, "bringIn"> };
  setStrip(stripId: StripId, change: Partial<Pick<Strip, "gainDb" | "isOpen">>): void;
  readonly carts: { setGain(gainDb: number): void; play(cartId: CartId): void; stop(cartId: CartId): void };
};

// Whose tablet reloads in this very moment comes back to a microphone as the rundown wants it.
const isHere = ({ peerId, awaySince }: Strip, now: string) =>
  peerId !== null || (awaySince !== null && Date.parse(now) - Date.parse(awaySince) < placeKeptMs);

/** Whether a strip's voice is among those who speak. */
const isSpeaker = ({ voice }: Strip, speakers: readonly RundownSpeaker[]) =>
  speakers.includes("everybody") || speakers.includes(voice.kind === "pupil" ? voice.pupilId : "teacher");

/**
 * Sets the desk as an item wants it: faders, then microphones, then sounds. Only who is in the studio gets an open microphone, or lost it a moment ago. What the desk
 * refuses is left out: one move that cannot be done does not keep the show from going on.
 */
export function doMoves(desk: MovedDesk, item: RundownItem, { isFiring, resting }: Circumstances) {
  const sounds = isFiring ? soundMoves(desk, item) : [];
  for (const move of [...gainMoves(desk, item), ...microphoneMoves(desk, item, resting), ...sounds]) attempt(move);
}

/** Whether the item's sounds begin with it, and whose microphones the parts of sound alone before it have closed. */
type Circumstances = { isFiring: boolean; resting: readonly StripId[] };

/** Whose microphones wait while an item of sound alone is on: who was open when it began, and who waited already. */
export function restingDuring(desk: MovedDesk, { moves }: RundownItem, resting: readonly StripId[]): StripId[] {
  if (moves.microphones !== "closed") return [];
  const open = desk.snapshot().strips.filter(({ isOpen }) => isOpen);
  return [...new Set([...resting, ...open.map(({ id }) => id)])];
}

function attempt(move: () => void) {
  try {
    move();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function gainMoves(desk: MovedDesk, { moves }: RundownItem) {
  const { strips } = desk.snapshot();
  return moves.gains.flatMap(({ speaker, gainDb }) =>
    strips
      .filter((strip) => isSpeaker(strip, [speaker]))
      .map((strip) => () => {
        desk.setStrip(strip.id, { gainDb });
      }),
  );
}

// Whom the rundown names is brought in when their part begins; "everybody" are those who are on the floor already.
function microphoneMoves(desk: MovedDesk, { moves, speakers }: RundownItem, resting: readonly StripId[]) {
  if (moves.microphones === "keep") return [];
  if (moves.microphones === "speakers" && speakers.length === 0) return reopenings(desk, resting);
  const { strips, sentAt } = desk.snapshot();
  const named = speakers.filter((speaker) => speaker !== "everybody");
  const isCalled = (strip: Strip) =>
    moves.microphones === "speakers" && strip.place === "backstage" && isSpeaker(strip, named);
  const isWanted = (strip: Strip) =>
    moves.microphones === "speakers" &&
    isHere(strip, sentAt) &&
    (strip.place === "floor" ? isSpeaker(strip, speakers) : isCalled(strip));
  return strips
    .filter((strip) => strip.isOpen !== isWanted(strip))
    .map((strip) => () => {
      if (isCalled(strip)) desk.stage.backstage.bringIn(strip.id);
      desk.setStrip(strip.id, { isOpen: isWanted(strip) });
    });
}

// Where nobody is named, the teacher opens by hand: what a jingle closed is as it was before.
function reopenings(desk: MovedDesk, resting: readonly StripId[]) {
  const { strips, sentAt } = desk.snapshot();
  return strips
    .filter((strip) => resting.includes(strip.id) && strip.place === "floor" && isHere(strip, sentAt))
    .map(({ id }) => () => {
      desk.setStrip(id, { isOpen: true });
    });
}

function soundMoves(desk: MovedDesk, { moves, cartIds }: RundownItem) {
  const { cartsGainDb, bed } = moves;
  const { carts, playing } = desk.snapshot();
  const beds = new Set(carts.flatMap(({ id, kind }) => (kind === "bed" ? [id] : [])));
  const ending = bed === "keep" ? [] : playing.filter(({ cartId }) => beds.has(cartId) && cartId !== bed);
  // A bed that plays already goes on, it does not begin anew.
  const isBedReady = bed === "keep" || bed === "off" || playing.some(({ cartId }) => cartId === bed);
  const beginning = isBedReady ? cartIds : [bed, ...cartIds];
  return [
    ...(cartsGainDb === null
      ? []
      : [
          () => {
            desk.carts.setGain(cartsGainDb);
          },
        ]),
    ...ending.map(({ cartId }) => () => {
      desk.carts.stop(cartId);
    }),
    ...beginning.map((cartId) => () => {
      desk.carts.play(cartId);
    }),
  ];
}

import { existsSync } from "node:fs";
import { v7 } from "uuid";
import type { Cart, CartSettings } from "../../schemas/carts.ts";
import type { Visibility } from "../../schemas/channels.ts";
import { reaches } from "../../schemas/consent.ts";
import { RundownItemId, type ClassroomId, type ShowId } from "../../schemas/ids.ts";
import type { Rundown, RundownItem } from "../../schemas/rundown.ts";
import { speakersIn, type Take } from "../../schemas/takes.ts";
import { Refusal } from "../errors.ts";
import type { Carts } from "../store/carts.ts";
import type { Channels } from "../store/channels.ts";
import type { Consents } from "../store/consents.ts";
import type { Exercises } from "../store/exercises.ts";
import type { People } from "../store/people.ts";
import type { Rundowns } from "../store/rundowns.ts";
import type { Shows } from "../store/shows.ts";
import type { SpokenCarts } from "../store/spoken-carts.ts";
import type { TakeShelf } from "./open-take-shelf.ts";

type CartWords = Pick<CartSettings, "title" | "kind" | "colour" | "isForPupils">;

type Parts = {
  exercises: Pick<Exercises, "require">;
  takeShelf: Pick<TakeShelf, "soundPath">;
  consents: Pick<Consents, "standingOf">;
  people: Pick<People, "requirePupil">;
  carts: Pick<Carts, "require">;
  spokenCarts: Pick<SpokenCarts, "note" | "findOf">;
  /** Where the sounds of the desk lie. */
  shelf: { keep(classroomId: ClassroomId, cart: CartWords, soundPath: string): Promise<Cart> };
  shows: Pick<Shows, "require">;
  channels: Pick<Channels, "require">;
  rundowns: Pick<Rundowns, "add">;
};

/** The way of a take to a show: a sound of the desk, and a part of a rundown that plays it. It goes as far as everybody who speaks in it may be heard. */
export function makeAirTakes(parts: Parts) {
  const { exercises, takeShelf, consents, people, carts, spokenCarts, shelf, shows, channels, rundowns } = parts;

  async function narrowIn(take: Take, visibility: Visibility) {
    const standing = await consents.standingOf(speakersIn(take));
    return standing.filter(({ scope }) => !reaches(scope, visibility)).map(({ pupilId }) => pupilId);
  }

  /** The sound of the desk that was made of a take; a new one where there is none. Refuses `consent.too_narrow`, `take.incomplete`, `take.not_sound`. */
  async function cartOf(take: Take): Promise<Cart> {
    const { id, state, exerciseId } = take;
    if (state === "arriving") throw new Refusal("take.incomplete");
    const sound = takeShelf.soundPath(id);
    // A take that turned out to be no sound keeps none.
    if (!existsSync(sound)) throw new Refusal("take.not_sound");
    if ((await narrowIn(take, "class")).length > 0) throw new Refusal("consent.too_narrow");
    const known = await spokenCarts.findOf(id);
    if (known !== undefined) return carts.require(known);
    const { classroomId, title } = await exercises.require(exerciseId);
    const words = { title, kind: "jingle", colour: 1, isForPupils: false } as const;
    const cart = await shelf.keep(classroomId, words, sound);
    await spokenCarts.note(cart.id, speakersIn(take), id);
    return cart;
  }

  return {
    cartOf,
    /** Puts a take into the rundown of a show of its class. Refuses as {@link cartOf} does, a voice that may not go as far as the show, and a show that has ended. */
    addTo: async (take: Take, showId: ShowId): Promise<Rundown> => {
      const [{ channelId, state }, { classroomId, title }] = await Promise.all([
        shows.require(showId),
        exercises.require(take.exerciseId),
      ]);
      const channel = await channels.require(channelId);
      if (channel.classroomId !== classroomId) throw new Refusal("show.not_found");
      if (state === "ended") throw new Refusal("show.ended");
      const narrow = await narrowIn(take, channel.visibility);
      const names = await Promise.all(narrow.map(async (id) => (await people.requirePupil(id)).firstName));
      if (names.length > 0) throw new Refusal("consent.too_narrow", { names });
      const cart = await cartOf(take);
      return rundowns.add(showId, itemOf(take, title, cart));
    },
  };
}

/** While it plays, no microphone is open. */
function itemOf(take: Take, title: string, { id: cartId, durationSeconds }: Cart): RundownItem {
  return {
    ...{ id: RundownItemId.parse(v7()), title, kind: "sound", prompterText: "", cartIds: [cartId] },
    ...{ plannedSeconds: Math.max(1, Math.ceil(durationSeconds)), speakers: speakersIn(take) },
    moves: { microphones: "closed", bed: "keep", gains: [], cartsGainDb: null },
  };
}

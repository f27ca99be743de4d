import { createSignal } from "solid-js";
import type { TakeReview } from "../../../schemas/reviews.ts";
import type { TakeDesk } from "./create-take.ts";

/**
 * One thing that a teacher chooses of a take, shown at once: what the station knows of it, or what was chosen until the station has answered.
 * The next choice goes from that one, so that whoever is quicker than the station loses nothing. `about` tells what it belongs to.
 */
export function createWish<Value>(desk: () => TakeDesk, about: () => string, known: () => Value) {
  const [wished, setWished] = createSignal<{ about: string; value: Value }>();
  const value = () => {
    const wish = wished();
    return wish?.about === about() ? wish.value : known();
  };
  const choose = async (next: Value, send: () => Promise<TakeReview>) => {
    const wish = { about: about(), value: next };
    setWished(() => wish);
    await desk().keep(send);
    if (wished() === wish) setWished(undefined);
  };
  return { value, choose };
}

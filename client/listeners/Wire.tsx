import { For, Show } from "solid-js";
import type { Tally } from "../../schemas/listenings.ts";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import type { Bird } from "../../schemas/people.ts";
import { picturesOf } from "./flock-size.ts";

type Flock = { tally: Tally; bird: Bird; colour: number };

const Egg = (props: { colour: number }) => (
  <svg class={`egg v${props.colour}`} viewBox="0 0 24 24">
    <path d="M12 4c3.500 0 6 5 6 9a6 6 0 0 1-12 0c0-4 2.500-9 6-9z" />
  </svg>
);

/** Birds on a wire, one for so many listenings; the number stands beside it in words. */
export function Wire(props: { flocks: readonly Flock[]; scale: number; isSmall?: boolean }) {
  const pictures = (flock: Flock) => picturesOf(flock.tally, props.scale);
  return (
    <div class="wire" classList={{ small: props.isSmall === true }} aria-hidden="true">
      <For each={props.flocks}>
        {(flock) => (
          <>
            <For each={Array.from({ length: pictures(flock).whole })}>
              {() => <BirdAvatar bird={flock.bird} colour={flock.colour} size={props.isSmall ? "xs" : "s"} />}
            </For>
            <Show when={pictures(flock).hasSmall}>
              <Egg colour={flock.colour} />
            </Show>
          </>
        )}
      </For>
    </div>
  );
}

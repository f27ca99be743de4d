import { Show } from "solid-js";
import { birdShapes } from "../../schemas/bird-shapes.ts";
import type { Bird } from "../../schemas/people.ts";

const scale = Array.from({ length: 24 }, (_, tick) => `M${4 + tick * 4} ${tick % 5 === 0 ? 86 : 92}V100`).join("");

/** A drawn cover: bird, aerial and dial on the voice colour, with the episode's number. Decorative: the title stands beside it. */
export function DrawnCover(props: { bird: Bird; colour: number; number?: number }) {
  return (
    <svg class={`cover v${props.colour}`} viewBox="0 0 100 100" aria-hidden="true">
      <rect width="100" height="100" fill="var(--vf)" />
      <path d={scale} stroke="#17232d" stroke-opacity=".55" />
      <path d="M16 100V30M4 38h24M8 50h16M11 62h10" stroke="#17232d" stroke-width="3.5" stroke-linecap="round" />
      {/* eslint-disable-next-line solid/no-innerhtml -- the shapes are the project's own constants. */}
      <svg x="26" y="14" width="74" height="72" viewBox="0 0 48 48" innerHTML={birdShapes[props.bird]} />
      <Show when={props.number}>
        <text class="cover-number" x="9" y="22">
          {props.number}
        </text>
      </Show>
    </svg>
  );
}

/** A channel's cover: the uploaded picture in the size of pages, else the drawn one, which costs no download, and stands there as long as the picture `isAwaited`. */
export function ChannelCover(props: {
  channel: { id: string; bird: Bird; colour: number; hasOwnCover: boolean; coverVersion: number };
  isAwaited?: boolean;
}) {
  const address = () => `/media/covers/channels/${props.channel.id}/${props.channel.coverVersion}-page.jpg`;
  return (
    <Show
      when={props.channel.hasOwnCover && props.isAwaited !== true}
      fallback={<DrawnCover bird={props.channel.bird} colour={props.channel.colour} />}
    >
      <img class="cover" src={address()} alt="" width="100" height="100" decoding="async" />
    </Show>
  );
}

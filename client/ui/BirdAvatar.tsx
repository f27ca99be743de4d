import { birdShapes } from "../../schemas/bird-shapes.ts";
import type { Bird } from "../../schemas/people.ts";

/** A pupil's bird on the field of their voice colour. Decorative: the first name stands beside it. */
export function BirdAvatar(props: { bird: Bird; colour: number; number?: number; size?: "xs" | "s" | "l" | "xl" }) {
  return (
    <span class={`bird v${props.colour} ${props.size ?? ""}`} aria-hidden="true">
      {/* eslint-disable-next-line solid/no-innerhtml -- the shapes are the project's own constants. */}
      <svg viewBox="0 0 48 48" innerHTML={birdShapes[props.bird]} />
      {props.number === undefined ? undefined : <b>{props.number}</b>}
    </span>
  );
}

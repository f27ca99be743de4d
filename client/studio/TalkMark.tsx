import { createSignal, Show } from "solid-js";
import type { StripId } from "../../schemas/ids.ts";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";

/** A sign beside the bird of whoever speaks, heard or not: a shape, not only a colour. The strip's meter says it in words. */
export function TalkMark(props: { stripId: StripId; desk: Desk }) {
  const [isTalking, setIsTalking] = createSignal(false);
  props.desk.frames.onFrame(() => setIsTalking(props.desk.levels().strips[props.stripId]?.isTalking === true));
  return (
    <Show when={isTalking()}>
      <span class="talk-mark" aria-hidden="true">
        <Icon name="talk" />
      </span>
    </Show>
  );
}

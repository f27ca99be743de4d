import { Show } from "solid-js";
import type { Strip } from "../../schemas/studio.ts";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Icon } from "../ui/Icon.tsx";

type PupilVoice = Extract<Strip["voice"], { kind: "pupil" }>;

const pupilVoice = (strip: Strip): PupilVoice | undefined => (strip.voice.kind === "pupil" ? strip.voice : undefined);

/** The class of a strip's colour, `v1` to `v8`; teachers have the neutral one. */
export const voiceClass = (strip: Strip): string =>
  strip.voice.kind === "pupil" ? `v${strip.voice.colour}` : "v-teacher";

/** The bird of a pupil, or the board of a teacher. Decorative: the name stands beside it. */
export function VoiceBadge(props: { strip: Strip; isNumbered?: boolean; size?: "xs" | "s" | "l" | "xl" }) {
  return (
    <Show
      when={pupilVoice(props.strip)}
      fallback={
        <span class={`bird teacher ${props.size ?? ""}`} aria-hidden="true">
          <Icon name="teacher" />
        </span>
      }
    >
      {(voice) => (
        <BirdAvatar
          bird={voice().bird}
          colour={voice().colour}
          {...(props.isNumbered ? { number: props.strip.number } : {})}
          {...(props.size === undefined ? {} : { size: props.size })}
        />
      )}
    </Show>
  );
}

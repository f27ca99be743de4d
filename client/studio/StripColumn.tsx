import { createMemo, Show } from "solid-js";
import type { Strip, Transmission } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";
import { Fader } from "./Fader.tsx";
import { LinkWords } from "./LinkWords.tsx";
import { LiveMeter } from "./LiveMeter.tsx";
import { pathOf } from "./path.ts";
import { VoiceBadge, voiceClass } from "./VoiceBadge.tsx";

/** One channel strip: who, how well connected, level, fader, microphone key. Left and right go to the same control of the next strip. */
export function StripColumn(props: { strip: Strip; transmission: Transmission; desk: Desk }) {
  const { t } = useI18n();
  const path = createMemo(() => pathOf(props.strip, props.transmission));
  const send = (change: { gainDb?: number; isOpen?: boolean }) =>
    void props.desk.studio.tell("setStrip", { stripId: props.strip.id, ...change });
  return (
    <section
      class={`strip ${voiceClass(props.strip)} ${path()}`}
      classList={{ away: props.strip.peerId === null }}
      role="group"
      aria-label={t("studio.stripOf", { number: props.strip.number, name: props.strip.name })}
      data-strip={props.strip.id}
    >
      <div class="head">
        <VoiceBadge strip={props.strip} isNumbered />
        <span class="name">{props.strip.name}</span>
      </div>
      <LinkWords strip={props.strip} />
      <Fader
        label={t("studio.volumeOf", { name: props.strip.name })}
        gainDb={props.strip.gainDb}
        isClosed={!props.strip.isOpen}
        onGain={(gainDb) => {
          send({ gainDb });
        }}
      >
        <LiveMeter
          label={t("studio.levelOf", { name: props.strip.name })}
          read={() => props.desk.levels().strips[props.strip.id]?.peakDbfs ?? -100}
          frames={props.desk.frames}
        />
      </Fader>
      <button
        type="button"
        class="btn microphone"
        data-control="microphone"
        aria-pressed={props.strip.isOpen}
        aria-label={t(props.strip.isOpen ? "studio.microphoneOpenOf" : "studio.microphoneClosedOf", {
          name: props.strip.name,
        })}
        onClick={() => {
          send({ isOpen: !props.strip.isOpen });
        }}
      >
        <Icon name={props.strip.isOpen ? "microphone" : "microphoneOff"} />
        <Show when={props.strip.isOpen} fallback={t("studio.closed")}>
          {t("studio.open")}
        </Show>
      </button>
    </section>
  );
}

import { createMemo, Show } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";
import { Fader } from "./Fader.tsx";
import { lowestGainDb } from "./gain-curve.ts";
import { LiveMeter } from "./LiveMeter.tsx";

/** The strip of all carts together. Red only while listeners hear one. */
export function CartsStrip(props: { snapshot: StudioSnapshot; desk: Desk; tabIndex: 0 | -1 }) {
  const { t } = useI18n();
  const isUp = () => props.snapshot.cartsGainDb > lowestGainDb;
  const ducking = () => props.snapshot.sound.ducking;
  const isHeard = createMemo(
    () => props.snapshot.transmission.state === "onAir" && props.snapshot.playing.length > 0 && isUp(),
  );
  const head = () => (
    <>
      <span class="bird">
        <Icon name="note" size="l" />
      </span>
      <span class="name">{t("studio.carts")}</span>
    </>
  );
  return (
    <section
      class="strip carts-strip"
      classList={{ heard: isHeard() }}
      role="group"
      aria-label={t("studio.cartsStrip")}
      data-key="carts"
    >
      <Show when={props.desk.may("cart.manage")} fallback={<div class="head">{head()}</div>}>
        <button
          type="button"
          class="head"
          data-control="head"
          tabindex={props.tabIndex}
          aria-label={t("studio.arrangePads")}
          onClick={() => {
            props.desk.padPanel.open({ kind: "order" });
          }}
        >
          {head()}
        </button>
      </Show>
      <div class="place">{props.snapshot.playing.length > 0 ? t("studio.cartsPlaying") : t("studio.cartsQuiet")}</div>
      <Fader
        label={t("studio.volumeOfCarts")}
        gainDb={props.snapshot.cartsGainDb}
        isClosed={false}
        isLocked={!props.desk.may("desk.carts")}
        tabIndex={props.tabIndex}
        onGain={(gainDb) => void props.desk.studio.tell("setCartsGain", { gainDb })}
      >
        <LiveMeter
          label={t("studio.levelOfCarts")}
          read={() => props.desk.levels().carts.peakDbfs}
          frames={props.desk.frames}
        />
      </Fader>
      <button
        type="button"
        class="btn cue"
        disabled={!props.desk.may("desk.operate")}
        data-control="cue"
        tabindex={props.tabIndex}
        aria-pressed={ducking().isOn}
        aria-label={t("sound.underVoicesOf")}
        onClick={() => void props.desk.studio.tell("setDucking", { ...ducking(), isOn: !ducking().isOn })}
      >
        <Icon name="down" />
        {t("sound.underVoices")}
      </button>
    </section>
  );
}

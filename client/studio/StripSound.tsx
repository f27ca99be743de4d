import { For, Show } from "solid-js";
import type { RequestInput } from "../../schemas/signalling.ts";
import type { Processing } from "../../schemas/sound.ts";
import type { Strip, StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Switch } from "../ui/Switch.tsx";
import type { Desk } from "./desk.ts";
import { gainInWords, signed } from "./gain-words.ts";
import { SoundSlider } from "./SoundSlider.tsx";

type StripChange = Omit<RequestInput<"setStrip">, "stripId">;

const switches = {
  highPass: "hasHighPass",
  denoiser: "hasDenoiser",
  gate: "hasGate",
  compressor: "hasCompressor",
} as const satisfies Record<string, keyof Processing>;
const stages = Object.keys(switches) as (keyof typeof switches)[];

/** What is done to one voice before its fader, and where it stands. */
export function StripSound(props: { strip: Strip; snapshot: StudioSnapshot; desk: Desk }) {
  const { t, formats, language } = useI18n();
  const tell = (strip: Strip, change: StripChange) =>
    void props.desk.studio.tell("setStrip", { stripId: strip.id, ...change });
  const process = (processing: Partial<Processing>) => {
    tell(props.strip, { processing });
  };
  const panInWords = (pan: number) => {
    const share = formats().percent(Math.abs(pan));
    return pan === 0 ? t("sound.panMiddle") : t(pan < 0 ? "sound.panLeft" : "sound.panRight", { share });
  };
  const decibels = (value: number) => gainInWords(value, language(), t, "short");
  // The trim is each microphone's own, and stays.
  const applyToAll = () => {
    const { hasHighPass, hasDenoiser, hasGate, hasCompressor } = props.strip.processing;
    const processing = { hasHighPass, hasDenoiser, hasGate, hasCompressor };
    for (const strip of props.snapshot.strips) if (strip.id !== props.strip.id) tell(strip, { processing });
  };
  return (
    <fieldset class="sound-part">
      <legend class="legend">{t("sound.voiceOf", { name: props.strip.name })}</legend>
      <SoundSlider
        label={t("sound.trim")}
        hint={t("sound.trimHint")}
        {...{ least: -12, most: 12, step: 1, first: 0, inWords: decibels }}
        value={props.strip.processing.trimDb}
        onValue={(trimDb) => {
          process({ trimDb });
        }}
      />
      <For each={stages}>
        {(stage) => (
          <Switch
            isOn={props.strip.processing[switches[stage]]}
            hint={t(`sound.${stage}Hint`)}
            onChange={(isOn) => {
              process({ [switches[stage]]: isOn });
            }}
          >
            {t(`sound.${stage}`)}
          </Switch>
        )}
      </For>
      <SoundSlider
        label={t("sound.pan")}
        {...{ least: -1, most: 1, step: 0.1, first: 0, inWords: panInWords }}
        value={props.strip.pan}
        onValue={(pan) => {
          tell(props.strip, { pan });
        }}
      />
      <Show when={props.snapshot.sound.hasAutomix}>
        <SoundSlider
          label={t("sound.weight")}
          hint={t("sound.weightHint")}
          {...{ least: -12, most: 12, step: 1, first: 0, inWords: decibels }}
          value={props.strip.weightDb}
          onValue={(weightDb) => {
            tell(props.strip, { weightDb });
          }}
        />
      </Show>
      <Show when={props.snapshot.strips.length > 1}>
        <Button isWide onClick={applyToAll}>
          {t("sound.applyToAll")}
        </Button>
      </Show>
    </fieldset>
  );
}

/** What noise suppression costs the server, as the mixer measures it; nothing while it is off. */
export function DenoisingCost(props: { share: number }) {
  const { t, language } = useI18n();
  return (
    <Show when={props.share > 0}>
      <p class="hint small">{t("sound.denoisingCost", { share: `${signed(props.share * 100, language(), 1)} %` })}</p>
    </Show>
  );
}

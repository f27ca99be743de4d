import { createMemo, createSignal, For, Show } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import type { Ducking } from "../../schemas/sound.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Switch } from "../ui/Switch.tsx";
import type { Desk } from "./desk.ts";
import { signed } from "./gain-words.ts";
import { SoundSlider } from "./SoundSlider.tsx";
import { DenoisingCost, StripSound } from "./StripSound.tsx";
import { VoiceBadge } from "./VoiceBadge.tsx";

// Figures that change faster than this cannot be read.
const costEverySeconds = 1;

/** The settings of the sound, in a column beside the strips: of one voice, and of all together. A strip that is touched is chosen. */
export function SoundPanel(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t } = useI18n();
  const strip = createMemo(
    () => props.snapshot.strips.find(({ id }) => id === props.desk.tunedStrip()) ?? props.snapshot.strips[0],
  );
  const [cost, setCost] = createSignal(0);
  let readAt = 0;
  props.desk.frames.onFrame((now) => {
    if (now - readAt < costEverySeconds) return;
    readAt = now;
    setCost(props.desk.levels().denoisingShare);
  });
  return (
    <div class="stack sound-panel">
      <CueLine snapshot={props.snapshot} desk={props.desk} />
      <Show when={strip()} fallback={<p class="small quiet">{t("sound.noStrip")}</p>}>
        {(chosen) => (
          <>
            <fieldset class="choose-strip">
              <legend class="sr-only">{t("sound.chooseStrip")}</legend>
              <For each={props.snapshot.strips}>
                {(candidate) => (
                  <label title={candidate.name}>
                    <input
                      type="radio"
                      class="sr-only"
                      name="tuned-strip"
                      checked={candidate.id === chosen().id}
                      aria-label={t("studio.stripOf", { number: candidate.number, name: candidate.name })}
                      onChange={() => props.desk.tuneStrip(candidate.id)}
                    />
                    <VoiceBadge strip={candidate} size="s" isNumbered />
                  </label>
                )}
              </For>
            </fieldset>
            <StripSound strip={chosen()} snapshot={props.snapshot} desk={props.desk} />
            <DenoisingCost share={cost()} />
          </>
        )}
      </Show>
      <SoundOfAll snapshot={props.snapshot} desk={props.desk} />
    </div>
  );
}

/** Who is in the desk's headphones, and the way back to everybody. */
function CueLine(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t } = useI18n();
  const cued = () => props.snapshot.strips.filter(({ isCued }) => isCued);
  const names = () =>
    cued()
      .map(({ name }) => name)
      .join(", ");
  const endAll = () => {
    for (const { id } of cued()) void props.desk.studio.tell("cueStrip", { stripId: id, isCued: false });
  };
  return (
    <Show when={cued().length > 0}>
      <p class="cue-line">
        <Icon name="headphones" size="s" />
        <span>{t("sound.cueing", { names: names() })}</span>
        <Button onClick={endAll}>{t("sound.endCue")}</Button>
      </p>
    </Show>
  );
}

function SoundOfAll(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t, language } = useI18n();
  const ducking = () => props.snapshot.sound.ducking;
  const duck = (change: Partial<Ducking>) => void props.desk.studio.tell("setDucking", { ...ducking(), ...change });
  return (
    <fieldset class="sound-part">
      <legend class="legend">{t("sound.together")}</legend>
      <Switch
        isOn={props.snapshot.sound.hasAutomix}
        hint={t("sound.automixHint")}
        onChange={(hasAutomix) => void props.desk.studio.tell("setAutomix", { hasAutomix })}
      >
        {t("sound.automix")}
      </Switch>
      <Switch
        isOn={ducking().isOn}
        hint={t("sound.duckingHint")}
        onChange={(isOn) => {
          duck({ isOn });
        }}
      >
        {t("sound.underVoices")}
      </Switch>
      <Show when={ducking().isOn}>
        <SoundSlider
          label={t("sound.depth")}
          {...{ least: 3, most: 30, step: 1, first: 12 }}
          inWords={(depthDb) => `${signed(-depthDb, language())} dB`}
          value={ducking().depthDb}
          onValue={(depthDb) => {
            duck({ depthDb });
          }}
        />
        <SoundSlider
          label={t("sound.release")}
          {...{ least: 200, most: 5_000, step: 100, first: 1_000 }}
          inWords={(releaseMs) => t("sound.seconds", { count: signed(releaseMs / 1_000, language(), 1) })}
          value={ducking().releaseMs}
          onValue={(releaseMs) => {
            duck({ releaseMs });
          }}
        />
      </Show>
    </fieldset>
  );
}

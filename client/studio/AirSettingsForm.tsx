import { For, onMount } from "solid-js";
import type { Air, AirSettings } from "../../schemas/live.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";

const longestDelay = 30;
const cuts = [3, 4, 5, 6, 7, 8] as const;

/** In the place of the pipe: how much is held back, and how much one press removes. Kept for the channel's next show. */
export function AirSettingsForm(props: {
  air: Air;
  onChange: (change: Partial<AirSettings>) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  let first!: HTMLInputElement;
  onMount(() => {
    first.focus();
  });
  const words = () => t("live.secondsOf", { count: props.air.delaySeconds });
  return (
    <div
      class="air-settings"
      role="group"
      aria-label={t("live.settings")}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <label>
        <span>
          {t("live.delay")} <b>{words()}</b>
        </span>
        <input
          ref={first}
          class="range"
          type="range"
          min={0}
          max={longestDelay}
          step={1}
          style={{ "--v": String((props.air.delaySeconds / longestDelay) * 100) }}
          value={props.air.delaySeconds}
          aria-valuetext={words()}
          onChange={(event) => {
            props.onChange({ delaySeconds: event.currentTarget.valueAsNumber });
          }}
        />
      </label>
      <label>
        <span>{t("live.cutRemoves")}</span>
        <select
          class="input"
          value={props.air.cutSeconds}
          onChange={(event) => {
            props.onChange({ cutSeconds: Number(event.currentTarget.value) });
          }}
        >
          <For each={cuts}>{(count) => <option value={count}>{t("live.secondsOf", { count })}</option>}</For>
        </select>
      </label>
      <Button icon="tick" onClick={() => props.onClose()}>
        {t("live.settingsDone")}
      </Button>
    </div>
  );
}

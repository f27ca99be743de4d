import { createSignal, Show, type JSX } from "solid-js";
import "./safety-bar.css";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { AirSettingsForm } from "./AirSettingsForm.tsx";
import { createDelay } from "./create-delay.ts";
import { CutKey } from "./CutKey.tsx";
import { DelayPipeView } from "./DelayPipeView.tsx";
import { DelayWords } from "./DelayWords.tsx";
import type { Desk } from "./desk.ts";

/** Under the console: what nobody has heard yet, and the key that removes the end of it; the orders off air stand before it. */
export function SafetyBar(props: { snapshot: StudioSnapshot; desk: Desk; children: JSX.Element }) {
  const { t } = useI18n();
  const delay = createDelay(props.desk, () => props.snapshot);
  const [isSetting, setIsSetting] = createSignal(false);
  return (
    <footer class="safety" aria-label={t("live.safety")}>
      {props.children}
      <section class="delay" aria-label={t("live.delay")}>
        <Show
          when={!isSetting()}
          fallback={
            <AirSettingsForm
              air={props.snapshot.air}
              onChange={(change) => void props.desk.studio.tell("setAir", change)}
              onClose={() => setIsSetting(false)}
            />
          }
        >
          <DelayWords snapshot={props.snapshot} desk={props.desk} delay={delay} onSettings={() => setIsSetting(true)} />
          <DelayPipeView snapshot={props.snapshot} desk={props.desk} delay={delay} />
        </Show>
      </section>
      <CutKey snapshot={props.snapshot} desk={props.desk} delay={delay} />
    </footer>
  );
}

import { createSignal, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { createTakeSound } from "./create-take-sound.ts";
import type { OwnTake, OwnTakes } from "./create-takes.ts";
import { Wave } from "./TakeTrace.tsx";

/** The take before beside this one: one's own, and nobody else's. */
export function CompareTakes(props: { takes: OwnTakes; before: OwnTake; now: OwnTake }) {
  const { t } = useI18n();
  return (
    <section class="panel big compare" aria-labelledby="compare">
      <h2 id="compare">{t("training.compare")}</h2>
      <CompareRow take={props.before} takes={props.takes} isFormer />
      <CompareRow take={props.now} takes={props.takes} />
    </section>
  );
}

function CompareRow(props: { take: OwnTake; takes: OwnTakes; isFormer?: boolean }) {
  const { t, formats } = useI18n();
  const sound = createTakeSound(() => props.take);
  const [isAsking, setAsking] = createSignal(false);
  const number = () => ({ number: props.take.number });
  return (
    <div class="compare-row" classList={{ former: props.isFormer === true }}>
      <Button
        size="square"
        icon={sound.isPlaying() ? "stop" : "play"}
        aria-label={sound.isPlaying() ? t("training.stopTake", number()) : t("training.playTake", number())}
        onClick={sound.toggle}
      />
      <span class="name">{t("training.takeOf", number())}</span>
      <div class="wave-place">
        <Show when={props.take.measures}>{(measures) => <Wave peaks={measures().peaks} />}</Show>
      </div>
      <span class="quiet">{formats().clock(props.take.durationSeconds)}</span>
      <Show when={props.isFormer === true && props.take.place !== "sent"}>
        <Button
          look="bare"
          size="square"
          icon="bin"
          aria-label={t("training.discardTake", number())}
          onClick={() => setAsking(true)}
        />
        <ConfirmDialog
          isOpen={isAsking()}
          title={t("training.discardQuestion", number())}
          keep={t("training.goBack")}
          confirm={t("training.discardGo")}
          onClose={() => setAsking(false)}
          onConfirm={() => props.takes.discard(props.take.id)}
        >
          {t("training.discardText")}
        </ConfirmDialog>
      </Show>
    </div>
  );
}

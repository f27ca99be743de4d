import { createEffect, createMemo, createSignal, on } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";

/** Says aloud, for those who do not see it, that the antenna opens and closes. */
export function Announcer(props: { snapshot: Pick<StudioSnapshot, "transmission"> }) {
  const { t } = useI18n();
  const [words, setWords] = createSignal("");
  const state = createMemo(() => props.snapshot.transmission.state);
  createEffect(
    on(
      state,
      (now, before) => {
        if (now === "countdown") setWords(t("studio.onAirInThree"));
        else if (now === "onAir") setWords(t("studio.onAir"));
        else if (now === "ending") setWords(t("live.microphonesOff"));
        else if (now === "ended") setWords(t("studio.overTitle"));
        else if (before === "countdown") setWords(t("studio.countdownStopped"));
      },
      { defer: true },
    ),
  );
  return (
    <div class="sr-only" aria-live="assertive">
      {words()}
    </div>
  );
}

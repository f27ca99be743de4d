import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { forAnotherPupil, otherPupilPath } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";

/** Out of the studio: the show is over, the teacher sent the pupil out, or another tablet took the place. The frame is blue at once. */
export function PupilEnd(props: { word: "ended" | "removed" | "barred" | "replaced"; onEnter?: () => void }) {
  const { t } = useI18n();
  return (
    <div class="pupil backstage">
      <header class="state">
        <div role="status" aria-live="assertive">
          <h1 class="word">
            <Icon name={props.word === "ended" ? "tick" : "curtain"} />
            {t(`studio.pupil_${props.word}`)}
          </h1>
          <p class="under">{t(`studio.pupilText_${props.word}`)}</p>
        </div>
      </header>
      <main class="leaving">
        <Show when={props.onEnter}>
          {(enter) => (
            <Button
              look="primary"
              size="giant"
              icon="enter"
              onClick={() => {
                enter()();
              }}
            >
              {t(`studio.pupilBack_${props.word === "replaced" ? "replaced" : "removed"}`)}
            </Button>
          )}
        </Show>
        <A class="btn giant" href={otherPupilPath()} state={forAnotherPupil}>
          <Icon name="pupil" />
          {t("doors.otherPupil")}
        </A>
        <A class="btn giant" href="/">
          {t("frame.goHome")}
        </A>
      </main>
    </div>
  );
}

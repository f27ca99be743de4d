import { For, Show } from "solid-js";
import type { PupilId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";

/** With whom one speaks in an interview: a classmate, or `null` for somebody who is not of the class; `undefined` while nothing is chosen. */
export function PartnerField(props: {
  classmates: readonly Pupil[];
  chosen: PupilId | null | undefined;
  onChoose: (id: PupilId | null) => void;
}) {
  const { t } = useI18n();
  return (
    <fieldset class="partners">
      <legend>{t("training.withWhom")}</legend>
      <div class="row tight wrap">
        <For each={props.classmates}>
          {(pupil) => (
            <button
              type="button"
              class="btn"
              aria-pressed={props.chosen === pupil.id}
              onClick={() => props.onChoose(pupil.id)}
            >
              <BirdAvatar bird={pupil.bird} colour={pupil.colour} size="s" />
              {pupil.firstName}
            </button>
          )}
        </For>
        <button type="button" class="btn" aria-pressed={props.chosen === null} onClick={() => props.onChoose(null)}>
          {t("training.withSomebodyElse")}
        </button>
      </div>
      <Show when={props.chosen}>
        <p>{t("training.withBoth")}</p>
      </Show>
    </fieldset>
  );
}

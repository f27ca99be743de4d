import { Show } from "solid-js";
import type { Visibility } from "../../../schemas/channels.ts";
import type { VoicesAnswer } from "../../../schemas/podcast-imports.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { TextArea } from "../../ui/Field.tsx";

/** An answer as it is being given: nothing yet, or how far and why. */
export type DraftAnswer = { reach: Visibility | "none"; words: string };

const leastWords = 12;

/** The answer, once there is one: `undefined` while words are missing, `null` for none. */
export function answerOf({ reach, words }: DraftAnswer): VoicesAnswer | null | undefined {
  if (reach === "none") return null;
  return words.trim().length < leastWords ? undefined : { reach, words: words.trim() };
}

/** How far the voices of a podcast from elsewhere may be heard, and who says so. */
export function VoicesQuestion(props: {
  draft: DraftAnswer;
  onChange: (draft: DraftAnswer) => void;
  isMissing: boolean;
  /** Whether one may put it off. */
  mayWait: boolean;
}) {
  const { t } = useI18n();
  const choices = () => ({
    ...(props.mayWait && { none: t("podcasts.reachNone") }),
    class: t("podcasts.reachClass"),
    family: t("podcasts.reachFamily"),
    public: t("podcasts.reachPublic"),
  });
  return (
    <div class="stack">
      <p>{t("podcasts.voicesHint")}</p>
      <Choice<DraftAnswer["reach"]>
        label={t("podcasts.reach")}
        chosen={props.draft.reach}
        choices={choices() as Record<DraftAnswer["reach"], string>}
        onChoose={(reach) => props.onChange({ ...props.draft, reach })}
      />
      <Show when={props.draft.reach !== "none"} fallback={<p class="small quiet">{t("podcasts.reachNoneHint")}</p>}>
        <TextArea
          label={t("podcasts.words")}
          hint={t("podcasts.wordsHint")}
          error={props.isMissing ? t("podcasts.wordsMissing") : undefined}
          rows={2}
          maxlength={400}
          value={props.draft.words}
          onInput={(event) => props.onChange({ ...props.draft, words: event.currentTarget.value })}
        />
      </Show>
    </div>
  );
}

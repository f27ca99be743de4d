import { Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { TextArea, TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { ChaptersField } from "./ChaptersField.tsx";
import type { Credits } from "./create-credits.ts";

type CreditsFormProps = {
  credits: Credits;
  /** Where one listens, once there is something to hear. */
  position: (() => number) | undefined;
};

/** Title, description, season, number and chapters of an episode; can be typed while it is being made. */
export function CreditsForm(props: CreditsFormProps) {
  const { t } = useI18n();
  const say = useToasts();
  const field = (name: keyof ReturnType<Credits["typed"]>) => ({
    value: props.credits.typed()[name],
    onInput: (event: { currentTarget: { value: string } }) => props.credits.type({ [name]: event.currentTarget.value }),
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await props.credits.save()) say(t("frame.saved"));
  };
  return (
    <form class="panel" onSubmit={(event) => void submit(event)} aria-labelledby="credits-title">
      <div class="panel-head">
        <h2 id="credits-title">{t("library.credits")}</h2>
      </div>
      <div class="panel-body stack">
        <TextField label={t("library.title")} required maxlength={120} {...field("title")} />
        <TextArea
          label={t("library.description")}
          hint={t("library.descriptionHint")}
          maxlength={2_000}
          {...field("description")}
        />
        <div class="row">
          <TextField label={t("library.season")} type="number" min={1} max={99} required {...field("season")} />
          <TextField label={t("library.number")} type="number" min={1} max={9_999} required {...field("number")} />
        </div>
        <ChaptersField
          lines={props.credits.lines()}
          onLines={props.credits.setLines}
          position={props.position}
          isBad={props.credits.areChaptersBad()}
        />
        <Show when={props.credits.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Show when={props.credits.isChanged()}>
            <span class="small quiet">{t("library.unsaved")}</span>
          </Show>
          <Button look="primary" type="submit" class="push" isBusy={props.credits.isSaving()}>
            {t("frame.save")}
          </Button>
        </div>
      </div>
    </form>
  );
}

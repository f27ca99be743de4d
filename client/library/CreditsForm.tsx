import { createEffect, createSignal, on, Show, untrack } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { api } from "../api/api.ts";
import { formatClock } from "../i18n/formats.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextArea, TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { parseChapters, type ChapterLine } from "./chapter-lines.ts";
import { ChaptersField } from "./ChaptersField.tsx";

type CreditsFormProps = {
  episode: Episode;
  /** Where one listens, once there is something to hear. */
  position: (() => number) | undefined;
  onSaved: (episode: Episode) => void;
};

const linesOf = (episode: Episode): ChapterLine[] =>
  episode.chapters.map(({ startSeconds, title }) => ({ clock: formatClock(startSeconds), title }));

/** Title, description, season, number and chapters of an episode; can be typed while it is being made. */
export function CreditsForm(props: CreditsFormProps) {
  const { t } = useI18n();
  const say = useToasts();
  const [typed, setTyped] = createSignal(untrack(() => typedFrom(props.episode)));
  const [lines, setLines] = createSignal<readonly ChapterLine[]>(untrack(() => linesOf(props.episode)));
  const [isBad, setBad] = createSignal(false);
  createEffect(
    on(
      () => props.episode.id,
      () => (setTyped(typedFrom(props.episode)), setLines(linesOf(props.episode))),
      { defer: true },
    ),
  );
  const saving = createAttempt(async () => {
    const chapters = parseChapters(lines());
    setBad(chapters === undefined);
    if (chapters === undefined) return;
    const { title, description, season, number } = typed();
    const change = { title, description, season: Number(season), number: Number(number), chapters };
    props.onSaved(await api.episodes.change(props.episode.id, change));
    say(t("frame.saved"));
  });
  const field = (name: keyof ReturnType<typeof typedFrom>) => ({
    value: typed()[name],
    onInput: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed(), [name]: event.currentTarget.value }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <form class="panel" onSubmit={submit} aria-labelledby="credits-title">
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
        <ChaptersField lines={lines()} onLines={setLines} position={props.position} isBad={isBad()} />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
            {t("frame.save")}
          </Button>
        </div>
      </div>
    </form>
  );
}

const typedFrom = ({ title, description, season, number }: Episode) => ({
  title,
  description,
  season: String(season),
  number: String(number),
});

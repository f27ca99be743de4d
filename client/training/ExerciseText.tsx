import { createSignal, For, onCleanup, Show } from "solid-js";
import { isSameText, type Exercise } from "../../schemas/exercises.ts";
import { api } from "../api/api.ts";
import { createSound } from "../audio/create-sound.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Message } from "../ui/Message.tsx";
import { PictureMark } from "../ui/PictureMark.tsx";
import { Switch } from "../ui/Switch.tsx";

/** What an exercise asks for: its words, its plan, its pictures, its example. */
export function ExerciseText(props: { exercise: Exercise }) {
  const { t, formats } = useI18n();
  const paragraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== "");
  return (
    <article class="panel big exercise-text">
      <h1>{props.exercise.title}</h1>
      <Show when={props.exercise.instructions !== ""}>
        <p class="asked">{props.exercise.instructions}</p>
      </Show>
      <Show when={props.exercise.targetSeconds}>
        {(seconds) => <p class="quiet">{t("training.about", { length: formats().length(seconds()) })}</p>}
      </Show>
      <Show when={props.exercise.hasModel}>
        <Model exercise={props.exercise} />
      </Show>
      <Show when={props.exercise.pictures.length > 0}>
        <div class="story">
          <For each={props.exercise.pictures}>{(picture) => <PictureMark picture={picture} />}</For>
        </div>
      </Show>
      <OwnPictures exercise={props.exercise} />
      <Show when={props.exercise.homeText !== ""}>
        <h2>{t("training.homeText")}</h2>
        <div class="spoken" lang={props.exercise.homeLanguage ?? undefined} dir="auto">
          <For each={paragraphs(props.exercise.homeText)}>{(line) => <p>{line}</p>}</For>
        </div>
        <h2>{t("training.frenchText")}</h2>
      </Show>
      <Show when={props.exercise.part}>
        <Show
          when={props.exercise.partText !== null && !isSameText(props.exercise.partText, props.exercise.text)}
          fallback={<p class="quiet">{t("training.forShow")}</p>}
        >
          <Message look="info" title={t("training.partChanged")}>
            {t("training.partChangedHint")}
          </Message>
        </Show>
      </Show>
      <div class="spoken">
        <For each={paragraphs(props.exercise.text)}>{(line) => <p>{line}</p>}</For>
      </div>
      <Show when={props.exercise.plan.length > 0}>
        <h2>{t("training.plan")}</h2>
        <ol class="plan">
          <For each={props.exercise.plan}>{(point) => <li>{point}</li>}</For>
        </ol>
      </Show>
    </article>
  );
}

/** What the teacher photographed or drew. */
function OwnPictures(props: { exercise: Exercise }) {
  return (
    <div class="own-story">
      <For each={props.exercise.ownPictures}>
        {({ id, alt }) => <img src={api.exercises.pictureUrl(props.exercise.id, id)} alt={alt} />}
      </For>
    </div>
  );
}

const slowSpeed = 0.75;

/** The example, which may be slower: browsers keep its pitch. */
function Model(props: { exercise: Exercise }) {
  const { t } = useI18n();
  const sound = createSound();
  const [isSlow, setSlow] = createSignal(false);
  // eslint-disable-next-line solid/reactivity -- a page is of one exercise.
  sound.load([{ url: api.exercises.modelUrl(props.exercise.id), mimeType: "audio/mpeg" }], 0);
  onCleanup(sound.pause);
  return (
    <div class="row model">
      <Button
        size="tall"
        icon={sound.isPlaying() ? "stop" : "play"}
        onClick={() => {
          if (sound.isPlaying()) sound.pause();
          else void sound.play();
        }}
      >
        {sound.isPlaying() ? t("training.modelStop") : t("training.modelPlay")}
      </Button>
      <Switch
        isOn={isSlow()}
        onChange={(isOn) => {
          setSlow(isOn);
          sound.setSpeed(isOn ? slowSpeed : 1);
        }}
      >
        {t("training.modelSlow")}
      </Switch>
    </div>
  );
}

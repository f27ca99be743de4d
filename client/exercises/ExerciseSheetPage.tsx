import { A, useParams } from "@solidjs/router";
import { createEffect, createResource, For, Show } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import type { ExerciseId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PictureMark } from "../ui/PictureMark.tsx";
import "./exercises.css";

/** An exercise on paper: the text with its length, or the plan, and a place for a name. */
export function ExerciseSheetPage() {
  const { t } = useI18n();
  const params = useParams<{ exerciseId: string }>();
  const [exercise, { refetch }] = createResource(
    () => params.exerciseId as ExerciseId,
    (id) => api.exercises.read(id),
  );
  createEffect(() => {
    const title = exercise.state === "ready" ? exercise.latest.title : t("exercises.title");
    document.title = `${title} — Antenne`;
  });
  return (
    <>
      <div class="row no-print">
        <A class="btn" href="/entrainements">
          {t("exercises.backToList")}
        </A>
        <Button class="push" look="primary" icon="print" onClick={() => print()}>
          {t("exercises.printGo")}
        </Button>
      </div>
      <Loaded from={exercise} onRetry={() => void refetch()} lines={6} title={t("exercises.print")}>
        {(found) => <Sheet exercise={found()} />}
      </Loaded>
    </>
  );
}

function Sheet(props: { exercise: Exercise }) {
  const { t, count } = useI18n();
  return (
    <article class="panel exercise-sheet">
      <p class="sheet-lines">
        <span>{t("exercises.sheetName")}</span>
        <span>{t("exercises.sheetDate")}</span>
      </p>
      <h1>{props.exercise.title}</h1>
      <p>{props.exercise.instructions}</p>
      <div class="row">
        <For each={props.exercise.pictures}>{(picture) => <PictureMark picture={picture} />}</For>
        <For each={props.exercise.ownPictures}>
          {({ id, alt }) => (
            <img class="sheet-picture" src={api.exercises.pictureUrl(props.exercise.id, id)} alt={alt} />
          )}
        </For>
      </div>
      <div class="sheet-text">
        <For each={props.exercise.text.split(/\n+/)}>{(line) => <p>{line}</p>}</For>
      </div>
      <Show when={props.exercise.plan.length > 0}>
        <ol>
          <For each={props.exercise.plan}>{(point) => <li>{point}</li>}</For>
        </ol>
      </Show>
      <Show when={props.exercise.words > 0}>
        <p class="quiet">
          {count("exercises.words", props.exercise.words)}, {count("exercises.syllables", props.exercise.syllables)}
        </p>
      </Show>
    </article>
  );
}

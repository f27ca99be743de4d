import { createResource, createSignal, Show } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import type { DrawnSecret } from "../../schemas/pictures.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { PictureSheet } from "./PictureSheet.tsx";

/** One pupil's three pictures: drawn, drawn anew, taken away; and the door opened once for who forgot. */
export function PictureKeys(props: { pupil: Pupil }) {
  const { t } = useI18n();
  const say = useToasts();
  const [drawn, setDrawn] = createSignal<readonly DrawnSecret[]>([]);
  const [known, { refetch }] = createResource(
    () => props.pupil.classroomId,
    (id) => api.classrooms.listPictures(id),
  );
  const has = () => known.state === "ready" && known.latest.pupilIds.includes(props.pupil.id);
  const acting = createAttempt(async (act: "draw" | "remove" | "letIn") => {
    const { id } = props.pupil;
    if (act === "draw") setDrawn([await api.pupils.drawPictures(id)]);
    else if (act === "remove") await api.pupils.removePictures(id);
    else await api.pupils.letIn(id);
    if (act === "letIn") say(t("pictures.isLetIn", { name: props.pupil.firstName }));
    await refetch();
  });
  return (
    <fieldset class="stack tight">
      <legend class="legend">{t("pictures.title")}</legend>
      <p class="small quiet">{t("pictures.hint")}</p>
      <div class="row wrap">
        <Button isBusy={acting.isBusy()} onClick={() => void acting.attempt("draw")}>
          {t(has() ? "pictures.again" : "pictures.draw")}
        </Button>
        <Show when={has()}>
          <Button onClick={() => void acting.attempt("letIn")}>{t("pictures.letInOnce")}</Button>
          <Button look="bare" onClick={() => void acting.attempt("remove")}>
            {t("pictures.remove")}
          </Button>
        </Show>
      </div>
      <Show when={acting.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <PictureSheet drawn={drawn()} pupils={[props.pupil]} onClose={() => setDrawn([])} />
    </fieldset>
  );
}

/** Pictures for everybody of the class who has none. */
export function ClassPictures(props: { pupils: readonly Pupil[] }) {
  const { t } = useI18n();
  const say = useToasts();
  const [drawn, setDrawn] = createSignal<readonly DrawnSecret[]>([]);
  const drawing = createAttempt(async (classroomId: Pupil["classroomId"]) => {
    const told = await api.classrooms.drawPictures(classroomId);
    setDrawn(told);
    if (told.length === 0) say(t("pictures.everybodyHas"));
  });
  return (
    <Show when={props.pupils[0]}>
      {(first) => (
        <section class="panel" aria-labelledby="class-pictures">
          <div class="panel-head">
            <h2 id="class-pictures">{t("pictures.title")}</h2>
          </div>
          <div class="panel-body stack">
            <p class="small quiet">{t("pictures.classHint")}</p>
            <Button isWide isBusy={drawing.isBusy()} onClick={() => void drawing.attempt(first().classroomId)}>
              {t("pictures.drawAll")}
            </Button>
            <Show when={drawing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
          </div>
          <PictureSheet drawn={drawn()} pupils={props.pupils} onClose={() => setDrawn([])} />
        </section>
      )}
    </Show>
  );
}

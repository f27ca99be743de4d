import { createSignal, For, Show } from "solid-js";
import type { ClassroomId, RubricId } from "../../../schemas/ids.ts";
import { rubricLibrary } from "../../../schemas/rubric-library/rubric-library.ts";
import type { Rubric, RubricSettings } from "../../../schemas/rubrics.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Refused } from "../../ui/Message.tsx";

type RubricDialogProps = {
  isOpen: boolean;
  classroomId: ClassroomId;
  rubrics: readonly Rubric[];
  onClose: () => void;
  /** With the rubric that was copied, if one was. */
  onChanged: (id?: RubricId) => void;
};

/** The library of rubrics to take copies of, and the class's own to change. */
export function RubricDialog(props: RubricDialogProps) {
  const { t } = useI18n();
  const [edited, setEdited] = createSignal<Rubric>();
  const [removed, setRemoved] = createSignal<Rubric>();
  const copying = createAttempt(async (settings: RubricSettings) => {
    const { id } = await api.rubrics.create(props.classroomId, settings);
    props.onChanged(id);
    props.onClose();
  });
  const remove = async () => {
    const rubric = removed();
    if (rubric !== undefined) await api.rubrics.remove(rubric.id);
    props.onChanged();
  };
  return (
    <>
      <Dialog isOpen={props.isOpen} title={t("progress.library")} onClose={() => props.onClose()}>
        <Show
          when={edited()}
          keyed
          fallback={
            <Lists {...props} copy={(each) => void copying.attempt(each)} onEdit={setEdited} onRemove={setRemoved} />
          }
        >
          {(rubric) => (
            <RubricEditor
              rubric={rubric}
              onKept={() => {
                setEdited(undefined);
                props.onChanged();
              }}
            />
          )}
        </Show>
        <Show when={copying.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </Dialog>
      <ConfirmDialog
        isOpen={removed() !== undefined}
        title={t("progress.removeAsk", { title: removed()?.title ?? "" })}
        keep={t("frame.cancel")}
        confirm={t("progress.remove")}
        onClose={() => setRemoved(undefined)}
        onConfirm={remove}
      >
        {t("progress.removeHint")}
      </ConfirmDialog>
    </>
  );
}

function Lists(
  props: RubricDialogProps & {
    copy: (settings: RubricSettings) => void;
    onEdit: (rubric: Rubric) => void;
    onRemove: (rubric: Rubric) => void;
  },
) {
  const { t } = useI18n();
  return (
    <>
      <p class="quiet">{t("progress.libraryHint")}</p>
      <ul class="row-list">
        <For each={props.rubrics}>
          {(rubric) => (
            <li>
              <b class="what">{rubric.title}</b>
              <Button
                icon="pencil"
                onClick={() => props.onEdit(rubric)}
                aria-label={`${t("progress.edit")}, ${rubric.title}`}
              >
                {t("progress.edit")}
              </Button>
              <Button
                look="bare"
                icon="bin"
                size="square"
                aria-label={`${t("progress.remove")}, ${rubric.title}`}
                onClick={() => props.onRemove(rubric)}
              />
            </li>
          )}
        </For>
        <For each={rubricLibrary}>
          {(rubric) => (
            <li>
              <div class="what">
                <b>{rubric.title}</b>
                <p class="quiet small">{rubric.source}</p>
              </div>
              <Button
                icon="plus"
                aria-label={`${t("progress.copy")}, ${rubric.title}`}
                onClick={() => props.copy(rubric)}
              >
                {t("progress.copy")}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function RubricEditor(props: { rubric: Rubric; onKept: () => void }) {
  const { t } = useI18n();
  const keeping = createAttempt(async (form: HTMLFormElement) => {
    const words = new FormData(form);
    const word = (name: string) => {
      const value = words.get(name);
      return typeof value === "string" ? value : "";
    };
    const criteria = props.rubric.criteria.map((criterion, index) => ({
      ...criterion,
      title: word(`title-${index}`),
      levels: criterion.levels.map((_, place) => word(`level-${index}-${place}`)),
    }));
    await api.rubrics.change(props.rubric.id, { title: word("name"), source: props.rubric.source, criteria });
    props.onKept();
  });
  return (
    <form
      class="rubric-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void keeping.attempt(event.currentTarget);
      }}
    >
      <TextField label={t("progress.rubricName")} name="name" value={props.rubric.title} required maxLength={80} />
      <p class="quiet small">{props.rubric.source}</p>
      <For each={props.rubric.criteria}>
        {(criterion, index) => (
          <fieldset>
            <legend>
              {t("progress.criterion")} {index() + 1}
            </legend>
            <TextField
              label={t("progress.criterion")}
              name={`title-${index()}`}
              value={criterion.title}
              required
              maxLength={80}
            />
            <For each={criterion.levels}>
              {(level, place) => (
                <TextField
                  label={t("progress.levelName", { number: place() + 1 })}
                  name={`level-${index()}-${place()}`}
                  value={level}
                  required
                  maxLength={200}
                />
              )}
            </For>
          </fieldset>
        )}
      </For>
      <Show when={keeping.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button type="submit" look="primary" isBusy={keeping.isBusy()}>
        {t("progress.keep")}
      </Button>
    </form>
  );
}

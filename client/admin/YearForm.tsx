import { createMemo, createSignal, For } from "solid-js";
import { createStore } from "solid-js/store";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { TextField } from "../ui/Field.tsx";
import { isSchoolYear, SchoolYearField } from "./SchoolYearField.tsx";
import { YearClass } from "./YearClass.tsx";
import { YearPreview } from "./YearPreview.tsx";
import { beginYear, changeOf, comingNames, type Leaving } from "./year-draft.ts";

const ways = ["asTheyAre", "closed"] as const;

/** The choices for the turn of the year, what they do, and the key that does it after one more question. */
export function YearForm(props: { leaving: readonly Leaving[]; onDone: (schoolYear: string) => void }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the choices begin with the classes as they were when the page was opened.
  const [draft, setDraft] = createStore(beginYear(props.leaving));
  const [isAsking, setAsking] = createSignal(false);
  const [isFree, setFree] = createSignal(false);
  const change = createMemo(() => (isSchoolYear(draft.schoolYear) ? changeOf(draft, props.leaving) : undefined));
  const turn = async () => {
    const asked = change();
    if (asked === undefined) return;
    await api.school.turnYear(asked);
    props.onDone(asked.schoolYear);
  };
  return (
    <div class="two-columns wide-side">
      <div class="stack">
        <For each={props.leaving}>
          {(each) => (
            <YearClass
              leaving={each}
              draft={draft.classes[each.classroom.id]!}
              places={comingNames(draft)}
              onChange={(fields) => setDraft("classes", each.classroom.id, fields)}
            />
          )}
        </For>
      </div>
      <aside class="side">
        <section class="panel">
          <div class="panel-body stack">
            <SchoolYearField value={draft.schoolYear} onChange={(schoolYear) => setDraft({ schoolYear })} />
            <FreshClasses fresh={draft.fresh} onChange={(fresh) => setDraft({ fresh })} />
            <fieldset class="stack tight">
              <legend class="legend">{t("year.channels")}</legend>
              <For each={ways}>
                {(way) => (
                  <label class="check">
                    <input
                      type="radio"
                      name="channels"
                      checked={draft.channels === way}
                      onChange={() => setDraft({ channels: way })}
                    />
                    <span>
                      {t(`year.${way}`)}
                      <small class="hint">{t(`year.${way}Means`)}</small>
                    </span>
                  </label>
                )}
              </For>
            </fieldset>
          </div>
        </section>
        <YearPreview change={change()} onFree={setFree} />
        <Button look="primary" size="tall" isWide disabled={!isFree()} onClick={() => setAsking(true)}>
          {t("year.go", { year: draft.schoolYear })}
        </Button>
      </aside>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("year.ask", { year: draft.schoolYear })}
        keep={t("frame.cancel")}
        confirm={t("year.confirm")}
        onClose={() => setAsking(false)}
        onConfirm={turn}
      >
        {t("year.askText")}
      </ConfirmDialog>
    </div>
  );
}

function FreshClasses(props: { fresh: readonly string[]; onChange: (fresh: string[]) => void }) {
  const { t } = useI18n();
  return (
    <TextField
      label={t("year.fresh")}
      hint={t("year.freshHint")}
      value={props.fresh.join(", ")}
      onChange={({ currentTarget: { value } }) =>
        props.onChange([...new Set(value.split(",").map((name) => name.trim().slice(0, 120)))].filter(Boolean))
      }
    />
  );
}

import { createResource, createSignal, For, onMount, Show } from "solid-js";
import type { FamilyLanguage } from "../../schemas/families.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { ConsentSheet } from "./form/ConsentSheet.tsx";
import { formLanguages } from "./form/languages.ts";
import "./form/consent-form.css";

const readClass = async (id: ClassroomId) => {
  const [page, consents] = await Promise.all([api.classrooms.read(id), api.classrooms.listConsents(id)]);
  return { ...page, consents };
};
type ClassWithConsents = Awaited<ReturnType<typeof readClass>>;

/** The authorisations that families sign, ready for the printer: in their language, one per pupil or blank. */
export function ConsentFormsPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [found, { refetch }] = createResource(() => staff.classroom()?.id, readClass);
  onMount(() => (document.title = `${t("consent.forms")} — Antenne`));
  return (
    <Loaded from={found} onRetry={() => void refetch()} lines={6} title={t("consent.forms")}>
      {(page) => <Sheets page={page()} />}
    </Loaded>
  );
}

const names = Object.fromEntries(Object.entries(formLanguages).map(([code, { name }]) => [code, name])) as Record<
  FamilyLanguage,
  string
>;

function Sheets(props: { page: ClassWithConsents }) {
  const { t, count } = useI18n();
  const staff = useStaff();
  const [language, setLanguage] = createSignal<FamilyLanguage>("fr");
  const [whose, setWhose] = createSignal<"blank" | "waiting" | "all">("blank");
  const waiting = () =>
    new Set(props.page.consents.flatMap(({ pupilId, standing }) => (standing === "answered" ? [] : [pupilId])));
  const firstNames = (): readonly (string | undefined)[] => {
    if (whose() === "blank") return [undefined];
    const pupils = props.page.pupils.filter(({ id }) => whose() === "all" || waiting().has(id));
    return pupils.map(({ firstName }) => firstName);
  };
  return (
    <>
      <PageHead
        title={t("consent.forms")}
        hint={count("consent.pages", firstNames().length)}
        back={{ href: "/classe" }}
      >
        <Button look="primary" icon="print" onClick={() => print()}>
          {t("consent.print")}
        </Button>
      </PageHead>
      <div class="form-choices">
        <Choice label={t("consent.formLanguage")} chosen={language()} choices={names} onChoose={setLanguage} />
        <Choice
          label={t("consent.formFor")}
          chosen={whose()}
          choices={{ blank: t("consent.formBlank"), waiting: t("consent.formWaiting"), all: t("consent.formAll") }}
          onChoose={setWhose}
        />
      </div>
      <Show when={firstNames().length > 0} fallback={<p class="quiet">{t("consent.formNobody")}</p>}>
        <div class="sheets">
          <For each={firstNames()}>
            {(firstName) => (
              <ConsentSheet
                language={language()}
                school={staff.school.name}
                classroom={props.page.classroom.name}
                radio={props.page.channels.map(({ title }) => title).join(", ")}
                endsOn={props.page.consentsEndOn}
                firstName={firstName}
              />
            )}
          </For>
        </div>
      </Show>
    </>
  );
}

import { A } from "@solidjs/router";
import { createResource, createSignal, For, Show } from "solid-js";
import { fewestTold, type RegionSchool } from "../../schemas/region.ts";
import type { StaffLink } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { ChangeSchool } from "./ChangeSchool.tsx";
import { LinkToHandOn } from "./LinkToHandOn.tsx";
import { NewSchoolForm } from "./NewSchoolForm.tsx";
import "./region.css";

/** How many schools are shown at once; a region has thousands, and finds one by its name. */
const mostShown = 100;

const fold = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
const isLike = (words: string) => {
  const sought = fold(words).split(/\s+/);
  return ({ name, city, uai }: RegionSchool) => {
    const all = fold(`${name} ${city} ${uai ?? ""}`);
    return sought.every((word) => all.includes(word));
  };
};

/** The schools of the station with their figures, for a region's admins. */
export function RegionPage() {
  const { t } = useI18n();
  const [schools, { refetch }] = createResource(() => api.region.listSchools());
  return (
    <Loaded from={schools} onRetry={() => void refetch()} lines={5} title={t("region.title")}>
      {(found) => <Inside schools={found()} onChanged={() => void refetch()} />}
    </Loaded>
  );
}

function Inside(props: { schools: readonly RegionSchool[]; onChanged: () => void }) {
  const { t, count } = useI18n();
  const [isCreating, setCreating] = createSignal(false);
  const [changing, setChanging] = createSignal<RegionSchool>();
  const [issued, setIssued] = createSignal<{ name: string; link: StaffLink }>();
  const showLink = (name: string, link: StaffLink) => {
    setChanging(undefined);
    setIssued({ name, link });
    props.onChanged();
  };
  const created = (school: RegionSchool) => {
    setCreating(false);
    setChanging(school);
    props.onChanged();
  };
  return (
    <>
      <PageHead
        title={t("region.title")}
        hint={`${count("region.schoolCount", props.schools.length)}. ${t("region.hint")}`}
      >
        <A class="btn" href="/region/import">
          <Icon name="share" />
          {t("region.import")}
        </A>
        <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
          {t("region.create")}
        </Button>
      </PageHead>
      <Show
        when={props.schools.length > 0}
        fallback={
          <Empty title={t("region.none")} icon="school">
            {t("region.noneHint")}
          </Empty>
        }
      >
        <Found schools={props.schools} onChange={setChanging} />
      </Show>
      <Dialog isOpen={isCreating()} title={t("region.create")} onClose={() => setCreating(false)}>
        <NewSchoolForm onCreated={created} />
      </Dialog>
      <Dialog isOpen={changing() !== undefined} title={changing()?.name ?? ""} onClose={() => setChanging(undefined)}>
        <Show when={changing()} keyed>
          {(school) => (
            <ChangeSchool
              school={school}
              onChanged={() => {
                setChanging(undefined);
                props.onChanged();
              }}
              onIssued={showLink}
            />
          )}
        </Show>
      </Dialog>
      <LinkToHandOn issued={issued()} onClose={() => setIssued(undefined)} />
    </>
  );
}

function Found(props: { schools: readonly RegionSchool[]; onChange: (school: RegionSchool) => void }) {
  const { t, count } = useI18n();
  const [words, setWords] = createSignal("");
  const like = () => props.schools.filter(isLike(words()));
  return (
    <div class="stack region-found">
      <TextField
        label={t("region.search")}
        type="search"
        class="region-search"
        value={words()}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <Show when={like().length > 0} fallback={<Empty title={t("region.noneLike")} icon="school" />}>
        <section class="panel scroll-x" aria-label={t("region.title")} tabIndex={0}>
          <SchoolTable schools={like().slice(0, mostShown)} onChange={(school) => props.onChange(school)} />
        </section>
      </Show>
      <Show when={like().length > mostShown}>
        <p class="quiet">{count("region.moreLike", like().length - mostShown)}</p>
      </Show>
    </div>
  );
}

const numbers = ["classes", "pupils", "staff", "voices", "episodes", "length", "limit"] as const;

function SchoolTable(props: { schools: readonly RegionSchool[]; onChange: (school: RegionSchool) => void }) {
  const { t } = useI18n();
  return (
    <table class="table region-table">
      <thead>
        <tr>
          <th scope="col">{t("region.school")}</th>
          <For each={numbers}>
            {(word) => (
              <th scope="col" class="number">
                {t(`region.${word}`)}
              </th>
            )}
          </For>
          <th scope="col">
            <span class="sr-only">{t("region.change")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.schools}>
          {(school) => <SchoolRow school={school} onChange={() => props.onChange(school)} />}
        </For>
      </tbody>
    </table>
  );
}

function SchoolRow(props: { school: RegionSchool; onChange: () => void }) {
  const { t, formats } = useI18n();
  const persons = (told: number | null) => told ?? t("region.few", { count: fewestTold });
  const cells = () => {
    const { classrooms, pupils, staff, voices, episodes, publishedSeconds, quotaBytes } = props.school;
    const length = publishedSeconds === 0 ? "0" : formats().length(publishedSeconds);
    const limit = quotaBytes === null ? t("region.noLimit") : formats().room(quotaBytes);
    return [classrooms, persons(pupils), persons(staff), persons(voices), episodes, length, limit];
  };
  return (
    <tr>
      <th scope="row">
        <b>{props.school.name}</b>
        <div class="quiet small">{[props.school.city, props.school.uai].filter(Boolean).join(" · ")}</div>
        <div class="row tight wrap">
          <Show when={props.school.isShut}>
            <Chip look="danger" icon="lock">
              {t("region.shut")}
            </Chip>
          </Show>
          <Show when={!props.school.hasAdmin}>
            <Chip look="waiting">{t("region.noAdmin")}</Chip>
          </Show>
        </div>
      </th>
      <For each={cells()}>{(cell) => <td class="number">{cell}</td>}</For>
      <td class="number">
        <Button
          icon="pencil"
          aria-label={t("region.changeOf", { name: props.school.name })}
          onClick={() => props.onChange()}
        >
          {t("region.change")}
        </Button>
      </td>
    </tr>
  );
}

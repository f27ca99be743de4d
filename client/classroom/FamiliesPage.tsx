import { A } from "@solidjs/router";
import { createResource, createSignal, For, onMount, Show } from "solid-js";
import type { Family } from "../../schemas/families.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { FamilyDialog } from "./families/FamilyDialog.tsx";
import { FamilyRow } from "./families/FamilyRow.tsx";
import "./classroom.css";
import "./families/families.css";

const readPage = async (id: ClassroomId) => {
  const [page, families] = await Promise.all([api.classrooms.read(id), api.classrooms.listFamilies(id)]);
  return { ...page, families };
};
type Page = Awaited<ReturnType<typeof readPage>>;

/** The families of the class: their private links, the slips to print, brothers and sisters, PINs. */
export function FamiliesPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [page, { refetch }] = createResource(() => staff.classroom()?.id, readPage);
  onMount(() => (document.title = `${t("families.title")} — Antenne`));
  return (
    <Loaded from={page} onRetry={() => void refetch()} lines={6} title={t("families.title")}>
      {(found) => <Inside page={found()} onChanged={() => void refetch()} />}
    </Loaded>
  );
}

function Inside(props: { page: Page; onChanged: () => void }) {
  const { t } = useI18n();
  const [managed, setManaged] = createSignal<Family["id"]>();
  const linked = () => new Set(props.page.families.flatMap(({ children }) => children.map(({ id }) => id)));
  const missing = () => props.page.pupils.filter(({ id }) => !linked().has(id));
  return (
    <>
      <PageHead title={t("families.title")} hint={t("families.hint")} back={{ href: "/classe" }}>
        <Show when={props.page.families.some(({ hasLink }) => hasLink)}>
          <A class="btn" href="/classe/familles/feuillets">
            <Icon name="print" />
            {t("families.print")}
          </A>
        </Show>
      </PageHead>
      <Show when={props.page.channels.every(({ visibility }) => visibility === "class")}>
        <div class="above">
          <Message
            look="info"
            title={t("families.closed")}
            action={
              <A class="btn" href="/chaine/gestion">
                {t("families.toChannel")}
              </A>
            }
          >
            {t("families.closedHint")}
          </Message>
        </div>
      </Show>
      <Show when={missing().length > 0}>
        <Missing page={props.page} pupilIds={missing().map(({ id }) => id)} onChanged={() => props.onChanged()} />
      </Show>
      <FamilyTable
        families={props.page.families}
        onManage={(family) => setManaged(family.id)}
        onChanged={() => props.onChanged()}
      />
      <FamilyDialog
        family={props.page.families.find(({ id }) => id === managed())}
        onClose={() => setManaged(undefined)}
        onChanged={() => props.onChanged()}
      />
    </>
  );
}

function Missing(props: { page: Page; pupilIds: Page["pupils"][number]["id"][]; onChanged: () => void }) {
  const { t, count } = useI18n();
  const say = useToasts();
  const making = createAttempt(async () => {
    const wanted = props.pupilIds;
    try {
      for (const pupilId of wanted)
        await api.classrooms.addFamily(props.page.classroom.id, { language: "fr", pupilIds: [pupilId] });
    } finally {
      props.onChanged();
    }
    say(count("families.made", wanted.length));
  });
  return (
    <div class="above">
      <Message
        look="warning"
        title={count("families.missing", props.pupilIds.length)}
        action={
          <Button look="primary" isBusy={making.isBusy()} onClick={() => void making.attempt()}>
            {t("families.makeAll")}
          </Button>
        }
      >
        {t("families.missingHint")}
      </Message>
      <Show when={making.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </div>
  );
}

function FamilyTable(props: {
  families: readonly Family[];
  onManage: (family: Family) => void;
  onChanged: () => void;
}) {
  const { t, language } = useI18n();
  const first = ({ children }: Family) => children[0]?.firstName ?? "";
  const sorted = () => props.families.toSorted((one, other) => first(one).localeCompare(first(other), language()));
  return (
    <section class="panel" aria-label={t("families.title")}>
      <Show
        when={sorted().length > 0}
        fallback={
          <Empty title={t("families.none")} icon="family">
            {t("families.noneHint")}
          </Empty>
        }
      >
        <table class="table families-table">
          <thead>
            <tr>
              <th scope="col">{t("families.children")}</th>
              <th scope="col">{t("families.language")}</th>
              <th scope="col">{t("families.link")}</th>
              <th scope="col">
                <span class="sr-only">{t("families.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={sorted()}>
              {(family) => (
                <FamilyRow
                  family={family}
                  onManage={() => props.onManage(family)}
                  onChanged={() => props.onChanged()}
                />
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </section>
  );
}

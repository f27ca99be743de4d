import { useSearchParams } from "@solidjs/router";
import { createResource, For, onMount, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Message } from "../ui/Message.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { Slip } from "./families/Slip.tsx";
import "./families/slips.css";

/** Addresses that no telephone at home reaches: this machine, and the networks that RFC 1918 keeps inside a house. */
const isNearOnly = (link: string) =>
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(new URL(link).hostname);

/** As many as an A4 sheet is cut into. */
const slipsPerPage = 8;

const readSlips = async (id: ClassroomId) => {
  const [{ channels }, families, links] = await Promise.all([
    api.classrooms.read(id),
    api.classrooms.listFamilies(id),
    api.classrooms.listFamilyLinks(id),
  ]);
  const linkOf = new Map(links.map((link) => [link.familyId, link]));
  const slips = families.flatMap((family) => {
    const link = linkOf.get(family.id);
    return link === undefined ? [] : [{ family, link }];
  });
  return { slips, radios: channels.filter(({ visibility }) => visibility !== "class") };
};
type Slips = Awaited<ReturnType<typeof readSlips>>;

/** The slips that children take home, ready for the printer: eight on a page, each in its family's language. */
export function SlipsPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [found, { refetch }] = createResource(() => staff.classroom()?.id, readSlips);
  onMount(() => (document.title = `${t("families.slips")} — Antenne`));
  return (
    <Loaded from={found} onRetry={() => void refetch()} lines={6} title={t("families.slips")}>
      {(page) => <Pages page={page()} />}
    </Loaded>
  );
}

function Pages(props: { page: Slips }) {
  const { t, count } = useI18n();
  const staff = useStaff();
  const [search] = useSearchParams<{ famille?: string }>();
  const slips = () => props.page.slips.filter(({ family }) => (search.famille ?? family.id) === family.id);
  const pages = () =>
    Array.from({ length: Math.ceil(slips().length / slipsPerPage) }, (_, page) =>
      slips().slice(page * slipsPerPage, (page + 1) * slipsPerPage),
    );
  return (
    <>
      <PageHead
        title={t("families.slips")}
        hint={count("families.slipPages", pages().length)}
        back={{ href: "/classe/familles" }}
      >
        <Button look="primary" icon="print" disabled={slips().length === 0} onClick={() => print()}>
          {t("consent.print")}
        </Button>
      </PageHead>
      <Show
        when={slips().length > 0}
        fallback={<Empty title={t("families.slipsNone")}>{t("families.slipsNoneHint")}</Empty>}
      >
        <Show when={isNearOnly(slips()[0]!.link.url)}>
          <div class="above">
            <Message look="warning" title={t("families.nearOnly", { address: new URL(slips()[0]!.link.url).host })}>
              {t("families.nearOnlyHint")}
            </Message>
          </div>
        </Show>
        <div class="slip-pages">
          <For each={pages()}>
            {(page) => (
              <div class="slip-page">
                <For each={page}>
                  {({ family, link }) => (
                    <Slip
                      family={family}
                      link={link}
                      school={staff.school.name}
                      radio={props.page.radios.map(({ title }) => title).join(", ")}
                    />
                  )}
                </For>
              </div>
            )}
          </For>
        </div>
      </Show>
    </>
  );
}

import { A, useParams } from "@solidjs/router";
import { createResource, onMount, Show } from "solid-js";
import type { ShowId } from "../../schemas/ids.ts";
import type { Rundown } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createRundown } from "../rundown/create-rundown.ts";
import { placeOf, readClass, type RundownClass } from "../rundown/read-class.ts";
import { RundownEditor } from "../rundown/RundownEditor.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";

/** Before the show: its rundown, written by the teacher. */
export function RundownPage() {
  const { t } = useI18n();
  const params = useParams<{ showId: ShowId }>();
  const [found, { refetch }] = createResource(
    () => params.showId,
    async (id) => ({ known: await readClass(id), rundown: await placeOf(id).read() }),
  );
  onMount(() => (document.title = `${t("rundown.title")} — Antenne`));
  return (
    <Loaded from={found} onRetry={() => void refetch()} lines={6} title={t("rundown.title")}>
      {(page) => (
        <Show when={page()} keyed>
          {({ known, rundown }) => <RundownOf known={known} first={rundown} />}
        </Show>
      )}
    </Loaded>
  );
}

function RundownOf(props: { known: RundownClass; first: Rundown }) {
  const { t } = useI18n();
  const show = () => props.known.page.show;
  // eslint-disable-next-line solid/reactivity -- The page is made anew for another show.
  const rundown = createRundown(props.first, placeOf(show().id));
  return (
    <>
      <PageHead title={t("rundown.title")} hint={show().title} back={{ href: "/emissions", label: t("rundown.back") }}>
        <A class="btn primary" href={`/regie/${show().id}`}>
          {t("library.openDesk")}
        </A>
      </PageHead>
      <section class="panel rundown-page" aria-label={t("rundown.ofShow", { title: show().title })}>
        <RundownEditor showId={show().id} rundown={rundown} known={props.known} />
      </section>
    </>
  );
}

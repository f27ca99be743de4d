import { createEffect, createResource, onCleanup, onMount, untrack } from "solid-js";
import type { ChannelPage as Page, ListeningStart } from "../../schemas/listening.ts";
import { ApiError } from "../api/ask.ts";
import { listeningApi } from "../api/listening.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PublicBar } from "../ui/PublicBar.tsx";
import { createAddress } from "./address.ts";
import { Radio } from "./Radio.tsx";
import type { Opening } from "./start-from-address.ts";

const lookAgainMs = 60_000;

/** What the station said when it drew the page; nothing when the page was drawn without it. */
export type Found = Exclude<ListeningStart["found"], { refusal: unknown }> | undefined;

/** A channel as the station tells of it: at first what the page was drawn with, and anew every minute and at a wish. */
export function createChannel(slug: string, found: Found) {
  const options = found === undefined ? {} : { initialValue: found.page, ssrLoadFrom: "initial" as const };
  const [page, { refetch }] = createResource(
    (_always, { value }: { value: Page | undefined }) =>
      listeningApi.open(slug).catch((thrown: unknown) => {
        // Without a network what is here stays, and with it the sound that waits for the network.
        if (thrown instanceof ApiError && thrown.code === "network.lost" && value !== undefined) return value;
        throw thrown;
      }),
    options,
  );
  onMount(() => {
    // A show that goes on air while the page is open is noticed within a minute.
    const timer = setInterval(() => void (document.hidden || refetch()), lookAgainMs);
    onCleanup(() => clearInterval(timer));
  });
  return { page, lookAgain: () => void refetch() };
}

/** The page of a radio, for families and whoever may hear it: live state, latest episode, all episodes, subscription. */
export function ChannelPage(props: { start: Opening; found: Found }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- a page is of one channel: another one is another page.
  const { page, lookAgain } = createChannel(props.start.slug, props.found);
  const address = createAddress(
    () => props.start.slug,
    untrack(() => props.start.episodeId),
  );
  // What did not come throws when it is read.
  const here = () => (page.state === "ready" || page.state === "refreshing" ? page.latest : undefined);
  createEffect(() => {
    const title = here()?.episodes.find(({ id }) => id === address.episodeId())?.title;
    const shown = title ?? here()?.channel.title;
    if (shown !== undefined) document.title = `${shown} — Antenne`;
  });
  return (
    <div class="channel">
      <a class="skip-link" href="#content">
        {t("frame.skipToContent")}
      </a>
      <PublicBar isQuiet />
      <main id="content" tabIndex={-1}>
        <Loaded from={page} onRetry={lookAgain} lines={5} title={t("frame.appName")}>
          {(found) => (
            <Radio page={found()} live={props.found?.live} start={props.start} address={address} onMoved={lookAgain} />
          )}
        </Loaded>
      </main>
    </div>
  );
}

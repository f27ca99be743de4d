import { createEffect, untrack } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PublicFrame } from "../ui/PublicFrame.tsx";
import { createAddress } from "./address.ts";
import { createChannel, type Found } from "./create-channel.ts";
import { Radio } from "./Radio.tsx";
import type { Opening } from "./start-from-address.ts";

/** The page of a radio, for families and whoever may hear it: live state, latest episode, all episodes, subscription. */
export function ChannelPage(props: { start: Opening; found: Found }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- a page is of one channel: another one is another page.
  const { page, isKept, lookAgain } = createChannel(props.start.slug, props.found);
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
    <PublicFrame class="channel">
      <Loaded from={page} onRetry={lookAgain} lines={5} title={t("frame.appName")}>
        {(found) => (
          <Radio
            page={found()}
            live={props.found?.live}
            isKept={isKept()}
            start={props.start}
            address={address}
            onMoved={lookAgain}
          />
        )}
      </Loaded>
    </PublicFrame>
  );
}

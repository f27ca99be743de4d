import { createResource, Show } from "solid-js";
import type { FamilyChannel } from "../../schemas/families.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { FeedAddressList } from "../ui/FeedAddressList.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { NewFeedAddress } from "../ui/NewFeedAddress.tsx";
import { useToasts } from "../ui/Toasts.tsx";

/** The family's private addresses: one for each device, each stopped by itself. */
export function FamilyFeeds(props: { channels: readonly FamilyChannel[] }) {
  const { t } = useI18n();
  const say = useToasts();
  const [addresses, { refetch }] = createResource(() => api.ownFeedAddresses.list());
  const radios = () => props.channels.map(({ channel }) => ({ title: channel.title, slug: channel.slug }));
  return (
    <section class="panel family-feeds" aria-labelledby="family-feeds-title">
      <h2 id="family-feeds-title">{t("subscribe.mine")}</h2>
      <p class="quiet">{t("subscribe.mineHint")}</p>
      <Loaded from={addresses} onRetry={() => void refetch()} lines={2}>
        {(found) => (
          <>
            <Show when={found().length > 0} fallback={<p>{t("subscribe.none")}</p>}>
              <FeedAddressList
                addresses={found()}
                radios={radios()}
                onStop={async ({ id }) => {
                  await api.ownFeedAddresses.stop(id);
                  say(t("subscribe.stopped"));
                  await refetch();
                }}
              />
            </Show>
            <NewFeedAddress
              onMake={async (device) => {
                await api.ownFeedAddresses.make(device);
                say(t("subscribe.made"));
                await refetch();
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

import { createResource, onMount, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { CartShelf } from "./CartShelf.tsx";
import { ChannelForm } from "./ChannelForm.tsx";
import { ClassFeeds } from "./ClassFeeds.tsx";
import { CoverCard } from "./CoverCard.tsx";
import { FeedCard } from "./FeedCard.tsx";
import { LicenceCard } from "./LicenceCard.tsx";
import { MovingCard } from "./MovingCard.tsx";
import { InterludeCard } from "./InterludeCard.tsx";
import { SistersCard } from "./SistersCard.tsx";
import "./library.css";

/** The radio's settings, its cover, its feed, and the sounds of the desk. */
export function ChannelSettingsPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [page, { refetch, mutate }] = createResource(
    () => staff.classroom()?.id,
    (id) => api.classrooms.read(id),
  );
  const [carts, shelf] = createResource(
    () => staff.classroom()?.id,
    (id) => api.classrooms.listCarts(id),
  );
  onMount(() => (document.title = `${t("library.settings")} — Antenne`));
  const put = (channel: Channel) =>
    mutate(
      (known) =>
        known && { ...known, channels: known.channels.map((each) => (each.id === channel.id ? channel : each)) },
    );
  return (
    <>
      <PageHead title={t("library.settings")} />
      <Show when={staff.classroom()} fallback={<Empty title={t("classroom.noClassroom")} icon="school" />}>
        {(classroom) => (
          <div class="two-columns wide-side">
            <div class="side">
              <Loaded from={page} onRetry={() => void refetch()} lines={6}>
                {(found) => (
                  <Show
                    when={found().channels[0]}
                    fallback={<ChannelForm classroomId={classroom().id} onSaved={() => void refetch()} />}
                  >
                    {(channel) => (
                      <>
                        <ChannelForm classroomId={classroom().id} channel={channel()} onSaved={put} />
                        <div class="cards">
                          <CoverCard channel={channel()} onChanged={put} />
                          <FeedCard channel={channel()} />
                        </div>
                        <LicenceCard
                          licence={channel().licence}
                          save={async (licence) => {
                            if (licence !== null) put(await api.channels.change(channel().id, { licence }));
                          }}
                        />
                        <SistersCard channel={channel()} />
                        <ClassFeeds classroomId={classroom().id} radios={found().channels} />
                        <InterludeCard channel={channel()} carts={carts.latest ?? []} onChanged={put} />
                        <MovingCard channel={channel()} onChanged={put} />
                      </>
                    )}
                  </Show>
                )}
              </Loaded>
            </div>
            <CartShelf classroomId={classroom().id} carts={carts} {...shelf} />
          </div>
        )}
      </Show>
    </>
  );
}

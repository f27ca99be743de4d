import { createResource, createSignal, Show } from "solid-js";
import type { ClassFeedAddress } from "../../schemas/feed-addresses.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { FeedAddressList } from "../ui/FeedAddressList.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { NewFeedAddress } from "../ui/NewFeedAddress.tsx";

type Radio = { title: string; slug: string };

/** Private subscriptions to a class's radios: how many the families have, and the addresses of the class and of whoever looks. */
export function ClassFeeds(props: { classroomId: ClassroomId; radios: readonly Radio[] }) {
  const { t } = useI18n();
  const [subscriptions, { refetch }] = createResource(
    () => props.classroomId,
    (id) => api.classFeedAddresses.read(id),
  );
  const [isOwn, setOwn] = createSignal<"class" | "me">("class");
  const ownerOf = (address: ClassFeedAddress) => (
    <Chip>{t(address.isOwn ? "subscriptions.mine" : "subscriptions.ofClass")}</Chip>
  );
  return (
    <section class="panel class-feeds" aria-labelledby="class-feeds-title">
      <h2 id="class-feeds-title">{t("subscriptions.title")}</h2>
      <Loaded from={subscriptions} onRetry={() => void refetch()} lines={3}>
        {(found) => (
          <>
            <OfFamilies classroomId={props.classroomId} count={found().ofFamilies} onStopped={() => void refetch()} />
            <h3>{t("subscriptions.classTitle")}</h3>
            <p class="small quiet">{t("subscriptions.classHint")}</p>
            <FeedAddressList
              addresses={found().addresses}
              radios={props.radios}
              ownerOf={ownerOf}
              secret={t("subscriptions.secret")}
              onStop={async ({ id }) => {
                await api.classFeedAddresses.stop(props.classroomId, id);
                await refetch();
              }}
            />
            <NewFeedAddress
              onMake={async (device) => {
                await api.classFeedAddresses.make(props.classroomId, { device, isOwn: isOwn() === "me" });
                await refetch();
              }}
            >
              <Choice
                label={t("subscriptions.whose")}
                chosen={isOwn()}
                choices={{ class: t("subscriptions.forClass"), me: t("subscriptions.forMe") }}
                onChoose={setOwn}
              />
            </NewFeedAddress>
          </>
        )}
      </Loaded>
    </section>
  );
}

function OfFamilies(props: { classroomId: ClassroomId; count: number; onStopped: () => void }) {
  const { t, count } = useI18n();
  const [isAsking, setAsking] = createSignal(false);
  return (
    <>
      <p>{count("subscriptions.ofFamilies", props.count)}</p>
      <p class="small quiet">{t("subscriptions.ofFamiliesHint")}</p>
      <Show when={props.count > 0}>
        <div>
          <Button look="danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            {t("subscriptions.stopFamilies")}
          </Button>
        </div>
      </Show>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("subscriptions.stopFamiliesTitle")}
        keep={t("subscribe.keep")}
        confirm={t("subscriptions.stopFamilies")}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await api.classFeedAddresses.stopThoseOfFamilies(props.classroomId);
          props.onStopped();
        }}
      >
        {t("subscriptions.stopFamiliesText")}
      </ConfirmDialog>
    </>
  );
}

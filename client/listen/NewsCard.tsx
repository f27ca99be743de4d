import { createResource, createSignal, lazy, Show, Suspense } from "solid-js";
import type { ChannelPage } from "../../schemas/listening.ts";
import { newsApi } from "../api/news.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { canBeTold, findEndpoint, type Following } from "./push-following.ts";
import "./news.css";

// Drawn only when somebody chooses.
const NewsForm = lazy(async () => ({ default: (await import("./NewsForm.tsx")).NewsForm }));
const LettersForm = lazy(async () => ({ default: (await import("./LettersForm.tsx")).LettersForm }));

async function findFollowing(slug: string): Promise<Following | false> {
  const endpoint = await findEndpoint();
  const wish = endpoint === undefined ? null : await newsApi.news.read(slug, endpoint);
  return endpoint !== undefined && wish !== null && { endpoint, wish };
}

/** To be told of a radio's shows and episodes by this device: for families, and for everybody where the radio is public. */
export function NewsCard(props: { page: Pick<ChannelPage, "channel" | "isFamily"> }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  const isForThem = () => props.page.isFamily || props.page.channel.visibility === "public";
  const [found, { mutate }] = createResource(
    () => canBeTold() && isForThem() && props.page.channel.slug,
    (slug) => findFollowing(slug).catch(() => false as const),
  );
  const [ways] = createResource(
    () => isOpen() && props.page.channel.slug,
    (slug) => newsApi.news.ways(slug).catch(() => ({ sendsMail: false })),
  );
  const following = () => (found.state === "ready" && found.latest) || undefined;
  return (
    <Show when={isForThem()}>
      <section class="card news" aria-labelledby="news-title">
        <h2 id="news-title">{t("news.title")}</h2>
        <p class="small quiet">{t("news.hint")}</p>
        <Show when={following()}>
          <Chip look="ready" icon="tick">
            {t("news.isOn")}
          </Chip>
        </Show>
        <Button icon="clock" isWide aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t("news.open")}
        </Button>
        <Dialog
          isOpen={isOpen()}
          title={t("news.dialogTitle", { title: props.page.channel.title })}
          onClose={() => setOpen(false)}
        >
          <Suspense fallback={<Skeleton lines={4} />}>
            <NewsForm
              slug={props.page.channel.slug}
              following={following()}
              onChanged={(now) => {
                mutate(now ?? false);
                setOpen(false);
              }}
            />
            <Show when={ways.state === "ready" && ways.latest.sendsMail}>
              <LettersForm slug={props.page.channel.slug} />
            </Show>
          </Suspense>
        </Dialog>
      </section>
    </Show>
  );
}

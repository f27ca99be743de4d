import { createResource, For, Show } from "solid-js";
import type { FamilyHome } from "../../schemas/families.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Loaded } from "../ui/Loaded.tsx";

type Child = FamilyHome["children"][number];

/** The album of voices: of each child whose teacher shares it, the first take and the latest side by side. Nothing at all where none is shared. */
export function FamilyAlbums(props: { home: FamilyHome }) {
  const { t } = useI18n();
  const [albums, { refetch }] = createResource(() => api.progress.readAlbums());
  const of = ({ id }: Child) => (albums.latest ?? []).filter(({ pupilId }) => pupilId === id);
  return (
    <Loaded from={albums} onRetry={() => void refetch()} lines={1}>
      {() => (
        <For each={props.home.children}>
          {(child) => (
            <Show when={of(child).length > 0}>
              <section class="panel family-album" aria-label={t("family.album", { name: child.firstName })}>
                <h2>
                  <BirdAvatar bird={child.bird} colour={child.colour} size="s" />
                  {t("family.album", { name: child.firstName })}
                </h2>
                <p class="quiet">{t("family.albumHint")}</p>
                <AlbumTakes takes={of(child)} />
              </section>
            </Show>
          )}
        </For>
      )}
    </Loaded>
  );
}

function AlbumTakes(props: { takes: Awaited<ReturnType<typeof api.progress.readAlbums>> }) {
  const { t, formats } = useI18n();
  return (
    <div class="family-album-takes">
      <For each={props.takes}>
        {(take, index) => {
          const day = () => formats().date(take.recordedAt.slice(0, 10));
          const label = () => t(index() === 0 ? "family.albumFirst" : "family.albumLatest", { day: day() });
          return (
            <div>
              <b>{label()}</b>
              <span class="quiet small" dir="auto">
                {take.title}
              </span>
              <audio controls preload="none" aria-label={label()} src={api.progress.albumSoundUrl(take.takeId)} />
            </div>
          );
        }}
      </For>
    </div>
  );
}

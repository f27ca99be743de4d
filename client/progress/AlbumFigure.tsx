import { For, Show } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import type { PupilProgress } from "../../schemas/progress.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { Switch } from "../ui/Switch.tsx";

/** The first and the latest take side by side, and whether the family may hear them. */
export function AlbumFigure(props: { pupil: Pupil; progress: PupilProgress; onChanged: () => void }) {
  const { t, formats } = useI18n();
  const both = () => {
    const takes = props.progress.takes;
    return [takes[0], takes.length > 1 ? takes.at(-1) : undefined].filter((take) => take !== undefined);
  };
  const sharing = createAttempt(async (isShared: boolean) => {
    await api.progress.shareAlbum(props.pupil.id, isShared);
    props.onChanged();
  });
  return (
    <figure class="figure wide album">
      <h3>{t("progress.album")}</h3>
      <p>{t("progress.albumHint")}</p>
      <div class="album-takes">
        <For each={both()}>
          {(take, index) => {
            const day = () => formats().date(take.recordedAt.slice(0, 10));
            const label = () => t(index() === 0 ? "progress.albumFirst" : "progress.albumLatest", { day: day() });
            return (
              <div>
                <b>{label()}</b>
                <span class="quiet small">{take.title}</span>
                <audio controls preload="none" aria-label={label()} src={api.reviews.soundUrl(take.takeId)} />
              </div>
            );
          }}
        </For>
      </div>
      <Switch
        hint={t(props.progress.isAlbumShared ? "progress.albumShared" : "progress.albumClosed")}
        isOn={props.progress.isAlbumShared}
        onChange={(isShared) => void sharing.attempt(isShared)}
      >
        {t("progress.albumShare")}
      </Switch>
      <Show when={sharing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </figure>
  );
}

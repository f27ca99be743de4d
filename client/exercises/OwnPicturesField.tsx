import { createSignal, For, Show } from "solid-js";
import { mostOwnPictures, type Exercise, type OwnPicture } from "../../schemas/exercises.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { createSending } from "../ui/create-sending.ts";
import { TextField } from "../ui/Field.tsx";
import { FileKey } from "../ui/FileKey.tsx";
import { Refused } from "../ui/Message.tsx";
import { Work } from "../ui/Work.tsx";

/** Pictures of one's own to talk about, each with what it shows in words; they are added once the exercise is there. */
export function OwnPicturesField(props: { exercise: Exercise | undefined; onChanged: (exercise: Exercise) => void }) {
  const { t } = useI18n();
  const [alt, setAlt] = createSignal("");
  const sending = createSending(async (file: File, options) => {
    if (props.exercise === undefined) return;
    props.onChanged(await api.exercises.sendPicture(props.exercise.id, file, alt().trim(), options));
    setAlt("");
  });
  const removing = createAttempt(async ({ id }: Exercise, picture: OwnPicture) => {
    props.onChanged(await api.exercises.removePicture(id, picture.id));
  });
  return (
    <div class="field">
      <span class="legend">{t("exercises.field_ownPictures")}</span>
      <Show when={props.exercise} fallback={<span class="hint">{t("exercises.picturesLater")}</span>}>
        {(exercise) => (
          <>
            <ul class="own-pictures">
              <For each={exercise().ownPictures}>
                {(picture) => (
                  <li>
                    <img src={api.exercises.pictureUrl(exercise().id, picture.id)} alt="" />
                    <span>{picture.alt}</span>
                    <Button
                      look="bare"
                      icon="bin"
                      size="square"
                      aria-label={t("exercises.pictureRemove", { what: picture.alt })}
                      onClick={() => void removing.attempt(exercise(), picture)}
                    />
                  </li>
                )}
              </For>
            </ul>
            <Show when={exercise().ownPictures.length < mostOwnPictures}>
              <TextField
                label={t("exercises.pictureAlt")}
                hint={t("exercises.pictureAltHint")}
                value={alt()}
                maxLength={200}
                onInput={({ currentTarget }) => setAlt(currentTarget.value)}
              />
              <Show when={alt().trim() !== ""}>
                <div>
                  <FileKey accept="image/jpeg,image/png,image/webp" onFile={(file) => void sending.send(file)}>
                    {t("exercises.pictureSend")}
                  </FileKey>
                </div>
              </Show>
            </Show>
          </>
        )}
      </Show>
      <Show when={sending.share()}>
        {(share) => (
          <Work share={share()} onStop={sending.stop}>
            {t("exercises.field_ownPictures")}
          </Work>
        )}
      </Show>
      <Show when={sending.thrown() ?? removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </div>
  );
}

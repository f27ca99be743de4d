import { For } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import type { DrawnSecret } from "../../schemas/pictures.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { PictureMark } from "../ui/PictureMark.tsx";
import "./picture-sheet.css";

/** Pictures as they were drawn, told this once: to show the child, or to print and cut. */
export function PictureSheet(props: { drawn: readonly DrawnSecret[]; pupils: readonly Pupil[]; onClose: () => void }) {
  const { t } = useI18n();
  const pupilOf = (id: Pupil["id"]) => props.pupils.find((pupil) => pupil.id === id);
  return (
    <Dialog
      isOpen={props.drawn.length > 0}
      title={t("pictures.drawnTitle")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button icon="print" onClick={() => print()}>
            {t("consent.print")}
          </Button>
          <Button look="primary" onClick={() => props.onClose()}>
            {t("pictures.noted")}
          </Button>
        </>
      }
    >
      <p class="quiet">{t("pictures.once")}</p>
      <ul class="picture-sheet">
        <For each={props.drawn}>
          {({ pupilId, pictures }) => (
            <li>
              <BirdAvatar bird={pupilOf(pupilId)?.bird ?? "pic"} colour={pupilOf(pupilId)?.colour ?? 1} />
              <b>{pupilOf(pupilId)?.firstName}</b>
              <span class="three">
                <For each={pictures}>{(picture) => <PictureMark picture={picture} />}</For>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}

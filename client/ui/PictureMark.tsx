import type { Picture } from "../../schemas/pictures.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { pictureShapes } from "./picture-shapes.ts";
import "./picture-mark.css";

/** One of the nine pictures, with its name for those who hear the page. */
export function PictureMark(props: { picture: Picture }) {
  const { t } = useI18n();
  return (
    <span class="picture-mark" role="img" aria-label={t(`pictures.${props.picture}`)}>
      {/* eslint-disable-next-line solid/no-innerhtml -- the shapes are the project's own constants. */}
      <svg viewBox="0 0 48 48" aria-hidden="true" innerHTML={pictureShapes[props.picture]} />
    </span>
  );
}

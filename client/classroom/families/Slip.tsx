import { Show } from "solid-js";
import type { Family, FamilyLink } from "../../../schemas/families.ts";
import { QrCode } from "../../ui/QrCode.tsx";
import { formLanguages } from "../form/languages.ts";
import { familyNames } from "./family-names.ts";

/** One family's slip: whose it is, the QR code of its link, what that opens, and that it is theirs alone. */
export function Slip(props: { family: Family; link: FamilyLink; school: string; radio: string }) {
  const words = () => formLanguages[props.family.language].slip;
  return (
    <article class="slip" lang={props.family.language} dir={formLanguages[props.family.language].direction}>
      <div class="slip-code">
        <QrCode address={props.link.url} />
      </div>
      <div class="slip-words">
        <h2>{familyNames(props.family, props.family.language)}</h2>
        <p class="slip-title">{words().title}</p>
        <p>
          <Show when={props.radio} fallback={props.school}>
            <b>{props.radio}</b>, {props.school}
          </Show>
        </p>
        <p>{words().opens}</p>
        <p>{words().how}</p>
      </div>
      <p class="slip-private">{words().secret}</p>
      <p class="slip-address" dir="ltr" lang="zxx">
        {props.link.typedUrl ?? props.link.url}
      </p>
    </article>
  );
}

import { For, Show } from "solid-js";
import type { FamilyLanguage } from "../../../schemas/families.ts";
import { makeFormats } from "../../i18n/formats.ts";
import { scopes } from "../consent-words.ts";
import { fillIn, formLanguages } from "./languages.ts";

type ConsentSheetProps = {
  language: FamilyLanguage;
  school: string;
  classroom: string;
  radio: string;
  /** The last day of an answer, `YYYY-MM-DD`. */
  endsOn: string;
  /** Whose sheet it is; without one the name is left blank. */
  firstName?: string | undefined;
};

/** One family's authorisation on one A4 page. In another language than French, each choice stands in French too, for whoever writes it down. */
export function ConsentSheet(props: ConsentSheetProps) {
  const words = () => formLanguages[props.language];
  const end = () => makeFormats(props.language).date(props.endsOn);
  const fill = (sentence: string) =>
    fillIn(sentence, { end: end(), school: props.school, classroom: props.classroom, radio: props.radio });
  return (
    <article class="sheet" lang={props.language} dir={words().direction}>
      <h2>{words().title}</h2>
      <p>{fill(words().from)}</p>
      <h3>{words().purposeTitle}</h3>
      <p>{words().purpose}</p>
      <h3>{words().supportsTitle}</h3>
      <ul>
        <For each={words().supports}>{(support) => <li>{support}</li>}</For>
      </ul>
      <h3>{words().durationTitle}</h3>
      <p>{fill(words().duration)}</p>
      <h3>{words().rightsTitle}</h3>
      <ul>
        <For each={words().rights}>{(right) => <li>{right}</li>}</For>
      </ul>
      <p class="line">
        {words().child} <b>{props.firstName}</b>
      </p>
      <h3>{words().choiceTitle}</h3>
      <ul class="boxes">
        <For each={scopes}>
          {(scope) => (
            <li>
              {words().choices[scope]}
              <Show when={props.language !== "fr"}>
                <small lang="fr" dir="ltr">
                  {formLanguages.fr.choices[scope]}
                </small>
              </Show>
            </li>
          )}
        </For>
        <li class="apart">
          {words().nameAllowed}
          <Show when={props.language !== "fr"}>
            <small lang="fr" dir="ltr">
              {formLanguages.fr.nameAllowed}
            </small>
          </Show>
        </li>
        <li class="apart">{words().childAgrees}</li>
      </ul>
      <p class="line">{words().signedBy}</p>
      <div class="lines">
        <p class="line">{words().date}</p>
        <p class="line">{words().signature}</p>
      </div>
    </article>
  );
}

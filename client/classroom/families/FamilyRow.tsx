import { For, Show } from "solid-js";
import type { Family, FamilyLanguage } from "../../../schemas/families.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { BirdAvatar } from "../../ui/BirdAvatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Refused } from "../../ui/Message.tsx";
import { formLanguages } from "../form/languages.ts";
import { familyNames } from "./family-names.ts";

/** One family of the class: its children, the language of its slip, where its link stands. */
export function FamilyRow(props: { family: Family; onManage: () => void; onChanged: () => void }) {
  const { t, language, formats } = useI18n();
  const names = () => familyNames(props.family, language());
  return (
    <tr>
      <td>
        <span class="who">
          <span class="birds">
            <For each={props.family.children}>
              {({ bird, colour }) => <BirdAvatar bird={bird} colour={colour} size="s" />}
            </For>
          </span>
          {names()}
        </span>
      </td>
      <td>
        <LanguageChoice family={props.family} names={names()} onChanged={() => props.onChanged()} />
      </td>
      <td>
        <span class="row wrap tight">
          <Show when={props.family.hasLink} fallback={<Chip icon="close">{t("families.linkNone")}</Chip>}>
            <Chip look="ready" icon="tick">
              {t("families.linkSince", { day: formats().date(props.family.issuedAt) })}
            </Chip>
          </Show>
          <Show when={props.family.hasPin}>
            <Chip icon="lock">{t("families.withPin")}</Chip>
          </Show>
        </span>
      </td>
      <td class="number">
        <Button aria-label={t("families.changeOf", { names: names() })} onClick={() => props.onManage()}>
          {t("families.change")}
        </Button>
      </td>
    </tr>
  );
}

function LanguageChoice(props: { family: Family; names: string; onChanged: () => void }) {
  const { t } = useI18n();
  const changing = createAttempt(async (language: FamilyLanguage) => {
    await api.families.changeLanguage(props.family.id, language);
    props.onChanged();
  });
  return (
    <>
      <select
        class="input"
        aria-label={t("families.languageOf", { names: props.names })}
        value={props.family.language}
        onChange={(event) => void changing.attempt(event.currentTarget.value as FamilyLanguage)}
      >
        <For each={Object.entries(formLanguages)}>
          {([code, { name }]) => (
            <option value={code} lang={code}>
              {name}
            </option>
          )}
        </For>
      </select>
      <Show when={changing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </>
  );
}

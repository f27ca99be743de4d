import { createSignal, For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { languages, type Language } from "../i18n/languages.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { Icon } from "./Icon.tsx";

/** The key that opens the choice of language, each named by itself. */
export function LanguageKey(props: { isFramed?: boolean }) {
  const { t, language, choices, chooseLanguage } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  const choose = (chosen: Language) => {
    chooseLanguage(chosen);
    setOpen(false);
  };
  return (
    <>
      <Button
        look={props.isFramed === true ? "plain" : "bare"}
        icon="world"
        aria-haspopup="dialog"
        aria-label={t("frame.chooseLanguage", { language: languages[language()].name })}
        onClick={() => setOpen(true)}
      >
        {languages[language()].name}
      </Button>
      <Dialog isOpen={isOpen()} title={t("frame.languages")} onClose={() => setOpen(false)}>
        <div class="languages">
          <For each={choices()}>
            {(code) => (
              <button type="button" lang={code} aria-pressed={code === language()} onClick={() => choose(code)}>
                <bdi>{languages[code].name}</bdi>
                <Show when={code === language()}>
                  <Icon name="tick" />
                </Show>
              </button>
            )}
          </For>
        </div>
      </Dialog>
    </>
  );
}

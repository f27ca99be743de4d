import { createSignal } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { Choice } from "./Choice.tsx";
import { changeComfort, comfort, type Comfort } from "./comfort.ts";
import { Dialog } from "./Dialog.tsx";
import { Switch } from "./Switch.tsx";

/** The key at the top right of every screen that opens theme, text size, easy reading, animations and shortcuts. */
export function ComfortKey() {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button
        look="bare"
        size="square"
        icon="contrast"
        aria-label={t("common.comfortHint")}
        onClick={() => setOpen(true)}
      />
      <Dialog isOpen={isOpen()} title={t("common.comfort")} onClose={() => setOpen(false)}>
        <ComfortChoices />
      </Dialog>
    </>
  );
}

function ComfortChoices() {
  const { t } = useI18n();
  const set =
    <Name extends keyof Comfort>(name: Name, on: Comfort[Name], off: Comfort[Name]) =>
    (isOn: boolean) =>
      changeComfort({ [name]: isOn ? on : off });
  return (
    <div class="stack">
      <Choice
        label={t("common.theme")}
        chosen={comfort().theme}
        choices={{ system: t("common.themeSystem"), light: t("common.themeLight"), dark: t("common.themeDark") }}
        onChoose={(theme) => changeComfort({ theme })}
      />
      <Choice
        label={t("common.textSize")}
        chosen={comfort().text}
        choices={{ normal: t("common.textNormal"), large: t("common.textLarge") }}
        onChoose={(text) => changeComfort({ text })}
      />
      <Switch
        isOn={comfort().reading === "easy"}
        onChange={set("reading", "easy", "normal")}
        hint={t("common.easyReadingHint")}
      >
        {t("common.easyReading")}
      </Switch>
      <Switch isOn={comfort().motion === "full"} onChange={set("motion", "full", "still")}>
        {t("common.animations")}
      </Switch>
      <Switch
        isOn={comfort().shortcuts === "on"}
        onChange={set("shortcuts", "on", "off")}
        hint={t("common.shortcutsHint")}
      >
        {t("common.shortcuts")}
      </Switch>
    </div>
  );
}

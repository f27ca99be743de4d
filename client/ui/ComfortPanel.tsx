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
        aria-label={t("frame.comfortHint")}
        onClick={() => setOpen(true)}
      />
      <Dialog isOpen={isOpen()} title={t("frame.comfort")} onClose={() => setOpen(false)}>
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
        label={t("frame.theme")}
        chosen={comfort().theme}
        choices={{ system: t("frame.themeSystem"), light: t("frame.themeLight"), dark: t("frame.themeDark") }}
        onChoose={(theme) => changeComfort({ theme })}
      />
      <Choice
        label={t("frame.textSize")}
        chosen={comfort().text}
        choices={{ normal: t("frame.textNormal"), large: t("frame.textLarge") }}
        onChoose={(text) => changeComfort({ text })}
      />
      <Switch
        isOn={comfort().reading === "easy"}
        onChange={set("reading", "easy", "normal")}
        hint={t("frame.easyReadingHint")}
      >
        {t("frame.easyReading")}
      </Switch>
      <Switch isOn={comfort().motion === "full"} onChange={set("motion", "full", "still")}>
        {t("frame.animations")}
      </Switch>
      <Switch
        isOn={comfort().shortcuts === "on"}
        onChange={set("shortcuts", "on", "off")}
        hint={t("frame.shortcutsHint")}
      >
        {t("frame.shortcuts")}
      </Switch>
    </div>
  );
}

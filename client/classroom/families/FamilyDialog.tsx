import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Family } from "../../../schemas/families.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Message, Refused } from "../../ui/Message.tsx";
import { useToasts } from "../../ui/Toasts.tsx";
import { familyNames } from "./family-names.ts";
import { Siblings } from "./Siblings.tsx";

type FamilyDialogProps = { family: Family | undefined; onClose: () => void; onChanged: () => void };

/** All that a teacher does with one family's link: brothers and sisters, PIN, slip, another link, none. */
export function FamilyDialog(props: FamilyDialogProps) {
  const { t, language } = useI18n();
  const names = () => (props.family === undefined ? "" : familyNames(props.family, language()));
  return (
    <Dialog
      isOpen={props.family !== undefined}
      title={t("families.dialogTitle", { names: names() })}
      onClose={() => props.onClose()}
    >
      <Show when={props.family}>
        {(family) => (
          <div class="stack family-dialog">
            <Siblings family={family()} onChanged={() => props.onChanged()} />
            <PinPart family={family()} onChanged={() => props.onChanged()} />
            <LinkPart family={family()} onChanged={() => props.onChanged()} />
          </div>
        )}
      </Show>
    </Dialog>
  );
}

function PinPart(props: { family: Family; onChanged: () => void }) {
  const { t } = useI18n();
  const [pin, setPin] = createSignal<string>();
  const drawing = createAttempt(async () => {
    setPin((await api.families.drawPin(props.family.id)).pin);
    props.onChanged();
  });
  const removing = createAttempt(async () => {
    await api.families.removePin(props.family.id);
    setPin(undefined);
    props.onChanged();
  });
  return (
    <section class="stack tight">
      <h3>{t("families.pin")}</h3>
      <p class="small quiet">{t("families.pinHint")}</p>
      <Show when={pin()}>
        {(drawn) => (
          <Message look="good" title={t("families.pinDrawn", { pin: drawn() })}>
            {t("families.pinOnce")}
          </Message>
        )}
      </Show>
      <div class="row wrap">
        <Button icon="lock" isBusy={drawing.isBusy()} onClick={() => void drawing.attempt()}>
          {props.family.hasPin ? t("families.pinAgain") : t("families.pinDraw")}
        </Button>
        <Show when={props.family.hasPin}>
          <Button look="bare" isBusy={removing.isBusy()} onClick={() => void removing.attempt()}>
            {t("families.pinRemove")}
          </Button>
        </Show>
      </div>
      <Show when={drawing.thrown() ?? removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </section>
  );
}

function LinkPart(props: { family: Family; onChanged: () => void }) {
  const { t } = useI18n();
  const say = useToasts();
  const [asked, setAsked] = createSignal<"renew" | "revoke">();
  const renew = async () => {
    await api.families.renewLink(props.family.id);
    say(t("families.renewed"));
    props.onChanged();
  };
  const revoke = async () => {
    await api.families.revokeLink(props.family.id);
    props.onChanged();
  };
  const giving = createAttempt(renew);
  return (
    <section class="stack tight">
      <h3>{t("families.link")}</h3>
      <Show
        when={props.family.hasLink}
        fallback={
          <Button look="primary" isBusy={giving.isBusy()} onClick={() => void giving.attempt()}>
            {t("families.makeAgain")}
          </Button>
        }
      >
        <div class="row wrap">
          <A class="btn primary" href={`/classe/familles/feuillets?famille=${props.family.id}`}>
            <Icon name="print" />
            {t("families.printOne")}
          </A>
          <Button onClick={() => setAsked("renew")}>{t("families.renew")}</Button>
          <Button look="danger" onClick={() => setAsked("revoke")}>
            {t("families.revoke")}
          </Button>
        </div>
      </Show>
      <Show when={giving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <ConfirmDialog
        isOpen={asked() === "renew"}
        title={t("families.renewTitle")}
        keep={t("families.renewKeep")}
        confirm={t("families.renew")}
        onClose={() => setAsked(undefined)}
        onConfirm={renew}
      >
        {t("families.renewText")}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked() === "revoke"}
        title={t("families.revokeTitle")}
        keep={t("families.revokeKeep")}
        confirm={t("families.revoke")}
        onClose={() => setAsked(undefined)}
        onConfirm={revoke}
      >
        {t("families.revokeText")}
      </ConfirmDialog>
    </section>
  );
}

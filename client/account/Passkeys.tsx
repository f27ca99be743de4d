import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Passkey } from "../../schemas/passkeys.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { AddPasskey, RenamePasskey } from "./PasskeyForms.tsx";

/** One's passkeys: adding, naming and removing them, or why they cannot work here. */
export function Passkeys() {
  const { t } = useI18n();
  const [passkeys, { refetch }] = createResource(() => api.account.listPasskeys());
  const [ways] = createResource(() => api.session.readWays());
  return (
    <section class="panel" aria-labelledby="account-passkeys">
      <div class="panel-head">
        <h2 id="account-passkeys">{t("account.passkeys")}</h2>
      </div>
      <Loaded from={passkeys} onRetry={() => void refetch()}>
        {(found) => (
          <>
            <Show when={found().length > 0}>
              <ul class="row-list">
                <For each={found()}>
                  {(passkey) => <PasskeyRow passkey={passkey} onChanged={() => void refetch()} />}
                </For>
              </ul>
            </Show>
            <div class="panel-body stack">
              <p>{t("account.passkeysMean")}</p>
              <Show when={ways.latest}>
                {(known) => <Adding origin={known().passkeyOrigin} onAdded={() => void refetch()} />}
              </Show>
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Adding(props: { origin: string | null; onAdded: () => void }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  const done = () => {
    setOpen(false);
    props.onAdded();
  };
  return (
    <Switch fallback={<p class="quiet small">{t("account.passkeyAway")}</p>}>
      <Match when={props.origin === location.origin}>
        <div class="form-end">
          <Button icon="plus" onClick={() => setOpen(true)}>
            {t("account.passkeyAdd")}
          </Button>
        </div>
        <Dialog isOpen={isOpen()} title={t("account.passkeyAdd")} onClose={() => setOpen(false)}>
          <AddPasskey onDone={done} />
        </Dialog>
      </Match>
      <Match when={props.origin}>
        {(origin) => <p class="quiet small">{t("account.passkeyElsewhere", { origin: origin() })}</p>}
      </Match>
    </Switch>
  );
}

function PasskeyRow(props: { passkey: Passkey; onChanged: () => void }) {
  const { t, formats } = useI18n();
  const [asked, setAsked] = createSignal<"rename" | "remove">();
  const named = () => ({ name: props.passkey.name });
  const close = () => setAsked(undefined);
  const remove = async () => {
    await api.account.removePasskey(props.passkey.id);
    props.onChanged();
  };
  const renamed = () => {
    close();
    props.onChanged();
  };
  return (
    <li>
      <div class="what">
        <b>{props.passkey.name}</b>
        <div class="quiet small">{t("account.passkeyMade", { moment: formats().moment(props.passkey.createdAt) })}</div>
        <Show when={props.passkey.usedAt}>
          {(usedAt) => (
            <div class="quiet small">{t("account.passkeyUsed", { moment: formats().moment(usedAt()) })}</div>
          )}
        </Show>
      </div>
      <Button
        look="bare"
        size="square"
        icon="pencil"
        aria-label={t("account.passkeyRename", named())}
        onClick={() => setAsked("rename")}
      />
      <Button aria-label={t("account.passkeyRemoveOf", named())} onClick={() => setAsked("remove")}>
        {t("account.passkeyRemove")}
      </Button>
      <Dialog isOpen={asked() === "rename"} title={t("account.passkeyRename", named())} onClose={close}>
        <RenamePasskey passkey={props.passkey} onDone={renamed} />
      </Dialog>
      <ConfirmDialog
        isOpen={asked() === "remove"}
        title={t("account.passkeyRemoveOf", named())}
        keep={t("frame.keep")}
        confirm={t("account.passkeyRemove")}
        onClose={close}
        onConfirm={remove}
      >
        {t("account.passkeyRemoveHint")}
      </ConfirmDialog>
    </li>
  );
}

import { For, Show, type Resource } from "solid-js";
import type { OwnSession } from "../../schemas/account.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { deviceWords } from "./device-words.ts";

/** The devices in which one is signed in, to be signed out from here: one of them, or all but this one. */
export function SessionList(props: { sessions: Resource<OwnSession[]>; onChanged: () => void }) {
  const { t } = useI18n();
  const ending = createAttempt(async (id?: OwnSession["id"]) => {
    await (id === undefined ? api.account.endOtherSessions() : api.account.endSession(id));
    props.onChanged();
  });
  return (
    <section class="panel" aria-labelledby="account-sessions">
      <div class="panel-head">
        <h2 id="account-sessions">{t("account.sessions")}</h2>
      </div>
      <Show when={ending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Loaded from={props.sessions} onRetry={() => props.onChanged()}>
        {(found) => (
          <>
            <ul class="row-list">
              <For each={found()}>
                {(session) => <SessionRow session={session} onEnd={() => void ending.attempt(session.id)} />}
              </For>
            </ul>
            <Show when={found().length > 1}>
              <div class="panel-body form-end">
                <Button isBusy={ending.isBusy()} onClick={() => void ending.attempt()}>
                  {t("account.endOthers")}
                </Button>
              </div>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  );
}

function SessionRow(props: { session: OwnSession; onEnd: () => void }) {
  const { t, formats } = useI18n();
  const device = () => deviceWords(t, props.session);
  const opened = () => t("account.openedAt", { moment: formats().moment(props.session.openedAt) });
  const seen = () => t("account.seenAt", { moment: formats().moment(props.session.seenAt) });
  return (
    <li>
      <div class="what">
        <b>{device()}</b>
        <div class="quiet small">{opened()}</div>
        <Show when={!props.session.isHere}>
          <div class="quiet small">{seen()}</div>
        </Show>
      </div>
      <Show when={props.session.isHere} fallback={<EndKey device={device()} onEnd={() => props.onEnd()} />}>
        <Chip look="ready" icon="tick">
          {t("account.here")}
        </Chip>
      </Show>
    </li>
  );
}

function EndKey(props: { device: string; onEnd: () => void }) {
  const { t } = useI18n();
  return (
    <Button aria-label={t("account.endOf", { device: props.device })} onClick={() => props.onEnd()}>
      {t("account.end")}
    </Button>
  );
}

import { createResource, Show } from "solid-js";
import type { BackupState } from "../schemas/backups.ts";
import { api } from "./api/api.ts";
import { useI18n } from "./i18n/I18n.tsx";
import { Message } from "./ui/Message.tsx";

type Worrying = Extract<BackupState, { state: "failed" | "old" }>;

const isWorrying = (state: BackupState): state is Worrying => state.state === "failed" || state.state === "old";

/** Tells an admin, on every page, that the station's daily backup failed or is old; silent when all is well or when nobody knows. */
export function BackupWarning() {
  const [state] = createResource(() => api.backup.read().catch(() => undefined));
  const worrying = () => {
    const found = state.state === "ready" ? state.latest : undefined;
    return found !== undefined && isWorrying(found) ? found : undefined;
  };
  return <Show when={worrying()}>{(found) => <Warning state={found()} />}</Show>;
}

function Warning(props: { state: Worrying }) {
  const { t, formats } = useI18n();
  const last = () => {
    const { madeAt } = props.state;
    return madeAt === null ? t("backup.neverMade") : t("backup.lastMade", { moment: formats().moment(madeAt) });
  };
  return (
    <div class="above-page">
      <Message look="warning" title={t(`backup.${props.state.state}`)}>
        <p>{props.state.state === "failed" ? t(`backup.${props.state.fault}`) : t("backup.oldAdvice")}</p>
        <p>{last()}</p>
      </Message>
    </div>
  );
}

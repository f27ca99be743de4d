import { A, useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Session } from "../../schemas/people.ts";
import { codePath } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { SignOutKey } from "../ui/SignOutKey.tsx";
import { CodeField } from "./CodeField.tsx";
import { Perch } from "./Perch.tsx";
import { canScan, ScanDialog } from "./ScanDialog.tsx";

type PupilDoorProps = { session: Session | undefined; onForget: () => Promise<void> };

/** The pupils' door: scan, or write the class code; a pupil who came in before goes on with one press. */
export function PupilDoor(props: PupilDoorProps) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const pupil = () => (props.session?.kind === "pupil" ? props.session.pupil : undefined);
  return (
    <section class="door pupils" aria-labelledby="pupil-door">
      <header>
        <span class="door-icon">
          <Icon name="pupil" size="l" />
        </span>
        <h1 id="pupil-door">{t("doors.pupil")}</h1>
      </header>
      <Show when={pupil()} fallback={<CodeEntry onCode={(code) => navigate(codePath(code))} />}>
        {(known) => (
          <>
            <A class="btn giant dark" href="/entrer">
              <BirdAvatar bird={known().bird} colour={known().colour} />
              {t("doors.continueAs", { name: known().firstName })}
            </A>
            <SignOutKey size="tall" verb={t("doors.notMe")} onLeave={props.onForget} />
          </>
        )}
      </Show>
      <Perch />
    </section>
  );
}

function CodeEntry(props: { onCode: (code: string) => void }) {
  const { t } = useI18n();
  const [isScanning, setScanning] = createSignal(false);
  return (
    <>
      <Show when={canScan()}>
        <Button look="dark" size="giant" icon="qr" onClick={() => setScanning(true)}>
          {t("doors.scan")}
        </Button>
        <span class="or">{t("frame.or")}</span>
        <ScanDialog isOpen={isScanning()} onClose={() => setScanning(false)} onCode={(code) => props.onCode(code)} />
      </Show>
      <CodeField onCode={(code) => props.onCode(code)} hasScanHint={!canScan()} />
    </>
  );
}

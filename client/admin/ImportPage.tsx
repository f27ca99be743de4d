import { useNavigate } from "@solidjs/router";
import { createSignal, Match, Switch } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { FileKey } from "../ui/FileKey.tsx";
import { Message } from "../ui/Message.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import type { Draft } from "./class-file/draft-import.ts";
import { readSheet, type FileFault, type SheetRow } from "./class-file/read-sheet.ts";
import { FileGuide } from "./FileGuide.tsx";
import { ImportSheet } from "./ImportSheet.tsx";
import "./import.css";

type Chosen = { rows: readonly SheetRow[] } | { fault: FileFault };

/** Takes a school's list over: the file is read in this browser, and only first names and classes leave it. */
export function ImportPage() {
  const { t, count } = useI18n();
  const staff = useStaff();
  const navigate = useNavigate();
  const say = useToasts();
  const [chosen, setChosen] = createSignal<Chosen>();
  const take = async (file: File) => setChosen(readSheet(new Uint8Array(await file.arrayBuffer())));
  const rows = () => {
    const file = chosen();
    return file !== undefined && "rows" in file ? file.rows : undefined;
  };
  const fault = () => {
    const file = chosen();
    return file !== undefined && "fault" in file ? file.fault : undefined;
  };
  const send = async ({ list }: Draft) => {
    const plan = await api.school.importClasses(list);
    const added = plan.classrooms.reduce((sum, classroom) => sum + classroom.added.length, 0);
    staff.refresh();
    say(count("school.imported", added));
    navigate("/ecole/classes");
  };
  return (
    <>
      <SchoolHead title={t("school.import")} hint={t("school.importHint")}>
        <FileKey accept=".csv,.txt,text/csv,text/plain" onFile={(file) => void take(file)}>
          {t(chosen() === undefined ? "school.chooseFile" : "school.chooseOther")}
        </FileKey>
      </SchoolHead>
      <Switch fallback={<BeforeFile />}>
        <Match when={fault()}>
          {(word) => (
            <Message look="trouble" title={t(`school.${word()}`)}>
              {t("school.fileAdvice")}
            </Message>
          )}
        </Match>
        <Match when={rows()} keyed>
          {(found) => <ImportSheet rows={found} onSend={send} />}
        </Match>
      </Switch>
    </>
  );
}

function BeforeFile() {
  const { t } = useI18n();
  return (
    <FileGuide sample={t("school.sample")} promise={t("school.staysHere")} promiseHint={t("school.staysHereHint")}>
      <p>{t("school.fromOnde")}</p>
      <p>{t("school.fromPronote")}</p>
      <p>{t("school.fromHand")}</p>
    </FileGuide>
  );
}

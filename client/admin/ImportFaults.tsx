import { For, Show } from "solid-js";
import type { ImportFault } from "../../schemas/class-import.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Message } from "../ui/Message.tsx";
import type { LineFault } from "./class-file/draft-import.ts";

/** How many lines are named; the others are alike, and counted. */
const mostShown = 30;

/** The lines of the file that cannot be taken over, each with what to do about it. */
export function ImportFaults(props: { unread: readonly LineFault[]; refused: readonly ImportFault[] }) {
  const { t, count } = useI18n();
  const lines = () =>
    [
      ...props.unread.map(({ line, fault }) => ({ line, words: t(`school.${fault}`) })),
      ...props.refused.map(({ line, fault, firstName: name, classroom }) => ({
        line,
        words: t(`school.${fault}`, { name, classroom }),
      })),
    ].sort((one, other) => one.line - other.line);
  return (
    <Show when={lines().length > 0}>
      <Message look="warning" title={count("school.faultyLines", lines().length)}>
        <ul class="small import-lines">
          <For each={lines().slice(0, mostShown)}>
            {({ line, words }) => <li>{t("school.onLine", { line, words })}</li>}
          </For>
        </ul>
        <Show when={lines().length > mostShown}>
          <p>{count("school.moreLines", lines().length - mostShown)}</p>
        </Show>
      </Message>
    </Show>
  );
}

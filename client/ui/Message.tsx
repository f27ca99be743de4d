import { Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { refusalWords } from "../i18n/refusal-words.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-shapes.ts";

type Look = "info" | "good" | "warning" | "trouble";

const icons = { info: "info", good: "tick", warning: "warning", trouble: "octagon" } as const satisfies Record<
  Look,
  IconName
>;

/** An inline message: the title says what happened, the text what to do, then one key. A trouble is read aloud at once. */
export function Message(props: { look: Look; title: string; children?: JSX.Element; action?: JSX.Element }) {
  return (
    <div class={`message ${props.look}`} role={props.look === "trouble" ? "alert" : "status"}>
      <Icon name={icons[props.look]} />
      <div>
        <strong>{props.title}</strong>
        {props.children}
      </div>
      {props.action}
    </div>
  );
}

/** Whom a refusal concerns, when it says so. */
const namesIn = (thrown: unknown): readonly string[] | undefined =>
  thrown instanceof Error && "names" in thrown && Array.isArray(thrown.names) && thrown.names.length > 0
    ? (thrown.names as readonly string[])
    : undefined;

/** Why something failed, in the words of the dictionary. */
export function Refused(props: { thrown: unknown; action?: JSX.Element }) {
  const { t } = useI18n();
  const words = () => refusalWords(t, props.thrown);
  return (
    <Message look="trouble" title={words().title} action={props.action}>
      <Show when={namesIn(props.thrown)}>{(names) => <p>{names().join(", ")}</p>}</Show>
      {words().advice}
    </Message>
  );
}

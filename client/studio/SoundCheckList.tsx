import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Participation } from "./create-participation.ts";
import type { Advice } from "./faults.ts";

type Mark = "yes" | "no" | "later";

/** Three things a microphone needs, each done, refused or not yet: word, colour and shape. */
export function SoundCheckList(props: { participation: Participation; advice: Advice }) {
  const { t, count } = useI18n();
  const { voice, studio } = props.participation;
  const allowed = (): Mark => {
    const { state } = voice.microphone();
    return state === "open" ? "yes" : state === "faulty" ? "no" : "later";
  };
  const heard = (): Mark => {
    if (props.advice === "good" || props.advice === "loud") return "yes";
    return ["silent", "mutedBySystem", "tooQuiet", "clipping"].includes(props.advice) ? "no" : "later";
  };
  const table = () => studio.ownStrip()?.table ?? undefined;
  const atTable = () => studio.snapshot()?.strips.filter((strip) => strip.table === table()).length ?? 0;
  const echoText = () => {
    const name = table();
    if (name !== undefined) return count("floor.checkEchoTable", atTable(), { table: name });
    return t(voice.hasHeadphones() ? "floor.checkEchoHeadphones" : "floor.checkEchoAlone");
  };
  const reached = (): Mark => (studio.signalling.isConnected() && studio.joined() !== undefined ? "yes" : "later");
  return (
    <ul class="checklist">
      <Item
        mark={allowed()}
        title={t(`studio.checkAllowed_${allowed()}`)}
        text={t(`studio.checkAllowedText_${allowed()}`)}
      />
      <Item mark={heard()} title={t("studio.checkHeard")} text={t(`studio.checkHeardText_${heard()}`)} />
      <Item
        mark={table() !== undefined || voice.hasHeadphones() ? "yes" : "later"}
        title={t("floor.checkEcho")}
        text={echoText()}
      />
      <Item
        mark={reached()}
        title={t(`studio.checkNetwork_${reached() === "yes" ? "yes" : "later"}`)}
        text={t("studio.checkNetworkText")}
      />
    </ul>
  );
}

function Item(props: { mark: Mark; title: string; text: string }) {
  return (
    <li class={props.mark}>
      <span class="round">
        <Icon name={{ yes: "tick", no: "close", later: "ear" }[props.mark] as "tick" | "close" | "ear"} />
      </span>
      <div>
        <b>{props.title}</b>
        <span>{props.text}</span>
      </div>
    </li>
  );
}

import type { JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Message } from "../ui/Message.tsx";

/** What stands in place of a list before its file is chosen: which file it is, and what becomes of it. */
export function FileGuide(props: { sample: string; promise: string; promiseHint: string; children: JSX.Element }) {
  const { t } = useI18n();
  return (
    <div class="two-columns">
      <section class="panel">
        <div class="panel-head">
          <h2>{t("school.whichFile")}</h2>
        </div>
        <div class="panel-body stack">
          {props.children}
          <pre class="sample">{props.sample}</pre>
        </div>
      </section>
      <Message look="info" title={props.promise}>
        {props.promiseHint}
      </Message>
    </div>
  );
}

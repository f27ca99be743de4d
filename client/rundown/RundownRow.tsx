import { createUniqueId, Show } from "solid-js";
import type { RundownItem } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { AirtimeWords } from "./create-airtimes.ts";
import type { Reorder } from "./create-reorder.ts";
import { ItemForm } from "./ItemForm.tsx";
import { namesOfSpeakers, type RundownClass } from "./read-class.ts";

type RowProps = {
  item: RundownItem;
  index: number;
  /** Index of the last row. */
  last: number;
  known: RundownClass;
  airtime: AirtimeWords | undefined;
  isOpen: boolean;
  reorder: Reorder;
  onOpen: (isOpen: boolean) => void;
  onChange: (change: Partial<RundownItem>) => void;
  onRemove: () => void;
};

/** One part in the list: handle, title, who, how long; opened, its whole form stands under it. */
export function RundownRow(props: RowProps) {
  const { t, language, formats } = useI18n();
  const formId = createUniqueId();
  const title = () => props.item.title;
  const who = () => namesOfSpeakers(props.item.speakers, props.known.pupils, t, language());
  return (
    <li
      class="rundown-row"
      classList={{ open: props.isOpen, dragged: props.reorder.dragged() === props.item.id }}
      onKeyDown={(event) => {
        props.reorder.onKeyDown(event, props.index);
      }}
    >
      <div class="row-line">
        <button
          type="button"
          class="btn bare square grip"
          data-grip
          aria-label={t("rundown.drag", { title: title() })}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onPointerDown={(event) => {
            props.reorder.onPointerDown(event, props.index);
          }}
        >
          <Icon name="grip" />
        </button>
        <button
          type="button"
          class="row-open"
          aria-expanded={props.isOpen}
          aria-controls={formId}
          onClick={() => {
            props.onOpen(!props.isOpen);
          }}
        >
          <span class="t">
            <span class="sr-only">{t(props.isOpen ? "rundown.close" : "rundown.open")} </span>
            {title()}
          </span>
          <span class="d">{formats().clock(props.item.plannedSeconds)}</span>
          <span class="q">
            {who() || t(`rundown.kind_${props.item.kind}`)}
            <Show when={props.airtime}>
              {(airtime) => (
                <span class="airtime" classList={{ over: airtime().isOver }}>
                  {airtime().text}
                </span>
              )}
            </Show>
          </span>
          <Icon name={props.isOpen ? "close" : "pencil"} />
        </button>
        <span class="row-moves">
          <Button
            look="bare"
            size="square"
            icon="up"
            disabled={props.index === 0}
            aria-label={t("rundown.moveUp", { title: title() })}
            onClick={() => {
              props.reorder.move(props.index, props.index - 1);
            }}
          />
          <Button
            look="bare"
            size="square"
            icon="down"
            disabled={props.index === props.last}
            aria-label={t("rundown.moveDown", { title: title() })}
            onClick={() => {
              props.reorder.move(props.index, props.index + 1);
            }}
          />
        </span>
      </div>
      <div id={formId}>
        <Show when={props.isOpen && props.item.id} keyed>
          <Show when={props.airtime}>{(airtime) => <p class="quiet small airtime-why">{airtime().why}</p>}</Show>
          <ItemForm item={props.item} known={props.known} onChange={props.onChange} />
          <Button
            look="danger"
            icon="bin"
            class="rundown-remove"
            onClick={() => {
              props.onRemove();
            }}
          >
            {t("rundown.remove")}
          </Button>
        </Show>
      </div>
    </li>
  );
}

import { createSignal, Index, onCleanup, Show } from "solid-js";
import type { RundownTemplateId, ShowId } from "../../schemas/ids.ts";
import { mostRundownItems, type RundownItem } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import type { EditedRundown } from "./create-rundown.ts";
import { createAirtimes } from "./create-airtimes.ts";
import { createReorder } from "./create-reorder.ts";
import type { RundownClass } from "./read-class.ts";
import { newItem, totalSeconds } from "./rundown-item.ts";
import { RundownRow } from "./RundownRow.tsx";
import { RundownSources } from "./RundownSources.tsx";
import { SavingWord } from "./SavingWord.tsx";
import "./rundown.css";

type EditorProps = { showId: ShowId; rundown: EditedRundown; known: RundownClass };

/** The parts of a show in their order: added, named, timed, given to speakers, moved and removed; saved as they change. */
export function RundownEditor(props: EditorProps) {
  const { t, count, formats } = useI18n();
  const items = () => props.rundown.items();
  const [openId, setOpenId] = createSignal<string>();
  const [removed, setRemoved] = createSignal<{ item: RundownItem; index: number }>();
  // An editor stays with its show.
  // eslint-disable-next-line solid/reactivity
  const airtimes = createAirtimes(props.showId, props.rundown);
  const reorder = createReorder(items, (moved) => {
    props.rundown.change(moved);
  });
  const append = (added: readonly RundownItem[], templateId?: RundownTemplateId) => {
    props.rundown.change([...items(), ...added], templateId);
  };
  const add = () => {
    const item = newItem(t("rundown.newPart"));
    append([item]);
    setOpenId(item.id);
  };
  const remove = (index: number) => {
    setRemoved({ item: items()[index]!, index });
    props.rundown.change(items().toSpliced(index, 1));
  };
  const putBack = ({ item, index }: { item: RundownItem; index: number }) => {
    setRemoved(undefined);
    props.rundown.change(items().toSpliced(index, 0, item));
  };
  onCleanup(() => {
    setRemoved(undefined);
  });
  return (
    <div class="rundown-editor">
      <div class="rundown-head">
        <p>
          {t("rundown.total")} <b>{formats().clock(totalSeconds(items()))}</b>
          <small class="quiet">{count("rundown.parts", items().length)}</small>
          <Show when={airtimes.total()}>
            {(total) => (
              <span class="airtime" classList={{ over: total().isOver }}>
                {total().text}
              </span>
            )}
          </Show>
        </p>
        <SavingWord rundown={props.rundown} />
      </div>
      <Show when={props.rundown.credit()}>
        {(credit) => <p class="small quiet">{t("exchange.creditLine", { credit: credit() })}</p>}
      </Show>
      <RundownNews rundown={props.rundown} />
      <div class="sr-only" role="status">
        {reorder.words()}
      </div>
      <Show when={items().length > 0} fallback={<NothingYet />}>
        <ol class="rundown-list" aria-label={t("rundown.list")} ref={reorder.setList}>
          <Index each={items()}>
            {(item, index) => (
              <RundownRow
                item={item()}
                index={index}
                last={items().length - 1}
                known={props.known}
                airtime={airtimes.of(item())}
                isOpen={openId() === item().id}
                reorder={reorder}
                onOpen={(isOpen) => setOpenId(isOpen ? item().id : undefined)}
                onChange={(change) => {
                  props.rundown.change(items().with(index, { ...item(), ...change }));
                }}
                onRemove={() => {
                  remove(index);
                }}
              />
            )}
          </Index>
        </ol>
      </Show>
      <Show when={removed()}>
        {(gone) => (
          <Message
            look="info"
            title={t("rundown.removed", { title: gone().item.title })}
            action={
              <Button
                icon="undo"
                onClick={() => {
                  putBack(gone());
                }}
              >
                {t("rundown.putBack")}
              </Button>
            }
          />
        )}
      </Show>
      <Show when={items().length < mostRundownItems} fallback={<Message look="info" title={t("rundown.tooMany")} />}>
        <Button look={items().length > 0 ? "primary" : "plain"} icon="plus" class="rundown-add" onClick={add}>
          {t("rundown.add")}
        </Button>
      </Show>
      <RundownSources
        showId={props.showId}
        known={props.known}
        room={mostRundownItems - items().length}
        isFirst={items().length === 0}
        onItems={append}
      />
    </div>
  );
}

function NothingYet() {
  const { t } = useI18n();
  return (
    <div class="rundown-none">
      <b>{t("rundown.none")}</b>
      <p class="quiet">{t("rundown.noneHint")}</p>
    </div>
  );
}

/** What went wrong with saving, or what somebody else did meanwhile. */
function RundownNews(props: { rundown: EditedRundown }) {
  const { t } = useI18n();
  return (
    <>
      <Show when={props.rundown.saving() === "failed"}>
        <Refused
          thrown={props.rundown.thrown()}
          action={
            <Button icon="forward" onClick={() => void props.rundown.flush()}>
              {t("rundown.retrySave")}
            </Button>
          }
        />
      </Show>
      <Show when={props.rundown.merged()}>
        {(how) => (
          <Message look="warning" title={t("rundown.merged")}>
            {how() === "doubled" ? t("rundown.mergedTwice") : t("rundown.mergedHint")}
          </Message>
        )}
      </Show>
    </>
  );
}

import { Show } from "solid-js";
import type { ChannelPage } from "../../schemas/listening.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import { NextShow } from "./NextShow.tsx";

/** Who speaks here: cover, name, class and school, over a stretch of the dial. */
export function ChannelHead(props: {
  page: ChannelPage;
  isOnAir: boolean;
  /** Whether a picture of the radio's own may come over the line by now. */
  hasRoom: boolean;
}) {
  const { t } = useI18n();
  const owner = () =>
    t("channel.radioOf", {
      classroom: props.page.classroomName,
      school: props.page.school.name,
      city: props.page.school.city,
    });
  const next = () => (props.isOnAir ? undefined : (props.page.nextShow ?? undefined));
  return (
    <>
      <div class="channel-head">
        <ChannelCover channel={props.page.channel} isAwaited={!props.hasRoom} />
        <div>
          <h1>{props.page.channel.title}</h1>
          <p>{owner()}</p>
          <Show when={props.page.channel.description}>
            {(words) => (
              <p class="words" dir="auto">
                {words()}
              </p>
            )}
          </Show>
          <Show when={next()}>{(show) => <NextShow show={show()} scheduledAt={show().scheduledAt ?? ""} />}</Show>
        </div>
      </div>
      <div class="dial channel-dial" />
    </>
  );
}

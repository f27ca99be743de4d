import { randomBytes } from "node:crypto";
import { openGrowingFile } from "./open-growing-file.ts";
import { formatOggPage, lacingOf } from "./ogg-page.ts";
import { opusHead, opusTags } from "./opus-headers.ts";

/** An Ogg/Opus file under way. Disposing it writes the last page, marked as such. */
export type OpusFile = Disposable & {
  /** Appends a packet of `samples` at 48 kHz. */
  write(opus: Uint8Array, samples: number): void;
  /** Puts on disk what is held, but for the last packet, which the file's last page needs. */
  flush(): void;
};

type Pending = { opus: Uint8Array; samples: number };

/** Longest sound held for a page: 200 ms. */
const longestPage = 9_600;

/** Begins a new file of one or two channels with its headers; the packets are written as they are. */
export function openOpusFile(path: string, channels: 1 | 2): OpusFile {
  const file = openGrowingFile(path);
  const serial = randomBytes(4).readUInt32LE();
  let pending: Pending[] = [];
  let [number, granule] = [0, 0];

  const writePage = (packets: readonly Pending[], position: { isFirst?: boolean; isLast?: boolean } = {}): void => {
    granule += soundOf(packets);
    const page = { serial, number, granule, packets: packets.map(({ opus }) => opus), ...position };
    file.append(formatOggPage(page));
    number += 1;
  };
  const flush = (): void => {
    if (pending.length < 2) return;
    writePage(pending.slice(0, -1));
    pending = pending.slice(-1);
  };
  const write = (opus: Uint8Array, samples: number): void => {
    if (entriesOf(pending) + lacingOf(opus) > 255) flush();
    pending.push({ opus, samples });
    if (soundOf(pending) > longestPage) flush();
  };
  const dispose = (): void => {
    if (pending.length > 0) writePage(pending, { isLast: true });
    file[Symbol.dispose]();
  };

  writePage([{ opus: opusHead(channels), samples: 0 }], { isFirst: true });
  writePage([{ opus: opusTags(), samples: 0 }]);
  return { write, flush, [Symbol.dispose]: dispose };
}

const soundOf = (packets: readonly Pending[]): number => packets.reduce((sum, { samples }) => sum + samples, 0);
const entriesOf = (packets: readonly Pending[]): number => packets.reduce((sum, { opus }) => sum + lacingOf(opus), 0);

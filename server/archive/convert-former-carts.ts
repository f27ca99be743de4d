import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { convertFormerCart } from "../../media/render/decode-cart.ts";
import { CartId } from "../../schemas/ids.ts";
import type { Carts } from "../store/carts.ts";

type Parts = { carts: Carts; directory: string; pcmPath(id: CartId): string };

const formerEnding = ".f32";

/**
 * Carts that a station of before kept as 32-bit floats take half the room from now on, and are measured; their gain stays as they were heard.
 * The former file goes last: a crash in between begins it anew.
 */
export async function convertFormerFiles({ carts, directory, pcmPath }: Parts): Promise<void> {
  for (const name of (await readdir(directory)).filter((each) => each.endsWith(formerEnding))) {
    const id = CartId.parse(name.slice(0, -formerEnding.length));
    const half = join(directory, `${id}.half`);
    const measure = await convertFormerCart(join(directory, name), half);
    await rename(half, pcmPath(id));
    await carts.setMeasure(id, measure);
    await rm(join(directory, name));
  }
}
